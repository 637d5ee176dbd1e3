//! Directives, admonitions, tabs, JSX elements, shortcodes and expressions that stand on lines of their own.

use crate::document::block::BlockKind;
use crate::document::inline::CodeKind;
use crate::document::problem::ProblemKind;
use crate::document::unit::{Notation, UnitKind};
use crate::markdown::containers::Inner;
use crate::markdown::directive::{self, Marker};
use crate::markdown::draft::UnitDraft;
use crate::markdown::inline_mask;
use crate::markdown::lines::n_blanks;
use crate::markdown::prepass::Pass;
use crate::markdown::tag::{self, Tag};
use std::ops::Range;

/// Containers nested deeper than this are not followed.
const DEEPEST: usize = 100;

impl Pass<'_, '_> {
    /// A `:::` line.
    pub(crate) fn colons(&mut self, line_idx: usize, inner: Inner, rest: &str) -> Option<usize> {
        let marker = directive::colons(rest)?;
        self.flush();
        let end = self.lines[line_idx].end;
        let title = match &marker {
            Marker::Open(_, title) | Marker::Whole(title) => title.clone(),
            Marker::Close(_) => None,
        };
        match marker {
            Marker::Close(n_colons) => {
                let open = self
                    .directives
                    .iter()
                    .rposition(|(n_open, _)| *n_open <= n_colons);
                if let Some(open) = open {
                    for (_, block) in self.directives.split_off(open) {
                        self.extend_block(block, end);
                    }
                }
            }
            Marker::Open(..) | Marker::Whole(_) => {
                let block = self.draft.block(BlockKind::Directive, inner.start..end);
                self.title(block, inner.start, title);
                if let Marker::Open(n_colons, _) = marker
                    && self.directives.len() < DEEPEST
                {
                    self.directives.push((n_colons, block));
                }
            }
        }
        self.blank(inner.start..end);
        Some(line_idx + 1)
    }

    /// Reports containers that nothing closed.
    pub(crate) fn close_directives(&mut self) {
        let end = self.text.trim_end().len();
        for (_, block) in std::mem::take(&mut self.directives) {
            let start = self
                .draft
                .blocks
                .get(block)
                .map_or(0, |(_, span)| span.start);
            let line_end = self.line_end(start);
            let marker = self.text.get(start..line_end).unwrap_or_default();
            self.draft
                .problem(ProblemKind::DirectiveUnclosed, start..line_end, marker);
            self.extend_block(block, end);
        }
    }

    fn extend_block(&mut self, block: usize, end: usize) {
        if let Some((_, span)) = self.draft.blocks.get_mut(block) {
            span.end = span.end.max(end);
        }
    }

    fn title(&mut self, block: usize, start: usize, title: Option<Range<usize>>) {
        let Some(title) = title else { return };
        let span = start + title.start..start + title.end;
        let mut unit = UnitDraft::plain(
            UnitKind::DirectiveTitle,
            block,
            Notation::Line,
            span.clone(),
        );
        unit.codes = inline_mask::title_codes(self.text, span);
        self.draft.units.push(unit);
    }

    /// An admonition or a tab of MkDocs: its indented content is read as Markdown, inside a made-up list item.
    pub(crate) fn mkdocs(&mut self, line_idx: usize, inner: Inner, rest: &str) -> Option<usize> {
        let (title, is_sure) = directive::mkdocs(rest)?;
        let end = self.lines[line_idx].end;
        let next = self.next_indent(line_idx).unwrap_or(0);
        let here = self.lines[line_idx]
            .text(self.text)
            .get(..inner.start - self.lines[line_idx].start)
            .map_or(0, str::len);
        let has_content = next >= here + 4;
        if !is_sure && !has_content || inner.indent > 3 {
            return None;
        }
        self.flush();
        let block = self.draft.block(BlockKind::Directive, inner.start..end);
        self.title(block, inner.start, title);
        self.make_item(block, inner, inner.start..end, 4);
        Some(line_idx + 1)
    }

