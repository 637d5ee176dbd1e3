//! What a check of the whole project may look at: every bitext with its terms, and the glossary.

use crate::bitext::bitext::Bitext;
use crate::bitext::bitext::Pair;
use crate::lint::runner::CheckSettings;
use crate::termbase::verdict::TermChecker;
use crate::termbase::verdict::TermHit;
use rayon::prelude::*;

/// What became of the terms, by the index of the pair. Pairs without terms are left out.
pub type PairHits = Vec<(usize, Vec<TermHit>)>;

/// One bitext after its pairs were checked.
pub struct CheckedBitext<'a> {
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
    /// The bitexts, in the project's order.
    pub documents: &'a [CheckedBitext<'a>],
}

impl<'a> ProjectCx<'a> {
    /// Takes something from every bitext, on all threads; in the project's order.
    pub fn take<T: Send>(&self, from: impl Fn(&CheckedBitext<'a>) -> T + Sync + Send) -> Vec<T> {
        self.documents.par_iter().map(from).collect()
    }

    /// Takes more from every bitext, by what was taken before.
    pub fn take_by<T: Sync, U: Send>(
        &self,
        taken: &[T],
        from: impl Fn(&CheckedBitext<'a>, &T) -> U + Sync + Send,
    ) -> Vec<U> {
        let documents = self.documents.par_iter().zip(taken);
        documents
            .map(|(document, taken)| from(document, taken))
            .collect()
    }
}

impl CheckedBitext<'_> {
    /// Returns the pairs that hold terms, each with what became of them.
    pub fn pairs(&self) -> impl Iterator<Item = (&Pair, &[TermHit])> {
        let hits = self.hits.iter();
        hits.filter_map(|(pair_idx, hits)| {
            Some((self.bitext.pairs.get(*pair_idx)?, hits.as_slice()))
        })
    }
}
