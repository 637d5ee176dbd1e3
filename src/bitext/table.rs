//! Takes pairs of whole pieces apart into pairs of units: cells by row and column, front matter by key.

use crate::bitext::align::{self, AlignSettings, Sides};
use crate::bitext::rows::{self, Order};
use crate::bitext::skeleton::{Piece, Place};
use crate::bitext::style::Style;
use crate::document::document::Document;
use crate::document::unit::UnitId;
use std::collections::{BTreeSet, HashMap};

/// Pairs front-matter values by their keys, equal keys in their order. Lists that are longer on one side are aligned item by item.
pub(super) fn by_key(
    source: &Document,
    one: &[UnitId],
    target: &Document,
    other: &[UnitId],
    settings: &AlignSettings,
) -> Vec<Sides> {
    let (n_one, n_other) = (counts(source, one), counts(target, other));
    let n = |counts: &HashMap<&str, usize>, key: &str| counts.get(key).copied().unwrap_or(0);
    let is_uneven = |key: &&&str| {
        let (one, other) = (n(&n_one, key), n(&n_other, key));
        one != other && one.min(other) > 0
    };
    let lists: BTreeSet<&str> = n_one
        .keys()
        .filter(is_uneven)
        .map(|key| list_of(key))
        .collect();
    let is_repeated = |key: &str| n(&n_one, key).max(n(&n_other, key)) > 1;
    let list = |document: &Document, unit: UnitId| -> Option<&str> {
        let key = document.unit(unit).key.as_deref().unwrap_or_default();
        let list = lists.get(list_of(key)).copied();
        list.filter(|_| is_repeated(key))
    };
    let single = |document: &Document, units: &[UnitId]| -> Vec<UnitId> {
        let units = units.iter().copied();
        units
            .filter(|unit| list(document, *unit).is_none())
            .collect()
    };
    let mut sides = in_order(source, &single(source, one), target, &single(target, other));
    for name in &lists {
        let of_list = |document: &Document, units: &[UnitId]| -> Vec<UnitId> {
            let units = units.iter().copied();
            units
                .filter(|unit| list(document, *unit) == Some(name))
                .collect()
        };
        let (one, other) = (of_list(source, one), of_list(target, other));
        let mut columns: BTreeSet<&str> = counts(source, &one).into_keys().collect();
        columns.extend(counts(target, &other).into_keys());
        let columns: Vec<&str> = columns.into_iter().collect();
        let (one, other) = (
            items(source, &one, &columns),
            items(target, &other, &columns),
        );
        sides.extend(cells(source, &one, target, &other, 1.0, settings));
    }
    sides
}

fn counts<'a>(document: &'a Document, units: &[UnitId]) -> HashMap<&'a str, usize> {
    let mut counts = HashMap::new();
    for unit in units {
        let key = document.unit(*unit).key.as_deref().unwrap_or_default();
        *counts.entry(key).or_default() += 1;
    }
    counts
}

/// Returns the list that a repeated key belongs to: `features` for `features.title`, `keywords` for itself.
fn list_of(key: &str) -> &str {
    key.rsplit_once('.').map_or(key, |(list, _)| list)
}

/// Lays a list out as a table: an item a row, which ends where a key comes again.
fn items(document: &Document, units: &[UnitId], columns: &[&str]) -> Vec<Cell> {
    let (mut row, mut seen) = (0, BTreeSet::new());
    let mut cells = Vec::with_capacity(units.len());
    for unit in units {
        let key = document.unit(*unit).key.as_deref().unwrap_or_default();
        let column = columns.iter().position(|name| *name == key).unwrap_or(0);
        if !seen.insert(column) {
            row += 1;
            seen = BTreeSet::from([column]);
        }
        cells.push(((row, column, 0), *unit));
    }
    cells
}

