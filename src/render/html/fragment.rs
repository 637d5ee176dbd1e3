//! A block of HTML in a text, written anew so that it is well formed: tables, lists, quotes and details stay, layout goes, and whatever
//! runs or loads something is shown as text.

use crate::document::block::BlockId;
use crate::document::unit::UnitId;
use crate::document::unit::UnitKind;
use crate::markdown::tag;
use crate::markdown::tag::Tag;
use crate::render::edition::Side;
use crate::render::html::inline;
use crate::render::html::markup;
use crate::render::html::reading;
use crate::render::html::sheet::Sheet;
use crate::render::html::tag as tags;
use std::ops::Range;

/// Elements of blocks that are kept.
const KEPT: &[&str] = &[
    "blockquote",
    "caption",
    "dd",
    "details",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "li",
    "ol",
    "p",
    "pre",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Elements whose content is text to the last letter.
const RAW: &[&str] = &[
    "script", "style", "textarea", "template", "iframe", "svg", "math", "object", "video", "audio",
    "canvas", "select", "noscript", "title",
];

/// Writes a block of HTML.
pub(crate) fn block(sheet: &Sheet<'_, '_>, side: Side, block: BlockId, out: &mut String) {
    let outline = sheet.edition.outline(side);
    let document = outline.document;
    if sheet.passes_html() {
        out.push_str(&crate::render::edition::bare_text(outline, block));
        return;
    }
    let mut pieces = Fragment {
        sheet,
        side,
        open: Vec::new(),
        out,
    };
    let units = outline.own_units(block);
    if let [unit] = units
        && document.unit(*unit).kind == UnitKind::Html
    {
        pieces.gap(document.text(*unit), 0..document.text(*unit).len(), &[]);
    } else {
        let text = document.source.text();
        let span = outline.span(block).range();
        let mut at = span.start;
        let is_text = |unit: &&UnitId| document.unit(**unit).kind != UnitKind::Attribute;
        let attributes: Vec<UnitId> = units
            .iter()
            .filter(|unit| !is_text(unit))
            .copied()
            .collect();
        for unit in units.iter().filter(is_text) {
            let inner = document.unit(*unit).span.range();
            pieces.gap(text, at..inner.start.max(at), &attributes);
            pieces.flow();
            inline::unit(sheet, side, *unit, pieces.out);
            at = inner.end;
        }
        pieces.gap(text, at..span.end.max(at), &attributes);
    }
    pieces.close_to(0);
}

struct Fragment<'f, 'b, 'a> {
    sheet: &'f Sheet<'b, 'a>,
    side: Side,
    open: Vec<&'static str>,
    out: &'f mut String,
}

