//! Reads JSON with the bytes of everything. Never fails: what is wrong is told, and reading goes on where that is possible.

use crate::catalog::tree::{Node, Text};
use crate::markdown::draft::Piece;
use std::ops::Range;

/// Objects and arrays nested deeper than this are not looked into.
const DEEPEST: usize = 64;
/// After so many flaws a file is not JSON.
const MOST_FLAWS: usize = 20;

/// What is wrong at one place; the word names a message of the rule `syntax/messages-malformed`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Flaw {
    pub(crate) span: Range<usize>,
    pub(crate) word: &'static str,
}

/// Reads a file.
pub(crate) fn read(text: &str) -> (Node, Vec<Flaw>) {
    let mut reader = Reader {
        text,
        at: 0,
        flaws: Vec::new(),
        is_too_deep: false,
    };
    if text.starts_with('\u{feff}') {
        reader.at = '\u{feff}'.len_utf8();
    }
    reader.blanks();
    if reader.at == text.len() {
        return (Node::Other, Vec::new());
    }
    let node = reader.value(0);
    reader.blanks();
    if reader.at < text.len() {
        let end = reader.line_end();
        reader.flaw(reader.at..end, "rest");
    }
    (node, reader.flaws)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    flaws: Vec<Flaw>,
    /// The rest is left alone, and nothing more is told of it.
    is_too_deep: bool,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn line_end(&self) -> usize {
        self.at + self.rest().lines().next().unwrap_or_default().len()
    }

    /// Notes a flaw; the first one of a place stands.
    fn flaw(&mut self, span: Range<usize>, word: &'static str) {
        if self.is_too_deep {
            return;
        }
        let is_told = self
            .flaws
            .last()
            .is_some_and(|last| last.span.start == span.start);
        if !is_told && self.flaws.len() < MOST_FLAWS {
            self.flaws.push(Flaw { span, word });
        }
    }

    /// Passes over white space, comments (which JSON does not know) and the markers of a merge conflict.
    fn blanks(&mut self) {
        loop {
            let rest = self.rest();
            self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
            let rest = self.rest();
            let is_line_start =
                self.at == 0 || self.text.as_bytes().get(self.at - 1) == Some(&b'\n');
            let is_marker = ["<<<<<<< ", ">>>>>>> ", "||||||| "]
                .iter()
                .any(|marker| rest.starts_with(marker))
                || rest.starts_with("=======\n")
                || rest.starts_with("=======\r");
            if is_line_start && is_marker {
                let end = self.line_end();
                self.flaw(self.at..end, "conflict");
                self.at = end;
            } else if rest.starts_with("//") {
                let end = self.line_end();
                self.flaw(self.at..end, "comment");
                self.at = end;
            } else if rest.starts_with("/*") {
                let end = rest
                    .find("*/")
                    .map_or(self.text.len(), |len| self.at + len + 2);
                self.flaw(self.at..end, "comment");
                self.at = end;
            } else {
                return;
            }
        }
    }

    fn value(&mut self, depth: usize) -> Node {
        match self.peek() {
            Some(b'"') => Node::Text(self.string()),
            Some(b'{' | b'[') if depth >= DEEPEST => {
                self.flaw(self.at..self.at + 1, "deep");
                self.is_too_deep = true;
                self.at = self.text.len();
                Node::Other
            }
            Some(b'{') => self.map(depth),
            Some(b'[') => self.list(depth),
            Some(_) => self.word(),
            None => {
                self.flaw(self.at..self.at, "end");
                Node::Other
            }
        }
    }

    fn map(&mut self, depth: usize) -> Node {
        let open = self.at;
        self.at += 1;
        let mut entries: Vec<(Text, Node)> = Vec::new();
        while self.go_on(open, b'}', !entries.is_empty()) {
            if self.peek() != Some(b'"') {
                let start = self.at;
                self.skip();
                self.flaw(start..self.at, "key");
                continue;
            }
            let key = self.string();
            self.blanks();
            if self.peek() == Some(b':') {
                self.at += 1;
            } else {
                self.flaw(self.at..self.at, "colon");
            }
            self.blanks();
            let value = self.value(depth + 1);
            entries.push((key, value));
        }
        Node::Map(entries)
    }

    fn list(&mut self, depth: usize) -> Node {
        let open = self.at;
        self.at += 1;
        let mut items = Vec::new();
        while self.go_on(open, b']', !items.is_empty()) {
            let start = self.at;
            items.push(self.value(depth + 1));
            if self.at == start {
                self.skip();
            }
        }
        Node::List(items)
    }

    /// Passes over what stands between two items; false where the object or array that starts at `open` is at its end.
    fn go_on(&mut self, open: usize, close: u8, has_items: bool) -> bool {
        self.blanks();
        let comma = self.at;
        let has_comma = self.peek() == Some(b',');
        if has_comma {
            self.at += 1;
            self.blanks();
        }
        match self.peek() {
            None => {
                self.flaw(open..open + 1, "open");
                return false;
            }
            Some(byte) if byte == close => {
                if has_comma {
                    self.flaw(comma..comma + 1, "trailing-comma");
                }
                self.at += 1;
                return false;
            }
            // The other bracket: this one was never closed, the one around it is.
            Some(b'}' | b']') => {
                self.flaw(open..open + 1, "open");
                return false;
            }
            Some(_) => {}
        }
        if has_comma != has_items {
            self.flaw(comma..comma + usize::from(has_comma), "comma");
        }
        true
    }

    /// A number, `true`, `false` or `null`.
    fn word(&mut self) -> Node {
        let start = self.at;
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
        let rest = self.rest();
        let word = rest.get(..rest.find(|c| !is_part(c)).unwrap_or(rest.len()));
        let word = word.unwrap_or_default().to_owned();
        let is_number = word.starts_with(|c: char| c == '-' || c.is_ascii_digit())
            && word.parse::<f64>().is_ok();
        if is_number || matches!(word.as_str(), "true" | "false" | "null") {
            self.at += word.len();
        } else {
            self.skip();
            self.flaw(start..self.at, "value");
        }
        Node::Other
    }

    /// Passes over what cannot be read, up to where something new may start.
    fn skip(&mut self) {
        let rest = self.rest();
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let stop = rest
            .get(first..)
            .unwrap_or_default()
            .find([',', '}', ']', '\n', '"']);
        self.at = stop.map_or(self.text.len(), |stop| self.at + first + stop);
    }

    /// Reads the string at whose quote the reader stands.
    fn string(&mut self) -> Text {
        let text = self.text;
        self.at += 1;
        let start = self.at;
        let (mut value, mut pieces) = (String::new(), Vec::new());
        let mut from = start;
        let mut copy = |range: Range<usize>, value: &mut String| {
            if !range.is_empty() {
                value.push_str(text.get(range.clone()).unwrap_or_default());
                pieces.push(Piece::Copy(range));
            }
        };
        let mut chars: Vec<(usize, Piece, char)> = Vec::new();
        loop {
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => {
                    copy(from..self.at, &mut value);
                    let (len, c) = escape(self.rest());
                    let end = (self.at + len).min(text.len());
                    if c.is_none() {
                        self.flaw(self.at..end, "escape");
                    }
                    let c = c.unwrap_or(char::REPLACEMENT_CHARACTER);
                    chars.push((value.len(), Piece::Char(self.at..end, c), c));
                    value.push(c);
                    self.at = end;
                    from = end;
                }
                Some(b'\n' | b'\r') | None => {
                    self.flaw(start - 1..self.at, "quote");
                    break;
                }
                Some(byte) => {
                    if byte < 0x20 {
                        self.flaw(self.at..self.at + 1, "control");
                    }
                    self.at += 1;
                }
            }
        }
        copy(from..self.at, &mut value);
        let span = start..self.at;
        if self.peek() == Some(b'"') {
            self.at += 1;
        }
        pieces.extend(chars.into_iter().map(|(_, piece, _)| piece));
        pieces.sort_by_key(|piece| piece.range().start);
        Text {
            value,
            pieces,
            span,
        }
    }
}

/// Reads the escape at the start of `rest`: its length, and the character where it is a good one.
fn escape(rest: &str) -> (usize, Option<char>) {
    let unit = |at: usize| -> Option<u32> {
        let hex = rest.get(at..at + 6)?.strip_prefix("\\u")?;
        u32::from_str_radix(hex, 16).ok()
    };
    match rest.chars().nth(1) {
        Some('n') => (2, Some('\n')),
        Some('t') => (2, Some('\t')),
        Some('r') => (2, Some('\r')),
        Some('b') => (2, Some('\u{8}')),
        Some('f') => (2, Some('\u{c}')),
        Some(c @ ('"' | '\\' | '/')) => (2, Some(c)),
        Some('u') => match (unit(0), unit(6)) {
            (Some(high @ 0xd800..=0xdbff), Some(low @ 0xdc00..=0xdfff)) => {
                let code = 0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00);
                (12, char::from_u32(code))
            }
            (Some(code), _) => (6, char::from_u32(code)),
            (None, _) => (2, None),
        },
        Some(c) if c >= ' ' => (1 + c.len_utf8(), None),
        _ => (1, None),
    }
}
