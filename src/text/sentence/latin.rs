//! What a stop means in English and other Latin text: abbreviations, initials, numbers, and how the next sentence begins.

use crate::text::script;
use crate::text::sentence::abbreviation::{self, Class};
use crate::text::sentence::opaque;
use crate::text::sentence::run::Run;

/// Tells whether a dot ends the sentence, given the text that follows it (`word`, its first character `next`).
pub(super) fn ends(word: &str, next: char, run: &Run, text: &str, start: usize) -> bool {
    if !begins(word, next, run, text, start) {
        return false;
    }
    let before = &text[start..run.at];
    let last = last_word(before);
    let is_head = before[..before.len() - last.len()]
        .trim_matches(|c: char| c.is_whitespace() || "*_\"'“‘(（>#-•⁃‣".contains(c))
        .is_empty();
    let follower = follower(word);
    let is_starter = abbreviation::is_starter(follower);
    if !run.quotes.is_empty() {
        return true;
    }
    if last.is_empty() {
        // After a bracket, code or a percent sign; a dot after white space is a file's (`.NET`).
        // One with white space on both sides is a badly set stop when a capital letter follows.
        let is_spaced = before.ends_with(char::is_whitespace) && !next.is_uppercase();
        let is_number_sign = before.ends_with('°') && next.is_numeric();
        return !(before.trim().is_empty() || is_spaced || is_number_sign);
    }
    if is_label(before, last, is_head) {
        return false;
    }
    if last.chars().all(|c| c.is_ascii_digit()) {
        return !(is_head && last.len() <= 4);
    }
    let mut letters = last.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return !letter.is_alphabetic()
            || (!is_head && ends_after_letter(letter, before, is_starter));
    }
    match abbreviation::class(last) {
        None => true,
        Some(Class::Title) => {
            is_starter
                && !is_head
                && matches!(last, "St" | "Mt" | "Sr" | "Ft" | "Rep" | "Ste" | "Dir")
        }
        Some(Class::Inner) => false,
        Some(Class::Label) => {
            let is_word = matches!(
                last,
                "no" | "No"
                    | "art"
                    | "Art"
                    | "app"
                    | "App"
                    | "fig"
                    | "para"
                    | "col"
                    | "tab"
                    | "ex"
                    | "Ex"
                    | "mar"
                    | "sat"
                    | "sun"
                    | "wed"
                    | "ref"
                    | "rev"
                    | "lot"
                    | "Lot"
                    | "ed"
                    | "Ed"
                    | "prop"
                    | "cor"
                    | "def"
                    | "ext"
                    | "dec"
            );
            let takes_label = next.is_numeric()
                || matches!(next, '#' | '(' | '[' | '§' | '$')
                || is_roman(follower);
            !takes_label && (is_word || is_starter || last.chars().all(char::is_lowercase))
        }
        Some(Class::MaybeFinal) => is_starter,
        // `At 5 a.m. Mr. Smith left`: too little for a sentence stands before.
        Some(Class::OftenFinal)
            if before.split_whitespace().nth(3).is_none()
                && before.starts_with(['A', 'B', 'O', 'F', 'U'])
                && before
                    .split_whitespace()
                    .nth(1)
                    .is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit())) =>
        {
            false
        }
        Some(Class::OftenFinal) => {
            next.is_uppercase() && !is_time_zone(follower) || is_starter || is_quote(next)
        }
    }
}

/// Tells whether all that stands before the dot is an item's, a section's or a figure's number: `II.`, `1.3.`, `Figure 2.`
fn is_label(before: &str, last: &str, is_head: bool) -> bool {
    let is_section = last.contains('.') && last.chars().all(|c| c.is_ascii_digit() || c == '.');
    if is_head {
        return last.len() <= 8 && (is_section || is_roman(last));
    }
    let mut words = before.split_whitespace();
    let label = words.next().unwrap_or_default();
    let label = label.trim_start_matches(['*', '_', '>', '#']);
    let is_counted = matches!(
        label,
        "Figure" | "Table" | "Listing" | "Chapter" | "Section" | "Appendix" | "Step" | "Example"
    );
    is_counted
        && words.next().is_some_and(|word| word.ends_with(last))
        && words.next().is_none()
        && last.contains(|c: char| c.is_ascii_digit())
}

/// A single letter is an initial (`J. Smith`) unless a word follows that begins sentences and no name.
fn ends_after_letter(letter: char, before: &str, is_starter: bool) -> bool {
    let is_after_initial = before.trim_end_matches(letter).trim_end().ends_with('.');
    letter.is_lowercase() && letter != 'v' && letter != 'p' || is_starter && !is_after_initial
}

