//! Reads a file into a document. Never fails: what is odd becomes a problem or an opaque block.

use crate::document::document::Document;
use crate::markdown::settings::ReadSettings;
use crate::text::lang::Lang;
use crate::text::source::Source;

/// Reads Markdown or MDX.
pub fn read(source: &Source, lang: &Lang, settings: &ReadSettings) -> Document {
    let _ = settings;
    let mut document = Document::empty(source.name(), lang.clone());
    document.source = source.clone();
    document
}
