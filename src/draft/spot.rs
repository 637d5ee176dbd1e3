//! Where new blocks go in a draft, and what belongs around them there.

use crate::document::block::{BlockId, BlockKind};
use crate::document::unit::UnitId;
use crate::draft::insert::{Child, Plan};
use crate::draft::links::Fate;
use crate::draft::outline::{Outline, is_alike};
use crate::draft::place;
use crate::draft::render::Marker;
use crate::text::span::Span;
use std::ops::Range;

/// Where something is written.
#[derive(Clone, Copy)]
pub enum Anchor {
    /// Behind a block of the draft; the source block that it stands for.
    After(BlockId, Option<BlockId>),
    /// Before one.
    Before(BlockId),
    /// Inside a container, behind its opening line.
    Opening(BlockId),
}

/// A place of the draft and what belongs around a text that is written there.
pub struct Spot {
    /// The offset.
    pub at: u32,
    /// Whether what is written goes before what stands there.
    pub is_before: bool,
    /// What every line starts with.
    pub prefix: String,
    /// Whether a blank line parts it from its neighbor.
    pub has_blank: bool,
    /// Whether one follows it.
    pub has_blank_after: bool,
    /// Whether one stands between list items.
    pub has_blank_between: bool,
    /// The mark that list items get.
    pub marker: Option<Marker>,
}

