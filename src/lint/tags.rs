//! HTML and JSX tags of a side: what opens, what closes.

use crate::document::inline::CodeKind;
use crate::lint::context::Side;
use crate::lint::finding::Location;
use crate::markdown::tag::VOID;
use std::collections::BTreeMap;

/// What a side holds of one element.
#[derive(Clone, Debug)]
pub struct TagCount {
    /// Opening tags.
    pub n_open: usize,
    /// Closing tags.
    pub n_close: usize,
    /// Elements that hold nothing (`<Icon />`).
    pub n_alone: usize,
    /// The first tag.
    pub at: Location,
}

impl TagCount {
    /// Returns how many more tags open than close.
    pub fn balance(&self) -> isize {
        let narrow = |n: usize| isize::try_from(n).unwrap_or(isize::MAX);
        narrow(self.n_open) - narrow(self.n_close)
    }

    /// Returns the number of elements, whole or not.
    pub fn n_elements(&self) -> usize {
        self.n_open.max(self.n_close) + self.n_alone
    }
}

/// Elements that set type or break lines: languages differ in where they need them, so that their number says nothing.
const LOOKS: &[&str] = &[
    "br",
    "wbr",
    "b",
    "strong",
    "i",
    "em",
    "u",
    "span",
    "font",
    "small",
    "big",
    "center",
    "nobr",
    "mark",
    "p",
    "div",
    "ruby",
    "rt",
    "rp",
    "hr",
    "blockquote",
    "section",
];

/// Tells whether an element only sets type, so that a translation may do without it.
pub fn is_looks(name: &str) -> bool {
    LOOKS.contains(&name)
}

/// Counts the tags of a side by the element's name.
pub fn count(side: Side<'_>) -> BTreeMap<String, TagCount> {
    let mut counts: BTreeMap<String, TagCount> = BTreeMap::new();
    for (unit, code) in side.codes().filter(|(_, code)| code.kind == CodeKind::Html) {
        let text = side.document.text(unit);
        let written = text.get(code.span.range()).unwrap_or_default();
        let Some((name, kind)) = read(written) else {
            continue;
        };
        let count = counts.entry(name).or_insert_with(|| TagCount {
            n_open: 0,
            n_close: 0,
            n_alone: 0,
            at: side.at(unit, code.span),
        });
        match kind {
            Kind::Open => count.n_open += 1,
            Kind::Close => count.n_close += 1,
            Kind::Alone => count.n_alone += 1,
        }
    }
    counts
}

#[derive(Clone, Copy)]
enum Kind {
    Open,
    Close,
    Alone,
}

fn read(tag: &str) -> Option<(String, Kind)> {
    let inner = tag.strip_prefix('<')?.strip_suffix('>')?;
    let (inner, is_closing) = match inner.strip_prefix('/') {
        Some(inner) => (inner, true),
        None => (inner, false),
    };
    let is_name = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | ':' | '-' | '_');
    let name: String = inner.chars().take_while(is_name).collect();
    if name.is_empty() {
        return None;
    }
    // Components are told apart by their case, elements are not.
    let is_component = name.contains('.') || name.chars().any(|c| c.is_ascii_lowercase());
    let name = match name.starts_with(|c: char| c.is_ascii_uppercase()) && is_component {
        true => name,
        false => name.to_ascii_lowercase(),
    };
    let is_alone = inner.trim_end().ends_with('/') || VOID.contains(&name.as_str());
    let kind = match (is_closing, is_alone) {
        (true, _) => Kind::Close,
        (false, true) => Kind::Alone,
        (false, false) => Kind::Open,
    };
    Some((name, kind))
}
