//! Records of other locks that fit this document: units that moved across files, renamed files, copied pages.

use crate::lock::fold;
use crate::lock::lock::Record;
use crate::lock::resolve::Elsewhere;
use crate::lock::trail::Trail;
use crate::text::fingerprint::Fingerprint;
use std::collections::HashSet;

/// Picks the records whose source or draft stands among the units that the own lock says nothing about, in the order
/// of their locks, with what stood between them.
pub fn borrow<'a>(
    elsewhere: &'a Elsewhere,
    source: &Trail<'_>,
    target: &Trail<'_>,
) -> Vec<Vec<&'a Record>> {
    let (source, target) = (free_keys(source), free_keys(target));
    if source.is_empty() && target.is_empty() {
        return Vec::new();
    }
    let holds = |keys: &HashSet<Fingerprint>, texts: &[String]| {
        texts.iter().all(|text| keys.contains(&fold::key(text)))
    };
    let mut runs = Vec::new();
    for records in elsewhere.locks() {
        let fits =
            |record: &&Record| holds(&source, &record.source) && holds(&target, &record.target);
        let first = records.iter().position(|record| fits(&record));
        let last = records.iter().rposition(|record| fits(&record));
        if let (Some(first), Some(last)) = (first, last) {
            runs.push(
                records[first.saturating_sub(1)..(last + 2).min(records.len())]
                    .iter()
                    .collect(),
            );
        }
    }
    runs
}

fn free_keys(trail: &Trail<'_>) -> HashSet<Fingerprint> {
    let units = trail.keys.iter().zip(&trail.is_taken);
    units
        .filter(|(_, is_taken)| !**is_taken)
        .map(|(key, _)| *key)
        .collect()
}
