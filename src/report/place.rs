//! Lines and columns of many places: asked in order, a long line is counted once and not once a place.

use crate::text::source::LineColumn;
use crate::text::source::Source;
use crate::text::span::Span;

/// What a column counts. Every format has its own mind about it, and a report that counts otherwise underlines the wrong characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColumnUnit {
    /// Unicode scalar values; a byte order mark counts none.
    #[default]
    Scalars,
    /// UTF-16 code units; a byte order mark counts none.
    Utf16,
    /// Bytes of the file; a byte order mark counts as the three bytes it is.
    Bytes,
}

impl ColumnUnit {
    fn count(self, text: &str) -> usize {
        match self {
            Self::Scalars => text.chars().count(),
            Self::Utf16 => text.chars().map(char::len_utf16).sum(),
            Self::Bytes => text.len(),
        }
    }

    /// Returns the 1-based line and column of a byte offset.
    fn place(self, source: &Source, offset: u32) -> LineColumn {
        let line = source.line_of(offset);
        let start = source.line_span(line).start;
        let before = source.slice(Span::new(start, offset));
        let before = match self {
            Self::Bytes => before,
            _ if start == 0 => before.trim_start_matches('\u{feff}'),
            _ => before,
        };
        LineColumn {
            line,
            column: Span::of(0..self.count(before)).end + 1,
        }
    }
}

/// Remembers the last place that was asked for.
#[derive(Default)]
pub struct Places {
    unit: ColumnUnit,
    last: Option<(Source, u32, LineColumn)>,
}

impl Places {
    /// Counts columns in `unit`.
    pub fn counting(unit: ColumnUnit) -> Self {
        Self { unit, last: None }
    }

    /// Returns the 1-based line and column of a byte offset.
    pub fn at(&mut self, source: &Source, offset: u32) -> LineColumn {
        let known = self.last.as_ref().filter(|(last, at, place)| {
            std::ptr::eq(last.text(), source.text())
                && *at <= offset
                && place.line == source.line_of(offset)
                // Only the first place of a line knows what a byte order mark counts.
                && (*at > 0 || self.unit == ColumnUnit::Bytes)
        });
        let place = match known {
            Some((_, at, place)) => {
                let between = source.slice(Span::new(*at, offset));
                LineColumn {
                    line: place.line,
                    column: place.column + Span::of(0..self.unit.count(between)).end,
                }
            }
            None => self.unit.place(source, offset),
        };
        self.last = Some((source.clone(), offset, place));
        place
    }
}

#[cfg(test)]
mod tests {
    use super::ColumnUnit;
    use super::Places;
    use crate::text::source::Source;

    #[test]
    fn places_are_the_same_whether_asked_in_order_or_not() {
        let source = Source::new("a.md", "\u{feff}甲乙丙\n丁🙂e\u{301} x\n");
        let mut places = Places::default();
        let starts: Vec<u32> = source
            .text()
            .char_indices()
            .map(|(at, _)| u32::try_from(at).unwrap())
            .collect();
        for at in starts.iter().chain(starts.iter().rev()) {
            assert_eq!(places.at(&source, *at), source.line_column(*at));
        }
    }

    #[test]
    fn every_unit_counts_its_own_way() {
        let text = "\u{feff}中𠮷e\u{301}\tx\r\n中𠮷e\u{301}\tx\r\n";
        let source = Source::new("a.md", text);
        let columns = |unit: ColumnUnit| -> Vec<(u32, u32)> {
            let mut places = Places::counting(unit);
            let found = text.match_indices('x');
            let found = found.map(|(at, _)| places.at(&source, u32::try_from(at).unwrap()));
            found.map(|place| (place.line, place.column)).collect()
        };
        assert_eq!(columns(ColumnUnit::Scalars), [(1, 6), (2, 6)]);
        assert_eq!(columns(ColumnUnit::Utf16), [(1, 7), (2, 7)]);
        assert_eq!(columns(ColumnUnit::Bytes), [(1, 15), (2, 12)]);
    }
}
