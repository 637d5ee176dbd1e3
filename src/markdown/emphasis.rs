//! Emphasis marks that stay literal because of the punctuation beside them (CommonMark's flanking rule in Chinese text).

use std::ops::Range;

/// A run of asterisks that the parser left as text.
struct Run {
    span: Range<usize>,
    before: Option<char>,
    after: Option<char>,
}

/// Finds pairs of literal runs that a writer meant as emphasis: equally long, tight on the inside, and one of them cannot
/// open or close only because punctuation stands on its inner side and a letter on its outer side. Texts without CJK
/// characters beside the failing mark (globs, powers) are left in peace.
pub(crate) fn find(text: &str, texts: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<Run> = None;
    for run in texts.iter().flat_map(|range| runs(text, range.clone())) {
        let Some(first) = open.take() else {
            open = may_open(&run).then_some(run);
            continue;
        };
        let is_same = first.span.len() == run.span.len() && first.span.end < run.span.start;
        if !is_same || !may_close(&run) {
            open = if may_open(&run) {
                Some(run)
            } else {
                Some(first)
            };
            continue;
        }
        if fails(first.after, first.before) || fails(run.before, run.after) {
            found.push(first.span.start..run.span.end);
        } else {
            open = may_open(&run).then_some(run);
        }
    }
    found
}

fn may_open(run: &Run) -> bool {
    run.after.is_some_and(|c| !c.is_whitespace())
}

fn may_close(run: &Run) -> bool {
    run.before.is_some_and(|c| !c.is_whitespace())
}

/// Tells whether a mark fails for its neighbors: punctuation inside, a letter outside, and one of them is CJK.
fn fails(inside: Option<char>, outside: Option<char>) -> bool {
    let (Some(inside), Some(outside)) = (inside, outside) else {
        return false;
    };
    is_punctuation(inside)
        && !outside.is_whitespace()
        && !is_punctuation(outside)
        && (is_cjk(inside) || is_cjk(outside))
}

fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation() || !c.is_alphanumeric() && !c.is_whitespace() && !c.is_control()
}

fn is_cjk(c: char) -> bool {
    matches!(c, '\u{2018}'..='\u{201d}' | '\u{2014}' | '\u{2026}' | '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// Finds the runs of one or two asterisks in a piece of running text; escaped ones are none.
fn runs(text: &str, range: Range<usize>) -> Vec<Run> {
    let bytes = text.as_bytes();
    let mut runs = Vec::new();
    let mut at = range.start;
    while at < range.end {
        if bytes.get(at) != Some(&b'*') {
            at += 1;
            continue;
        }
        let start = at;
        while at < range.end && bytes.get(at) == Some(&b'*') {
            at += 1;
        }
        let is_escaped = start.checked_sub(1).and_then(|before| bytes.get(before)) == Some(&b'\\');
        if at - start <= 2 && !is_escaped {
            let before = text
                .get(start.saturating_sub(4)..start)
                .or_else(|| (1..=4).find_map(|len| text.get(start.checked_sub(len)?..start)));
            runs.push(Run {
                span: start..at,
                before: before.and_then(|before| before.chars().next_back()),
                after: text.get(at..).and_then(|after| after.chars().next()),
            });
        }
    }
    runs
}
