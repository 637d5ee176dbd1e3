//! What a reader reads of a unit: emphasis marks gone, code and targets masked, offsets kept.

use crate::document::document::Document;
use crate::document::inline::CodeKind;
use crate::document::unit::{UnitId, UnitSpan};
use crate::text::scan;
use std::ops::Range;

/// Stands for an inline code in [`Prose::text`] (U+FFFC, object replacement character).
pub const OBJECT: char = '\u{fffc}';

/// The visible text of a unit.
#[derive(Clone, Debug)]
pub struct Prose {
    /// Text with emphasis marks and link targets left out and every opaque code as one [`OBJECT`].
    pub text: String,
    pieces: Vec<Piece>,
}

/// From this offset of the prose on, text stands at these bytes of the unit.
#[derive(Clone, Copy, Debug)]
struct Piece {
    prose: u32,
    unit: UnitSpan,
    /// Whether an [`OBJECT`] stands for the bytes, all of them at once.
    is_object: bool,
}

/// Tells whether a formula is nothing but figures.
pub fn is_number(content: &str) -> bool {
    content.bytes().any(|byte| byte.is_ascii_digit())
        && content
            .bytes()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b' '))
}

impl Prose {
    /// Takes the visible text out of a unit.
    pub fn of(document: &Document, unit: UnitId) -> Self {
        let text = document.text(unit);
        let mut prose = Self {
            text: String::with_capacity(text.len()),
            pieces: Vec::new(),
        };
        let mut hidden: Vec<(Range<usize>, bool)> = Vec::new();
        for code in document.codes(unit) {
            let span = code.span.range();
            match code.prose {
                Some(inner) if code.kind != CodeKind::Autolink => {
                    hidden.push((span.start..inner.range().start, false));
                    hidden.push((inner.range().end..span.end, false));
                }
                _ if code.kind == CodeKind::Math && is_number(&code.content) => {
                    // `$5850$ 亿` is read as a number: only its marks are hidden.
                    let n_mark = text[span.clone()].len().saturating_sub(code.content.len()) / 2;
                    hidden.push((span.start..span.start + n_mark, false));
                    hidden.push((span.end - n_mark..span.end, false));
                }
                _ => hidden.push((span, true)),
            }
        }
        hidden.sort_by_key(|(range, _)| (range.start, range.end));
        let mut last = 0;
        for (range, is_object) in hidden {
            if range.end <= last {
                continue;
            }
            prose.push(text, last..range.start.max(last));
            if is_object {
                prose.mark(range.start.max(last)..range.end, true);
                prose.text.push(OBJECT);
            }
            last = range.end;
        }
        prose.push(text, last..text.len());
        prose.mark(text.len()..text.len(), false);
        prose
    }

    /// Returns where a range of [`Prose::text`] stands in the unit's text.
    pub fn to_unit(&self, range: Range<usize>) -> UnitSpan {
        if range.is_empty() {
            let at = self.unit_offset(range.start, false);
            return UnitSpan { start: at, end: at };
        }
        UnitSpan {
            start: self.unit_offset(range.start, false),
            end: self.unit_offset(range.end, true),
        }
    }

    /// Adds visible text. A URL in it, a link's text for one, is read by nobody: an [`OBJECT`] stands for it.
    fn push(&mut self, text: &str, range: Range<usize>) {
        let mut last = range.start;
        let visible = &text[range.clone()];
        for (colon, _) in visible.match_indices("://") {
            let floor = last - range.start;
            let Some(url) = scan::url_at(visible, colon, floor).filter(|url| floor <= url.start)
            else {
                continue;
            };
            let (start, end) = (range.start + url.start, range.start + url.end);
            self.push_plain(text, last..start);
            self.mark(start..end, true);
            self.text.push(OBJECT);
            last = end;
        }
        self.push_plain(text, last..range.end);
    }

    fn push_plain(&mut self, text: &str, range: Range<usize>) {
        if range.start < range.end {
            self.mark(range.clone(), false);
            self.text.push_str(&text[range]);
        }
    }

    fn mark(&mut self, unit: Range<usize>, is_object: bool) {
        let prose = UnitSpan::of(0..self.text.len()).end;
        let unit = UnitSpan::of(unit);
        self.pieces.push(Piece {
            prose,
            unit,
            is_object,
        });
    }

    fn unit_offset(&self, prose: usize, is_end: bool) -> u32 {
        let prose = u32::try_from(prose).unwrap_or(u32::MAX);
        let next = self.pieces.partition_point(|piece| {
            if is_end {
                piece.prose < prose
            } else {
                piece.prose <= prose
            }
        });
        let piece = self.pieces[next.saturating_sub(1)];
        match prose - piece.prose {
            0 => piece.unit.start,
            _ if piece.is_object => piece.unit.end,
            inside => (piece.unit.start + inside).min(piece.unit.end),
        }
    }
}
