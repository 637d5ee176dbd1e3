//! A PO file cut into comments, words, strings and brackets, as gettext's own reader cuts it: line breaks end comments and strings, and nothing else.

use crate::text::notice::Notice;
use crate::text::source::Source;
use crate::text::span::Span;
use std::borrow::Cow;

/// A piece of the file.
#[derive(Clone, Debug)]
pub struct Token<'a> {
    /// What it is.
    pub kind: TokenKind<'a>,
    /// Where it stands.
    pub span: Span,
    /// Whether its line begins with `#~`.
    pub is_obsolete: bool,
    /// Whether its line begins with `#|` or `#~|`.
    pub is_previous: bool,
}

/// What a piece is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenKind<'a> {
    /// A comment, from `#` to the end of its line.
    Comment(&'a str),
    /// A keyword (`msgid`).
    Word(&'a str),
    /// A string, its escapes resolved.
    String(Cow<'a, str>),
    /// A number in brackets (`[1]`); nothing where no number stands there.
    Index(Option<u32>),
    /// Anything else.
    Stray(&'a str),
}

/// Reads tokens one by one.
pub struct Lexer<'a> {
    source: &'a Source,
    text: &'a str,
    at: usize,
    is_line_start: bool,
    is_obsolete: bool,
    is_previous: bool,
    /// What is wrong with strings.
    pub problems: Vec<Notice>,
}

impl<'a> Lexer<'a> {
    /// Starts at the beginning.
    pub fn new(source: &'a Source) -> Self {
        Self {
            source,
            text: source.text(),
            at: 0,
            is_line_start: true,
            is_obsolete: false,
            is_previous: false,
            problems: Vec::new(),
        }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn token(&self, kind: TokenKind<'a>, start: usize) -> Token<'a> {
        Token {
            kind,
            span: Span::of(start..self.at),
            is_obsolete: self.is_obsolete,
            is_previous: self.is_previous,
        }
    }

    fn comment(&mut self) -> Option<Token<'a>> {
        let (start, rest) = (self.at, self.rest());
        let marks = [
            ("#~|", true, true),
            ("#~", true, false),
            ("#|", false, true),
        ];
        let mark = marks.iter().find(|(mark, ..)| rest.starts_with(mark));
        if let Some((mark, is_obsolete, is_previous)) = mark.filter(|_| self.is_line_start) {
            (self.is_obsolete, self.is_previous) = (*is_obsolete, *is_previous);
            self.is_line_start = false;
            self.at += mark.len();
            return None;
        }
        let end = rest.find('\n').unwrap_or(rest.len());
        let line = rest.get(..end).unwrap_or_default();
        self.at += end;
        Some(self.token(TokenKind::Comment(line.trim_end_matches('\r')), start))
    }

    fn index(&mut self) -> Token<'a> {
        let (start, rest) = (self.at, self.rest());
        let end = rest.find([']', '\n']).unwrap_or(rest.len());
        let inside = rest.get(1..end).unwrap_or_default().trim();
        let is_closed = rest[end..].starts_with(']');
        self.at += end + usize::from(is_closed);
        let number = inside.parse().ok().filter(|_| is_closed);
        self.token(TokenKind::Index(number), start)
    }

    fn string(&mut self) -> Token<'a> {
        let start = self.at;
        let rest = self.rest().get(1..).unwrap_or_default();
        let bytes = rest.as_bytes();
        let mut end = 0;
        let is_closed = loop {
            match bytes.get(end) {
                Some(b'"') => break true,
                None | Some(b'\n') => break false,
                Some(b'\\') if bytes.get(end + 1).is_some_and(|next| *next != b'\n') => end += 2,
                Some(_) => end += 1,
            }
        };
        let raw = rest.get(..end).unwrap_or_default();
        self.at = start + 1 + end + usize::from(is_closed);
        if !is_closed {
            let notice = Notice::new("po-string-unclosed");
            self.problems
                .push(notice.at(self.source, Span::of(start..self.at)));
        }
        let text = match raw.contains('\\') {
            true => Cow::Owned(self.unescaped(raw, start + 1)),
            false => Cow::Borrowed(raw),
        };
        self.token(TokenKind::String(text), start)
    }

    /// Resolves escapes as C does. What is no escape is told, and stays as it is.
    fn unescaped(&mut self, raw: &str, offset: usize) -> String {
        let mut bytes = Vec::with_capacity(raw.len());
        let mut at = 0;
        while let Some(byte) = raw.as_bytes().get(at) {
            if *byte != b'\\' {
                bytes.push(*byte);
                at += 1;
                continue;
            }
            let (resolved, length) = escape(raw.as_bytes().get(at + 1..).unwrap_or_default());
            match resolved {
                Some(byte) => bytes.push(byte),
                None => {
                    let escape: String =
                        raw.get(at..).unwrap_or_default().chars().take(2).collect();
                    bytes.push(b'\\');
                    let span = Span::of(offset + at..offset + at + escape.len());
                    let notice = Notice::new("po-escape").arg("escape", escape);
                    self.problems.push(notice.at(self.source, span));
                }
            }
            at += 1 + length;
        }
        match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                let notice = Notice::new("po-escape-bytes");
                let span = Span::of(offset..offset + raw.len());
                self.problems.push(notice.at(self.source, span));
                String::from_utf8_lossy(error.as_bytes()).into_owned()
            }
        }
    }
}

