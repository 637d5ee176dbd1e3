//! Character references (`&copy;`, `&#169;`) as CommonMark reads them.

use pulldown_cmark::{Event, Parser};

/// The longest name of a reference has 31 letters.
const LONGEST: usize = 33;

/// Reads the reference that a text starts with: how many bytes it has, and the characters it stands for.
pub fn read(text: &str) -> Option<(usize, String)> {
    let window = text.as_bytes().iter().take(LONGEST);
    let end = window.clone().position(|byte| *byte == b';')? + 1;
    let reference = text.get(..end)?;
    let name = reference.strip_prefix('&')?.strip_suffix(';')?;
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'#';
    if name.is_empty() || !name.bytes().all(is_name) {
        return None;
    }
    let texts = Parser::new(reference).filter_map(|event| match event {
        Event::Text(text) => Some(text.into_string()),
        _ => None,
    });
    let read: String = texts.collect();
    (read != reference && !read.is_empty()).then_some((end, read))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn references_are_read_and_anything_else_is_text() {
        let found = |text: &str| read(text).map(|(_, read)| read);
        assert_eq!(found("&copy; 2026").as_deref(), Some("©"));
        assert_eq!(found("&#x41;").as_deref(), Some("A"));
        assert_eq!(found("&#0;").as_deref(), Some("\u{fffd}"));
        for text in ["& B;", "&nosuch;", "AT&T", "&;", "&copy", ""] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
