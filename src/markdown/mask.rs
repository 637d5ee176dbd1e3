//! A copy of the text, of the same length, in which what CommonMark does not know is covered: offsets stay valid.

use std::ops::Range;

/// Stands for a byte of inline markup: punctuation that means nothing in Markdown.
const STAND_IN: u8 = b'%';

/// The copy that the CommonMark parser reads.
pub(crate) struct Mask<'a> {
    text: &'a str,
    bytes: Vec<u8>,
}

impl<'a> Mask<'a> {
    /// Makes an unmasked copy.
    pub(crate) fn new(text: &'a str) -> Self {
        Self {
            text,
            bytes: text.as_bytes().to_vec(),
        }
    }

    /// Covers a range with blanks; line breaks stay.
    pub(crate) fn blank(&mut self, range: Range<usize>) {
        self.cover(range, b' ');
    }

    /// Covers a range with a word of punctuation; line breaks stay.
    pub(crate) fn stand_in(&mut self, range: Range<usize>) {
        self.cover(range, STAND_IN);
    }

    /// Covers a range with blanks and writes `marks` at its start.
    pub(crate) fn replace(&mut self, range: Range<usize>, marks: &str) {
        self.blank(range.clone());
        let end = range.end.min(range.start + marks.len());
        if let Some(bytes) = self.bytes.get_mut(range.start..end) {
            bytes.copy_from_slice(&marks.as_bytes()[..bytes.len()]);
        }
    }

    /// Returns the masked text.
    pub(crate) fn into_text(self) -> String {
        String::from_utf8(self.bytes).unwrap_or_else(|_| self.text.to_owned())
    }

    fn cover(&mut self, range: Range<usize>, with: u8) {
        for byte in self.bytes.get_mut(range).unwrap_or_default() {
            if !matches!(byte, b'\n' | b'\r') {
                *byte = with;
            }
        }
    }
}
