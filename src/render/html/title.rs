//! What a chapter is called, and what its front matter says to readers.

use crate::document::document::Document;
use crate::document::unit::UnitId;
use crate::document::unit::UnitKind;
use crate::render::book::Chapter;
use crate::render::edition::Side;
use crate::render::html::markup;
use crate::render::html::reading;
use crate::render::html::sheet::SIDES;
use crate::render::html::sheet::Sheet;
use crate::render::html::sheet::at;

/// Keys of front matter that readers read besides the title.
const READ: &[&str] = &[
    "subtitle",
    "description",
    "summary",
    "tagline",
    "lead",
    "text",
    "details",
];

/// Returns what a chapter is called in both languages; each stands in for the other.
pub(crate) fn titles(chapter: &Chapter<'_>) -> [String; 2] {
    let [source, target] = SIDES.map(|side| title(chapter.edition.outline(side).document));
    let name = chapter
        .name
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .to_owned();
    let source = source.or_else(|| target.clone()).unwrap_or(name);
    let target = target.unwrap_or_else(|| source.clone());
    [source, target]
}

fn title(document: &Document) -> Option<String> {
    let first = |is_meant: &dyn Fn(UnitId) -> bool| {
        let unit = document.unit_ids().find(|unit| is_meant(*unit))?;
        Some(reading::plain(document, unit)).filter(|title| !title.is_empty())
    };
    first(&|unit| document.unit(unit).kind == UnitKind::Heading(1))
        .or_else(|| first(&|unit| document.unit(unit).key.as_deref() == Some("title")))
        .or_else(|| first(&|unit| matches!(document.unit(unit).kind, UnitKind::Heading(_))))
}

/// Writes what stands above the text of a chapter: its title, where no heading says it, and what its front matter tells readers.
pub(crate) fn head(sheet: &Sheet<'_, '_>, chapter: &Chapter<'_>) -> String {
    let mut out = String::new();
    let is_headed = |side| {
        let document = sheet.document(side);
        let mut units = document.unit_ids();
        units.any(|unit| document.unit(unit).kind == UnitKind::Heading(1))
    };
    if !SIDES.into_iter().any(is_headed) {
        let titles = titles(chapter);
        lines(sheet, "h1", "pair", &titles, &mut out);
    }
    for key in READ {
        let said = SIDES.map(|side| {
            let document = sheet.document(side);
            let is_meant = |unit: &UnitId| {
                let unit = document.unit(*unit);
                unit.kind == UnitKind::FrontMatter && unit.key.as_deref() == Some(*key)
            };
            let unit = document.unit_ids().find(is_meant);
            unit.map_or_else(String::new, |unit| reading::plain(document, unit))
        });
        if said.iter().any(|text| !text.is_empty()) {
            lines(sheet, "p", "pair lead", &said, &mut out);
        }
    }
    out
}

/// Writes an element that says the same in both languages.
pub(crate) fn lines(
    sheet: &Sheet<'_, '_>,
    name: &str,
    class: &str,
    texts: &[String; 2],
    out: &mut String,
) {
    let [source, target] = texts;
    let has_both = !source.is_empty() && !target.is_empty() && source != target;
    let sides = sheet.order().into_iter().filter(|side| match has_both {
        true => true,
        false => (*side == Side::Source) == target.is_empty(),
    });
    out.push_str(&format!("<{name} class=\"{class}\">"));
    for side in sides {
        let class = sheet.class(side, has_both);
        out.push_str(&format!("<span class=\"{class}\"{}>", sheet.run(side)));
        markup::push_text(out, &texts[at(side)]);
        out.push_str("</span> ");
    }
    out.push_str(&format!("</{name}>\n"));
}
