//! Runs of Han characters in a text of another script, and what excuses them.

use crate::text::script::is_cjk_punctuation;
use crate::text::script::is_han;
use std::ops::Range;

/// How many words may stand between two runs that are told as one.
const REACH: usize = 3;

/// Returns the runs of Han characters, the Chinese punctuation that touches them included.
pub fn runs(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let (mut start, mut has_han) = (None, false);
    let ends = std::iter::once((text.len(), ' '));
    for (at, c) in text.char_indices().chain(ends) {
        let is_part = is_han(c)
            || is_cjk_punctuation(c)
            || matches!(c, '\u{b7}' | '\u{2014}' | '\u{2026}') && start.is_some();
        match (start, is_part) {
            (None, true) => (start, has_han) = (Some(at), is_han(c)),
            (Some(_), true) => has_han |= is_han(c),
            (Some(first), false) => {
                if has_han {
                    runs.push(first..at);
                }
                start = None;
            }
            (None, false) => {}
        }
    }
    runs
}

/// Joins runs that belong to one stretch of text left over.
pub fn join(text: &str, runs: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for run in runs {
        let near = joined.last_mut().filter(|last| {
            let gap = text.get(last.end..run.start).unwrap_or_default();
            gap.split_whitespace().count() <= REACH && !gap.contains(['\n', '.', ';'])
        });
        match near {
            Some(last) => last.end = run.end,
            None => joined.push(run),
        }
    }
    joined
}

/// Tells whether a run is excused: it stands in brackets or quotation marks, or beside its translation.
pub fn is_gloss(text: &str, run: &Range<usize>) -> bool {
    let before = text.get(..run.start).unwrap_or_default();
    let after = text.get(run.end..).unwrap_or_default();
    is_enclosed(text, run) || is_beside_latin(before, after)
}

const PAIRS: &[(char, char)] = &[
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('\u{ff08}', '\u{ff09}'),
    ('\u{3010}', '\u{3011}'),
    ('\u{201c}', '\u{201d}'),
    ('\u{2018}', '\u{2019}'),
    ('\u{ab}', '\u{bb}'),
    ('\u{300a}', '\u{300b}'),
    ('\u{3008}', '\u{3009}'),
    ('\u{300c}', '\u{300d}'),
    ('\u{300e}', '\u{300f}'),
];

/// Looks outwards from the run for an opening mark that is not closed before it, and its closing mark after it, in one paragraph.
fn is_enclosed(text: &str, run: &Range<usize>) -> bool {
    let inner = text.get(run.clone()).unwrap_or_default();
    let core_start = run.start + inner.len() - inner.trim_start_matches(is_cjk_punctuation).len();
    let core_end = (run.start + inner.trim_end_matches(is_cjk_punctuation).len()).max(core_start);
    let before = tail(text.get(..core_start).unwrap_or_default());
    let before = before.rsplit('\n').next().unwrap_or_default();
    let after = head(text.get(core_end..).unwrap_or_default());
    let after = after.split('\n').next().unwrap_or_default();
    let is_paired = PAIRS
        .iter()
        .any(|(open, close)| is_open(before, *open, *close) && after.contains(*close));
    let is_quoted = before.chars().filter(|c| *c == '"').count() % 2 == 1 && after.contains('"');
    is_paired || is_quoted
}

/// How far from a run the marks around it are looked for, in bytes.
const WINDOW: usize = 600;

fn head(text: &str) -> &str {
    text.get(..text.floor_char_boundary(WINDOW)).unwrap_or(text)
}

fn tail(text: &str) -> &str {
    let start = text.ceil_char_boundary(text.len().saturating_sub(WINDOW));
    text.get(start..).unwrap_or(text)
}

/// Tells whether the last `open` is not closed.
fn is_open(before: &str, open: char, close: char) -> bool {
    let mut n_closed = 0usize;
    for c in before.chars().rev() {
        if c == close {
            n_closed += 1;
        } else if c == open {
            match n_closed.checked_sub(1) {
                Some(left) => n_closed = left,
                None => return true,
            }
        }
    }
    false
}

/// `中文 (Chinese)`, `Chinese / 中文`, `中文 = Chinese`.
fn is_beside_latin(before: &str, after: &str) -> bool {
    let starts_latin = |text: &str| {
        text.trim_start()
            .starts_with(|c: char| c.is_ascii_alphanumeric())
    };
    let ends_latin = |text: &str| {
        text.trim_end()
            .ends_with(|c: char| c.is_ascii_alphanumeric())
    };
    let after = after.trim_start_matches([' ', '\u{a0}']);
    let before = before.trim_end_matches([' ', '\u{a0}']);
    let glossed = after
        .strip_prefix(['(', '\u{ff08}', '/', '|', '=', '\u{2192}'])
        .is_some_and(starts_latin);
    let glossing = before
        .strip_suffix(['/', '|', '=', '\u{2192}'])
        .is_some_and(ends_latin);
    glossed || glossing
}
