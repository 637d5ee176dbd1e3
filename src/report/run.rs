//! What a report format is given, and what a format is.

use crate::i18n::messages::Messages;
use crate::lint::finding::Finding;
use crate::lint::meta::Severity;
use crate::progress::coverage::Coverage;
use crate::progress::movement::Movement;
use crate::report::dashboard::Document;
use crate::report::status::StatusRow;
use crate::text::notice::Notice;
use std::collections::BTreeSet;
use std::io;
use std::io::Write;

/// What every format is given.
pub struct Run<'a> {
    /// The findings, in order.
    pub findings: &'a [Finding],
    /// How many findings the baseline knows: they are left out.
    pub n_known: usize,
    /// The base that the findings were compared with.
    pub base: Option<&'a BaseRun>,
    /// The words of the interface's language.
    pub messages: &'a Messages,
    /// The English words: what a machine reads never changes with the interface's language.
    pub english: &'a Messages,
    /// The project's folder below the root of its repository, with a `/` at its end; empty at the root itself.
    pub folder: &'a str,
    /// Coverage of what was checked.
    pub coverage: &'a Coverage,
    /// The same for every document; nothing where no documents were checked.
    pub rows: &'a [StatusRow],
    /// The same documents with their texts; nothing where no format asks for them.
    pub documents: &'a [Document<'a>],
    /// From which severity on a finding fails the gate; `Off` where none does.
    pub fail_on: Severity,
    /// What the run fails at besides its findings.
    pub failures: &'a [Notice],
    /// Whether the output may be colored.
    pub is_colored: bool,
    /// How many columns a line of source may take.
    pub width: usize,
}

impl Run<'_> {
    /// Tells whether a finding fails the gate.
    pub fn fails(&self, finding: &Finding) -> bool {
        finding.severity.fails(self.fail_on)
    }

    /// Tells whether the run passes the gate.
    pub fn passes(&self) -> bool {
        self.failures.is_empty() && !self.findings.iter().any(|finding| self.fails(finding))
    }

    /// Tells whether the change that is looked at touched the document that a finding stands in; it did not where no change is looked at.
    pub fn is_touched(&self, finding: &Finding) -> bool {
        let name = finding.at.source.name();
        self.base.is_some_and(|base| base.touched.contains(name))
    }
}

/// The base of a change, when only what the change made worse is reported.
#[derive(Clone, Debug)]
pub struct BaseRun {
    /// The revision that was named.
    pub revision: String,
    /// The commit where the change began.
    pub commit: String,
    /// How many findings it had too: they are left out.
    pub n_known: usize,
    /// Its coverage.
    pub coverage: Coverage,
    /// What the change did to the units.
    pub movement: Movement,
    /// The files of the documents that the change touched.
    pub touched: BTreeSet<String>,
}

/// A way to write a run out.
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    /// Message id of its description.
    pub help: &'static str,
    /// Writes.
    pub write: fn(&Run<'_>, &mut dyn Write) -> io::Result<()>,
}
