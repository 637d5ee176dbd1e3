//! New entries at the end of a glossary file: every byte that stands there stays.

use crate::interchange::glossary::entry::Value;
use crate::interchange::glossary::yaml as words;
use crate::termbase::yaml;
use crate::text::notice::Notice;
use crate::text::source::Source;
use crate::text::span::Span;

/// The entries as keys and values.
pub type Keys = Vec<(&'static str, Value)>;

/// How the terms of a file stand.
enum Style {
    /// Items of a list, indented so.
    List(String),
    /// Keys of a map, indented so.
    Map(String),
}

/// Appends entries to a glossary file, in the style its terms have; an empty file is begun. What comes out is read again: entries
/// that do not come back are a refusal, not a broken file.
pub fn append(source: &Source, entries: &[Keys]) -> Result<String, Notice> {
    let (before, problems) = yaml::read(source);
    if let Some(problem) = problems.into_iter().next() {
        return Err(problem);
    }
    let text = source.text();
    let line_break = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let heads = |line: &&str| {
        line.trim_end()
            .trim_start_matches('\u{feff}')
            .starts_with("terms:")
    };
    let written = match lines.iter().position(heads) {
        None => {
            let mut written = text.to_owned();
            if !written.is_empty() && !written.ends_with('\n') {
                written += line_break;
            }
            written += &format!("terms:{line_break}");
            written + &block(entries, &Style::List("  ".to_owned()), line_break)
        }
        Some(head) => {
            let end = end_of(&lines, head);
            let style = style(&lines, head, end).ok_or_else(|| {
                let at: usize = lines.iter().take(head).map(|line| line.len()).sum();
                Notice::new("import-flow-style").at(source, Span::of(at..at + 1))
            })?;
            let mut written: String = lines[..end].concat();
            if !written.ends_with('\n') {
                written += line_break;
            }
            written += &block(entries, &style, line_break);
            written + &lines[end..].concat()
        }
    };
    let (after, problems) = yaml::read(&Source::new(source.name(), written.clone()));
    match problems.is_empty() && after.concepts.len() == before.concepts.len() + entries.len() {
        true => Ok(written),
        false => Err(Notice::new("import-cannot-append").arg("path", source.name())),
    }
}

fn block(entries: &[Keys], style: &Style, line_break: &str) -> String {
    let blocks = entries.iter().map(|keys| match style {
        Style::List(indent) => words::item(keys, indent),
        Style::Map(indent) => words::mapped(keys, indent),
    });
    let text: String = blocks.collect();
    match line_break {
        "\n" => text,
        _ => text.replace('\n', line_break),
    }
}

/// The line after the last one that belongs to the terms; comments that follow stay where they are.
fn end_of(lines: &[&str], head: usize) -> usize {
    let is_inside = |line: &str| {
        line.starts_with([' ', '-', '\t']) && !line.starts_with("---") && !line.trim().is_empty()
    };
    let is_empty = |line: &str| line.trim().is_empty() || line.starts_with('#');
    let mut end = head + 1;
    for (line_idx, line) in lines.iter().enumerate().skip(head + 1) {
        if is_inside(line) {
            end = line_idx + 1;
        } else if !is_empty(line) {
            break;
        }
    }
    end
}

fn style(lines: &[&str], head: usize, end: usize) -> Option<Style> {
    let inline = lines
        .get(head)?
        .trim_start_matches('\u{feff}')
        .trim_start_matches("terms:")
        .trim();
    if !inline.is_empty() && !inline.starts_with('#') {
        return None;
    }
    let body = lines.get(head + 1..end)?;
    let first = body
        .iter()
        .find(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'));
    let Some(first) = first else {
        return Some(Style::List("  ".to_owned()));
    };
    let bare = first.trim_start();
    let indent = first[..first.len() - bare.len()].to_owned();
    match bare.starts_with('-') {
        true => Some(Style::List(indent)),
        false if bare.starts_with(['{', '[']) => None,
        false => Some(Style::Map(indent)),
    }
}
