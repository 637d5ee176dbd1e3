//! What stands around the elements: the declaration, the document type, comments and instructions. Each is read from a place on, and gives the place behind it.

use crate::interchange::markup::names::is_name_start;
use crate::interchange::markup::names::is_space;
use crate::interchange::markup::well_formed::characters;
use crate::interchange::markup::well_formed::error;
use crate::text::notice::Notice;
use crate::text::source::Source;

fn rest(source: &Source, at: usize) -> &str {
    source.text().get(at..).unwrap_or_default()
}

/// Reads `<?xml … ?>`: only what it says of the encoding matters, and that must be true.
pub(super) fn declaration(source: &Source, start: usize) -> Result<usize, Notice> {
    let rest = rest(source, start);
    let Some(end) = rest.find("?>") else {
        return Err(error(source, Notice::new("xml-declaration"), start));
    };
    let inside = &rest[..end];
    let after = start + end + 2;
    let broken = || error(source, Notice::new("xml-declaration"), start);
    let parts = pseudo_attributes(inside.get(5..).unwrap_or_default()).ok_or_else(broken)?;
    let names: Vec<&str> = parts.iter().map(|(name, _)| *name).collect();
    let is_in_order = matches!(
        names.as_slice(),
        ["version"]
            | ["version", "encoding"]
            | ["version", "standalone"]
            | ["version", "encoding", "standalone"]
    );
    if !is_in_order {
        return Err(broken());
    }
    let encoding = parts.iter().find(|(name, _)| *name == "encoding");
    let Some((_, name)) = encoding else {
        return Ok(after);
    };
    let is_unicode = ["utf-8", "utf8", "utf-16", "utf-16le", "utf-16be"]
        .iter()
        .any(|known| name.eq_ignore_ascii_case(known));
    if is_unicode || source.text().is_ascii() {
        return Ok(after);
    }
    let notice = Notice::new("xml-encoding").arg("encoding", name);
    Err(error(source, notice, start))
}

/// Reads ` version="1.0" encoding='UTF-8'`, each with space before it.
fn pseudo_attributes(text: &str) -> Option<Vec<(&str, &str)>> {
    let mut parts = Vec::new();
    let mut rest = text;
    loop {
        let trimmed = rest.trim_start_matches(is_space);
        if trimmed.is_empty() {
            return Some(parts);
        }
        let (name, value) = trimmed
            .split_once('=')
            .filter(|_| trimmed.len() < rest.len())?;
        let value = value.trim_start_matches(is_space);
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let (value, after) = value.get(1..)?.split_once(quote)?;
        parts.push((name.trim_end_matches(is_space), value));
        rest = after;
    }
}

/// Skips a document type. It may name entities and files; neither is ever looked at.
pub(super) fn document_type(source: &Source, start: usize) -> Result<usize, Notice> {
    let (mut at, mut depth) = (0, 0_usize);
    let whole = rest(source, start);
    let bytes = whole.as_bytes();
    let skip = |at: usize, end: &str| {
        let rest = whole.get(at..)?;
        rest.find(end).map(|found| at + found + end.len())
    };
    loop {
        let next = match bytes.get(at) {
            Some(b'"') => skip(at + 1, "\""),
            Some(b'\'') => skip(at + 1, "'"),
            Some(b'<') if bytes[at..].starts_with(b"<!--") => skip(at + 4, "-->"),
            Some(b'<') if bytes[at..].starts_with(b"<?") => skip(at + 2, "?>"),
            Some(b'[') => {
                depth += 1;
                Some(at + 1)
            }
            Some(b']') => {
                depth = depth.saturating_sub(1);
                Some(at + 1)
            }
            Some(b'>') if depth == 0 => break,
            Some(_) => Some(at + 1),
            None => None,
        };
        let Some(next) = next else {
            return Err(error(source, Notice::new("xml-doctype"), start));
        };
        at = next;
    }
    Ok(start + at + 1)
}

/// Reads a comment.
pub(super) fn comment(source: &Source, start: usize) -> Result<usize, Notice> {
    let inside = rest(source, start + 4);
    match inside.find("--") {
        Some(end) if inside[end..].starts_with("-->") => {
            characters(source, start, end + 4)?;
            Ok(start + end + 7)
        }
        Some(end) => Err(error(source, Notice::new("xml-comment"), start + 4 + end)),
        None => Err(error(source, Notice::new("xml-comment-unclosed"), start)),
    }
}

/// Reads a processing instruction.
pub(super) fn instruction(source: &Source, start: usize) -> Result<usize, Notice> {
    let inside = rest(source, start + 2);
    let Some(end) = inside.find("?>") else {
        return Err(error(source, Notice::new("xml-instruction"), start));
    };
    let target = inside[..end].split(is_space).next().unwrap_or_default();
    if !target.starts_with(is_name_start) || target.eq_ignore_ascii_case("xml") {
        return Err(error(source, Notice::new("xml-instruction"), start));
    }
    characters(source, start, end)?;
    Ok(start + end + 4)
}
