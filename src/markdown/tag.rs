//! HTML and JSX tags: where they end, and their attributes.

use crate::markdown::draft::Piece;
use std::ops::Range;

/// A tag longer than this is text.
const LONGEST: usize = 1 << 16;

/// Braces nested deeper than this are text.
const DEEPEST: usize = 50;

/// Elements that have no closing tag.
pub(crate) const VOID: &[&str] = &[
    "br", "hr", "img", "wbr", "input", "source", "track", "area", "col", "embed", "link", "meta",
    "base",
];

/// One tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tag {
    pub(crate) span: Range<usize>,
    pub(crate) name: Range<usize>,
    pub(crate) is_closing: bool,
    pub(crate) is_void: bool,
    /// Names and quoted values.
    pub(crate) attributes: Vec<(Range<usize>, Range<usize>)>,
}

/// Reads the tag at `at` (`<name …>`, `</name>`, `<>`): JSX values in braces too.
pub(crate) fn read(text: &str, at: usize) -> Option<Tag> {
    let bytes = text.as_bytes();
    let is_closing = bytes.get(at + 1) == Some(&b'/');
    let name_start = at + 1 + usize::from(is_closing);
    let is_name =
        |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b':' | b'-' | b'_');
    let n_name = bytes
        .get(name_start..)?
        .iter()
        .take_while(|byte| is_name(byte))
        .count();
    let name = name_start..name_start + n_name;
    let first = bytes.get(name_start)?;
    if n_name > 0 && !first.is_ascii_alphabetic() || n_name == 0 && *first != b'>' {
        return None;
    }
    let mut tag = Tag {
        span: at..at,
        name: name.clone(),
        is_closing,
        is_void: false,
        attributes: Vec::new(),
    };
    let mut pos = name.end;
    if !bytes
        .get(pos)
        .is_some_and(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/'))
    {
        return None;
    }
    let limit = bytes.len().min(at + LONGEST);
    while pos < limit {
        match bytes[pos] {
            b'>' => {
                tag.span.end = pos + 1;
                return Some(tag);
            }
            b'/' if bytes.get(pos + 1) == Some(&b'>') => tag.is_void = true,
            b'{' => {
                pos = expression_end(text, pos)?;
                continue;
            }
            b'<' => return None,
            b'"' | b'\'' => return None,
            byte if byte.is_ascii_whitespace() || byte == b'/' => {}
            _ => {
                pos = attribute(text, pos, limit, &mut tag)?;
                continue;
            }
        }
        pos += 1;
    }
    None
}

/// Reads one attribute and returns where it ends.
fn attribute(text: &str, at: usize, limit: usize, tag: &mut Tag) -> Option<usize> {
    let bytes = text.as_bytes();
    let stop = |byte: &u8| {
        byte.is_ascii_whitespace()
            || matches!(byte, b'=' | b'>' | b'/' | b'"' | b'\'' | b'<' | b'{')
    };
    let len = bytes
        .get(at..limit)?
        .iter()
        .take_while(|byte| !stop(byte))
        .count();
    let name = at..at + len;
    let skip = |from: usize| {
        from + bytes
            .get(from..limit)
            .unwrap_or_default()
            .iter()
            .take_while(|byte| byte.is_ascii_whitespace())
            .count()
    };
    let equals = skip(name.end);
    if bytes.get(equals) != Some(&b'=') {
        return (len > 0).then_some(name.end);
    }
    let value = skip(equals + 1);
    match bytes.get(value)? {
        quote @ (b'"' | b'\'') => {
            let len = bytes
                .get(value + 1..limit)?
                .iter()
                .position(|byte| byte == quote)?;
            tag.attributes.push((name, value + 1..value + 1 + len));
            Some(value + len + 2)
        }
        b'{' => expression_end(text, value),
        _ => {
            let stop = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'>';
            Some(
                value
                    + bytes
                        .get(value..limit)?
                        .iter()
                        .take_while(|byte| !stop(byte))
                        .count()
                        .max(1),
            )
        }
    }
}

/// Returns where the `{…}` at `at` ends: braces, strings, templates and comments counted.
pub(crate) fn expression_end(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let limit = bytes.len().min(at + LONGEST);
    let (mut depth, mut pos) = (0_usize, at);
    while pos < limit {
        match bytes[pos] {
            b'{' if depth >= DEEPEST => return None,
            b'{' => depth += 1,
            b'}' => {
                depth -= 1;
                if depth == 0 {
                    return Some(pos + 1);
                }
            }
            quote @ (b'"' | b'\'' | b'`') => {
                let rest = bytes.get(pos + 1..limit)?;
                let ends = |byte: &u8| *byte == quote || *byte == b'\n' && quote != b'`';
                if let Some(len) = rest
                    .iter()
                    .position(ends)
                    .filter(|len| rest.get(*len) == Some(&quote))
                {
                    pos += len + 1;
                }
            }
            b'/' if bytes.get(pos + 1) == Some(&b'*') => {
                let close = bytes
                    .get(pos + 2..limit)?
                    .windows(2)
                    .position(|two| two == b"*/")?;
                pos += close + 3;
            }
            b'\\' => pos += 1,
            _ => {}
        }
        pos += 1;
    }
    None
}

/// Finds the `name="value"` parameters of a shortcode.
pub(crate) fn parameters(text: &str, span: Range<usize>) -> Vec<(Range<usize>, Range<usize>)> {
    let body = text.get(span.clone()).unwrap_or_default();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(equals) = body
        .get(at..)
        .and_then(|rest| rest.find("=\""))
        .map(|equals| at + equals)
    {
        let name = body.get(at..equals).unwrap_or_default();
        let n_name = name
            .bytes()
            .rev()
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
            .count();
        let value = equals + 2;
        let Some(len) = body.get(value..).and_then(|rest| rest.find('"')) else {
            break;
        };
        found.push((
            span.start + equals - n_name..span.start + equals,
            span.start + value..span.start + value + len,
        ));
        at = value + len + 1;
    }
    found
}

/// Cuts an attribute's value into pieces: the escaped quote is read as a quote.
pub(crate) fn value_pieces(text: &str, value: Range<usize>) -> Vec<Piece> {
    let quote = value
        .start
        .checked_sub(1)
        .and_then(|at| text.as_bytes().get(at))
        .copied();
    let (entity, c) = if quote == Some(b'\'') {
        ("&#39;", '\'')
    } else {
        ("&quot;", '"')
    };
    let mut pieces = Vec::new();
    let mut last = value.start;
    for (at, _) in text
        .get(value.clone())
        .unwrap_or_default()
        .match_indices(entity)
    {
        let at = value.start + at;
        if last < at {
            pieces.push(Piece::Copy(last..at));
        }
        last = at + entity.len();
        pieces.push(Piece::Char(at..last, c));
    }
    if last < value.end {
        pieces.push(Piece::Copy(last..value.end));
    }
    pieces
}

/// Attributes whose values a reader reads.
const PROSE: &[&str] = &[
    "title",
    "label",
    "description",
    "alt",
    "caption",
    "placeholder",
    "summary",
    "subtitle",
    "heading",
    "tagline",
    "aria-label",
    "tooltip",
];

/// Tells whether an attribute of this name and value holds prose.
pub(crate) fn is_prose(name: &str, value: &str) -> bool {
    let is_word = |c: char| c.is_alphabetic();
    PROSE.contains(&name)
        && value.chars().any(is_word)
        && !value.contains("://")
        && !value.starts_with(['{', '/', '#'])
}
