//! A document in the making: blocks and units in any order, put into reading order at the end.

use crate::document::block::{BlockId, BlockKind};
use crate::document::document::{Break, Comment, Definition, Document};
use crate::document::inline::{CodeKind, InlineCode};
use crate::document::placeholder;
use crate::document::problem::{Problem, ProblemKind};
use crate::document::unit::{Notation, Unit, UnitKind, UnitSpan};
use crate::text::lang::Lang;
use crate::text::source::Source;
use crate::text::span::Span;
use std::ops::Range;

/// What the reader has found so far.
pub(crate) struct Draft<'a> {
    pub(crate) text: &'a str,
    pub(crate) blocks: Vec<(BlockKind, Range<usize>)>,
    pub(crate) units: Vec<UnitDraft>,
    pub(crate) comments: Vec<Comment>,
    pub(crate) problems: Vec<Problem>,
    pub(crate) definitions: Vec<Range<usize>>,
}

/// A unit in the making; all offsets are of the file.
pub(crate) struct UnitDraft {
    pub(crate) kind: UnitKind,
    pub(crate) block: usize,
    pub(crate) notation: Notation,
    pub(crate) key: Option<String>,
    pub(crate) prefix: String,
    pub(crate) pieces: Vec<Piece>,
    pub(crate) codes: Vec<CodeDraft>,
}

/// A piece of a unit's text.
#[derive(Clone, Debug)]
pub(crate) enum Piece {
    /// Bytes of the file as they stand.
    Copy(Range<usize>),
    /// One character that the file writes differently (an escape).
    Char(Range<usize>, char),
}

/// An inline code in the making.
#[derive(Clone, Debug)]
pub(crate) struct CodeDraft {
    pub(crate) kind: CodeKind,
    pub(crate) span: Range<usize>,
    pub(crate) prose: Option<Range<usize>>,
    pub(crate) content: Option<String>,
}

impl Piece {
    pub(crate) fn range(&self) -> Range<usize> {
        match self {
            Self::Copy(range) | Self::Char(range, _) => range.clone(),
        }
    }
}

impl UnitDraft {
    /// Makes a unit of one unbroken range.
    pub(crate) fn plain(
        kind: UnitKind,
        block: usize,
        notation: Notation,
        range: Range<usize>,
    ) -> Self {
        Self {
            kind,
            block,
            notation,
            key: None,
            prefix: String::new(),
            pieces: vec![Piece::Copy(range)],
            codes: Vec::new(),
        }
    }

    fn span(&self) -> Range<usize> {
        let start = self.pieces.first().map_or(0, |piece| piece.range().start);
        start..self.pieces.last().map_or(start, |piece| piece.range().end)
    }
}

impl<'a> Draft<'a> {
    /// Starts a document.
    pub(crate) fn new(text: &'a str) -> Self {
        Self {
            text,
            blocks: Vec::new(),
            units: Vec::new(),
            comments: Vec::new(),
            problems: Vec::new(),
            definitions: Vec::new(),
        }
    }

    /// Adds a block and returns its index.
    pub(crate) fn block(&mut self, kind: BlockKind, span: Range<usize>) -> usize {
        self.blocks.push((kind, span));
        self.blocks.len() - 1
    }

    /// Adds a problem.
    pub(crate) fn problem(
        &mut self,
        kind: ProblemKind,
        span: Range<usize>,
        detail: impl Into<String>,
    ) {
        self.problems.push(Problem {
            kind,
            span: Span::of(span),
            detail: detail.into(),
        });
    }

    /// Adds a comment.
    pub(crate) fn comment(&mut self, span: Range<usize>) {
        let whole = self.text.get(span.clone()).unwrap_or_default();
        let inner = whole
            .strip_prefix("<!--")
            .map(|rest| rest.strip_suffix("-->").unwrap_or(rest))
            .or_else(|| {
                whole
                    .strip_prefix('{')?
                    .strip_suffix('}')?
                    .trim()
                    .strip_prefix("/*")?
                    .strip_suffix("*/")
            })
            .unwrap_or(whole);
        self.comments.push(Comment {
            span: Span::of(span),
            text: inner.trim().to_owned(),
        });
    }

    /// Puts everything into reading order.
    pub(crate) fn finish(mut self, source: &Source, lang: &Lang) -> Document {
        let mut document = Document::empty(source.name(), lang.clone());
        document.source = source.clone();
        let new_idx = self.order_blocks(&mut document);
        self.units.sort_by_key(|unit| unit.span().start);
        let mut last_end = 0;
        let has_placeholders = self.text.contains(placeholder::MARK);
        for unit in std::mem::take(&mut self.units) {
            let span = unit.span();
            if span.start < last_end
                || span.is_empty()
                || has_placeholders && is_placeholder(self.text, &unit)
            {
                continue;
            }
            last_end = span.end;
            let block = BlockId(Span::of(0..new_idx.get(unit.block).copied().unwrap_or(0)).end);
            push_unit(&mut document, self.text, unit, block);
        }
        self.comments.sort_by_key(|comment| comment.span);
        self.comments.dedup();
        self.problems
            .sort_by_key(|problem| (problem.span, problem.kind));
        document.comments = self.comments;
        document.problems = self.problems;
        let mut definitions = self.definitions;
        definitions.sort_by_key(|span| span.start);
        let definitions = definitions.into_iter();
        document.definitions = definitions
            .filter_map(|span| definition(self.text, span))
            .collect();
        ignore(&mut document);
        document
    }
}

fn definition(text: &str, span: Range<usize>) -> Option<Definition> {
    let label = text
        .get(span.clone())?
        .strip_prefix('[')?
        .split("]:")
        .next()?;
    Some(Definition {
        label: label.to_owned(),
        span: Span::of(span),
    })
}

