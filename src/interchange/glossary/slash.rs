//! Alternatives joined by a slash: `listen/listener` are two words, `TCP/IP` is one.

use crate::text::script::is_han;

/// Parts a term at its slashes. A term that may be whole as it stands comes first, as it stands.
pub fn alternatives(term: &str) -> Vec<String> {
    let term = term.trim();
    let parts: Vec<&str> = term.split(['/', '／']).map(str::trim).collect();
    let is_whole = parts.len() < 2
        || parts.iter().any(|part| part.is_empty())
        || parts.iter().all(|part| is_short_name(part))
        || term.contains("://");
    if is_whole {
        return vec![term.to_owned()];
    }
    let has_spaced_slash = term.contains(" / ") || term.contains("/ ") || term.contains(" /");
    if parts.iter().any(|part| part.chars().any(is_han)) {
        return match parts.iter().any(|part| has_inner_space(part)) && !has_spaced_slash {
            // `三层/重 指标/目标`: which word goes with which cannot be told.
            true => Vec::new(),
            false => han(&parts),
        };
    }
    let is_phrase = parts.iter().any(|part| part.contains(' '));
    match is_phrase && !has_spaced_slash {
        true => latin_phrase(term, &parts),
        false => parts.into_iter().map(str::to_owned).collect(),
    }
}

/// `TCP/IP`, `I/O`, `CI/CD`: every part is of capitals and digits.
fn is_short_name(part: &str) -> bool {
    let n_chars = part.chars().count();
    n_chars <= 5
        && part
            .chars()
            .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
}

fn has_inner_space(part: &str) -> bool {
    let chars: Vec<char> = part.chars().collect();
    chars
        .windows(3)
        .any(|three| is_han(three[0]) && three[1].is_whitespace() && is_han(three[2]))
}

/// `类型注明/标记/标识`: where what follows is much shorter, it shares the beginning of the first.
fn han(parts: &[&str]) -> Vec<String> {
    let length = |part: &str| part.chars().count();
    let Some((first, rest)) = parts.split_first() else {
        return Vec::new();
    };
    let is_shared = length(first) >= 4
        && first.chars().all(is_han)
        && rest
            .iter()
            .all(|part| part.chars().all(is_han) && length(part) * 2 <= length(first));
    let mut found = vec![(*first).to_owned()];
    for part in rest {
        let shared = match is_shared {
            true => first.chars().take(length(first) - length(part)).collect(),
            false => String::new(),
        };
        found.push(shared + part);
    }
    found
}

/// `equivalent/equal condition`, `client/server model`: as it stands, and with each word in its place.
fn latin_phrase(term: &str, parts: &[&str]) -> Vec<String> {
    let words = |part: &str| part.split_whitespace().count();
    let is_all_phrases = parts.iter().all(|part| words(part) > 1);
    if is_all_phrases {
        return parts.iter().map(|part| (*part).to_owned()).collect();
    }
    let mut found = vec![term.to_owned()];
    if let [first, second] = parts
        && words(first) == 1
        && let Some((word, tail)) = second.split_once(' ')
    {
        found.push(format!("{first} {tail}"));
        found.push(format!("{word} {tail}"));
    }
    found
}
