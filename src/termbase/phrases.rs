//! The phrases of the target texts, and how closely they belong to the terms of the source.

use crate::termbase::candidate;
use crate::termbase::candidate::SourceTerm;
use crate::termbase::extract::Rendering;
use crate::termbase::extract::Sentences;
use crate::termbase::grams::Grams;
use crate::termbase::grams::NONE;
use crate::termbase::inflection::forms;
use crate::termbase::stop_words;
use crate::text::script::is_han;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// The longest phrase of the target, in words.
const LONGEST: usize = 4;

/// Phrases closer to a term than this are its translation; below it nothing is said.
const LEAST_STRENGTH: f64 = 0.2;

/// A competing rendering must be surer than chance by this log-likelihood ratio (p < 0.001).
const LEAST_RATIO: f64 = 10.83;

/// Makes one word of its forms: case and plural folded.
fn fold(word: &str) -> String {
    // The S of `JuiceFS` and `DNS` is no plural.
    let is_name = word.chars().rev().take(2).all(char::is_uppercase);
    let mut word = word.to_lowercase().replace('’', "'");
    if is_name {
        return word;
    }
    if let Some(bare) = word.strip_suffix("'s") {
        word = bare.to_owned();
    }
    let n_chars = word.chars().count();
    if n_chars > 4 && word.ends_with("ies") {
        word.truncate(word.len() - 3);
        word.push('y');
    } else if n_chars > 4
        && ["sses", "xes", "ches", "shes"]
            .iter()
            .any(|end| word.ends_with(end))
    {
        word.truncate(word.len() - 2);
    } else if n_chars > 3
        && word.ends_with('s')
        && !["ss", "us", "is"].iter().any(|end| word.ends_with(end))
    {
        word.truncate(word.len() - 1);
    }
    word
}

/// The phrases of the target, by sentence.
pub struct Phrases {
    /// Each phrase's words.
    words: Vec<Vec<u32>>,
    /// How each is written.
    pub texts: Vec<String>,
    /// In how many sentences each stands.
    pub df: Vec<u32>,
    /// The phrases of every sentence.
    of_sentence: Vec<Vec<u32>>,
}

impl Phrases {
    /// Gathers the phrases that stand at least twice.
    pub fn of(sentences: &[Sentences]) -> Self {
        let targets = sentences.iter().map(|pair| pair.target.as_str());
        let grams = Grams::of(targets, LONGEST, 2, fold);
        let mut phrases = Self {
            words: Vec::new(),
            texts: Vec::new(),
            df: Vec::new(),
            of_sentence: vec![Vec::new(); sentences.len()],
        };
        for (length, level) in (1..).zip(&grams.levels) {
            let mut ids = vec![NONE; level.counts.len()];
            for (id, count) in (0_u32..).zip(&level.counts) {
                let run = grams.run(length, id);
                if *count >= 2 && is_phrase(&grams, run) {
                    ids[id as usize] = u32::try_from(phrases.texts.len()).unwrap_or(NONE);
                    phrases.texts.push(plain(&candidate::written(&grams, run)));
                    phrases.words.push(run.to_vec());
                    phrases.df.push(0);
                }
            }
            for (at, id) in level.ids.iter().enumerate().filter(|(_, id)| **id != NONE) {
                let phrase = ids[*id as usize];
                let sentence = grams.places[at].0 as usize;
                if phrase != NONE && !phrases.of_sentence[sentence].contains(&phrase) {
                    phrases.of_sentence[sentence].push(phrase);
                    phrases.df[phrase as usize] += 1;
                }
            }
        }
        phrases
    }

