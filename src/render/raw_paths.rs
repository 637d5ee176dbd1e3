//! Paths that stand in raw markup: the `src` of pictures and other media, and what MDX imports or requires.

use crate::document::block::BlockKind;
use crate::document::document::Document;
use crate::document::inline::CodeKind;
use crate::markdown::tag;
use crate::render::html::reading;
use crate::text::span::Span;
use std::collections::BTreeMap;

/// Elements whose `src` is a file.
const MEDIA: &[&str] = &["img", "source", "video", "audio"];

/// What a path of a module may lack.
const MODULE_ENDS: &[&str] = &[
    "",
    ".js",
    ".jsx",
    ".ts",
    ".tsx",
    ".mdx",
    ".md",
    "/index.js",
    "/index.jsx",
    "/index.ts",
    "/index.tsx",
];

/// What a path is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RawKind {
    /// Something that a page shows.
    Media,
    /// A module, whose name may lack its ending.
    Module,
}

/// A path in raw markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawPath {
    /// Its bytes.
    pub span: Span,
    /// The path, character references read.
    pub url: String,
    /// What it is for.
    pub kind: RawKind,
}

/// Finds the paths of a document, in its order.
pub fn of(document: &Document) -> Vec<RawPath> {
    let text = document.source.text();
    let mut found = BTreeMap::new();
    for block in &document.blocks {
        match block.kind {
            BlockKind::Html => media(text, block.span, &mut found),
            BlockKind::Esm => modules(text, block.span, &mut found),
            _ => {}
        }
    }
    for unit in document.unit_ids() {
        let codes = document.codes(unit).iter();
        for code in codes.filter(|code| matches!(code.kind, CodeKind::Html)) {
            media(text, document.to_source(unit, code.span), &mut found);
        }
    }
    found.into_values().collect()
}

/// Returns the paths that a path may mean, each with what is to be left out of it again.
pub(crate) fn meant(path: &RawPath) -> impl Iterator<Item = (String, &'static str)> {
    let ends = match path.kind {
        RawKind::Media => &MODULE_ENDS[..1],
        RawKind::Module => MODULE_ENDS,
    };
    ends.iter().map(|end| (format!("{}{end}", path.url), *end))
}

fn add(text: &str, start: usize, end: usize, kind: RawKind, found: &mut BTreeMap<Span, RawPath>) {
    let span = Span::of(start..end);
    let url = reading::decoded(text.get(start..end).unwrap_or_default());
    if !url.trim().is_empty() {
        found.insert(span, RawPath { span, url, kind });
    }
}

fn media(text: &str, within: Span, found: &mut BTreeMap<Span, RawPath>) {
    let range = within.range();
    let mut at = range.start;
    while let Some(open) = text.get(at..range.end).and_then(|rest| rest.find('<')) {
        let start = at + open;
        let rest = text.get(start..range.end).unwrap_or_default();
        if rest.starts_with("<!--") {
            at = start + rest.find("-->").map_or(rest.len(), |end| end + 3);
            continue;
        }
        at = start + 1;
        let Some(tag) = tag::read(text, start).filter(|tag| tag.span.end <= range.end) else {
            continue;
        };
        at = tag.span.end;
        let name = text.get(tag.name.clone()).unwrap_or_default();
        if tag.is_closing || !MEDIA.iter().any(|media| media.eq_ignore_ascii_case(name)) {
            continue;
        }
        let mut attributes = tag.attributes.iter();
        let src = attributes.find(|(name, _)| text.get(name.clone()) == Some("src"));
        if let Some((_, value)) = src {
            add(text, value.start, value.end, RawKind::Media, found);
        }
        required(text, Span::of(tag.span), found);
    }
}

/// `src={require('./a.png').default}`.
fn required(text: &str, within: Span, found: &mut BTreeMap<Span, RawPath>) {
    let range = within.range();
    let whole = text.get(range.clone()).unwrap_or_default();
    for (at, call) in whole.match_indices("require(") {
        literal(text, range.start + at + call.len(), range.end, found);
    }
}

/// `import Name from './name'`, `import './name'`, `export * from './name'`.
fn modules(text: &str, within: Span, found: &mut BTreeMap<Span, RawPath>) {
    let range = within.range();
    let whole = text.get(range.clone()).unwrap_or_default();
    let mut start = range.start;
    for line in whole.split_inclusive('\n') {
        let code = line.trim_start();
        let indent = line.len() - code.len();
        let bare = code
            .strip_prefix("import")
            .map(str::trim_start)
            .filter(|rest| rest.starts_with(['"', '\'']));
        if bare.is_some() {
            literal(
                text,
                start + indent + "import".len(),
                start + line.len(),
                found,
            );
        } else if let Some(at) = code.rfind(" from ")
            && (code.starts_with("import") || code.starts_with("export") || code.starts_with('}'))
        {
            let from = start + indent + at + " from ".len();
            literal(text, from, start + line.len(), found);
        }
        start += line.len();
    }
    required(text, within, found);
}

/// The path in quotes that stands at a place, if it is one of a file beside.
fn literal(text: &str, from: usize, to: usize, found: &mut BTreeMap<Span, RawPath>) {
    let rest = text.get(from..to).unwrap_or_default();
    let quoted = rest.trim_start();
    let start = from + rest.len() - quoted.len() + 1;
    let Some(quote) = quoted.chars().next().filter(|c| matches!(c, '"' | '\'')) else {
        return;
    };
    let inner = quoted.get(1..).unwrap_or_default();
    let Some(len) = inner.find(quote) else {
        return;
    };
    if inner.starts_with("./") || inner.starts_with("../") {
        add(text, start, start + len, RawKind::Module, found);
    }
}
