//! Our own YAML: glossary files, plain maps `term: translation`, and new entries for an existing file.

use crate::interchange::encoding;
use crate::interchange::glossary::entry;
use crate::interchange::glossary::entry::Value;
use crate::interchange::glossary::exchange::Entry;
use crate::interchange::glossary::exchange::ExportSettings;
use crate::interchange::glossary::exchange::Format;
use crate::interchange::glossary::exchange::Import;
use crate::interchange::glossary::exchange::ImportSettings;
use crate::interchange::glossary::exchange::leaves_none;
use crate::interchange::input::Input;
use crate::interchange::table::Table;
use crate::interchange::table::TableRow;
use crate::termbase::concept::Status;
use crate::termbase::termbase::Termbase;
use crate::termbase::tree::Node;
use crate::termbase::tree::Value as TreeValue;
use crate::termbase::yaml;
use crate::text::source::Source;
use std::io;
use std::io::Write;

/// YAML, as the project's glossary files are.
pub static FORMAT: Format = Format {
    name: "yaml",
    endings: &["yaml", "yml", "json"],
    read,
    write,
    holds: |_, _| true,
    leaves_out: leaves_none,
};

/// The keys of a glossary file of ours.
const FILE_KEYS: &[&str] = &["version", "langs", "defaults", "terms"];

fn read(input: &Input<'_>, settings: &ImportSettings) -> Import {
    let source = match encoding::text(input) {
        Ok(source) => source,
        Err(problem) => return Import::failed(problem),
    };
    let root = match yaml::tree(&source) {
        Ok(root) => root,
        Err(problem) => return Import::failed(problem),
    };
    match &root.value {
        TreeValue::Map(keys)
            if !keys
                .iter()
                .any(|(key, _, _)| FILE_KEYS.contains(&key.as_str())) =>
        {
            let mut table = Table::new(source.clone());
            gather(&root, &mut table);
            table.read(&ImportSettings {
                columns: vec!["term".to_owned(), "translation".to_owned()],
                ..settings.clone()
            })
        }
        TreeValue::List(_) => {
            let indented: String = source
                .text()
                .lines()
                .map(|line| format!("  {line}\n"))
                .collect();
            let text = format!("terms:\n{indented}");
            glossary(&Source::new(input.name, text), settings)
        }
        _ => glossary(&source, settings),
    }
}

fn glossary(source: &Source, settings: &ImportSettings) -> Import {
    let (termbase, problems) = yaml::read(source);
    let entries = termbase.concepts.into_iter().map(|mut concept| {
        concept.status = Status::Proposed;
        Entry {
            concept,
            licence: settings.licence.clone(),
        }
    });
    Import {
        entries: entries.collect(),
        problems,
        remarks: Vec::new(),
    }
}

/// Gathers `term: translation` of a plain map, groups of them too.
fn gather(node: &Node, table: &mut Table) {
    let TreeValue::Map(entries) = &node.value else {
        return;
    };
    for (key, span, value) in entries {
        let target = match &value.value {
            TreeValue::Text(text) => text.clone(),
            TreeValue::List(items) => {
                let texts = items.iter().filter_map(|item| match &item.value {
                    TreeValue::Text(text) => Some(text.as_str()),
                    _ => None,
                });
                texts.collect::<Vec<_>>().join("；")
            }
            TreeValue::Map(_) => {
                gather(value, table);
                continue;
            }
            TreeValue::Null => String::new(),
        };
        table.rows.push(TableRow {
            span: *span,
            cells: vec![key.clone(), target],
        });
    }
}

fn write(termbase: &Termbase, settings: &ExportSettings, out: &mut dyn Write) -> io::Result<()> {
    if termbase.version > 0 {
        writeln!(out, "version: {}", termbase.version)?;
    }
    let (source, target) = (settings.source.tag(), settings.target.tag());
    writeln!(out, "langs: {{source: {source}, target: {target}}}")?;
    if termbase.concepts.is_empty() {
        return writeln!(out, "terms: []");
    }
    writeln!(out, "terms:")?;
    for concept in &termbase.concepts {
        out.write_all(item(&entry::keys(concept), "  ").as_bytes())?;
    }
    Ok(())
}

