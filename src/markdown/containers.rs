//! Which quotes and list items a line stands in: the block structure's first phase, for the pre-pass only.

use crate::markdown::lines::Line;

/// Containers deeper than this are not opened: the rest of their line is opaque.
pub(crate) const DEEPEST: usize = 100;

/// A container that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Container {
    Quote,
    /// A list item whose content is indented by so many columns.
    Item(usize),
}

/// The containers open before a line.
#[derive(Debug, Default)]
pub(crate) struct Containers {
    open: Vec<Container>,
}

/// A line without its containers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Inner {
    /// Offset of the first byte that is no container mark and no blank.
    pub(crate) start: usize,
    /// Columns of blanks before it, inside the innermost container.
    pub(crate) indent: usize,
    /// How many containers it stands in.
    pub(crate) depth: usize,
    /// True when the nesting limit cut the line.
    pub(crate) is_too_deep: bool,
}

/// A place in a line: byte offset, column, and columns of a tab that are used up.
struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
    column: usize,
}

impl Cursor<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Counts the columns of blanks ahead.
    fn indent(&self) -> usize {
        let mut column = self.column;
        for byte in self.bytes.get(self.at..).unwrap_or_default() {
            match byte {
                b' ' => column += 1,
                b'\t' => column += 4 - column % 4,
                _ => break,
            }
        }
        column - self.column
    }

    /// Skips up to so many columns of blanks.
    fn skip(&mut self, columns: usize) {
        let goal = self.column + columns;
        while self.column < goal {
            match self.peek() {
                Some(b' ') => self.column += 1,
                Some(b'\t') => self.column += 4 - self.column % 4,
                _ => return,
            }
            self.at += 1;
        }
    }

    fn bump(&mut self) {
        self.at += 1;
        self.column += 1;
    }
}

impl Containers {
    /// Counts the open containers.
    pub(crate) fn depth(&self) -> usize {
        self.open.len()
    }

    /// Opens an item that the file writes in another way (an admonition's indented content).
    pub(crate) fn open_item(&mut self, indent: usize, width: usize) {
        self.open.push(Container::Item(indent + width));
    }

    /// Takes the open containers' marks off a line; those that the line does not continue are closed.
    /// With `opens`, containers that start on the line are opened.
    pub(crate) fn enter(&mut self, text: &str, line: Line, opens: bool) -> Inner {
        let bytes = line.text(text).as_bytes();
        let mut cursor = Cursor {
            bytes,
            at: 0,
            column: 0,
        };
        if line.start == 0 && bytes.starts_with(b"\xef\xbb\xbf") {
            cursor.at = 3;
        }
        let is_blank_from = |cursor: &Cursor<'_>| {
            cursor
                .bytes
                .get(cursor.at..)
                .unwrap_or_default()
                .iter()
                .all(u8::is_ascii_whitespace)
        };
        let mut n_kept = 0;
        for container in &self.open {
            match container {
                Container::Quote => {
                    let indent = cursor.indent();
                    if indent > 3
                        || cursor
                            .bytes
                            .get(cursor.at..)
                            .and_then(|rest| rest.iter().find(|byte| !matches!(byte, b' ' | b'\t')))
                            != Some(&b'>')
                    {
                        break;
                    }
                    cursor.skip(indent);
                    cursor.bump();
                    cursor.skip(1);
                }
                Container::Item(width) => {
                    if cursor.indent() < *width && !is_blank_from(&cursor) {
                        break;
                    }
                    cursor.skip(*width);
                }
            }
            n_kept += 1;
        }
        if !is_blank_from(&cursor) || n_kept < self.open.len() {
            self.open.truncate(n_kept);
        }
        let is_too_deep = opens && self.open_more(&mut cursor);
        let indent = cursor.indent();
        let rest = cursor.bytes.get(cursor.at..).unwrap_or_default();
        let n_blanks = rest.len() - rest.trim_ascii_start().len();
        Inner {
            start: (line.start + cursor.at + n_blanks).min(line.end),
            indent,
            depth: self.open.len(),
            is_too_deep,
        }
    }

    /// Opens the containers that start at the cursor; returns whether there were too many.
    fn open_more(&mut self, cursor: &mut Cursor<'_>) -> bool {
        loop {
            let indent = cursor.indent();
            let rest = cursor.bytes.get(cursor.at..).unwrap_or_default();
            let mark = rest.trim_ascii_start();
            if indent > 3 || mark.is_empty() {
                return false;
            }
            if self.open.len() >= DEEPEST {
                return mark.first() == Some(&b'>') || marker_len(mark).is_some();
            }
            if mark.first() == Some(&b'>') {
                cursor.skip(indent);
                cursor.bump();
                cursor.skip(1);
                self.open.push(Container::Quote);
                continue;
            }
            let Some(len) = marker_len(mark).filter(|_| !is_rule(mark)) else {
                return false;
            };
            let before = cursor.column;
            cursor.skip(indent);
            (0..len).for_each(|_| cursor.bump());
            let gap = cursor.indent();
            let is_bare = cursor
                .bytes
                .get(cursor.at..)
                .unwrap_or_default()
                .trim_ascii()
                .is_empty();
            cursor.skip(if is_bare || gap > 4 { 1 } else { gap });
            let width = if is_bare {
                indent + len + 1
            } else {
                cursor.column - before
            };
            self.open.push(Container::Item(width));
        }
    }
}

/// Returns the length of a list marker, its blank not counted.
fn marker_len(rest: &[u8]) -> Option<usize> {
    let n_digits = rest
        .iter()
        .take(10)
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let len = match (n_digits, rest.get(n_digits)?) {
        (0, b'-' | b'+' | b'*') => 1,
        (1..=9, b'.' | b')') => n_digits + 1,
        _ => return None,
    };
    rest.get(len)
        .is_none_or(|byte| matches!(byte, b' ' | b'\t'))
        .then_some(len)
}

/// Tells whether a line is a thematic break.
fn is_rule(rest: &[u8]) -> bool {
    let Some(mark) = rest
        .first()
        .filter(|byte| matches!(byte, b'-' | b'*' | b'_'))
    else {
        return false;
    };
    rest.iter()
        .all(|byte| byte == mark || matches!(byte, b' ' | b'\t'))
        && rest.iter().filter(|byte| *byte == mark).count() >= 3
}
