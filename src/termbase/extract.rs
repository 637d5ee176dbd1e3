//! Discovers terms without any glossary: candidates of the source, each with what the target says where it stands.
//!
//! The target phrase that a term most often meets is found by Dice's coefficient over aligned sentences; a competing one is what the
//! target says in the remaining sentences, tested by the log-likelihood ratio (Dunning 1993).

use crate::termbase::candidate;
use crate::termbase::phrases::Phrases;
use serde::Deserialize;
use serde::Serialize;
use std::collections::BTreeMap;

/// A sentence and its translation.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Sentences {
    /// The source.
    pub source: String,
    /// The target.
    pub target: String,
}

/// A term that was found.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Its form.
    pub form: String,
    /// How often it stands.
    pub count: u32,
    /// How much speaks for it: for comparing, nothing else.
    pub score: f64,
    /// What the target says for it, the most frequent first; the second and third compete with the first.
    pub renderings: Vec<Rendering>,
    /// The sentences it stands in, by index.
    pub sentences: Vec<u32>,
}

/// What the target says for a term.
#[derive(Clone, Debug)]
pub struct Rendering {
    /// The phrase, as it stands most often.
    pub text: String,
    /// How closely the two belong together, from 0 to 1.
    pub strength: f64,
    /// The sentences in which it stands for the term, by index.
    pub sentences: Vec<u32>,
}

/// Candidates beyond this many are not looked at in the target.
const MOST: usize = 5000;

/// Extracts terms that stand at least `least` times, the best first.
pub fn extract(sentences: &[Sentences], least: u32) -> Vec<Candidate> {
    let sources = sentences.iter().map(|pair| pair.source.as_str());
    let mut terms = candidate::candidates(sources, least);
    terms.sort_by(|one, other| {
        other
            .termhood
            .total_cmp(&one.termhood)
            .then_with(|| one.form.cmp(&other.form))
    });
    terms.truncate(MOST);
    let phrases = Phrases::of(sentences);
    let mut tally = vec![0_u32; phrases.texts.len()];
    let firsts: Vec<Option<(u32, f64)>> = terms
        .iter()
        .map(|term| {
            phrases.best(&term.texts, &mut tally, &|phrase| {
                phrases.df[phrase as usize]
            })
        })
        .collect();
    let mut rivals: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (term_idx, first) in firsts.iter().enumerate() {
        if let Some((phrase, _)) = first {
            rivals.entry(*phrase).or_default().push(term_idx);
        }
    }
    let mut found: Vec<Candidate> = Vec::new();
    for (term, first) in terms.iter().zip(&firsts) {
        let mut renderings = Vec::new();
        if let Some((phrase, strength)) = first {
            renderings.push(phrases.rendering(*phrase, *strength, &term.texts));
            renderings.extend(phrases.competing(*phrase, term, &terms, &rivals, &mut tally));
        }
        let strength = first.map_or(0.0, |(_, strength)| strength);
        found.push(Candidate {
            form: term.form.clone(),
            count: term.count,
            score: term.termhood * (0.1 + strength * strength),
            renderings,
            sentences: term.texts.clone(),
        });
    }
    found.sort_by(|one, other| {
        let by_score = other.score.total_cmp(&one.score);
        by_score.then_with(|| one.form.cmp(&other.form))
    });
    found
}
