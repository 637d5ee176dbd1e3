//! What a JSON file holds, with the bytes of every key and every text.

use crate::markdown::draft::Piece;
use std::ops::Range;

/// A value.
#[derive(Debug)]
pub(crate) enum Node {
    /// A string.
    Text(Text),
    /// An object, its keys in the order of the file.
    Map(Vec<(Text, Node)>),
    /// An array.
    List(Vec<Node>),
    /// A number, `true`, `false`, `null`, or what could not be read.
    Other,
}

/// A string: what it says, and where it stands between its quotes.
#[derive(Debug)]
pub(crate) struct Text {
    pub(crate) value: String,
    pub(crate) pieces: Vec<Piece>,
    pub(crate) span: Range<usize>,
}

impl Text {
    /// Returns the byte of the file at which a byte of the value stands.
    pub(crate) fn at(&self, offset: usize) -> usize {
        let mut rest = offset;
        for piece in &self.pieces {
            let len = match piece {
                Piece::Copy(range) => range.len(),
                Piece::Char(_, c) => c.len_utf8(),
            };
            if rest < len {
                return match piece {
                    Piece::Copy(range) => range.start + rest,
                    Piece::Char(range, _) => range.start,
                };
            }
            rest -= len;
        }
        self.span.end
    }

    /// Returns the bytes of the file that a part of the value takes.
    pub(crate) fn range(&self, part: Range<usize>) -> Range<usize> {
        self.at(part.start)..self.at(part.end)
    }

    /// Returns the pieces of a part of the value.
    pub(crate) fn part(&self, part: Range<usize>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut at = 0;
        for piece in &self.pieces {
            match piece {
                Piece::Copy(range) => {
                    let start = part.start.clamp(at, at + range.len()) - at;
                    let end = part.end.clamp(at, at + range.len()) - at;
                    if start < end {
                        pieces.push(Piece::Copy(range.start + start..range.start + end));
                    }
                    at += range.len();
                }
                Piece::Char(_, c) => {
                    if part.contains(&at) {
                        pieces.push(piece.clone());
                    }
                    at += c.len_utf8();
                }
            }
        }
        pieces
    }
}

impl Node {
    /// Returns what an object holds under a key: the last of several, as programs read it.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        let Self::Map(entries) = self else {
            return None;
        };
        let mut entries = entries.iter().rev();
        entries
            .find(|(name, _)| name.value == key)
            .map(|(_, node)| node)
    }
}
