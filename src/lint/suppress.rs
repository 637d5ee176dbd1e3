//! Waivers: comments that silence a rule for a block.
//!
//! `<!-- duizhao-ignore term/missing, left/*: reason -->` or `{/* duizhao-ignore term/missing: reason */}` before a block, or inside
//! it, in the draft or in the source document.

use crate::document::block::BlockKind;
use crate::document::document::Document;
use crate::lint::finding::Finding;
use crate::lint::finding::Location;
use crate::lint::select::names;
use crate::text::span::Span;

const DIRECTIVE: &str = "duizhao-ignore";

/// One waiver of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// The rules or groups that it silences; none: all.
    pub rules: Vec<String>,
    /// The block that it silences them for.
    pub span: Span,
    /// Why.
    pub reason: String,
    /// The comment.
    pub comment: Span,
}

/// Reads the waivers of a document.
pub fn waivers(document: &Document) -> Vec<Waiver> {
    let comments = document.comments.iter();
    let waivers = comments.filter_map(|comment| {
        let (rules, reason) = directive(&comment.text)?;
        let span = block_of(document, comment.span)?;
        Some(Waiver {
            rules,
            span,
            reason,
            comment: comment.span,
        })
    });
    waivers.collect()
}

/// Tells whether a waiver of the finding's file silences it.
pub fn is_waived(finding: &Finding, sides: &[(&Document, &[Waiver])]) -> bool {
    let places: Vec<&Location> = std::iter::once(&finding.at)
        .chain(&finding.related)
        .collect();
    sides.iter().any(|(document, waivers)| {
        waivers.iter().any(|waiver| {
            let is_named = waiver.rules.is_empty()
                || waiver
                    .rules
                    .iter()
                    .any(|pattern| names(pattern, finding.rule));
            is_named
                && places
                    .iter()
                    .any(|place| stands_in(place, document, waiver.span))
        })
    })
}

fn stands_in(place: &Location, document: &Document, span: Span) -> bool {
    let is_touched =
        place.span.overlaps(span) || span.start <= place.span.start && place.span.end <= span.end;
    place.source.name() == document.source.name() && is_touched
}

/// The rules and the reason of a directive; nothing when the comment is none.
fn directive(comment: &str) -> Option<(Vec<String>, String)> {
    let rest = comment.trim().strip_prefix(DIRECTIVE)?;
    if !rest.is_empty() && !rest.starts_with([' ', ':', '\t', '\n']) {
        return None;
    }
    let (rules, reason) = rest.split_once([':', '\u{ff1a}']).unwrap_or((rest, ""));
    let rules = rules
        .split([',', ' ', '\u{ff0c}', '\u{3001}', '\t', '\n'])
        .filter(|rule| !rule.is_empty());
    Some((rules.map(str::to_owned).collect(), reason.trim().to_owned()))
}

/// The block that a comment speaks of: the one it stands in, else the next.
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
    let after = document
        .blocks
        .partition_point(|block| block.span.start < comment.end);
    let blocks = document.blocks.get(after..).unwrap_or_default();
    let next = blocks.iter().find(|block| block.kind != BlockKind::Comment);
    next.map(|block| block.span)
}
