//! Which elements a piece of markup opens and closes: two pieces that leave others open cannot stand for each other.

use crate::markdown::tag;
use crate::markdown::tag::VOID;
use std::collections::BTreeMap;

/// Returns the elements that pieces of markup leave open, by how many; below nothing those that they close without having opened them.
pub(crate) fn open_elements<'a>(
    pieces: impl IntoIterator<Item = &'a str>,
) -> BTreeMap<String, i32> {
    let mut counts: BTreeMap<String, i32> = BTreeMap::new();
    for (name, step) in pieces.into_iter().flat_map(tags) {
        *counts.entry(name).or_default() += step;
    }
    counts.retain(|_, n| *n != 0);
    counts
}

/// The elements of a piece of markup: each with 1 where it opens, -1 where it closes, 0 where it holds nothing.
pub(crate) fn tags(text: &str) -> Vec<(String, i32)> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(open) = text.get(at..).and_then(|rest| rest.find('<')) {
        let start = at + open;
        at = start + 1;
        if let Some(comment) = text.get(start..).filter(|rest| rest.starts_with("<!--")) {
            at = start + comment.find("-->").map_or(comment.len(), |end| end + 3);
            continue;
        }
        let Some(found) = tag::read(text, start) else {
            continue;
        };
        at = found.span.end.max(at);
        let name = text
            .get(found.name)
            .unwrap_or_default()
            .to_ascii_lowercase();
        let step = match (
            found.is_void || VOID.contains(&name.as_str()),
            found.is_closing,
        ) {
            (true, _) => 0,
            (false, true) => -1,
            (false, false) => 1,
        };
        tags.push((name, step));
    }
    tags
}
