//! Documents and what is accepted of them, in rounds: what is accepted leaves the rest less to choose from.

use crate::bitext::align::AlignSettings;
use crate::bitext::bitext::Pair;
use crate::bitext::bitext::PairState;
use crate::edge::project::discover::Project;
use crate::edge::project::load::Loaded;
use crate::edge::project::settle;
use crate::lock::record::Acceptance;
use std::mem;

/// A document and what was accepted of it.
pub struct Accepted {
    /// The document.
    pub loaded: Loaded,
    /// What the last round did.
    pub acceptance: Acceptance,
    /// Pairs accepted in all rounds.
    pub n_accepted: usize,
    /// Those of them whose draft is in the source's language.
    pub n_same: usize,
    is_open: bool,
}

/// Tells whether the last round accepted something, and something is left without a counterpart that may find it now.
pub fn may_go_on(documents: &[Accepted]) -> bool {
    let mut all = documents.iter();
    all.any(|document| !document.acceptance.accepted.is_empty())
        && documents.iter().any(|document| document.is_open)
}

/// Accepts once more, after the open documents were resolved anew under all that was accepted.
pub fn once_more(
    project: &Project,
    align: &AlignSettings,
    documents: Vec<Accepted>,
    accept: impl Fn(&Loaded) -> Acceptance,
) -> Vec<Accepted> {
    let is_open: Vec<bool> = documents.iter().map(|document| document.is_open).collect();
    let (loaded, done): (Vec<Loaded>, Vec<Done>) =
        documents.into_iter().map(Accepted::into_settled).unzip();
    let again = settle::again(project, loaded, &is_open, align);
    let all = again.into_iter().zip(done).zip(is_open);
    let next = all.map(|((loaded, done), is_open)| match is_open {
        true => {
            let acceptance = accept(&loaded);
            Accepted::new(loaded, acceptance).after(&done)
        }
        false => Accepted::closed(loaded, done),
    });
    next.collect()
}

/// What earlier rounds did with a document.
struct Done {
    n_accepted: usize,
    n_same: usize,
    blind: Vec<usize>,
}

impl Accepted {
    /// Notes what was accepted of a document.
    pub fn new(loaded: Loaded, acceptance: Acceptance) -> Self {
        Self {
            n_accepted: acceptance.accepted.len(),
            n_same: n_untranslated(&loaded, &acceptance.accepted),
            is_open: is_open(&loaded),
            loaded,
            acceptance,
        }
    }

    fn after(mut self, done: &Done) -> Self {
        self.n_accepted += done.n_accepted;
        self.n_same += done.n_same;
        self
    }

    /// Leaves a document as it is that has nothing more to accept.
    fn closed(mut loaded: Loaded, done: Done) -> Self {
        let acceptance = Acceptance {
            lock: mem::take(&mut loaded.lock),
            accepted: Vec::new(),
            blind: done.blind,
        };
        Self {
            loaded,
            acceptance,
            n_accepted: done.n_accepted,
            n_same: done.n_same,
            is_open: false,
        }
    }

    /// Takes what was accepted for what the lock holds.
    fn into_settled(mut self) -> (Loaded, Done) {
        self.loaded.lock = self.acceptance.lock;
        let done = Done {
            n_accepted: self.n_accepted,
            n_same: self.n_same,
            blind: self.acceptance.blind,
        };
        (self.loaded, done)
    }
}

/// Tells whether units of both sides stand alone, which may find each other yet.
fn is_open(loaded: &Loaded) -> bool {
    let mut pairs = loaded.bitext.pairs.iter();
    let is_met = |pair: &Pair| pair.state != PairState::Ignored;
    pairs
        .clone()
        .any(|pair| pair.target.is_empty() && is_met(pair))
        && pairs.any(|pair| pair.source.is_empty() && is_met(pair))
}

/// How many of the pairs have a draft that is still in the source's language: accepted as they stand, but worth saying.
fn n_untranslated(loaded: &Loaded, pair_idxs: &[usize]) -> usize {
    let pairs = pair_idxs
        .iter()
        .filter_map(|idx| loaded.bitext.pairs.get(*idx));
    pairs
        .filter(|pair| pair.state == PairState::Untranslated)
        .count()
}
