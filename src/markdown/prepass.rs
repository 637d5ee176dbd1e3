//! The pass before the CommonMark parser: finds what it does not know, takes it out, and covers it in the parser's copy.

use crate::document::block::BlockKind;
use crate::document::inline::CodeKind;
use crate::document::problem::ProblemKind;
use crate::markdown::containers::{Containers, Inner};
use crate::markdown::draft::Draft;
use crate::markdown::inline_mask::{self, InlineMark};
use crate::markdown::lines::Line;
use crate::markdown::mask::Mask;
use crate::markdown::tag;
use std::collections::HashMap;
use std::ops::Range;

/// What the pass found besides the blocks and units it adds to the draft.
#[derive(Default)]
pub(crate) struct Found {
    /// Inline markup, sorted; it stands in paragraphs, headings and cells.
    pub(crate) marks: Vec<InlineMark>,
    /// Marks of made-up list items that hold indented content: where they stand, and the block they open.
    pub(crate) made_up: HashMap<usize, Option<usize>>,
    /// Whether a line could be a definition of a definition list.
    pub(crate) has_definitions: bool,
}

/// Runs over the lines from `first` on.
pub(crate) fn run<'a>(
    draft: &mut Draft<'a>,
    mask: &mut Mask<'a>,
    lines: &[Line],
    first: usize,
    is_mdx: bool,
) -> Found {
    let mut pass = Pass {
        text: draft.text,
        draft,
        mask,
        lines,
        is_mdx,
        containers: Containers::default(),
        chunk: None,
        directives: Vec::new(),
        missing: Vec::new(),
        is_too_deep_told: false,
        found: Found::default(),
    };
    pass.conflicts();
    let mut line_idx = first;
    while line_idx < lines.len() {
        line_idx = pass.line(line_idx).max(line_idx + 1);
    }
    pass.flush();
    pass.close_directives();
    pass.found.marks.sort_by_key(|mark| mark.span.start);
    pass.found
}

pub(crate) struct Pass<'p, 'a> {
    pub(crate) text: &'a str,
    pub(crate) draft: &'p mut Draft<'a>,
    pub(crate) mask: &'p mut Mask<'a>,
    pub(crate) lines: &'p [Line],
    pub(crate) is_mdx: bool,
    pub(crate) containers: Containers,
    /// Running text that no blank line has ended yet.
    chunk: Option<Chunk>,
    /// Open `:::` containers: how many colons, and their block.
    pub(crate) directives: Vec<(usize, usize)>,
    /// Closing marks that no longer stand ahead.
    missing: Vec<&'static str>,
    is_too_deep_told: bool,
    pub(crate) found: Found,
}

struct Chunk {
    span: Range<usize>,
    is_html: bool,
    depth: usize,
}

impl Pass<'_, '_> {
    /// Reads one line and what belongs to it; returns the next line to read.
    fn line(&mut self, line_idx: usize) -> usize {
        let line = self.lines[line_idx];
        let inner = self.containers.enter(self.text, line, true);
        let rest = self.text.get(inner.start..line.end).unwrap_or_default();
        if inner.is_too_deep {
            self.flush();
            self.mask.stand_in(inner.start..line.end);
            if !self.is_too_deep_told {
                self.draft
                    .problem(ProblemKind::NestingTooDeep, line.start..line.end, "");
            }
            self.is_too_deep_told = true;
            return line_idx + 1;
        }
        if rest.trim().is_empty() || inner.start >= line.end {
            self.flush();
            return line_idx + 1;
        }
        if inner.indent >= 4 && self.chunk.is_none() && !self.is_mdx {
            return line_idx + 1;
        }
        let is_html = self.chunk.as_ref().is_some_and(|chunk| chunk.is_html);
        let taken = self.region(line_idx, inner, rest, is_html);
        if let Some(next) = taken {
            return next;
        }
        self.running(line_idx, inner, rest);
        line_idx + 1
    }

    /// Tries everything that takes whole lines.
    fn region(
        &mut self,
        line_idx: usize,
        inner: Inner,
        rest: &str,
        is_html: bool,
    ) -> Option<usize> {
        match rest.as_bytes().first()? {
            b'`' | b'~' => self.fence(line_idx, inner, rest),
            b'<' => self
                .comment(line_idx, inner, rest, is_html)
                .or_else(|| self.raw_html(line_idx, rest))
                .or_else(|| self.include(line_idx, inner, rest))
                .or_else(|| {
                    if is_html {
                        None
                    } else {
                        self.jsx(line_idx, inner, rest)
                    }
                }),
            b':' if rest.starts_with(":::") => self.colons(line_idx, inner, rest),
            b'!' | b'?' | b'=' => self.mkdocs(line_idx, inner, rest),
            b'$' => self.math(line_idx, inner, rest),
            b'{' => self.braces(line_idx, inner, rest),
            b'i' | b'e' => self.esm(line_idx, inner, rest),
            _ => None,
        }
    }

