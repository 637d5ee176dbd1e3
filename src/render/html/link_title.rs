//! The title of a link or a picture: what a reader sees who points at it.

use crate::document::document::Document;
use crate::document::inline::InlineCode;
use crate::lint::local_links;
use crate::render::html::reading;
use crate::render::labels;

/// Returns the title of a link or a picture in `text`, a unit's; nothing when it has none.
pub(crate) fn of(document: &Document, text: &str, code: &InlineCode) -> Option<String> {
    let raw = text.get(code.span.range())?;
    if raw.ends_with(')') {
        let target = local_links::target_span(text, code)?;
        let behind = text.get(target.range().end..code.span.range().end - 1)?;
        return quoted(behind.strip_prefix('>').unwrap_or(behind));
    }
    let (label, _) = labels::reference(code, raw)?;
    let label = labels::folded(label);
    let mut definitions = document.definitions.iter();
    let definition = definitions.find(|one| labels::folded(&one.label) == label)?;
    let said = labels::destination(document, definition);
    let end = match said.starts_with('<') {
        true => said.find('>')? + 1,
        false => said.find(char::is_whitespace)?,
    };
    quoted(said.get(end..)?)
}

/// Reads what stands in quotes or brackets.
fn quoted(text: &str) -> Option<String> {
    let text = text.trim();
    let inner = [('"', '"'), ('\'', '\''), ('(', ')')]
        .into_iter()
        .find_map(|(open, close)| text.strip_prefix(open)?.strip_suffix(close))?;
    let mut out = String::with_capacity(inner.len());
    let mut letters = inner.chars().peekable();
    while let Some(letter) = letters.next() {
        let escaped = match letter {
            '\\' => letters.next_if(char::is_ascii_punctuation),
            _ => None,
        };
        out.push(escaped.unwrap_or(letter));
    }
    let title = reading::decoded(&out);
    Some(title).filter(|title| !title.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_title_stands_in_quotes_or_brackets() {
        for (text, title) in [
            (" \"One\"", Some("One")),
            (" 'a \\' &amp; b'", Some("a ' & b")),
            ("\n(two)", Some("two")),
            (" \"\"", None),
            (" =200x100", None),
            ("", None),
        ] {
            assert_eq!(quoted(text).as_deref(), title, "{text}");
        }
    }
}
