//! The summary of an mdBook: its chapters, each with the titles of both sides.

use crate::document::inline::CodeKind;
use crate::document::inline::InlineCode;
use crate::render::edition::Edition;
use crate::render::edition::Side;
use crate::render::wording::Redirect;
use crate::render::wording::Wording;
use crate::text::edit::Edit;
use crate::text::span::Span;

/// Tells whether a page is a book's summary.
pub fn is_summary(path: &str) -> bool {
    path.rsplit('/').next() == Some("SUMMARY.md")
}

/// Writes the source's summary, for it names all chapters, with the draft's titles behind or before its own.
pub fn write(
    edition: &Edition<'_>,
    first: Side,
    redirect: &(dyn Fn(Side, &str, bool) -> Option<String> + Sync),
) -> String {
    let redirect: &Redirect<'_> = redirect;
    let words = Wording::new(edition, redirect);
    let (source, target) = (edition.source.document, edition.target.document);
    let mut edits = Vec::new();
    for pair in &edition.bitext.pairs {
        let (&[one], &[other]) = (pair.source.as_slice(), pair.target.as_slice()) else {
            continue;
        };
        let (text, draft) = (source.text(one), target.text(other));
        let title = |codes: &[InlineCode]| {
            let link = codes.iter().find(|code| code.kind == CodeKind::Link)?;
            link.prose
        };
        let (place, own, translated) = match (title(source.codes(one)), title(target.codes(other)))
        {
            (Some(one_title), Some(other_title)) => (
                source.to_source(one, one_title),
                text.get(one_title.range()),
                draft.get(other_title.range()),
            ),
            _ => (source.unit(one).span, Some(text), Some(draft)),
        };
        if let (Some(own), Some(translated)) = (own, translated)
            && own != translated
        {
            let text = match first {
                Side::Source => format!("{own} / {translated}"),
                Side::Target => format!("{translated} / {own}"),
            };
            edits.push(Edit { span: place, text });
        }
    }
    let whole = Span::of(0..source.source.text().len());
    let mut text = words.part(Side::Source, whole, &edits).join("\n");
    text.push('\n');
    text
}
