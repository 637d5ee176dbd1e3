//! Prose inside blocks of HTML: text between block-level tags, and attributes that a reader reads.

use crate::document::inline::CodeKind;
use crate::document::unit::{Notation, UnitKind};
use crate::markdown::components::attribute;
use crate::markdown::draft::{CodeDraft, Draft, UnitDraft};
use crate::markdown::leaf::{line_prefix, pieces, trimmed};
use crate::markdown::prepass::is_block_element;
use crate::markdown::tag::{self, Tag};
use std::ops::Range;

/// Elements whose content nobody translates.
const RAW: &[&str] = &[
    "script", "style", "pre", "textarea", "svg", "math", "template", "code", "kbd", "samp",
    "iframe",
];

/// A run of text and inline tags between two block-level tags.
#[derive(Default)]
struct Run {
    hull: Option<Range<usize>>,
    codes: Vec<CodeDraft>,
    has_words: bool,
    tags: Vec<Tag>,
}

/// Adds the units of one block of HTML; where it holds no prose, the block itself is one that is compared.
pub(crate) fn read(draft: &mut Draft<'_>, block: usize, range: Range<usize>, n_quotes: usize) {
    let text = draft.text;
    let Some(range) = trimmed(text, range) else {
        return;
    };
    let before = draft.units.len();
    let mut run = Run::default();
    let mut has_more = false;
    let mut at = range.start;
    let mut n_failed = 0;
    while at < range.end {
        let rest = text.get(at..range.end).unwrap_or_default();
        if rest.starts_with("<!--") {
            let end = rest.find("-->").map_or(range.end, |close| at + close + 3);
            draft.comment(at..end);
            run.meet(at..end);
            run.code(CodeKind::Comment, at..end);
            at = end;
            continue;
        }
        let tag = if rest.starts_with('<') && n_failed < 200 {
            tag::read(text, at).filter(|tag| tag.span.end <= range.end)
        } else {
            None
        };
        let Some(tag) = tag else {
            n_failed += usize::from(rest.starts_with('<'));
            let skipped = usize::from(rest.starts_with('<'));
            let next = rest.get(skipped..).and_then(|rest| rest.find('<'));
            let len = next.map_or(rest.len(), |len| len + skipped);
            run.text(text, at..at + len);
            at += len;
            continue;
        };
        let name = text
            .get(tag.name.clone())
            .unwrap_or_default()
            .to_ascii_lowercase();
        has_more |= !tag.is_closing;
        at = tag.span.end;
        if !tag.is_closing && !tag.is_void && RAW.contains(&name.as_str()) {
            let close = text
                .get(at..range.end)
                .and_then(|rest| rest.find(&format!("</{name}")));
            let end = close.map_or(range.end, |close| at + close);
            let end = end
                + text
                    .get(end..range.end)
                    .and_then(|rest| rest.find('>'))
                    .map_or(range.end - end, |len| len + 1);
            run.meet(tag.span.start..end);
            run.code(
                if name == "code" {
                    CodeKind::Code
                } else {
                    CodeKind::Html
                },
                tag.span.start..end,
            );
            at = end;
        } else if is_block_element(&name) {
            run.close(draft, block, n_quotes);
            run = Run::default();
            attributes(draft, block, &tag);
        } else {
            run.meet(tag.span.clone());
            run.code(CodeKind::Html, tag.span.clone());
            run.tags.push(tag);
        }
    }
    run.close(draft, block, n_quotes);
    if draft.units.len() == before && has_more {
        let mut unit = UnitDraft::plain(UnitKind::Html, block, Notation::Markdown, range.clone());
        unit.prefix = line_prefix(text, range.start);
        unit.pieces = pieces(text, range, n_quotes, false);
        draft.units.push(unit);
    }
}

fn attributes(draft: &mut Draft<'_>, block: usize, tag: &Tag) {
    for (name, value) in &tag.attributes {
        let name = draft.text.get(name.clone()).unwrap_or_default();
        if tag::is_prose(name, draft.text.get(value.clone()).unwrap_or_default()) {
            let unit = attribute(draft.text, block, name, value.clone());
            draft.units.push(unit);
        }
    }
}

impl Run {
    fn meet(&mut self, range: Range<usize>) {
        let hull = self.hull.get_or_insert(range.clone());
        hull.end = range.end;
    }

