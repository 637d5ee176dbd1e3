//! White space of a Western text that stands where it should not, or lacks where it should stand.

use crate::document::prose::OBJECT;
use std::ops::Range;

/// What is wrong with a space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpaceFlaw {
    /// A space before a full stop or comma.
    Before,
    /// More than one space between words.
    Double,
    /// No space after a mark that ends a sentence or clause.
    Missing,
}

impl SpaceFlaw {
    /// Returns the name used in messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::Double => "double",
            Self::Missing => "missing",
        }
    }
}

/// A flaw, where it is, and what should stand there.
pub type Flaw = (SpaceFlaw, Range<usize>, String);

/// A text with more wide gaps than this is laid out by hand.
const LAID_OUT: usize = 4;

/// Finds flaws of spacing. `source` is the other side: a word that stands there too is written as it has to be.
pub fn flaws(text: &str, source: &str) -> Vec<Flaw> {
    let mut found = before_marks(text);
    let doubles = doubles(text);
    if doubles.len() <= LAID_OUT {
        found.extend(doubles);
    }
    found.extend(missing(text, source));
    found.sort_by_key(|(_, range, _)| range.start);
    found
}

/// ` .` and ` ,` after a word, before the end or white space: never `.net`, `...` or a lone mark.
fn before_marks(text: &str) -> Vec<Flaw> {
    let mut found = Vec::new();
    for (at, mark) in text.match_indices(['.', ',']) {
        let before = text.get(..at).unwrap_or_default();
        let word = before.trim_end_matches([' ', '\u{a0}']);
        let after = text.get(at + 1..).and_then(|rest| rest.chars().next());
        let ends = after.is_none_or(|c| c.is_whitespace() || matches!(c, '"' | '\u{201d}' | ')'));
        let last = word.chars().next_back();
        let is_word =
            last.is_some_and(|c| c.is_alphanumeric() || matches!(c, ')' | '\u{201d}' | OBJECT));
        if word.len() < before.len() && ends && is_word {
            found.push((SpaceFlaw::Before, word.len()..at + 1, mark.to_owned()));
        }
    }
    found
}

/// Two spaces between words of a line. Two spaces after a sentence are a habit of some typists.
fn doubles(text: &str) -> Vec<Flaw> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text
        .get(from..)
        .and_then(|rest| rest.find("  "))
        .map(|at| from + at)
    {
        let rest = text.get(at..).unwrap_or_default();
        let len = rest.len() - rest.trim_start_matches(' ').len();
        from = at + len;
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text.get(at + len..).and_then(|text| text.chars().next());
        let is_inner = |c: Option<char>| {
            c.is_some_and(|c| {
                !c.is_whitespace() && !matches!(c, '|' | '-' | '=' | '+' | '*' | OBJECT)
            })
        };
        let is_sentence =
            before.is_some_and(|c| matches!(c, '.' | '?' | '!' | ':' | '"' | ')' | '\u{201d}'));
        if is_inner(before) && is_inner(after) && !is_sentence && len == 2 {
            found.push((SpaceFlaw::Double, at..at + len, " ".to_owned()));
        }
    }
    found
}

/// Words that begin a sentence and are no names: after `.` without a space they are no method.
const STARTERS: &[&str] = &[
    "A",
    "An",
    "The",
    "This",
    "That",
    "These",
    "Those",
    "It",
    "Its",
    "In",
    "If",
    "We",
    "You",
    "They",
    "He",
    "She",
    "For",
    "When",
    "While",
    "However",
    "But",
    "And",
    "So",
    "Then",
    "There",
    "Here",
    "At",
    "By",
    "To",
    "With",
    "As",
    "After",
    "Before",
    "Because",
    "Although",
    "Since",
    "Therefore",
    "Thus",
    "Please",
    "Note",
    "Our",
    "Your",
    "Their",
    "Each",
    "Every",
    "Some",
    "Many",
    "Most",
];

fn missing(text: &str, source: &str) -> Vec<Flaw> {
    let mut found = Vec::new();
    for (at, mark) in text.match_indices(['.', ',', '?', '!']) {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + 1..).unwrap_or_default();
        if !before.ends_with(is_letter) || !after.starts_with(is_letter) {
            continue;
        }
        let start = before.rfind(is_gap).map_or(0, |gap| {
            gap + before[gap..].chars().next().map_or(1, char::len_utf8)
        });
        let end = at + 1 + after.find(is_gap).unwrap_or(after.len());
        let token = text.get(start..end).unwrap_or_default();
        let (word, next) = (
            text.get(start..at).unwrap_or_default(),
            text.get(at + 1..end).unwrap_or_default(),
        );
        let next = next.trim_end_matches(['.', ',', ';', ':', '?', '!']);
        if source.contains(token.trim_end_matches(['.', ',', ';', ':', '?', '!'])) {
            continue;
        }
        let is_plain = |word: &str| word.chars().count() >= 2 && word.chars().all(is_letter);
        let is_lower = |word: &str| word.chars().all(|c| c.is_lowercase());
        let is_flaw = match mark {
            "," => is_plain(word) && is_plain(next) && is_lower(next),
            _ => is_plain(word) && is_lower(word) && STARTERS.contains(&next),
        };
        if is_flaw {
            found.push((SpaceFlaw::Missing, at..at + 1, format!("{mark} ")));
        }
    }
    found
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || c == '\u{2019}'
}

const fn is_gap(c: char) -> bool {
    matches!(
        c,
        ' ' | '\n' | '\t' | '\u{a0}' | '(' | ')' | '"' | '\u{201c}' | '\u{201d}'
    )
}
