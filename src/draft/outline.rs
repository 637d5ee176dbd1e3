//! A document as a tree: which block stands in which, and which units are whose.

use crate::document::block::{BlockId, BlockKind};
use crate::document::document::Document;
use crate::document::unit::UnitId;
use crate::text::span::Span;

/// The tree of a document's blocks.
#[derive(Clone, Debug)]
pub struct Outline<'a> {
    /// The document.
    pub document: &'a Document,
    roots: Vec<BlockId>,
    children: Vec<Vec<BlockId>>,
    units: Vec<Vec<UnitId>>,
    spans: Vec<Span>,
}

impl<'a> Outline<'a> {
    /// Makes the tree.
    pub fn new(document: &'a Document) -> Self {
        let n_blocks = document.blocks.len();
        let mut outline = Self {
            document,
            roots: Vec::new(),
            children: vec![Vec::new(); n_blocks],
            units: vec![Vec::new(); n_blocks],
            spans: Vec::with_capacity(n_blocks),
        };
        for (idx, block) in document.blocks.iter().enumerate() {
            let id = BlockId(Span::of(0..idx).end);
            outline.spans.push(bare_span(document, id));
            match block.parent {
                Some(parent) => outline.children[parent.0 as usize].push(id),
                None => outline.roots.push(id),
            }
        }
        for unit in document.unit_ids() {
            let home = document.unit(unit).block.0 as usize;
            if let Some(units) = outline.units.get_mut(home) {
                units.push(unit);
            }
        }
        outline
    }

    /// Returns the blocks that stand in a container, or at the top.
    pub fn children(&self, block: Option<BlockId>) -> &[BlockId] {
        match block {
            Some(block) => &self.children[block.0 as usize],
            None => &self.roots,
        }
    }

    /// Returns a block's kind.
    pub fn kind(&self, block: BlockId) -> &'a BlockKind {
        &self.document.block(block).kind
    }

    /// Returns the units of a block and of all that stands in it, in reading order.
    pub fn units(&self, block: BlockId) -> Vec<UnitId> {
        let mut units = Vec::new();
        self.gather(block, &mut units);
        units.sort_unstable();
        units
    }

    fn gather(&self, block: BlockId, units: &mut Vec<UnitId>) {
        let mut open = vec![block];
        while let Some(block) = open.pop() {
            units.extend(&self.units[block.0 as usize]);
            open.extend(&self.children[block.0 as usize]);
        }
    }

    /// Returns the units of a block itself.
    pub fn own_units(&self, block: BlockId) -> &[UnitId] {
        &self.units[block.0 as usize]
    }

    /// Returns a block's bytes without the white space and the empty quote marks at its end.
    pub fn span(&self, block: BlockId) -> Span {
        self.spans[block.0 as usize]
    }

    /// Returns a block's parent.
    pub fn parent(&self, block: BlockId) -> Option<BlockId> {
        self.document.block(block).parent
    }

    /// Returns a block and all it stands in, from the inside.
    pub fn chain(&self, block: BlockId) -> impl Iterator<Item = BlockId> + '_ {
        std::iter::successors(Some(block), |block| self.parent(*block))
    }

    /// Tells whether `inner` is `outer` or stands in it.
    pub fn is_inside(&self, inner: BlockId, outer: BlockId) -> bool {
        self.chain(inner).any(|block| block == outer)
    }
}

/// Tells whether two blocks are of one kind: levels and numbering do not count.
pub fn is_alike(one: &BlockKind, other: &BlockKind) -> bool {
    std::mem::discriminant(one) == std::mem::discriminant(other)
}

fn bare_span(document: &Document, block: BlockId) -> Span {
    let Span { mut start, end } = document.block(block).span;
    let text = document.source.text();
    let whole = document.source.slice(Span::new(start, end));
    let is_fenced = whole.starts_with("```") || whole.starts_with("~~~");
    if document.block(block).kind == BlockKind::Code && !is_fenced {
        // An indented block starts with its four columns.
        let head = text.get(..start as usize).unwrap_or_default();
        let bare = head.trim_end_matches([' ', '\t']);
        let blanks = &head[bare.len()..];
        let n_own = if blanks.ends_with('\t') {
            1
        } else {
            blanks.len().min(4)
        };
        start -= Span::of(0..n_own).end;
    }
    let mut bare = document.source.slice(Span::new(start, end)).trim_end();
    while let Some((before, last)) = bare.rsplit_once('\n') {
        if !last.chars().all(|c| c == '>' || c.is_whitespace()) {
            break;
        }
        bare = before.trim_end();
    }
    Span::new(start, start + Span::of(0..bare.len()).end)
}
