//! Han characters in a target of another script: what is left over, and what is excused.

use crate::document::document::Document;
use crate::document::inline::CodeKind;
use crate::document::unit::UnitId;
use crate::document::unit::UnitKind;
use crate::document::unit::UnitSpan;
use crate::lint::context::PairCx;
use crate::lint::facts::SideProse;
use crate::lint::han;
use crate::lint::place;
use crate::text::script::is_han;
use std::ops::Range;

/// Whether Han characters may stand where they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Left over from the source.
    Bare,
    /// In brackets, quotation marks, emphasis, a link, beside its translation, in a table of terms, among references.
    Excused,
}

/// Finds the runs of Han characters in the target's prose.
pub fn runs(cx: &PairCx<'_>) -> Vec<(Range<usize>, Standing)> {
    if cx.target.document.lang.uses_han() || !cx.source.document.lang.uses_han() {
        return Vec::new();
    }
    let prose = cx.target_prose();
    if !prose.text.chars().any(is_han) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (unit, range) in prose.units() {
        let text = prose.text.get(range.clone()).unwrap_or_default();
        let at = |run: &Range<usize>| range.start + run.start..range.start + run.end;
        let is_excused =
            |run: &Range<usize>| han::is_gloss(text, run) || stands_marked(cx, prose, at(run));
        let (excused, bare): (Vec<_>, Vec<_>) = han::runs(text).into_iter().partition(is_excused);
        found.extend(excused.iter().map(|run| (at(run), Standing::Excused)));
        let bare = han::join(text, bare);
        let standing = match bare.is_empty() || is_excused_unit(cx, unit) {
            true => Standing::Excused,
            false => Standing::Bare,
        };
        found.extend(bare.iter().map(|run| (at(run), standing)));
    }
    found.sort_by_key(|(run, _)| run.start);
    found
}

fn is_excused_unit(cx: &PairCx<'_>, unit: UnitId) -> bool {
    place::is_in_references(cx.target.document, unit) || is_bilingual(cx.target.document, unit)
}

/// Tells whether a run stands in emphasis or fills a link's text.
fn stands_marked(cx: &PairCx<'_>, prose: &SideProse, run: Range<usize>) -> bool {
    let Some((unit, span)) = prose.to_unit(run) else {
        return false;
    };
    let holds = |outer: UnitSpan| outer.start <= span.start && span.end <= outer.end;
    let document = cx.target.document;
    document
        .codes(unit)
        .iter()
        .any(|code| match (code.kind, code.prose) {
            (CodeKind::Emphasis | CodeKind::Strong | CodeKind::Link, Some(inner)) => {
                let text = document.text(unit).get(inner.range()).unwrap_or_default();
                let is_all = !text.chars().any(|c| c.is_ascii_alphabetic());
                holds(inner) && is_all && is_gloss_length(text)
            }
            _ => false,
        })
}

/// A name or a term may stand in emphasis; a whole sentence is left over.
fn is_gloss_length(text: &str) -> bool {
    text.chars().filter(|c| is_han(*c)).count() <= 16
}

/// Tells whether a cell of nothing but Han stands in a row where another cell has Latin letters: a table of terms.
fn is_bilingual(document: &Document, unit: UnitId) -> bool {
    let prose = |cell: UnitId| SideProse::of(document, &[cell]).text;
    let has_latin = |text: &str| text.chars().any(|c| c.is_ascii_alphabetic());
    document.unit(unit).kind == UnitKind::TableCell
        && !has_latin(&prose(unit))
        && place::row_of(document, unit).iter().any(|cell| {
            let text = prose(*cell);
            has_latin(&text) && !text.chars().any(is_han)
        })
}
