//! Records of other locks that fit this document: units that moved across files, renamed files, copied pages.

use crate::document::document::Document;
use crate::lock::fold;
use crate::lock::lock::Lock;
use crate::lock::lock::Record;
use crate::lock::trail::Trail;
use crate::text::fingerprint::Fingerprint;
use crate::text::fingerprint::Fingerprints;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use serde::Serialize;
use std::cmp::Reverse;
use std::ops::Range;

/// Records that do not fit may stand between two that do, at most so many: a section that moved brings what changed in it along.
const BETWEEN: usize = 16;
/// The same page may have been copied many times; so many places that offer one text are enough.
const N_OFFERS: usize = 2;

/// What the other locks of the project hold, to follow units that moved across files.
#[derive(Clone, Debug, Default)]
pub struct Elsewhere {
    records: Vec<Record>,
    /// The names of each record's texts.
    keys: Vec<Keys>,
    /// For each record, its lock's records.
    locks: Vec<Range<usize>>,
    /// Records by the name of their first source text.
    by_source: FxHashMap<Fingerprint, Vec<usize>>,
}

/// The names of the units of a document that its own lock says nothing about: only these may be found in other locks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Free {
    /// Those of the source.
    pub source: Fingerprints,
    /// Those of the draft.
    pub target: Fingerprints,
}

#[derive(Clone, Debug)]
struct Keys {
    source: Vec<Fingerprint>,
    target: Vec<Fingerprint>,
}

impl Elsewhere {
    /// Gathers the records of locks whose documents are gone or have lost units.
    pub fn new<'a>(locks: impl IntoIterator<Item = &'a Lock>) -> Self {
        let mut elsewhere = Self::default();
        for lock in locks {
            let range = elsewhere.records.len()..elsewhere.records.len() + lock.records.len();
            for record in &lock.records {
                elsewhere.push(record, range.clone());
            }
        }
        elsewhere
    }

    /// Returns the records.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    fn push(&mut self, record: &Record, lock: Range<usize>) {
        let names = |texts: &[String]| texts.iter().map(|text| fold::key(text)).collect();
        let keys = Keys {
            source: names(&record.source),
            target: names(&record.target),
        };
        if let Some(first) = keys.source.first() {
            let of_text = self.by_source.entry(*first).or_default();
            of_text.push(self.records.len());
        }
        self.records.push(record.clone());
        self.keys.push(keys);
        self.locks.push(lock);
    }

    /// Tells whether any record may say something of a document. Of one that nothing fits it makes no difference what other locks hold.
    pub fn fits(&self, free: &Free) -> bool {
        !self.records.is_empty() && !self.fitting(free).is_empty()
    }

    /// Lists the records whose texts all stand free, in order.
    fn fitting(&self, free: &Free) -> Vec<usize> {
        let names = |names: &[Fingerprint]| names.iter().copied().collect();
        let source: FxHashSet<Fingerprint> = names(&free.source);
        let target: FxHashSet<Fingerprint> = names(&free.target);
        let known = source.iter().filter_map(|key| self.by_source.get(key));
        let mut fitting: Vec<usize> = known
            .flatten()
            .copied()
            .filter(|record| {
                self.keys.get(*record).is_some_and(|keys| {
                    keys.source.iter().all(|key| source.contains(key))
                        && keys.target.iter().all(|key| target.contains(key))
                })
            })
            .collect();
        fitting.sort_unstable();
        fitting
    }

    /// Parts fitting records where another lock begins, or too much stands between.
    fn clusters(&self, fitting: &[usize]) -> Vec<Cluster> {
        let mut clusters: Vec<Cluster> = Vec::new();
        for record in fitting {
            let Some(lock) = self.locks.get(*record) else {
                continue;
            };
            let is_near = |last: usize| lock.contains(&last) && record - last <= BETWEEN;
            match clusters.last_mut() {
                Some(cluster) if cluster.fitting.last().copied().is_some_and(is_near) => {
                    cluster.fitting.push(*record);
                }
                _ => clusters.push(Cluster {
                    fitting: vec![*record],
                    lock: lock.clone(),
                }),
            }
        }
        clusters
    }
}

/// Records of one lock that fit, not far from each other.
struct Cluster {
    fitting: Vec<usize>,
    lock: Range<usize>,
}

/// Picks the records whose source and draft stand among the units that the own lock says nothing about, in the order
/// of their locks, with what stood between them. Of places that offer the same text those come first that offer most.
pub fn borrow<'a>(elsewhere: &'a Elsewhere, free: &Free) -> Vec<Vec<&'a Record>> {
    if elsewhere.records.is_empty() {
        return Vec::new();
    }
    let fitting = elsewhere.fitting(free);
    let mut clusters = elsewhere.clusters(&fitting);
    clusters.sort_by_key(|cluster| Reverse(cluster.fitting.len()));
    let mut n_offers: FxHashMap<Fingerprint, usize> = FxHashMap::default();
    clusters.retain(|cluster| {
        let names = cluster.fitting.iter();
        let names = names.filter_map(|record| elsewhere.keys.get(*record)?.source.first());
        let mut is_new = false;
        for name in names {
            let n_offers = n_offers.entry(*name).or_default();
            is_new |= *n_offers < N_OFFERS;
            *n_offers += 1;
        }
        is_new
    });
    clusters.sort_by_key(|cluster| cluster.fitting.first().copied());
    let runs = clusters.iter().filter_map(|cluster| {
        let (first, last) = (*cluster.fitting.first()?, *cluster.fitting.last()?);
        let from = first.saturating_sub(1).max(cluster.lock.start);
        let to = (last + 2).min(cluster.lock.end);
        Some(elsewhere.records.get(from..to)?.iter().collect())
    });
    runs.collect()
}

impl Free {
    /// Names the units that no own record has been found at.
    pub(super) fn of(source: &Trail<'_>, target: &Trail<'_>) -> Self {
        Self {
            source: free_names(source),
            target: free_names(target),
        }
    }

    /// Names all units: of message files any may be found elsewhere.
    pub(super) fn all(source: &Document, target: &Document) -> Self {
        let names = |document: &Document| {
            let units = document.unit_ids();
            units.map(|unit| fold::key(document.text(unit))).collect()
        };
        Self {
            source: names(source),
            target: names(target),
        }
    }
}

fn free_names(trail: &Trail<'_>) -> Fingerprints {
    let units = trail.keys.iter().zip(&trail.is_taken);
    units
        .filter(|(_, is_taken)| !**is_taken)
        .map(|(key, _)| *key)
        .collect()
}
