//! Which of a source's words translate which of a target's, and how firmly.

use crate::bitext::lexical::learn::Learned;
use crate::bitext::lexical::lexicon::Lexicon;
use crate::bitext::lexical::vocabulary::Vocabulary;
use crate::bitext::lexical::words;
use crate::text::script;
use rustc_hash::FxHashMap;

/// For each word of the source side its translations on the target side, by number, from 0 to 1.
#[derive(Debug, Default)]
pub(in crate::bitext) struct Translations {
    starts: Vec<u32>,
    pairs: Vec<(u32, f32)>,
    /// The share of both sides' words, as often as they stand there, that have a translation anywhere on the other.
    pub(in crate::bitext) known: f32,
}

/// How firmly a word stands for itself.
const SAME_WORD: f32 = 0.9;
const SAME_NUMBER: f32 = 0.7;
const SAME_TERM: f32 = 1.0;
const SAME_NAME: f32 = 0.8;
/// How firmly a word stands for one that begins alike, in languages of one script.
const COGNATE: f32 = 0.25;
/// Letters that cognates share.
const N_SHARED: usize = 4;

impl Translations {
    /// Gathers what is known of the words of both sides. `counts` say how often either side has each word.
    pub(in crate::bitext) fn new(
        vocabulary: &Vocabulary,
        counts: (&[u32], &[u32]),
        lexicons: &[&Lexicon],
        learned: &Learned,
    ) -> Self {
        let (source, target) = counts;
        let mut triples: Vec<(u32, u32, f32)> = Vec::new();
        let has = |counts: &[u32], id: u32| counts.get(id as usize).is_some_and(|count| *count > 0);
        let mut link = |one: u32, other: u32, strength: f32| {
            if has(source, one) && has(target, other) {
                triples.push((one, other, strength));
            }
            if one != other && has(source, other) && has(target, one) {
                triples.push((other, one, strength));
            }
        };
        for (word, id) in vocabulary.words().iter().zip(0..) {
            if let Some(name) = words::spelling(word) {
                if let Some(spelled) = vocabulary.get(name) {
                    link(id, spelled, SAME_NAME);
                }
                continue;
            }
            link(id, id, same(word));
            if word.starts_with(script::is_han) {
                // The first lexicon that has a word knows it best: what others add is rare senses.
                let lexicon = lexicons.iter().find(|lexicon| lexicon.has(word));
                let renderings = lexicon.map_or(&[][..], |lexicon| lexicon.renderings(word));
                for (stem, strength) in renderings {
                    if let Some(rendering) = vocabulary.get(stem) {
                        link(id, rendering, *strength);
                    }
                }
            }
        }
        triples.extend(cognates(vocabulary, source, target));
        triples.extend(learned.iter());
        let known = known(&triples, source, target);
        Self {
            known,
            ..Self::of(triples, vocabulary.len())
        }
    }

    /// Sorts triples; of two for the same words the firmer one stays.
    fn of(mut triples: Vec<(u32, u32, f32)>, n_words: usize) -> Self {
        triples.sort_unstable_by(|one, other| {
            (one.0, one.1)
                .cmp(&(other.0, other.1))
                .then(other.2.total_cmp(&one.2))
        });
        triples.dedup_by_key(|(one, other, _)| (*one, *other));
        let mut starts = vec![0; n_words + 1];
        for (one, ..) in &triples {
            starts[*one as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let pairs = triples
            .into_iter()
            .map(|(_, other, strength)| (other, strength))
            .collect();
        Self {
            starts,
            pairs,
            known: 0.0,
        }
    }

    /// Returns the translations of a source word.
    pub(in crate::bitext) fn of_word(&self, word: u32) -> &[(u32, f32)] {
        let at = word as usize;
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(start), Some(end)) => &self.pairs[*start as usize..*end as usize],
            _ => &[],
        }
    }
}

fn known(triples: &[(u32, u32, f32)], source: &[u32], target: &[u32]) -> f32 {
    let mut is_known = vec![(false, false); source.len().max(target.len())];
    for (one, other, _) in triples {
        is_known[*one as usize].0 = true;
        is_known[*other as usize].1 = true;
    }
    let (mut n_known, mut n_words) = (0.0, 0.0);
    for ((of_source, of_target), (source, target)) in is_known.iter().zip(source.iter().zip(target))
    {
        let (source, target) = (*source as f32, *target as f32);
        n_words += source + target;
        n_known += if *of_source { source } else { 0.0 } + if *of_target { target } else { 0.0 };
    }
    if n_words > 0.0 {
        n_known / n_words
    } else {
        0.0
    }
}

/// Returns how firmly a word that both sides have stands for itself.
fn same(word: &str) -> f32 {
    match word.chars().next() {
        Some('#') => SAME_NUMBER,
        Some('\0') => SAME_TERM,
        _ => SAME_WORD,
    }
}

/// Pairs words of Latin letters that begin alike; nothing when one side is mostly of Han characters.
fn cognates(vocabulary: &Vocabulary, source: &[u32], target: &[u32]) -> Vec<(u32, u32, f32)> {
    let head = |word: &str| -> Option<String> {
        let is_long = word.chars().count() > N_SHARED;
        let is_word = word.chars().all(script::is_spaced_letter);
        (is_long && is_word).then(|| word.chars().take(N_SHARED).collect())
    };
    let is_han = |counts: &[u32]| -> bool {
        let words = vocabulary.words().iter().zip(counts);
        let (mut han, mut all) = (0_u64, 0_u64);
        for (word, count) in words {
            all += u64::from(*count);
            if word.starts_with(script::is_han) {
                han += u64::from(*count);
            }
        }
        han * 3 > all
    };
    if is_han(source) || is_han(target) {
        return Vec::new();
    }
    let mut heads: FxHashMap<String, Vec<u32>> = FxHashMap::default();
    for ((word, id), count) in vocabulary.words().iter().zip(0..).zip(target) {
        if *count > 0
            && let Some(head) = head(word)
        {
            heads.entry(head).or_default().push(id);
        }
    }
    let mut found = Vec::new();
    for ((word, id), count) in vocabulary.words().iter().zip(0..).zip(source) {
        let alike = head(word).filter(|_| *count > 0);
        let alike = alike.and_then(|head| heads.get(&head));
        for other in alike.into_iter().flatten().filter(|other| **other != id) {
            found.push((id, *other, COGNATE));
        }
    }
    found
}
