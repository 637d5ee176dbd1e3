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

/// Tells whether the capitals of a common noun are welcome where it stands: at the start of a sentence, in a name, in an abbreviation.
pub fn is_welcome(text: &str, span: &Range<usize>, form: &str) -> bool {
    let found = text.get(span.clone()).unwrap_or_default();
    let is_titled = |word: &str| {
        word.starts_with(char::is_uppercase) && word.chars().skip(1).any(char::is_lowercase)
    };
    let mut words = found.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '\u{2019}');
    if form.chars().any(char::is_uppercase) || !words.all(is_titled) {
        return true;
    }
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    !is_inside_sentence(before) || continues_name(after)
}

/// Tells whether a sentence runs on: a lower-case word, or any word and a comma, stands right before.
fn is_inside_sentence(before: &str) -> bool {
    let Some(before) = before.strip_suffix(' ') else {
        return false;
    };
    let (before, has_comma) = match before.strip_suffix(',') {
        Some(before) => (before, true),
        None => (before, false),
    };
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next();
    word.is_some_and(|word| {
        word.starts_with(char::is_lowercase) || has_comma && word.starts_with(char::is_alphabetic)
    })
}

/// Tells whether what follows belongs to one name with the match: another capital, a number, a bracket.
fn continues_name(after: &str) -> bool {
    let next = after.trim_start_matches([' ', '-']);
    next.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || c == '(')
}
