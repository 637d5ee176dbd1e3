//! What comes back from elsewhere, before anything is made of it.

use crate::bitext::bitext::Level;
use crate::interchange::job::wording::Role;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use crate::text::source::Source;
use crate::text::span::Span;

/// What a file gives back.
#[derive(Clone, Debug, Default)]
pub struct Returned {
    /// The language of its sources, where it says so.
    pub source: Option<Lang>,
    /// The language of its translations, where it says so.
    pub target: Option<Lang>,
    /// Its segments, in its order.
    pub segments: Vec<ReturnedSegment>,
    /// What is wrong with it; nothing is written of a file with problems.
    pub problems: Vec<Notice>,
}

/// One segment that comes back.
#[derive(Clone, Debug)]
pub struct ReturnedSegment {
    /// The path of its source, where the file says so.
    pub path: Option<String>,
    /// Its name there.
    pub key: Option<String>,
    /// The source as it was given out.
    pub source: Option<String>,
    /// The translation; nothing where there is none.
    pub target: Option<ReturnedText>,
    /// The name of the draft's text as it was given out.
    pub base: Option<String>,
    /// How far the translation is said to have come; nothing where it is said to be unfinished.
    pub level: Option<Level>,
    /// Whether the file says so itself. Where it does not, a text that is the same confirms nothing.
    pub is_level_said: bool,
    /// Whether it may only fill what has no translation: a memory knows nothing of documents.
    pub is_memory: bool,
    /// Whether it is for every place that has its source's text, not for the first that is free.
    pub is_everywhere: bool,
    /// Where it stands in the file.
    pub at: (Source, Span),
}

/// A translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReturnedText {
    /// In Markdown.
    Markdown(String),
    /// In pieces, codes by their numbers.
    Pieces(Vec<ReturnedPiece>),
}

/// A piece of a translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReturnedPiece {
    /// Words.
    Text(String),
    /// A code, and how the file says it is written.
    Code(String, Role, Option<String>),
}

impl Returned {
    /// Makes one of a file that could not be read.
    pub fn failed(problem: Notice) -> Self {
        Self {
            problems: vec![problem],
            ..Self::default()
        }
    }
}
