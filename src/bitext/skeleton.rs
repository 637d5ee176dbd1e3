//! What a document is to the aligner: its front matter by key, and a row of pieces (units, and tables as wholes).

use crate::bitext::node::{self, Node, NodeKind, Quotation};
use crate::bitext::reading::{Reading, Side};
use crate::document::block::{BlockId, BlockKind};
use crate::document::document::Document;
use crate::document::inline::CodeKind;
use crate::document::unit::{UnitId, UnitKind};
use crate::text::fingerprint::Fingerprint;
use std::collections::HashMap;

/// The pieces of one side, each with what the aligner compares.
#[derive(Debug, Default)]
pub(super) struct Skeleton {
    pub(super) front_matter: Vec<UnitId>,
    pub(super) pieces: Vec<Piece>,
    pub(super) nodes: Vec<Node>,
}

/// What stands for one node.
#[derive(Debug)]
pub(super) enum Piece {
    Unit(UnitId),
    /// The cells of a table with their row and column.
    Table(Vec<(Place, UnitId)>),
}

/// Where a cell stands: row, column, and which unit of the cell it is.
pub(super) type Place = (usize, usize, usize);

impl Piece {
    /// Returns its units in reading order.
    pub(super) fn units(&self) -> Vec<UnitId> {
        match self {
            Self::Unit(unit) => vec![*unit],
            Self::Table(cells) => cells.iter().map(|(_, unit)| *unit).collect(),
        }
    }
}

impl Skeleton {
    /// Takes the given units of a document apart.
    pub(super) fn of(
        document: &Document,
        units: &[UnitId],
        side: Side,
        reading: &mut Reading<'_>,
    ) -> Self {
        let mut skeleton = Self::default();
        let mut places: Option<HashMap<BlockId, (usize, usize)>> = None;
        let mut table: Option<BlockId> = None;
        for unit in units {
            match document.unit(*unit).kind {
                UnitKind::FrontMatter => skeleton.front_matter.push(*unit),
                UnitKind::TableCell => {
                    let places = places.get_or_insert_with(|| cell_places(document));
                    let found = ancestor(document, *unit, &BlockKind::Table);
                    if found.is_none() || found != table || skeleton.pieces.is_empty() {
                        skeleton.pieces.push(Piece::Table(Vec::new()));
                        table = found;
                    }
                    let cell = ancestor(document, *unit, &BlockKind::Cell);
                    let (row, column) = cell
                        .and_then(|cell| places.get(&cell))
                        .copied()
                        .unwrap_or_default();
                    if let Some(Piece::Table(cells)) = skeleton.pieces.last_mut() {
                        let last = cells.last().filter(|((last_row, last_column, _), _)| {
                            (*last_row, *last_column) == (row, column)
                        });
                        let nth = last.map_or(0, |((.., nth), _)| nth + 1);
                        cells.push(((row, column, nth), *unit));
                    }
                    continue;
                }
                _ => skeleton.pieces.push(Piece::Unit(*unit)),
            }
            table = None;
        }
        skeleton.nodes = skeleton
            .pieces
            .iter()
            .map(|piece| node_of(document, piece, side, reading))
            .collect();
        skeleton
    }
}

fn node_of(document: &Document, piece: &Piece, side: Side, reading: &mut Reading<'_>) -> Node {
    let units = piece.units();
    let text = match units.as_slice() {
        [unit] => document.text(*unit).to_owned(),
        _ => units
            .iter()
            .map(|unit| document.text(*unit))
            .collect::<Vec<_>>()
            .join("\n"),
    };
    let kind = match piece {
        Piece::Unit(unit) => kind_of(document.unit(*unit).kind),
        Piece::Table(_) => NodeKind::Table,
    };
    let mut marks = if matches!(kind, NodeKind::Code | NodeKind::Html | NodeKind::Math) {
        [0.0; node::N_MARKS]
    } else {
        node::marks_of(&text)
    };
    let mut hidden = 0.0;
    for unit in &units {
        for code in document.codes(*unit) {
            let mark = match code.kind {
                CodeKind::Link | CodeKind::Autolink => 6,
                CodeKind::Code | CodeKind::Math => 7,
                CodeKind::Strong => 8,
                CodeKind::Image => 9,
                _ => continue,
            };
            marks[mark] += 1.0;
            if matches!(code.kind, CodeKind::Link | CodeKind::Image) {
                hidden += node::length_of(&code.content);
            }
        }
    }
    let length = node::length_of(&text);
    Node {
        kind,
        // Link targets are the same on both sides and say nothing of how long a translation is.
        length: (length - hidden).max(length.min(1.0)),
        words: reading.words(side, &text),
        marks,
        quotation: Quotation::default(),
        hash: u64::from_be_bytes(Fingerprint::of(&text).0),
        vector: reading.vector(&text),
        container: units.first().map_or(0, |unit| container(document, *unit)),
    }
}