fn in_order(source: &Document, one: &[UnitId], target: &Document, other: &[UnitId]) -> Vec<Sides> {
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

/// How sure a pair of rows is that have the same name, or the same code and links, which no other rows hold.
const SAME_ROW: f32 = 0.95;

/// Pairs the cells of two tables by row and column. Where one table has more rows, or other ones in their places, the rows are
/// aligned first.
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
    let (mut one_rows, mut other_rows) = (by_row(one), by_row(other));
    let units = |rows: &[Vec<Cell>]| -> Vec<Vec<UnitId>> {
        let units = |row: &Vec<Cell>| row.iter().map(|(_, unit)| *unit).collect();
        rows.iter().map(units).collect()
    };
    let order = rows::order((source, &units(&one_rows)), (target, &units(&other_rows)));
    let mut sides = Vec::new();
    let pair = |one: &[Vec<Cell>], other: &[Vec<Cell>], sides: &mut Vec<Sides>| {
        sides.extend(matched(
            &columns(one),
            &columns(other),
            confidence.max(SAME_ROW),
        ));
    };
    match order {
        Order::Unknown if one_rows.len() == other_rows.len() => {
            return matched(one, other, confidence);
        }
        Order::Unknown => {}
        Order::Shifted(found) => {
            let mut last = (0, 0);
            for (one, other) in found {
                let gap = (&one_rows[last.0..one], &other_rows[last.1..other]);
                sides.extend(align_rows(
                    (source, gap.0),
                    (target, gap.1),
                    confidence,
                    settings,
                ));
                pair(&one_rows[one..=one], &other_rows[other..=other], &mut sides);
                last = (one + 1, other + 1);
            }
            one_rows.drain(..last.0);
            other_rows.drain(..last.1);
        }
        Order::Moved(found) => {
            for (one, other) in &found {
                pair(
                    &one_rows[*one..=*one],
                    &other_rows[*other..=*other],
                    &mut sides,
                );
            }
            drop_rows(&mut one_rows, found.iter().map(|(one, _)| *one));
            drop_rows(&mut other_rows, found.iter().map(|(_, other)| *other));
        }
    }
    sides.extend(align_rows(
        (source, &one_rows),
        (target, &other_rows),
        confidence,
        settings,
    ));
    sides
}

/// Pairs the cells of rows that stand in the same order.
fn align_rows(
    (source, one): (&Document, &[Vec<Cell>]),
    (target, other): (&Document, &[Vec<Cell>]),
    confidence: f32,
    settings: &AlignSettings,
) -> Vec<Sides> {
    if one.is_empty() || other.is_empty() {
        let alone = one.iter().flatten();
        let alone = alone.map(|(_, unit)| (vec![*unit], Vec::new(), 0.0));
        let orphans = other.iter().flatten();
        let orphans = orphans.map(|(_, unit)| (Vec::new(), vec![*unit], 0.0));
        return alone.chain(orphans).collect();
    }
    let texts = |document: &Document, rows: &[Vec<Cell>]| -> Vec<String> {
        let text = |row: &Vec<Cell>| {
            let cells = row.iter().map(|(_, unit)| document.text(*unit));
            cells.collect::<Vec<_>>().join(" | ")
        };
        rows.iter().map(text).collect()
    };
    let (one_texts, other_texts) = (texts(source, one), texts(target, other));
    let job = (align::strs(&one_texts), align::strs(&other_texts));
    let chains = align::chains(&[job], settings, &|_| Style::rows());
    let mut sides = Vec::new();
    for bead in chains.into_iter().flatten() {
        let (one, other) = (columns(&one[bead.source]), columns(&other[bead.target]));
        sides.extend(matched(&one, &other, confidence.min(bead.posterior)));
    }
    sides
}

fn drop_rows(rows: &mut Vec<Vec<Cell>>, dropped: impl Iterator<Item = usize>) {
    let dropped: BTreeSet<usize> = dropped.collect();
    let mut at = 0..;
    rows.retain(|_| at.next().is_some_and(|at| !dropped.contains(&at)));
}

/// The cells of rows that belong together, where only the column counts.
fn columns(rows: &[Vec<Cell>]) -> Vec<((usize, usize), UnitId)> {
    rows.iter()
        .flatten()
        .map(|((_, column, nth), unit)| ((*column, *nth), *unit))
        .collect()
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
