//! Values separated by commas, semicolons or tabs: read with places, written with quotes where they are needed.
//!
//! Read by hand instead of by a crate: real tables hold cells such as `"非兼容"或"不兼容"`, which begin with a quotation mark and are not
//! quoted, and a quotation mark that is never closed must be told, not swallow the rest of the file.

use crate::interchange::table::Table;
use crate::interchange::table::TableRow;
use crate::text::notice::Notice;
use crate::text::source::Source;
use crate::text::span::Span;
use std::io;
use std::io::Write;

/// Characters that make a spreadsheet take a cell for a formula.
const FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r'];

/// Reads a table; `delimiter` parts the cells.
pub fn read(source: &Source, delimiter: char) -> (Table, Vec<Notice>) {
    let text = source.text();
    let mut table = Table::new(source.clone());
    let (mut notices, mut at) = (Vec::new(), 0);
    while at < text.len() {
        let start = at;
        let mut cells = Vec::new();
        loop {
            let (cell, end, is_open) = cell(text, at, delimiter);
            if is_open {
                let place = Span::of(at..at + 1);
                notices.push(Notice::new("import-quote-unclosed").at(source, place));
            }
            cells.push(cell);
            at = end;
            match text.get(at..).and_then(|rest| rest.chars().next()) {
                Some(c) if c == delimiter => at += c.len_utf8(),
                _ => break,
            }
        }
        table.rows.push(TableRow {
            span: Span::of(start..at),
            cells,
        });
        at += match text.as_bytes().get(at..) {
            Some([b'\r', b'\n', ..]) => 2,
            _ => 1,
        };
    }
    (table, notices)
}

/// Reads one cell from `at`: its text, where it ends, and whether a quotation mark was left open.
fn cell(text: &str, at: usize, delimiter: char) -> (String, usize, bool) {
    let rest = text.get(at..).unwrap_or_default();
    let ends_here = |c: char| c == delimiter || c == '\n' || c == '\r';
    let bare_end = at + rest.find(ends_here).unwrap_or(rest.len());
    let bare = || (unguarded(&text[at..bare_end]), bare_end, false);
    if !rest.starts_with('"') {
        return bare();
    }
    let mut value = String::new();
    let mut from = at + 1;
    while let Some(next) = text.get(from..).and_then(|rest| rest.find('"')) {
        value.push_str(&text[from..from + next]);
        from += next + 1;
        match text.get(from..).and_then(|rest| rest.chars().next()) {
            Some('"') => {
                value.push('"');
                from += 1;
            }
            Some(c) if !ends_here(c) => return bare(),
            _ => return (unguarded(&value), from, false),
        }
    }
    // Never closed. On one line with other quotation marks it is a word in quotes; else the file is cut off or damaged.
    let is_word = text[at + 1..bare_end].contains('"');
    let (value, end, _) = bare();
    (value, end, !is_word)
}

/// Writes one row. `is_guarded`: cells that a spreadsheet would take for formulas get an apostrophe before them.
pub fn write_row(
    out: &mut dyn Write,
    cells: &[String],
    delimiter: char,
    is_guarded: bool,
) -> io::Result<()> {
    for (cell_idx, cell) in cells.iter().enumerate() {
        if cell_idx > 0 {
            write!(out, "{delimiter}")?;
        }
        let cell = match is_guarded {
            true => guarded(cell),
            false => cell.clone(),
        };
        let needs_quotes = cell.contains([delimiter, '"', '\n', '\r'])
            || cell.starts_with([' ', '\t'])
            || cell.ends_with([' ', '\t'])
            || (cells.len() == 1 && cell.is_empty());
        match needs_quotes {
            true => write!(out, "\"{}\"", cell.replace('"', "\"\""))?,
            false => write!(out, "{cell}")?,
        }
    }
    writeln!(out)
}

fn needs_guard(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(FORMULA)
}

/// Puts an apostrophe before what a spreadsheet would take for a formula.
pub fn guarded(cell: &str) -> String {
    match needs_guard(cell) {
        true => format!("'{cell}"),
        false => cell.to_owned(),
    }
}

/// Takes the apostrophe of [`guarded`] away.
pub fn unguarded(cell: &str) -> String {
    match cell.strip_prefix('\'') {
        Some(bare) if needs_guard(bare) => bare.to_owned(),
        _ => cell.to_owned(),
    }
}

/// Tells which of several delimiters the first lines are parted by; `usual` where nothing speaks for another.
pub fn delimiter(text: &str, candidates: &[char], usual: char) -> char {
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(20)
        .collect();
    let score = |candidate: char| {
        let counts = lines.iter().map(|line| line.matches(candidate).count());
        let n_with = counts.filter(|count| *count > 0).count();
        (n_with, usize::from(candidate == usual))
    };
    let best = candidates
        .iter()
        .copied()
        .max_by_key(|candidate| score(*candidate));
    match best {
        Some(best) if score(best).0 > 0 => best,
        _ => usual,
    }
}
