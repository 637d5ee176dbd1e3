//! A text cut into pieces that a change may touch: targets, code, ids, numbers, words.

use crate::text::scan;
use crate::text::script;

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PieceKind {
    /// The target of a link.
    Target,
    /// The target of an image, in Markdown or in a tag.
    Asset,
    /// An address in running text.
    Address,
    /// Inline code with its marks.
    Code,
    /// The explicit id of a heading.
    HeadingId,
    /// Digits, with their separators.
    Number,
    /// A word with digits in it: a version, a size, a name.
    Version,
    /// Anything else: a word, a Han character, a mark, white space.
    Word,
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// What it is.
    pub kind: PieceKind,
    /// Where it starts.
    pub start: usize,
    /// Its text.
    pub text: &'a str,
}

/// Cuts a text; the pieces join back to it.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut cut = Cut {
        text,
        pieces: Vec::new(),
        at: 0,
        is_image: false,
        n_open: Vec::new(),
    };
    while cut.at < text.len() {
        cut.next();
    }
    cut.pieces
}

struct Cut<'a> {
    text: &'a str,
    pieces: Vec<Piece<'a>>,
    at: usize,
    /// Whether the tag at hand shows an image.
    is_image: bool,
    /// The open brackets, and whether each begins an image.
    n_open: Vec<bool>,
}

