//! Where sentences end.
//!
//! `；` and `：` end none; `……` ends one only before a terminator or where a quotation closes and another turn begins;
//! `。！？` inside quotation marks end one unless a reporting clause or a comma follows; a blank line always ends one, a
//! single line break only before a list item.

mod abbreviation;
mod chinese;
mod enumeration;
mod foreign;
mod judge;
mod latin;
mod mark;
mod opaque;
mod other;
mod run;

use crate::text::lang::Lang;
use std::ops::Range;

/// What happens to a reporting clause after a closing quotation mark (`“…。”他说。`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReportingClause {
    /// The clause belongs to the quotation's sentence: what translators want.
    #[default]
    Attach,
    /// The clause is a sentence of its own: what public gold corpora have.
    Split,
}

/// Splits `text` into sentences that join back to it byte for byte: trailing white space belongs to the sentence before it.
/// `opaque` (sorted byte ranges: inline code, link targets, math …) is never cut and its punctuation ends nothing.
pub fn split(
    text: &str,
    opaque: &[Range<usize>],
    lang: &Lang,
    reporting: ReportingClause,
) -> Vec<Range<usize>> {
    let marks = mark::collect(text, opaque);
    let has_own_rules = lang.is_chinese() || lang.is_english() || lang.primary() == "ja";
    let cuts = if has_own_rules {
        judge::cuts(text, &marks, reporting)
    } else {
        other::cuts(text, &marks, lang)
    };
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
