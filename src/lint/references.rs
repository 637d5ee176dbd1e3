//! Reference marks in running text: `[12]`, `\[12\]`, `[1-3]`, `[^note]`, `[@key]`, and their full-width forms.

use crate::document::inline::CodeKind;
use crate::lint::context::Side;
use crate::lint::facts::SideProse;
use crate::lint::tally::Item;
use unicode_normalization::UnicodeNormalization;

/// A mark is no longer than this, in bytes.
const LONGEST: usize = 80;

/// Returns the reference marks of a side, in reading order.
pub fn of(side: Side<'_>, prose: &SideProse) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let text = prose.text.as_str();
    for (at, c) in text.char_indices() {
        let close = match c {
            '[' => ']',
            '\u{ff3b}' => '\u{ff3d}',
            '\u{3010}' => '\u{3011}',
            '\u{3014}' => '\u{3015}',
            _ => continue,
        };
        let Some((key, end)) = mark(text, at + c.len_utf8(), close) else {
            continue;
        };
        let is_escaped = text.get(..at).is_some_and(|before| before.ends_with('\\'));
        let range = at - usize::from(is_escaped)..end;
        items.push(Item {
            key,
            written: text.get(range.clone()).unwrap_or_default().to_owned(),
            at: prose.at(side.document, range),
        });
    }
    for (unit, code) in side
        .codes()
        .filter(|(_, code)| code.kind == CodeKind::Footnote)
    {
        let text = side.document.text(unit);
        let written = text.get(code.span.range()).unwrap_or_default();
        items.push(Item {
            key: written.to_owned(),
            written: written.to_owned(),
            at: side.at(unit, code.span),
        });
    }
    items.sort_by_key(|item| item.at.span);
    items
}

/// Reads a mark after its bracket: what it refers to, and where it ends.
fn mark(text: &str, from: usize, close: char) -> Option<(String, usize)> {
    let window = text.get(from..text.floor_char_boundary(from + LONGEST))?;
    let len = window.find(close)?;
    let inner = window.get(..len)?;
    let end = from + len + close.len_utf8();
    let inner = inner.strip_suffix('\\').unwrap_or(inner);
    let folded: String = inner.nfkc().filter(|c| !c.is_whitespace()).collect();
    let folded = folded
        .replace(['\u{2013}', '\u{2014}', '~'], "-")
        .replace(['\u{3001}', ';'], ",");
    let is_number = |part: &str| {
        (1..=3).contains(&part.len())
            && !part.starts_with('0')
            && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    // References count from one: what holds a zero is a list of values.
    let are_numbers = folded
        .split([',', '-'])
        .all(|part| is_number(part) && part != "0");
    let is_key = |part: &str| {
        let name = part.strip_prefix('-').unwrap_or(part).strip_prefix('@');
        name.is_some_and(|name| name.starts_with(|c: char| c.is_ascii_alphanumeric()))
    };
    let are_keys = folded.split(',').next().is_some_and(is_key);
    // A footnote without its definition is running text to the reader of Markdown.
    let is_note = folded
        .strip_prefix('^')
        .is_some_and(|name| !name.is_empty());
    // A full-width bracket around a number may be a step or a button; only the mark of a reference is read as one.
    let is_full = close != ']';
    let is_mark = are_numbers || !is_full && (are_keys || is_note);
    is_mark.then(|| (format!("[{folded}]"), end))
}
