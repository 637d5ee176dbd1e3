//! Writes a document with some units' texts replaced; every other byte stays.

use crate::document::document::Document;
use crate::document::unit::UnitId;
use crate::text::edit::{self, Edit};

/// Returns the file with the given units' texts replaced. With no texts it is the file as it was, byte for byte.
pub fn write(document: &Document, texts: &[(UnitId, &str)]) -> String {
    edit::apply(document.source.text(), &edits(document, texts)).0
}

/// Returns the edits that [`write`] applies: notation, container prefixes and the file's own line breaks taken care of.
pub fn edits(document: &Document, texts: &[(UnitId, &str)]) -> Vec<Edit> {
    let changed = texts
        .iter()
        .filter(|(unit, text)| document.text(*unit) != *text);
    changed
        .map(|(unit, text)| Edit {
            span: document.unit(*unit).span,
            text: (*text).to_owned(),
        })
        .collect()
}
