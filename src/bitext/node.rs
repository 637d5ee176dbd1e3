//! What the aligner knows of one unit, one table or one line: kind, length, words that survive translation, punctuation.

use crate::text::scan::{self, Token};
use crate::text::script;
use std::collections::HashMap;

/// What an aligned piece is. Pieces of different kinds pair unwillingly or never.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum NodeKind {
    /// A line of plain text, or a sentence.
    Line,
    Heading(u8),
    Paragraph,
    Item,
    Definition,
    Term,
    Title,
    Image,
    HtmlText,
    Attribute,
    Table,
    Code,
    Html,
    Math,
}

impl NodeKind {
    /// Tells whether a neighbour of the same sort may be merged into one bead with it.
    pub(super) const fn merges(self) -> bool {
        matches!(
            self,
            Self::Line | Self::Paragraph | Self::Item | Self::Definition | Self::HtmlText
        )
    }

    /// Returns what it costs to pair two kinds; nothing when they never pair.
    pub(super) fn distance(self, other: Self) -> Option<f32> {
        use NodeKind::{
            Attribute, Code, Definition, Heading, Html, HtmlText, Image, Item, Math, Paragraph,
            Table, Term, Title,
        };
        if self == other {
            return Some(0.0);
        }
        Some(match (self, other) {
            (Heading(one), Heading(other)) => 1.5 * f32::from(one.abs_diff(other)),
            (Code | Html | Math | Table | Attribute, _)
            | (_, Code | Html | Math | Table | Attribute) => return None,
            (Paragraph, Item | Definition | HtmlText | Image)
            | (Item | Definition | HtmlText | Image, Paragraph) => 3.0,
            (Item, Definition | HtmlText) | (Definition | HtmlText, Item) => 3.0,
            (Heading(_), Title | Term) | (Title | Term, Heading(_)) => 4.0,
            (Paragraph | Item, Title | Term) | (Title | Term, Paragraph | Item) => 5.0,
            _ => 8.0,
        })
    }
}

/// How many sorts of punctuation and markup are counted.
pub(super) const N_MARKS: usize = 10;

/// What a difference of one mark costs: `? ! “ ( … :` at the end, and links, code, strong, images.
pub(super) const MARK_COSTS: [f32; N_MARKS] = [1.0, 0.5, 0.7, 0.5, 0.3, 0.8, 0.8, 0.6, 0.8, 2.0];

/// One piece to be aligned.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) kind: NodeKind,
    /// About the length of an English text of the same content, in characters.
    pub(super) length: f32,
    /// Words that may survive translation, sorted, by number in [`Words`].
    pub(super) words: Vec<u32>,
    pub(super) marks: [f32; N_MARKS],
    /// A hash of its text, white space folded.
    pub(super) hash: u64,
    /// A number for what it stands in; zero at the top.
    pub(super) container: u32,
}

/// Numbers the words of both sides.
#[derive(Debug, Default)]
pub(super) struct Words {
    ids: HashMap<String, u32>,
}

impl Words {
    pub(super) fn id(&mut self, word: String) -> u32 {
        let next = u32::try_from(self.ids.len()).unwrap_or(u32::MAX);
        *self.ids.entry(word).or_insert(next)
    }

    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }
}

/// Texts longer than this are known by their beginning only.
const MOST_BYTES: usize = 20_000;

/// Gathers the words of a text that may survive translation: Latin words, numbers by value, Han pairs (they matter where
/// both sides are written in Han, or a side is not translated yet).
pub(super) fn words_of(text: &str, words: &mut Words) -> Vec<u32> {
    let text = beginning(text);
    let mut found: Vec<u32> = Vec::new();
    for token in scan::tokens(text) {
        let word = match token {
            Token::Number(value) => format!("#{value}"),
            Token::Word(word) => match number_word(&word) {
                Some(value) => format!("#{value}"),
                None if is_stop(&word) => continue,
                None => word,
            },
        };
        found.push(words.id(word));
    }
    let mut last: Option<char> = None;
    for c in text.chars() {
        let is_han = script::is_han(c);
        if let Some(last) = last.filter(|_| is_han) {
            found.push(words.id([last, c].iter().collect()));
        }
        last = is_han.then_some(c);
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn beginning(text: &str) -> &str {
    let mut end = text.len().min(MOST_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// English words that carry no anchor.
fn is_stop(word: &str) -> bool {
    const STOP: &[&str] = &[
        "a", "an", "and", "are", "as", "at", "be", "but", "by", "can", "do", "for", "from", "has",
        "have", "he", "her", "his", "i", "if", "in", "into", "is", "it", "its", "not", "of", "on",
        "or", "our", "she", "so", "than", "that", "the", "their", "them", "then", "there", "these",
        "they", "this", "to", "was", "we", "were", "will", "with", "you", "your",
    ];
    STOP.binary_search(&word).is_ok()
}

fn number_word(word: &str) -> Option<u32> {
    let names = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ];
    let at = names.iter().position(|name| *name == word)?;
    u32::try_from(at).ok().map(|at| at + 2)
}

/// Measures a text: a Han character counts as about three Latin ones.
pub(super) fn length_of(text: &str) -> f32 {
    text.chars()
        .map(|c| {
            if script::is_han(c) {
                3.2
            } else if script::is_kana(c) {
                1.7
            } else if c.is_alphanumeric() {
                1.18
            } else {
                0.0
            }
        })
        .sum()
}

/// Counts punctuation that survives translation.
pub(super) fn marks_of(text: &str) -> [f32; N_MARKS] {
    let mut marks = [0.0; N_MARKS];
    let mut straight = 0.0;
    let mut last = ' ';
    for c in beginning(text).chars() {
        match c {
            '?' | '？' => marks[0] += 1.0,
            '!' | '！' => marks[1] += 1.0,
            '(' | '（' => marks[3] += 1.0,
            '…' | '—' if last != c => marks[4] += 1.0,
            '"' => straight += 0.5,
            _ if c != '‘' && script::is_opening_quote(c) => marks[2] += 1.0,
            _ => {}
        }
        last = c;
    }
    marks[2] += straight;
    let end = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_'));
    marks[5] = f32::from(u8::from(end.ends_with([':', '：'])));
    marks
}
