//! Follows what moved in the source: pieces of the draft that still stand in the source's old order go where their sources went.

use crate::bitext::bitext::Bitext;
use crate::bitext::moves;
use crate::document::block::{BlockId, BlockKind};
use crate::draft::links::Links;
use crate::draft::outline::Outline;
use crate::draft::place;
use crate::draft::step::{Part, Step, StepKind, one_line};
use crate::lock::lock::Lock;
use crate::text::edit::Edit;
use crate::text::span::Span;
use std::collections::HashMap;

/// Plans moves.
pub fn plan(bitext: &Bitext, lock: &Lock) -> Part {
    let (source, target) = (Outline::new(&bitext.source), Outline::new(&bitext.target));
    let links = Links::new(bitext, &source, &target);
    let mut plan = Plan {
        ranks: ranks(bitext, lock),
        links: &links,
        source: &source,
        target: &target,
        part: Part::default(),
    };
    plan.container(None);
    plan.part
}

struct Plan<'a> {
    /// For each source unit, where it stood when it was accepted.
    ranks: Vec<Option<usize>>,
    links: &'a Links,
    source: &'a Outline<'a>,
    target: &'a Outline<'a>,
    part: Part,
}

/// A child of the source's container with its counterpart.
#[derive(Clone, Copy, Debug)]
struct Linked {
    source: BlockId,
    /// Index of the counterpart among its siblings.
    target: usize,
    rank: Option<usize>,
}

/// A counterpart with what follows it up to the next one.
struct Chunk {
    start: u32,
    end: u32,
    /// What parts it from the next chunk.
    gap: String,
}

