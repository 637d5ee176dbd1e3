//! Which block of the draft stands for which block of the source, by what is known of their units.

use crate::bitext::bitext::{Bitext, PairState};
use crate::document::block::{BlockId, BlockKind};
use crate::document::document::Document;
use crate::document::inline::CodeKind;
use crate::document::placeholder;
use crate::document::unit::{UnitId, UnitKind};
use crate::draft::outline::{Outline, is_alike};
use crate::text::span::Span;
use std::collections::{BTreeMap, HashMap, VecDeque};

/// What is known of a source unit's place in the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Its counterpart stands in this block; a placeholder counts.
    At(BlockId),
    /// It has none, and needs one.
    Missing,
    /// It needs none.
    Ignored,
}

/// The links between the two trees of a bitext.
#[derive(Debug)]
pub struct Links {
    fates: Vec<Fate>,
    blocks: Vec<Option<BlockId>>,
    /// For each target block, the source block that it stands for.
    back: Vec<Option<BlockId>>,
    /// The placeholders that hold the places of units.
    held: HashMap<UnitId, Span>,
    /// Placeholders that hold no place any more.
    pub idle: Vec<Span>,
}

impl Links {
    /// Finds them.
    pub fn new(bitext: &Bitext, source: &Outline<'_>, target: &Outline<'_>) -> Self {
        let mut fates = vec![Fate::Ignored; bitext.source.units.len()];
        for pair in &bitext.pairs {
            for (at, unit) in pair.source.iter().enumerate() {
                let is_last = at + 1 == pair.source.len();
                let other = if is_last {
                    pair.target.last()
                } else {
                    pair.target.get(at.min(pair.target.len().saturating_sub(1)))
                };
                fates[unit.idx()] = match (other, pair.state) {
                    (Some(other), _) => Fate::At(bitext.target.unit(*other).block),
                    (None, PairState::Ignored) => Fate::Ignored,
                    (None, _) => Fate::Missing,
                };
            }
        }
        let (held, idle) = place_holders(bitext, target, &mut fates);
        let mut links = Self {
            fates,
            blocks: vec![None; bitext.source.blocks.len()],
            back: vec![None; bitext.target.blocks.len()],
            held,
            idle,
        };
        links.vote(source, target);
        links.link_front_matter(bitext);
        links
    }

    /// Lets all missing units be that are not wanted.
    pub fn want_only(&mut self, is_wanted: impl Fn(UnitId) -> bool) {
        for (unit, fate) in (0..).map(UnitId).zip(&mut self.fates) {
            if *fate == Fate::Missing && !is_wanted(unit) {
                *fate = Fate::Ignored;
            }
        }
    }

    /// Returns the placeholder that holds a unit's place.
    pub fn placeholder(&self, unit: UnitId) -> Option<Span> {
        self.held.get(&unit).copied()
    }

    /// Returns what is known of a unit.
    pub fn fate(&self, unit: UnitId) -> Fate {
        self.fates[unit.idx()]
    }

    /// Returns the target block that stands for a source block.
    pub fn block(&self, block: BlockId) -> Option<BlockId> {
        self.blocks[block.0 as usize]
    }

    /// Returns the source block that a target block stands for.
    pub fn back(&self, block: BlockId) -> Option<BlockId> {
        self.back[block.0 as usize]
    }

    /// Tells whether all that is to be translated in a block is missing, and there is something.
    pub fn is_new(&self, source: &Outline<'_>, block: BlockId) -> bool {
        let mut is_new = false;
        for unit in source.units(block) {
            match self.fate(unit) {
                Fate::At(_) => return false,
                Fate::Missing => is_new = true,
                Fate::Ignored => {}
            }
        }
        is_new
    }