    /// Covers a range by a list item's mark, so that what is indented below it is its content.
    fn make_item(&mut self, block: usize, inner: Inner, span: Range<usize>, width: usize) {
        let marks = format!("+{}#", " ".repeat(width - 1));
        self.mask.replace(span.clone(), &marks);
        self.found.made_up.insert(span.start, Some(block));
        self.found.made_up.insert(span.start + width, None);
        self.containers.open_item(inner.indent, width);
    }

    /// Returns how far the next line with text is indented.
    fn next_indent(&self, line_idx: usize) -> Option<usize> {
        let lines = self
            .lines
            .iter()
            .skip(line_idx + 1)
            .take(20)
            .map(|line| line.text(self.text));
        lines
            .filter(|line| !line.trim().is_empty())
            .map(n_blanks)
            .next()
    }

    /// A VitePress snippet (`<<< @/file`).
    pub(crate) fn include(&mut self, line_idx: usize, inner: Inner, rest: &str) -> Option<usize> {
        let path = rest.strip_prefix("<<<")?.trim();
        if path.is_empty() || path.starts_with('<') || !path.contains(['/', '.', '@']) {
            return None;
        }
        let span = inner.start..inner.start + rest.trim_end().len();
        self.standing(UnitKind::Html, BlockKind::Shortcode, span);
        Some(line_idx + 1)
    }

    /// A shortcode that stands alone: its parameters that hold prose are units; without any it is compared as it stands.
    fn shortcode(&mut self, span: Range<usize>) {
        let values = tag::parameters(self.text, span.clone());
        let is_prose = |(name, value): &(Range<usize>, Range<usize>)| {
            let part = |range: &Range<usize>| self.text.get(range.clone()).unwrap_or_default();
            tag::is_prose(part(name), part(value))
        };
        let prose: Vec<_> = values.into_iter().filter(is_prose).collect();
        if prose.is_empty() {
            self.standing(UnitKind::Html, BlockKind::Shortcode, span);
            return;
        }
        self.flush();
        let block = self.draft.block(BlockKind::Shortcode, span.clone());
        for (name, value) in prose {
            let name = self.text.get(name).unwrap_or_default();
            self.draft
                .units
                .push(attribute(self.text, block, name, value));
        }
        self.blank(span);
    }

    /// Takes a piece that stands alone on its lines out, as a unit that is compared as it stands.
    fn standing(&mut self, kind: UnitKind, block: BlockKind, span: Range<usize>) {
        self.flush();
        let block = self.draft.block(block, span.clone());
        self.opaque(kind, block, span.clone());
        self.blank(span);
    }

    /// JSX elements: tags that stand alone on their lines are taken out, what is between them is Markdown.
    pub(crate) fn jsx(&mut self, line_idx: usize, inner: Inner, rest: &str) -> Option<usize> {
        let first = rest.trim_start_matches(['<', '/']).chars().next();
        let is_component = first.is_some_and(|c| c.is_ascii_uppercase())
            || rest.starts_with("<>")
            || rest.starts_with("</>");
        if !self.is_mdx && (!is_component || inner.indent > 3) {
            return None;
        }
        let mut tags: Vec<Tag> = Vec::new();
        let mut at = inner.start;
        while let Some(tag) = tag::read(self.text, at) {
            at = tag.span.end;
            tags.push(tag);
            at += n_blanks(self.text.get(at..).unwrap_or_default());
        }
        let last = tags.last()?;
        let span = inner.start..last.span.end;
        let last_idx = self.line_at(span.end - 1);
        let after = self
            .text
            .get(span.end..self.lines[last_idx].end)
            .unwrap_or_default();
        if !after.trim().is_empty()
            || self
                .text
                .get(span.clone())
                .is_some_and(|tags| tags.contains("\n\n"))
        {
            return None;
        }
        self.flush();
        let block = self.draft.block(BlockKind::Html, span.clone());
        let n_attributes = self.attributes(block, &tags);
        let opens = tags
            .iter()
            .filter(|tag| !tag.is_closing && !tag.is_void)
            .count()
            > tags.iter().filter(|tag| tag.is_closing).count();
        if n_attributes == 0
            && tags
                .iter()
                .any(|tag| !tag.is_closing && tag.name.end + 2 < tag.span.end)
        {
            self.opaque(UnitKind::Html, block, span.clone());
        }
        let indent = n_blanks(self.lines[line_idx].text(self.text));
        let deeper = self
            .next_indent(last_idx)
            .unwrap_or(0)
            .saturating_sub(indent)
            .min(5);
        let width = deeper.min(
            self.line_end(inner.start)
                .min(span.end)
                .saturating_sub(inner.start + 1),
        );
        if opens && width >= 2 && inner.indent < 4 {
            self.make_item(block, inner, span, width);
        } else {
            self.blank(span);
        }
        Some(last_idx + 1)
    }

