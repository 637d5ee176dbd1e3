//! Glossaries as people write them into Markdown: tables, and lists of `- term: translation`.

use crate::interchange::encoding;
use crate::interchange::glossary::exact;
use crate::interchange::glossary::exchange::ExportSettings;
use crate::interchange::glossary::exchange::Format;
use crate::interchange::glossary::exchange::Import;
use crate::interchange::glossary::exchange::ImportSettings;
use crate::interchange::glossary::exchange::leaves_none;
use crate::interchange::input::Input;
use crate::interchange::table::Table;
use crate::interchange::table::TableRow;
use crate::termbase::termbase::Termbase;
use crate::text::notice::Notice;
use crate::text::script::is_han;
use crate::text::source::Source;
use std::io;
use std::io::Write;

/// Markdown.
pub static FORMAT: Format = Format {
    name: "markdown",
    endings: &["md", "markdown"],
    read,
    write,
    holds: exact::holds,
    leaves_out: leaves_none,
};

/// What parts the term of a list item from its translation.
const JOINTS: &[&str] = &[
    ": ", "：", " — ", " – ", " - ", "——", " → ", " => ", " -> ", "→", "\t", " = ",
];

fn read(input: &Input<'_>, settings: &ImportSettings) -> Import {
    let source = match encoding::text(input) {
        Ok(source) => source,
        Err(problem) => return Import::failed(problem),
    };
    let (tables, items) = gather(&source);
    let mut import = Import::default();
    if tables.is_empty() && items.rows.is_empty() {
        return Import::failed(Notice::new("import-no-table").arg("path", input.name));
    }
    for table in tables {
        add(&mut import, table.read(settings));
    }
    if !items.rows.is_empty() {
        let mut settings = settings.clone();
        // A list has no columns to name; its direction is still to be seen by its script.
        settings.map = Vec::new();
        add(&mut import, items.read(&settings));
    }
    import
}

fn add(import: &mut Import, part: Import) {
    import.entries.extend(part.entries);
    import.problems.extend(part.problems);
    import.remarks.extend(part.remarks);
}

/// Gathers the tables and the list items of a file; code blocks are passed over.
fn gather(source: &Source) -> (Vec<Table>, Table) {
    let (mut tables, mut items) = (Vec::new(), Table::new(source.clone()));
    let mut open: Option<Table> = None;
    let mut is_code = false;
    for line in 1..=source.n_lines() {
        let span = source.line_span(line);
        let text = source.slice(span).trim();
        is_code ^= text.starts_with("```") || text.starts_with("~~~");
        let is_row =
            !is_code && text.matches('|').count() >= 1 && (text.starts_with('|') || open.is_some());
        if is_row {
            let table = open.get_or_insert_with(|| Table::new(source.clone()));
            let cells = cells(text);
            match is_rule(&cells) {
                true => table.has_header = table.rows.len() == 1,
                false => table.rows.push(TableRow { span, cells }),
            }
            continue;
        }
        tables.extend(open.take());
        if let Some(row) = (!is_code).then(|| item(text)).flatten() {
            items.rows.push(TableRow { span, cells: row });
        }
    }
    tables.extend(open);
    tables.retain(|table| table.rows.len() > 1 && table.rows.iter().any(|row| row.cells.len() > 1));
    (tables, items)
}

/// `|---|:--:|`.
fn is_rule(cells: &[String]) -> bool {
    let is_dashes =
        |cell: &String| cell.contains('-') && cell.chars().all(|c| matches!(c, '-' | ':' | ' '));
    !cells.is_empty() && cells.iter().all(is_dashes)
}

fn cells(line: &str) -> Vec<String> {
    let inner = line.strip_prefix('|').unwrap_or(line);
    let mut cells = vec![String::new()];
    let mut chars = inner.chars().peekable();
    while let Some(c) = chars.next() {
        let last = cells.len() - 1;
        match c {
            '\\' if chars.peek() == Some(&'|') => {
                chars.next();
                cells[last].push('|');
            }
            '|' if chars.peek().is_none() => break,
            '|' => cells.push(String::new()),
            c => cells[last].push(c),
        }
    }
    let trimmed = cells.iter().map(|cell| cell.trim().replace("<br>", "\n"));
    trimmed.collect()
}

/// `- term: translation`, `* 术语 — translation`, `1. 术语（term）`.
fn item(line: &str) -> Option<Vec<String>> {
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = (digits.len() < line.len())
        .then(|| digits.strip_prefix(['.', ')', '、']))
        .flatten();
    let bullet = ["- ", "* ", "+ "]
        .iter()
        .find_map(|mark| line.strip_prefix(mark));
    let text = bullet.or(numbered)?.trim();
    let text = text.replace("**", "").replace('`', "");
    let joint = JOINTS
        .iter()
        .filter_map(|joint| Some((text.find(joint)?, *joint)))
        .min_by_key(|(at, _)| *at);
    if let Some((at, joint)) = joint {
        let (term, translation) = (&text[..at], &text[at + joint.len()..]);
        let is_short = term.chars().count() <= 60;
        return is_short.then(|| vec![term.trim().to_owned(), translation.trim().to_owned()]);
    }
    let open = text.find(['（', '('])?;
    let inner = text[open..].trim_start_matches(['（', '(']);
    let close = inner.find(['）', ')'])?;
    let (term, translation) = (text[..open].trim(), inner[..close].trim());
    let is_gloss = term.chars().any(is_han) != translation.chars().any(is_han);
    let is_end = inner[close..]
        .trim_start_matches(['）', ')'])
        .trim()
        .is_empty();
    (is_gloss && is_end && !term.is_empty()).then(|| vec![term.to_owned(), translation.to_owned()])
}

fn write(termbase: &Termbase, _: &ExportSettings, out: &mut dyn Write) -> io::Result<()> {
    for (row_idx, row) in exact::rows(termbase).iter().enumerate() {
        let cells: Vec<String> = row
            .iter()
            .map(|cell| cell.replace('|', "\\|").replace(['\n', '\r'], "<br>"))
            .collect();
        writeln!(out, "| {} |", cells.join(" | "))?;
        if row_idx == 0 {
            writeln!(out, "|{}", " --- |".repeat(row.len()))?;
        }
    }
    Ok(())
}