    /// Adds a line to the running text.
    fn running(&mut self, line_idx: usize, inner: Inner, rest: &str) {
        let line = self.lines[line_idx];
        let starts_html = !self.is_mdx && starts_html(rest, self.chunk.is_none());
        let starts_anew = starts_html
            || rest.starts_with(['#', '|'])
            || self
                .chunk
                .as_ref()
                .is_some_and(|chunk| inner.depth > chunk.depth && !chunk.is_html);
        if starts_anew && !self.chunk.as_ref().is_some_and(|chunk| chunk.is_html) {
            self.flush();
        }
        if rest.starts_with(": ") || rest.starts_with(":\t") {
            self.found.has_definitions = true;
        }
        let chunk = self.chunk.get_or_insert(Chunk {
            span: inner.start..line.end,
            is_html: starts_html,
            depth: inner.depth,
        });
        chunk.span.end = line.end;
    }

    /// Ends the running text and covers the inline markup in it.
    pub(crate) fn flush(&mut self) {
        let Some(chunk) = self.chunk.take() else {
            return;
        };
        if chunk.is_html {
            return;
        }
        for mark in inline_mask::find(self.text, chunk.span, self.is_mdx) {
            self.mark(mark);
        }
    }

    /// Covers one piece of inline markup.
    pub(crate) fn mark(&mut self, mark: InlineMark) {
        self.mask.stand_in(mark.span.clone());
        if mark.kind == CodeKind::Comment {
            self.draft.comment(mark.span.clone());
        }
        self.found.marks.push(mark);
    }

    /// Tells whether running text is open.
    pub(crate) fn is_running(&self) -> bool {
        self.chunk.is_some()
    }

    /// Finds a closing mark from an offset on; one that is not ahead is not sought again.
    pub(crate) fn ahead(&mut self, from: usize, mark: &'static str) -> Option<usize> {
        if self.missing.contains(&mark) {
            return None;
        }
        let found = self.text.get(from..)?.find(mark).map(|at| from + at);
        if found.is_none() {
            self.missing.push(mark);
        }
        found
    }

    /// Returns the index of the line an offset lies in.
    pub(crate) fn line_at(&self, offset: usize) -> usize {
        self.lines
            .partition_point(|line| line.start <= offset)
            .saturating_sub(1)
    }

    /// Returns where the line an offset lies in ends.
    pub(crate) fn line_end(&self, offset: usize) -> usize {
        self.lines
            .get(self.line_at(offset))
            .map_or(offset, |line| line.end)
    }

    /// Covers whole lines by blanks, container marks left standing on the first one.
    pub(crate) fn blank(&mut self, span: Range<usize>) {
        self.mask.blank(span);
    }

    /// Reports and covers the marker lines of merge conflicts.
    fn conflicts(&mut self) {
        let mut open: Vec<Line> = Vec::new();
        for line in self.lines {
            let text = line.text(self.text);
            let expected = match open.len() {
                0 => text.starts_with("<<<<<<< "),
                1 => text == "=======",
                _ => text.starts_with(">>>>>>> "),
            };
            if !expected {
                continue;
            }
            open.push(*line);
            if let [first, .., last] = open.as_slice()
                && open.len() == 3
            {
                self.draft.problem(
                    ProblemKind::ConflictMarkers,
                    first.start..last.end,
                    first.text(self.text),
                );
                for line in std::mem::take(&mut open) {
                    self.mask.blank(line.start..line.end);
                    self.draft.block(BlockKind::Break, line.start..line.end);
                }
            }
        }
    }
}

/// Elements that start an HTML block wherever they stand (CommonMark, start condition 6).
const BLOCK_ELEMENTS: &[&str] = &[
    "address",
    "article",
    "aside",
    "base",
    "basefont",
    "blockquote",
    "body",
    "caption",
    "center",
    "col",
    "colgroup",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frame",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "iframe",
    "legend",
    "li",
    "link",
    "main",
    "menu",
    "menuitem",
    "nav",
    "noframes",
    "ol",
    "optgroup",
    "option",
    "p",
    "param",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "track",
    "ul",
];

/// Tells whether an element stands as a block of its own.
pub(crate) fn is_block_element(name: &str) -> bool {
    BLOCK_ELEMENTS
        .binary_search(&name.to_ascii_lowercase().as_str())
        .is_ok()
}

/// Tells whether a line starts an HTML block.
fn starts_html(rest: &str, is_fresh: bool) -> bool {
    if !rest.starts_with('<') {
        return false;
    }
    let name = rest.trim_start_matches(['<', '/']);
    let len = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (name, after) = name.split_at(len);
    if is_block_element(name)
        && (after.is_empty() || after.starts_with([' ', '\t', '>']) || after.starts_with("/>"))
    {
        return true;
    }
    is_fresh
        && tag::read(rest, 0).is_some_and(|tag| {
            rest.get(tag.span.end..)
                .is_some_and(|rest| rest.trim().is_empty())
        })
}
