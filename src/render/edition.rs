//! A bitext laid out for readers: which blocks of the two sides are read together. Every block stands in it exactly once.

use crate::bitext::bitext::Bitext;
use crate::bitext::bitext::Pair;
use crate::document::block::BlockId;
use crate::document::block::BlockKind;
use crate::document::document::Document;
use crate::document::unit::UnitId;
use crate::draft::outline::Outline;
use crate::draft::place;
use crate::render::once;
use crate::render::standing;
use crate::render::standing::Standing;
use crate::render::weave;
use crate::text::span::Span;

/// A bitext laid out for readers, in the order of the source; what only the draft has stands where the draft has it.
pub struct Edition<'a> {
    /// The bitext.
    pub bitext: &'a Bitext,
    /// The source's blocks as a tree.
    pub source: Outline<'a>,
    /// The draft's blocks as a tree.
    pub target: Outline<'a>,
    /// What stands at the top.
    pub nodes: Vec<Node>,
    /// Blocks of the draft that only hold the place of a translation: no reader sees them.
    pub held: Vec<BlockId>,
    pairs: [Vec<usize>; 2],
}

/// A piece of an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Blocks that are read together as they are.
    Passage(Passage),
    /// Two containers that stand for each other, whose contents are read together piece by piece.
    Container(Container),
}

/// Blocks that are read together. One side may be empty, not both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The source's blocks, in reading order.
    pub source: Vec<BlockId>,
    /// The draft's blocks, in reading order.
    pub target: Vec<BlockId>,
    /// How the translation stands.
    pub standing: Standing,
    /// Whether both sides say the same, so that one of them is enough: equal text, code, an image.
    pub is_once: bool,
}

/// Two containers that stand for each other: quotes, lists, items, directives, tables, rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Container {
    /// The source's.
    pub source: BlockId,
    /// The draft's.
    pub target: BlockId,
    /// What stands in them.
    pub nodes: Vec<Node>,
}

/// The two sides of a bitext.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Side {
    /// The source.
    #[default]
    Source,
    /// The draft.
    Target,
}

impl<'a> Edition<'a> {
    /// Lays a bitext out.
    pub fn new(bitext: &'a Bitext) -> Self {
        weave::weave(bitext)
    }

    /// Returns the tree of a side.
    pub const fn outline(&self, side: Side) -> &Outline<'a> {
        match side {
            Side::Source => &self.source,
            Side::Target => &self.target,
        }
    }

    /// Makes an edition without any node yet.
    pub(crate) fn empty(bitext: &'a Bitext) -> Self {
        let mut pairs = [
            vec![usize::MAX; bitext.source.units.len()],
            vec![usize::MAX; bitext.target.units.len()],
        ];
        for (at, pair) in bitext.pairs.iter().enumerate() {
            let [source, target] = &mut pairs;
            pair.source.iter().for_each(|unit| source[unit.idx()] = at);
            pair.target.iter().for_each(|unit| target[unit.idx()] = at);
        }
        Self {
            bitext,
            source: Outline::new(&bitext.source),
            target: Outline::new(&bitext.target),
            nodes: Vec::new(),
            held: Vec::new(),
            pairs,
        }
    }

    /// Returns the documents of both sides, the source first.
    pub const fn documents(&self) -> [&'a Document; 2] {
        [self.source.document, self.target.document]
    }

    /// Returns the pair that a unit of a side stands in.
    pub fn pair_of(&self, side: Side, unit: UnitId) -> Option<&'a Pair> {
        let [source, target] = &self.pairs;
        let pairs = match side {
            Side::Source => source,
            Side::Target => target,
        };
        self.bitext.pairs.get(*pairs.get(unit.idx())?)
    }

    /// Makes a passage of blocks that are read together.
    pub(crate) fn passage(&self, source: Vec<BlockId>, target: Vec<BlockId>) -> Passage {
        Passage {
            standing: standing::of(self, &source, &target),
            is_once: once::is_once(self, &source, &target),
            source,
            target,
        }
    }

    /// Takes a node as one passage, whatever its parts.
    pub fn whole(&self, node: &Node) -> Passage {
        match node {
            Node::Passage(passage) => passage.clone(),
            Node::Container(container) => {
                self.passage(vec![container.source], vec![container.target])
            }
        }
    }

    /// Returns the kind of the first block that a node shows.
    pub fn kind(&self, node: &Node) -> Option<&'a BlockKind> {
        match node {
            Node::Container(container) => Some(self.target.kind(container.target)),
            Node::Passage(passage) => {
                let target = passage.target.first().map(|block| self.target.kind(*block));
                target.or_else(|| passage.source.first().map(|block| self.source.kind(*block)))
            }
        }
    }
}

impl Passage {
    /// Returns the blocks of a side.
    pub fn blocks(&self, side: Side) -> &[BlockId] {
        match side {
            Side::Source => &self.source,
            Side::Target => &self.target,
        }
    }
}

impl Side {
    /// Returns the other side.
    pub const fn other(self) -> Self {
        match self {
            Self::Source => Self::Target,
            Self::Target => Self::Source,
        }
    }
}

/// Returns the text of a block as its file has it, without the marks of the containers around it.
pub(crate) fn bare_text(outline: &Outline<'_>, block: BlockId) -> String {
    lines(outline, outline.span(block), None).join("\n")
}

/// Cuts a part of a file, or what it has become, into lines without what the containers around it start every line with.
pub(crate) fn lines(outline: &Outline<'_>, span: Span, changed: Option<&str>) -> Vec<String> {
    let text = changed.unwrap_or_else(|| outline.document.source.slice(span));
    let prefix = place::prefix(outline.document, span.start);
    text.lines()
        .enumerate()
        .map(|(at, line)| match at {
            0 => line.to_owned(),
            _ => place::strip(line, &prefix).to_owned(),
        })
        .collect()
}
