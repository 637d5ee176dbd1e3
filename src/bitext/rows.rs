//! What the code and the links in the rows of tables tell: which tables are the same, and which rows stand in another order.

use crate::bitext::dynamic::Bead;
use crate::bitext::skeleton::Piece;
use crate::document::document::Document;
use crate::document::inline::CodeKind;
use crate::document::unit::UnitId;
use std::collections::BTreeSet;
use std::collections::HashMap;

/// With fewer rows out of place, the rows are where they were and their contents differ.
const LEAST_MOVED: usize = 3;
/// At most so many rows may have kept their order for each that has not.
const MOST_STAYING: usize = 4;

/// How sure a pair of tables is whose rows hold the same.
const SAME_TABLE: f32 = 0.9;
/// Among how many tables that were left alone partners are sought.
const MOST_TABLES: usize = 64;

/// Pairs tables that were left alone on both sides and hold the same code and links in most of their rows: long tables are full of
/// words and marks that differ, which add up. A pair stands where its source stood.
pub(super) fn rejoin(
    mut beads: Vec<Bead>,
    (source, source_pieces): (&Document, &[Piece]),
    (target, target_pieces): (&Document, &[Piece]),
) -> Vec<Bead> {
    let lone = |is_lone: &dyn Fn(&Bead) -> bool,
                keys: &dyn Fn(&Bead) -> Option<BTreeSet<String>>| {
        let lone = (0..beads.len()).filter(|at| is_lone(&beads[*at]));
        let tables = lone.filter_map(|at| Some((at, keys(&beads[at])?)));
        tables
            .take(MOST_TABLES)
            .collect::<Vec<(usize, BTreeSet<String>)>>()
    };
    let lost = lone(&|bead| bead.target.is_empty(), &|bead| {
        table_keys(source, source_pieces.get(bead.source.clone())?)
    });
    if lost.is_empty() {
        return beads;
    }
    let mut orphans = lone(&|bead| bead.source.is_empty(), &|bead| {
        table_keys(target, target_pieces.get(bead.target.clone())?)
    });
    let mut gone = BTreeSet::new();
    for (at, keys) in lost {
        let n_shared = |other: &BTreeSet<String>| keys.intersection(other).count();
        let Some(best) = (0..orphans.len()).max_by_key(|idx| n_shared(&orphans[*idx].1)) else {
            break;
        };
        let (other, other_keys) = &orphans[best];
        let n = n_shared(other_keys);
        if n >= LEAST_MOVED && 2 * n >= keys.len().max(other_keys.len()) {
            beads[at].target = beads[*other].target.clone();
            beads[at].posterior = SAME_TABLE;
            gone.insert(*other);
            orphans.remove(best);
        }
    }
    let mut at = 0..;
    beads.retain(|_| at.next().is_some_and(|at| !gone.contains(&at)));
    beads
}

/// Returns what the rows of a table hold; nothing for what is no table.
fn table_keys(document: &Document, pieces: &[Piece]) -> Option<BTreeSet<String>> {
    let [Piece::Table(cells)] = pieces else {
        return None;
    };
    let rows = cells.chunk_by(|one, next| one.0.0 == next.0.0);
    let units = |row: &[_]| row.iter().map(|(_, unit)| *unit).collect::<Vec<UnitId>>();
    Some(rows.filter_map(|row| key(document, &units(row))).collect())
}

/// How the rows of two tables stand to each other, as far as their code and links tell.
pub(super) enum Order {
    /// Nothing speaks against pairing them by their places.
    Unknown,
    /// In the same order, but not in the same places: some came and as many went.
    Shifted,
    /// In another order: pairs of row indices that hold the same, by the source's row.
    Moved(Vec<(usize, usize)>),
}

/// Compares the code and the links of rows.
pub(super) fn order(
    source: (&Document, &[Vec<UnitId>]),
    target: (&Document, &[Vec<UnitId>]),
) -> Order {
    let (one, other) = (places(source), places(target));
    let mut found: Vec<(usize, usize)> = one
        .iter()
        .filter_map(|(key, row)| Some(((*row)?, (*other.get(key)?)?)))
        .collect();
    found.sort_unstable();
    let n_crossed = found.len() - longest_run(&found);
    if n_crossed >= LEAST_MOVED && MOST_STAYING * n_crossed >= found.len() {
        return Order::Moved(found);
    }
    let n_shifted = found.iter().filter(|(one, other)| one != other).count();
    match n_crossed == 0 && n_shifted >= LEAST_MOVED && 2 * n_shifted > found.len() {
        true => Order::Shifted,
        false => Order::Unknown,
    }
}

/// Returns where each key stands; a key that several rows have stands nowhere.
fn places((document, rows): (&Document, &[Vec<UnitId>])) -> HashMap<String, Option<usize>> {
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

/// What a row holds that no translation changes: its code and its links' targets.
fn key(document: &Document, row: &[UnitId]) -> Option<String> {
    let codes = row.iter().flat_map(|unit| document.codes(*unit));
    let mut kept: Vec<&str> = codes
        .filter(|code| {
            matches!(
                code.kind,
                CodeKind::Code | CodeKind::Link | CodeKind::Image | CodeKind::Autolink
            )
        })
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
