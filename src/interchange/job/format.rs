//! What every format of jobs is.

use crate::bitext::bitext::PairState;
use crate::interchange::input::Input;
use crate::interchange::job::content::Job;
use crate::interchange::job::content::Segment;
use crate::interchange::job::returned::Returned;
use crate::interchange::job::wording::Wording;
use std::io;
use std::io::Write;

/// One format.
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    /// The endings of its files, without the dot; the first is its own.
    pub endings: &'static [&'static str],
    /// Whether a pair in this state is given out where nobody says which are wanted.
    pub is_usual: fn(PairState) -> bool,
    /// Reads what comes back. Never fails: what cannot be read is told.
    pub read: fn(&Input<'_>) -> Returned,
    /// Writes a job.
    pub write: fn(&Job, &WriteSettings, &mut dyn Write) -> io::Result<()>,
}

/// How to write.
#[derive(Clone, Copy, Debug, Default)]
pub struct WriteSettings {
    /// With all that the format has room for (matches, glossary, notes), where most programs read only the plain form.
    pub is_full: bool,
    /// Whether the source stands where there is no translation: some programs translate only what has a target.
    pub is_prefilled: bool,
}

impl WriteSettings {
    /// Returns what stands as a segment's translation.
    pub fn target(self, segment: &Segment) -> Option<&Wording> {
        let own = segment.translation();
        own.or_else(|| self.is_prefilled.then_some(&segment.source))
    }
}

/// Everything that is translated or is to be.
pub fn all(state: PairState) -> bool {
    !matches!(state, PairState::Orphaned | PairState::Ignored)
}

/// The same, and what is not to be translated, marked so.
pub fn all_with_ignored(state: PairState) -> bool {
    state != PairState::Orphaned
}

/// What waits for a translator.
pub fn open(state: PairState) -> bool {
    matches!(state, PairState::Untranslated | PairState::Stale(_))
}

/// What has a translation that may be trusted.
pub fn translated(state: PairState) -> bool {
    matches!(
        state,
        PairState::Translated | PairState::Reviewed | PairState::Edited
    )
}