/// The byte that an escape stands for, and how many bytes behind the backslash belong to it.
fn escape(rest: &[u8]) -> (Option<u8>, usize) {
    let digits = |rest: &[u8], radix: u32, most: usize| {
        let digits = rest.iter().take(most);
        digits
            .take_while(|digit| char::from(**digit).is_digit(radix))
            .count()
    };
    let number = |digits: &[u8], radix| {
        let digits = std::str::from_utf8(digits).unwrap_or_default();
        u8::from_str_radix(digits, radix)
            .ok()
            .filter(|byte| *byte != 0)
    };
    match rest {
        [b'n', ..] => (Some(b'\n'), 1),
        [b't', ..] => (Some(b'\t'), 1),
        [b'r', ..] => (Some(b'\r'), 1),
        [b'b', ..] => (Some(8), 1),
        [b'f', ..] => (Some(12), 1),
        [b'v', ..] => (Some(11), 1),
        [b'a', ..] => (Some(7), 1),
        [b'\\', ..] => (Some(b'\\'), 1),
        [b'"', ..] => (Some(b'"'), 1),
        [b'0'..=b'7', ..] => {
            let n = digits(rest, 8, 3);
            (number(&rest[..n], 8), n)
        }
        [b'x', hex @ ..] => {
            let n = digits(hex, 16, 2);
            (number(&hex[..n], 16), 1 + n)
        }
        _ => (None, 0),
    }
}

impl<'a> Iterator for Lexer<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let start = self.at;
            let rest = self.rest();
            match rest.bytes().next()? {
                b'\n' => {
                    self.at += 1;
                    self.is_line_start = true;
                    (self.is_obsolete, self.is_previous) = (false, false);
                }
                b' ' | b'\t' | b'\r' | 11 | 12 => self.at += 1,
                b'#' => {
                    if let Some(comment) = self.comment() {
                        return Some(comment);
                    }
                }
                b'"' => {
                    self.is_line_start = false;
                    return Some(self.string());
                }
                b'[' => {
                    self.is_line_start = false;
                    return Some(self.index());
                }
                _ => {
                    self.is_line_start = false;
                    let is_of_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$');
                    let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '[' | '#');
                    let word = rest.find(|c| !is_of_word(c)).unwrap_or(rest.len());
                    let stray = rest.find(ends).unwrap_or(rest.len());
                    let length = if word > 0 { word } else { stray.max(1) };
                    let length = rest.ceil_char_boundary(length);
                    let piece = rest.get(..length).unwrap_or_default();
                    self.at += length;
                    let kind = match word {
                        0 => TokenKind::Stray(piece),
                        _ => TokenKind::Word(piece),
                    };
                    return Some(self.token(kind, start));
                }
            }
        }
    }
}
