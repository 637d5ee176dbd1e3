//! Walks the lines of a TOML block and finds the strings under listed keys, with their bytes.

use crate::document::unit::{Notation, UnitKind};
use crate::markdown::draft::{Draft, Piece, UnitDraft};
use crate::markdown::front_matter::is_listed;
use crate::markdown::lines::Line;
use crate::markdown::scalar;
use crate::markdown::settings::ReadSettings;

/// Adds the units of a TOML block.
pub(crate) fn read(draft: &mut Draft<'_>, lines: &[Line], settings: &ReadSettings, block: usize) {
    let text = draft.text;
    let end = lines.last().map_or(0, |line| line.end);
    let mut table = String::new();
    let mut line_idx = 0;
    while let Some(line) = lines.get(line_idx) {
        line_idx += 1;
        let bare = line.text(text).trim();
        if let Some(name) = bare.strip_prefix('[') {
            table = name.trim_matches(['[', ']']).trim().to_owned();
            continue;
        }
        let Some((key, _)) = bare.split_once('=').filter(|_| !bare.starts_with('#')) else {
            continue;
        };
        let key = key.trim().trim_matches(['"', '\'']);
        let path = if table.is_empty() {
            key.to_owned()
        } else {
            format!("{table}.{key}")
        };
        let after = line
            .text(text)
            .find('=')
            .map_or(line.end, |at| line.start + at + 1);
        let value = text.get(after..end).unwrap_or_default();
        let at = after + value.len() - value.trim_start_matches([' ', '\t']).len();
        let (items, close) = strings(text, at, end);
        line_idx = line_idx.max(lines.partition_point(|line| line.start <= close));
        if !is_listed(settings, &path) {
            continue;
        }
        for (start, pieces) in items {
            let notation = match text.as_bytes().get(start) {
                Some(b'"') => Notation::DoubleQuoted,
                Some(b'\'') => Notation::TomlLiteral,
                _ => continue,
            };
            let has_words = |piece: &Piece| {
                text.get(piece.range())
                    .is_some_and(|piece| piece.chars().any(char::is_alphabetic))
            };
            if !pieces.iter().any(has_words) {
                continue;
            }
            draft.units.push(UnitDraft {
                kind: UnitKind::FrontMatter,
                block,
                notation,
                key: Some(path.clone()),
                prefix: String::new(),
                pieces,
                codes: Vec::new(),
            });
        }
    }
}

/// Returns the strings of the value at `at`, and where it ends.
fn strings(text: &str, at: usize, end: usize) -> (scalar::Items, usize) {
    let rest = text.get(at..end).unwrap_or_default();
    for fence in ["\"\"\"", "'''"] {
        if let Some(body) = rest.strip_prefix(fence) {
            let close = body.find(fence).map_or(rest.len(), |len| len + 6);
            return (Vec::new(), at + close.saturating_sub(1));
        }
    }
    match rest.as_bytes().first() {
        Some(b'"') => scalar::quoted(text, at, end).map_or((Vec::new(), at), |(pieces, close)| {
            (vec![(at, pieces)], close)
        }),
        Some(b'\'') => {
            let line = rest.lines().next().unwrap_or_default();
            match line.get(1..).and_then(|line| line.find('\'')) {
                Some(len) => (
                    vec![(at, vec![Piece::Copy(at + 1..at + 1 + len)])],
                    at + 1 + len,
                ),
                None => (Vec::new(), at),
            }
        }
        Some(b'[') => scalar::flow(text, at, end).unwrap_or((Vec::new(), at)),
        _ => (Vec::new(), at),
    }
}
