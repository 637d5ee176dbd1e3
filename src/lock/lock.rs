//! The lock of one document in one target language: a set of accepted pairs.

use crate::bitext::bitext::Level;
use crate::bitext::texts::Texts;
use serde_json::{Map, Value};

/// The lock of one (document, target language).
#[derive(Clone, Debug, Default)]
pub struct Lock {
    /// Accepted pairs in document order.
    pub records: Vec<Record>,
    /// The source's lines of markup that the draft was accepted under; nothing where that was never noted.
    pub markup: Option<Vec<String>>,
    /// Lines that could not be read: the reader skips them and loses nothing.
    pub damage: Vec<Damage>,
    /// Unknown header fields, kept.
    pub header_extra: Map<String, Value>,
}

/// One accepted pair.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The source units' texts.
    pub source: Texts,
    /// The target units' texts.
    pub target: Texts,
    /// How far it has come.
    pub level: Level,
    /// Why a changed source was accepted with an untouched draft.
    pub reason: Option<String>,
    /// The version of the glossary it was accepted under.
    pub glossary: Option<u64>,
    /// Unknown fields, kept.
    pub extra: Map<String, Value>,
}

/// A line of a lock that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// 1-based line.
    pub line: u32,
    /// What is wrong with it.
    pub kind: DamageKind,
}

/// Kinds of damage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DamageKind {
    /// A conflict marker of a merge (`<<<<<<<`, `=======`, `>>>>>>>`).
    ConflictMarker,
    /// No JSON, or not of a record's shape.
    Unreadable,
    /// A version this program does not know.
    UnknownVersion,
}
