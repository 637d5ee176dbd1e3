//! Accepting pairs into the lock.

use crate::bitext::bitext::{Bitext, Level};
use crate::lock::lock::Lock;

/// How pairs are accepted.
#[derive(Clone, Debug)]
pub struct AcceptSettings {
    /// The level to record.
    pub level: Level,
    /// Why a changed source is accepted with an untouched draft.
    pub reason: Option<String>,
    /// Accept stale pairs too, whatever their change (`--all`). Without a reason a stale pair is refused.
    pub glossary: Option<u64>,
}

/// What accepting did.
#[derive(Clone, Debug)]
pub struct Acceptance {
    /// The new lock.
    pub lock: Lock,
    /// Indices of the pairs that were accepted anew or changed.
    pub accepted: Vec<usize>,
    /// Indices of the pairs that were refused: the source changed, the draft did not, and no reason was given.
    pub blind: Vec<usize>,
}

/// Accepts the chosen pairs (indices into [`Bitext::pairs`]) and drops records that match neither side any more.
pub fn accept(
    lock: &Lock,
    bitext: &Bitext,
    chosen: &[usize],
    settings: &AcceptSettings,
) -> Acceptance {
    let _ = (bitext, chosen, settings);
    Acceptance {
        lock: lock.clone(),
        accepted: Vec::new(),
        blind: Vec::new(),
    }
}
