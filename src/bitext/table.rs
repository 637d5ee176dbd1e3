//! Takes pairs of whole pieces apart into pairs of units: cells by row and column, front matter by key.

use crate::bitext::align::Sides;
use crate::bitext::skeleton::{Piece, Place};
use crate::document::document::Document;
use crate::document::unit::UnitId;
use std::collections::HashMap;

/// Pairs front-matter values by their keys, equal keys in their order.
pub(super) fn by_key(
    source: &Document,
    one: &[UnitId],
    target: &Document,
    other: &[UnitId],
) -> Vec<Sides> {
    let keyed = |document: &Document, units: &[UnitId]| -> Vec<((String, usize), UnitId)> {
        let mut counts: HashMap<String, usize> = HashMap::new();
        let key = |unit: &UnitId| document.unit(*unit).key.clone().unwrap_or_default();
        units
            .iter()
            .map(|unit| {
                let count = counts.entry(key(unit)).or_default();
                *count += 1;
                ((key(unit), *count), *unit)
            })
            .collect()
    };
    matched(&keyed(source, one), &keyed(target, other), 1.0)
}

/// Pairs the units of matched pieces.
pub(super) fn expand(one: &[Piece], other: &[Piece], confidence: f32) -> Vec<Sides> {
    match (one, other) {
        ([Piece::Table(one)], [Piece::Table(other)]) => cells(one, other, confidence),
        (_, []) => units(one)
            .into_iter()
            .map(|unit| (vec![unit], Vec::new(), 0.0))
            .collect(),
        ([], _) => units(other)
            .into_iter()
            .map(|unit| (Vec::new(), vec![unit], 0.0))
            .collect(),
        _ => vec![(units(one), units(other), confidence)],
    }
}

fn units(pieces: &[Piece]) -> Vec<UnitId> {
    pieces.iter().flat_map(Piece::units).collect()
}

/// Pairs cells by row and column.
fn cells(one: &[(Place, UnitId)], other: &[(Place, UnitId)], confidence: f32) -> Vec<Sides> {
    matched(one, other, confidence)
}

/// Pairs what has the same key; what is left of the target stands behind its last neighbour that has a partner.
fn matched<K: Clone + Eq + std::hash::Hash>(
    one: &[(K, UnitId)],
    other: &[(K, UnitId)],
    confidence: f32,
) -> Vec<Sides> {
    let places: HashMap<&K, UnitId> = other.iter().map(|(key, unit)| (key, *unit)).collect();
    let known: HashMap<&K, usize> = one
        .iter()
        .zip(0..)
        .map(|((key, _), at)| (key, at))
        .collect();
    let mut orphans: HashMap<usize, Vec<UnitId>> = HashMap::new();
    let mut after = 0;
    for (key, unit) in other {
        match known.get(key) {
            Some(at) => after = at + 1,
            None => orphans.entry(after).or_default().push(*unit),
        }
    }
    let mut sides = Vec::new();
    let mut take = |at: usize, sides: &mut Vec<Sides>| {
        let alone = orphans.remove(&at).unwrap_or_default();
        sides.extend(alone.into_iter().map(|unit| (Vec::new(), vec![unit], 0.0)));
    };
    take(0, &mut sides);
    for (at, (key, unit)) in one.iter().enumerate() {
        let partner = places.get(key).copied();
        sides.push((vec![*unit], partner.into_iter().collect(), confidence));
        take(at + 1, &mut sides);
    }
    sides
}
