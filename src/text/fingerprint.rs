//! A short name for a text, by its content.

use xxhash_rust::xxh3::xxh3_64;

/// A stable 64-bit hash (XXH3) of a text, white space folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub [u8; 8]);

impl Fingerprint {
    /// Hashes `text` with every run of white space folded to one space and its ends trimmed.
    pub fn of(text: &str) -> Self {
        let folded = fold_space(text);
        Self(xxh3_64(folded.as_bytes()).to_be_bytes())
    }
}

/// Folds every run of white space to one space and trims the ends.
pub fn fold_space(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