/// Returns the keys of an imported entry, with where it came from and under which licence.
pub fn imported(entry: &Entry) -> Vec<(&'static str, Value)> {
    let mut keys = entry::keys(&entry.concept);
    keys.retain(|(key, _)| *key != "origin");
    let mut origin = vec![("from", Value::Text(entry.origin()))];
    let licence = entry.licence.clone();
    origin.extend(licence.map(|licence| ("licence", Value::Text(licence))));
    let at = keys.iter().position(|(key, _)| *key == "examples");
    keys.insert(at.unwrap_or(keys.len()), ("origin", Value::Map(origin)));
    keys
}

/// Writes an entry as an item of a block list.
pub fn item(keys: &[(&'static str, Value)], indent: &str) -> String {
    let mut text = String::new();
    for (key_idx, (key, value)) in keys.iter().enumerate() {
        let mark = if key_idx == 0 { "- " } else { "  " };
        text += &format!("{indent}{mark}");
        push_key(&mut text, key, value, &format!("{indent}  "));
    }
    text
}

/// Writes an entry as a key of a block map: its first source form, the rest below it.
pub fn mapped(keys: &[(&'static str, Value)], indent: &str) -> String {
    let mut forms = keys.iter().find_map(|(key, value)| match value {
        Value::List(forms) if *key == "src" => Some(forms.clone()),
        _ => None,
    });
    let first = forms
        .as_mut()
        .filter(|forms| !forms.is_empty())
        .map(|forms| forms.remove(0));
    let mut text = format!("{indent}{}:\n", scalar(&first.unwrap_or_default()));
    let inner = format!("{indent}  ");
    for (key, value) in keys {
        let value = match (*key, &forms) {
            ("src", Some(rest)) if rest.is_empty() => continue,
            ("src", Some(rest)) => Value::List(rest.clone()),
            _ => value.clone(),
        };
        text += &inner;
        push_key(&mut text, key, &value, &inner);
    }
    text
}

fn push_key(text: &mut String, key: &str, value: &Value, indent: &str) {
    match value {
        Value::Maps(maps) => {
            *text += &format!("{key}:\n");
            for map in maps {
                *text += &format!("{indent}  - {}\n", flow(&Value::Map(map.clone())));
            }
        }
        Value::Text(inner) => *text += &format!("{key}: {}\n", scalar(inner)),
        Value::List(list) if key == "src" && list.len() == 1 => {
            *text += &format!("{key}: {}\n", scalar(&list[0]));
        }
        value => *text += &format!("{key}: {}\n", flow(value)),
    }
}

fn flow(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Word(word) => (*word).to_owned(),
        Value::Text(text) => flow_scalar(text),
        Value::List(list) => flow_list(list),
        Value::Map(map) => {
            let entries = map
                .iter()
                .map(|(key, value)| format!("{key}: {}", flow(value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
        Value::Maps(maps) => {
            let maps = maps.iter().map(|map| flow(&Value::Map(map.clone())));
            format!("[{}]", maps.collect::<Vec<_>>().join(", "))
        }
    }
}

/// Writes a list in brackets.
pub fn flow_list(list: &[String]) -> String {
    let scalars: Vec<String> = list.iter().map(|text| flow_scalar(text)).collect();
    format!("[{}]", scalars.join(", "))
}

fn flow_scalar(text: &str) -> String {
    match text.contains([',', '[', ']', '{', '}']) {
        true => quoted(text),
        false => scalar(text),
    }
}

/// Writes a text as it is where YAML would read it so, else in quotation marks.
pub fn scalar(text: &str) -> String {
    let is_word = |c: char| c.is_alphanumeric() && !c.is_ascii_digit();
    let is_plain = text.starts_with(is_word)
        && !text.ends_with([' ', ':', '\u{a0}'])
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.chars().any(needs_escape)
        && !matches!(
            text.to_ascii_lowercase().as_str(),
            "null" | "true" | "false" | "yes" | "no" | "on" | "off" | "y" | "n" | "nan" | "inf"
        );
    match is_plain {
        true => text.to_owned(),
        false => quoted(text),
    }
}

fn needs_escape(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
        )
}

/// Writes a text in quotation marks.
pub fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if needs_escape(c) => out += &format!("\\u{:04X}", u32::from(c)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
