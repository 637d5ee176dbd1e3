//! Rows of cells with their places: what CSV, TSV, spreadsheets and Markdown tables have in common.

use crate::text::source::Source;
use crate::text::span::Span;

/// Rows of cells with their places.
#[derive(Clone, Debug)]
pub struct Table {
    /// The file.
    pub source: Source,
    /// The rows.
    pub rows: Vec<TableRow>,
    /// Whether the first row is surely a header.
    pub has_header: bool,
}

/// One row.
#[derive(Clone, Debug)]
pub struct TableRow {
    /// Where it stands.
    pub span: Span,
    /// What its cells hold.
    pub cells: Vec<String>,
}

impl Table {
    /// Makes a table without rows.
    pub const fn new(source: Source) -> Self {
        Self {
            source,
            rows: Vec::new(),
            has_header: false,
        }
    }
}
