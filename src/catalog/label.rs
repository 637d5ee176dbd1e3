//! What a key says of the source: Docusaurus writes the source's label into the keys of its files.

use crate::text::script;
use std::ops::Range;

/// Where a sidebar's keys name what they are about (`sidebar.docs.category.Getting Started`).
const SIDEBAR: &[&str] = &[".category.", ".link.", ".doc."];
/// What keys of the navigation bar and of the footer start with.
const STARTS: &[&str] = &["item.label.", "link.item.label.", "link.title."];

/// Returns the part of a key that is the source's own text; none for a key that is only a name (`theme.NotFound.title`).
pub(crate) fn of(key: &str) -> Option<Range<usize>> {
    let start = match key.strip_prefix("sidebar.") {
        Some(rest) => sidebar(key.len() - rest.len(), rest)?,
        None => match STARTS.iter().find(|start| key.starts_with(**start)) {
            Some(start) => start.len(),
            None if is_text(key) => 0,
            None => return None,
        },
    };
    (start < key.len()).then_some(start..key.len())
}

fn sidebar(at: usize, rest: &str) -> Option<usize> {
    let found = SIDEBAR
        .iter()
        .filter_map(|word| Some((rest.find(word)?, word.len())));
    let (before, len) = found.min()?;
    // Title and description of a category's page are not in its key: only the category's label is.
    let is_page = rest.ends_with(".link.generated-index.title")
        || rest.ends_with(".link.generated-index.description");
    (!is_page).then_some(at + before + len)
}

/// Tells whether a key is a text that people wrote for readers, and no name: `<Translate>Read more</Translate>` has its text as key.
fn is_text(key: &str) -> bool {
    let has_letters = key.chars().any(char::is_alphabetic);
    let mut chars = key.chars();
    let is_word = chars.next().is_some_and(|c| c.is_ascii_uppercase())
        && key.len() > 2
        && chars.all(|c| c.is_ascii_lowercase());
    has_letters && (key.trim().contains(' ') || key.chars().any(script::is_han) || is_word)
}
