//! Waivers: comments that silence rules for a block, a range or a file.
//!
//! `<!-- duizhao-ignore term/missing, left/*: reason -->` or `{/* duizhao-ignore term/missing: reason */}` before a block, or inside
//! it, in the draft or in the source document; `duizhao-ignore-start …` to `duizhao-ignore-end` for what stands between, and
//! `duizhao-ignore-file …` for the whole file. In front matter the comment is the one of its notation (`# duizhao-ignore …`).
//! A bare `duizhao-ignore-start` says that what follows is not to be translated, so nothing is found there either.

use crate::document::block::BlockKind;
use crate::document::document::Document;
use crate::lint::meta::RuleMeta;
use crate::lint::select::names;
use crate::text::span::Span;
use serde::Deserialize;
use serde::Serialize;

const DIRECTIVE: &str = "duizhao-ignore";

/// One waiver of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiver {
    /// The rules or groups that it silences; none: all.
    pub rules: Vec<String>,
    /// What it silences them for: a block, a range or the whole file.
    pub span: Span,
    /// Why.
    pub reason: String,
    /// The comment.
    pub comment: Span,
    /// Whether it says first of all that a range is not to be translated.
    pub is_untranslated: bool,
}

/// The waivers of a file, and the marks of ranges that have no counterpart.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waivers {
    /// The waivers, in the order of their comments.
    pub waivers: Vec<Waiver>,
    /// Starts without an end: they hold to the end of the file.
    pub unclosed: Vec<Span>,
    /// Ends without a start.
    pub unopened: Vec<Span>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    Block,
    Start,
    End,
    File,
}

struct Directive {
    reach: Reach,
    rules: Vec<String>,
    reason: String,
}

impl Waiver {
    /// Tells whether it silences a rule at a place of its file.
    pub fn silences(&self, rule: &RuleMeta, place: Span) -> bool {
        let is_named =
            self.rules.is_empty() || self.rules.iter().any(|pattern| names(pattern, rule));
        is_named && self.holds(place)
    }

    /// Tells whether a place is what it speaks of.
    pub fn holds(&self, place: Span) -> bool {
        let is_inside = self.span.start <= place.start && place.end <= self.span.end;
        is_inside || place.overlaps(self.span)
    }
}

/// Reads the waivers of a document.
pub fn read(document: &Document) -> Waivers {
    let whole = Span::of(0..document.source.text().len());
    let mut found = Waivers::default();
    let mut open: Vec<Waiver> = Vec::new();
    for (comment, directive) in directives(document) {
        let Directive {
            reach,
            rules,
            reason,
        } = directive;
        let waiver = |span: Span| Waiver {
            is_untranslated: reach == Reach::Start && rules.is_empty(),
            rules: rules.clone(),
            span,
            reason: reason.clone(),
            comment,
        };
        match reach {
            Reach::Block => found
                .waivers
                .extend(block_of(document, comment).map(waiver)),
            Reach::File => found.waivers.push(waiver(whole)),
            Reach::Start => open.push(waiver(Span::new(comment.end, whole.end))),
            Reach::End => match open.pop() {
                Some(mut range) => {
                    range.span.end = comment.start;
                    found.waivers.push(range);
                }
                None => found.unopened.push(comment),
            },
        }
    }
    found.unclosed = open.iter().map(|waiver| waiver.comment).collect();
    found.waivers.extend(open);
    found.waivers.sort_by_key(|waiver| waiver.comment);
    found
}

/// The directives of a document in the order of its text, those of the front matter's comments among them.
fn directives(document: &Document) -> Vec<(Span, Directive)> {
    let comments = document.comments.iter();
    let mut found: Vec<(Span, Directive)> = comments
        .filter_map(|comment| Some((comment.span, directive(&comment.text)?)))
        .collect();
    let front = document
        .blocks
        .iter()
        .find(|block| block.kind == BlockKind::FrontMatter);
    if let Some(front) = front {
        let mut start = front.span.start;
        for line in document.source.slice(front.span).split_inclusive('\n') {
            let end = start + Span::of(0..line.trim_end().len()).end;
            let comment = line.trim().strip_prefix('#').and_then(directive);
            let comment = comment.filter(|_| !is_in_unit(document, start));
            found.extend(comment.map(|directive| (Span::new(start, end), directive)));
            start += Span::of(0..line.len()).end;
        }
    }
    found.sort_by_key(|(comment, _)| *comment);
    found
}

/// A line of a text that is translated is no comment.
fn is_in_unit(document: &Document, offset: u32) -> bool {
    let unit = document.unit_at(offset);
    unit.is_some_and(|unit| offset < document.unit(unit).span.end)
}

/// Reads a directive; nothing when the comment is none.
fn directive(comment: &str) -> Option<Directive> {
    let rest = comment.trim().strip_prefix(DIRECTIVE)?;
    let reaches = [
        ("-start", Reach::Start),
        ("-end", Reach::End),
        ("-file", Reach::File),
    ];
    let reach = reaches
        .iter()
        .find_map(|(name, reach)| Some((rest.strip_prefix(name)?, *reach)));
    let (rest, reach) = reach.unwrap_or((rest, Reach::Block));
    if !rest.is_empty() && !rest.starts_with([' ', ':', '\u{ff1a}', '\t', '\n', '\r']) {
        return None;
    }
    let (rules, reason) = rest.split_once([':', '\u{ff1a}']).unwrap_or((rest, ""));
    let is_between = |c: char| c.is_whitespace() || matches!(c, ',' | '\u{ff0c}' | '\u{3001}');
    let rules = rules.split(is_between).filter(|rule| !rule.is_empty());
    Some(Directive {
        reach,
        rules: rules.map(str::to_owned).collect(),
        reason: reason.trim().to_owned(),
    })
}

/// The block that a comment speaks of: the one it stands in, else the next; in front matter the next value.
fn block_of(document: &Document, comment: Span) -> Option<Span> {
    let n_before = document
        .units
        .partition_point(|unit| unit.span.start <= comment.start);
    let inside = n_before
        .checked_sub(1)
        .and_then(|idx| document.units.get(idx));
    if let Some(unit) = inside.filter(|unit| unit.span.contains(comment)) {
        let block = document.blocks.get(unit.block.0 as usize);
        return Some(block.map_or(unit.span, |block| block.span));
    }
    let is_front = |kind: &BlockKind| *kind == BlockKind::FrontMatter;
    let front = document.blocks.iter().find(|block| is_front(&block.kind));
    if front.is_some_and(|front| front.span.contains(comment)) {
        let next = document.units.get(n_before);
        let next = next.filter(|unit| {
            let block = document.blocks.get(unit.block.0 as usize);
            block.is_some_and(|block| is_front(&block.kind))
        });
        return next.map(|unit| unit.span);
    }
    let after = document
        .blocks
        .partition_point(|block| block.span.start < comment.end);
    let blocks = document.blocks.get(after..).unwrap_or_default();
    let next = blocks.iter().find(|block| block.kind != BlockKind::Comment);
    next.map(|block| block.span)
}
