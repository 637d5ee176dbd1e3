//! Whether a text that both sides share is words to translate, or names that stay as they are.

use crate::bitext::lexical::lexicon::Lexicon;
use crate::bitext::lexical::stem;
use crate::text::lang::Lang;

/// Names of services and formats that are words too, and words that many languages have taken over.
const NAMES: &[&str] = &[
    "app store",
    "blog",
    "discord",
    "docker hub",
    "email",
    "go",
    "google groups",
    "google play",
    "hacker news",
    "home assistant",
    "java",
    "medium",
    "open source",
    "rust",
    "slack",
    "stack overflow",
    "swift",
    "telegram",
    "wiki",
];

/// Tells whether an English text that stands unchanged in another language was left there: most of its words are ordinary ones.
/// In a language of the same letters short texts may well be the same.
pub(super) fn needs_translating(text: &str, source: &Lang, target: &Lang) -> bool {
    if source.primary() != "en" || NAMES.contains(&text.trim().to_lowercase().as_str()) {
        return false;
    }
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '\'');
    let words: Vec<&str> = words
        .filter(|word| word.chars().any(char::is_alphabetic))
        .collect();
    // After the first word a small letter starts no name.
    let is_small = |word: &str| word.len() > 3 && word.chars().all(|c| c.is_lowercase());
    let n_small = words
        .iter()
        .skip(1)
        .filter(|word| is_small(word) && !is_ordinary(word));
    let n_known = words.iter().filter(|word| is_ordinary(word)).count() + n_small.count();
    let least = if is_spaced(target) { 4 } else { 1 };
    let n_content = words
        .iter()
        .filter(|word| is_ordinary(word) && word.len() > 3)
        .count();
    n_content >= 1 && n_known >= least && n_known * 3 >= words.len() * 2
}

/// Tells whether a word is in small letters but for its first, and the lexicon knows it.
fn is_ordinary(word: &str) -> bool {
    let rest = word.chars().skip(1);
    if rest.clone().any(char::is_uppercase) || rest.count() == 0 && word != "a" {
        return false;
    }
    let word = word.to_lowercase();
    stem::is_stop(&word) || Lexicon::core().n_rendered(&stem::of(&word)) > 0
}

/// Tells whether a language is written with spaces between words, most of them in Latin letters.
fn is_spaced(lang: &Lang) -> bool {
    !lang.uses_han()
        && !matches!(
            lang.primary(),
            "ja" | "ko" | "th" | "ru" | "uk" | "ar" | "he" | "fa" | "hi" | "el"
        )
}