    /// Walks up both trees from the units' blocks as long as the kinds agree; the block met most often is the counterpart.
    fn vote(&mut self, source: &Outline<'_>, target: &Outline<'_>) {
        let mut votes: BTreeMap<(BlockId, BlockId), (usize, usize)> = BTreeMap::new();
        for unit in source.document.unit_ids() {
            let Fate::At(leaf) = self.fate(unit) else {
                continue;
            };
            let home = source.document.unit(unit).block;
            for (at, (one, other)) in source.chain(home).zip(target.chain(leaf)).enumerate() {
                if at > 0 && !is_alike(source.kind(one), target.kind(other)) {
                    break;
                }
                let n_votes = votes.len();
                votes.entry((one, other)).or_insert((0, n_votes)).0 += 1;
            }
        }
        let mut ranked: Vec<_> = votes.into_iter().collect();
        ranked.sort_by_key(|((one, other), (count, first))| {
            (std::cmp::Reverse(*count), *first, *one, *other)
        });
        for ((one, other), _) in ranked {
            let slot = &mut self.blocks[one.0 as usize];
            if slot.is_none() {
                *slot = Some(other);
                let back = &mut self.back[other.0 as usize];
                *back = back.or(Some(one));
            }
        }
    }

    /// Front matter stands for front matter, whatever its values.
    fn link_front_matter(&mut self, bitext: &Bitext) {
        let front = |blocks: &[crate::document::block::Block]| {
            let at = blocks
                .iter()
                .position(|block| block.kind == BlockKind::FrontMatter)?;
            Some(BlockId(Span::of(0..at).end))
        };
        if let (Some(one), Some(other)) =
            (front(&bitext.source.blocks), front(&bitext.target.blocks))
        {
            self.blocks[one.0 as usize] = Some(other);
            self.back[other.0 as usize] = Some(one);
        }
    }
}

/// Gives missing units the placeholders that quote them, equal ones in their order; returns those, and the placeholders left over.
fn place_holders(
    bitext: &Bitext,
    target: &Outline<'_>,
    fates: &mut [Fate],
) -> (HashMap<UnitId, Span>, Vec<Span>) {
    let mut taken = HashMap::new();
    let mut held: HashMap<String, VecDeque<(Span, BlockId)>> = HashMap::new();
    for comment in &bitext.target.comments {
        let Some(quoted) = placeholder::of(&comment.text) else {
            continue;
        };
        if let Some(block) = innermost(target, comment.span) {
            let key = placeholder::key_of_quotation(quoted);
            held.entry(key)
                .or_default()
                .push_back((comment.span, block));
        }
    }
    if held.is_empty() {
        return (taken, Vec::new());
    }
    for unit in bitext.source.unit_ids() {
        // A value of front matter has its mark at its own line.
        let is_front = bitext.source.unit(unit).kind == UnitKind::FrontMatter;
        if is_front || fates[unit.idx()] != Fate::Missing {
            continue;
        }
        let key = placeholder::key(quoted(&bitext.source, unit));
        if let Some((span, block)) = held.get_mut(&key).and_then(VecDeque::pop_front) {
            fates[unit.idx()] = Fate::At(block);
            taken.insert(unit, span);
        }
    }
    let mut idle: Vec<Span> = held.into_values().flatten().map(|(span, _)| span).collect();
    idle.sort_unstable();
    (taken, idle)
}

/// What a placeholder quotes of a unit: a heading's id and a task's box stand beside it.
pub fn quoted(document: &Document, unit: UnitId) -> &str {
    let text = document.text(unit);
    let codes = document.codes(unit);
    let id = codes.iter().find(|code| code.kind == CodeKind::HeadingId);
    let task = codes
        .first()
        .filter(|code| code.kind == CodeKind::TaskMarker && code.span.start == 0);
    let start = task.map_or(0, |task| task.span.range().end);
    let end = id.map_or(text.len(), |id| id.span.range().start);
    text.get(start..end).unwrap_or(text).trim()
}

/// The innermost block that holds a place.
pub fn innermost(outline: &Outline<'_>, place: Span) -> Option<BlockId> {
    let blocks = outline.document.blocks.iter().enumerate();
    let inside = blocks.filter(|(_, block)| block.span.contains(place));
    let at = inside.min_by_key(|(at, block)| (block.span.len(), std::cmp::Reverse(*at)));
    at.map(|(at, _)| BlockId(Span::of(0..at).end))
}
