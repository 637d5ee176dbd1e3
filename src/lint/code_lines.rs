//! Compares code blocks as a reader types them: without comments, strings and layout.

use crate::text::quotation::string_end;
use std::collections::HashMap;
use std::collections::HashSet;

/// Returns the first line of the source's code that the target's lacks, when more of them are lacking than lines of the target
/// are written in a script of its own, where a translated placeholder may stand for one.
pub fn lacking<'a>(source: &'a str, target: &str) -> Option<&'a str> {
    let mut there: HashMap<String, usize> = HashMap::new();
    let mut n_translated = 0;
    for line in target.lines() {
        let key = key(line);
        if is_foreign(&key) {
            n_translated += 1;
        } else if !key.is_empty() {
            *there.entry(key).or_default() += 1;
        }
    }
    let words: HashSet<&str> = words(target).collect();
    let flat: String = target.chars().filter(|c| !c.is_whitespace()).collect();
    let mut lacking = Vec::new();
    for line in source.lines() {
        let bare = bare(line);
        let key = key(line);
        if is_foreign(&key) || !key.contains(|c: char| c.is_ascii_alphanumeric()) {
            continue;
        }
        if let Some(n) = there.get_mut(&key).filter(|n| **n > 0) {
            *n -= 1;
            continue;
        }
        let is_new = |word: &str| !words.iter().any(|there| there.contains(word));
        if !flat.contains(&key) && self::words(&bare).any(is_new) {
            lacking.push(line.trim());
        }
    }
    lacking
        .first()
        .filter(|_| lacking.len() > n_translated)
        .copied()
}

/// Tells whether two pieces of code are the same but for comments, strings and layout, and hold no words that a person reads.
pub fn is_same(source: &str, target: &str) -> bool {
    let keys = |code: &'_ str| -> Vec<String> {
        let keys = code.lines().map(key);
        keys.filter(|key| !key.is_empty()).collect()
    };
    let source = keys(source);
    !source.iter().any(|key| is_foreign(key)) && source == keys(target)
}

fn key(line: &str) -> String {
    bare(line).chars().filter(|c| !c.is_whitespace()).collect()
}

fn is_foreign(key: &str) -> bool {
    key.chars().any(|c| !c.is_ascii() && c.is_alphabetic())
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-');
    text.split(move |c| !is_word(c))
        .map(|word| word.trim_matches(['.', '-']))
        .filter(|word| !word.is_empty())
}

/// A line without what a translator may rewrite: what strings hold, and comments.
fn bare(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut at = 0;
    while let Some(c) = line.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = &line[at..];
        let is_apart = at == 0 || line[..at].ends_with(char::is_whitespace);
        let is_comment = is_apart
            && (rest.starts_with('#')
                || rest.starts_with("//")
                || rest.starts_with("-- ")
                || rest.starts_with(";;"));
        let is_inner = line[..at].trim().is_empty() && c == '*';
        if is_comment || is_inner {
            break;
        }
        if let Some((open, close)) = [("/*", "*/"), ("<!--", "-->")]
            .into_iter()
            .find(|(open, _)| rest.starts_with(open))
        {
            match rest[open.len()..].find(close) {
                Some(end) => at += open.len() + end + close.len(),
                None => break,
            }
            continue;
        }
        if matches!(c, '"' | '\'' | '`')
            && let Some(end) = string_end(&rest[1..], c)
        {
            out.push_str("\"\"");
            at += 1 + end;
            continue;
        }
        out.push(c);
        at += c.len_utf8();
    }
    out
}
