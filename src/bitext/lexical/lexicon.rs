//! A bilingual lexicon: words of Chinese with their English renderings.
//!
//! The core lexicon, `core.tsv`, was written for this project: the most frequent content words of written Chinese and of technical documentation,
//! one a line, a tab, and the words that translators render them with, separated by `; `.

use crate::bitext::lexical::stem;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Words of Han characters with the stems of their renderings, each with how firmly it is one.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    renderings: FxHashMap<String, Vec<(String, f32)>>,
    longest: usize,
    /// How many words each stem renders.
    rendered: FxHashMap<String, u32>,
}

static CORE: LazyLock<Lexicon> = LazyLock::new(|| {
    let lines = include_str!("core.tsv").lines();
    let entries = lines.filter_map(|line| line.split_once('\t'));
    Lexicon::new(entries.map(|(word, renderings)| (word, renderings.split("; "))))
});

/// How firmly a word's only rendering stands for it.
const FIRM: f32 = 1.0;

impl Lexicon {
    /// Returns the project's own lexicon of Chinese and English.
    pub fn core() -> &'static Self {
        &CORE
    }

    /// Makes a lexicon of words and their renderings. A word that comes again gets the further renderings too.
    pub fn new<'a, R>(entries: impl Iterator<Item = (&'a str, R)>) -> Self
    where
        R: Iterator<Item = &'a str>,
    {
        let mut gathered: FxHashMap<String, FxHashMap<String, f32>> = FxHashMap::default();
        let mut longest = 0;
        for (word, renderings) in entries {
            longest = longest.max(word.chars().count());
            let stems = gathered.entry(word.to_owned()).or_default();
            for rendering in renderings {
                let words = content(rendering);
                for word in &words {
                    let share = stems.entry(word.clone()).or_default();
                    *share = share.max(1.0 / words.len() as f32);
                }
            }
        }
        let renderings = gathered.into_iter().map(|(word, stems)| {
            let firm = FIRM / (stems.len().max(1) as f32).sqrt();
            let mut stems: Vec<(String, f32)> = stems
                .into_iter()
                .map(|(stem, share)| (stem, share * firm))
                .collect();
            stems.sort_by(|one, other| one.0.cmp(&other.0));
            (word, stems)
        });
        let renderings: FxHashMap<String, Vec<(String, f32)>> = renderings.collect();
        let mut rendered: FxHashMap<String, u32> = FxHashMap::default();
        for (stem, _) in renderings.values().flatten() {
            *rendered.entry(stem.clone()).or_default() += 1;
        }
        Self {
            renderings,
            longest,
            rendered,
        }
    }

    /// Returns how many words a stem renders: the more, the less it says.
    pub fn n_rendered(&self, stem: &str) -> u32 {
        self.rendered.get(stem).copied().unwrap_or(0)
    }

    /// Returns the stems of a word's renderings, each with how firmly it stands for the word.
    pub fn renderings(&self, word: &str) -> &[(String, f32)] {
        self.renderings.get(word).map_or(&[], Vec::as_slice)
    }

    /// Tells whether the lexicon has a word.
    pub fn has(&self, word: &str) -> bool {
        self.renderings.contains_key(word)
    }

    /// Returns how many characters the longest word has.
    pub const fn longest(&self) -> usize {
        self.longest
    }

    /// Returns how many words there are.
    pub fn len(&self) -> usize {
        self.renderings.len()
    }

    /// Tells whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.renderings.is_empty()
    }
}

/// Returns the stems of a rendering's words, stop words only where there is nothing else.
fn content(rendering: &str) -> Vec<String> {
    let words = || {
        rendering
            .split(|c: char| !c.is_alphanumeric() && c != '\'')
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
    };
    words()
        .filter(|word| !stem::is_stop(word))
        .map(|word| stem::of(&word))
        .collect()
}
