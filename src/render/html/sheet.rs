//! What is known of one chapter before its text is written: languages, sentences, terms, notes, where links lead.

use crate::document::document::Document;
use crate::render::book::RenderSettings;
use crate::render::edition::Edition;
use crate::render::edition::Side;
use crate::render::html::landing::Landings;
use crate::render::html::link::Lead;
use crate::render::html::markup;
use crate::render::html::markup::Syntax;
use crate::render::html::sentence::Sentences;
use crate::render::html::term::Mentions;
use crate::termbase::termbase::Termbase;

/// Says where a link (or, with `true`, a picture) of a side leads.
pub(crate) type Leads<'b> = dyn Fn(Side, &str, bool) -> Lead + Sync + 'b;

/// One chapter, ready to be written.
pub(crate) struct Sheet<'b, 'a> {
    pub(crate) edition: &'b Edition<'a>,
    pub(crate) settings: &'b RenderSettings<'b>,
    pub(crate) syntax: Syntax,
    /// The attributes of a run of text of each side.
    pub(crate) runs: [String; 2],
    /// The attributes of a run of the edition's own words.
    pub(crate) own_run: String,
    pub(crate) landings: &'b Landings,
    pub(crate) sentences: Sentences,
    pub(crate) mentions: Mentions,
    pub(crate) termbase: &'b Termbase,
    /// The page that explains the terms; nothing when it is this one.
    pub(crate) glossary: String,
    pub(crate) leads: &'b Leads<'b>,
}

/// Returns the index of a side.
pub(crate) const fn at(side: Side) -> usize {
    match side {
        Side::Source => 0,
        Side::Target => 1,
    }
}

/// Both sides, the source first.
pub(crate) const SIDES: [Side; 2] = [Side::Source, Side::Target];

impl<'a> Sheet<'_, 'a> {
    /// Returns the document of a side.
    pub(crate) const fn document(&self, side: Side) -> &'a Document {
        self.edition.outline(side).document
    }

    /// Returns the attributes of a run of a side.
    pub(crate) fn run(&self, side: Side) -> &str {
        &self.runs[at(side)]
    }

    /// Returns the classes of a side; one that stands alone is of no side, so that no layout hides it. Reading devices know
    /// classes of their own.
    pub(crate) const fn class(&self, side: Side, has_both: bool) -> &'static str {
        match (self.syntax, side) {
            _ if !has_both => "both",
            (Syntax::Html, Side::Source) => "src",
            (Syntax::Html, Side::Target) => "tgt",
            (Syntax::Xhtml, Side::Source) => "src cp-original",
            (Syntax::Xhtml, Side::Target) => "tgt cp-translation",
        }
    }

    /// Tells whether HTML of the text is passed through.
    pub(crate) fn passes_html(&self) -> bool {
        self.settings.allows_html && self.syntax == Syntax::Html
    }

    /// Returns the sides in the order in which they are shown.
    pub(crate) const fn order(&self) -> [Side; 2] {
        [self.settings.first, self.settings.first.other()]
    }
}

/// Returns the attributes of the runs of both sides; which way they go only where they may go another.
pub(crate) fn runs(documents: [&Document; 2], syntax: Syntax) -> [String; 2] {
    let is_turning = documents
        .iter()
        .any(|document| markup::is_right_to_left(&document.lang));
    documents.map(|document| markup::run(&document.lang, syntax, is_turning))
}
