//! One file's text, and where its lines are.

use crate::text::span::Span;
use serde::Serialize;
use std::sync::Arc;
use std::sync::OnceLock;

/// A file's name and text with a line index. Cloning copies a pointer.
#[derive(Clone, Debug)]
pub struct Source {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    name: String,
    text: String,
    /// Found when the first place is asked for: of most files none ever is.
    line_starts: OnceLock<Vec<u32>>,
}

impl Inner {
    fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let ends = self.text.match_indices('\n');
            let starts = ends.map(|(at, _)| Span::of(at..at + 1).end);
            std::iter::once(0).chain(starts).collect()
        })
    }
}

/// A 1-based place for people: the column counts Unicode scalar values (a byte order mark counts none).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct LineColumn {
    /// 1-based line.
    pub line: u32,
    /// 1-based column in Unicode scalar values.
    pub column: u32,
}

impl Source {
    /// Makes a source. `name` is the path to show, relative to the project.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let inner = Inner {
            name: name.into(),
            text: text.into(),
            line_starts: OnceLock::new(),
        };
        Self {
            inner: Arc::new(inner),
        }
    }

    /// Returns the path to show.
    pub fn name(&self) -> &str {
        &self.inner.name
    }

    /// Returns the whole text.
    pub fn text(&self) -> &str {
        &self.inner.text
    }

    /// Returns the text of `span`, or nothing where the span does not fit.
    pub fn slice(&self, span: Span) -> &str {
        self.inner.text.get(span.range()).unwrap_or_default()
    }

    /// Returns how many lines there are; a final line break starts no further line but the empty one.
    pub fn n_lines(&self) -> u32 {
        Span::of(0..self.inner.line_starts().len()).end
    }

    /// Returns the bytes of a 1-based line, its line break left out.
    pub fn line_span(&self, line: u32) -> Span {
        let starts = self.inner.line_starts();
        let line_idx = line.saturating_sub(1) as usize;
        let Some(start) = starts.get(line_idx).copied() else {
            let end = Span::of(0..self.inner.text.len()).end;
            return Span::new(end, end);
        };
        let end = starts.get(line_idx + 1).copied();
        let end = end.map_or(self.inner.text.len(), |end| end as usize);
        let whole = Span::of(start as usize..end);
        let bare = self.slice(whole).trim_end_matches(['\n', '\r']);
        Span::new(start, start + Span::of(0..bare.len()).end)
    }

    /// Returns the 1-based line of a byte offset.
    pub fn line_of(&self, offset: u32) -> u32 {
        let line = self
            .inner
            .line_starts()
            .partition_point(|start| *start <= offset);
        Span::of(0..line).end
    }

    /// Returns the place of a byte offset for people.
    pub fn line_column(&self, offset: u32) -> LineColumn {
        let line = self.line_of(offset);
        let start = self.inner.line_starts()[line as usize - 1];
        let before = self.slice(Span::new(start, offset));
        let before = if start == 0 {
            before.trim_start_matches('\u{feff}')
        } else {
            before
        };
        let column = Span::of(0..before.chars().count()).end + 1;
        LineColumn { line, column }
    }
}
