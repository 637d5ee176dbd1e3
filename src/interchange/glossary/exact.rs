//! Tables in our own columns (`src`, `tgt`, `allow` …): written by us and read back word for word, without any guess.

use crate::interchange::glossary::entry;
use crate::interchange::glossary::entry::Value;
use crate::interchange::glossary::exchange::Entry;
use crate::interchange::glossary::exchange::Import;
use crate::interchange::glossary::exchange::ImportSettings;
use crate::interchange::glossary::yaml;
use crate::interchange::table::Table;
use crate::termbase::concept::Concept;
use crate::termbase::concept::Status;
use crate::termbase::termbase::Termbase;
use crate::text::source::Source;

/// The column of the licence, which belongs to the origin in YAML.
const LICENCE: &str = "licence";

/// Tells whether a table has our own columns.
pub fn is_exact(table: &Table) -> bool {
    let Some(header) = table.rows.first() else {
        return false;
    };
    let names: Vec<&str> = header.cells.iter().map(|cell| cell.trim()).collect();
    let is_key = |name: &&str| entry::COLUMNS.contains(name) || *name == LICENCE;
    names.contains(&"src") && names.contains(&"tgt") && names.iter().all(is_key)
}

/// Tells whether a table of our own columns can hold what stands under a key.
pub fn holds(_: &Concept, key: &str) -> bool {
    entry::COLUMNS.contains(&key)
}

/// Makes the rows of a glossary, the header first; columns that no entry needs are left out.
pub fn rows(termbase: &Termbase) -> Vec<Vec<String>> {
    let entries: Vec<_> = termbase.concepts.iter().map(entry::keys).collect();
    let is_used = |column: &str| {
        let is_basic = column == "src" || column == "tgt";
        is_basic || entries.iter().flatten().any(|(key, _)| *key == column)
    };
    let columns: Vec<&str> = entry::COLUMNS
        .iter()
        .copied()
        .filter(|column| is_used(column))
        .collect();
    let header = columns.iter().map(|column| (*column).to_owned()).collect();
    let row = |keys: &Vec<(&'static str, Value)>| {
        let cell = |column: &&str| {
            let found = keys.iter().find(|(key, _)| key == column);
            found.map(|(_, value)| written(value)).unwrap_or_default()
        };
        columns.iter().map(cell).collect()
    };
    std::iter::once(header)
        .chain(entries.iter().map(row))
        .collect()
}

fn written(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Word(word) => (*word).to_owned(),
        Value::List(list) => {
            let escaped = list
                .iter()
                .map(|text| text.replace('\\', "\\\\").replace(';', "\\;"));
            escaped.collect::<Vec<_>>().join("; ")
        }
        Value::Null | Value::Map(_) | Value::Maps(_) => String::new(),
    }
}

/// Parts a list at its semicolons.
fn parts(cell: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut chars = cell.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => {
                let escaped = chars.next().unwrap_or('\\');
                if let Some(part) = parts.last_mut() {
                    part.push(escaped);
                }
            }
            ';' => parts.push(String::new()),
            c => {
                if let Some(part) = parts.last_mut() {
                    part.push(c);
                }
            }
        }
    }
    let trimmed = parts.iter().map(|part| part.trim().to_owned());
    trimmed.filter(|part| !part.is_empty()).collect()
}

/// Reads a table in our own columns. Each row is read as an entry of a glossary file, by the same rules and with the same words.
pub fn read(table: &Table, settings: &ImportSettings) -> Import {
    let mut import = Import::default();
    let Some((header, rows)) = table.rows.split_first() else {
        return import;
    };
    for row in rows {
        let mut licence = settings.licence.clone();
        let mut keys: Vec<(&str, String)> = Vec::new();
        for (name, cell) in header.cells.iter().zip(&row.cells) {
            let name = name.trim();
            if name == LICENCE && !cell.trim().is_empty() {
                licence = licence.or_else(|| Some(cell.trim().to_owned()));
            } else if name != LICENCE && !cell.is_empty() {
                let value = match entry::LISTS.contains(&name) {
                    true => yaml::flow_list(&parts(cell)),
                    false => yaml::quoted(cell),
                };
                keys.push((name, value));
            }
        }
        let has = |name: &str| keys.iter().any(|(key, _)| *key == name);
        if !has("tgt") && !has("dnt") {
            keys.push(("tgt", "null".to_owned()));
        }
        let lines = keys
            .iter()
            .map(|(key, value)| format!("    {key}: {value}\n"));
        let text = format!("terms:\n  -\n{}", lines.collect::<String>());
        let (termbase, notices) = crate::termbase::yaml::read(&Source::new("", text));
        for mut notice in notices {
            notice.at = Some((table.source.clone(), row.span));
            import.problems.push(notice);
        }
        for mut concept in termbase.concepts {
            concept.at = (table.source.clone(), row.span);
            concept.status = Status::Proposed;
            let licence = licence.clone();
            import.entries.push(Entry { concept, licence });
        }
    }
    import
}
