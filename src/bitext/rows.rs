//! Rows of a table that stand in another order than the source's: tables are re-sorted by the other language's names.

use crate::document::document::Document;
use crate::document::inline::CodeKind;
use crate::document::unit::UnitId;
use std::collections::HashMap;

/// With fewer rows out of place, the rows are where they were and their contents differ.
const LEAST_MOVED: usize = 3;
/// At most so many rows may have kept their order for each that has not.
const MOST_STAYING: usize = 4;

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
