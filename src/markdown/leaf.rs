//! A leaf in the making: a heading, a paragraph or a cell, gathered from its inline events.

use crate::document::inline::CodeKind;
use crate::document::placeholder;
use crate::document::problem::ProblemKind;
use crate::document::unit::{Notation, UnitKind};
use crate::markdown::autolink;
use crate::markdown::draft::{CodeDraft, Draft, Piece, UnitDraft};
use crate::markdown::emphasis;
use crate::markdown::html;
use crate::markdown::leaf_kind;
use crate::markdown::lines::n_blanks;
use crate::markdown::prepass::Found;
use std::ops::Range;

/// A line's marks are not sought further back than this.
const LONGEST_PREFIX: usize = 400;
/// Of so many URLs in one leaf it is asked how far they go on behind what looks like emphasis.
const MOST_CUT: usize = 500;

/// What has been seen of one leaf.
pub(crate) struct Leaf {
    pub(crate) kind: UnitKind,
    /// Index of its block; `None`: a tight item's text, whose block is made when it closes.
    pub(crate) block: Option<usize>,
    /// From where on the leaf may start.
    pub(crate) floor: usize,
    /// How many quotes it stands in.
    pub(crate) n_quotes: usize,
    /// First and last byte of its inline events.
    pub(crate) hull: Option<Range<usize>>,
    pub(crate) codes: Vec<CodeDraft>,
    /// Indices of codes that are open.
    pub(crate) open: Vec<usize>,
    /// How many of the open ones are links or images.
    n_links: usize,
    /// Running text: not code, no target, no link's text.
    texts: Vec<Range<usize>>,
}

impl Leaf {
    /// Starts a leaf.
    pub(crate) fn new(kind: UnitKind, block: Option<usize>, floor: usize, n_quotes: usize) -> Self {
        Self {
            kind,
            block,
            floor,
            n_quotes,
            hull: None,
            codes: Vec::new(),
            open: Vec::new(),
            n_links: 0,
            texts: Vec::new(),
        }
    }

    /// Widens the hull by an inline event.
    pub(crate) fn meet(&mut self, range: Range<usize>) {
        let hull = self.hull.get_or_insert(range.clone());
        hull.start = hull.start.min(range.start);
        hull.end = hull.end.max(range.end);
        self.reach(range.end);
    }

    /// Opens a code that wraps text.
    pub(crate) fn open_code(
        &mut self,
        kind: CodeKind,
        span: Range<usize>,
        inner: usize,
        content: Option<String>,
    ) {
        self.n_links += usize::from(is_link(kind));
        self.open.push(self.codes.len());
        self.codes.push(CodeDraft {
            kind,
            prose: Some(inner..inner),
            span,
            content,
        });
    }

    /// Adds a code that wraps nothing.
    pub(crate) fn code(&mut self, kind: CodeKind, span: Range<usize>) {
        self.codes.push(CodeDraft {
            kind,
            span,
            prose: None,
            content: None,
        });
    }

    /// Closes the innermost open code.
    pub(crate) fn close_code(&mut self, text: &str) {
        let Some(code) = self.open.pop().and_then(|idx| self.codes.get_mut(idx)) else {
            return;
        };
        let span_end = code.span.end;
        self.n_links -= usize::from(is_link(code.kind));
        if let Some(prose) = &mut code.prose {
            let end = match code.kind {
                CodeKind::Link | CodeKind::Image => {
                    let rest = text.get(prose.end..span_end).unwrap_or_default();
                    prose.end + rest.find(']').unwrap_or(0)
                }
                _ => span_end.saturating_sub(prose.start - code.span.start),
            };
            prose.end = end.clamp(prose.start, span_end);
        }
        code.prose = code.prose.take().filter(|prose| !prose.is_empty());
        self.reach(span_end);
    }

    /// Adds running text.
    pub(crate) fn text(&mut self, range: Range<usize>) {
        if self.n_links == 0 {
            self.texts.push(range);
        }
    }

    /// Tells the innermost open code how far its text goes.
    fn reach(&mut self, end: usize) {
        let inner = self.open.last().and_then(|idx| self.codes.get_mut(*idx));
        if let Some(prose) = inner.and_then(|code| code.prose.as_mut()) {
            prose.end = prose.end.max(end);
        }
    }

