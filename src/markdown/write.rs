//! Writes a document with some units' texts replaced; every other byte stays.

use crate::document::document::Document;
use crate::document::unit::{UnitId, UnitSpan};
use crate::markdown::notation::{self, Shape};
use crate::text::edit::{self, Edit};

/// Returns the file with the given units' texts replaced. With no texts it is the file as it was, byte for byte.
pub fn write(document: &Document, texts: &[(UnitId, &str)]) -> String {
    edit::apply(document.source.text(), &edits(document, texts)).0
}

/// Returns the edits that [`write()`] applies: notation, container prefixes and the file's own line breaks taken care of.
pub fn edits(document: &Document, texts: &[(UnitId, &str)]) -> Vec<Edit> {
    let changed = texts
        .iter()
        .filter(|(unit, text)| unit.idx() < document.units.len() && document.text(*unit) != *text);
    changed
        .map(|(unit, text)| Edit {
            span: document.unit(*unit).span,
            text: notation::render(&shape(document, *unit), text),
        })
        .collect()
}

/// Writes a text as it stands between the quotes of a JSON string.
pub fn json(text: &str) -> String {
    notation::json(text)
}

/// How the unit is written now.
fn shape(document: &Document, unit_id: UnitId) -> Shape<'_> {
    let (unit, text) = (document.unit(unit_id), document.text(unit_id));
    let file = document.source.text();
    let mut prefixes = Vec::new();
    let breaks = text.match_indices('\n').map(|(at, _)| at);
    for at in breaks.take_while(|at| *at + 1 < text.len()) {
        let end = |offset: usize| UnitSpan::of(offset..offset);
        let from = document.to_source(unit_id, UnitSpan::of(at..at + 1)).end as usize;
        let to = document.to_source(unit_id, end(at + 1)).start as usize;
        let prefix = file.get(from..to).unwrap_or_default();
        let starts_line = file.as_bytes().get(from.wrapping_sub(1)) == Some(&b'\n');
        if starts_line && !prefix.contains('\n') {
            prefixes.push(prefix);
        }
    }
    let start = unit.span.start as usize;
    let rest = file.as_bytes().get(start..).unwrap_or_default();
    let line_break = rest
        .iter()
        .position(|byte| *byte == b'\n')
        .map(|at| start + at);
    let line_break = line_break.or_else(|| {
        file.as_bytes()
            .get(..start)
            .and_then(|head| head.iter().rposition(|byte| *byte == b'\n'))
    });
    let is_crlf = line_break
        .and_then(|at| at.checked_sub(1))
        .is_some_and(|at| file.as_bytes().get(at) == Some(&b'\r'));
    Shape {
        kind: unit.kind,
        notation: unit.notation,
        old: text,
        prefixes,
        prefix: &unit.prefix,
        line_break: if is_crlf { "\r\n" } else { "\n" },
        before: file
            .get(..start)
            .and_then(|head| head.trim_end().bytes().next_back())
            .unwrap_or_default(),
    }
}