impl Plan<'_> {
    fn container(&mut self, parent: Option<BlockId>) {
        let home = match parent.map(|parent| self.links.block(parent)) {
            Some(None) => return,
            Some(home) => home,
            None => None,
        };
        if !self.children(parent, home) {
            for child in self.source.children(parent).to_vec() {
                self.container(Some(child));
            }
        }
    }

    /// Orders the children of one container anew; tells whether there was something to do. What stands inside them waits for the next
    /// look.
    fn children(&mut self, parent: Option<BlockId>, home: Option<BlockId>) -> bool {
        let siblings = self.target.children(home);
        let mut linked: Vec<Linked> = Vec::new();
        for child in self.source.children(parent) {
            let other = self.links.block(*child);
            let own = other.filter(|other| self.links.back(*other) == Some(*child));
            let at = own.and_then(|own| siblings.iter().position(|other| *other == own));
            if let Some(target) = at {
                linked.push(Linked {
                    source: *child,
                    target,
                    rank: self.rank(*child),
                });
            }
        }
        let beads: Vec<_> = linked
            .iter()
            .enumerate()
            .map(|(at, one)| (vec![at], vec![one.target], 1.0))
            .collect();
        let moved = moves::moved(&beads);
        let is_certain: Vec<bool> = (0..linked.len())
            .map(|at| moved[at] && self.is_certain(&linked, &moved, at, siblings))
            .collect();
        is_certain.contains(&true) && self.reorder(&linked, &is_certain, siblings)
    }

    /// Where a block stood in the source when it was accepted.
    fn rank(&self, block: BlockId) -> Option<usize> {
        let units = self.source.units(block);
        units.first().and_then(|unit| self.ranks[unit.idx()])
    }

    /// A piece is moved only when the draft has it where the source had it: an order of the draft's own is left alone.
    fn is_certain(
        &self,
        linked: &[Linked],
        moved: &[bool],
        at: usize,
        siblings: &[BlockId],
    ) -> bool {
        let one = linked[at];
        let Some(rank) = one.rank else {
            return false;
        };
        let stays = linked.iter().zip(moved).filter(|(_, moved)| !**moved);
        let mut ranked = stays.filter_map(|(stay, _)| Some((stay.target, stay.rank?)));
        let is_old_order = ranked.all(|(target, other)| (rank < other) == (one.target < target));
        // A comment above may belong to what it stands above.
        let before = one.target.checked_sub(1).and_then(|at| siblings.get(at));
        let is_commented = before.is_some_and(|before| {
            *self.target.kind(*before) == BlockKind::Comment && self.links.back(*before).is_none()
        });
        let kind = self.target.kind(siblings[one.target]);
        is_old_order && !is_commented && !matches!(kind, BlockKind::Cell | BlockKind::FrontMatter)
    }

    fn reorder(&mut self, linked: &[Linked], moves: &[bool], siblings: &[BlockId]) -> bool {
        let mut order: Vec<usize> = (0..linked.len()).collect();
        order.sort_by_key(|at| linked[*at].target);
        let Some(mut chunks) = self.chunks(linked, &order, siblings) else {
            return false;
        };
        let mut wanted: Vec<usize> = order.iter().copied().filter(|at| !moves[*at]).collect();
        for at in (0..linked.len()).filter(|at| moves[*at]) {
            let before = at.checked_sub(1);
            let spot = before.and_then(|before| wanted.iter().position(|other| *other == before));
            wanted.insert(spot.map_or(0, |spot| spot + 1), at);
        }
        let is_row = |at: usize| *self.target.kind(siblings[linked[at].target]) == BlockKind::Row;
        let moves_head =
            order.first() != wanted.first() && order.first().is_some_and(|at| is_row(*at));
        let n_same = order
            .iter()
            .zip(&wanted)
            .take_while(|(one, other)| one == other)
            .count();
        if moves_head || n_same == order.len() {
            return false;
        }
        let tails = order.iter().rev().zip(wanted.iter().rev());
        let n_tail = tails.take_while(|(one, other)| one == other).count();
        let range = n_same..order.len() - n_tail;
        // What ends the stretch has no gap of its own where it ends the file: the gaps change hands.
        let (last_old, last_new) = (order[range.end - 1], wanted[range.end - 1]);
        if last_old != last_new && n_tail == 0 {
            let gap = std::mem::take(&mut chunks[last_new].gap);
            chunks[last_old].gap = gap;
        }
        let document = self.target.document;
        let span = Span::new(chunks[order[range.start]].start, {
            let last = &chunks[last_old];
            if n_tail == 0 {
                last.end
            } else {
                chunks[order[range.end]].start
            }
        });
        let mut text = String::new();
        for (nth, at) in wanted[range.clone()].iter().enumerate() {
            let chunk = &chunks[*at];
            let place = range.start + nth;
            let follows = place.checked_sub(1).map(|place| wanted[place]);
            let is_led = follows.is_some_and(|before| moves[before] && before + 1 == *at);
            if moves[*at] && !is_led {
                let block = linked[*at].source;
                let units = self.source.units(block);
                let told = units
                    .first()
                    .map_or("", |unit| self.source.document.text(*unit));
                self.part.steps.push(Step {
                    kind: StepKind::Move,
                    source: Some(self.source.span(block)),
                    at: Span::of(0..text.len()).end,
                    edit: self.part.edits.len(),
                    text: one_line(told),
                });
            }
            text.push_str(document.source.slice(Span::new(chunk.start, chunk.end)));
            text.push_str(&chunk.gap);
        }
        self.part.edits.push(Edit { span, text });
        true
    }

    /// The counterparts as whole lines, by the order of the source; nothing where one does not begin its line.
    fn chunks(
        &self,
        linked: &[Linked],
        order: &[usize],
        siblings: &[BlockId],
    ) -> Option<Vec<Chunk>> {
        let text = self.target.document.source.text();
        let mut chunks: Vec<Option<Chunk>> = linked.iter().map(|_| None).collect();
        for (nth, at) in order.iter().enumerate() {
            let first = linked[*at].target;
            let next = order.get(nth + 1).map(|next| linked[*next].target);
            let last = next.unwrap_or(siblings.len()) - 1;
            let own = self.target.span(siblings[first]).start;
            let start = place::line_start(text, own);
            let before = text.get(start as usize..own as usize)?;
            let end = self.target.span(siblings[last]).end;
            let end = place::line_end(text, end);
            let gap = match next {
                Some(next) => {
                    let to = self.target.span(siblings[next]).start;
                    let to = place::line_start(text, to);
                    text.get(end as usize..to as usize)?.to_owned()
                }
                None => String::new(),
            };
            if !place::is_blank(before) {
                return None;
            }
            chunks[*at] = Some(Chunk { start, end, gap });
        }
        chunks.into_iter().collect()
    }
}

/// Where each source unit stood when it was accepted: the place of its record among the lock's.
fn ranks(bitext: &Bitext, lock: &Lock) -> Vec<Option<usize>> {
    let mut places: HashMap<(&[String], &[String]), Vec<usize>> = HashMap::new();
    for (at, record) in lock.records.iter().enumerate() {
        let key = (record.source.as_slice(), record.target.as_slice());
        places.entry(key).or_default().push(at);
    }
    let mut ranks = vec![None; bitext.source.units.len()];
    for pair in &bitext.pairs {
        let Some(base) = &pair.accepted else {
            continue;
        };
        // What stands in the lock twice could have stood in either place.
        let found = places.get(&(base.source.as_slice(), base.target.as_slice()));
        if let Some([only]) = found.map(Vec::as_slice) {
            for unit in &pair.source {
                ranks[unit.idx()] = Some(*only);
            }
        }
    }
    ranks
}
