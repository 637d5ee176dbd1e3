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

/// A level as a table or a packet says it. Where it says none, a text that is changed counts as translated, and one that is the same
/// confirms nothing.
#[derive(Clone, Copy, Debug)]
pub struct Said {
    /// The level.
    pub level: Level,
    /// Whether the file says so itself.
    pub is_said: bool,
}

impl Said {
    /// Reads a level's name; what is none is told.
    pub fn of(name: Option<&str>, at: &(Source, Span)) -> Result<Self, Notice> {
        let Some(name) = name else {
            return Ok(Self {
                level: Level::Translated,
                is_said: false,
            });
        };
        // What is inferred nobody says.
        let level = Level::from_name(name).filter(|level| *level != Level::Inferred);
        let notice = || Notice::new("job-level").arg("level", name);
        let level = level.ok_or_else(|| notice().at(&at.0, at.1))?;
        Ok(Self {
            level,
            is_said: true,
        })
    }
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
