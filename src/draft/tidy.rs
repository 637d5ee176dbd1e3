//! Removes placeholders that hold no place any more: what they quote has changed, is gone, or is translated beside them.

use crate::bitext::bitext::Bitext;
use crate::document::block::{BlockId, BlockKind};
use crate::document::placeholder;
use crate::draft::links::{Links, innermost};
use crate::draft::outline::Outline;
use crate::draft::remove;
use crate::draft::step::{Part, StepKind, one_line};
use crate::text::edit::Edit;
use crate::text::span::Span;
use std::collections::BTreeSet;

/// Plans their removal.
pub fn plan(bitext: &Bitext) -> Part {
    let (source, target) = (Outline::new(&bitext.source), Outline::new(&bitext.target));
    let links = Links::new(bitext, &source, &target);
    let mut part = Part::default();
    let mut gone: BTreeSet<BlockId> = BTreeSet::new();
    let mut parents = Vec::new();
    for place in &links.idle {
        let Some(block) = innermost(&target, *place) else {
            continue;
        };
        let text = one_line(bitext.target.source.slice(*place));
        let whole = outermost(&target, &links, block);
        if whole.is_some_and(|whole| gone.contains(&whole)) {
            continue;
        }
        match whole.and_then(|whole| Some((whole, remove::block(&target, whole)?))) {
            Some((whole, edit)) => {
                gone.insert(whole);
                parents.push(target.parent(whole));
                part.push(StepKind::Tidy, None, text, edit);
            }
            None => {
                let units = target.own_units(block).iter();
                let units = units.map(|unit| bitext.target.text(*unit).to_owned());
                part.replaced.extend(units);
                parents.push(Some(block));
                let edit = cell(&target, block).unwrap_or_else(|| inline(bitext, *place));
                part.push(StepKind::Tidy, None, text, edit);
            }
        }
    }
    remove::apart(bitext.target.source.text(), &mut part.edits, &parents);
    part
}

/// The outermost block that holds nothing but idle placeholders.
fn outermost(target: &Outline<'_>, links: &Links, block: BlockId) -> Option<BlockId> {
    let is_idle = |block: &BlockId| {
        let span = target.span(*block);
        let comments = target.document.comments.iter();
        let mut inside = comments.filter(|comment| span.contains(comment.span));
        let is_bare = target.units(*block).is_empty();
        let is_empty = |kind: &BlockKind| {
            !matches!(
                kind,
                BlockKind::Code
                    | BlockKind::Break
                    | BlockKind::Html
                    | BlockKind::Shortcode
                    | BlockKind::Esm
                    | BlockKind::FrontMatter
                    | BlockKind::Directive
            )
        };
        let mut open = vec![*block];
        let mut is_hollow = true;
        while let Some(block) = open.pop() {
            let text = target.document.source.slice(target.span(block));
            is_hollow &= is_empty(target.kind(block)) || placeholder::is_only(text);
            open.extend(target.children(Some(block)));
        }
        is_bare
            && is_hollow
            && inside.all(|comment| {
                placeholder::of(&comment.text).is_some()
                    && links.idle.binary_search(&comment.span).is_ok()
            })
    };
    let chain: Vec<BlockId> = target.chain(block).take_while(is_idle).collect();
    chain.into_iter().rev().find(|block| {
        let kind = target.kind(*block);
        *kind != BlockKind::Cell && remove::block(target, *block).is_some()
    })
}

/// All that a table cell says, where that is a copy of the source.
fn cell(target: &Outline<'_>, block: BlockId) -> Option<Edit> {
    let span = target.span(block);
    let slice = target.document.source.slice(span);
    let bare = slice.trim_matches(['|', ' ', '\t']);
    let is_copy = *target.kind(block) == BlockKind::Cell && placeholder::is_copy(bare);
    let start = slice.find(bare).filter(|_| is_copy)?;
    let span = Span::of(start..start + bare.len());
    Some(Edit {
        span: Span::new(
            target.span(block).start + span.start,
            target.span(block).start + span.end,
        ),
        text: String::new(),
    })
}

/// The comment with the blank beside it.
fn inline(bitext: &Bitext, place: Span) -> Edit {
    let text = bitext.target.source.text();
    let after = text.get(place.end as usize..).unwrap_or_default();
    let before = text.get(..place.start as usize).unwrap_or_default();
    let mut span = place;
    if after.starts_with(' ') {
        span.end += 1;
    } else if before.ends_with(' ') {
        span.start -= 1;
    }
    Edit {
        span,
        text: String::new(),
    }
}
