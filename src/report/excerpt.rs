//! One line of a file around a place, cut to a width.

use crate::text::source::Source;
use crate::text::span::Span;
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// A piece of one line with a marked part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The 1-based line.
    pub line: u32,
    /// The text, with an ellipsis on a side where something is missing.
    pub text: String,
    /// The marked part of the text: of a place that spans lines, what stands on the first one.
    pub mark: Range<usize>,
}

/// How wide a tab is drawn.
const TAB: usize = 4;

/// Takes the line of a place, at most `width` columns of it. Never looks at more of a long line than it shows.
pub fn excerpt(source: &Source, span: Span, width: usize) -> Excerpt {
    let line = source.line_of(span.start);
    let place = source.line_span(line);
    let text = source.slice(place);
    let inside = |offset: u32| {
        let at = offset.saturating_sub(place.start) as usize;
        floor_boundary(text, at.min(text.len()))
    };
    let (start, end) = (inside(span.start), inside(span.end.max(span.start)));
    let bom = if place.start == 0 && text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    };

    let (mut first, before) = back(text, start, bom, width / 3);
    let (last, after) = forward(text, start, width.saturating_sub(before));
    if last == text.len() {
        first = back(text, start, bom, width.saturating_sub(after)).0;
    }
    let (head, tail) = (
        if first > bom { "…" } else { "" },
        if last < text.len() { "…" } else { "" },
    );
    let shift = |at: usize| at.clamp(first, last) - first + head.len();
    Excerpt {
        line,
        text: format!("{head}{}{tail}", &text[first..last]),
        mark: shift(start)..shift(end),
    }
}

/// Walks back from `start` while `width` columns suffice: where it ends, and the columns taken.
fn back(text: &str, start: usize, least: usize, width: usize) -> (usize, usize) {
    let (mut first, mut taken) = (start.max(least), 0);
    let Some(head) = text.get(least..start) else {
        return (first, taken);
    };
    for (at, c) in head.char_indices().rev() {
        let columns = columns(c);
        if taken + columns > width {
            break;
        }
        taken += columns;
        first = at + least;
    }
    (first, taken)
}

/// Walks on from `start` while `width` columns suffice: where it ends, and the columns taken.
fn forward(text: &str, start: usize, width: usize) -> (usize, usize) {
    let mut taken = 0;
    for (at, c) in text[start..].char_indices() {
        let columns = columns(c);
        if taken + columns > width {
            return (start + at, taken);
        }
        taken += columns;
    }
    (text.len(), taken)
}

fn columns(c: char) -> usize {
    if c == '\t' {
        TAB
    } else {
        c.width().unwrap_or(1)
    }
}

fn floor_boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::excerpt;
    use crate::text::source::Source;
    use crate::text::span::Span;

    fn shown(text: &str, part: &str, width: usize) -> (String, String) {
        let at = text.find(part).unwrap();
        let excerpt = excerpt(
            &Source::new("a", text),
            Span::of(at..at + part.len()),
            width,
        );
        let mark = excerpt.text[excerpt.mark].to_owned();
        (excerpt.text, mark)
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let both = |text: &str, mark: &str| (text.to_owned(), mark.to_owned());
        assert_eq!(
            shown("short line\nnext", "line", 40),
            both("short line", "line")
        );
        assert_eq!(
            shown("0123456789abcdefghij", "9", 9),
            both("…6789abcde…", "9")
        );
        assert_eq!(
            shown("0123456789abcdefghij", "ij", 9),
            both("…bcdefghij", "ij")
        );
        assert_eq!(
            shown("开源模型改变了世界经济", "模型", 9),
            both("…源模型改…", "模型")
        );
        assert_eq!(
            shown("one\ntwo three\nfour", "three\nfour", 40),
            both("two three", "three")
        );
        assert_eq!(shown("\u{feff}head", "head", 40), both("head", "head"));
    }
}
