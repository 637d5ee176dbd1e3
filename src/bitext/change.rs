//! What changed in a source text, and how much it matters to its translation.

use crate::text::scan;
use crate::text::script;
use crate::text::similarity;
use unicode_normalization::UnicodeNormalization;

/// How much a source change matters, from least to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// White space and punctuation width only.
    Cosmetic,
    /// Link targets, emphasis, code marks only.
    Markup,
    /// Digits and numbers only.
    Number,
    /// At least 0.9 similar.
    Minor,
    /// Anything else.
    Rewrite,
}

impl Change {
    /// Returns the name used in JSON and messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cosmetic => "cosmetic",
            Self::Markup => "markup",
            Self::Number => "number",
            Self::Minor => "minor",
            Self::Rewrite => "rewrite",
        }
    }
}

/// From this similarity on a change is minor.
const MINOR: f32 = 0.9;

/// Classifies the change from `old` to `new`.
pub fn classify(old: &str, new: &str) -> Change {
    if fold(old) == fold(new) {
        return Change::Cosmetic;
    }
    let (bare_old, bare_new) = (fold(&bare(old)), fold(&bare(new)));
    if bare_old == bare_new {
        return Change::Markup;
    }
    if without_numbers(&bare_old) == without_numbers(&bare_new) {
        return Change::Number;
    }
    if similarity::similarity_from(old, new, MINOR).is_some() {
        return Change::Minor;
    }
    Change::Rewrite
}

/// Folds what a reader does not hear: white space beside anything but two Latin words, the width and style of punctuation.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut is_spaced = false;
    for c in text.nfkc() {
        let c = match c {
            '\u{200b}' | '\u{200c}' | '\u{feff}' | '\u{ad}' | '\u{2060}' => continue,
            _ if c.is_whitespace() => {
                is_spaced = true;
                continue;
            }
            '“' | '”' | '「' | '」' | '„' | '«' | '»' | '〝' | '〞' => '"',
            '‘' | '’' | '『' | '』' => '\'',
            '。' | '｡' => '.',
            '–' | '—' | '―' | '‒' => '-',
            '〜' | '～' => '~',
            _ => c,
        };
        let last = folded.chars().next_back();
        let is_run = matches!(c, '.' | '-') && folded.ends_with([c]) && folded.len() >= 2;
        if is_run && folded[..folded.len() - 1].ends_with(c) {
            continue;
        }
        let is_word = |c: char| c.is_alphanumeric() && !script::is_han(c) && !script::is_kana(c);
        if is_spaced && last.is_some_and(is_word) && is_word(c) {
            folded.push(' ');
        }
        folded.push(c);
        is_spaced = false;
    }
    folded
}

/// Takes markup away: link targets, images' targets, addresses, tags, emphasis and code marks, heading ids, footnote marks.
fn bare(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = &text[at..];
        let skipped = match c {
            '*' | '`' | '~' => 1,
            '_' if !is_inside_word(text, at) => 1,
            '!' if rest.starts_with("![") => 2,
            '[' if rest.starts_with("[^") => up_to(rest, ']', 64),
            '[' => 1,
            ']' if rest.starts_with("](") => 1 + up_to(&rest[1..], ')', 2048),
            ']' if rest.starts_with("][") => 1 + up_to(&rest[1..], ']', 256),
            ']' => 1,
            '<' if rest[1..]
                .starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!') =>
            {
                up_to(rest, '>', 2048)
            }
            '{' if rest.starts_with("{#") || rest.starts_with("{:") || rest.starts_with("{/*") => {
                up_to(rest, '}', 256)
            }
            ':' if rest.starts_with("://") => match scan::url_at(text, at, 0) {
                Some(url) => {
                    let scheme = at - url.start;
                    out.truncate(out.len().saturating_sub(scheme));
                    url.end - at
                }
                None => 0,
            },
            _ => 0,
        };
        if skipped == 0 {
            out.push(c);
        }
        at += if skipped == 0 { c.len_utf8() } else { skipped };
    }
    out
}

/// Returns how long the piece up to and with `close` is, or 1 when it does not close near by.
fn up_to(rest: &str, close: char, longest: usize) -> usize {
    let near = rest.char_indices().take(longest).find(|(_, c)| *c == close);
    near.map_or(1, |(at, _)| at + close.len_utf8())
}

fn is_inside_word(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + 1..].chars().next();
    before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)
}

/// Puts one sign in the place of every number, in digits, Chinese numerals or English words.
fn without_numbers(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut word = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if script::is_spaced_letter(c) {
            word.push(c);
            continue;
        }
        end_word(&mut word, &mut out);
        let is_inner = matches!(c, '.' | ',')
            && out.ends_with('#')
            && chars.peek().is_some_and(char::is_ascii_digit);
        if c.is_ascii_digit() || scan::numeral(c).is_some() || is_inner {
            if !out.ends_with('#') {
                out.push('#');
            }
        } else {
            out.push(c);
        }
    }
    end_word(&mut word, &mut out);
    out
}

fn end_word(word: &mut String, out: &mut String) {
    let is_number = NUMBER_WORDS.contains(&word.to_ascii_lowercase().as_str());
    out.push_str(if is_number { "#" } else { word });
    word.clear();
}

const NUMBER_WORDS: &[&str] = &[
    "zero", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    "hundred",
];
