//! What is done to a draft, and why: steps for people, edits for the file, amendments for the lock.

use crate::bitext::bitext::Accepted;
use crate::document::document::Document;
use crate::lock::lock::Record;
use crate::text::edit::Edit;
use crate::text::notice::Notice;
use crate::text::span::Span;

/// What stands in a draft for text that is new in the source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NewText {
    /// A comment that quotes the source's text in short.
    #[default]
    Comment,
    /// The source's text itself, with that comment behind it.
    Source,
}

impl NewText {
    /// Finds it by the name that settings and options use.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "comment" => Some(Self::Comment),
            "source" => Some(Self::Source),
            _ => None,
        }
    }
}

/// Kinds of step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StepKind {
    /// A draft that did not exist is made.
    Create,
    /// The place of new text is held.
    Insert,
    /// A code block, a formula or markup that is new in the source is copied.
    Copy,
    /// A front-matter key that is new in the source is added.
    Key,
    /// A piece follows its source to another place.
    Move,
    /// Code, a formula or markup that changed in the source is carried over.
    Update,
    /// The target of an image that changed in the source is carried over.
    Asset,
    /// The explicit id of a heading is carried over.
    HeadingId,
    /// A mechanical change of the source is repeated.
    Patch,
    /// A piece whose source is gone is removed.
    Prune,
    /// A placeholder that holds no place any more is removed.
    Tidy,
}

impl StepKind {
    /// Returns the name used in JSON and messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Insert => "insert",
            Self::Copy => "copy",
            Self::Key => "key",
            Self::Move => "move",
            Self::Update => "update",
            Self::Asset => "asset",
            Self::HeadingId => "heading-id",
            Self::Patch => "patch",
            Self::Prune => "prune",
            Self::Tidy => "tidy",
        }
    }
}

/// One thing that is done to a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What is done.
    pub kind: StepKind,
    /// What it follows from, in the source.
    pub source: Option<Span>,
    /// Where: an offset in what the edit writes; once all is planned, one of the draft as it will be.
    pub at: u32,
    /// Which of the part's edits does it.
    pub edit: usize,
    /// The text it is about, on one line.
    pub text: String,
}

/// A record of the lock that follows a change of the draft.
#[derive(Clone, Debug)]
pub struct Amendment {
    /// What was accepted.
    pub base: Accepted,
    /// What is accepted now.
    pub record: Record,
}

/// What one look at a bitext wants to change.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// What is done, for people.
    pub steps: Vec<Step>,
    /// The same, for the file.
    pub edits: Vec<Edit>,
    /// The same, for the lock.
    pub amendments: Vec<Amendment>,
    /// Texts of the draft's units that may be gone afterwards.
    pub replaced: Vec<String>,
    /// What cannot be done safely, and why.
    pub troubles: Vec<Notice>,
}

impl Part {
    /// Adds a step with its edit.
    pub fn push(&mut self, kind: StepKind, source: Option<Span>, text: String, edit: Edit) {
        self.steps.push(Step {
            kind,
            source,
            at: 0,
            edit: self.edits.len(),
            text,
        });
        self.edits.push(edit);
    }

    /// Tells of something that is left alone.
    pub fn trouble(&mut self, id: &'static str, document: &Document, at: Span) {
        let start = Span::new(at.start, at.start.max(at.end));
        self.troubles
            .push(Notice::new(id).at(&document.source, start));
    }
}

/// Puts a text on one line.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
