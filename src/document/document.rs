//! One file, read.

use crate::document::block::{Block, BlockId};
use crate::document::dialect::Dialect;
use crate::document::inline::InlineCode;
use crate::document::problem::Problem;
use crate::document::unit::{Unit, UnitId, UnitSpan};
use crate::text::lang::Lang;
use crate::text::sentence::{self, Segmentation};
use crate::text::source::Source;
use crate::text::span::Span;
use std::ops::Range;

/// A file's blocks and units. Holds no references: it can be shared between threads and kept.
#[derive(Clone, Debug)]
pub struct Document {
    /// The file.
    pub source: Source,
    /// Its language.
    pub lang: Lang,
    /// Its flavour of Markdown.
    pub dialect: Dialect,
    /// How its text is cut into sentences.
    pub segmentation: Segmentation,
    /// All blocks in reading order.
    pub blocks: Vec<Block>,
    /// All units in reading order; their spans do not overlap.
    pub units: Vec<Unit>,
    /// Comments, for directives of ours among them.
    pub comments: Vec<Comment>,
    /// What is wrong with the syntax.
    pub problems: Vec<Problem>,
    /// Definitions of links (`[label]: target`), in reading order; they belong to no block.
    pub definitions: Vec<Definition>,
    pub(crate) flat: String,
    pub(crate) breaks: Vec<Break>,
    pub(crate) codes: Vec<InlineCode>,
}

/// A comment of the file (HTML or MDX, block or inline).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Its bytes, markers included.
    pub span: Span,
    /// What stands between the markers, trimmed.
    pub text: String,
}

/// The definition of a link that texts refer to by a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// Its bytes.
    pub span: Span,
    /// The label as it is written, brackets left out.
    pub label: String,
}

/// From this offset of the flat arena on, text stands at this offset of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Break {
    pub(crate) flat: u32,
    pub(crate) source: u32,
}

impl Document {
    /// Makes a document without any unit: a draft that does not exist yet.
    pub fn empty(name: impl Into<String>, lang: Lang) -> Self {
        Self {
            source: Source::new(name, ""),
            lang,
            dialect: Dialect::default(),
            segmentation: Segmentation::default(),
            blocks: Vec::new(),
            units: Vec::new(),
            comments: Vec::new(),
            problems: Vec::new(),
            definitions: Vec::new(),
            flat: String::new(),
            breaks: Vec::new(),
            codes: Vec::new(),
        }
    }

    /// Returns the ids of all units in reading order.
    pub fn unit_ids(&self) -> impl DoubleEndedIterator<Item = UnitId> + ExactSizeIterator + use<> {
        (0..Span::of(0..self.units.len()).end).map(UnitId)
    }

    /// Returns a unit.
    pub fn unit(&self, unit: UnitId) -> &Unit {
        &self.units[unit.idx()]
    }

    /// Returns the unit that a byte of the file stands in, or right behind.
    pub fn unit_at(&self, offset: u32) -> Option<UnitId> {
        let n_before = self.units.partition_point(|unit| unit.span.start <= offset);
        let unit = self.unit_ids().nth(n_before.checked_sub(1)?)?;
        (offset <= self.unit(unit).span.end).then_some(unit)
    }

    /// Returns a block.
    pub fn block(&self, block: BlockId) -> &Block {
        &self.blocks[block.0 as usize]
    }

    /// Returns a unit's text: its Markdown without container prefixes (`> `, indents), lines joined by `\n`.
    pub fn text(&self, unit: UnitId) -> &str {
        &self.flat[self.unit(unit).flat.range()]
    }

    /// Returns the texts of several units, a blank line between them.
    pub fn texts(&self, units: &[UnitId]) -> String {
        let texts: Vec<&str> = units.iter().map(|unit| self.text(*unit)).collect();
        texts.join("\n\n")
    }

    /// Returns a unit's inline codes, ordered by where they start, outer ones first.
    pub fn codes(&self, unit: UnitId) -> &[InlineCode] {
        &self.codes[self.unit(unit).codes.range()]
    }

    /// Returns the place of a part of a unit's text in the file: the one bridge between the two.
    pub fn to_source(&self, unit: UnitId, part: UnitSpan) -> Span {
        let base = self.unit(unit).flat.start;
        let start = self.source_offset(base + part.start, false);
        let end = if part.end > part.start {
            self.source_offset(base + part.end, true)
        } else {
            start
        };
        Span::new(start, end)
    }

    /// Returns the sentences of a unit's text; they join back to it. Units that are not prose have none.
    pub fn sentences(&self, unit: UnitId) -> Vec<UnitSpan> {
        if !self.unit(unit).kind.is_prose() {
            return Vec::new();
        }
        let opaque: Vec<Range<usize>> = self.opaque(unit);
        let ranges = sentence::split(self.text(unit), &opaque, &self.lang, &self.segmentation);
        ranges.into_iter().map(UnitSpan::of).collect()
    }

    /// The ranges no sentence break may fall into: every code that is not mere emphasis.
    fn opaque(&self, unit: UnitId) -> Vec<Range<usize>> {
        let codes = self.codes(unit).iter();
        let mut opaque: Vec<Range<usize>> = Vec::new();
        for range in codes
            .filter(|code| code.kind.is_opaque())
            .map(|code| code.span.range())
        {
            match opaque.last() {
                Some(last) if range.end <= last.end => {}
                _ => opaque.push(range),
            }
        }
        opaque
    }

    /// Maps an offset of the flat arena; an end belongs to the line before it.
    fn source_offset(&self, flat: u32, is_end: bool) -> u32 {
        let line = self.breaks.partition_point(|line| {
            if is_end {
                line.flat < flat
            } else {
                line.flat <= flat
            }
        });
        match line.checked_sub(1).and_then(|line| self.breaks.get(line)) {
            Some(line) => line.source + (flat - line.flat),
            None => flat,
        }
    }
}
