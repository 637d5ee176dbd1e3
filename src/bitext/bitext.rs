//! A bitext: a source document, its translation, and the pairs of units that belong together.

use crate::bitext::change::Change;
use crate::bitext::texts::Texts;
use crate::document::document::Document;
use crate::document::unit::{UnitId, UnitSpan};
use crate::text::span::Span;

/// A source document and its translation.
#[derive(Clone, Debug)]
pub struct Bitext {
    /// The source side.
    pub source: Document,
    /// The target side; a document without units when the draft does not exist.
    pub target: Document,
    /// Every unit of both sides stands in exactly one pair. Ordered by place in the source; orphans stand where the target has them.
    pub pairs: Vec<Pair>,
    /// What changed in the source since it was accepted, apart from the texts of units.
    pub layout: Vec<LayoutChange>,
}

/// A change of the source that the text of no unit shows: its lines of markup, the order of its units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LayoutChange {
    /// What it is.
    pub kind: LayoutKind,
    /// Where the source has it; nothing when it went.
    pub source: Option<Span>,
    /// Where the draft still has the old one; nothing when it has none.
    pub target: Option<Span>,
    /// The markup as it was, where it is another one now.
    pub previous: Option<String>,
}

/// Kinds of layout change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LayoutKind {
    /// Lines of markup came, went or changed.
    Markup,
    /// Units stand in another place, and the draft's where they stood.
    Moved,
}

impl Bitext {
    /// Makes a bitext of two loose texts: all units of the one translate all units of the other.
    pub fn loose(source: Document, target: Document) -> Self {
        let pair = Pair {
            source: source.unit_ids().collect(),
            target: target.unit_ids().collect(),
            state: PairState::Translated,
            confidence: 1.0,
            accepted: None,
        };
        let has_units = !pair.source.is_empty() || !pair.target.is_empty();
        Self {
            source,
            target,
            pairs: has_units.then_some(pair).into_iter().collect(),
            layout: Vec::new(),
        }
    }
}

/// Units that translate each other (the alignment literature's bead). One side may be empty, not both.
#[derive(Clone, Debug)]
pub struct Pair {
    /// Source units, in reading order.
    pub source: Vec<UnitId>,
    /// Target units, in reading order.
    pub target: Vec<UnitId>,
    /// What is known about the pair.
    pub state: PairState,
    /// How sure it is that the two sides belong together: 1.0 for accepted pairs.
    pub confidence: f32,
    /// The accepted pair this one continues, when there is one.
    pub accepted: Option<Accepted>,
}

/// What is known about a pair; derived from the files and the lock every time, never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PairState {
    /// A source unit without a counterpart, or whose counterpart is still in the source language.
    Untranslated,
    /// Accepted at level machine, both sides as they were.
    Machine,
    /// Has a counterpart by alignment, but no accepted pair fits.
    Unconfirmed,
    /// The source has changed since it was accepted, the draft has not.
    Stale(Change),
    /// The draft has changed since it was accepted, the source has not.
    Edited,
    /// Both sides as accepted.
    Translated,
    /// Both sides as accepted and reviewed.
    Reviewed,
    /// A draft unit whose source is gone.
    Orphaned,
    /// A directive says that it is not to be translated.
    Ignored,
}

impl PairState {
    /// Returns the name used in JSON and messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Untranslated => "untranslated",
            Self::Machine => "machine",
            Self::Unconfirmed => "unconfirmed",
            Self::Stale(_) => "stale",
            Self::Edited => "edited",
            Self::Translated => "translated",
            Self::Reviewed => "reviewed",
            Self::Orphaned => "orphaned",
            Self::Ignored => "ignored",
        }
    }
}

/// How far an accepted pair has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Nobody accepted it: the history says what the source was when the draft was last touched.
    Inferred,
    /// A machine wrote it; nobody has looked.
    Machine,
    /// A person accepted it.
    Translated,
    /// A second look was taken.
    Reviewed,
}

impl Level {
    /// Returns the name used in locks, files and messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Inferred => "inferred",
            Self::Machine => "machine",
            Self::Translated => "translated",
            Self::Reviewed => "reviewed",
        }
    }

    /// Finds it by its name.
    pub fn from_name(name: &str) -> Option<Self> {
        [
            Self::Inferred,
            Self::Machine,
            Self::Translated,
            Self::Reviewed,
        ]
        .into_iter()
        .find(|level| level.name() == name)
    }

    /// Returns the state of a pair that stands as it was accepted.
    pub const fn state(self) -> PairState {
        match self {
            Self::Inferred => PairState::Unconfirmed,
            Self::Machine => PairState::Machine,
            Self::Translated => PairState::Translated,
            Self::Reviewed => PairState::Reviewed,
        }
    }
}

/// A pair as it was when it was accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The source units' texts.
    pub source: Texts,
    /// The target units' texts.
    pub target: Texts,
    /// How far it had come.
    pub level: Level,
}

/// Sentences of a pair that belong together; spans are of the units' texts.
#[derive(Clone, Debug, PartialEq)]
pub struct SentencePair {
    /// Source sentences.
    pub source: Vec<(UnitId, UnitSpan)>,
    /// Target sentences.
    pub target: Vec<(UnitId, UnitSpan)>,
    /// From 0.0 to 1.0.
    pub confidence: f32,
}

/// Two texts that translate each other, apart from any document.
#[derive(Clone, Debug, PartialEq)]
pub struct TextPair {
    /// The source text.
    pub source: String,
    /// The target text.
    pub target: String,
    /// How sure it is that they belong together, from 0.0 to 1.0.
    pub confidence: f64,
}