    fn code(&mut self, kind: CodeKind, span: Range<usize>) {
        self.codes.push(CodeDraft {
            kind,
            span,
            prose: None,
            content: None,
        });
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        let Some(range) = trimmed(text, range) else {
            return;
        };
        self.has_words |= text.get(range.clone()).is_some_and(has_words);
        self.meet(range);
    }

    fn close(self, draft: &mut Draft<'_>, block: usize, n_quotes: usize) {
        if !self.has_words {
            self.tags
                .iter()
                .for_each(|tag| attributes(draft, block, tag));
            return;
        }
        let Some(hull) = self.hull else { return };
        let hull = unwrapped(draft.text, hull, &self.codes);
        let mut unit =
            UnitDraft::plain(UnitKind::HtmlText, block, Notation::Markdown, hull.clone());
        unit.prefix = line_prefix(draft.text, hull.start);
        unit.pieces = pieces(draft.text, hull.clone(), n_quotes, false);
        unit.codes = self.codes;
        unit.codes
            .retain(|code| hull.start <= code.span.start && code.span.end <= hull.end);
        draft.units.push(unit);
    }
}

/// Tells whether a text says anything: letters that are no entity's name.
fn has_words(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        if rest
            .get(..at)
            .is_some_and(|before| before.chars().any(char::is_alphabetic))
        {
            return true;
        }
        let after = rest.get(at + 1..).unwrap_or_default();
        let len = after
            .find(|c: char| !(c.is_ascii_alphanumeric() || c == '#'))
            .unwrap_or(after.len());
        let after = after.get(len..).unwrap_or_default();
        rest = after;
    }
    rest.chars().any(char::is_alphabetic)
}

/// Leaves comments and tags that wrap the whole text out of it.
pub(crate) fn unwrapped(text: &str, hull: Range<usize>, codes: &[CodeDraft]) -> Range<usize> {
    let mut codes: Vec<&CodeDraft> = codes
        .iter()
        .filter(|code| matches!(code.kind, CodeKind::Html | CodeKind::Comment))
        .collect();
    codes.sort_by_key(|code| code.span.start);
    let mut codes = codes.as_slice();
    let mut hull = hull;
    while let Some(range) = trimmed(text, hull.clone()) {
        hull = range;
        match codes {
            [first, rest @ ..] if first.span.start < hull.start => codes = rest,
            [rest @ .., last] if last.span.end > hull.end => codes = rest,
            [first, rest @ ..]
                if first.kind == CodeKind::Comment
                    && first.span.start == hull.start
                    && first.span.end < hull.end =>
            {
                hull.start = first.span.end;
                codes = rest;
            }
            [rest @ .., last]
                if last.kind == CodeKind::Comment
                    && last.span.end == hull.end
                    && last.span.start > hull.start =>
            {
                hull.end = last.span.start;
                codes = rest;
            }
            [first, rest @ ..]
                if first.span.start == hull.start
                    && first.span.end < hull.end
                    && is_block_tag(text, first) =>
            {
                hull.start = first.span.end;
                codes = rest;
            }
            [rest @ .., last]
                if last.span.end == hull.end
                    && last.span.start > hull.start
                    && is_block_tag(text, last) =>
            {
                hull.end = last.span.start;
                codes = rest;
            }
            [first, rest @ .., last]
                if first.span.start == hull.start
                    && last.span.end == hull.end
                    && is_pair(text, first, rest, last) =>
            {
                hull = first.span.end..last.span.start;
                codes = rest;
            }
            _ => break,
        }
    }
    hull
}

/// Tells whether a code is the tag of a block-level element.
fn is_block_tag(text: &str, code: &CodeDraft) -> bool {
    let tag = tag::read(text, code.span.start);
    tag.is_some_and(|tag| is_block_element(text.get(tag.name).unwrap_or_default()))
}

/// Tells whether two tags open and close one element around everything between them.
fn is_pair(text: &str, first: &CodeDraft, between: &[&CodeDraft], last: &CodeDraft) -> bool {
    let read =
        |code: &CodeDraft| tag::read(text, code.span.start).filter(|tag| tag.span == code.span);
    let (Some(open), Some(close)) = (read(first), read(last)) else {
        return false;
    };
    let name = |tag: &Tag| text.get(tag.name.clone()).unwrap_or_default().to_owned();
    let same = |code: &&&CodeDraft| read(code).is_some_and(|tag| name(&tag) == name(&open));
    !open.is_closing
        && !open.is_void
        && close.is_closing
        && name(&open) == name(&close)
        && between.iter().find(same).is_none()
}