    /// Makes the unit. `None`: there is nothing to read.
    pub(crate) fn into_unit(
        mut self,
        draft: &mut Draft<'_>,
        found: &Found,
        block: usize,
    ) -> Option<UnitDraft> {
        let text = draft.text;
        let mut hull = trimmed(text, self.hull.clone()?)?;
        self.add_marks(found, &hull);
        self.add_links(draft);
        let mut kind = self.kind;
        if let UnitKind::Heading(_) = kind {
            self.heading_id(text, &hull);
        }
        if matches!(kind, UnitKind::Paragraph | UnitKind::ListItem) {
            kind = leaf_kind::refine(kind, text, &hull, &self.codes);
            if kind == self.kind {
                hull = html::unwrapped(text, hull, &self.codes);
                let before = self.codes.len();
                self.codes
                    .retain(|code| hull.start <= code.span.start && code.span.end <= hull.end);
                let is_wrapped =
                    before > self.codes.len() && text.as_bytes().get(hull.end) == Some(&b'<');
                kind = leaf_kind::refine(kind, text, &hull, &self.codes);
                if is_wrapped && kind == UnitKind::Paragraph {
                    kind = UnitKind::HtmlText;
                }
            }
        }
        if let Some(definition) = text
            .get(hull.clone())
            .and_then(|unit| unit.strip_prefix(": "))
        {
            hull.start = hull.end - definition.trim_start().len();
        }
        let notation = match kind {
            UnitKind::TableCell => Notation::Cell,
            _ => Notation::Markdown,
        };
        Some(UnitDraft {
            kind,
            block,
            notation,
            key: None,
            prefix: line_prefix(text, hull.start),
            pieces: pieces(text, hull, self.n_quotes, notation == Notation::Cell),
            codes: self.codes,
        })
    }

    /// Adds the markup that the pre-pass found, where it does not stand in code.
    fn add_marks(&mut self, found: &Found, hull: &Range<usize>) {
        let first = found
            .marks
            .partition_point(|mark| mark.span.start < hull.start);
        let marks = found
            .marks
            .iter()
            .skip(first)
            .take_while(|mark| mark.span.start < hull.end);
        let is_verbatim =
            |kind| matches!(kind, CodeKind::Code | CodeKind::Math | CodeKind::Autolink);
        let verbatim: Vec<Range<usize>> = self
            .codes
            .iter()
            .filter(|code| is_verbatim(code.kind))
            .map(|code| code.span.clone())
            .collect();
        for mark in marks {
            let next = verbatim.partition_point(|span| span.start <= mark.span.start);
            let is_inside = next
                .checked_sub(1)
                .and_then(|idx| verbatim.get(idx))
                .is_some_and(|span| mark.span.start < span.end);
            if !is_inside && mark.span.end <= hull.end {
                self.code(mark.kind, mark.span.clone());
            }
        }
    }

    /// Adds the bare URLs in running text, and tells of emphasis that stays literal.
    fn add_links(&mut self, draft: &mut Draft<'_>) {
        let text = draft.text;
        let mut joined: Vec<Range<usize>> = Vec::new();
        for range in std::mem::take(&mut self.texts) {
            match joined.last_mut() {
                Some(last) if last.end == range.start => last.end = range.end,
                _ => joined.push(range),
            }
        }
        for span in emphasis::find(text, &joined) {
            let detail = text.get(span.clone()).unwrap_or_default();
            draft.problem(ProblemKind::EmphasisUnclosed, span, detail);
        }
        for link in self.bare_links(text, joined) {
            self.code(CodeKind::Autolink, link);
        }
    }

    /// Finds the bare URLs in running text. What looks like emphasis inside one belongs to it, as on GitHub.
    fn bare_links(&mut self, text: &str, texts: Vec<Range<usize>>) -> Vec<Range<usize>> {
        let mut links: Vec<Range<usize>> = Vec::new();
        let mut n_cut = 0;
        for range in texts {
            for mut link in autolink::find(text, range.clone()) {
                if links.last().is_some_and(|last| link.start < last.end) {
                    continue;
                }
                let rest = text.get(link.end..range.end).unwrap_or_default();
                let is_cut = rest.bytes().all(|byte| byte.is_ascii_punctuation())
                    && matches!(text.as_bytes().get(range.end), Some(b'_' | b'*' | b'~'));
                if is_cut && n_cut < MOST_CUT {
                    n_cut += 1;
                    let whole = text.get(link.start..self.border(link.start, range.end));
                    let len = whole.map_or(0, autolink::url_len);
                    link.end = link.end.max(link.start + len);
                }
                links.push(link);
            }
        }
        if n_cut > 0 {
            self.codes.retain(|code| {
                let next = links.partition_point(|link| link.start < code.span.start);
                let link = next.checked_sub(1).and_then(|at| links.get(at));
                !is_emphasis(code.kind) || link.is_none_or(|link| link.end <= code.span.start)
            });
        }
        links
    }

