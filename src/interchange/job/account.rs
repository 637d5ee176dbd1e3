//! What was done with what came back, for programs (`duizhao/import/1`).

use crate::interchange::job::plan::Verdict;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io;
use std::io::Write;

/// The name of the shape.
const SCHEMA: &str = "duizhao/import/1";

/// What was done with one segment.
#[derive(Clone, Debug, Serialize)]
pub struct Item {
    /// The file that it came in.
    pub file: String,
    /// Its line there, from 1.
    pub line: u32,
    /// The document it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Its name there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// What became of it: the name of a verdict, or `refused`.
    pub outcome: &'static str,
    /// Why, where it was not written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Everything that was done.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Account {
    schema: &'static str,
    /// Whether nothing was written.
    pub dry_run: bool,
    /// Each segment, in the order of the files.
    pub items: Vec<Item>,
    /// The drafts that were written.
    pub drafts: Vec<String>,
    /// How many segments came to which outcome.
    pub summary: BTreeMap<&'static str, usize>,
}

/// The outcome of a segment that the draft has no room for as it is.
pub const REFUSED: &str = "refused";

impl Account {
    /// Starts with nothing.
    pub fn new(dry_run: bool) -> Self {
        Self {
            schema: SCHEMA,
            dry_run,
            ..Self::default()
        }
    }

    /// Adds what was done with a segment.
    pub fn push(&mut self, item: Item) {
        *self.summary.entry(item.outcome).or_default() += 1;
        self.items.push(item);
    }

    /// Returns how many segments came to an outcome.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.summary
            .get(verdict.name())
            .copied()
            .unwrap_or_default()
    }

    /// Writes one JSON document.
    pub fn write_json(&self, out: &mut dyn Write) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut *out, self)?;
        writeln!(out)
    }
}
