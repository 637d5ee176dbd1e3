//! A job: what is given out to be translated elsewhere, and what a translator needs to know of it.

use crate::bitext::bitext::PairState;
use crate::document::unit::UnitKind;
use crate::interchange::job::wording::Wording;
use crate::text::fingerprint::Fingerprint;
use crate::text::lang::Lang;

/// Documents of one language pair.
#[derive(Clone, Debug)]
pub struct Job {
    /// The language of the sources.
    pub source: Lang,
    /// The language of the drafts.
    pub target: Lang,
    /// The documents, in the order of the project.
    pub files: Vec<JobFile>,
}

/// One document and its draft.
#[derive(Clone, Debug)]
pub struct JobFile {
    /// The source's path in the project, `/` between its parts.
    pub source: String,
    /// The draft's.
    pub target: String,
    /// All segments in reading order, those that are not given out among them.
    pub segments: Vec<Segment>,
}

/// What is translated as one: the units of a pair.
#[derive(Clone, Debug)]
pub struct Segment {
    /// Its name within the document, by its source's text: another text has another name, whatever came before it.
    pub key: String,
    /// What it is.
    pub kind: UnitKind,
    /// For a value of front matter or of a message file, what it is called there.
    pub name: Option<String>,
    /// The line of the source file, from 1.
    pub line: u32,
    /// How the pair stands.
    pub state: PairState,
    /// Whether it is given out; the others are there as neighbors.
    pub is_wanted: bool,
    /// The source as it is.
    pub source: Wording,
    /// The draft as it is; without a text where there is none.
    pub target: Wording,
    /// What was accepted, where the source has changed since.
    pub previous: Option<Previous>,
    /// The terms of the glossary that the source holds.
    pub terms: Vec<Term>,
}

/// A pair as it was accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Previous {
    /// The source's text.
    pub source: String,
    /// The draft's text.
    pub target: String,
}

/// A term and what it is called in the other language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The source form.
    pub source: String,
    /// The targets, the preferred one first.
    pub targets: Vec<String>,
    /// What must not be written.
    pub forbidden: Vec<String>,
    /// What is said about it.
    pub note: Option<String>,
}

impl Job {
    /// Returns the segments that are given out, each with its document.
    pub fn wanted(&self) -> impl Iterator<Item = (&JobFile, &Segment)> {
        let all = self.files.iter();
        all.flat_map(|file| file.wanted().map(move |segment| (file, segment)))
    }
}

impl JobFile {
    /// Returns the segments that are given out.
    pub fn wanted(&self) -> impl Iterator<Item = &Segment> {
        self.segments.iter().filter(|segment| segment.is_wanted)
    }
}

impl Segment {
    /// Returns the name of the draft's text as it is given out: what comes back is not written over a draft that says something else by then.
    pub fn base(&self) -> String {
        base(&self.target.text)
    }

    /// Returns the draft's text where it is a translation: not one that still stands in the source's language.
    pub fn translation(&self) -> Option<&Wording> {
        let is_there = !self.target.text.is_empty() && self.state != PairState::Untranslated;
        is_there.then_some(&self.target)
    }
}

/// Returns the name of a draft's text; `-` where there is none.
pub fn base(text: &str) -> String {
    match text.is_empty() {
        true => "-".to_owned(),
        false => Fingerprint::of(text).to_string(),
    }
}
