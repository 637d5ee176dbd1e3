//! The words of a text that say which text translates it.

use crate::bitext::lexical::lexicon::Lexicon;
use crate::bitext::lexical::names::Names;
use crate::bitext::lexical::stem;
use crate::bitext::lexical::vocabulary::Vocabulary;
use crate::text::scan;
use crate::text::script;

/// Texts longer than this are known by their beginning only.
const MOST_BYTES: usize = 20_000;

/// Reads words: with which lexicons, and which words may be names.
#[derive(Clone, Copy, Debug)]
pub(in crate::bitext) struct Reader<'a> {
    pub(in crate::bitext) lexicons: &'a [&'a Lexicon],
    pub(in crate::bitext) names: &'a Names,
}

/// A name found by its sound is another word than the Latin word: a person may be called Long.
const NAME: &str = "@";

impl Reader<'_> {
    /// Returns the words of a text, repeated ones repeated, sorted by number: Latin words by their stems, numbers by value, Han characters
    /// by all words of the lexicons that run over them, or one by one.
    pub(in crate::bitext) fn words(&self, text: &str, vocabulary: &mut Vocabulary) -> Vec<u32> {
        let text = beginning(text);
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let rest = &text[at..];
            let taken = if script::is_han(c) {
                self.han(rest, vocabulary, &mut found)
            } else if c.is_ascii_digit() || script::is_spaced_letter(c) || is_wide_digit(c) {
                latin(rest, vocabulary, &mut found)
            } else if script::is_kana(c) {
                kana(rest, vocabulary, &mut found)
            } else {
                0
            };
            at += taken.max(c.len_utf8());
        }
        found.sort_unstable();
        found
    }

    /// Reads a run of Han characters.
    fn han(&self, text: &str, vocabulary: &mut Vocabulary, found: &mut Vec<u32>) -> usize {
        let end = text
            .find(|c: char| !script::is_han(c))
            .unwrap_or(text.len());
        let run: Vec<char> = text[..end].chars().collect();
        let mut is_covered = vec![false; run.len()];
        let mut word = String::new();
        // A later lexicon adds words only where the ones before it leave characters uncovered: the more words run over one place, the less
        // each says.
        for lexicon in self.lexicons {
            let mut covers = is_covered.clone();
            for start in 0..run.len() {
                word.clear();
                for (n_chars, c) in run[start..].iter().take(lexicon.longest()).enumerate() {
                    word.push(*c);
                    let place = start..=start + n_chars;
                    if n_chars > 0
                        && !is_covered[place.clone()]
                            .iter()
                            .all(|is_covered| *is_covered)
                        && lexicon.has(&word)
                    {
                        found.push(vocabulary.id(&word));
                        covers[place].fill(true);
                    }
                }
            }
            is_covered = covers;
        }
        let mut names = Vec::new();
        self.names.find(&run, &mut names);
        for (_, _, name) in names {
            found.push(vocabulary.id(&format!("{NAME}{name}")));
        }
        for (c, is_covered) in run.iter().zip(is_covered) {
            if !is_covered {
                word.clear();
                word.push(*c);
                found.push(vocabulary.id(&word));
            }
        }
        for token in scan::tokens(&text[..end]) {
            if let scan::Token::Number(value) = token {
                found.push(vocabulary.id(&format!("#{value}")));
            }
        }
        end
    }
}

/// Returns the spelling that a name's word stands for.
pub(in crate::bitext) fn spelling(word: &str) -> Option<&str> {
    word.strip_prefix(NAME)
}

fn is_wide_digit(c: char) -> bool {
    matches!(c, '０'..='９')
}

/// Reads a run of kana as one word.
fn kana(text: &str, vocabulary: &mut Vocabulary, found: &mut Vec<u32>) -> usize {
    let end = text
        .find(|c: char| !script::is_kana(c))
        .unwrap_or(text.len());
    found.push(vocabulary.id(&text[..end]));
    end
}

/// Reads Latin words and numbers up to the next character of another kind.
fn latin(text: &str, vocabulary: &mut Vocabulary, found: &mut Vec<u32>) -> usize {
    let is_inside = |c: char| {
        script::is_spaced_letter(c)
            || c.is_ascii_digit()
            || is_wide_digit(c)
            || matches!(c, '.' | ',' | '\'' | '’' | '_' | '-' | ' ')
    };
    let end = text.find(|c| !is_inside(c)).unwrap_or(text.len());
    for token in scan::tokens(&text[..end]) {
        match token {
            scan::Token::Number(value) => found.push(vocabulary.id(&format!("#{value}"))),
            scan::Token::Word(word) => parts(&word, vocabulary, found),
        }
    }
    end
}

/// Reads a word and, where it is written with hyphens, its parts.
fn parts(word: &str, vocabulary: &mut Vocabulary, found: &mut Vec<u32>) {
    for part in word.split('-').filter(|part| !part.is_empty()) {
        let part = part.replace('’', "'");
        if stem::is_stop(&part) {
            continue;
        }
        let part = part.strip_suffix("'s").unwrap_or(&part);
        if let Some(value) = number(part) {
            found.push(vocabulary.id(&format!("#{value}")));
        } else {
            found.push(vocabulary.id(&stem::of(part)));
        }
    }
}

fn number(word: &str) -> Option<usize> {
    const NAMES: [&str; 19] = [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    const ORDINALS: [&str; 9] = [
        "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    ];
    let place = |names: &[&str]| names.iter().position(|name| *name == word);
    place(&NAMES).or_else(|| place(&ORDINALS)).map(|at| at + 2)
}

pub(in crate::bitext) fn beginning(text: &str) -> &str {
    let mut end = text.len().min(MOST_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}
