//! The names of a document's and its lock's texts: what the other locks are asked by.

use crate::document::document::Document;
use crate::lock::fold;
use crate::lock::lock::Lock;
use crate::lock::lock::Record;
use crate::text::fingerprint::Fingerprint;
use crate::text::fingerprint::Fingerprints;
use serde::Deserialize;
use serde::Serialize;

/// The names of the texts of both sides of a document and its lock.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Names {
    /// Those of the source.
    pub source: SideNames,
    /// Those of the draft.
    pub target: SideNames,
    /// Whether a record of the lock has a side without any text.
    pub has_bare: bool,
}

/// The names of one side's texts, each list sorted.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct SideNames {
    /// Texts of the document that its lock knows.
    pub known: Fingerprints,
    /// Texts of the document that its lock does not know.
    pub open: Fingerprints,
    /// Texts of the lock that the document has no more.
    pub lost: Fingerprints,
}

impl Names {
    /// Names the texts of a document, its draft and its lock.
    pub fn of(source: &Document, target: &Document, lock: &Lock) -> Self {
        Self {
            source: SideNames::of(source, lock, |record| &record.source),
            target: SideNames::of(target, lock, |record| &record.target),
            has_bare: lock.records.iter().any(|record| record.target.is_empty()),
        }
    }

    /// Tells whether no text is open.
    pub fn is_closed(&self) -> bool {
        self.source.open.is_empty() && self.target.open.is_empty()
    }

    /// Tells whether the document holds the source of a record.
    pub fn has_source(&self, record: &Record) -> bool {
        self.source.has_all(&record.source)
    }

    /// Tells whether the draft holds the target of a record.
    pub fn has_target(&self, record: &Record) -> bool {
        self.target.has_all(&record.target)
    }

    /// Tells whether both sides of a record stand among the open texts.
    pub fn is_open(&self, record: &Record) -> bool {
        let is_open = |open: &[Fingerprint], texts: &[String]| {
            let mut texts = texts.iter().map(|text| fold::key(text));
            texts.all(|text| open.binary_search(&text).is_ok())
        };
        is_open(&self.source.open, &record.source) && is_open(&self.target.open, &record.target)
    }
}

impl SideNames {
    fn of(document: &Document, lock: &Lock, side: fn(&Record) -> &[String]) -> Self {
        let units = document.unit_ids();
        let here = sorted(units.map(|unit| fold::key(document.text(unit))));
        let records = lock.records.iter().flat_map(side);
        let locked = sorted(records.map(|text| fold::key(text)));
        let is_in = |names: &[Fingerprint], name: &Fingerprint| names.binary_search(name).is_ok();
        let (known, open): (Vec<_>, Vec<_>) =
            here.into_iter().partition(|name| is_in(&locked, name));
        let lost = locked.into_iter().filter(|name| !is_in(&known, name));
        Self {
            lost: lost.collect(),
            known: Fingerprints(known),
            open: Fingerprints(open),
        }
    }

    /// Tells whether the document has no text.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty() && self.open.is_empty()
    }

    /// Lists the texts of the lock.
    pub fn locked(&self) -> impl Iterator<Item = &Fingerprint> {
        self.known.iter().chain(self.lost.iter())
    }

    fn has_all(&self, texts: &[String]) -> bool {
        texts.iter().all(|text| {
            let name = fold::key(text);
            self.known.binary_search(&name).is_ok() || self.open.binary_search(&name).is_ok()
        })
    }
}

fn sorted(names: impl Iterator<Item = Fingerprint>) -> Vec<Fingerprint> {
    let mut names: Vec<Fingerprint> = names.collect();
    names.sort_unstable();
    names.dedup();
    names
}
