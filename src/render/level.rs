//! One level of the two trees: which children are tied together, and in which order the pieces are read.

use crate::document::block::BlockId;
use crate::draft::outline::Outline;
use std::collections::HashMap;

/// The children of two containers, and what ties them.
pub(crate) struct Level<'b> {
    /// The source's children.
    pub(crate) source: &'b [BlockId],
    /// The draft's children.
    pub(crate) target: &'b [BlockId],
    /// Of each child, the source's first, another one of its piece; itself when it is the piece's first.
    parents: Vec<usize>,
}

/// Children that are read together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) source: Vec<BlockId>,
    pub(crate) target: Vec<BlockId>,
}

/// A child that nothing is tied to and that nobody translates, with the tied pieces before and behind it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Loose {
    pub(crate) at: usize,
    pub(crate) before: usize,
    pub(crate) after: usize,
}

/// Stands for the level's own beginning and end.
const EDGE: usize = usize::MAX;

impl<'b> Level<'b> {
    /// Makes a level of children that nothing ties yet.
    pub(crate) fn new(source: &'b [BlockId], target: &'b [BlockId]) -> Self {
        Self {
            source,
            target,
            parents: (0..source.len() + target.len()).collect(),
        }
    }

    /// Ties a child of the source to a child of the draft.
    pub(crate) fn unite(&mut self, source: usize, target: usize) {
        let (one, other) = (self.first(source), self.first(self.source.len() + target));
        let (kept, gone) = (one.min(other), one.max(other));
        self.parents[gone] = kept;
    }

    fn first(&mut self, mut child: usize) -> usize {
        while self.parents[child] != child {
            self.parents[child] = self.parents[self.parents[child]];
            child = self.parents[child];
        }
        child
    }

    /// Returns the children of both sides that nothing is tied to and that have no units.
    pub(crate) fn loose(
        &mut self,
        source: &Outline<'_>,
        target: &Outline<'_>,
    ) -> (Vec<Loose>, Vec<Loose>) {
        let firsts: Vec<usize> = (0..self.parents.len())
            .map(|child| self.first(child))
            .collect();
        let (ones, others) = firsts.split_at(self.source.len());
        let is_in = |pieces: &[usize]| {
            let mut is_in = vec![false; firsts.len()];
            pieces.iter().for_each(|piece| is_in[*piece] = true);
            is_in
        };
        let (in_source, in_target) = (is_in(ones), is_in(others));
        let is_tied = |piece: usize| in_source[piece] && in_target[piece];
        (
            gather(source, self.source, ones, is_tied),
            gather(target, self.target, others, is_tied),
        )
    }

    /// Returns the pieces in the order of the source; what only the draft has comes behind what it follows in the draft.
    pub(crate) fn pieces(&mut self) -> Vec<Piece> {
        let mut pieces: HashMap<usize, Piece> = HashMap::new();
        let mut order = Vec::new();
        for (child, block) in self.source.iter().enumerate() {
            let first = self.first(child);
            let piece = pieces.entry(first).or_insert_with(|| {
                order.push(first);
                Piece::default()
            });
            piece.source.push(*block);
        }
        let mut followers: HashMap<usize, Vec<usize>> = HashMap::new();
        let mut before = EDGE;
        for (at, block) in self.target.iter().enumerate() {
            let first = self.first(self.source.len() + at);
            let piece = pieces.entry(first).or_default();
            if piece.source.is_empty() {
                followers.entry(before).or_default().push(first);
            } else {
                before = first;
            }
            piece.target.push(*block);
        }
        let ordered = std::iter::once(EDGE).chain(order).flat_map(|first| {
            let own = (first != EDGE).then_some(first);
            own.into_iter()
                .chain(followers.remove(&first).unwrap_or_default())
        });
        ordered.filter_map(|first| pieces.remove(&first)).collect()
    }
}

fn gather(
    outline: &Outline<'_>,
    blocks: &[BlockId],
    pieces: &[usize],
    is_tied: impl Fn(usize) -> bool,
) -> Vec<Loose> {
    let mut loose: Vec<Loose> = Vec::new();
    let mut before = EDGE;
    let mut n_closed = 0;
    for (at, (block, piece)) in blocks.iter().zip(pieces).enumerate() {
        if is_tied(*piece) {
            before = *piece;
            loose[n_closed..]
                .iter_mut()
                .for_each(|one| one.after = before);
            n_closed = loose.len();
        } else if outline.units(*block).is_empty() {
            loose.push(Loose {
                at,
                before,
                after: EDGE,
            });
        }
    }
    loose
}

#[cfg(test)]
mod tests {
    use super::Level;
    use crate::document::block::BlockId;

    #[test]
    fn what_only_the_draft_has_stands_where_the_draft_has_it() {
        let ids = |ids: &[u32]| ids.iter().map(|id| BlockId(*id)).collect::<Vec<_>>();
        let (source, target) = (ids(&[0, 1, 2]), ids(&[0, 1, 2, 3]));
        let mut level = Level::new(&source, &target);
        // The draft: a new one, then the source's second, another new one, the source's first.
        level.unite(1, 1);
        level.unite(0, 3);
        let pieces: Vec<_> = level
            .pieces()
            .into_iter()
            .map(|piece| (piece.source, piece.target))
            .collect();
        assert_eq!(
            pieces,
            [
                (ids(&[]), ids(&[0])),
                (ids(&[0]), ids(&[3])),
                (ids(&[1]), ids(&[1])),
                (ids(&[]), ids(&[2])),
                (ids(&[2]), ids(&[])),
            ]
        );
    }
}
