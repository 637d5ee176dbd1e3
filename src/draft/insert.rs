//! Holds the places of what is new in the source, each behind the neighbor it has there.

use crate::bitext::bitext::Bitext;
use crate::document::block::{BlockId, BlockKind};
use crate::document::document::Document;
use crate::document::unit::UnitId;
use crate::draft::links::{Fate, Links};
use crate::draft::outline::{Outline, is_alike};
use crate::draft::place;
use crate::draft::render::{self, Marker, Style};
use crate::draft::step::{NewText, Part, Step, StepKind, one_line};
use crate::text::edit::Edit;
use crate::text::span::Span;
use std::ops::Range;

/// Plans the places of new text.
pub fn plan(bitext: &Bitext, new: NewText) -> Part {
    let (source, target) = (Outline::new(&bitext.source), Outline::new(&bitext.target));
    let links = Links::new(bitext, &source, &target);
    let mut plan = Plan {
        links: &links,
        source: &source,
        target: &target,
        style: Style {
            new,
            dialect: bitext.target.dialect,
        },
        part: Part::default(),
    };
    plan.container(None);
    plan.part
}

struct Plan<'a> {
    links: &'a Links,
    source: &'a Outline<'a>,
    target: &'a Outline<'a>,
    style: Style,
    part: Part,
}

/// Where something is written.
#[derive(Clone, Copy)]
enum Anchor {
    /// Behind a block of the draft; the source block that it stands for.
    After(BlockId, Option<BlockId>),
    /// Before one.
    Before(BlockId),
    /// Inside a container, behind its opening line.
    Opening(BlockId),
}

/// What a child of a container is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Child {
    New,
    /// It holds nothing to translate; its counterpart, if there is one.
    Bare(Option<BlockId>),
    Known,
}

