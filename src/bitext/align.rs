//! Pairs the units of two documents, and the sentences of a pair.

use crate::bitext::bitext::{Pair, PairState, SentencePair};
use crate::document::document::Document;
use crate::document::unit::UnitId;
use crate::text::sentence::ReportingClause;

/// What the aligner may know besides the two documents.
#[derive(Clone, Debug, Default)]
pub struct AlignSettings {
    /// Pairs of terms (source, target) of the glossary.
    pub terms: Vec<(String, String)>,
}

/// Pairs two documents. Every unit of both stands in exactly one pair; a pair below the threshold is left open
/// (untranslated and orphaned) rather than shifted. States are `Untranslated`, `Unconfirmed`, `Orphaned` or `Ignored`.
pub fn align(source: &Document, target: &Document, settings: &AlignSettings) -> Vec<Pair> {
    let _ = (source, target, settings);
    Vec::new()
}

/// Pairs only the units of one gap: `source_units` and `target_units` are what is left on both sides, in reading order.
/// Every one of them stands in exactly one of the returned pairs.
pub fn align_gap(
    source: &Document,
    source_units: &[UnitId],
    target: &Document,
    target_units: &[UnitId],
    settings: &AlignSettings,
) -> Vec<Pair> {
    let _ = (source, target, settings);
    let open = |source: Vec<UnitId>, target: Vec<UnitId>, state| Pair {
        source,
        target,
        state,
        confidence: 0.0,
        accepted: None,
    };
    let untranslated = source_units
        .iter()
        .map(|unit| open(vec![*unit], Vec::new(), PairState::Untranslated));
    let orphaned = target_units
        .iter()
        .map(|unit| open(Vec::new(), vec![*unit], PairState::Orphaned));
    untranslated.chain(orphaned).collect()
}

/// Pairs the sentences inside one pair of units.
pub fn align_sentences(
    source: &Document,
    target: &Document,
    pair: &Pair,
    reporting: ReportingClause,
) -> Vec<SentencePair> {
    let _ = (source, target, pair, reporting);
    Vec::new()
}

/// Pairs plain texts, one segment a line (`align --lines`): index lists into both and a confidence.
pub fn align_texts(
    source: &[&str],
    target: &[&str],
    settings: &AlignSettings,
) -> Vec<(Vec<usize>, Vec<usize>, f32)> {
    let _ = (source, target, settings);
    Vec::new()
}
