//! What no text of a document may hold, and how it is told.

use crate::interchange::markup::names::is_character;
use crate::interchange::markup::names::is_name_character;
use crate::interchange::markup::tree::reference;
use crate::text::notice::Notice;
use crate::text::source::Source;
use crate::text::span::Span;

/// Places a notice at the character that stands at an offset.
pub(super) fn error(source: &Source, notice: Notice, at: usize) -> Notice {
    let next = source.text().get(at..).and_then(|rest| rest.chars().next());
    let end = at + next.map_or(0, char::len_utf8);
    notice.at(source, Span::of(at..end))
}

/// Refuses characters that XML cannot hold.
pub(super) fn characters(source: &Source, start: usize, length: usize) -> Result<(), Notice> {
    let text = source.text().get(start..start + length).unwrap_or_default();
    let bad = text.char_indices().find(|(_, c)| !is_character(*c));
    let Some((at, c)) = bad else { return Ok(()) };
    let code = format!("U+{:04X}", u32::from(c));
    Err(error(
        source,
        Notice::new("xml-character").arg("code", code),
        start + at,
    ))
}

/// Refuses references to what is not XML's own.
pub(super) fn references(source: &Source, start: usize, text: &str) -> Result<(), Notice> {
    let mut from = 0;
    while let Some(found) = text[from..].find('&') {
        let at = from + found;
        let rest = &text[at + 1..];
        let end = rest
            .find(|c| !is_name_character(c) && c != '#')
            .unwrap_or(rest.len());
        let name = &rest[..end];
        if name.is_empty() || !rest[end..].starts_with(';') {
            return Err(error(source, Notice::new("xml-ampersand"), start + at));
        }
        if reference(name).is_none() {
            let notice = Notice::new("xml-entity").arg("entity", name);
            return Err(error(source, notice, start + at));
        }
        from = at + 1 + end + 1;
    }
    Ok(())
}
