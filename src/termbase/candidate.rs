//! Candidate terms of the source texts: runs that stand often, in various company, and not only inside longer ones.
//!
//! Frequency, branching entropy on both sides, and the C-value of Frantzi, Ananiadou and Mima (2000). No word segmenter.

use crate::termbase::grams::Grams;
use crate::termbase::grams::NONE;
use crate::termbase::stop_words;
use crate::text::script::is_han;
use std::collections::HashMap;

/// The longest candidate, in Han characters and words.
const LONGEST: usize = 8;

/// The least entropy on either side; a run that is always followed by the same character goes on.
const LEAST_FREEDOM: f64 = 0.65;

/// A run that may be a term.
#[derive(Clone, Debug)]
pub struct SourceTerm {
    /// Its form, as it stands first.
    pub form: String,
    /// How often it stands.
    pub count: u32,
    /// How much speaks for a term.
    pub termhood: f64,
    /// The texts it stands in, in order.
    pub texts: Vec<u32>,
}

/// Finds candidates that stand at least `least` times.
pub fn candidates<'t>(texts: impl Iterator<Item = &'t str>, least: u32) -> Vec<SourceTerm> {
    let least = least.max(2);
    let grams = Grams::of(texts, LONGEST, least, str::to_lowercase);
    let mut chosen: Vec<(usize, u32)> = Vec::new();
    for length in 1..=LONGEST {
        let freedom = grams.freedom(length);
        let counts = &grams.levels[length - 1].counts;
        let ids = (0_u32..).zip(counts).filter(|(_, count)| **count >= least);
        for (id, _) in ids {
            let is_free = freedom
                .get(id as usize)
                .is_some_and(|free| *free >= LEAST_FREEDOM);
            if is_free && is_term_like(&grams, grams.run(length, id)) {
                chosen.push((length, id));
            }
        }
    }
    let nested = nested(&grams, &chosen);
    let mut terms = Vec::new();
    for (length, id) in chosen {
        let count = grams.levels[length - 1].counts[id as usize];
        let (n_longer, sum) = nested.get(&(length, id)).copied().unwrap_or_default();
        let inside = if n_longer == 0 {
            0.0
        } else {
            f64::from(sum) / f64::from(n_longer)
        };
        let own = f64::from(count) - inside;
        // Nearly always a part of one longer term: that one is the term.
        if own < f64::from(least) || (n_longer > 0 && own < f64::from(count) * 0.15) {
            continue;
        }
        let width = u32::try_from(length + 1).unwrap_or_default();
        terms.push(((length, id), f64::from(width).log2() * own, count));
    }
    with_texts(&grams, terms)
}

fn is_term_like(grams: &Grams, run: &[u32]) -> bool {
    let forms = grams.forms_of(run);
    let (Some(first), Some(last)) = (forms.first(), forms.last()) else {
        return false;
    };
    let is_latin = |form: &&str| !form.starts_with(is_han);
    let n_latin = forms.iter().filter(|form| is_latin(form)).count();
    let n_han = forms.len() - n_latin;
    let is_number = |form: &str| {
        form.chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '_'))
    };
    let has_size = match (n_han, n_latin) {
        (0, 1) => is_name(first),
        (0, n_latin) => n_latin <= 4,
        (n_han, 0) => n_han >= 2,
        (_, n_latin) => n_latin == 1,
    };
    has_size
        && !forms
            .iter()
            .any(|form| is_number(form) || stop_words::is_never_inside(form))
        && !stop_words::is_edge(first)
        && !stop_words::is_edge(last)
        && !stop_words::is_stop_word(&forms.concat())
        && (n_han != 0 || forms.iter().any(|form| form.chars().count() > 1))
}

/// A single Latin word in the source: a name, not a letter of a formula.
fn is_name(form: &str) -> bool {
    let n_letters = form.chars().filter(|c| c.is_alphabetic()).count();
    n_letters >= 2 && form.chars().count() <= 30
}

/// For every candidate: in how many longer candidates it stands, and how often these stand.
fn nested(grams: &Grams, chosen: &[(usize, u32)]) -> HashMap<(usize, u32), (u32, u32)> {
    let mut found: HashMap<(usize, u32), (u32, u32)> = HashMap::new();
    let is_chosen: std::collections::HashSet<(usize, u32)> = chosen.iter().copied().collect();
    for (length, id) in chosen {
        let level = &grams.levels[length - 1];
        let (first, count) = (
            level.first[*id as usize] as usize,
            level.counts[*id as usize],
        );
        for shorter in 1..*length {
            for at in first..=first + length - shorter {
                let inner = grams.levels[shorter - 1].ids[at];
                if inner != NONE && is_chosen.contains(&(shorter, inner)) {
                    let entry = found.entry((shorter, inner)).or_default();
                    entry.0 += 1;
                    entry.1 += count;
                }
            }
        }
    }
    found
}

fn with_texts(grams: &Grams, terms: Vec<((usize, u32), f64, u32)>) -> Vec<SourceTerm> {
    let mut texts: HashMap<(usize, u32), Vec<u32>> =
        terms.iter().map(|(key, _, _)| (*key, Vec::new())).collect();
    for (length, level) in (1..).zip(&grams.levels) {
        for (at, id) in level.ids.iter().enumerate().filter(|(_, id)| **id != NONE) {
            if let Some(texts) = texts.get_mut(&(length, *id)) {
                let text_idx = grams.places[at].0;
                if texts.last() != Some(&text_idx) {
                    texts.push(text_idx);
                }
            }
        }
    }
    let mut found: Vec<SourceTerm> = Vec::new();
    for (key, termhood, count) in terms {
        found.push(SourceTerm {
            form: written(grams, grams.run(key.0, key.1)),
            count,
            termhood,
            texts: texts.remove(&key).unwrap_or_default(),
        });
    }
    found
}

/// Writes a run: a space between two words and between a word and a Han character.
pub fn written(grams: &Grams, run: &[u32]) -> String {
    let mut text = String::new();
    for token in run {
        let form = &grams.forms[*token as usize];
        let is_joined = text.is_empty() || (text.ends_with(is_han) && form.starts_with(is_han));
        if !is_joined {
            text.push(' ');
        }
        text.push_str(form);
    }
    text
}
