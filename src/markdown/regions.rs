//! Regions of whole lines that hold no Markdown: fences, comments, raw HTML, display math, MDX imports.

use crate::document::block::BlockKind;
use crate::document::inline::CodeKind;
use crate::document::problem::ProblemKind;
use crate::document::unit::{Notation, UnitKind};
use crate::markdown::containers::Inner;
use crate::markdown::draft::{Piece, UnitDraft};
use crate::markdown::inline_mask::InlineMark;
use crate::markdown::leaf;
use crate::markdown::lines::n_blanks;
use crate::markdown::prepass::Pass;
use std::ops::Range;

/// Display math and shortcodes longer than this many lines are text.
const MOST_LINES: usize = 200;

impl Pass<'_, '_> {
    /// A code fence: the lines up to its closing fence are left alone.
    pub(crate) fn fence(&mut self, line_idx: usize, inner: Inner, rest: &str) -> Option<usize> {
        let mark = rest.chars().next()?;
        let n_marks = rest.len() - rest.trim_start_matches(mark).len();
        let info = rest.get(n_marks..)?;
        if n_marks < 3 || inner.indent > 3 || mark == '`' && info.contains('`') {
            return None;
        }
        self.flush();
        let depth = self.containers.depth();
        for (idx, line) in self.lines.iter().enumerate().skip(line_idx + 1) {
            let within = self.containers.enter(self.text, *line, false);
            if self.containers.depth() < depth {
                self.unclosed_fence(line_idx, inner);
                return Some(idx);
            }
            let body = self.text.get(within.start..line.end).unwrap_or_default();
            let n_closing = body.len() - body.trim_start_matches(mark).len();
            let after = body.get(n_closing..).unwrap_or_default();
            if n_closing >= n_marks
                && within.indent < 4
                && after.trim_matches([' ', '\t']).is_empty()
            {
                self.mask.blank(within.start + n_closing..line.end);
                return Some(idx + 1);
            }
        }
        self.unclosed_fence(line_idx, inner);
        Some(self.lines.len())
    }

    fn unclosed_fence(&mut self, line_idx: usize, inner: Inner) {
        let end = self.lines[line_idx].end;
        let fence = self.text.get(inner.start..end).unwrap_or_default();
        self.draft
            .problem(ProblemKind::FenceUnclosed, inner.start..end, fence);
    }

    /// A comment that starts a line.
    pub(crate) fn comment(
        &mut self,
        line_idx: usize,
        inner: Inner,
        rest: &str,
        is_html: bool,
    ) -> Option<usize> {
        if !rest.starts_with("<!--") {
            return None;
        }
        let end = self.text.len();
        let Some(close) = self.ahead(inner.start + 4, "-->") else {
            self.flush();
            self.draft.problem(
                ProblemKind::CommentUnclosed,
                inner.start..self.lines[line_idx].end,
                "<!--",
            );
            self.draft.comment(inner.start..end);
            self.draft.block(BlockKind::Comment, inner.start..end);
            self.mask.blank(inner.start..end);
            return Some(self.lines.len());
        };
        let span = inner.start..close + 3;
        let (last_idx, line_end) = (self.line_at(close), self.line_end(close));
        if is_html {
            self.draft.comment(span);
            return Some(last_idx + 1).filter(|_| last_idx > line_idx || line_end == close + 3);
        }
        let is_alone = self
            .text
            .get(span.end..line_end)
            .is_some_and(|after| after.trim().is_empty());
        if is_alone {
            self.flush();
            self.mask.blank(span.clone());
            let block = self.draft.block(BlockKind::Comment, span.clone());
            self.draft.comment(span.clone());
            if self
                .text
                .get(span.start + 4..close)
                .is_some_and(|inner| inner.trim_start().starts_with("@include"))
            {
                self.draft.units.push(UnitDraft::plain(
                    UnitKind::Html,
                    block,
                    Notation::Markdown,
                    span,
                ));
            }
            return Some(last_idx + 1);
        }
        if last_idx == line_idx {
            return None;
        }
        self.flush();
        let last_start = self.lines[last_idx].start;
        self.draft.comment(span.clone());
        self.mask.blank(span.start..last_start);
        let tail = last_start + n_blanks(self.lines[last_idx].text(self.text))..span.end;
        self.mask.stand_in(tail.clone());
        self.found.marks.push(InlineMark {
            kind: CodeKind::Comment,
            span: tail,
        });
        Some(last_idx + 1)
    }

