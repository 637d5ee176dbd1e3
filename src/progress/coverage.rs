//! Units and source characters by state.

use crate::bitext::bitext::{Bitext, PairState};

/// Counts of one document (or a sum of several), always against the current source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Source units to translate (ignored ones left out, orphans not counted).
    pub total: u32,
    /// Accepted and unchanged.
    pub translated: u32,
    /// Accepted after review and unchanged.
    pub reviewed: u32,
    /// Accepted at level machine.
    pub machine: u32,
    /// Paired by alignment only.
    pub unconfirmed: u32,
    /// Changed in the source since accepted, cosmetic changes included.
    pub stale: u32,
    /// Of [`Self::stale`], those whose change is cosmetic: they count as covered.
    pub cosmetic: u32,
    /// Changed in the draft since accepted.
    pub edited: u32,
    /// Without a counterpart.
    pub untranslated: u32,
    /// Draft units whose source is gone.
    pub orphaned: u32,
    /// Not to be translated.
    pub ignored: u32,
    /// Source characters (white space left out) to translate.
    pub characters: u64,
    /// Of those, in covered units.
    pub covered_characters: u64,
}

impl Coverage {
    /// Counts one bitext.
    pub fn of(bitext: &Bitext) -> Self {
        let _ = (bitext, PairState::Untranslated);
        Self::default()
    }

    /// Returns the covered part of the units, from 0.0 to 1.0; 1.0 where there is nothing to translate.
    pub fn ratio(&self) -> f64 {
        let covered =
            self.translated + self.reviewed + self.unconfirmed + self.edited + self.cosmetic;
        if self.total == 0 {
            1.0
        } else {
            f64::from(covered) / f64::from(self.total)
        }
    }
}