    /// Adds the attributes that hold prose; returns how many there are.
    fn attributes(&mut self, block: usize, tags: &[Tag]) -> usize {
        let before = self.draft.units.len();
        for (name, value) in tags.iter().flat_map(|tag| tag.attributes.iter()) {
            let name = self.text.get(name.clone()).unwrap_or_default();
            if tag::is_prose(name, self.text.get(value.clone()).unwrap_or_default()) {
                self.draft
                    .units
                    .push(attribute(self.text, block, name, value.clone()));
            }
        }
        self.draft.units.len() - before
    }

    /// Shortcodes, expressions and MDX comments that stand alone on their lines.
    pub(crate) fn braces(&mut self, line_idx: usize, inner: Inner, rest: &str) -> Option<usize> {
        let is_mark = ["{{<", "{{%", "{%", "{{", "{/*"]
            .iter()
            .any(|mark| rest.starts_with(mark));
        if !is_mark && !self.is_mdx {
            return None;
        }
        let first = self.lines[line_idx];
        let limit = self
            .lines
            .iter()
            .skip(line_idx)
            .take(60)
            .take_while(|line| rest.starts_with("{/*") || !line.text(self.text).trim().is_empty());
        let end = limit.last().map_or(first.end, |line| line.end);
        let mut last_end = inner.start;
        let mut kinds = Vec::new();
        while let Some(mark) = inline_mask::at(self.text, last_end..end, self.is_mdx) {
            last_end = mark.span.end;
            kinds.push(mark);
            last_end += n_blanks(self.text.get(last_end..end).unwrap_or_default());
        }
        let span = inner.start..kinds.last()?.span.end;
        let line_end = self.line_end(span.end - 1);
        let is_alone = self
            .text
            .get(span.end..line_end)
            .is_some_and(|after| after.trim().is_empty());
        let is_expression = kinds.iter().any(|mark| mark.kind == CodeKind::Expression);
        if !is_alone || is_expression && (self.is_running() || !self.is_mdx) {
            return None;
        }
        if kinds.iter().all(|mark| mark.kind == CodeKind::Comment) {
            self.flush();
            for mark in kinds {
                self.draft.block(BlockKind::Comment, mark.span.clone());
                self.draft.comment(mark.span);
            }
            self.blank(span.clone());
        } else {
            self.shortcode(span.clone());
        }
        Some(self.line_at(line_end.saturating_sub(1).max(span.start)) + 1)
    }
}

/// Makes the unit of an attribute's value.
pub(crate) fn attribute(text: &str, block: usize, name: &str, value: Range<usize>) -> UnitDraft {
    let mut unit = UnitDraft::plain(
        UnitKind::Attribute,
        block,
        Notation::Attribute,
        value.clone(),
    );
    unit.pieces = tag::value_pieces(text, value);
    unit.key = Some(name.to_owned());
    unit
}