/// Tells whether what follows may begin a sentence.
pub(super) fn begins(word: &str, next: char, run: &Run, text: &str, start: usize) -> bool {
    if next.is_lowercase() {
        let name = small_name(word);
        let is_name = abbreviation::is_small_name(name);
        let last = last_word(&text[start..run.at]);
        let is_abbreviated =
            run.n_dots > 0 && (abbreviation::class(last).is_some() || last.chars().count() < 2);
        return run.quotes.is_empty() && is_name && !is_abbreviated;
    }
    if matches!(next, '–' | '-') {
        // A dash that stands as a bullet, or opens a speech.
        let rest = word[next.len_utf8()..].strip_prefix(' ');
        return rest.is_some_and(|rest| rest.starts_with(char::is_uppercase));
    }
    !matches!(
        next,
        ',' | ';'
            | ':'
            | ')'
            | ']'
            | '}'
            | '—'
            | '&'
            | '/'
            | '='
            | '+'
            | '|'
            | '.'
            | '!'
            | '?'
            | '%'
            | '…'
            | '，'
            | '；'
            | '：'
            | '）'
            | '、'
            | '》'
            | '”'
            | '’'
            | '」'
            | '』'
            | '>'
            | '·'
            | '→'
    )
}

/// Returns the letters, digits and inner signs that `word` begins with.
fn small_name(word: &str) -> &str {
    let is_inner = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-');
    let len = word.find(|c| !is_inner(c)).unwrap_or(word.len());
    word[..len].trim_end_matches(['.', '-'])
}

/// Returns the word that follows, quotation and emphasis marks before it left out.
fn follower(word: &str) -> &str {
    let word = word.trim_start_matches(|c| {
        matches!(c, '*' | '_' | '"' | '\'' | '(' | '[') || script::is_opening_quote(c)
    });
    let len = word
        .find(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .unwrap_or(word.len());
    &word[..len]
}

/// Returns the word before a dot: letters, digits and the dots and dashes inside it.
fn last_word(before: &str) -> &str {
    let is_inner =
        |c: char| c.is_alphanumeric() && !script::is_han(c) || matches!(c, '.' | '\'' | '’' | '&');
    let len: usize = before
        .chars()
        .rev()
        .take(40)
        .take_while(|c| is_inner(*c))
        .map(char::len_utf8)
        .sum();
    before[before.len() - len..].trim_start_matches(['\'', '’', '.', '&'])
}

fn is_quote(c: char) -> bool {
    c == '"' || script::is_opening_quote(c)
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word != "I" && word.len() < 8 && word.chars().all(|c| "IVXLC".contains(c))
}

/// Words that follow a time of day without beginning a sentence.
fn is_time_zone(word: &str) -> bool {
    matches!(
        word,
        "EST"
            | "EDT"
            | "CST"
            | "CDT"
            | "MST"
            | "MDT"
            | "PST"
            | "PDT"
            | "PT"
            | "ET"
            | "CT"
            | "GMT"
            | "UTC"
            | "BST"
            | "CET"
            | "CEST"
            | "JST"
            | "IST"
            | "Eastern"
            | "Pacific"
            | "Central"
            | "Mountain"
            | "Beijing"
            | "Monday"
            | "Tuesday"
            | "Wednesday"
            | "Thursday"
            | "Friday"
            | "Saturday"
            | "Sunday"
            | "January"
            | "February"
            | "March"
            | "April"
            | "May"
            | "June"
            | "July"
            | "August"
            | "September"
            | "October"
            | "November"
            | "December"
    )
}

/// Tells whether a Latin run inside Chinese is a sentence by itself: three words or more, the last no abbreviation.
pub(super) fn closes_sentence(before: &str) -> bool {
    let from = before.char_indices().rev().nth(48).map_or(0, |(at, _)| at);
    let near = &before[from..];
    let run = near
        .rfind(script::is_han)
        .map_or(near, |at| near[at..].trim_start_matches(script::is_han));
    let n_words = run
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.starts_with(char::is_alphabetic))
        .count();
    let last = last_word(before);
    n_words >= 3
        && last.len() >= 3
        && last.chars().all(|c| c.is_ascii_lowercase())
        && abbreviation::class(last).is_none()
}

/// Tells whether the words on both sides of an ellipsis are the same: a stammer.
pub(super) fn is_repeated(before: &str, word: &str) -> bool {
    let last = last_word(before);
    !last.is_empty() && last.eq_ignore_ascii_case(opaque::first_word(word))
}

/// Tells whether the last word before dots is one that no sentence ends with: `the thing is . . . I mean`.
pub(super) fn dangles(before: &str) -> bool {
    let last = last_word(before.trim_end());
    matches!(
        last,
        "a" | "an"
            | "and"
            | "as"
            | "because"
            | "but"
            | "if"
            | "is"
            | "of"
            | "or"
            | "than"
            | "that"
            | "the"
            | "was"
    )
}

/// Tells whether a reporting clause follows a quotation: `she said`, `Anna whispered`, `I asked`.
pub(super) fn is_reporting(word: &str) -> bool {
    if word.starts_with(char::is_lowercase) {
        return true;
    }
    let mut is_first = true;
    for token in word.split_whitespace().take(5) {
        let bare = token.trim_end_matches([',', '.', ':', ';', '!', '?']);
        if !is_first && abbreviation::is_speech(bare) {
            return true;
        }
        let is_name = bare.starts_with(char::is_uppercase)
            && (bare == "I" || !abbreviation::is_starter(bare));
        let is_manner = !is_first && bare.ends_with("ly");
        if !(is_name || is_manner) || (bare != token && !token.ends_with('.')) {
            return false;
        }
        is_first = false;
    }
    false
}
