//! The lines of a file that hold no unit and still say how it is laid out: fences of directives, tags, imports, thematic breaks.

use crate::document::block::Block;
use crate::document::block::BlockKind;
use crate::document::document::Document;
use crate::text::span::Span;
use std::collections::HashSet;

/// One line of markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkupLine {
    /// The line without what the containers put before it; `…` stands for a unit in it.
    pub text: String,
    /// Its bytes.
    pub span: Span,
    /// How many units start before it.
    pub n_before: usize,
    /// Whether it opens a code block, a unit that tells itself when it is new or gone.
    pub is_fence: bool,
}

/// Lists the lines of markup in reading order.
pub fn lines(document: &Document) -> Vec<MarkupLine> {
    let directives = document
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Directive);
    let ends: HashSet<u32> = directives
        .map(|block| Span::of(block.span.range().start..trimmed_end(document, block.span)).end)
        .collect();
    let mut found = Vec::new();
    let mut start = 0;
    for line in document.source.text().split_inclusive('\n') {
        let bare = line.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
        let first = start + line.len() - bare.len();
        let span = Span::of(first..first + bare.trim_end().len());
        start += line.len();
        if span.is_empty() {
            continue;
        }
        let Some(block) = innermost(document, span.start) else {
            continue;
        };
        let is_fence = block.kind == BlockKind::Code;
        let may_close = ends.contains(&span.end);
        // Most lines are text: nothing is made of them.
        if !may_close && !is_markup(&block.kind) {
            continue;
        }
        let text = without_units(document, span);
        let is_opening = span.contains(Span::new(block.span.start, block.span.start));
        // What a container holds may seem to reach as far as the fence that closes it.
        let is_closing = may_close && !text.contains('…');
        if !(is_closing || is_markup(&block.kind)) || (is_fence && !is_opening) {
            continue;
        }
        let is_telling = if is_fence {
            has_settings(&text)
        } else {
            !is_plain_table(&text) && text.chars().any(|c| !c.is_whitespace() && c != '…')
        };
        if is_telling {
            let n_before = document
                .units
                .partition_point(|unit| unit.span.start < span.start);
            found.push(MarkupLine {
                text,
                span,
                n_before,
                is_fence,
            });
        }
    }
    found
}

fn trimmed_end(document: &Document, span: Span) -> usize {
    span.range().start + document.source.text()[span.range()].trim_end().len()
}

/// The smallest block about a place: blocks stand in reading order, a container before what it holds.
fn innermost(document: &Document, at: u32) -> Option<&Block> {
    let next = document
        .blocks
        .partition_point(|block| block.span.start <= at);
    let mut block = document.blocks.get(next.checked_sub(1)?)?;
    while at >= block.span.end {
        block = document.block(block.parent?);
    }
    Some(block)
}

/// Tags of an HTML table or list, and nothing else: their rows and items tell what is new.
fn is_plain_table(line: &str) -> bool {
    let mut rest = line.trim();
    while let Some(tag) = rest.strip_prefix('<') {
        let Some((tag, after)) = tag.split_once('>') else {
            return false;
        };
        let name = tag.trim_start_matches('/');
        let name = name.split_whitespace().next().unwrap_or_default();
        if !PLAIN.contains(&name.to_ascii_lowercase().as_str()) {
            return false;
        }
        rest = after.trim_start_matches(|c: char| c.is_whitespace() || c == '…');
    }
    rest.is_empty() && line.starts_with('<')
}

const PLAIN: &[&str] = &[
    "table", "thead", "tbody", "tfoot", "tr", "td", "th", "colgroup", "col", "ul", "ol", "li", "p",
    "br",
];

const fn is_markup(kind: &BlockKind) -> bool {
    matches!(
        kind,
        BlockKind::Directive
            | BlockKind::Html
            | BlockKind::Esm
            | BlockKind::Shortcode
            | BlockKind::Break
            | BlockKind::Code
    )
}

/// A fence that says more than a language: lines to mark, a title.
fn has_settings(line: &str) -> bool {
    let info = line.trim_start_matches(['`', '~']);
    info.len() < line.len() && (info.contains('{') || info.trim().contains(char::is_whitespace))
}

fn without_units(document: &Document, span: Span) -> String {
    let text = document.source.text();
    let from = document
        .units
        .partition_point(|unit| unit.span.end <= span.start);
    let units = document.units.get(from..).unwrap_or_default().iter();
    let (mut out, mut at) = (String::new(), span.start);
    for unit in units.take_while(|unit| unit.span.start < span.end) {
        out.push_str(&text[Span::new(at, unit.span.start.max(at)).range()]);
        out.push('…');
        at = unit.span.end.clamp(at, span.end);
    }
    out.push_str(&text[Span::new(at, span.end).range()]);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}
