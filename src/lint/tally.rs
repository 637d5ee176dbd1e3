//! Comparing what both sides must hold in the same number: placeholders, formulas, reference marks.

use crate::lint::finding::Location;
use std::collections::BTreeMap;

/// How many leftovers the nearest is looked for among.
const NEAREST: usize = 64;

/// One thing that a side holds.
#[derive(Clone, Debug)]
pub struct Item {
    /// What makes it the same as another.
    pub key: String,
    /// How it is written.
    pub written: String,
    /// Where it stands.
    pub at: Location,
}

/// Whether a thing that the source repeats must be repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeats {
    /// As often as in the source.
    Counted,
    /// Once is enough, more do no harm.
    Free,
}

/// What is left after every item has found its like.
#[derive(Debug, Default)]
pub struct TallyDiff {
    /// Items of the source and what stands in the target instead.
    pub changed: Vec<(Item, Item)>,
    /// Items of the source that the target lacks.
    pub missing: Vec<Item>,
    /// Items that only the target has.
    pub extra: Vec<Item>,
}

/// Compares the items of both sides, `repeats` telling which keys are counted.
pub fn compare(
    source: Vec<Item>,
    target: Vec<Item>,
    repeats: impl Fn(&Item) -> Repeats,
) -> TallyDiff {
    let known = counts(&source);
    let mut present = counts(&target);
    let mut left: Vec<Item> = Vec::new();
    let mut met: BTreeMap<String, usize> = BTreeMap::new();
    for item in source {
        let n_met = met.entry(item.key.clone()).or_default();
        *n_met += 1;
        let is_counted = repeats(&item) == Repeats::Counted;
        let n_present = present.get(&item.key).copied().unwrap_or_default();
        let is_there = match is_counted {
            true => *n_met <= n_present,
            false => n_present > 0 || *n_met > 1,
        };
        if !is_there {
            left.push(item);
        }
    }
    let mut extra: Vec<Item> = Vec::new();
    for item in target.into_iter().rev() {
        let n_present = present.entry(item.key.clone()).or_default();
        let n_known = known.get(&item.key).copied().unwrap_or_default();
        let is_counted = repeats(&item) == Repeats::Counted;
        if n_known == 0 || is_counted && *n_present > n_known {
            *n_present -= 1;
            extra.push(item);
        }
    }
    extra.reverse();
    pair_up(left, extra)
}

fn counts(items: &[Item]) -> BTreeMap<String, usize> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for item in items {
        *counts.entry(item.key.clone()).or_default() += 1;
    }
    counts
}

/// What is left over on both sides is taken as changed, the likest together.
fn pair_up(left: Vec<Item>, mut extra: Vec<Item>) -> TallyDiff {
    let mut diff = TallyDiff::default();
    for item in left {
        let near = extra.iter().take(NEAREST).enumerate();
        let nearest = near
            .max_by_key(|(idx, other)| (n_shared(&item.key, &other.key), std::cmp::Reverse(*idx)));
        match nearest.map(|(idx, _)| idx) {
            Some(idx) => diff.changed.push((item, extra.remove(idx))),
            None => diff.missing.push(item),
        }
    }
    diff.extra = extra;
    diff
}

/// Returns how many characters two texts share at their ends.
pub fn n_shared(one: &str, other: &str) -> usize {
    let front = one
        .chars()
        .zip(other.chars())
        .take_while(|(one, other)| one == other)
        .count();
    let back = one
        .chars()
        .rev()
        .zip(other.chars().rev())
        .take_while(|(one, other)| one == other)
        .count();
    front + back
}
