//! Bare URLs in running text (GFM's extended autolinks, cut at Chinese punctuation).

use std::ops::Range;

/// Finds the bare URLs in a piece of running text.
pub(crate) fn find(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let body = text.get(range.clone()).unwrap_or_default();
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = body.get(from..).and_then(next).map(|at| from + at) {
        let rest = &body[at..];
        let before = body.get(..at).and_then(|before| before.chars().next_back());
        let len = url_len(rest);
        let scheme = rest.find("://").map_or(4, |scheme| {
            if rest.starts_with("www.") {
                4
            } else {
                scheme + 3
            }
        });
        if len > scheme && !before.is_some_and(|c| c.is_ascii_alphanumeric()) {
            found.push(range.start + at..range.start + at + len);
        }
        from = at + len.max(4);
        while !body.is_char_boundary(from) && from < body.len() {
            from += 1;
        }
    }
    found
}

/// Returns where a URL may start.
fn next(text: &str) -> Option<usize> {
    let starts = ["http://", "https://", "www."].into_iter();
    let mut from = 0;
    while let Some(at) = text.get(from..)?.find(['h', 'w']).map(|at| from + at) {
        if starts.clone().any(|start| text[at..].starts_with(start)) {
            return Some(at);
        }
        from = at + 1;
    }
    None
}

/// Returns how long the URL at the start of a text is.
pub(crate) fn url_len(rest: &str) -> usize {
    let stop = |c: char| {
        c.is_whitespace()
            || matches!(c, '<' | '>' | '"' | '`')
            || !c.is_ascii() && !c.is_alphanumeric()
            || is_wide(c)
    };
    let mut url = rest.split(stop).next().unwrap_or_default();
    loop {
        let trimmed = url.trim_end_matches(['.', ',', ':', ';', '!', '?', '\'', '*', '_', '~']);
        let n_open = trimmed.matches('(').count();
        let n_close = trimmed.matches(')').count();
        let trimmed = if n_close > n_open {
            trimmed.strip_suffix(')').unwrap_or(trimmed)
        } else {
            trimmed
        };
        if trimmed.len() == url.len() {
            return url.len();
        }
        url = trimmed;
    }
}

/// Tells whether a character is written full width: a URL in Chinese text ends there.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}
