//! By which commit of its source a translation fell behind.

use serde::Serialize;

/// What the history says of a stale or untranslated unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Blame {
    /// The commit that took away the text that was accepted; of an untranslated unit nothing.
    pub since: Option<SourceCommit>,
    /// The commit that brought the text that the source has now.
    pub last: Option<SourceCommit>,
    /// Whether the change is not committed yet.
    pub is_uncommitted: bool,
    /// Whether the history of this clone ends before it tells.
    pub is_cut_off: bool,
}

/// A commit that changed a source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct SourceCommit {
    /// The day its author made it, as `2026-11-25`.
    pub date: String,
    /// Its full id.
    pub commit: String,
    /// Its author's name.
    pub author: String,
    /// The first line of its message.
    pub subject: String,
}

/// How many digits of a commit's id are shown.
const SHORT: usize = 9;

/// Returns a commit's id as people read it.
pub fn short(commit: &str) -> &str {
    commit.get(..SHORT).unwrap_or(commit)
}

impl Blame {
    /// Returns the commit since which the unit waits: the first that is known.
    pub fn first(&self) -> Option<&SourceCommit> {
        self.since.as_ref().or(self.last.as_ref())
    }
}
