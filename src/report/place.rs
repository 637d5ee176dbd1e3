//! Lines and columns of many places: asked in order, a long line is counted once and not once a place.

use crate::text::source::LineColumn;
use crate::text::source::Source;
use crate::text::span::Span;

/// Remembers the last place that was asked for.
#[derive(Default)]
pub struct Places {
    last: Option<(Source, u32, LineColumn)>,
}

impl Places {
    /// Returns the 1-based line and column of a byte offset.
    pub fn at(&mut self, source: &Source, offset: u32) -> LineColumn {
        let known = self.last.as_ref().filter(|(last, at, place)| {
            std::ptr::eq(last.text(), source.text())
                && *at <= offset
                && place.line == source.line_of(offset)
        });
        let place = match known {
            Some((_, at, place)) => {
                let between = source.slice(Span::new(*at, offset));
                let n_chars = Span::of(0..between.chars().count()).end;
                LineColumn {
                    line: place.line,
                    column: place.column + n_chars,
                }
            }
            None => source.line_column(offset),
        };
        self.last = Some((source.clone(), offset, place));
        place
    }
}

#[cfg(test)]
mod tests {
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
            .skip(1)
            .collect();
        for at in starts.iter().chain(starts.iter().rev()) {
            assert_eq!(places.at(&source, *at), source.line_column(*at));
        }
    }
}
