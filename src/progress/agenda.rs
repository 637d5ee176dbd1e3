//! In which order there is work: what misleads readers first, then what is nearly done.

use crate::bitext::bitext::{Bitext, Pair, PairState};
use crate::bitext::change::Change;
use crate::document::unit::UnitId;
use crate::text::span::Span;

/// One thing to do: a pair of a bitext, by their indices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Task {
    /// Index of the bitext.
    pub bitext_idx: usize,
    /// Index of the pair.
    pub pair_idx: usize,
}

/// Lists what there is to do in the states that `is_wanted` names, the most urgent first.
///
/// What went stale tells readers something that is no longer so: it comes first, changes of numbers and rewritten text before small ones.
/// Then comes what is missing in drafts that are begun, those with least left to do before the others, each in reading order; then what
/// nobody has confirmed, what is orphaned, and at last the documents without any draft.
pub fn tasks(bitexts: &[&Bitext], is_wanted: impl Fn(&Pair) -> bool) -> Vec<Task> {
    let mut tasks = Vec::new();
    for (bitext_idx, bitext) in bitexts.iter().enumerate() {
        let is_begun = !bitext.target.units.is_empty();
        let n_open = bitext.pairs.iter().filter(|pair| is_open(pair)).count();
        for (pair_idx, pair) in bitext.pairs.iter().enumerate() {
            if is_wanted(pair) {
                let task = Task {
                    bitext_idx,
                    pair_idx,
                };
                tasks.push((rank(pair, is_begun), n_open, task));
            }
        }
    }
    tasks.sort_by_key(|(rank, n_open, task)| (*rank, *n_open, task.bitext_idx, task.pair_idx));
    tasks.into_iter().map(|(_, _, task)| task).collect()
}

/// Returns where the translation of a pair stands in the draft, or where it belongs: after the pair before it. Empty at the draft's
/// beginning.
pub fn place(bitext: &Bitext, pair_idx: usize) -> Span {
    let span = |unit: &UnitId| bitext.target.unit(*unit).span;
    let pair = bitext.pairs.get(pair_idx);
    if let Some(unit) = pair.and_then(|pair| pair.target.first()) {
        return span(unit);
    }
    let before = bitext.pairs.get(..pair_idx).unwrap_or_default();
    let after = before.iter().rev().find_map(|pair| pair.target.last());
    let end = after.map_or(0, |unit| span(unit).end);
    Span::new(end, end)
}

const fn is_open(pair: &Pair) -> bool {
    matches!(
        pair.state,
        PairState::Untranslated | PairState::Stale(_) | PairState::Unconfirmed
    )
}

const fn rank(pair: &Pair, is_begun: bool) -> u8 {
    match pair.state {
        PairState::Stale(Change::Number | Change::Rewrite) => 0,
        PairState::Stale(Change::Minor) => 1,
        PairState::Stale(Change::Markup) => 2,
        PairState::Untranslated if is_begun => 3,
        PairState::Unconfirmed => 4,
        PairState::Machine => 5,
        PairState::Orphaned => 6,
        PairState::Stale(Change::Cosmetic) => 7,
        PairState::Untranslated => 8,
        _ => 9,
    }
}