    /// `<pre>`, `<script>`, `<style>`, `<textarea>`: up to the closing tag nothing is Markdown.
    pub(crate) fn raw_html(&mut self, line_idx: usize, rest: &str) -> Option<usize> {
        let raw = [
            ("<pre", "</pre>"),
            ("<script", "</script>"),
            ("<style", "</style>"),
            ("<textarea", "</textarea>"),
        ];
        let (open, close) = raw.into_iter().find(|(open, _)| {
            let after = rest.get(open.len()..).unwrap_or_default();
            rest.starts_with(open) && (after.is_empty() || after.starts_with([' ', '\t', '>']))
        })?;
        let end = self.ahead(self.lines[line_idx].start + open.len(), close)?;
        self.flush();
        let next = self.line_at(end) + 1;
        let span = self.lines[line_idx].end - rest.len()..self.line_end(end);
        if self.is_mdx
            || self
                .text
                .get(span.clone())
                .is_some_and(|body| body.contains("\n\n"))
        {
            let block = self.draft.block(BlockKind::Html, span.clone());
            self.opaque(UnitKind::Html, block, span.clone());
            self.mask.blank(span);
        }
        Some(next)
    }

    /// Display math that starts a line.
    pub(crate) fn math(&mut self, line_idx: usize, inner: Inner, rest: &str) -> Option<usize> {
        let body = rest.strip_prefix("$$")?;
        let bare = body.trim_end();
        let end = if let Some(close) = body.find("$$") {
            if bare.len() != close + 2 || close == 0 {
                return None;
            }
            inner.start + 2 + bare.len()
        } else {
            let lines = self.lines.get(line_idx + 1..)?;
            let line = lines
                .iter()
                .take(MOST_LINES)
                .find(|line| line.text(self.text).contains("$$"))?;
            let text = line.text(self.text).trim_end();
            let close = text.find("$$")?;
            if close + 2 != text.len() {
                return None;
            }
            line.start + text.len()
        };
        self.flush();
        let block = self.draft.block(BlockKind::Math, inner.start..end);
        self.opaque(UnitKind::Math, block, inner.start..end);
        self.mask.blank(inner.start..end);
        Some(self.line_at(end.saturating_sub(1)) + 1)
    }

    /// MDX `import` and `export`: up to a blank line outside of brackets.
    pub(crate) fn esm(&mut self, line_idx: usize, inner: Inner, rest: &str) -> Option<usize> {
        if inner.depth > 0 || inner.indent > 0 || self.is_running() || !is_esm(rest) {
            return None;
        }
        let mut depth = 0_i64;
        let mut last = line_idx;
        for (idx, line) in self.lines.iter().enumerate().skip(line_idx) {
            let text = line.text(self.text);
            if text.trim().is_empty() && depth <= 0 {
                break;
            }
            depth += text
                .bytes()
                .map(|byte| match byte {
                    b'{' | b'(' | b'[' => 1,
                    b'}' | b')' | b']' => -1,
                    _ => 0,
                })
                .sum::<i64>();
            last = idx;
        }
        let span = inner.start..self.lines[last].end;
        self.draft.block(BlockKind::Esm, span.clone());
        self.mask.blank(span);
        Some(last + 1)
    }

    /// Adds a unit that is compared as it stands.
    pub(crate) fn opaque(&mut self, kind: UnitKind, block: usize, span: Range<usize>) {
        let n_quotes = self.containers.depth();
        let pieces: Vec<Piece> = leaf::pieces(self.text, span.clone(), n_quotes, false);
        self.draft.units.push(UnitDraft {
            kind,
            block,
            notation: Notation::Markdown,
            key: None,
            prefix: leaf::line_prefix(self.text, span.start),
            pieces,
            codes: Vec::new(),
        });
    }
}

/// Tells whether a line starts an import or an export, and no sentence.
fn is_esm(line: &str) -> bool {
    if let Some(rest) = line.strip_prefix("import") {
        let spec = rest.trim_start();
        let is_bare = spec.starts_with(['"', '\'']);
        let names = rest.starts_with([' ', '{', '*'])
            && (spec.starts_with(['{', '*']) || spec.contains(" from "));
        return is_bare || names && (spec.starts_with('{') || spec.contains(['"', '\'']));
    }
    let Some(rest) = line.strip_prefix("export ") else {
        return false;
    };
    let rest = rest.trim_start();
    let words = [
        "const ",
        "default ",
        "function ",
        "let ",
        "var ",
        "async ",
        "class ",
        "type ",
        "interface ",
    ];
    rest.starts_with(['{', '*'])
        || words.iter().any(|word| rest.starts_with(word)) && rest.contains(['=', '(', '{'])
}
