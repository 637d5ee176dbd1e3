//! Takes pairs of whole pieces apart into pairs of units: cells by row and column, front matter by key.

use crate::bitext::align::{self, AlignSettings, Sides};
use crate::bitext::skeleton::{Piece, Place};
use crate::bitext::style::Style;
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

/// Pairs the units of matched pieces, or leaves them open when one side is empty.
pub(super) fn units(one: &[Piece], other: &[Piece], confidence: f32) -> Vec<Sides> {
    let all = |pieces: &[Piece]| pieces.iter().flat_map(Piece::units).collect::<Vec<_>>();
    match (one, other) {
        (_, []) => all(one)
            .into_iter()
            .map(|unit| (vec![unit], Vec::new(), 0.0))
            .collect(),
        ([], _) => all(other)
            .into_iter()
            .map(|unit| (Vec::new(), vec![unit], 0.0))
            .collect(),
        _ => vec![(all(one), all(other), confidence)],
    }
}

type Cell = (Place, UnitId);

/// Pairs the cells of two tables by row and column. Where one table has more rows, the rows are aligned first.
pub(super) fn cells(
    source: &Document,
    one: &[Cell],
    target: &Document,
    other: &[Cell],
    confidence: f32,
    settings: &AlignSettings,
) -> Vec<Sides> {
    let by_row = |cells: &[Cell]| -> Vec<Vec<Cell>> {
        cells
            .chunk_by(|one, next| one.0.0 == next.0.0)
            .map(<[Cell]>::to_vec)
            .collect()
    };
    let (one_rows, other_rows) = (by_row(one), by_row(other));
    if one_rows.len() == other_rows.len() {
        return matched(one, other, confidence);
    }
    let texts = |document: &Document, rows: &[Vec<Cell>]| -> Vec<String> {
        let text = |row: &Vec<Cell>| {
            let cells = row.iter().map(|(_, unit)| document.text(*unit));
            cells.collect::<Vec<_>>().join(" | ")
        };
        rows.iter().map(text).collect()
    };
    let (one_texts, other_texts) = (texts(source, &one_rows), texts(target, &other_rows));
    let job = (align::strs(&one_texts), align::strs(&other_texts));
    let chains = align::chains(&[job], settings, &|_| Style::rows());
    let beads = chains.into_iter().flatten();
    let mut sides = Vec::new();
    for bead in beads {
        // Inside a pair of rows only the column counts.
        let columns = |rows: &[Vec<Cell>]| -> Vec<((usize, usize), UnitId)> {
            rows.iter()
                .flatten()
                .map(|((_, column, nth), unit)| ((*column, *nth), *unit))
                .collect()
        };
        let (one, other) = (
            columns(&one_rows[bead.source]),
            columns(&other_rows[bead.target]),
        );
        sides.extend(matched(&one, &other, confidence.min(bead.posterior)));
    }
    sides
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