impl Plan<'_> {
    /// Walks a container of the source in reading order: what stands inside a child goes before what follows the child.
    fn container(&mut self, parent: Option<BlockId>) {
        let children = self.source.children(parent).to_vec();
        let states = self.states(parent, &children);
        let mut at = 0;
        while at < children.len() {
            let run = run(&self.source.document.blocks, &children, &states, at);
            if run.is_empty() {
                self.leaf(children[at]);
                if *self.source.kind(children[at]) != BlockKind::FrontMatter {
                    self.container(Some(children[at]));
                }
                at += 1;
            } else {
                at = run.end;
                self.insert(parent, &children, &states, run);
            }
        }
    }

    /// Units of a block that has a counterpart, but not for all of them: no line of its own could hold their places.
    fn leaf(&mut self, block: BlockId) {
        if *self.source.kind(block) == BlockKind::FrontMatter {
            return;
        }
        let mut own = self.source.own_units(block).iter();
        let missing = own.find(|unit| self.links.fate(**unit) == Fate::Missing);
        if let Some(unit) = missing {
            let span = self.source.document.unit(*unit).span;
            self.part.trouble("sync-inside", self.source.document, span);
        }
    }

    fn states(&self, parent: Option<BlockId>, children: &[BlockId]) -> Vec<Child> {
        let mut states: Vec<Child> = children
            .iter()
            .map(|child| {
                let has_units = !self.source.units(*child).is_empty();
                if self.links.is_new(self.source, *child) {
                    Child::New
                } else if has_units || *self.source.kind(*child) == BlockKind::FrontMatter {
                    Child::Known
                } else {
                    Child::Bare(None)
                }
            })
            .collect();
        self.match_bare(parent, children, &mut states);
        states
    }

    /// Gives what holds no text its counterpart: the next block of the draft that says the same, between the same neighbors.
    fn match_bare(&self, parent: Option<BlockId>, children: &[BlockId], states: &mut [Child]) {
        let inside = parent.map(|parent| self.links.block(parent));
        let home = match inside {
            Some(None) => return,
            Some(home) => home,
            None => None,
        };
        let siblings = self.target.children(home);
        let place_of = |block: BlockId| siblings.iter().position(|other| *other == block);
        let linked = |child: BlockId| self.links.block(child).and_then(place_of);
        let mut from = 0;
        for at in 0..children.len() {
            match states[at] {
                Child::Known => from = linked(children[at]).map_or(from, |at| at + 1),
                Child::New => {}
                Child::Bare(_) => {
                    let mut later =
                        (at + 1..children.len()).filter(|at| states[*at] == Child::Known);
                    let to = later.find_map(|at| linked(children[at]).filter(|to| *to >= from));
                    let to = to.unwrap_or(siblings.len());
                    let range = siblings.get(from..to).unwrap_or_default();
                    let found = range
                        .iter()
                        .position(|other| self.says_same(children[at], *other));
                    if let Some(found) = found {
                        states[at] = Child::Bare(Some(siblings[from + found]));
                        from += found + 1;
                    }
                }
            }
        }
    }

    fn says_same(&self, one: BlockId, other: BlockId) -> bool {
        let text = |outline: &Outline<'_>, block| {
            one_line(outline.document.source.slice(outline.span(block)))
        };
        is_alike(self.source.kind(one), self.target.kind(other))
            && self.target.units(other).is_empty()
            && (*self.source.kind(one) == BlockKind::Break
                || text(self.source, one) == text(self.target, other))
    }

    /// Writes a run of new blocks.
    fn insert(
        &mut self,
        parent: Option<BlockId>,
        children: &[BlockId],
        states: &[Child],
        run: Range<usize>,
    ) {
        let blocks = &children[run.clone()];
        let span = self.source.span(blocks[0]);
        let kind = self.source.kind(blocks[0]).clone();
        let is_table_head = kind == BlockKind::Row && run.start == 0;
        if kind == BlockKind::Cell || is_table_head {
            self.part.trouble("sync-table", self.source.document, span);
            return;
        }
        let Some(anchor) = self.anchor(parent, children, states, &run) else {
            self.part
                .trouble("sync-no-place", self.source.document, span);
            return;
        };
        let Some(spot) = self.spot(parent, children, &run, anchor) else {
            self.part
                .trouble("sync-no-place", self.source.document, span);
            return;
        };
        self.write(blocks, &spot);
    }

    fn anchor(
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
    fn spot(
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

    fn write(&mut self, blocks: &[BlockId], spot: &Spot) {
        let text = self.target.document.source.text();
        let line_break = match text {
            "" => place::line_break(self.source.document.source.text()),
            text => place::line_break(text),
        };
        let mut written: Vec<String> = Vec::new();
        let mut starts: Vec<usize> = Vec::new();
        for (at, block) in blocks.iter().enumerate() {
            let has_blank = at > 0
                && (spot.marker.is_none() || spot.has_blank_between)
                && self.has_blank_before(blocks[at - 1], *block, spot);
            if has_blank {
                written.push(String::new());
            }
            starts.push(written.len());
            let lines = spot
                .marker
                .as_ref()
                .and_then(|marker| render::item_lines(self.source, *block, marker, self.style));
            written.extend(lines.unwrap_or_else(|| render::lines(self.source, *block, self.style)));
        }
        let blank = spot.prefix.trim_end();
        let line = |line: &String| match line.as_str() {
            "" => blank.to_owned(),
            line => format!("{}{line}", spot.prefix),
        };
        let mut out = String::new();
        let mut offsets = Vec::new();
        if spot.is_before {
            for (at, written) in written.iter().enumerate() {
                offsets.push(out.len());
                out.push_str(&if at == 0 {
                    written.clone()
                } else {
                    line(written)
                });
                out.push_str(line_break);
            }
            if spot.has_blank {
                out.push_str(blank);
                out.push_str(line_break);
            }
            out.push_str(&spot.prefix);
        } else {
            if spot.has_blank {
                out.push_str(line_break);
                out.push_str(blank);
            }
            for written in &written {
                out.push_str(line_break);
                offsets.push(out.len());
                out.push_str(&line(written));
            }
            if spot.has_blank_after {
                out.push_str(line_break);
                out.push_str(blank);
            }
        }
        for (block, start) in blocks.iter().zip(starts) {
            let within = offsets.get(start).copied().unwrap_or(0);
            self.tell(*block, Span::of(0..within).end);
        }
        self.part.edits.push(Edit {
            span: Span::new(spot.at, spot.at),
            text: out,
        });
    }

    fn has_blank_before(&self, one: BlockId, other: BlockId, spot: &Spot) -> bool {
        if spot.marker.is_some() {
            return spot.has_blank_between;
        }
        let (from, to) = (self.source.span(one).end, self.source.span(other).start);
        place::has_blank_between(self.source.document.source.text(), from, to)
    }

    fn tell(&mut self, block: BlockId, at: u32) {
        let units = self.source.units(block);
        if units.is_empty() {
            return;
        }
        let document: &Document = self.source.document;
        let is_verbatim = units
            .iter()
            .all(|unit| !document.unit(*unit).kind.is_prose());
        let text = units.first().map_or("", |unit| document.text(*unit));
        self.part.steps.push(Step {
            kind: if is_verbatim {
                StepKind::Copy
            } else {
                StepKind::Insert
            },
            source: Some(self.source.span(block)),
            at,
            edit: self.part.edits.len(),
            text: one_line(text),
        });
    }
}

/// A place of the draft and what belongs around a text that is written there.
struct Spot {
    at: u32,
    is_before: bool,
    prefix: String,
    has_blank: bool,
    has_blank_after: bool,
    has_blank_between: bool,
    /// The mark that list items get.
    marker: Option<Marker>,
}

/// The run of new blocks that starts at `at`; what holds no text goes along where it stands beside new text and the draft lacks it.
fn run(
    blocks: &[crate::document::block::Block],
    children: &[BlockId],
    states: &[Child],
    at: usize,
) -> Range<usize> {
    let is_comment = |at: usize| blocks[children[at].0 as usize].kind == BlockKind::Comment;
    let is_open = |at: usize| matches!(states[at], Child::New | Child::Bare(None));
    let mut end = at;
    while end < states.len() && is_open(end) {
        end += 1;
    }
    let mut start = at;
    // Comments at the edges stay where they are: they belong to the source's author.
    while start < end && states[start] != Child::New && is_comment(start) {
        start += 1;
    }
    while end > start && states[end - 1] != Child::New && is_comment(end - 1) {
        end -= 1;
    }
    let has_new = (start..end).any(|at| states[at] == Child::New);
    if start > at || !has_new {
        at..at
    } else {
        at..end
    }
}
