//! The texts of the units of one side, shared.

use serde::Serialize;
use serde::Serializer;
use std::ops::Deref;
use std::sync::Arc;

/// The texts of the units of one side. The lock and every pair that continues one of its records share them: the texts of a large
/// project are in memory once.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Texts(Arc<[String]>);

impl Texts {
    /// Returns the texts.
    pub fn as_slice(&self) -> &[String] {
        &self.0
    }
}

impl Default for Texts {
    fn default() -> Self {
        Self(Arc::new([]))
    }
}

impl Deref for Texts {
    type Target = [String];

    fn deref(&self) -> &[String] {
        &self.0
    }
}

impl<T, const N: usize> PartialEq<[T; N]> for Texts
where
    String: PartialEq<T>,
{
    fn eq(&self, other: &[T; N]) -> bool {
        self.0.as_ref() == other.as_slice()
    }
}

impl From<Vec<String>> for Texts {
    fn from(texts: Vec<String>) -> Self {
        Self(texts.into())
    }
}

impl FromIterator<String> for Texts {
    fn from_iter<I: IntoIterator<Item = String>>(texts: I) -> Self {
        Self(texts.into_iter().collect())
    }
}

impl<'a> IntoIterator for &'a Texts {
    type Item = &'a String;
    type IntoIter = std::slice::Iter<'a, String>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl Serialize for Texts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.as_ref().serialize(serializer)
    }
}
