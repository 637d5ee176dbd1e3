//! Scalars of YAML and TOML: where they end, and their text piece by piece.

use crate::markdown::draft::Piece;
use std::ops::Range;

/// Items of a flow sequence: where each starts, and its text.
pub(crate) type Items = Vec<(usize, Vec<Piece>)>;

/// Adds bytes to a text, joined to the last piece where they touch.
pub(crate) fn push(pieces: &mut Vec<Piece>, start: usize, end: usize) {
    match pieces.last_mut() {
        Some(Piece::Copy(last)) if last.end == start => last.end = end.max(start),
        _ if start < end => pieces.push(Piece::Copy(start..end)),
        _ => {}
    }
}

/// Reads the quoted scalar whose quote stands at `at`; returns its text and the offset of the closing quote.
pub(crate) fn quoted(text: &str, at: usize, end: usize) -> Option<(Vec<Piece>, usize)> {
    let bytes = text.as_bytes();
    let quote = *bytes.get(at)?;
    let mut pieces = Vec::new();
    let (mut from, mut pos) = (at + 1, at + 1);
    while pos < end {
        match bytes.get(pos)? {
            b'\'' if quote == b'\'' && bytes.get(pos + 1) == Some(&b'\'') => {
                push(&mut pieces, from, pos);
                from = pos + 1;
                pos += 2;
            }
            byte if *byte == quote => {
                push(&mut pieces, from, pos);
                return Some((pieces, pos));
            }
            b'\\' if quote == b'"' => {
                push(&mut pieces, from, pos);
                let next = escape(text, pos, &mut pieces);
                from = next.0;
                pos = next.1;
            }
            b'\n' => {
                let bare = if bytes.get(pos - 1) == Some(&b'\r') {
                    pos - 1
                } else {
                    pos
                };
                let body = text.get(from..bare)?.trim_end_matches([' ', '\t']).len();
                push(&mut pieces, from, from + body);
                push(&mut pieces, pos, pos + 1);
                let rest = text.get(pos + 1..end)?;
                from = pos + 1 + rest.len() - rest.trim_start_matches([' ', '\t']).len();
                pos = from;
            }
            _ => pos += 1,
        }
    }
    None
}

/// Reads the escape at `at`; returns from where the text goes on, and from where to look.
fn escape(text: &str, at: usize, pieces: &mut Vec<Piece>) -> (usize, usize) {
    let rest = text.get(at + 1..).unwrap_or_default();
    let mut coded = |len: usize, c: char| {
        pieces.push(Piece::Char(at..at + 1 + len, c));
        (at + 1 + len, at + 1 + len)
    };
    let digits = |len: usize| {
        let code = rest
            .get(1..1 + len)
            .and_then(|hex| u32::from_str_radix(hex, 16).ok());
        code.and_then(char::from_u32)
    };
    match rest.chars().next() {
        Some('n') => coded(1, '\n'),
        Some('t') => coded(1, '\t'),
        Some('_') => coded(1, '\u{a0}'),
        Some('u') if let Some(c) = digits(4) => coded(5, c),
        Some('x') if let Some(c) = digits(2) => coded(3, c),
        Some('U') if let Some(c) = digits(8) => coded(9, c),
        Some('\r') if rest.starts_with("\r\n") => after_blanks(text, at + 3),
        Some('\n') => after_blanks(text, at + 2),
        Some(c) => (at + 1, at + 1 + c.len_utf8()),
        None => (at, at + 1),
    }
}

fn after_blanks(text: &str, at: usize) -> (usize, usize) {
    let rest = text.get(at..).unwrap_or_default();
    let at = at + rest.len() - rest.trim_start_matches([' ', '\t']).len();
    (at, at)
}

/// Returns where a plain scalar ends: before a comment, blanks left out.
pub(crate) fn plain_end(text: &str, at: usize, end: usize) -> usize {
    let value = text.get(at..end).unwrap_or_default();
    let hash = value.match_indices('#').find(|(hash, _)| {
        value
            .get(..*hash)
            .is_some_and(|before| before.ends_with([' ', '\t']))
    });
    let value = hash.map_or(value, |(hash, _)| &value[..hash]);
    at + value.trim_end().len()
}

/// Reads the flow collection at `at`: the scalars of an outermost sequence, and the offset of its closing bracket.
pub(crate) fn flow(text: &str, at: usize, end: usize) -> Option<(Items, usize)> {
    let bytes = text.as_bytes();
    let (mut items, mut depth, mut pos) = (Items::new(), 0_usize, at);
    let mut plain: Option<Range<usize>> = None;
    let flush = |plain: &mut Option<Range<usize>>, items: &mut Items| {
        if let Some(range) = plain.take() {
            items.push((range.start, vec![Piece::Copy(range)]));
        }
    };
    while pos < end {
        let byte = *bytes.get(pos)?;
        match byte {
            b'[' | b'{' => {
                depth += 1;
                plain = None;
                pos += 1;
            }
            b']' | b'}' => {
                flush(&mut plain, &mut items);
                depth -= 1;
                if depth == 0 {
                    return Some((items, pos));
                }
                pos += 1;
            }
            b'"' | b'\'' if plain.is_none() => {
                let (pieces, close) = quoted(text, pos, end)?;
                if depth == 1 {
                    items.push((pos, pieces));
                }
                pos = close + 1;
            }
            b',' => {
                flush(&mut plain, &mut items);
                pos += 1;
            }
            b'#' if bytes.get(pos - 1).is_some_and(u8::is_ascii_whitespace) => {
                flush(&mut plain, &mut items);
                pos += text.get(pos..end)?.find('\n').unwrap_or(end - pos);
            }
            byte if byte.is_ascii_whitespace() => pos += 1,
            _ => {
                if depth == 1 {
                    let range = plain.get_or_insert(pos..pos);
                    range.end = pos + 1;
                }
                pos += 1;
            }
        }
    }
    None
}