impl Plan<'_> {
    /// Where a run of new blocks is tied to: its neighbor in the source, wherever the draft has it.
    pub(super) fn anchor(
        &self,
        parent: Option<BlockId>,
        children: &[BlockId],
        states: &[Child],
        run: &Range<usize>,
    ) -> Option<Anchor> {
        let linked = |at: usize| match states[at] {
            Child::Bare(other) => other,
            _ => self.links.block(children[at]),
        };
        let before = (0..run.start)
            .rev()
            .find_map(|at| Some(Anchor::After(linked(at)?, Some(children[at]))));
        if before.is_some() {
            return before;
        }
        let opens = |block: &BlockId| {
            matches!(
                self.target.kind(*block),
                BlockKind::Directive | BlockKind::Html
            )
        };
        let home = parent.and_then(|parent| self.links.block(parent));
        if let Some(home) = home.filter(opens) {
            return Some(Anchor::Opening(home));
        }
        let after = (run.end..children.len()).find_map(|at| Some(Anchor::Before(linked(at)?)));
        if after.is_some() {
            return after;
        }
        self.nearest(children[run.start])
    }

    /// Where structures differ: behind the text that comes before in the source, wherever the draft has it.
    fn nearest(&self, block: BlockId) -> Option<Anchor> {
        let first = self.source.units(block).first().copied()?;
        let place = |unit: UnitId| match self.links.fate(unit) {
            Fate::At(block) => Some(block),
            _ => None,
        };
        let before = (0..first.0).rev().map(UnitId);
        let before = before.into_iter().find_map(place);
        let after = (first.0..Span::of(0..self.source.document.units.len()).end).map(UnitId);
        let leaf = |block: &BlockId| *self.target.kind(*block) != BlockKind::Cell;
        before
            .filter(leaf)
            .map(|block| Anchor::After(block, None))
            .or_else(|| {
                let block = after.into_iter().find_map(place).filter(leaf)?;
                Some(Anchor::Before(block))
            })
    }

    /// Works out what an anchor means for a run.
    pub(super) fn spot(
        &self,
        parent: Option<BlockId>,
        children: &[BlockId],
        run: &Range<usize>,
        anchor: Anchor,
    ) -> Option<Spot> {
        let (source, target) = (self.source, self.target);
        let text = target.document.source.text();
        let (first, last) = (children[run.start], children[run.end - 1]);
        let like = match anchor {
            Anchor::After(block, _) | Anchor::Before(block) => Some(block),
            Anchor::Opening(_) => None,
        };
        let is_of = |kind: &BlockKind| {
            source.kind(first) == kind && like.is_some_and(|like| target.kind(like) == kind)
        };
        let marker = like.filter(|_| is_of(&BlockKind::Item));
        let marker = marker.and_then(|like| Marker::of(target, like));
        let is_tight =
            is_of(&BlockKind::Row) || marker.is_some() && !self.is_loose(like?, children);
        let gap_before = match run.start.checked_sub(1).map(|at| children[at]) {
            Some(before) => source.span(before).end,
            None => parent.map_or(0, |parent| source.span(parent).start),
        };
        let source_text = source.document.source.text();
        let start = source.span(first).start;
        let has_blank = place::has_blank_between(source_text, gap_before, start);
        let end = source.span(last).end;
        let after = source_text.get(end as usize..).unwrap_or_default();
        let next = after.len()
            - after
                .trim_start_matches(|c: char| c == '>' || c.is_whitespace())
                .len();
        let has_blank_after = next == after.len()
            || place::has_blank_between(source_text, end, end + Span::of(0..next).end);
        let mut spot = Spot {
            at: 0,
            is_before: false,
            prefix: String::new(),
            has_blank: !is_tight,
            has_blank_after: !is_tight && has_blank_after,
            has_blank_between: !is_tight,
            marker,
        };
        match anchor {
            Anchor::After(block, one) => {
                let span = target.span(block);
                let is_neighbor = one
                    .is_some_and(|one| run.start > 0 && one == children[run.start - 1])
                    && one.is_some_and(|one| is_alike(source.kind(one), target.kind(block)));
                spot.at = place::line_end(text, span.end);
                if is_of(&BlockKind::Row) && self.is_head(block) {
                    spot.at = place::line_end(text, place::next_line(text, span.end));
                }
                spot.prefix = place::prefix(target.document, span.start);
                spot.has_blank &= spot.marker.is_some() || has_blank || !is_neighbor;
                let next = place::next_line(text, spot.at);
                let following = place::line_at(text, next);
                let ends = next as usize >= text.len() || place::is_blank(following);
                spot.has_blank_after &= !ends && spot.marker.is_none();
            }
            Anchor::Before(block) => {
                spot.at = target.span(block).start;
                spot.is_before = true;
                spot.prefix = place::prefix(target.document, spot.at);
            }
            Anchor::Opening(block) => {
                let span = target.span(block);
                spot.at = self.opening_end(block)?;
                let outer = place::prefix(source.document, gap_before);
                let inner = place::prefix(source.document, start);
                let extra = inner.strip_prefix(outer.as_str()).unwrap_or_default();
                spot.prefix = format!("{}{extra}", place::prefix(target.document, span.start));
                spot.has_blank = has_blank;
                let next = place::next_line(text, spot.at);
                let following = place::line_at(text, next);
                spot.has_blank_after &= !place::is_blank(following);
            }
        }
        Some(spot)
    }

    /// Where the opening line of a container ends; a tag may take several lines.
    fn opening_end(&self, block: BlockId) -> Option<u32> {
        let text = self.target.document.source.text();
        let span = self.target.span(block);
        let first = place::line_end(text, span.start);
        if *self.target.kind(block) != BlockKind::Html {
            return Some(first);
        }
        let whole = text.get(..first as usize)?;
        whole.trim_end().ends_with('>').then_some(first)
    }

    fn is_head(&self, row: BlockId) -> bool {
        let table = self.target.parent(row);
        self.target.children(table).first() == Some(&row)
    }

    /// Tells whether blank lines stand between the items of a list: the draft's, or the source's where the draft has but one.
    fn is_loose(&self, item: BlockId, children: &[BlockId]) -> bool {
        let between = |outline: &Outline<'_>, items: &[BlockId]| {
            let text = outline.document.source.text();
            items.windows(2).next().map(|pair| {
                let (one, other) = (outline.span(pair[0]), outline.span(pair[1]));
                place::has_blank_between(text, one.end, other.start)
            })
        };
        let items = self.target.children(self.target.parent(item));
        let own = between(self.target, items);
        own.or_else(|| between(self.source, children))
            .unwrap_or(false)
    }
}
