//! Units and source characters by state.

use crate::bitext::bitext::{Bitext, PairState};
use crate::bitext::change::Change;
use serde::Deserialize;
use serde::Serialize;
use std::iter::Sum;
use std::ops::Add;

/// Counts of one document (or a sum of several), always against the current source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
        let mut coverage = Self::default();
        for pair in &bitext.pairs {
            let n_units = u32::try_from(pair.source.len()).unwrap_or(u32::MAX);
            let n_orphans = u32::try_from(pair.target.len()).unwrap_or(u32::MAX);
            let texts = pair.source.iter().map(|unit| bitext.source.text(*unit));
            let n_characters: u64 = texts.map(n_visible).sum();
            if pair.state == PairState::Orphaned {
                coverage.orphaned += n_orphans;
                continue;
            }
            if pair.state == PairState::Ignored {
                coverage.ignored += n_units;
                continue;
            }
            coverage.total += n_units;
            coverage.characters += n_characters;
            *coverage.count_of(pair.state) += n_units;
            if pair.state == PairState::Stale(Change::Cosmetic) {
                coverage.cosmetic += n_units;
            }
            if is_covered(pair.state) {
                coverage.covered_characters += n_characters;
            }
        }
        coverage
    }

    fn count_of(&mut self, state: PairState) -> &mut u32 {
        match state {
            PairState::Untranslated => &mut self.untranslated,
            PairState::Machine => &mut self.machine,
            PairState::Unconfirmed => &mut self.unconfirmed,
            PairState::Stale(_) => &mut self.stale,
            PairState::Edited => &mut self.edited,
            PairState::Translated => &mut self.translated,
            PairState::Reviewed => &mut self.reviewed,
            PairState::Orphaned => &mut self.orphaned,
            PairState::Ignored => &mut self.ignored,
        }
    }

    /// Returns how many units are not covered.
    pub const fn uncovered(&self) -> u32 {
        self.total.saturating_sub(self.covered())
    }

    /// Tells whether a smaller part is covered, and more is left to do: less coverage alone may come of a page that went.
    pub fn is_worse_than(&self, other: &Self) -> bool {
        self.ratio() < other.ratio() && self.uncovered() > other.uncovered()
    }

    const fn covered(&self) -> u32 {
        self.translated + self.reviewed + self.unconfirmed + self.edited + self.cosmetic
    }

    /// Returns the covered part of the units, from 0.0 to 1.0; 1.0 where there is nothing to translate.
    pub fn ratio(&self) -> f64 {
        if self.total == 0 {
            1.0
        } else {
            f64::from(self.covered()) / f64::from(self.total)
        }
    }
}

impl Add for Coverage {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            total: self.total + other.total,
            translated: self.translated + other.translated,
            reviewed: self.reviewed + other.reviewed,
            machine: self.machine + other.machine,
            unconfirmed: self.unconfirmed + other.unconfirmed,
            stale: self.stale + other.stale,
            cosmetic: self.cosmetic + other.cosmetic,
            edited: self.edited + other.edited,
            untranslated: self.untranslated + other.untranslated,
            orphaned: self.orphaned + other.orphaned,
            ignored: self.ignored + other.ignored,
            characters: self.characters + other.characters,
            covered_characters: self.covered_characters + other.covered_characters,
        }
    }
}

impl Sum for Coverage {
    fn sum<I: Iterator<Item = Self>>(each: I) -> Self {
        each.fold(Self::default(), Add::add)
    }
}

/// Machine translations are counted apart: nobody has looked at them.
const fn is_covered(state: PairState) -> bool {
    matches!(
        state,
        PairState::Translated
            | PairState::Reviewed
            | PairState::Unconfirmed
            | PairState::Edited
            | PairState::Stale(Change::Cosmetic)
    )
}

fn n_visible(text: &str) -> u64 {
    text.chars().filter(|c| !c.is_whitespace()).map(|_| 1).sum()
}
