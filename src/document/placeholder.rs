//! Placeholders: comments of ours that hold the place of a translation that is still to be written. One that stands beside the text that it
//! quotes marks a copy of the source.

use crate::document::dialect::Dialect;
use crate::text::script;

/// What a placeholder starts with, and what a person searches for.
pub const MARK: &str = "duizhao-new";

/// So many columns of the source's text are quoted; a Han character takes two.
const WIDEST: usize = 80;

/// Writes the comment that stands for the translation of `text`.
pub fn write(dialect: Dialect, text: &str) -> String {
    dialect.comment(&format!("{MARK}: {}", short(text)))
}

/// Returns the source's text that a comment holds the place of, in short; nothing where the comment is none of ours.
pub fn of(comment: &str) -> Option<&str> {
    let rest = comment.strip_prefix(MARK)?;
    Some(rest.strip_prefix(':')?.trim())
}

/// Returns what a text and its quotation have in common: the letters and figures of its beginning.
pub fn key(text: &str) -> String {
    key_of_quotation(&short(text))
}

/// Returns the same of what a placeholder quotes.
pub fn key_of_quotation(quoted: &str) -> String {
    quoted.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Tells whether a unit is still to be written: nothing but a placeholder, or the source's text with the placeholder that quotes it.
pub fn is_unwritten(text: &str) -> bool {
    is_only(text) || is_copy(text)
}

/// How many bytes a placeholder takes that a text starts with, the blanks before it too; none where it starts with something else.
pub fn behind(text: &str) -> usize {
    let bare = text.trim_start_matches(' ');
    let pairs = [("<!--", "-->"), ("{/*", "*/}")].into_iter();
    let mut ends = pairs.filter_map(|(open, close)| {
        let inner = bare.strip_prefix(open)?;
        let end = inner.find(close)?;
        of(inner.get(..end)?.trim())?;
        Some(open.len() + end + close.len())
    });
    ends.next().map_or(0, |end| text.len() - bare.len() + end)
}

/// Tells whether a unit is the source's text, beside the placeholder that quotes it. Once a word of it is translated it is not.
pub fn is_copy(text: &str) -> bool {
    let comments = [("<!--", "-->"), ("{/*", "*/}")].into_iter();
    let mut ours = comments.filter_map(|(open, close)| {
        let mark = text.find(MARK)?;
        let start = text.get(..mark)?.rfind(open)?;
        let inner = text.get(start + open.len()..)?;
        let end = inner.find(close)?;
        let quoted = of(inner.get(..end)?.trim())?;
        let after = inner.get(end + close.len()..)?;
        Some((text.get(..start)?, quoted, after))
    });
    let Some((before, quoted, after)) = ours.next() else {
        return false;
    };
    // A heading's id and a task's box are not quoted.
    let before = before.trim_start();
    let boxes = ["[ ]", "[x]", "[X]"].into_iter();
    let before = boxes.fold(before, |rest, mark| rest.strip_prefix(mark).unwrap_or(rest));
    let after = match after.trim() {
        id if id.starts_with('{') && id.ends_with('}') => "",
        after => after,
    };
    if before.trim().is_empty() && after.is_empty() {
        return false;
    }
    let key = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    let whole = key(&without_targets(&format!("{before} {after}")));
    match quoted.strip_suffix('…') {
        Some(cut) => whole.starts_with(&key(cut)),
        None => whole == key(quoted),
    }
}

/// Tells whether a unit is nothing but a placeholder: markup around it does not count.
pub fn is_only(text: &str) -> bool {
    if !text.contains(MARK) {
        return false;
    }
    let (mut rest, mut has_placeholder) = (text, false);
    let mut left = String::new();
    while let Some(at) = ["<!--", "{/*", "{#", "<"]
        .iter()
        .filter_map(|open| rest.find(open))
        .min()
    {
        let after = &rest[at..];
        let close = match after {
            _ if after.starts_with("<!--") => "-->",
            _ if after.starts_with("{/*") => "*/}",
            _ if after.starts_with("{#") => "}",
            _ => ">",
        };
        left.push_str(&rest[..at]);
        let end = after.find(close).map_or(after.len(), |at| at + close.len());
        let inner = after[..end].trim_start_matches(['<', '!', '-', '{', '/', '*']);
        has_placeholder |= inner.trim_start().starts_with(MARK);
        rest = &after[end..];
    }
    left.push_str(rest);
    let left = left.replace("[x]", "").replace("[X]", "");
    has_placeholder && !left.contains(char::is_alphanumeric)
}

/// Shortens a text to one line that no comment and no template engine trips over.
fn short(text: &str) -> String {
    let mut line = String::new();
    for word in without_targets(text).split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    for (mark, harmless) in [
        ("<!--", "<! --"),
        ("-->", "-- >"),
        ("*/", "* /"),
        ("{{", "{ {"),
        ("}}", "} }"),
        ("{%", "{ %"),
        ("%}", "% }"),
    ] {
        line = line.replace(mark, harmless);
    }
    let mut n_columns = 0;
    let end = line.char_indices().find(|(_, c)| {
        n_columns += if script::is_han(*c) || script::is_cjk_punctuation(*c) {
            2
        } else {
            1
        };
        n_columns > WIDEST
    });
    match end {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

/// Leaves the targets of links out: a quotation needs none.
fn without_targets(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("](") {
        let (before, after) = rest.split_at(at + 1);
        out.push_str(before);
        match after.find(')') {
            Some(close) => rest = &after[close + 1..],
            None => {
                rest = after;
                break;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::{is_copy, is_only, key, key_of_quotation, of, write};
    use crate::document::dialect::Dialect;

    #[test]
    fn a_placeholder_is_known_again_by_the_text_it_stands_for() {
        let text = "先安装 [工具](https://example.com/a)(看说明)，再看 {{< note >}} --> 这里。";
        for dialect in [Dialect::Markdown, Dialect::Mdx] {
            let comment = write(dialect, text);
            assert!(is_only(&comment), "{comment}");
            assert!(is_only(&format!("[ ] {comment} {{#an-id}}")));
            assert!(!is_only(&format!("{comment} Install it.")));
            let inner = comment
                .trim_start_matches("<!--")
                .trim_start_matches("{/*")
                .trim_end_matches("-->")
                .trim_end_matches("*/}");
            let quoted = of(inner.trim()).expect("one of ours");
            assert_eq!(key_of_quotation(quoted), key(text));
        }
    }

    #[test]
    fn a_copy_is_one_until_it_is_translated() {
        let texts = [
            "先安装 [工具](https://example.com/a)，再看 `a -> b` 与 {{< note >}}。".to_owned(),
            "很长的一段话，".repeat(20),
            "API".to_owned(),
        ];
        for text in texts {
            for dialect in [Dialect::Markdown, Dialect::Mdx] {
                let comment = write(dialect, &text);
                assert!(is_copy(&format!("{text} {comment}")), "{text} {comment}");
                assert!(is_copy(&format!("[ ] {text} {comment}")));
                assert!(is_copy(&format!("{text} {comment} {{#an-id}}")));
                assert!(!is_copy(&format!("Install it {comment}")));
                assert!(!is_copy(&format!("Install: {text} {comment}")));
                assert!(!is_copy(&comment));
                assert!(!is_copy(&text));
            }
        }
    }

    #[test]
    fn a_long_text_is_cut_and_still_known() {
        let text = "很长的一段话，".repeat(20);
        let comment = write(Dialect::Markdown, &text);
        let inner = comment.trim_start_matches("<!-- ").trim_end_matches(" -->");
        assert!(inner.ends_with('…'));
        assert_eq!(
            key_of_quotation(of(inner).expect("one of ours")),
            key(&text)
        );
    }
}
