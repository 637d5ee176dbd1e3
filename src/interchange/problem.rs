//! What a check of a file of another program finds.

use crate::lint::meta::Severity;
use crate::text::notice::Notice;
use crate::text::source::Source;
use crate::text::span::Span;

/// More problems of a file than this are counted and not kept.
pub const MOST: usize = 1000;

/// Values longer than this, in characters, are told by their beginning.
const LONGEST: usize = 120;

/// Something wrong with a file.
#[derive(Clone, Debug)]
pub struct Problem {
    /// How bad it is: an error breaks the format's rules, a warning is what other programs stumble over.
    pub severity: Severity,
    /// What it is, and where.
    pub notice: Notice,
}

/// What is wrong with a file, as it is found.
#[derive(Clone, Debug)]
pub struct Problems {
    source: Source,
    /// The problems.
    pub list: Vec<Problem>,
    /// How many more there were.
    pub n_more: usize,
}

impl Problems {
    /// Starts with none.
    pub const fn new(source: Source) -> Self {
        Self {
            source,
            list: Vec::new(),
            n_more: 0,
        }
    }

    /// Returns the file.
    pub const fn source(&self) -> &Source {
        &self.source
    }

    /// Adds an error at a place.
    pub fn error(&mut self, notice: Notice, at: Span) {
        let notice = notice.at(&self.source, at);
        self.push(Severity::Error, notice);
    }

    /// Adds a warning at a place.
    pub fn warning(&mut self, notice: Notice, at: Span) {
        let notice = notice.at(&self.source, at);
        self.push(Severity::Warning, notice);
    }

    /// Adds a problem whose place is known.
    pub fn push(&mut self, severity: Severity, mut notice: Notice) {
        for (name, value) in &mut notice.args {
            // What may stand at a place is the mend: our own words, and never cut.
            if !matches!(*name, "choices" | "allowed") {
                shorten(value);
            }
        }
        if self.list.len() < MOST {
            self.list.push(Problem { severity, notice });
        } else {
            self.n_more += 1;
        }
    }

    /// Puts them in the order of the file.
    pub fn sort(&mut self) {
        self.list
            .sort_by_key(|problem| problem.notice.at.as_ref().map(|(_, span)| span.start));
    }
}

fn shorten(value: &mut String) {
    if let Some((at, _)) = value.char_indices().nth(LONGEST) {
        value.truncate(at);
        value.push('…');
    }
}
