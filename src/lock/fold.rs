//! What makes two texts the same text: everything but how their lines are wrapped.

use crate::text::fingerprint;
use crate::text::fingerprint::Fingerprint;
use crate::text::script;
use std::borrow::Cow;

/// Folds white space: a line break between two characters of Chinese is nothing, every other run of white space one space.
pub fn fold(text: &str) -> Cow<'_, str> {
    if fingerprint::is_folded(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let (mut last, mut has_space, mut has_break) = (None, false, false);
    for c in text.chars() {
        if c.is_whitespace() {
            has_space = true;
            has_break |= c == '\n' || c == '\r';
            continue;
        }
        if has_space && last.is_some_and(|last| !(has_break && is_wide(last) && is_wide(c))) {
            out.push(' ');
        }
        out.push(c);
        (last, has_space, has_break) = (Some(c), false, false);
    }
    Cow::Owned(out)
}

/// Returns the name of a text by its content: the same for all texts that fold to the same.
pub fn key(text: &str) -> Fingerprint {
    Fingerprint::of(&fold(text))
}

/// Joins the texts of several units as if they were one.
pub fn join<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut texts = texts.into_iter();
    let mut out = texts.next().unwrap_or_default().to_owned();
    for text in texts {
        out.push('\n');
        out.push_str(text);
    }
    out
}

/// Tells whether two texts have the same lines but for trailing blanks: what "unchanged" means for code.
pub fn has_same_lines(one: &str, other: &str) -> bool {
    let (ones, others) = (one.trim().lines(), other.trim().lines());
    ones.map(str::trim_end).eq(others.map(str::trim_end))
}

/// Tells whether a text says too little to be known again somewhere else (`-`, `10`, `✓`).
pub fn is_trivial(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic());
    match letters.next() {
        None => true,
        Some(first) => !script::is_han(first) && letters.next().is_none(),
    }
}

fn is_wide(c: char) -> bool {
    script::is_han(c) || script::is_cjk_punctuation(c)
}