    /// The phrase that stands in these sentences and, by `total`, seldom elsewhere; of nearly equal ones the longest.
    pub fn best(
        &self,
        sentences: &[u32],
        tally: &mut [u32],
        total: &dyn Fn(u32) -> u32,
    ) -> Option<(u32, f64)> {
        let met = self.count(sentences, tally);
        let n_sentences = u32::try_from(sentences.len()).unwrap_or(u32::MAX);
        let strength = |phrase: u32| {
            let both = f64::from(tally[phrase as usize]);
            2.0 * both / f64::from(n_sentences.saturating_add(total(phrase)))
        };
        let mut ranked: Vec<(u32, f64)> = met
            .iter()
            .filter(|phrase| tally[**phrase as usize] >= 2)
            .map(|phrase| (*phrase, strength(*phrase)))
            .collect();
        for phrase in met {
            tally[phrase as usize] = 0;
        }
        ranked.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        let top = ranked.first().copied()?;
        let length = |(phrase, _): &(u32, f64)| self.words[*phrase as usize].len();
        let near = ranked
            .iter()
            .take_while(|(_, strength)| *strength >= top.1 * 0.9);
        let best = near
            .filter(|near| self.holds(near.0, top.0))
            .max_by_key(|near| length(near))
            .copied()
            .unwrap_or(top);
        (best.1 >= LEAST_STRENGTH).then_some(best)
    }

    /// Counts the phrases of sentences into `tally`; the caller clears what is returned.
    fn count(&self, sentences: &[u32], tally: &mut [u32]) -> Vec<u32> {
        let mut met = Vec::new();
        for phrase in sentences
            .iter()
            .flat_map(|at| &self.of_sentence[*at as usize])
        {
            if tally[*phrase as usize] == 0 {
                met.push(*phrase);
            }
            tally[*phrase as usize] += 1;
        }
        met
    }

    /// Tells whether one phrase holds another.
    fn holds(&self, outer: u32, inner: u32) -> bool {
        let (outer, inner) = (&self.words[outer as usize], &self.words[inner as usize]);
        outer
            .windows(inner.len())
            .any(|words| words == inner.as_slice())
    }

    fn has(&self, sentence: u32, phrase: u32) -> bool {
        self.of_sentence[sentence as usize].contains(&phrase)
    }

    /// Says a phrase as the rendering of a term that stands in these sentences.
    pub fn rendering(&self, phrase: u32, strength: f64, sentences: &[u32]) -> Rendering {
        let stands = sentences.iter().copied().filter(|at| self.has(*at, phrase));
        Rendering {
            text: self.texts[phrase as usize].clone(),
            strength,
            sentences: stands.collect(),
        }
    }

    /// What the target says in the sentences without the first rendering, unless another term explains it.
    pub fn competing(
        &self,
        first: u32,
        term: &SourceTerm,
        terms: &[SourceTerm],
        rivals: &BTreeMap<u32, Vec<usize>>,
        tally: &mut [u32],
    ) -> Vec<Rendering> {
        let mut found: Vec<Rendering> = Vec::new();
        let mut known = vec![first];
        let head = Stem::of(self.head(first));
        let mut rest: Vec<u32> = term.texts.clone();
        rest.retain(|at| !self.is_rendered(*at, first, &head));
        let n_least = (term.texts.len() * 15).div_ceil(100).max(3);
        let mut refused: BTreeSet<u32> = BTreeSet::new();
        while found.len() < 2 && rest.len() >= n_least && refused.len() < 8 {
            let total = |phrase: u32| match refused.contains(&phrase) {
                true => u32::MAX / 2,
                false => self.df[phrase as usize],
            };
            let Some((phrase, strength)) = self.best(&rest, tally, &total) else {
                break;
            };
            let explained = |sentence: u32| {
                let others = rivals.get(&phrase).into_iter().flatten();
                others
                    .filter_map(|idx| terms.get(*idx))
                    .filter(|other| other.form != term.form && !term.form.contains(&other.form))
                    .any(|other| other.texts.binary_search(&sentence).is_ok())
            };
            let own: Vec<u32> = rest
                .iter()
                .copied()
                .filter(|at| self.has(*at, phrase) && !explained(*at))
                .collect();
            let is_new = known.iter().all(|known| !self.is_akin(*known, phrase));
            let is_sure = own.len() >= n_least && self.ratio(&term.texts, phrase) >= LEAST_RATIO;
            if !is_new || !is_sure {
                refused.insert(phrase);
                continue;
            }
            rest.retain(|at| !self.has(*at, phrase));
            known.push(phrase);
            found.push(Rendering {
                text: self.texts[phrase as usize].clone(),
                strength,
                sentences: own,
            });
        }
        found
    }

