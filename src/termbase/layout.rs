//! Where things stand in a glossary file, so that lines can be put in between.

use crate::termbase::tree::Node;
use crate::termbase::tree::Value;
use crate::text::edit::Edit;
use crate::text::source::Source;
use crate::text::span::Span;

/// Inserts whole lines at a line's start; where the file ends without a line break, one comes before instead of after.
pub fn appended(file: &Source, at: usize, lines: &str, eol: &str) -> Edit {
    let before = file.text().get(..at).unwrap_or_default();
    if before.is_empty() || before.ends_with('\n') || before == "\u{feff}" {
        return insert(at, lines.to_owned());
    }
    insert(
        at,
        format!("{eol}{}", lines.strip_suffix(eol).unwrap_or(lines)),
    )
}

/// Inserts a text at a byte.
pub fn insert(at: usize, text: String) -> Edit {
    Edit {
        span: Span::of(at..at),
        text,
    }
}

/// Returns a key of a map and its value.
pub fn value_of<'n>(root: &'n Node, name: &str) -> Option<(Span, &'n Node)> {
    let Value::Map(entries) = &root.value else {
        return None;
    };
    let found = entries.iter().find(|(key, _, _)| key == name);
    found.map(|(_, span, value)| (*span, value))
}

/// Returns the first byte of the first scalar.
pub fn first_byte(node: &Node) -> Option<u32> {
    match &node.value {
        Value::Map(entries) => entries.first().map(|(_, span, _)| span.start),
        Value::List(items) => items.first().and_then(first_byte),
        Value::Text(_) | Value::Null => Some(node.span.start),
    }
}

/// Returns one past the last byte of the last scalar, and of the bracket that closes a list on its line.
pub fn last_byte(file: &Source, node: &Node) -> Option<usize> {
    match &node.value {
        Value::Text(_) | Value::Null => {
            let written = file.slice(node.span).trim_end();
            (!written.is_empty()).then(|| node.span.range().start + written.len())
        }
        Value::List(items) => {
            let end = last_byte(file, items.last()?)?;
            let rest = file.text().get(end..)?;
            let inner = rest.trim_start();
            let gap = rest.len() - inner.len();
            Some(if inner.starts_with(']') {
                end + gap + 1
            } else {
                end
            })
        }
        Value::Map(_) => None,
    }
}

/// Returns the line of the key after `terms`, or one past the last.
pub fn end_line(file: &Source, root: &Node, key: Span) -> u32 {
    let Value::Map(entries) = &root.value else {
        return file.n_lines() + 1;
    };
    let after = entries.iter().map(|(_, span, _)| *span);
    let next = after.filter(|span| span.start > key.start).min();
    next.map_or(file.n_lines() + 1, |span| file.line_of(span.start))
}

/// Returns where a line starts; of the line after the last, where the file ends.
pub fn line_start(file: &Source, line: u32) -> u32 {
    if line > file.n_lines() {
        Span::of(0..file.text().len()).end
    } else {
        file.line_span(line).start
    }
}

/// Returns the line break that the file uses.
pub fn line_break(text: &str) -> &'static str {
    let first = text.find('\n').and_then(|at| text.get(..at));
    if first.is_some_and(|line| line.ends_with('\r')) {
        "\r\n"
    } else {
        "\n"
    }
}
