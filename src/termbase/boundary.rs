//! Whether a match ends where words end.

use crate::termbase::fold::is_hyphen;
use crate::termbase::fold::is_word;
use crate::termbase::matcher::Role;
use std::ops::Range;

/// How a match stands among words. Only between two of `[A-Za-z0-9_]` is there a boundary to miss; a hyphen or a decimal
/// point continues a word, except that `model` is found in `model-based` where it is welcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Boundary {
    /// It begins and ends where words do.
    Whole,
    /// A hyphen ties it to another word.
    Hyphenated,
    /// It is part of a word or number.
    Inside,
}

impl Boundary {
    /// Looks at what stands around a match.
    pub fn of(text: &str, span: &Range<usize>) -> Self {
        let inner = text.get(span.clone()).unwrap_or_default();
        let (first, last) = (inner.chars().next(), inner.chars().next_back());
        let mut boundary = Self::Whole;
        if first.is_some_and(is_word) {
            let mut before = text.get(..span.start).unwrap_or_default().chars().rev();
            match before.next() {
                Some(c) if is_word(c) => return Self::Inside,
                Some(c) if is_hyphen(c) && before.next().is_some_and(is_word) => {
                    boundary = Self::Hyphenated;
                }
                _ => {}
            }
        }
        if last.is_some_and(is_word) {
            let is_number = last.is_some_and(|c| c.is_ascii_digit());
            let mut after = text.get(span.end..).unwrap_or_default().chars();
            match after.next() {
                Some(c) if is_word(c) => return Self::Inside,
                Some(c) if is_hyphen(c) && after.next().is_some_and(is_word) => {
                    boundary = Self::Hyphenated;
                }
                Some('.') if is_number && after.next().is_some_and(|c| c.is_ascii_digit()) => {
                    return Self::Inside;
                }
                _ => {}
            }
        }
        boundary
    }

    /// Tells whether a form with this role may stand so.
    pub const fn suits(self, role: Role) -> bool {
        match self {
            Self::Whole => true,
            Self::Hyphenated => role.is_good(),
            Self::Inside => false,
        }
    }
}
