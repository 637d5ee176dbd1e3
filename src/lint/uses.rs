//! What became of the terms of one bitext, as the checks of the whole project count it.

use crate::lint::context::PairCx;
use crate::lint::glossary::is_obeyed;
use crate::lint::project::TermsCx;
use crate::termbase::concept::Concept;
use crate::termbase::concept::Consistency;
use crate::termbase::fold::fold;
use crate::termbase::inflection::forms;
use crate::termbase::verdict::Verdict;
use crate::text::span::Span;
use serde::Deserialize;
use serde::Serialize;
use std::collections::BTreeMap;

/// How often an entry was met in one bitext.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConceptTally {
    /// Index of the concept in the termbase.
    pub concept: usize,
    /// Places of the term.
    pub n_hits: usize,
    /// Of those, places that say something.
    pub n_checked: usize,
    /// Of those, places that keep to the entry.
    pub n_obeyed: usize,
}

/// One use of a term that is to be translated in one way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermUse {
    /// Index of the concept in the termbase.
    pub concept: usize,
    /// Which of the entry's targets stands there.
    pub way: String,
    /// Where the term stands in the source.
    pub source: Span,
    /// Where its translation stands.
    pub target: Span,
}

/// Counts what became of the terms of one bitext.
pub fn tallies(cx: &TermsCx<'_>) -> Vec<ConceptTally> {
    let mut tallies: BTreeMap<usize, ConceptTally> = BTreeMap::new();
    let hits = cx.hits.iter().flat_map(|(_, hits)| hits);
    for hit in hits.filter(|hit| !hit.source.is_empty()) {
        let tally = tallies.entry(hit.concept).or_default();
        tally.concept = hit.concept;
        tally.n_hits += 1;
        tally.n_checked += usize::from(hit.verdict != Verdict::Unchecked);
        tally.n_obeyed += usize::from(is_obeyed(&hit.verdict));
    }
    tallies.into_values().collect()
}

/// Lists the uses of terms that are to be consistent.
pub fn uses(cx: &PairCx<'_>) -> Vec<TermUse> {
    let mut uses = Vec::new();
    for hit in cx.terms() {
        let concept = cx.concept(hit.concept);
        let (Verdict::Right(span), Some(source)) = (&hit.verdict, hit.source.first()) else {
            continue;
        };
        if concept.consistency == Consistency::Free {
            continue;
        }
        let text = cx.target_prose().text.get(span.clone());
        if let Some(way) = text.and_then(|text| way(concept, text)) {
            uses.push(TermUse {
                concept: hit.concept,
                way,
                source: cx.source_at(source.clone()).span,
                target: cx.target_at(span.clone()).span,
            });
        }
    }
    uses
}

/// Which of the entry's targets a text is, in whatever form.
fn way(concept: &Concept, found: &str) -> Option<String> {
    let found = fold(found);
    let mut ways = concept.target.iter().chain(&concept.allow);
    ways.find(|way| forms(way).iter().any(|form| fold(&form.text) == found))
        .cloned()
}