    /// Returns how far a URL from `start` on may reach: to the end of the emphasis around it, to the next code that is no emphasis.
    fn border(&self, start: usize, least: usize) -> usize {
        let ends = self.codes.iter().filter_map(|code| {
            let inner = code.prose.as_ref().map_or(code.span.end, |prose| prose.end);
            match code.span.start <= start {
                true => (inner > start).then_some(inner),
                false => (!is_emphasis(code.kind)).then_some(code.span.start),
            }
        });
        let hull = self.hull.as_ref().map_or(least, |hull| hull.end);
        ends.fold(hull, usize::min).max(least)
    }

    /// Adds the id at the end of a heading.
    fn heading_id(&mut self, text: &str, hull: &Range<usize>) {
        let whole = text.get(hull.clone()).unwrap_or_default();
        let Some(open) = whole.rfind('{').filter(|_| whole.ends_with('}')) else {
            return;
        };
        let inner = whole
            .get(open + 1..whole.len() - 1)
            .unwrap_or_default()
            .trim_start();
        let is_comment = inner.starts_with("/*");
        let is_placeholder = is_comment && inner.contains(placeholder::MARK);
        if is_placeholder || !is_comment && !inner.starts_with(['#', ':', '.']) {
            return;
        }
        let span = hull.start + open..hull.end;
        self.codes
            .retain(|code| code.span.end <= span.start || code.span.start < span.start);
        self.code(CodeKind::HeadingId, span);
    }
}

const fn is_emphasis(kind: CodeKind) -> bool {
    matches!(
        kind,
        CodeKind::Emphasis | CodeKind::Strong | CodeKind::Strikethrough
    )
}

const fn is_link(kind: CodeKind) -> bool {
    matches!(kind, CodeKind::Link | CodeKind::Image | CodeKind::Autolink)
}

/// Leaves white space at both ends out; `None` when nothing else is there.
pub(crate) fn trimmed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let whole = text.get(range.clone())?;
    let end = range.start + whole.trim_end().len();
    let start = range.end - whole.trim_start().len();
    (start < end).then_some(start..end)
}

/// Cuts a range into its lines' texts: container prefixes left out, line breaks as `\n`.
pub(crate) fn pieces(
    text: &str,
    range: Range<usize>,
    n_quotes: usize,
    is_cell: bool,
) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut push = |start: usize, end: usize| match pieces.last_mut() {
        Some(Piece::Copy(last)) if last.end == start => last.end = end,
        _ if start < end => pieces.push(Piece::Copy(start..end)),
        _ => {}
    };
    let mut at = range.start;
    for line in text.get(range).unwrap_or_default().split_inclusive('\n') {
        let next = at + line.len();
        let start = at;
        let body = line.strip_suffix('\n');
        let bare = body.map_or(line, |bare| bare.strip_suffix('\r').unwrap_or(bare));
        let mut content = start;
        if at > 0 && text.as_bytes().get(at - 1) == Some(&b'\n') {
            content += prefix_len(bare, n_quotes);
        }
        let end = start + bare.len();
        if is_cell {
            let mut last = content;
            for (pipe, _) in text
                .get(content..end)
                .unwrap_or_default()
                .match_indices("\\|")
            {
                push(last, content + pipe);
                last = content + pipe + 1;
            }
            push(last, end);
        } else {
            push(content, end);
        }
        if body.is_some() {
            push(next - 1, next);
        }
        at = next;
    }
    pieces
}

/// Counts the bytes of a continuation line's prefix: blanks and at most so many `>`.
pub(crate) fn prefix_len(line: &str, n_quotes: usize) -> usize {
    let (mut at, mut left) = (n_blanks(line), n_quotes);
    while left > 0 && line.as_bytes().get(at) == Some(&b'>') {
        left -= 1;
        at += 1;
        at += n_blanks(line.get(at..).unwrap_or_default());
    }
    at
}

/// Returns what a further line would start with: the first line's quote marks, everything else as blanks.
pub(crate) fn line_prefix(text: &str, start: usize) -> String {
    let window = start.saturating_sub(LONGEST_PREFIX);
    let before = text.as_bytes().get(window..start).unwrap_or_default();
    let line = match before.iter().rposition(|byte| *byte == b'\n') {
        Some(at) => &before[at + 1..],
        None if window == 0 => before.strip_prefix(b"\xef\xbb\xbf").unwrap_or(before),
        None => return String::new(),
    };
    let blank = |byte: &u8| {
        if matches!(byte, b'>' | b'\t') {
            char::from(*byte)
        } else {
            ' '
        }
    };
    line.iter().map(blank).collect()
}