const fn kind_of(kind: UnitKind) -> NodeKind {
    match kind {
        UnitKind::Heading(level) => NodeKind::Heading(level),
        UnitKind::Paragraph | UnitKind::FrontMatter | UnitKind::Message => NodeKind::Paragraph,
        UnitKind::ListItem => NodeKind::Item,
        UnitKind::TableCell => NodeKind::Table,
        UnitKind::DirectiveTitle => NodeKind::Title,
        UnitKind::ImageAlt => NodeKind::Image,
        UnitKind::Term => NodeKind::Term,
        UnitKind::Definition => NodeKind::Definition,
        UnitKind::HtmlText => NodeKind::HtmlText,
        UnitKind::Attribute => NodeKind::Attribute,
        UnitKind::Code => NodeKind::Code,
        UnitKind::Html => NodeKind::Html,
        UnitKind::Math => NodeKind::Math,
    }
}

/// How far up containers are followed.
const HIGHEST: usize = 16;

/// Returns the blocks from a unit's own upwards.
fn lineage(document: &Document, unit: UnitId) -> impl Iterator<Item = BlockId> {
    let parent = |block: &BlockId| {
        document
            .blocks
            .get(block.0 as usize)
            .and_then(|block| block.parent)
    };
    std::iter::successors(Some(document.unit(unit).block), parent).take(HIGHEST)
}

fn ancestor(document: &Document, unit: UnitId, kind: &BlockKind) -> Option<BlockId> {
    let is_kind = |block: &BlockId| {
        document
            .blocks
            .get(block.0 as usize)
            .is_some_and(|block| block.kind == *kind)
    };
    lineage(document, unit).find(is_kind)
}

/// Returns a number for what a unit stands in: quotations, lists, directives and footnotes, and how deep.
fn container(document: &Document, unit: UnitId) -> u32 {
    lineage(document, unit)
        .filter_map(|block| document.blocks.get(block.0 as usize))
        .filter_map(|block| match block.kind {
            BlockKind::BlockQuote => Some(1),
            BlockKind::List(_) => Some(2),
            BlockKind::Directive => Some(3),
            BlockKind::Footnote => Some(4),
            BlockKind::Definition => Some(5),
            _ => None,
        })
        .take(8)
        .fold(0, |all, kind| all * 6 + kind)
}

/// Returns the row and the column of every cell.
fn cell_places(document: &Document) -> HashMap<BlockId, (usize, usize)> {
    let mut rows: HashMap<BlockId, (usize, usize)> = HashMap::new();
    let mut n_rows: HashMap<Option<BlockId>, usize> = HashMap::new();
    let mut cells = HashMap::new();
    for (block, id) in document.blocks.iter().zip(0..) {
        match (&block.kind, block.parent) {
            (BlockKind::Row, table) => {
                let n_rows = n_rows.entry(table).or_default();
                rows.insert(BlockId(id), (*n_rows, 0));
                *n_rows += 1;
            }
            (BlockKind::Cell, Some(row)) => {
                if let Some((row, n_cells)) = rows.get_mut(&row) {
                    cells.insert(BlockId(id), (*row, *n_cells));
                    *n_cells += 1;
                }
            }
            _ => {}
        }
    }
    cells
}
