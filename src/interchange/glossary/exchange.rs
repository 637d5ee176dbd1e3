//! What every exchange format is, is given, and gives back.

use crate::interchange::input::Input;
use crate::termbase::concept::Concept;
use crate::termbase::termbase::Termbase;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use crate::text::source::Source;
use crate::text::span::Span;
use std::io;
use std::io::Write;

/// One exchange format.
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    /// The endings of its files, without the dot; the first is its own.
    pub endings: &'static [&'static str],
    /// Reads entries. Never fails: what cannot be read is told.
    pub read: fn(&Input<'_>, &ImportSettings) -> Import,
    /// Writes a glossary.
    pub write: fn(&Termbase, &ExportSettings, &mut dyn Write) -> io::Result<()>,
    /// Tells whether the format can hold what an entry says under a key; the rest is lost.
    pub holds: fn(&Concept, &str) -> bool,
    /// Why a whole entry cannot stand in the format, if so: the end of a message id (`deprecated`).
    pub leaves_out: fn(&Concept) -> Option<&'static str>,
}

/// How to read.
#[derive(Clone, Debug)]
pub struct ImportSettings {
    /// The language of the source texts.
    pub source: Lang,
    /// The language of the target texts.
    pub target: Lang,
    /// Which column holds what: a header's name or a number counted from 1, and the field's name.
    pub map: Vec<(String, String)>,
    /// The fields of the columns of a table without a header.
    pub columns: Vec<String>,
    /// Whether the table stands target first.
    pub is_reversed: bool,
    /// The licence of the entries.
    pub licence: Option<String>,
}

impl ImportSettings {
    /// Makes settings that leave everything to be guessed.
    pub const fn new(source: Lang, target: Lang) -> Self {
        Self {
            source,
            target,
            map: Vec::new(),
            columns: Vec::new(),
            is_reversed: false,
            licence: None,
        }
    }
}

/// How to write.
#[derive(Clone, Debug)]
pub struct ExportSettings {
    /// The language of the source forms.
    pub source: Lang,
    /// The language of the targets.
    pub target: Lang,
}

/// What was read.
#[derive(Clone, Debug, Default)]
pub struct Import {
    /// The entries, all proposed.
    pub entries: Vec<Entry>,
    /// What is wrong with the file.
    pub problems: Vec<Notice>,
    /// What was decided or left out on the way: worth knowing.
    pub remarks: Vec<Notice>,
}

impl Import {
    /// Makes an import that failed.
    pub fn failed(problem: Notice) -> Self {
        Self {
            problems: vec![problem],
            ..Self::default()
        }
    }
}

/// One imported entry.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it says. Its place is the place in the imported file.
    pub concept: Concept,
    /// The licence it came under.
    pub licence: Option<String>,
}

impl Entry {
    /// Returns where the entry came from (`glossary.csv:86`).
    pub fn origin(&self) -> String {
        let (source, span) = &self.concept.at;
        let line = source.line_of(span.start);
        let own = self.concept.origin.clone();
        own.unwrap_or_else(|| format!("{}:{line}", file_name(source.name())))
    }
}

/// The last part of a path: where a glossary lay on somebody's machine says nothing.
fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// Makes a notice with its place.
pub fn notice_at(id: &'static str, at: &(Source, Span)) -> Notice {
    Notice::new(id).at(&at.0, at.1)
}

/// Leaves no entry out.
pub const fn leaves_none(_: &Concept) -> Option<&'static str> {
    None
}
