//! What the code and the links in the rows of tables tell: which tables are the same, and which rows stand in another order.

use crate::bitext::dynamic::Bead;
use crate::bitext::skeleton::Piece;
use crate::document::document::Document;
use crate::document::unit::UnitId;
use std::collections::BTreeSet;
use std::collections::HashMap;

/// With fewer rows out of order, the rows are where they were and their contents differ.
const LEAST_MOVED: usize = 3;
/// The same where the rows kept their order.
const LEAST_SHIFTED: usize = 2;
/// At most so many rows may have kept their order for each that has not.
const MOST_STAYING: usize = 4;

/// How sure a pair of tables is whose rows hold the same.
const SAME_TABLE: f32 = 0.9;
/// Among how many tables that were left alone partners are sought.
const MOST_TABLES: usize = 64;

/// Pairs tables that were left alone on both sides and whose rows mostly have the same names, code and links: long tables are full of
/// words and marks that differ, which add up. A pair stands where its source stood.
pub(super) fn rejoin(
    mut beads: Vec<Bead>,
    (source, source_pieces): (&Document, &[Piece]),
    (target, target_pieces): (&Document, &[Piece]),
) -> Vec<Bead> {
    let lone = |is_lone: &dyn Fn(&Bead) -> bool, table: &dyn Fn(&Bead) -> Option<Table>| {
        let lone = (0..beads.len()).filter(|at| is_lone(&beads[*at]));
        let tables = lone.filter_map(|at| Some((at, table(&beads[at])?)));
        tables.take(MOST_TABLES).collect::<Vec<(usize, Table)>>()
    };
    let lost = lone(&|bead| bead.target.is_empty(), &|bead| {
        table(source, source_pieces.get(bead.source.clone())?)
    });
    if lost.is_empty() {
        return beads;
    }
    let mut orphans = lone(&|bead| bead.source.is_empty(), &|bead| {
        table(target, target_pieces.get(bead.target.clone())?)
    });
    let mut gone = BTreeSet::new();
    for (at, one) in lost {
        let n_shared = |other: &Table| one.keys.intersection(&other.keys).count();
        let best = (0..orphans.len()).max_by_key(|idx| n_shared(&orphans[*idx].1));
        let Some(best) = best else {
            break;
        };
        let (place, other) = &orphans[best];
        let n = n_shared(other);
        if n >= LEAST_MOVED && 2 * n >= one.n_rows.max(other.n_rows) {
            beads[at].target = beads[*place].target.clone();
            beads[at].posterior = SAME_TABLE;
            gone.insert(*place);
            orphans.remove(best);
        }
    }
    let mut at = 0..;
    beads.retain(|_| at.next().is_some_and(|at| !gone.contains(&at)));
    beads
}

/// A table as its rows tell of it.
struct Table {
    n_rows: usize,
    /// What the rows are called and what they hold.
    keys: BTreeSet<String>,
}

/// Reads a table; nothing where it is none.
fn table(document: &Document, pieces: &[Piece]) -> Option<Table> {
    let [Piece::Table(cells)] = pieces else {
        return None;
    };
    let mut table = Table {
        n_rows: 0,
        keys: BTreeSet::new(),
    };
    for row in cells.chunk_by(|one, next| one.0.0 == next.0.0) {
        let units: Vec<UnitId> = row.iter().map(|(_, unit)| *unit).collect();
        table.n_rows += 1;
        table.keys.extend(name(document, &units));
        table.keys.extend(key(document, &units));
    }
    Some(table)
}

/// How the rows of two tables stand to each other, as far as names, code and links tell.
pub(super) enum Order {
    /// Nothing speaks against pairing them by their places.
    Unknown,
    /// In the same order, but not in the same places, since rows came and went: pairs of row indices that hold the same.
    Shifted(Vec<(usize, usize)>),
    /// In another order: pairs of row indices that hold the same, by the source's row.
    Moved(Vec<(usize, usize)>),
}

/// Compares the rows of two tables.
pub(super) fn order(
    source: (&Document, &[Vec<UnitId>]),
    target: (&Document, &[Vec<UnitId>]),
) -> Order {
    let mut found: Vec<(usize, usize)> = Vec::new();
    // A row that took its name along has moved, be it one; links alone may have been exchanged.
    let mut n_named_crossed = None;
    for key in [name, key] {
        let (one, other) = (places(source, key), places(target, key));
        let both = one
            .iter()
            .filter_map(|(key, row)| Some(((*row)?, (*other.get(key)?)?)));
        let new: Vec<(usize, usize)> = both
            .filter(|(one, other)| !found.iter().any(|(row, like)| row == one || like == other))
            .collect();
        found.extend(new);
        found.sort_unstable();
        if n_named_crossed.is_none() {
            n_named_crossed = Some(found.len() - longest_run(&found));
        }
    }
    let n_crossed = found.len() - longest_run(&found);
    let is_sorted_anew = n_crossed >= LEAST_MOVED && MOST_STAYING * n_crossed >= found.len();
    if is_sorted_anew || n_named_crossed > Some(0) {
        return Order::Moved(found);
    }
    let n_shifted = found.iter().filter(|(one, other)| one != other).count();
    match n_crossed == 0 && n_shifted >= LEAST_SHIFTED {
        true => Order::Shifted(found),
        false => Order::Unknown,
    }
}

/// Returns where each key stands; a key that several rows have stands nowhere.
fn places(
    (document, rows): (&Document, &[Vec<UnitId>]),
    key: fn(&Document, &[UnitId]) -> Option<String>,
) -> HashMap<String, Option<usize>> {
    let mut places: HashMap<String, Option<usize>> = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        let Some(key) = key(document, row) else {
            continue;
        };
        let place = places.entry(key).or_insert(Some(at));
        if *place != Some(at) {
            *place = None;
        }
    }
    places
}

/// What a row is called, where the name is more than a number.
fn name(document: &Document, row: &[UnitId]) -> Option<String> {
    let name = document.text(*row.first()?);
    let is_name = name.chars().filter(|c| c.is_alphabetic()).nth(1).is_some();
    is_name.then(|| name.to_owned())
}

/// What a row holds that no translation changes: its code and its links' targets.
fn key(document: &Document, row: &[UnitId]) -> Option<String> {
    let codes = row.iter().flat_map(|unit| document.codes(*unit));
    let mut kept: Vec<&str> = codes
        .filter(|code| code.kind.is_kept())
        .map(|code| code.content.as_str())
        .collect();
    kept.sort_unstable();
    (!kept.is_empty()).then(|| kept.join("\n"))
}

/// Returns how many of the pairs keep their order at most.
fn longest_run(found: &[(usize, usize)]) -> usize {
    let mut ends: Vec<usize> = Vec::new();
    for (_, row) in found {
        let at = ends.partition_point(|end| end < row);
        match ends.get_mut(at) {
            Some(end) => *end = *row,
            None => ends.push(*row),
        }
    }
    ends.len()
}
