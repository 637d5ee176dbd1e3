//! The first mention of each term of the glossary in a chapter, on both sides.

use crate::document::document::Document;
use crate::document::inline::CodeKind;
use crate::document::prose::Prose;
use crate::document::unit::UnitId;
use crate::document::unit::UnitKind;
use crate::document::unit::UnitSpan;
use crate::render::edition::Edition;
use crate::render::edition::Side;
use crate::render::html::sheet::at;
use crate::termbase::case;
use crate::termbase::concept::Status;
use crate::termbase::matcher::Candidate;
use crate::termbase::matcher::Matcher;
use crate::termbase::matcher::Role;
use crate::termbase::termbase::Termbase;
use std::collections::BTreeSet;
use std::collections::HashMap;

/// Finds the terms of a glossary in both languages.
pub(crate) struct Finder<'b> {
    termbase: &'b Termbase,
    source: Matcher,
    target: Matcher,
}

/// The first mentions of a chapter.
#[derive(Debug, Default)]
pub(crate) struct Mentions {
    /// For each unit, where a term is mentioned first, and which concept it is.
    spans: [HashMap<UnitId, Vec<(UnitSpan, usize)>>; 2],
    /// The concepts that the source mentions.
    pub(crate) concepts: BTreeSet<usize>,
}

impl<'b> Finder<'b> {
    /// Prepares to find the terms in texts of two languages.
    pub(crate) fn new(termbase: &'b Termbase, source: &Document, target: &Document) -> Self {
        Self {
            termbase,
            source: Matcher::source(termbase, &source.lang),
            target: Matcher::target(termbase, &target.lang),
        }
    }

    /// Finds the concepts of a text and where they stand.
    fn find(&self, side: Side, text: &str) -> Vec<(std::ops::Range<usize>, usize)> {
        let accepts = |candidate: &Candidate, found: &str| {
            let Some(concept) = self.termbase.concepts.get(candidate.concept) else {
                return false;
            };
            let is_meant = match side {
                Side::Source => matches!(candidate.role, Role::Source | Role::Blocker),
                Side::Target => candidate.role.is_good(),
            };
            is_meant
                && concept.status != Status::Deprecated
                && case::is_case_right(concept.case, found, &candidate.form.text)
        };
        let matcher = match side {
            Side::Source => &self.source,
            Side::Target => &self.target,
        };
        let found = matcher.scan(text, accepts).into_iter();
        let found = found.filter_map(|hit| {
            let first = hit.candidates.first()?;
            let is_blocked = hit.candidates.iter().any(|one| one.role == Role::Blocker);
            // A single Han character is mostly a part of another word.
            let is_short = text.get(hit.span.clone())?.chars().nth(1).is_none();
            (!is_blocked && !is_short).then_some((hit.span, first.concept))
        });
        found.collect()
    }

    /// Finds the first mentions of a chapter. A term of the draft counts where the source says it too.
    pub(crate) fn mentions(&self, edition: &Edition<'_>) -> Mentions {
        let mut mentions = Mentions::default();
        if self.termbase.concepts.is_empty() {
            return mentions;
        }
        let mut told: [BTreeSet<usize>; 2] = Default::default();
        for pair in &edition.bitext.pairs {
            let mut said = BTreeSet::new();
            for (side, units) in [(Side::Source, &pair.source), (Side::Target, &pair.target)] {
                let document = edition.outline(side).document;
                for unit in units {
                    if !document.unit(*unit).kind.is_prose() {
                        continue;
                    }
                    let prose = Prose::of(document, *unit);
                    for (range, concept) in self.find(side, &prose.text) {
                        match side {
                            Side::Source => said.insert(concept),
                            Side::Target if said.contains(&concept) => false,
                            Side::Target => continue,
                        };
                        let span = prose.to_unit(range);
                        if !told[at(side)].contains(&concept)
                            && is_running_text(document, *unit, span)
                        {
                            told[at(side)].insert(concept);
                            let spans = mentions.spans[at(side)].entry(*unit).or_default();
                            spans.push((span, concept));
                        }
                    }
                }
            }
            mentions.concepts.extend(said);
        }
        mentions
    }
}

impl Mentions {
    /// Returns the first mentions in a unit, in order.
    pub(crate) fn of(&self, side: Side, unit: UnitId) -> &[(UnitSpan, usize)] {
        let spans = self.spans[at(side)].get(&unit);
        spans.map_or(&[], Vec::as_slice)
    }
}

/// Tells whether a span is text that a link can stand on: in no heading, no other link, not across a mark or a sentence.
fn is_running_text(document: &Document, unit: UnitId, span: UnitSpan) -> bool {
    let is_fit = matches!(
        document.unit(unit).kind,
        UnitKind::Paragraph | UnitKind::ListItem | UnitKind::TableCell | UnitKind::Definition
    );
    let is_apart = |outer: UnitSpan| span.end <= outer.start || outer.end <= span.start;
    let is_inside = |outer: UnitSpan| outer.start <= span.start && span.end <= outer.end;
    is_fit
        && document.codes(unit).iter().all(|code| {
            let is_link = code.kind == CodeKind::Html && code.content.starts_with("<a");
            let is_plain = !code.kind.is_opaque() && code.prose.is_some_and(is_inside);
            !is_link && (is_apart(code.span) || is_plain)
        })
        && document
            .sentences(unit)
            .iter()
            .all(|sentence| is_apart(*sentence) || is_inside(*sentence))
}
