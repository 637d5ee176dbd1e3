//! Where sentences end.
//!
//! `；` and `：` end none; `……` ends one only before a terminator or where a quotation closes and another turn begins;
//! `。！？` inside quotation marks end one unless a reporting clause or a comma follows; a blank line always ends one, a
//! single line break only before a list item.

mod abbreviation;
mod automaton;
mod chinese;
mod enumeration;
mod foreign;
mod judge;
mod latin;
mod mark;
mod opaque;
mod other;
mod pattern;
mod run;
pub mod srx;

use crate::text::lang::Lang;
use crate::text::sentence::srx::SrxRules;
use std::ops::Range;
use std::sync::Arc;

/// What happens to a reporting clause after a closing quotation mark (`“…。”他说。`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReportingClause {
    /// The clause belongs to the quotation's sentence: what translators want.
    #[default]
    Attach,
    /// The clause is a sentence of its own: what public gold corpora have.
    Split,
}

/// How text is cut into sentences: what a project settles, carried by every document of it.
#[derive(Clone, Debug, Default)]
pub struct Segmentation {
    /// What happens to reporting clauses.
    pub reporting: ReportingClause,
    /// Rules of a file, for the languages that it names.
    pub rules: Option<Arc<SrxRules>>,
}

impl From<ReportingClause> for Segmentation {
    fn from(reporting: ReportingClause) -> Self {
        let rules = None;
        Self { reporting, rules }
    }
}

impl ReportingClause {
    /// The names of both in settings and on the command line.
    pub const NAMES: [&'static str; 2] = ["attach", "split"];

    /// Returns what a name stands for.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "attach" => Some(Self::Attach),
            "split" => Some(Self::Split),
            _ => None,
        }
    }
}

/// Splits `text` into sentences that join back to it byte for byte: trailing white space belongs to the sentence before it.
/// `opaque` (sorted byte ranges: inline code, link targets, math …) is never cut and its punctuation ends nothing.
pub fn split(
    text: &str,
    opaque: &[Range<usize>],
    lang: &Lang,
    segmentation: &Segmentation,
) -> Vec<Range<usize>> {
    let file = segmentation
        .rules
        .as_ref()
        .and_then(|rules| rules.of_lang(lang));
    let cuts = match file {
        Some(rules) if rules.is_extending() => {
            rules.amended(text, opaque, &own_cuts(text, opaque, lang, segmentation))
        }
        Some(rules) => rules.cuts(text, opaque),
        None => own_cuts(text, opaque, lang, segmentation),
    };
    join(text, opaque, cuts)
}

/// Where our own rules cut.
fn own_cuts(
    text: &str,
    opaque: &[Range<usize>],
    lang: &Lang,
    segmentation: &Segmentation,
) -> Vec<usize> {
    let marks = mark::collect(text, opaque);
    let has_own_rules = lang.is_chinese() || lang.is_english() || lang.primary() == "ja";
    if has_own_rules {
        judge::cuts(text, &marks, segmentation.reporting)
    } else {
        other::cuts(text, &marks, lang)
    }
}

/// Makes sentences of cuts: none inside a mask, none empty.
fn join(text: &str, opaque: &[Range<usize>], cuts: Vec<usize>) -> Vec<Range<usize>> {
    let mut sentences = Vec::with_capacity(cuts.len() + 1);
    let mut start = 0;
    let mut opaque = opaque.iter().peekable();
    for cut in cuts {
        while opaque.next_if(|range| range.end <= cut).is_some() {}
        // White space that a mask begins with belongs to the mask.
        let inside = opaque.peek().filter(|range| range.start < cut);
        let cut = inside.map_or(cut, |range| range.start);
        if cut > start && cut < text.len() && !text[start..cut].trim().is_empty() {
            sentences.push(start..cut);
            start = cut;
        }
    }
    if start < text.len() {
        sentences.push(start..text.len());
    }
    sentences
}
