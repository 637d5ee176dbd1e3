//! Placeholders in running text: `{name}`, `${name}`, `%s`, `%(name)s`, `{{ name }}`.

use crate::document::inline::CodeKind;
use crate::lint::context::Side;
use crate::lint::facts::SideProse;
use crate::lint::finding::Location;
use crate::lint::tally::Item;
use std::ops::Range;

/// A name in braces is no longer than this.
const LONGEST: usize = 64;

/// Returns the placeholders of a side, expressions of the dialect among them.
pub fn of(side: Side<'_>, prose: &SideProse) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for range in find(&prose.text) {
        let written = prose.text.get(range.clone()).unwrap_or_default();
        items.push(item(written, prose.at(side.document, range)));
    }
    for (unit, code) in side
        .codes()
        .filter(|(_, code)| code.kind == CodeKind::Expression)
    {
        let text = side.document.text(unit);
        let written = text.get(code.span.range()).unwrap_or_default();
        // Strings inside an expression are words to read, and an expression may hold elements.
        if !written.contains(['"', '\'', '`', '<']) {
            items.push(item(written, side.at(unit, code.span)));
        }
    }
    items.sort_by_key(|item| item.at.span);
    items
}

fn item(written: &str, at: Location) -> Item {
    Item {
        key: written.chars().filter(|c| !c.is_whitespace()).collect(),
        written: written.to_owned(),
        at,
    }
}

/// Tells whether a placeholder is filled in by its position: then their number counts, not only their names.
pub fn is_positional(key: &str) -> bool {
    key.starts_with('%') && !key.starts_with("%(") && !key.contains(['$', '{'])
}

/// Finds placeholders in running text.
fn find(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let end = match byte {
            b'\\' => Some(at + 2).filter(|_| bytes.get(at + 1).is_some_and(u8::is_ascii)),
            b'$' if bytes.get(at + 1) == Some(&b'{') => braces(bytes, at + 1),
            b'{' => braces(bytes, at),
            b'%' => percent(bytes, at),
            _ => None,
        };
        match end {
            Some(end) => {
                if *byte != b'\\' {
                    found.push(at..end);
                }
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// `{name}`, `{0}`, `{user.name}`, `{count:d}`, `{{ name }}`: returns where it ends.
fn braces(bytes: &[u8], at: usize) -> Option<usize> {
    let is_double = bytes.get(at + 1) == Some(&b'{');
    let mut end = at + 1 + usize::from(is_double);
    while is_double && bytes.get(end) == Some(&b' ') {
        end += 1;
    }
    let name = bytes.get(end..)?;
    let is_name =
        |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b':' | b'-');
    let len = name
        .iter()
        .take(LONGEST)
        .take_while(|byte| is_name(byte))
        .count();
    // One letter is more often mathematics than a name; a leading dot or dash makes no name.
    let first = name.first()?;
    let is_number = name.get(..len)?.iter().all(u8::is_ascii_digit);
    let is_named = len > 1 && (first.is_ascii_alphabetic() || *first == b'_');
    let is_dollar = at > 0 && bytes.get(at - 1) == Some(&b'$');
    if len == 0 || !(is_named || is_number && len <= 2 || is_dollar || is_double) {
        return None;
    }
    end += len;
    while is_double && bytes.get(end) == Some(&b' ') {
        end += 1;
    }
    let close: &[u8] = if is_double { b"}}" } else { b"}" };
    bytes
        .get(end..)?
        .starts_with(close)
        .then_some(end + close.len())
}

/// `%s`, `%d`, `%1$s`, `%.2f`, `%(name)s`, `%{name}`, `%@`: returns where it ends. `50%` and `100% done` are none.
fn percent(bytes: &[u8], at: usize) -> Option<usize> {
    let before = at.checked_sub(1).and_then(|before| bytes.get(before));
    if before.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'%') {
        return None;
    }
    let mut end = at + 1;
    match bytes.get(end)? {
        b'{' => return braces(bytes, end),
        b'(' => {
            let rest = bytes.get(end + 1..)?;
            let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
            let len = rest
                .iter()
                .take(LONGEST)
                .take_while(|byte| is_name(byte))
                .count();
            if len == 0 || rest.get(len) != Some(&b')') {
                return None;
            }
            end += len + 2;
        }
        _ => {
            let rest = bytes.get(end..)?;
            let is_width = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'.' | b'$');
            end += rest
                .iter()
                .take(8)
                .take_while(|byte| is_width(byte))
                .count();
        }
    }
    let is_kind = matches!(
        bytes.get(end)?,
        b's' | b'd' | b'f' | b'i' | b'u' | b'x' | b'@'
    );
    let after = bytes.get(end + 1);
    let ends =
        !after.is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'%'));
    (is_kind && ends).then_some(end + 1)
}
