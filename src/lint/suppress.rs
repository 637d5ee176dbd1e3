//! Waivers: comments that silence a rule for a block.
//!
//! `<!-- duizhao-ignore term/missing, left/*: reason -->` or `{/* duizhao-ignore term/missing: reason */}` before a block, or inside
//! it, in the draft or in the source document.

use crate::document::block::BlockKind;
use crate::document::document::Document;
use crate::lint::finding::Finding;
use crate::lint::finding::Location;
use crate::lint::project::CheckedBitext;
use crate::lint::select::names;
use crate::text::span::Span;
use std::collections::BTreeMap;

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

/// Leaves out the findings that a waiver of their own or a related file silences.
pub fn without_waived(findings: Vec<Finding>, documents: &[CheckedBitext<'_>]) -> Vec<Finding> {
    let mut by_file: BTreeMap<&str, Vec<Waiver>> = BTreeMap::new();
    for document in documents {
        for side in [&document.bitext.source, &document.bitext.target] {
            by_file
                .entry(side.source.name())
                .or_insert_with(|| waivers(side));
        }
    }
    by_file.retain(|_, waivers| !waivers.is_empty());
    let is_waived = |finding: &Finding| {
        let mut places = std::iter::once(&finding.at).chain(&finding.related);
        places.any(|place| {
            let waivers = by_file.get(place.source.name());
            waivers
                .is_some_and(|waivers| waivers.iter().any(|waiver| waiver.silences(finding, place)))
        })
    };
    findings
        .into_iter()
        .filter(|finding| !is_waived(finding))
        .collect()
}

impl Waiver {
    /// Tells whether it silences what a finding says of a place in the waiver's file.
    fn silences(&self, finding: &Finding, place: &Location) -> bool {
        let is_named = self.rules.is_empty()
            || self
                .rules
                .iter()
                .any(|pattern| names(pattern, finding.rule));
        let is_inside = self.span.start <= place.span.start && place.span.end <= self.span.end;
        is_named && (is_inside || place.span.overlaps(self.span))
    }
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
