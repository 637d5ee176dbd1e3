//! Which block stands in which: the parser's own ranges, with what it does not know of directives, HTML and JSX put right.

use crate::document::block::Block;
use crate::document::block::BlockId;
use crate::document::block::BlockKind;
use crate::document::document::Document;
use crate::markdown::draft::Draft;
use crate::text::span::Span;

impl Draft<'_> {
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
    pub(crate) fn order_blocks(&self, document: &mut Document) -> Vec<usize> {
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
