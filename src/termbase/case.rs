//! Whether a term stands in the right case: at the start of a sentence, in a title, in a name.

use crate::termbase::concept::CaseMode;
use std::ops::Range;

/// Tells whether the letters found have the case that the form asks for. In smart mode a capital of the form must be one; whether
/// capitals that the form does not have are welcome depends on the place: see [`is_welcome`].
pub fn is_case_right(mode: CaseMode, found: &str, form: &str) -> bool {
    if mode == CaseMode::Ignore || !form.chars().any(char::is_uppercase) && mode == CaseMode::Smart
    {
        return true;
    }
    let letters = |text: &str| {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .collect::<Vec<_>>()
    };
    let (found, form) = (letters(found), letters(form));
    match mode {
        CaseMode::Exact => found == form,
        _ => found
            .iter()
            .zip(&form)
            .all(|(found, form)| !form.is_uppercase() || found.is_uppercase()),
    }
}

/// Tells whether the capitals of a common noun are welcome where it stands: at the start of a sentence, in a title, in a name or a
/// phrase that is written in capitals, in quotation marks. `titles` are ranges of the text where title case is a matter of taste.
pub fn is_welcome(text: &str, span: &Range<usize>, form: &str, titles: &[Range<usize>]) -> bool {
    let found = text.get(span.clone()).unwrap_or_default();
    if form.chars().any(char::is_uppercase) || !found.chars().any(char::is_uppercase) {
        return true;
    }
    let is_title = titles
        .iter()
        .any(|title| title.start <= span.start && span.end <= title.end);
    // `OSPOs`, `LLM`: an abbreviation is a word of its own; what is capital inside a word is a name.
    let n_upper = found.chars().filter(|c| c.is_uppercase()).count();
    let n_words = found.split_whitespace().count();
    if is_title || n_upper > n_words {
        return true;
    }
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    starts_sentence(before) && !rest_is_upper(found) || is_in_name(before, after)
}

/// Tells whether a word after the first one begins with a capital: `Large Models` at a sentence's start is still a title.
fn rest_is_upper(found: &str) -> bool {
    let mut words = found.split([' ', '-', '\u{a0}']).skip(1);
    words.any(|word| word.starts_with(char::is_uppercase))
}

/// Tells whether a sentence, an item or a quotation may begin here.
fn starts_sentence(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '\u{a0}', '\t']);
    before.is_empty()
        || !before
            .ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ';' | '-' | '/' | '\''))
}

/// Tells whether a neighbor in the same phrase has a capital too: `the Open Source Initiative`, `Model Context Protocol`.
fn is_in_name(before: &str, after: &str) -> bool {
    let before = before.trim_end_matches(['-', '/']);
    let after = after.trim_start_matches(['-', '/']);
    let last = before
        .strip_suffix([' ', '\u{a0}'])
        .unwrap_or(before)
        .rsplit(|c: char| c.is_whitespace())
        .next()
        .unwrap_or_default();
    let next = after.strip_prefix([' ', '\u{a0}']).unwrap_or(after);
    let starts_upper = |word: &str| {
        let mut letters = word.chars();
        letters
            .next()
            .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
    };
    // A capital that ends a clause (`Today,`) or begins the sentence says nothing of what follows.
    let head = before
        .get(..before.trim_end().len().saturating_sub(last.len()))
        .unwrap_or_default();
    let is_name_before = starts_upper(last)
        && last.ends_with(|c: char| c.is_alphanumeric() || c == '.')
        && (!starts_sentence(head) || last.chars().filter(|c| c.is_uppercase()).count() > 1);
    is_name_before || starts_upper(next)
}
