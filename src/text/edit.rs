//! Replacing pieces of a text.

use crate::text::span::Span;

/// Replaces the bytes of a span by a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; an empty span inserts.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

/// Applies edits to `text`, in order of place. An edit that overlaps an earlier one, or does not fit, is left out and counted.
pub fn apply(text: &str, edits: &[Edit]) -> (String, usize) {
    let mut ordered: Vec<&Edit> = edits.iter().collect();
    ordered.sort_by_key(|edit| edit.span);
    let (mut out, mut last, mut n_refused) = (String::with_capacity(text.len()), 0, 0);
    for edit in ordered {
        let range = edit.span.range();
        let Some(kept) = text
            .get(last..range.start)
            .filter(|_| text.get(range.clone()).is_some())
        else {
            n_refused += 1;
            continue;
        };
        out.push_str(kept);
        out.push_str(&edit.text);
        last = range.end;
    }
    out.push_str(&text[last..]);
    (out, n_refused)
}
