//! A long name for content: by it the cache knows what it holds.

use serde::Deserialize;
use serde::Serialize;
use xxhash_rust::xxh3::Xxh3Default;

/// A stable 128-bit hash (XXH3) of several parts. It tells changes apart, and is no seal against forgery.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Digest(pub u128);

/// Makes a [`Digest`], part by part.
#[derive(Clone, Default)]
pub struct Digester {
    hasher: Xxh3Default,
}

impl Digester {
    /// Starts with nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a part; two parts never say the same as one that joins them.
    pub fn add(&mut self, part: &[u8]) -> &mut Self {
        self.hasher.update(&(part.len() as u64).to_le_bytes());
        self.hasher.update(part);
        self
    }

    /// Adds a part that may be missing.
    pub fn add_optional(&mut self, part: Option<&[u8]>) -> &mut Self {
        match part {
            Some(part) => self.add(b"+").add(part),
            None => self.add(b"-"),
        }
    }

    /// Adds a digest.
    pub fn add_digest(&mut self, digest: Digest) -> &mut Self {
        self.hasher.update(&digest.0.to_le_bytes());
        self
    }

    /// Returns the digest of all parts.
    pub fn finish(&self) -> Digest {
        Digest(self.hasher.digest128())
    }
}

impl Digest {
    /// Hashes one part.
    pub fn of(part: &[u8]) -> Self {
        Digester::new().add(part).finish()
    }
}
