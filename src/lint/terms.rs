//! What the rules about terms share: how bad a wrong term is, and which word was meant to be a name.

use crate::lint::meta::Severity;
use crate::termbase::concept::Concept;
use crate::termbase::concept::EntrySeverity;
use crate::termbase::concept::Status;
use crate::text::nearest::distance;
use std::ops::Range;

/// English words too common to be a misspelled name.
const STOP_WORDS: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "be", "but", "by", "can", "do", "for", "from", "get",
    "had", "has", "have", "he", "her", "his", "how", "i", "if", "in", "into", "is", "it", "its",
    "may", "more", "most", "new", "no", "not", "of", "on", "one", "only", "or", "our", "out",
    "over", "set", "she", "so", "some", "than", "that", "the", "their", "them", "then", "there",
    "these", "they", "this", "to", "two", "up", "use", "was", "we", "were", "what", "when",
    "which", "who", "will", "with", "you", "your",
];

/// Returns the severity of a finding about a concept: `usual` where nothing is said.
pub fn severity(concept: &Concept, usual: Severity) -> Severity {
    let said = match concept.severity {
        None => usual,
        Some(EntrySeverity::Off) => Severity::Off,
        Some(EntrySeverity::Info) => Severity::Info,
        Some(EntrySeverity::Warning) => Severity::Warning,
        Some(EntrySeverity::Error) => Severity::Error,
    };
    match concept.status {
        Status::Proposed => said.min(Severity::Info),
        _ => said,
    }
}

/// Finds the words of a text that were meant to be a name: they differ in case, or by a quarter of its letters. A possessive `'s` is
/// no part of the place.
pub fn near_miss(name: &str, text: &str) -> Option<Range<usize>> {
    let n_chars = name.chars().count();
    let most = match n_chars {
        0..=2 => 0,
        _ => (n_chars / 4).max(1),
    };
    let n_words = name.split_whitespace().count();
    let words = words(text);
    let near = words.windows(n_words.max(1)).filter_map(|window| {
        let place = window.first()?.start..window.last()?.end;
        let found = text.get(place.clone())?;
        let is_stop = STOP_WORDS.contains(&found.to_lowercase().as_str());
        let n_edits = distance(name, found);
        (!is_stop && n_edits <= most).then_some((n_edits, place))
    });
    near.min_by_key(|(n_edits, place)| (*n_edits, place.start))
        .map(|(_, place)| place)
}

/// The words of a text; marks inside a name (`Node.js`, `GPT-4`) belong to it.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for word in text.split(char::is_whitespace) {
        let trimmed = word.trim_matches(|c: char| !c.is_alphanumeric());
        let trimmed = trimmed
            .strip_suffix("'s")
            .or_else(|| trimmed.strip_suffix("\u{2019}s"))
            .unwrap_or(trimmed);
        if let Some(offset) = word.find(trimmed).filter(|_| !trimmed.is_empty()) {
            let start = word.as_ptr() as usize - text.as_ptr() as usize + offset;
            found.push(start..start + trimmed.len());
        }
    }
    found
}
