//! How the entries of the glossary are kept to, and what the drafts say instead.

use crate::lint::facts::SideProse;
use crate::lint::glossary::Tally;
use crate::lint::glossary::alive_in;
use crate::lint::glossary::is_obeyed;
use crate::lint::glossary::survey;
use crate::lint::project::SurveyCx;
use crate::termbase::verdict::Verdict;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// One entry, how it is kept to, and what stands instead.
#[derive(Clone, Debug, PartialEq)]
pub struct Calibration {
    /// Index of the entry in the glossary.
    pub concept: usize,
    /// How often it stands and is kept to.
    pub tally: Tally,
    /// What stands instead, the most telling first.
    pub instead: Vec<Instead>,
}

/// A word or phrase that stands where an entry is not kept to.
#[derive(Clone, Debug, PartialEq)]
pub struct Instead {
    /// Its text, in lower case.
    pub text: String,
    /// In how many of those pairs it stands.
    pub n_pairs: usize,
    /// How closely it goes with them: Dice's coefficient, from 0 to 1.
    pub dice: f64,
}

/// Most words of a phrase.
const LONGEST: usize = 3;
/// How many are told.
const MOST: usize = 3;
/// Below this a word stands there by chance.
const LEAST_DICE: f64 = 0.2;

/// Words that begin and end no term.
const FUNCTION_WORDS: &[&str] = &[
    "a", "an", "the", "and", "or", "but", "if", "of", "to", "in", "on", "at", "by", "for", "from",
    "with", "as", "is", "are", "was", "were", "be", "been", "being", "it", "its", "this", "that",
    "these", "those", "we", "you", "they", "he", "she", "i", "our", "your", "their", "not", "no",
    "can", "will", "may", "also", "into", "than", "then", "there", "which", "when", "where", "has",
    "have", "had", "do", "does", "such", "so", "all", "each", "more", "only", "using", "use",
    "used", "s", "t",
];

/// Looks at every entry that stands in the documents: those first where the most pairs are at odds with the glossary.
pub fn calibrate(cx: &SurveyCx<'_>) -> Vec<Calibration> {
    let mut by_pair: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    let mut at_odds: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let texts = phrases_of_pairs(cx, &mut at_odds);
    for (pair_idx, phrases) in texts.iter().enumerate() {
        for phrase in phrases {
            by_pair.entry(phrase).or_default().insert(pair_idx);
        }
    }
    let tallies = survey(cx);
    let mut rows: Vec<Calibration> = alive_in(cx.settings.termbase)
        .filter_map(|(concept, _)| {
            let tally = *tallies.get(concept)?;
            let pairs = at_odds.get(&concept);
            let instead = pairs.map(|pairs| instead(pairs, &texts, &by_pair));
            (tally.n_checked > 0).then(|| Calibration {
                concept,
                tally,
                instead: instead.unwrap_or_default(),
            })
        })
        .collect();
    rows.sort_by_key(|row| {
        let n_at_odds = row.tally.n_checked - row.tally.n_obeyed;
        (std::cmp::Reverse(n_at_odds), row.concept)
    });
    rows
}

/// The phrases of every target that holds terms, and which pairs are at odds with which entries.
fn phrases_of_pairs(
    cx: &SurveyCx<'_>,
    at_odds: &mut BTreeMap<usize, BTreeSet<usize>>,
) -> Vec<BTreeSet<String>> {
    let mut texts = Vec::new();
    for document in cx.documents {
        for (pair, hits) in document.pairs() {
            let prose = SideProse::of(&document.bitext.target, &pair.target);
            for hit in hits {
                let is_checked = hit.verdict != Verdict::Unchecked && !hit.source.is_empty();
                if is_checked && !is_obeyed(&hit.verdict) {
                    at_odds.entry(hit.concept).or_default().insert(texts.len());
                }
            }
            texts.push(phrases(&prose.text));
        }
    }
    texts
}

#[expect(clippy::cast_precision_loss, reason = "counts of pairs are small")]
fn instead(
    pairs: &BTreeSet<usize>,
    texts: &[BTreeSet<String>],
    by_pair: &BTreeMap<&str, BTreeSet<usize>>,
) -> Vec<Instead> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for phrase in pairs.iter().filter_map(|pair| texts.get(*pair)).flatten() {
        *counts.entry(phrase).or_default() += 1;
    }
    let mut found: Vec<Instead> = counts
        .into_iter()
        .filter(|(_, n_pairs)| *n_pairs > 1)
        .map(|(text, n_pairs)| {
            let n_everywhere = by_pair.get(text).map_or(n_pairs, BTreeSet::len);
            let dice = 2.0 * n_pairs as f64 / (pairs.len() + n_everywhere) as f64;
            Instead {
                text: text.to_owned(),
                n_pairs,
                dice,
            }
        })
        .filter(|instead| instead.dice >= LEAST_DICE)
        .collect();
    found.sort_by(|one, other| {
        let longer = || other.text.len().cmp(&one.text.len());
        other
            .dice
            .total_cmp(&one.dice)
            .then_with(longer)
            .then_with(|| one.text.cmp(&other.text))
    });
    let mut told: Vec<Instead> = Vec::new();
    for one in found {
        // `access memory` says nothing beside `random access memory`.
        let is_part = told.iter().any(|other| {
            format!(" {} ", other.text).contains(&format!(" {} ", one.text))
                || format!(" {} ", one.text).contains(&format!(" {} ", other.text))
        });
        if !is_part && told.len() < MOST {
            told.push(one);
        }
    }
    told
}

/// The words and phrases of a text, each once: within a clause, not begun or ended by a function word.
fn phrases(text: &str) -> BTreeSet<String> {
    let mut phrases = BTreeSet::new();
    let text = text.to_lowercase();
    for clause in
        text.split(|c: char| !c.is_alphanumeric() && !c.is_whitespace() && !"-'’".contains(c))
    {
        let words: Vec<&str> = clause.split_whitespace().collect();
        for start in 0..words.len() {
            for phrase in (1..=LONGEST).filter_map(|n| words.get(start..start + n)) {
                let is_content = |word: &&str| {
                    !FUNCTION_WORDS.contains(word) && word.chars().any(char::is_alphabetic)
                };
                if phrase.first().is_some_and(is_content) && phrase.last().is_some_and(is_content) {
                    phrases.insert(phrase.join(" "));
                }
            }
        }
    }
    phrases
}