impl Fragment<'_, '_, '_> {
    /// Writes what stands between the texts of a block.
    fn gap(&mut self, text: &str, range: Range<usize>, attributes: &[UnitId]) {
        let mut at = range.start;
        while at < range.end {
            let rest = text.get(at..range.end).unwrap_or_default();
            if rest.starts_with("<!--") {
                at = rest.find("-->").map_or(range.end, |close| at + close + 3);
                continue;
            }
            let found = match rest.starts_with('<') {
                true => tag::read(text, at).filter(|tag| tag.span.end <= range.end),
                false => None,
            };
            let Some(found) = found else {
                let skipped = usize::from(rest.starts_with('<'));
                let next = rest.get(skipped..).and_then(|rest| rest.find('<'));
                let len = next.map_or(rest.len(), |next| next + skipped).max(1);
                self.text(rest.get(..len).unwrap_or_default());
                at += len;
                continue;
            };
            at = found.span.end;
            let name = tags::name(text, &found);
            if !found.is_closing && !found.is_void && RAW.contains(&name.as_str()) {
                let close = format!("</{name}");
                let rest = text.get(at..range.end).unwrap_or_default();
                let end = rest.find(&close).map_or(rest.len(), |end| {
                    let tail = rest.get(end..).unwrap_or_default();
                    end + tail.find('>').map_or(tail.len(), |len| len + 1)
                });
                let whole = text.get(found.span.start..at + end).unwrap_or_default();
                self.raw(whole);
                at += end;
                continue;
            }
            self.tag(
                text,
                &found,
                &name,
                text.get(at..range.end).unwrap_or_default(),
            );
            self.attributes(&found, attributes);
        }
    }

    /// Writes the words that a tag carries and that no picture shows.
    fn attributes(&mut self, tag: &Tag, attributes: &[UnitId]) {
        let document = self.sheet.document(self.side);
        for unit in attributes {
            let span = document.unit(*unit).span.range();
            let is_inside = tag.span.start <= span.start && span.end <= tag.span.end;
            let name = document.source.text().get(tag.name.clone());
            if is_inside && name.is_some_and(|name| !name.eq_ignore_ascii_case("img")) {
                self.flow();
                self.out.push_str("<strong class=\"label\">");
                inline::unit(self.sheet, self.side, *unit, self.out);
                self.out.push_str("</strong> ");
            }
        }
    }

    fn tag(&mut self, text: &str, tag: &Tag, name: &str, rest: &str) {
        let kept = KEPT.iter().find(|kept| **kept == name).copied();
        match (kept, name) {
            (Some(kept), _) if tag.is_closing => self.close(kept),
            (Some("details"), _) if !is_whole(rest) => {}
            (Some("summary"), _) if self.open.last() != Some(&"details") => self.open("p"),
            (Some(kept), _) if !tag.is_void => self.open(kept),
            (None, "br") => {
                self.flow();
                self.void("br");
            }
            (None, "hr") => {
                self.outside_paragraphs();
                self.flow();
                self.void("hr");
            }
            (None, "img") => {
                self.flow();
                tags::image(self.sheet, self.side, text, tag, self.out);
            }
            (None, _) if tags::is_shown(name) => {
                let raw = text.get(tag.span.clone()).unwrap_or_default();
                self.raw(raw);
            }
            _ => {}
        }
    }

    fn void(&mut self, name: &str) {
        self.out.push('<');
        self.out.push_str(name);
        self.out.push_str(self.sheet.syntax.void_end());
    }

    fn text(&mut self, text: &str) {
        if text.trim().is_empty() {
            self.out
                .push_str(if text.contains('\n') { "\n" } else { " " });
            return;
        }
        self.flow();
        markup::push_text(self.out, &reading::decoded(text));
    }

    fn raw(&mut self, text: &str) {
        self.outside_paragraphs();
        self.flow();
        self.out.push_str("<pre class=\"raw\"><code>");
        markup::push_text(self.out, text);
        self.out.push_str("</code></pre>");
    }

    /// Opens what text needs to stand in: a cell in a table, an item in a list.
    fn flow(&mut self) {
        while let Some(inner) = self.open.last().and_then(|last| needed(last)) {
            self.push(inner);
        }
    }

    fn outside_paragraphs(&mut self) {
        let is_text = |name: &&str| matches!(*name, "p" | "summary" | "pre" | "caption");
        while self.open.last().is_some_and(is_text) {
            self.pop();
        }
    }

    fn open(&mut self, name: &'static str) {
        self.outside_paragraphs();
        let parents = parents(name);
        if parents.is_empty() {
            self.flow();
        } else {
            // What the element cannot stand in closes; where nothing can hold it, it is left out.
            let Some(depth) = self.open.iter().rposition(|open| parents.contains(open)) else {
                return;
            };
            let mut inner = self.open.iter().skip(depth + 1);
            if inner.any(|open| matches!(*open, "table" | "ul" | "ol" | "dl" | "details")) {
                return;
            }
            self.close_to(depth + 1);
            if matches!(name, "tr" | "td" | "th") && self.open.last() == Some(&"table") {
                self.push("tbody");
            }
            if matches!(name, "td" | "th") && self.open.last() != Some(&"tr") {
                self.push("tr");
            }
        }
        self.push(name);
    }

    fn push(&mut self, name: &'static str) {
        self.out.push_str(&format!("<{name}>"));
        self.open.push(name);
    }

    fn pop(&mut self) {
        if let Some(name) = self.open.pop() {
            self.out.push_str(&format!("</{name}>"));
        }
    }

    fn close(&mut self, name: &str) {
        if let Some(depth) = self.open.iter().rposition(|open| *open == name) {
            self.close_to(depth);
        }
    }

    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            self.pop();
        }
    }
}

/// What an element needs to hold before text can stand in it.
fn needed(name: &str) -> Option<&'static str> {
    match name {
        "table" => Some("tbody"),
        "thead" | "tbody" | "tfoot" => Some("tr"),
        "tr" => Some("td"),
        "ul" | "ol" => Some("li"),
        "dl" => Some("dd"),
        _ => None,
    }
}

/// What an element can stand in; nothing where anything will do.
fn parents(name: &str) -> &'static [&'static str] {
    match name {
        "tr" => &["table", "thead", "tbody", "tfoot"],
        "td" | "th" => &["tr", "table", "thead", "tbody", "tfoot"],
        "thead" | "tbody" | "tfoot" | "caption" => &["table"],
        "li" => &["ul", "ol"],
        "dt" | "dd" => &["dl"],
        "summary" => &["details"],
        "figcaption" => &["figure"],
        _ => &[],
    }
}

/// Tells whether details that open here say what they are, and close.
fn is_whole(rest: &str) -> bool {
    rest.trim_start().starts_with("<summary") && rest.contains("</details")
}
