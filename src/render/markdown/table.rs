//! Writes two tables as one, cell by cell.

use crate::document::block::BlockId;
use crate::render::edition::Container;
use crate::render::edition::Node;
use crate::render::edition::Passage;
use crate::render::edition::Side;
use crate::render::markdown::form;
use crate::render::markdown::form::Form;
use crate::render::markdown::page::Page;

impl Page<'_, '_> {
    /// Writes two tables with the same rows and columns as one.
    pub(crate) fn table(&self, table: &Container) -> Vec<String> {
        let rows = table.nodes.iter().map(|row| {
            let cells: Vec<String> = match row {
                Node::Container(row) => row.nodes.iter().map(|cell| self.cell(cell)).collect(),
                Node::Passage(row) => self.row_alone(row),
            };
            format!("| {} |", cells.join(" | "))
        });
        let mut lines: Vec<String> = rows.collect();
        let own = self.words.block(Side::Target, table.target, &[]);
        if let Some(delimiters) = own.get(1) {
            lines.insert(1.min(lines.len()), delimiters.trim_end().to_owned());
        }
        lines
    }

    fn cell(&self, cell: &Node) -> String {
        let passage = self.edition.whole(cell);
        let text = |side: Side| -> String {
            let cells = passage.blocks(side).iter();
            let texts: Vec<String> = cells.map(|cell| self.cell_text(side, *cell)).collect();
            texts.join(" ")
        };
        let (source, target) = (text(Side::Source), text(Side::Target));
        if passage.is_once || source == target {
            return target;
        }
        let marked = |side: Side, text: String| match self.form {
            Form::Elements if !text.is_empty() => form::span(self.edition, side, &text),
            _ => text,
        };
        let mark = self.mark(&passage).unwrap_or_default();
        let target = format!("{} {mark}", marked(Side::Target, target));
        let source = marked(Side::Source, source);
        let (one, other) = match self.settings.first {
            Side::Source => (source, target),
            Side::Target => (target, source),
        };
        match (one.trim(), other.trim()) {
            ("", only) | (only, "") => only.to_owned(),
            (one, other) => format!("{one}<br/>{other}"),
        }
    }

    fn row_alone(&self, row: &Passage) -> Vec<String> {
        let side = match row.target.is_empty() {
            true => Side::Source,
            false => Side::Target,
        };
        let outline = self.edition.outline(side);
        let cells = row
            .blocks(side)
            .iter()
            .flat_map(|row| outline.children(Some(*row)));
        cells.map(|cell| self.cell_text(side, *cell)).collect()
    }

    fn cell_text(&self, side: Side, cell: BlockId) -> String {
        let text = self.words.block(side, cell, &[]).join(" ");
        text.trim().to_owned()
    }
}
