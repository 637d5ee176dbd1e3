//! A document in the making: blocks and units in any order, put into reading order at the end.

use crate::document::block::{Block, BlockId, BlockKind};
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

    /// Tells whether a block on a line of its own is not indented as far as the text of a list or item: then it stands behind it.
    fn is_left_of(&self, container: &Block, kind: &BlockKind, block: Span) -> bool {
        let is_own = |kind: &BlockKind| {
            matches!(
                kind,
                BlockKind::Html
                    | BlockKind::Esm
                    | BlockKind::Comment
                    | BlockKind::Shortcode
                    | BlockKind::Directive
            )
        };
        if !matches!(container.kind, BlockKind::Item | BlockKind::List(_)) || !is_own(kind) {
            return false;
        }
        let head = |at: u32| {
            let before = self.text.get(..at as usize).unwrap_or_default();
            &before[before.rfind('\n').map_or(0, |at| at + 1)..]
        };
        let (outer, inner) = (head(container.span.start), head(block.start));
        let is_alone = inner.chars().all(|c| matches!(c, ' ' | '\t' | '>'));
        let is_behind = self
            .text
            .get(container.span.start as usize..block.start as usize)
            .is_some_and(|between| between.contains('\n'));
        is_alone && is_behind && inner.chars().count() <= outer.chars().count()
    }

    /// Where the contents of the innermost directive end that a block starts in.
    fn directive_end(&self, document: &Document, open: &[BlockId], block: Span) -> Option<u32> {
        let directives = open.iter().rev().map(|id| document.block(*id));
        let mut directives = directives.filter(|open| {
            let Span { start, end } = open.span;
            open.kind == BlockKind::Directive && start < block.start && block.start < end
        });
        let Span { start, end } = directives.next()?.span;
        let whole = self.text.get(start as usize..end as usize)?;
        let last = whole.rfind('\n').map_or(0, |at| at + 1);
        let is_closed = last > 0
            && whole[last..]
                .trim_start_matches([' ', '\t', '>'])
                .starts_with(":::");
        let end = match is_closed {
            true => start + Span::of(0..last).end,
            false => end,
        };
        (end > block.start).then_some(end)
    }

    /// Sorts the blocks, finds every block's container, and returns where each index went.
    fn order_blocks(&self, document: &mut Document) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.blocks.len()).collect();
        order.sort_by_key(|idx| {
            let span = &self.blocks[*idx].1;
            (span.start, std::cmp::Reverse(span.end), *idx)
        });
        let mut new_idx = vec![0; order.len()];
        let mut open: Vec<BlockId> = Vec::new();
        for (place, idx) in order.into_iter().enumerate() {
            let (kind, span) = &self.blocks[idx];
            let mut span = Span::of(span.clone());
            // The parser does not know where a directive ends: a list's last item takes the closing line in.
            if let Some(end) = self.directive_end(document, &open, span) {
                span.end = span.end.min(end);
            }
            while let Some(last) = open.last().copied() {
                if !self.is_left_of(document.block(last), kind, span) {
                    if document.block(last).span.contains(span) {
                        break;
                    }
                } else {
                    // The parser took the block for blank lines at the item's end.
                    let end = &mut document.blocks[last.0 as usize].span.end;
                    *end = (*end).min(span.start);
                }
                open.pop();
            }
            new_idx[idx] = place;
            let parent = open.last().copied();
            document.blocks.push(Block {
                kind: kind.clone(),
                span,
                parent,
            });
            open.push(BlockId(Span::of(0..place).end));
        }
        new_idx
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
