//! How a command ends.

use crate::text::notice::Notice;
use std::io;

/// How a command that ran has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Nothing to complain of: 0.
    Clean,
    /// Findings at or above the gate, or something refused: 1.
    Findings,
    /// Could not run, or not on everything: 2.
    Failed,
}

impl Exit {
    /// Returns the exit code.
    pub const fn code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Findings => 1,
            Self::Failed => 2,
        }
    }
}

/// Why a command could not run.
#[derive(Debug)]
pub enum Failure {
    /// Told in words.
    Notices(Vec<Notice>),
    /// Standard output failed; a broken pipe is no failure.
    Output(io::Error),
}

impl From<Notice> for Failure {
    fn from(notice: Notice) -> Self {
        Self::Notices(vec![notice])
    }
}

impl From<Vec<Notice>> for Failure {
    fn from(notices: Vec<Notice>) -> Self {
        Self::Notices(notices)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}