    /// Tells whether a sentence holds the phrase, or a word of the same stem as its head.
    fn is_rendered(&self, sentence: u32, phrase: u32, head: &Stem) -> bool {
        self.has(sentence, phrase)
            || self.of_sentence[sentence as usize].iter().any(|other| {
                self.words[*other as usize].len() == 1 && head.meets(&self.texts[*other as usize])
            })
    }

    fn head(&self, phrase: u32) -> &str {
        let text = self.texts[phrase as usize].as_str();
        text.rsplit(' ').next().unwrap_or(text)
    }

    /// Tells whether two phrases are forms or parts of each other.
    fn is_akin(&self, one: u32, other: u32) -> bool {
        if self.holds(one, other) || self.holds(other, one) {
            return true;
        }
        let words = |phrase: u32| self.texts[phrase as usize].split([' ', '-']);
        let stems: Vec<Stem> = words(one).chain(words(other)).map(Stem::of).collect();
        let (of_one, of_other) = stems.split_at(words(one).count());
        words(other).any(|word| of_one.iter().any(|stem| stem.meets(word)))
            || words(one).any(|word| of_other.iter().any(|stem| stem.meets(word)))
    }

    /// The log-likelihood ratio of a term and a phrase over all sentences.
    fn ratio(&self, sentences: &[u32], phrase: u32) -> f64 {
        let n = count(self.of_sentence.len());
        let with_term = count(sentences.len());
        let both = count(sentences.iter().filter(|at| self.has(**at, phrase)).count());
        let with_phrase = f64::from(self.df[phrase as usize]);
        let part = |k: f64, row: f64, column: f64| match k > 0.0 {
            true => k * (k * n / (row * column)).ln(),
            false => 0.0,
        };
        let ratio = 2.0
            * (part(both, with_term, with_phrase)
                + part(with_term - both, with_term, n - with_phrase)
                + part(with_phrase - both, n - with_term, with_phrase)
                + part(
                    n - with_term - with_phrase + both,
                    n - with_term,
                    n - with_phrase,
                ));
        // Seldomer together than by chance is no rendering.
        match both * n > with_term * with_phrase {
            true => ratio,
            false => 0.0,
        }
    }
}

fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// A word and its forms: `recursive` and `recursion` begin with the same five letters, `vertices` is a form of `vertex`.
struct Stem {
    word: String,
    forms: BTreeSet<String>,
}

impl Stem {
    fn of(word: &str) -> Self {
        let texts = forms(word).into_iter().map(|form| form.text);
        Self {
            word: word.to_owned(),
            forms: texts.collect(),
        }
    }

    fn meets(&self, other: &str) -> bool {
        let pairs = self.word.chars().zip(other.chars());
        let n_common = pairs.take_while(|(one, other)| one == other).count();
        let n_least = self.word.chars().count().min(other.chars().count());
        n_common >= 5 || (n_common == n_least && n_least >= 3) || self.forms.contains(other)
    }
}

/// A phrase of the target: no stop word at its edges, no number alone; of Han characters at least two.
fn is_phrase(grams: &Grams, run: &[u32]) -> bool {
    let forms = grams.forms_of(run);
    let (Some(first), Some(last)) = (forms.first(), forms.last()) else {
        return false;
    };
    let is_letter = |form: &&str| form.chars().any(char::is_alphabetic);
    let has_size = first.starts_with(is_han) && forms.len() >= 2
        || forms
            .iter()
            .any(|form| form.chars().count() >= 2 && !form.starts_with(is_han));
    has_size
        && is_letter(first)
        && is_letter(last)
        && !stop_words::is_edge(first)
        && !stop_words::is_edge(last)
}

/// The form to propose: a word that only begins a sentence is no name.
fn plain(text: &str) -> String {
    let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    for word in &mut words {
        let has_inner_capital = word.chars().skip(1).any(char::is_uppercase);
        let has_digit = word.chars().any(|c| c.is_ascii_digit());
        if !has_inner_capital && !has_digit {
            *word = word.to_lowercase();
        }
    }
    words.join(" ")
}
