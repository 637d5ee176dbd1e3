//! A short name for a text, by its content.

use serde::Deserialize;
use serde::Deserializer;
use serde::Serialize;
use serde::Serializer;
use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;
use xxhash_rust::xxh3::xxh3_64;

/// A stable 64-bit hash (XXH3) of a text, white space folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Fingerprint(pub [u8; 8]);

/// Many of them, written down as one run of bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fingerprints(pub Vec<Fingerprint>);

impl Deref for Fingerprints {
    type Target = [Fingerprint];

    fn deref(&self) -> &[Fingerprint] {
        &self.0
    }
}

impl FromIterator<Fingerprint> for Fingerprints {
    fn from_iter<I: IntoIterator<Item = Fingerprint>>(each: I) -> Self {
        Self(each.into_iter().collect())
    }
}

impl Serialize for Fingerprints {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let bytes: Vec<u8> = self.0.iter().flat_map(|one| one.0).collect();
        serializer.serialize_bytes(&bytes)
    }
}

impl<'de> Deserialize<'de> for Fingerprints {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bytes = <&[u8]>::deserialize(deserializer)?;
        let (parts, _) = bytes.as_chunks::<8>();
        Ok(parts.iter().map(|part| Fingerprint(*part)).collect())
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

impl Fingerprint {
    /// Hashes `text` with every run of white space folded to one space and its ends trimmed.
    pub fn of(text: &str) -> Self {
        let folded = fold_space(text);
        Self(xxh3_64(folded.as_bytes()).to_be_bytes())
    }
}

/// Folds every run of white space to one space and trims the ends. A text that has none to fold is given back as it is: nearly every
/// line is such a text, and everything we know of a unit begins with its name.
pub fn fold_space(text: &str) -> Cow<'_, str> {
    if is_folded(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    Cow::Owned(out)
}

/// Tells whether single spaces between words are all the white space a text has.
pub fn is_folded(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut was_space = true;
    for (at, byte) in bytes.iter().enumerate() {
        let is_space = *byte == b' ';
        let is_odd = match byte {
            b'\t'..=b'\r' => true,
            // The first bytes of U+0085 and U+00A0, of U+1680, of U+2000 to U+205F, of U+3000.
            0xc2 | 0xe1..=0xe3 => starts_with_space(text, at),
            _ => false,
        };
        if is_odd || (is_space && was_space) {
            return false;
        }
        was_space = is_space;
    }
    !was_space || bytes.is_empty()
}

fn starts_with_space(text: &str, at: usize) -> bool {
    let first = text.get(at..).and_then(|rest| rest.chars().next());
    first.is_some_and(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_makes_every_run_of_white_space_one_space() {
        let cases = [
            ("", ""),
            (" ", ""),
            ("a b", "a b"),
            ("a  b", "a b"),
            (" a b ", "a b"),
            ("a\nb\t c", "a b c"),
            ("甲\u{3000}乙", "甲 乙"),
            ("甲。「乙」", "甲。「乙」"),
            ("a\u{a0}b", "a b"),
            ("a\u{2028}b", "a b"),
            ("“a” – b", "“a” – b"),
            ("a\u{1680}b\u{85}c", "a b c"),
        ];
        for (text, folded) in cases {
            assert_eq!(fold_space(text), folded, "{text:?}");
            assert_eq!(is_folded(text), text == folded, "{text:?}");
        }
    }
}
