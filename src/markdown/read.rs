//! Reads a file into a document. Never fails: what is odd becomes a problem or an opaque block.

use crate::document::document::Document;
use crate::markdown::draft::Draft;
use crate::markdown::flatten;
use crate::markdown::front_matter;
use crate::markdown::lines;
use crate::markdown::mask::Mask;
use crate::markdown::prepass;
use crate::markdown::settings::ReadSettings;
use crate::text::lang::Lang;
use crate::text::source::Source;

/// Reads Markdown or MDX.
pub fn read(source: &Source, lang: &Lang, settings: &ReadSettings) -> Document {
    let text = source.text();
    let lines = lines::lines(text);
    let mut draft = Draft::new(text);
    let mut mask = Mask::new(text);
    if text.starts_with('\u{feff}') {
        mask.blank(0..'\u{feff}'.len_utf8());
    }
    let n_front = front_matter::read(&mut draft, &lines, settings);
    if let Some(end) = n_front.checked_sub(1).and_then(|last| lines.get(last)) {
        mask.blank(0..end.end);
    }
    let is_mdx = settings.dialect.is_mdx();
    let found = prepass::run(&mut draft, &mut mask, &lines, n_front, is_mdx);
    flatten::flatten(&mut draft, &mask.into_text(), &found);
    let mut document = draft.finish(source, lang);
    document.dialect = settings.dialect;
    document.segmentation = settings.segmentation.clone();
    document
}
