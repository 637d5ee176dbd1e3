//! What is rendered: one bitext or many, in the order in which they are read, with the glossary that they share.

use crate::i18n::messages::Messages;
use crate::render::edition::Edition;
use crate::render::edition::Side;
use crate::render::standing::Standing;
use crate::termbase::termbase::Termbase;
use std::collections::HashMap;

/// A book: chapters in two languages.
pub struct Book<'a> {
    /// Its title in the source's language and in the draft's.
    pub titles: [String; 2],
    /// Its chapters, in the order in which they are read.
    pub chapters: Vec<Chapter<'a>>,
    /// Its glossary.
    pub termbase: &'a Termbase,
    /// Where pictures stand for its pages, by chapter, side and address, where that is not where their addresses say.
    pub pictures: Pictures,
}

/// Where pictures stand, as a page can lead there.
pub type Pictures = HashMap<(usize, Side, String), String>;

/// A chapter: one document and its draft.
pub struct Chapter<'a> {
    /// The way to its page below the edition's folder, without an extension: `guide/start`.
    pub name: String,
    /// Its text.
    pub edition: Edition<'a>,
}

/// How an edition is made.
pub struct RenderSettings<'a> {
    /// Which side stands first.
    pub first: Side,
    /// Only passages that stand so are shown; all without it.
    pub shown: Option<Vec<Standing>>,
    /// What stands where the translation is missing.
    pub fallback: Fallback,
    /// The words of the edition's own, in the draft's language.
    pub messages: &'a Messages,
    /// Whether HTML of the documents is passed through as it is. Where an edition is HTML itself, it is shown as text without it.
    pub allows_html: bool,
    /// Is called when a page is done.
    pub page_done: &'a (dyn Fn() + Sync),
}

/// What stands where the translation is missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fallback {
    /// The source, marked.
    #[default]
    Source,
    /// A mark alone, where the source stands beside it anyway or is left out.
    Mark,
}

/// A file of an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// Its path below the edition's folder.
    pub path: String,
    /// What it says.
    pub bytes: Vec<u8>,
}
