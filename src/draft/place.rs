//! Places between the lines of a file: line ends, blank lines, and what every line of a container starts with.

use crate::document::document::Document;
use crate::markdown::leaf;
use crate::text::span::Span;

/// Returns where the line of an offset ends, its line break left out.
pub fn line_end(text: &str, offset: u32) -> u32 {
    let from = offset as usize;
    let rest = text.get(from..).unwrap_or_default();
    let line = rest.split('\n').next().unwrap_or_default();
    let is_crlf = line.len() < rest.len() && line.ends_with('\r');
    let len = line.len() - usize::from(is_crlf);
    Span::of(from..from + len).end
}

/// Returns where the line of an offset starts.
pub fn line_start(text: &str, offset: u32) -> u32 {
    let head = text.get(..offset as usize).unwrap_or_default();
    let bom = if head.starts_with('\u{feff}') { 3 } else { 0 };
    let start = head.rfind('\n').map_or(bom, |at| at + 1);
    Span::of(0..start).end
}

/// Returns where the next line starts; the end of the file where there is none.
pub fn next_line(text: &str, offset: u32) -> u32 {
    let rest = text.get(offset as usize..).unwrap_or_default();
    let len = rest.find('\n').map_or(rest.len(), |at| at + 1);
    offset + Span::of(0..len).end
}

/// Returns the text of the line that starts at an offset.
pub fn line_at(text: &str, start: u32) -> &str {
    let rest = text.get(start as usize..).unwrap_or_default();
    rest.lines().next().unwrap_or_default()
}

/// Tells whether a file holds nothing.
pub fn is_empty_file(text: &str) -> bool {
    text.trim_matches('\u{feff}').trim().is_empty()
}

/// Tells whether a line holds nothing: quote marks do not count.
pub fn is_blank(line: &str) -> bool {
    line.chars()
        .all(|c| c == '>' || c == '\u{feff}' || c.is_whitespace())
}

/// Tells whether a blank line stands between two offsets.
pub fn has_blank_between(text: &str, from: u32, to: u32) -> bool {
    let between = text.get(from as usize..to as usize).unwrap_or_default();
    let n_lines = between.matches('\n').count();
    let mut lines = between.split('\n').skip(1);
    (1..n_lines).any(|_| lines.next().is_some_and(is_blank))
}

/// Returns what the further lines of a block start with.
pub fn prefix(document: &Document, start: u32) -> String {
    leaf::line_prefix(document.source.text(), start as usize)
}

/// Takes a container's prefix off a line, as far as the line has it.
pub fn strip<'a>(line: &'a str, prefix: &str) -> &'a str {
    let mut rest = line;
    let mut marks = prefix.chars();
    while let Some(mark) = marks.next() {
        let first = rest.chars().next();
        match (mark, first) {
            ('>', Some(c)) if c == ' ' || c == '\t' => {
                let bare = rest.trim_start_matches([' ', '\t']);
                match bare.strip_prefix('>') {
                    Some(after) => rest = after,
                    None => break,
                }
            }
            ('>', Some('>')) => rest = &rest[1..],
            ('>', _) => break,
            (_, Some(' ')) => rest = &rest[1..],
            (_, Some('\t')) => {
                // A tab takes up to four columns of the prefix.
                rest = &rest[1..];
                for _ in 0..3 {
                    if marks.as_str().starts_with(' ') {
                        marks.next();
                    }
                }
            }
            _ => {}
        }
    }
    rest
}

/// Returns the line break that a file uses.
pub fn line_break(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if text[..at].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}
