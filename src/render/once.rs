//! What needs to be read once only: text that is the same on both sides, code, pictures.

use crate::document::block::BlockId;
use crate::document::block::BlockKind;
use crate::document::inline::CodeKind;
use crate::document::unit::UnitKind;
use crate::draft::outline::Outline;
use crate::lint::code_lines;
use crate::render::balance;
use crate::render::edition::Edition;
use crate::render::edition::bare_text;

/// Tells whether one side of a passage is enough.
pub(crate) fn is_once(edition: &Edition<'_>, source: &[BlockId], target: &[BlockId]) -> bool {
    let (&[one], &[other]) = (source, target) else {
        return false;
    };
    let (source, target) = (&edition.source, &edition.target);
    let (kind, other_kind) = (source.kind(one), target.kind(other));
    if std::mem::discriminant(kind) != std::mem::discriminant(other_kind) {
        return false;
    }
    // Notes are referred to from both sides, each by its own label.
    if *kind == BlockKind::Footnote {
        return false;
    }
    bare_text(source, one) == bare_text(target, other)
        || match kind {
            BlockKind::FrontMatter | BlockKind::Break => true,
            BlockKind::Code => code_lines::is_same(&code(source, one), &code(target, other)),
            BlockKind::Html => {
                let open = |outline: &Outline<'_>, block| {
                    balance::open_elements([outline.document.source.slice(outline.span(block))])
                };
                is_markup(source, one)
                    && is_markup(target, other)
                    && open(source, one) == open(target, other)
            }
            BlockKind::Paragraph => {
                pictures(source, one).is_some_and(|files| Some(files) == pictures(target, other))
            }
            _ => false,
        }
}

/// The text of a block's units.
fn code(outline: &Outline<'_>, block: BlockId) -> String {
    let units = outline.units(block).into_iter();
    let texts: Vec<&str> = units.map(|unit| outline.document.text(unit)).collect();
    texts.join("\n")
}

/// Tells whether a block is markup that nobody reads.
fn is_markup(outline: &Outline<'_>, block: BlockId) -> bool {
    let units = outline.units(block).into_iter();
    let mut kinds = units.map(|unit| outline.document.unit(unit).kind);
    kinds.all(|kind| kind == UnitKind::Html)
}

/// The names of the files that a paragraph of nothing but pictures shows: where they lie may differ from language to language.
fn pictures<'a>(outline: &Outline<'a>, block: BlockId) -> Option<Vec<&'a str>> {
    let units = outline.units(block);
    let document = outline.document;
    let is_meant = |kind| kind == UnitKind::ImageAlt;
    if units.is_empty() || !units.iter().all(|unit| is_meant(document.unit(*unit).kind)) {
        return None;
    }
    let codes = units.iter().flat_map(|unit| document.codes(*unit));
    let images = codes.filter(|code| code.kind == CodeKind::Image);
    let names = images.map(|code| code.content.rsplit('/').next().unwrap_or_default());
    Some(names.collect())
}
