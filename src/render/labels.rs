//! Keeps labels of notes and links apart where both sides stand in one file: the source's are written with its language before them where the
//! draft uses the same one for something else.

use crate::document::block::BlockId;
use crate::document::block::BlockKind;
use crate::document::document::Definition;
use crate::document::document::Document;
use crate::document::inline::CodeKind;
use crate::document::inline::InlineCode;
use crate::document::unit::UnitSpan;
use crate::render::edition::Edition;
use crate::text::edit::Edit;
use crate::text::span::Span;
use std::collections::HashMap;
use std::collections::HashSet;

/// What becomes of the labels of the source.
#[derive(Clone, Debug, Default)]
pub(crate) struct Labels {
    /// What is written in the source's text instead.
    pub(crate) edits: Vec<Edit>,
    /// The source's definitions that the draft has too, word for word: one of them is enough.
    pub(crate) shared: Vec<Span>,
}

/// Decides it.
pub(crate) fn plan(edition: &Edition<'_>) -> Labels {
    let (source, target) = (edition.source.document, edition.target.document);
    let mark = source.lang.primary().to_owned();
    let mut labels = Labels::default();
    let defined: HashMap<String, &str> = target
        .definitions
        .iter()
        .map(|definition| (folded(&definition.label), destination(target, definition)))
        .collect();
    let mut renamed = HashSet::new();
    for definition in &source.definitions {
        match defined.get(&folded(&definition.label)) {
            Some(other) if *other == destination(source, definition) => {
                labels.shared.push(definition.span)
            }
            Some(_) => {
                renamed.insert(folded(&definition.label));
                labels
                    .edits
                    .push(insertion(definition.span.start + 1, &mark));
            }
            None => {}
        }
    }
    let notes = notes(target);
    for (block, label) in notes_of(source) {
        if notes.contains(&folded(&label)) {
            let start = source.block(block).span.start;
            labels.edits.push(insertion(start + 2, &mark));
        }
    }
    for unit in source.unit_ids() {
        let text = source.text(unit);
        for code in source.codes(unit) {
            let raw = text.get(code.span.range()).unwrap_or_default();
            let edit = match code.kind {
                CodeKind::Footnote if notes.contains(&folded(&code.content)) => Some((
                    UnitSpan::of(place(code, 2)..place(code, 2)),
                    format!("{mark}-"),
                )),
                CodeKind::Link | CodeKind::Image => reference(code, raw)
                    .filter(|(label, _)| renamed.contains(&folded(label)))
                    .map(|(label, tail)| (tail, format!("][{mark}-{label}]"))),
                _ => None,
            };
            labels.edits.extend(edit.map(|(span, text)| Edit {
                span: source.to_source(unit, span),
                text,
            }));
        }
    }
    labels
}

fn place(code: &InlineCode, behind: usize) -> usize {
    code.span.range().start + behind
}

fn insertion(at: u32, mark: &str) -> Edit {
    Edit {
        span: Span::new(at, at),
        text: format!("{mark}-"),
    }
}

/// Takes a link or an image that refers to a definition apart: its label, and where that stands, the bracket behind the text included.
pub(crate) fn reference<'a>(code: &InlineCode, raw: &'a str) -> Option<(&'a str, UnitSpan)> {
    let inner = raw.strip_suffix(']')?;
    let open = match raw.starts_with('!') {
        true => 2,
        false => 1,
    };
    let (at, label) = match inner.rfind("][") {
        Some(at) => (at, inner.get(at + 2..)?),
        None => (inner.len(), inner.get(open..)?),
    };
    let label = match label.is_empty() {
        true => inner.get(open..at)?,
        false => label,
    };
    Some((label, UnitSpan::of(place(code, at)..code.span.range().end)))
}

/// Labels match whatever their case and their white space.
pub(crate) fn folded(label: &str) -> String {
    let words: Vec<String> = label.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

/// What a definition says behind its label.
pub(crate) fn destination<'a>(document: &'a Document, definition: &Definition) -> &'a str {
    let whole = document.source.slice(definition.span);
    let behind = whole.get(definition.label.len() + 3..);
    behind.unwrap_or_default().trim()
}

fn notes(document: &Document) -> HashSet<String> {
    notes_of(document)
        .map(|(_, label)| folded(&label))
        .collect()
}

pub(crate) fn notes_of(document: &Document) -> impl Iterator<Item = (BlockId, String)> {
    let blocks = (0..).map(BlockId).zip(&document.blocks);
    let notes = blocks.filter(|(_, block)| block.kind == BlockKind::Footnote);
    notes.filter_map(|(id, block)| {
        let whole = document.source.slice(block.span).strip_prefix("[^")?;
        Some((id, whole.split("]:").next()?.to_owned()))
    })
}
