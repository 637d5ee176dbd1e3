//! Where a unit stands in its document: the section, the table row.

use crate::document::block::BlockId;
use crate::document::block::BlockKind;
use crate::document::document::Document;
use crate::document::unit::UnitId;
use crate::document::unit::UnitKind;

/// How many units are looked back at for a heading: sections are shorter, and a finding must stay cheap.
const REACH: usize = 2000;

/// How many cells of a row are looked at on either side.
const WIDEST: usize = 32;

/// Headings under which another language's titles stand as they are.
const REFERENCES: &[&str] = &[
    "references",
    "reference",
    "bibliography",
    "works cited",
    "further reading",
    "sources",
    "citations",
    "literature",
];

/// Returns the text of the nearest heading above a unit.
pub fn heading_above(document: &Document, unit: UnitId) -> Option<&str> {
    let before = (0..unit.0).rev().take(REACH).map(UnitId);
    let mut headings =
        before.filter(|unit| matches!(document.unit(*unit).kind, UnitKind::Heading(_)));
    headings.next().map(|heading| document.text(heading))
}

/// Tells whether a unit stands in a list of references.
pub fn is_in_references(document: &Document, unit: UnitId) -> bool {
    let heading = heading_above(document, unit).map(|heading| {
        let words = heading.trim_matches(|c: char| !c.is_alphabetic());
        words.to_lowercase()
    });
    heading.is_some_and(|heading| REFERENCES.contains(&heading.as_str()))
}

/// Returns the units of the table row that a unit stands in.
pub fn row_of(document: &Document, unit: UnitId) -> Vec<UnitId> {
    let Some(row) = row_block(document, unit) else {
        return Vec::new();
    };
    let is_mine = |unit: &UnitId| row_block(document, *unit) == Some(row);
    let before = (0..unit.0)
        .rev()
        .take(WIDEST)
        .map(UnitId)
        .take_while(is_mine);
    let n_units = u32::try_from(document.units.len()).unwrap_or(u32::MAX);
    let after = (unit.0 + 1..n_units)
        .take(WIDEST)
        .map(UnitId)
        .take_while(is_mine);
    before.chain(after).collect()
}

fn row_block(document: &Document, unit: UnitId) -> Option<BlockId> {
    let mut block = Some(document.units.get(unit.idx())?.block);
    for _ in 0..4 {
        let id = block?;
        let found = document.blocks.get(id.0 as usize)?;
        if found.kind == BlockKind::Row {
            return Some(id);
        }
        block = found.parent;
    }
    None
}
