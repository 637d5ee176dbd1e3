//! What a check of many pairs may look at: the terms of a bitext, or all that is left of all bitexts.

use crate::bitext::bitext::Bitext;
use crate::bitext::bitext::Pair;
use crate::lint::checked::Checked;
use crate::lint::runner::CheckSettings;
use crate::termbase::verdict::TermChecker;
use crate::termbase::verdict::TermHit;

/// What became of the terms, by the index of the pair. Pairs without terms are left out.
pub type PairHits = Vec<(usize, Vec<TermHit>)>;

/// One bitext with what became of its terms.
pub struct TermsCx<'a> {
    /// The bitext.
    pub bitext: &'a Bitext,
    /// The glossary in its languages.
    pub checker: &'a TermChecker<'a>,
    /// What became of the terms of its pairs.
    pub hits: PairHits,
}

/// All documents and the glossary.
pub struct ProjectCx<'a> {
    /// What the checks are told, the glossary among it.
    pub settings: &'a CheckSettings<'a>,
    /// What is left of the bitexts, in the project's order.
    pub documents: &'a [Checked],
}

/// All bitexts with what became of their terms, and the glossary.
pub struct SurveyCx<'a> {
    /// What the checks are told, the glossary among it.
    pub settings: &'a CheckSettings<'a>,
    /// The bitexts, in the project's order.
    pub documents: &'a [TermsCx<'a>],
}

impl TermsCx<'_> {
    /// Returns the pairs that hold terms, each with what became of them.
    pub fn pairs(&self) -> impl Iterator<Item = (&Pair, &[TermHit])> {
        let hits = self.hits.iter();
        hits.filter_map(|(pair_idx, hits)| {
            Some((self.bitext.pairs.get(*pair_idx)?, hits.as_slice()))
        })
    }
}
