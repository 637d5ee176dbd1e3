//! Numbers for the words of both sides.

use rustc_hash::FxHashMap;

/// Every word that either side has, numbered in the order of first sight. A word that both sides have has one number.
#[derive(Debug, Default)]
pub(in crate::bitext) struct Vocabulary {
    ids: FxHashMap<String, u32>,
    words: Vec<String>,
}

impl Vocabulary {
    /// Returns the number of a word, a new one when it is new.
    pub(in crate::bitext) fn id(&mut self, word: &str) -> u32 {
        if let Some(id) = self.ids.get(word) {
            return *id;
        }
        let next = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        self.ids.insert(word.to_owned(), next);
        self.words.push(word.to_owned());
        next
    }

    /// Returns the number of a word that either side has.
    pub(in crate::bitext) fn get(&self, word: &str) -> Option<u32> {
        self.ids.get(word).copied()
    }

    /// Returns all words, in the order of their numbers.
    pub(in crate::bitext) fn words(&self) -> &[String] {
        &self.words
    }

    pub(in crate::bitext) fn len(&self) -> usize {
        self.words.len()
    }
}