impl<'a> Cut<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn push(&mut self, kind: PieceKind, len: usize) {
        let Some(text) = self.rest().get(..len).filter(|text| !text.is_empty()) else {
            return;
        };
        self.pieces.push(Piece {
            kind,
            start: self.at,
            text,
        });
        self.at += len;
    }

    fn next(&mut self) {
        let rest = self.rest();
        let Some(first) = rest.chars().next() else {
            return;
        };
        match first {
            '\\' => {
                let len = rest.chars().take(2).map(char::len_utf8).sum();
                self.push(PieceKind::Word, len);
            }
            '`' => self.code(),
            '[' => {
                let before = self.text.get(..self.at).unwrap_or_default();
                self.n_open.push(before.ends_with('!'));
                self.push(PieceKind::Word, 1);
            }
            ']' => self.target(),
            '<' => self.tag(),
            '{' if rest.starts_with("{#") || rest.starts_with("{/* #") => self.heading_id(),
            _ if script::is_spaced_letter(first) || first.is_ascii_digit() => self.word(),
            _ => self.push(PieceKind::Word, first.len_utf8()),
        }
    }

    fn code(&mut self) {
        let rest = self.rest();
        let n_marks = rest.len() - rest.trim_start_matches('`').len();
        let marks = &rest[..n_marks];
        let inner = &rest[n_marks..];
        let mut from = 0;
        while let Some(at) = inner.get(from..).and_then(|inner| inner.find(marks)) {
            let close = from + at;
            let after = inner.get(close..).unwrap_or_default();
            let n_closing = after.len() - after.trim_start_matches('`').len();
            if n_closing == n_marks {
                return self.push(PieceKind::Code, n_marks + close + n_marks);
            }
            from = close + n_closing;
        }
        self.push(PieceKind::Word, n_marks);
    }

    /// `](target "title")`.
    fn target(&mut self) {
        let is_image = self.n_open.pop().unwrap_or(false);
        self.push(PieceKind::Word, 1);
        if !self.rest().starts_with('(') {
            return;
        }
        self.push(PieceKind::Word, 1);
        let rest = self.rest();
        let mut depth = 0_usize;
        let len = rest.char_indices().find(|(_, c)| match c {
            '(' => {
                depth += 1;
                false
            }
            ')' if depth == 0 => true,
            ')' => {
                depth -= 1;
                false
            }
            c => c.is_whitespace(),
        });
        let len = len.map_or(rest.len(), |(at, _)| at);
        let kind = if is_image {
            PieceKind::Asset
        } else {
            PieceKind::Target
        };
        self.push(kind, len);
    }

    /// A tag: the targets in it are pieces of their own.
    fn tag(&mut self) {
        let rest = self.rest();
        let is_address = rest.get(1..).is_some_and(|inner| {
            let end = inner.find(['>', ' ', '<']).unwrap_or(0);
            inner.get(end..).is_some_and(|after| after.starts_with('>'))
                && inner[..end].contains("://")
        });
        if is_address {
            self.push(PieceKind::Word, 1);
            let len = self.rest().find('>').unwrap_or(0);
            return self.push(PieceKind::Address, len);
        }
        let name: String = rest
            .chars()
            .skip(1)
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        self.is_image = matches!(name.to_ascii_lowercase().as_str(), "img" | "image");
        self.push(PieceKind::Word, 1);
        let Some(end) = self.rest().find('>').filter(|_| !name.is_empty()) else {
            return;
        };
        let end = self.at + end;
        while self.at < end {
            let inner = self.text.get(self.at..end).unwrap_or_default();
            let attribute = ["src=\"", "href=\"", "src='", "href='"]
                .iter()
                .filter_map(|name| Some((inner.find(name)?, name.len())))
                .min();
            let Some((at, len)) = attribute else {
                break;
            };
            self.words(self.at + at + len);
            let inner = self.text.get(self.at..end).unwrap_or_default();
            let close = inner.find(['"', '\'']).unwrap_or(inner.len());
            let kind = if self.is_image {
                PieceKind::Asset
            } else {
                PieceKind::Target
            };
            self.push(kind, close);
            if close == 0 {
                break;
            }
        }
        self.words(end);
    }

    /// Cuts everything up to `end` as running text.
    fn words(&mut self, end: usize) {
        while self.at < end {
            let first = self.rest().chars().next();
            match first {
                Some(c) if script::is_spaced_letter(c) || c.is_ascii_digit() => self.word(),
                Some(c) => self.push(PieceKind::Word, c.len_utf8()),
                None => return,
            }
        }
    }

    fn heading_id(&mut self) {
        let rest = self.rest();
        let lead = if rest.starts_with("{#") { 2 } else { 5 };
        self.push(PieceKind::Word, lead);
        let rest = self.rest();
        let len = rest.find(['}', ' ']).unwrap_or(0);
        self.push(PieceKind::HeadingId, len);
    }

    /// A word or a number; what belongs to it inside (`1,000`, `v1.2.3`, `foo_bar`) does not part it.
    fn word(&mut self) {
        let rest = self.rest();
        let colon = rest
            .find("://")
            .filter(|colon| rest[..*colon].bytes().all(|b| b.is_ascii_alphabetic()));
        if let Some(url) = colon.and_then(|colon| scan::url_at(self.text, self.at + colon, self.at))
        {
            return self.push(PieceKind::Address, url.end - self.at);
        }
        let is_part = |c: char| script::is_spaced_letter(c) || c.is_ascii_digit() || c == '_';
        let mut len = 0;
        let mut chars = rest.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let next = chars.peek().map(|(_, c)| *c);
            let has_digit = rest[..at].ends_with(|c: char| c.is_ascii_digit());
            let joins = match c {
                '.' | ',' => has_digit && next.is_some_and(|c| c.is_ascii_digit()),
                '-' | '/' | '+' => {
                    rest[..at].contains(|c: char| c.is_ascii_digit())
                        && next.is_some_and(is_part)
                        && rest[..at].contains(|c: char| c == '.' || c.is_ascii_alphabetic())
                }
                c => is_part(c),
            };
            if !joins {
                break;
            }
            len = at + c.len_utf8();
        }
        let word = &rest[..len];
        let kind = if !word.contains(|c: char| c.is_ascii_digit()) {
            PieceKind::Word
        } else if word
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
        {
            PieceKind::Number
        } else {
            PieceKind::Version
        };
        self.push(kind, len.max(1));
    }
}

#[cfg(test)]
mod tests {
    use super::{PieceKind, pieces};

    #[test]
    fn pieces_join_back_and_say_what_they_are() {
        let text = "见 [文档](../a.md#b \"题\") 与 ![图](x.png)，`npm i` 在 v1.2.3 有 1,000 个 <img src=\"y.png\" width=\"30\"/> https://a.b/c。{#id}";
        let found = pieces(text);
        assert_eq!(
            found.iter().map(|piece| piece.text).collect::<String>(),
            text
        );
        let of = |kind| {
            let of_kind = found.iter().filter(|piece| piece.kind == kind);
            of_kind.map(|piece| piece.text).collect::<Vec<_>>()
        };
        assert_eq!(of(PieceKind::Target), ["../a.md#b"]);
        assert_eq!(of(PieceKind::Asset), ["x.png", "y.png"]);
        assert_eq!(of(PieceKind::Code), ["`npm i`"]);
        assert_eq!(of(PieceKind::Version), ["v1.2.3"]);
        assert_eq!(of(PieceKind::Number), ["1,000", "30"]);
        assert_eq!(of(PieceKind::Address), ["https://a.b/c"]);
        assert_eq!(of(PieceKind::HeadingId), ["id"]);
    }
}
