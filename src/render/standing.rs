//! How the translation of a passage stands, as its readers want to know it.

use crate::bitext::bitext::PairState;
use crate::document::block::BlockId;
use crate::render::edition::Edition;
use crate::render::edition::Side;

/// How the translation of a passage stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Nothing in it is to be translated.
    Neutral,
    /// It is translated, and the source has not changed since.
    Current,
    /// It is translated, but nobody has accepted that yet.
    Unconfirmed,
    /// The source has changed since it was translated.
    Stale,
    /// A part of it is translated.
    Partial,
    /// It is not translated.
    Untranslated,
    /// It has no source any more.
    Orphaned,
}

/// All of them.
pub const STANDINGS: [Standing; 7] = [
    Standing::Neutral,
    Standing::Current,
    Standing::Unconfirmed,
    Standing::Stale,
    Standing::Partial,
    Standing::Untranslated,
    Standing::Orphaned,
];

impl Standing {
    /// Returns the name used in options, messages and classes.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Current => "current",
            Self::Unconfirmed => "unconfirmed",
            Self::Stale => "stale",
            Self::Partial => "partial",
            Self::Untranslated => "untranslated",
            Self::Orphaned => "orphaned",
        }
    }

    /// Tells whether readers must be told.
    pub const fn is_marked(self) -> bool {
        matches!(
            self,
            Self::Stale | Self::Partial | Self::Untranslated | Self::Orphaned
        )
    }
}

/// Sums up the pairs of all units of some blocks.
pub(crate) fn of(edition: &Edition<'_>, source: &[BlockId], target: &[BlockId]) -> Standing {
    let mut states = Vec::new();
    for (side, blocks) in [(Side::Source, source), (Side::Target, target)] {
        for block in blocks {
            let units = edition.outline(side).units(*block);
            let pairs = units.iter().filter_map(|unit| edition.pair_of(side, *unit));
            states.extend(pairs.map(|pair| pair.state));
        }
    }
    let has = |is_met: fn(PairState) -> bool| states.iter().copied().any(is_met);
    let is_missing = has(|state| state == PairState::Untranslated);
    let is_there = has(|state| !matches!(state, PairState::Untranslated | PairState::Ignored));
    if is_missing && is_there {
        Standing::Partial
    } else if is_missing {
        Standing::Untranslated
    } else if has(|state| matches!(state, PairState::Stale(_))) {
        Standing::Stale
    } else if has(|state| state == PairState::Orphaned) {
        Standing::Orphaned
    } else if has(|state| state == PairState::Unconfirmed) {
        Standing::Unconfirmed
    } else if is_there {
        Standing::Current
    } else {
        Standing::Neutral
    }
}
