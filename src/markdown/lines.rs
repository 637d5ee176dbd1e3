//! The lines of a file, as byte offsets.

/// One line: where it starts, where its text ends, where the next one starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) next: usize,
}

impl Line {
    /// Returns the text of the line without its line break.
    pub(crate) fn text(self, whole: &str) -> &str {
        whole.get(self.start..self.end).unwrap_or_default()
    }
}

/// Splits a text into lines; `\n` and `\r\n` break.
pub(crate) fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    for piece in text.split_inclusive('\n') {
        let bare = piece.strip_suffix('\n').unwrap_or(piece);
        let bare = bare.strip_suffix('\r').unwrap_or(bare);
        let next = start + piece.len();
        lines.push(Line {
            start,
            end: start + bare.len(),
            next,
        });
        start = next;
    }
    lines
}

/// Counts the bytes of leading blanks (spaces and tabs).
pub(crate) fn n_blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\t']).len()
}
