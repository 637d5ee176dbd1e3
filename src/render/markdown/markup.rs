//! Blocks of HTML or JSX that open or close an element which other blocks stand in: two of them would not close. One is written, with the texts
//! of both sides in it.

use crate::document::block::BlockId;
use crate::document::block::BlockKind;
use crate::document::unit::UnitKind;
use crate::draft::outline::Outline;
use crate::markdown::write;
use crate::render::balance;
use crate::render::edition::Passage;
use crate::render::edition::Side;
use crate::render::markdown::form;
use crate::render::markdown::form::Form;
use crate::render::markdown::page::Page;
use crate::render::markdown::page::joined;
use crate::render::markdown::passage::strong;
use std::collections::BTreeMap;

impl Page<'_, '_> {
    /// Writes a passage of markup that does not close what it opens; nothing where the passage is something else.
    pub(crate) fn open_markup(&self, passage: &Passage) -> Option<Vec<String>> {
        let is_open = |side: Side| {
            let outline = self.edition.outline(side);
            passage.blocks(side).iter().any(|block| {
                is_markup(outline, *block)
                    && !balance::open_elements([outline
                        .document
                        .source
                        .slice(outline.span(*block))])
                    .is_empty()
            })
        };
        if !is_open(Side::Source) && !is_open(Side::Target) && !self.is_same_markup(passage) {
            return None;
        }
        let [source, target] =
            [Side::Source, Side::Target].map(|side| self.open_elements(passage, side));
        match passage.target.as_slice() {
            _ if !passage.source.is_empty() && !passage.target.is_empty() && source != target => {
                Some(self.both_markups(passage, &target))
            }
            [] => Some(self.blocks(passage, Side::Source, true)),
            [target] if passage.source.len() == 1 => Some(self.merged(passage.source[0], *target)),
            _ => Some(self.apart(passage)),
        }
    }

    /// Returns the elements that a side of a passage leaves open, or closes without having opened them.
    fn open_elements(&self, passage: &Passage, side: Side) -> BTreeMap<String, i32> {
        let outline = self.edition.outline(side);
        let blocks = passage.blocks(side).iter();
        let blocks = blocks.filter(|block| is_markup(outline, **block));
        balance::open_elements(
            blocks.map(|block| outline.document.source.slice(outline.span(*block))),
        )
    }

    /// Both sides, where they open or close other elements: what one of them alone has opened would stay open. What is opened last is
    /// closed first.
    fn both_markups(&self, passage: &Passage, target: &BTreeMap<String, i32>) -> Vec<String> {
        let source = passage.source.iter().map(|block| {
            let own = Passage {
                source: vec![*block],
                target: Vec::new(),
                ..passage.clone()
            };
            let lines = self.blocks(&own, Side::Source, false);
            match (is_markup(&self.edition.source, *block), self.form) {
                (false, Form::Quote) => form::quoted(&lines),
                (false, Form::Elements) => form::element(self.edition, Side::Source, lines),
                _ => lines,
            }
        });
        let source = joined(source.collect());
        let target_lines = self.blocks(passage, Side::Target, true);
        let is_closing = target.values().sum::<i32>() < 0;
        joined(match is_closing {
            true => vec![target_lines, source],
            false => vec![source, target_lines],
        })
    }

    /// The draft's blocks as they are, and the words of the source's without markup that the draft's has already.
    fn apart(&self, passage: &Passage) -> Vec<String> {
        let mut blocks = vec![self.blocks(passage, Side::Target, true)];
        let outline = &self.edition.source;
        for block in &passage.source {
            if is_markup(outline, *block) {
                let units = outline.units(*block).into_iter();
                let prose = units.filter(|unit| outline.document.unit(*unit).kind.is_prose());
                blocks
                    .extend(prose.map(|unit| vec![strong(&self.words.title(Side::Source, unit))]));
            } else {
                let own = Passage {
                    source: vec![*block],
                    target: Vec::new(),
                    ..passage.clone()
                };
                let lines = self.blocks(&own, Side::Source, false);
                blocks.push(match self.form {
                    Form::Quote => form::quoted(&lines),
                    Form::Elements => form::element(self.edition, Side::Source, lines),
                    _ => lines,
                });
            }
        }
        joined(blocks)
    }

    /// Tells whether both sides are one block of HTML with the same elements.
    fn is_same_markup(&self, passage: &Passage) -> bool {
        let (&[one], &[other]) = (passage.source.as_slice(), passage.target.as_slice()) else {
            return false;
        };
        let (source, target) = (&self.edition.source, &self.edition.target);
        let text = |outline: &Outline<'_>, block| {
            let text = outline.document.source.slice(outline.span(block));
            let names = balance::tags(text).into_iter().map(|(name, _)| name);
            names.collect::<Vec<_>>()
        };
        is_markup(source, one)
            && is_markup(target, other)
            && text(source, one) == text(target, other)
    }

    fn merged(&self, source: BlockId, target: BlockId) -> Vec<String> {
        let outline = &self.edition.target;
        let document = outline.document;
        let mut left = self.edition.source.units(source);
        let mut texts = Vec::new();
        for unit in outline.units(target) {
            let Some(pair) = self.edition.pair_of(Side::Target, unit) else {
                continue;
            };
            let own = document.text(unit);
            let others: Vec<&str> = pair
                .source
                .iter()
                .map(|other| self.edition.source.document.text(*other))
                .collect();
            let other = others.join(" ");
            if !document.unit(unit).kind.is_prose() && other != own {
                continue;
            }
            left.retain(|other| !pair.source.contains(other));
            if other.trim().is_empty() || other == own {
                continue;
            }
            texts.push((unit, self.beside(&other, own)));
        }
        let texts: Vec<_> = texts
            .iter()
            .map(|(unit, text)| (*unit, text.as_str()))
            .collect();
        let edits = write::edits(document, &texts);
        let lines = self.words.block(Side::Target, target, &edits);
        left.retain(|unit| self.edition.source.document.unit(*unit).kind.is_prose());
        let left = left
            .into_iter()
            .map(|unit| strong(&self.words.title(Side::Source, unit)));
        joined(
            std::iter::once(lines)
                .chain(left.map(|line| vec![line]))
                .collect(),
        )
    }
}

/// Tells whether a block is HTML or JSX; MDX reads an element with its text on one line as a paragraph.
fn is_markup(outline: &Outline<'_>, block: BlockId) -> bool {
    let units = outline.own_units(block);
    let mut kinds = units.iter().map(|unit| outline.document.unit(*unit).kind);
    match outline.kind(block) {
        BlockKind::Html => true,
        BlockKind::Paragraph => !units.is_empty() && kinds.all(|kind| kind == UnitKind::HtmlText),
        _ => false,
    }
}
