//! Findings, written out. One file a format, one list of them all.

use crate::i18n::messages::Messages;
use crate::lint::finding::Finding;
use crate::progress::coverage::Coverage;
use std::io::{self, Write};

/// What every format is given.
pub struct Run<'a> {
    /// The findings, in order.
    pub findings: &'a [Finding],
    /// The words; machine formats use the English ones.
    pub messages: &'a Messages,
    /// Coverage of what was checked.
    pub coverage: &'a Coverage,
    /// Whether the output may be colored.
    pub is_colored: bool,
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

/// Every format there is.
pub static FORMATS: &[&Format] = &[];