/// Tells whether a unit only holds the place of a translation, or is the source's text with such a mark: then it is none yet. In front matter a comment at its line says so.
fn is_placeholder(text: &str, unit: &UnitDraft) -> bool {
    let span = unit.span();
    if unit.kind != UnitKind::FrontMatter {
        // A comment at the end of a paragraph is no part of it.
        let end = span.end + placeholder::behind(text.get(span.end..).unwrap_or_default());
        return text
            .get(span.start..end)
            .is_some_and(placeholder::is_unwritten);
    }
    let head = text.get(..span.start).unwrap_or_default();
    let is_block = unit.notation == Notation::YamlBlock;
    let line = match is_block {
        true => head.trim_end().rfind('\n').map_or(0, |at| at + 1),
        false => span.end,
    };
    let rest = text.get(line..).unwrap_or_default();
    let rest = rest.lines().next().unwrap_or_default();
    let comment = rest.rsplit_once('#').map_or("", |(_, comment)| comment);
    comment.trim() == placeholder::MARK
}

/// Copies a unit's text into the arena and maps its codes.
fn push_unit(document: &mut Document, text: &str, unit: UnitDraft, block: BlockId) {
    let base = document.flat.len();
    let mut map: Vec<(usize, usize)> = Vec::new();
    let mut last: Option<usize> = None;
    for piece in &unit.pieces {
        let range = piece.range();
        let at = document.flat.len();
        if last != Some(range.start) {
            document.breaks.push(Break {
                flat: Span::of(at..at).start,
                source: Span::of(range.clone()).start,
            });
        }
        map.push((range.start, at - base));
        match piece {
            Piece::Copy(range) => {
                document
                    .flat
                    .push_str(text.get(range.clone()).unwrap_or_default());
                last = Some(range.end);
            }
            Piece::Char(_, c) => {
                document.flat.push(*c);
                last = None;
            }
        }
    }
    let n_flat = document.flat.len() - base;
    let to_flat = |offset: usize| {
        let next = map.partition_point(|(start, _)| *start <= offset);
        let Some((start, at)) = next.checked_sub(1).and_then(|idx| map.get(idx)) else {
            return 0;
        };
        let end = map.get(next).map_or(n_flat, |(_, at)| *at);
        (at + offset - start).min(end)
    };
    let first_code = document.codes.len();
    let file_span = Span::of(unit.span());
    let mut codes = unit.codes;
    codes.sort_by_key(|code| (code.span.start, std::cmp::Reverse(code.span.end)));
    for code in codes {
        let to_span = |range: Range<usize>| UnitSpan::of(to_flat(range.start)..to_flat(range.end));
        let span = to_span(code.span);
        if span.start >= span.end {
            continue;
        }
        let content = code.content.unwrap_or_else(|| {
            content(
                code.kind,
                document
                    .flat
                    .get(base + span.range().start..base + span.range().end)
                    .unwrap_or_default(),
            )
        });
        document.codes.push(InlineCode {
            kind: code.kind,
            span,
            prose: code.prose.map(to_span),
            content,
        });
    }
    document.units.push(Unit {
        kind: unit.kind,
        span: file_span,
        block,
        notation: unit.notation,
        is_translatable: true,
        key: unit.key,
        prefix: unit.prefix,
        flat: Span::of(base..document.flat.len()),
        codes: Span::of(first_code..document.codes.len()),
    });
}

/// What must survive of a code that says it by itself.
fn content(kind: CodeKind, text: &str) -> String {
    match kind {
        CodeKind::Code => {
            let inner = text.trim_matches('`').replace('\n', " ");
            let padded = inner
                .strip_prefix(' ')
                .and_then(|inner| inner.strip_suffix(' '));
            padded
                .filter(|inner| !inner.trim().is_empty())
                .map(str::to_owned)
                .unwrap_or(inner)
        }
        CodeKind::Math => text.trim_matches('$').trim().to_owned(),
        CodeKind::Autolink => text.trim_matches(['<', '>']).to_owned(),
        CodeKind::Footnote => text
            .trim_start_matches("[^")
            .trim_end_matches(']')
            .to_owned(),
        CodeKind::Emphasis | CodeKind::Strong | CodeKind::Strikethrough | CodeKind::HardBreak => {
            String::new()
        }
        CodeKind::HeadingId => heading_id(text).to_owned(),
        _ => text.to_owned(),
    }
}

fn heading_id(text: &str) -> &str {
    let inner = text
        .trim_start_matches(['{', ' '])
        .trim_end_matches(['}', ' ']);
    let inner = inner
        .strip_prefix("/*")
        .and_then(|inner| inner.strip_suffix("*/"))
        .unwrap_or(inner);
    inner.trim().trim_start_matches('#')
}

/// Marks what stands between `duizhao-ignore-start` and `duizhao-ignore-end`.
fn ignore(document: &mut Document) {
    let mut since: Option<u32> = None;
    let mut ranges: Vec<Span> = Vec::new();
    for comment in &document.comments {
        match comment.text.as_str() {
            "duizhao-ignore-start" => since = since.or(Some(comment.span.end)),
            "duizhao-ignore-end" => ranges.extend(
                since
                    .take()
                    .map(|start| Span::new(start, comment.span.start)),
            ),
            _ => {}
        }
    }
    ranges.extend(since.map(|start| Span::new(start, u32::MAX)));
    for unit in &mut document.units {
        let next = ranges.partition_point(|range| range.start <= unit.span.start);
        let inside = next.checked_sub(1).and_then(|idx| ranges.get(idx));
        unit.is_translatable = inside.is_none_or(|range| unit.span.start >= range.end);
    }
}
