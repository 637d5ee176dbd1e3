//! Finds which blocks of the two sides are read together, level by level: what the pairs of units tie together is one piece; where two containers
//! are tied to nothing but each other, their contents are laid side by side in turn.

use crate::bitext::bitext::Bitext;
use crate::document::block::BlockId;
use crate::document::block::BlockKind;
use crate::document::placeholder;
use crate::draft::links::Fate;
use crate::draft::links::Links;
use crate::draft::outline::Outline;
use crate::draft::outline::is_alike;
use crate::render::edition::Container;
use crate::render::edition::Edition;
use crate::render::edition::Node;
use crate::render::edition::bare_text;
use crate::render::level::Level;
use crate::render::level::Piece;
use std::collections::HashMap;

/// Lays a bitext out.
pub(crate) fn weave(bitext: &Bitext) -> Edition<'_> {
    let mut edition = Edition::empty(bitext);
    edition.held = held(&edition.target);
    let ties = ties(bitext, &edition.source, &edition.target);
    let nodes = Weaver {
        edition: &edition,
        ties,
    }
    .level(None, None);
    edition.nodes = nodes;
    edition
}

/// For each source unit, the draft's blocks that its counterparts stand in; placeholders count.
fn ties(bitext: &Bitext, source: &Outline<'_>, target: &Outline<'_>) -> Vec<Vec<BlockId>> {
    let mut ties = vec![Vec::new(); bitext.source.units.len()];
    for pair in &bitext.pairs {
        let blocks: Vec<BlockId> = pair
            .target
            .iter()
            .map(|unit| bitext.target.unit(*unit).block)
            .collect();
        for unit in &pair.source {
            ties[unit.idx()].clone_from(&blocks);
        }
    }
    let links = Links::new(bitext, source, target);
    for unit in bitext.source.unit_ids() {
        if let (Fate::At(block), true) = (links.fate(unit), ties[unit.idx()].is_empty()) {
            ties[unit.idx()].push(block);
        }
    }
    ties
}

/// The draft's blocks that are nothing but a placeholder, or a copy of the source beside one.
fn held(target: &Outline<'_>) -> Vec<BlockId> {
    let document = target.document;
    let marks: Vec<_> = document
        .comments
        .iter()
        .filter(|comment| placeholder::of(&comment.text).is_some())
        .map(|comment| comment.span)
        .collect();
    if marks.is_empty() {
        return Vec::new();
    }
    let mut held = Vec::new();
    let mut open: Vec<BlockId> = target.children(None).to_vec();
    while let Some(block) = open.pop() {
        let span = document.block(block).span;
        if !marks.iter().any(|mark| span.contains(*mark)) {
            continue;
        }
        let children = target.children(Some(block));
        match target.units(block).is_empty() && children.is_empty() {
            true => held.push(block),
            false => open.extend(children),
        }
    }
    held
}

struct Weaver<'e, 'a> {
    edition: &'e Edition<'a>,
    ties: Vec<Vec<BlockId>>,
}

impl Weaver<'_, '_> {
    /// Lays the contents of two containers side by side, or what stands at the top of the two files.
    fn level(&self, source: Option<BlockId>, target: Option<BlockId>) -> Vec<Node> {
        let mut level = Level::new(
            self.edition.source.children(source),
            self.edition.target.children(target),
        );
        self.tie(&mut level);
        self.tie_silent(&mut level);
        let pieces = level.pieces().into_iter();
        pieces.filter_map(|piece| self.node(piece)).collect()
    }

    /// Ties what the pairs of units tie.
    fn tie(&self, level: &mut Level<'_>) {
        let at: HashMap<BlockId, usize> = level.target.iter().copied().zip(0..).collect();
        for (one, block) in level.source.iter().enumerate() {
            for unit in self.edition.source.units(*block) {
                for other in &self.ties[unit.idx()] {
                    let mut chain = self.edition.target.chain(*other);
                    if let Some(other) = chain.find_map(|block| at.get(&block)) {
                        level.unite(one, *other);
                    }
                }
            }
        }
    }

    /// Ties blocks that nobody translates (breaks, definitions of links, comments, markup) to their like at the same place:
    /// first by their text, then by their kind alone.
    fn tie_silent(&self, level: &mut Level<'_>) {
        let (source, target) = (&self.edition.source, &self.edition.target);
        for by_text in [true, false] {
            let (ones, others) = level.loose(source, target);
            let mut free = vec![true; others.len()];
            // Both go forward: only those between the same neighbors are compared.
            let mut by_neighbor: HashMap<(bool, usize), Vec<usize>> = HashMap::new();
            for (at, other) in others.iter().enumerate() {
                by_neighbor
                    .entry((false, other.before))
                    .or_default()
                    .push(at);
                by_neighbor.entry((true, other.after)).or_default().push(at);
            }
            for one in ones {
                let block = level.source[one.at];
                let kind = source.kind(block);
                let near = [(false, one.before), (true, one.after)];
                let near = near.iter().filter_map(|key| by_neighbor.get(key)).flatten();
                let text = bare_text(source, block);
                let found = near.copied().find(|at| {
                    let other = others[*at];
                    let candidate = level.target[other.at];
                    let is_between = one.before == other.before && one.after == other.after;
                    free[*at]
                        && is_alike(kind, target.kind(candidate))
                        && match by_text {
                            true => bare_text(target, candidate) == text,
                            false => is_between && !is_kept_apart(kind),
                        }
                });
                if let Some(at) = found {
                    free[at] = false;
                    level.unite(one.at, others[at].at);
                }
            }
        }
    }

    fn node(&self, piece: Piece) -> Option<Node> {
        let Piece { source, mut target } = piece;
        if let ([one], [other]) = (source.as_slice(), target.as_slice())
            && let Some(container) = self.container(*one, *other)
        {
            return Some(Node::Container(container));
        }
        target.retain(|block| !self.edition.held.contains(block));
        if source.is_empty() && target.is_empty() {
            return None;
        }
        Some(Node::Passage(self.edition.passage(source, target)))
    }

    /// Two containers of one kind that are tied to nothing but each other.
    fn container(&self, source: BlockId, target: BlockId) -> Option<Container> {
        let (kind, other) = (
            self.edition.source.kind(source),
            self.edition.target.kind(target),
        );
        if kind != other || !is_woven(kind) {
            return None;
        }
        let container = Container {
            source,
            target,
            nodes: self.level(Some(source), Some(target)),
        };
        (*kind != BlockKind::Table || is_grid(&container)).then_some(container)
    }
}

/// Containers whose contents can be read piece by piece. Notes are referred to by their labels, and definitions by their terms: they stay whole.
const fn is_woven(kind: &BlockKind) -> bool {
    matches!(
        kind,
        BlockKind::BlockQuote
            | BlockKind::List(_)
            | BlockKind::Item
            | BlockKind::Directive
            | BlockKind::Table
            | BlockKind::Row
    )
}

/// What is never taken for the same as another text of its kind.
const fn is_kept_apart(kind: &BlockKind) -> bool {
    matches!(
        kind,
        BlockKind::Comment | BlockKind::References | BlockKind::Esm
    )
}

/// Tells whether two tables have the same rows and columns, each cell over against one cell.
fn is_grid(table: &Container) -> bool {
    let is_full = |node: &Node| match node {
        Node::Container(_) => true,
        Node::Passage(passage) => passage.source.len() == 1 && passage.target.len() == 1,
    };
    table.nodes.iter().all(|row| match row {
        Node::Container(row) => row.nodes.iter().all(is_full),
        Node::Passage(_) => is_full(row),
    })
}
