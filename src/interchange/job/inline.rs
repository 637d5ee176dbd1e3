//! Inline codes as elements of XML: what XLIFF and TMX have in common when they are read, and the names of kinds.

use crate::document::inline::CodeKind;
use crate::interchange::job::returned::ReturnedPiece;
use crate::interchange::job::returned::ReturnedText;
use crate::interchange::job::wording::Role;
use crate::interchange::xml::Child;
use crate::interchange::xml::Element;
use std::collections::HashMap;

/// The original data of a unit, by its name.
pub type OriginalData = HashMap<String, String>;

/// Reads the content of a segment's side. Marks (`mrk`, `hi`, `sub`) are looked through.
pub fn text(element: &Element, data: &OriginalData) -> ReturnedText {
    let mut reading = Reading {
        data,
        pieces: Vec::new(),
        starts: HashMap::new(),
    };
    reading.gather(element);
    let pieces = reading.pieces;
    let is_plain = pieces
        .iter()
        .all(|piece| matches!(piece, ReturnedPiece::Text(_)));
    match is_plain {
        true => ReturnedText::Markdown(plain(&pieces).unwrap_or_default()),
        false => ReturnedText::Pieces(pieces),
    }
}

/// Writes pieces in Markdown where every code says how it is written.
pub fn plain(pieces: &[ReturnedPiece]) -> Option<String> {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            ReturnedPiece::Text(text) => out.push_str(text),
            ReturnedPiece::Code(_, _, data) => out.push_str(data.as_ref()?),
        }
    }
    Some(out)
}

/// Returns the Markdown of a text where every code says how it is written.
pub fn markdown(text: &ReturnedText) -> Option<String> {
    match text {
        ReturnedText::Markdown(text) => Some(text.clone()),
        ReturnedText::Pieces(pieces) => plain(pieces),
    }
}

struct Reading<'a> {
    data: &'a OriginalData,
    pieces: Vec<ReturnedPiece>,
    /// For starts of codes whose ends stand apart, the number that both bear.
    starts: HashMap<String, String>,
}

impl Reading<'_> {
    fn gather(&mut self, element: &Element) {
        for child in &element.children {
            match child {
                Child::Text(text) => self.push_text(text),
                Child::Element(inner) => self.element(inner),
            }
        }
    }

    fn push_text(&mut self, text: &str) {
        match self.pieces.last_mut() {
            Some(ReturnedPiece::Text(before)) => before.push_str(text),
            _ => self.pieces.push(ReturnedPiece::Text(text.to_owned())),
        }
    }

    fn code(&mut self, id: &str, role: Role, data: Option<String>) {
        let piece = ReturnedPiece::Code(id.to_owned(), role, data);
        self.pieces.push(piece);
    }

    fn element(&mut self, element: &Element) {
        let attribute = |name: &str| element.attribute(name);
        let referred = |name: &str| attribute(name).and_then(|id| self.data.get(id)).cloned();
        let inner = || Some(element.exact_text()).filter(|text| !text.is_empty());
        match element.name.as_str() {
            // XLIFF: a code around its text.
            "g" | "pc" => {
                let id = attribute("id").unwrap_or_default();
                let (start, end) = (referred("dataRefStart"), referred("dataRefEnd"));
                self.code(id, Role::Open, start);
                self.gather(element);
                self.code(id, Role::Close, end);
            }
            "x" => {
                let own = attribute("equiv-text").map(str::to_owned);
                self.code(attribute("id").unwrap_or_default(), Role::Alone, own);
            }
            // XLIFF 1.2 and 2, TMX: a code of its own.
            "ph" | "it" => {
                let id = attribute("id").or(attribute("x")).unwrap_or_default();
                let own = referred("dataRef").or_else(inner);
                self.code(id, Role::Alone, own);
            }
            "bpt" | "bx" | "sc" => {
                let own = attribute("id").or(attribute("x")).unwrap_or_default();
                let name = attribute("rid").or(attribute("i")).unwrap_or(own);
                self.starts.insert(name.to_owned(), own.to_owned());
                let data = referred("dataRef").or_else(inner);
                self.code(own, Role::Open, data);
            }
            "ept" | "ex" | "ec" => {
                let name = attribute("rid").or(attribute("i"));
                let name = name.or(attribute("startRef")).or(attribute("id"));
                let name = name.unwrap_or_default();
                let own = self
                    .starts
                    .get(name)
                    .map_or(name, String::as_str)
                    .to_owned();
                let data = referred("dataRef").or_else(inner);
                self.code(&own, Role::Close, data);
            }
            // A character that XML cannot hold.
            "cp" => {
                let hex = attribute("hex").unwrap_or_default();
                let c = u32::from_str_radix(hex, 16).ok().and_then(char::from_u32);
                self.push_text(&c.map(String::from).unwrap_or_default());
            }
            "sm" | "em" => {}
            _ => self.gather(element),
        }
    }
}

/// The kind of a code by the names that XLIFF 1.2 and TMX share. XLIFF knows some around a text and others alone.
pub const fn kind(kind: CodeKind, role: Role) -> &'static str {
    match (kind, role) {
        (CodeKind::Image, Role::Alone) => return "image",
        (CodeKind::HardBreak, Role::Alone) => return "lb",
        (CodeKind::Link | CodeKind::Autolink, Role::Alone) => return "x-link",
        (CodeKind::Strong, Role::Alone) => return "x-bold",
        (CodeKind::Emphasis, Role::Alone) => return "x-italic",
        _ => {}
    }
    match kind {
        CodeKind::Strong => "bold",
        CodeKind::Emphasis => "italic",
        CodeKind::Link | CodeKind::Autolink => "link",
        CodeKind::Image => "x-image",
        CodeKind::HardBreak => "x-lb",
        CodeKind::Code => "x-code",
        CodeKind::Math => "x-math",
        CodeKind::Html => "x-html",
        CodeKind::Comment => "x-comment",
        CodeKind::Footnote => "x-footnote",
        CodeKind::Expression => "x-expression",
        CodeKind::Shortcode => "x-shortcode",
        CodeKind::HeadingId => "x-heading-id",
        CodeKind::TaskMarker => "x-task",
        CodeKind::Strikethrough => "x-strikethrough",
    }
}
