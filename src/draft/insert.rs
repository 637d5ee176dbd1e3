//! Holds the places of what is new in the source, each behind the neighbor it has there.

use crate::bitext::bitext::Bitext;
use crate::document::block::{Block, BlockId, BlockKind};
use crate::document::document::Document;
use crate::draft::links::{Fate, Links};
use crate::draft::outline::{Outline, is_alike};
use crate::draft::place;
use crate::draft::render::{self, Fillings, Style};
use crate::draft::spot::Spot;
use crate::draft::step::{NewText, Part, Step, StepKind, one_line};
use crate::text::edit::Edit;
use crate::text::span::Span;
use std::ops::Range;

/// Plans the places of new text.
pub fn plan(bitext: &Bitext, new: NewText) -> Part {
    plan_some(bitext, new, None)
}

/// Plans where translations go that the draft lacks, and nothing else: what they leave of a block is held by a placeholder.
pub fn fill(bitext: &Bitext, fillings: &Fillings) -> Part {
    plan_some(bitext, NewText::Comment, Some(fillings))
}

fn plan_some(bitext: &Bitext, new: NewText, fillings: Option<&Fillings>) -> Part {
    let (source, target) = (Outline::new(&bitext.source), Outline::new(&bitext.target));
    let mut links = Links::new(bitext, &source, &target);
    if let Some(fillings) = fillings {
        links.want_only(|unit| fillings.contains_key(&unit));
    }
    let mut plan = Plan {
        links: &links,
        source: &source,
        target: &target,
        style: Style {
            new,
            dialect: bitext.target.dialect,
            fillings,
        },
        part: Part::default(),
    };
    plan.container(None);
    plan.part
}

/// What is planned so far.
pub struct Plan<'a> {
    pub(super) links: &'a Links,
    pub(super) source: &'a Outline<'a>,
    pub(super) target: &'a Outline<'a>,
    style: Style<'a>,
    part: Part,
}

/// What a child of a container is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Child {
    /// New text, and nothing else.
    New,
    /// It holds nothing to translate; its counterpart, if there is one.
    Bare(Option<BlockId>),
    /// Something that the draft has.
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
                if *self.source.kind(*child) == BlockKind::FrontMatter {
                    // Its keys are added one by one.
                    Child::Known
                } else if self.links.is_new(self.source, *child) {
                    Child::New
                } else if has_units {
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

/// The run of new blocks that starts at `at`; what holds no text goes along where it stands beside new text and the draft lacks it.
fn run(blocks: &[Block], children: &[BlockId], states: &[Child], at: usize) -> Range<usize> {
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
