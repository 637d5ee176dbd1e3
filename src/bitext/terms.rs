//! Pairs of glossary terms as anchors: a concept's term on either side is one word to the aligner.

use crate::bitext::lexical::vocabulary::Vocabulary;
use std::collections::HashMap;

/// Finds the terms of one side. Rough on purpose: an anchor need not be right every time, a rule must.
#[derive(Debug, Default)]
pub(super) struct Terms {
    /// Terms in small letters by their first two characters, longest first, with the number of their pair.
    by_head: HashMap<Head, Vec<(String, usize)>>,
}

/// The first two characters of a term.
type Head = (char, Option<char>);

impl Terms {
    /// Makes a finder for the terms of one side; the place in the list is the pair's number.
    pub(super) fn new<'a>(terms: impl Iterator<Item = &'a str>) -> Self {
        let mut by_head: HashMap<Head, Vec<(String, usize)>> = HashMap::new();
        for (number, term) in terms.enumerate() {
            let term = term.trim().to_ascii_lowercase();
            let mut chars = term.chars();
            if let Some(first) = chars.next() {
                by_head
                    .entry((first, chars.next()))
                    .or_default()
                    .push((term, number));
            }
        }
        for terms in by_head.values_mut() {
            terms.sort_by_key(|(term, _)| std::cmp::Reverse(term.len()));
        }
        Self { by_head }
    }

    /// Returns the words that stand for the terms found in a text.
    pub(super) fn find(&self, text: &str, vocabulary: &mut Vocabulary) -> Vec<u32> {
        if self.by_head.is_empty() {
            return Vec::new();
        }
        let mut found = Vec::new();
        let text = text.to_ascii_lowercase();
        let (mut at, mut last) = (0, ' ');
        while let Some(first) = text[at..].chars().next() {
            let rest = &text[at..];
            let second = rest.chars().nth(1);
            let is_cut = last.is_ascii_alphanumeric() && first.is_ascii_alphanumeric();
            let heads = [(first, second), (first, None)];
            let terms = heads
                .iter()
                .filter_map(|head| self.by_head.get(head))
                .flatten();
            let hit = terms
                .filter(|_| !is_cut)
                .find(|(term, _)| rest.starts_with(term.as_str()));
            let taken = match hit {
                Some((term, number)) => {
                    found.push(vocabulary.id(&format!("\0{number}")));
                    term.len()
                }
                None => first.len_utf8(),
            };
            last = text[..at + taken].chars().next_back().unwrap_or(' ');
            at += taken;
        }
        found
    }
}
