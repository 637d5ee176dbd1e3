//! What checks of the glossary itself look at: its entries, where they stand, and what became of them in the documents.

use crate::lint::finding::Location;
use crate::lint::project::ProjectCx;
use crate::lint::project::SurveyCx;
use crate::lint::uses;
use crate::lint::uses::ConceptTally;
use crate::termbase::concept::CaseMode;
use crate::termbase::concept::Concept;
use crate::termbase::concept::Status;
use crate::termbase::fold::fold;
use crate::termbase::termbase::Termbase;
use crate::termbase::verdict::Verdict;

/// How often a term stands in the documents, and how often its entry is kept to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Pairs whose source holds the term and whose target is checked for it.
    pub n_checked: usize,
    /// Those of them whose target has what the entry asks for.
    pub n_obeyed: usize,
    /// Pairs whose source holds the term, checked or not.
    pub n_hits: usize,
    /// Documents that hold the term.
    pub n_documents: usize,
}

impl Tally {
    /// Returns how often the entry is kept to, from 0 to 1; `None` where nothing was checked.
    #[expect(clippy::cast_precision_loss, reason = "counts of pairs are small")]
    pub fn rate(&self) -> Option<f64> {
        (self.n_checked > 0).then(|| self.n_obeyed as f64 / self.n_checked as f64)
    }
}

/// Counts what became of every entry, in the order of the glossary.
pub fn tallies(cx: &ProjectCx<'_>) -> Vec<Tally> {
    let documents = cx.documents.iter();
    sum(
        cx.settings.termbase,
        documents.map(|document| document.summary.tallies.as_slice()),
    )
}

/// Counts the same in bitexts that are at hand.
pub fn survey(cx: &SurveyCx<'_>) -> Vec<Tally> {
    let of_documents: Vec<Vec<ConceptTally>> = cx.documents.iter().map(uses::tallies).collect();
    sum(cx.settings.termbase, of_documents.iter().map(Vec::as_slice))
}

/// Adds up what became of every entry in some documents, in the order of the glossary.
fn sum<'a>(termbase: &Termbase, documents: impl Iterator<Item = &'a [ConceptTally]>) -> Vec<Tally> {
    let mut tallies = vec![Tally::default(); termbase.concepts.len()];
    for one in documents.flatten() {
        if let Some(tally) = tallies.get_mut(one.concept) {
            tally.n_hits += one.n_hits;
            tally.n_checked += one.n_checked;
            tally.n_obeyed += one.n_obeyed;
            tally.n_documents += 1;
        }
    }
    tallies
}

/// Tells whether a target has what the entry asks for, in whatever case and writing.
pub const fn is_obeyed(verdict: &Verdict) -> bool {
    match verdict {
        Verdict::Right(_) | Verdict::Case(_) | Verdict::Variant(_) | Verdict::Elsewhere => true,
        Verdict::Forbidden { .. } | Verdict::Unchecked | Verdict::Missing => false,
    }
}

/// Returns the entries that count, each with its index: a deprecated one finds nothing and can do no harm.
pub fn alive<'a>(cx: &ProjectCx<'a>) -> impl Iterator<Item = (usize, &'a Concept)> + use<'a> {
    alive_in(cx.settings.termbase)
}

/// Returns the entries of a glossary that are not deprecated, each with its index.
pub fn alive_in(termbase: &Termbase) -> impl Iterator<Item = (usize, &Concept)> {
    let concepts = termbase.concepts.iter().enumerate();
    concepts.filter(|(_, concept)| concept.status != Status::Deprecated)
}

/// Returns the place of an entry.
pub fn location(concept: &Concept) -> Location {
    let (source, span) = &concept.at;
    Location {
        source: source.clone(),
        span: *span,
    }
}

/// Returns the place of an entry in words: `glossary/ai.yaml:14`.
pub fn place(concept: &Concept) -> String {
    let (source, span) = &concept.at;
    format!("{}:{}", source.name(), source.line_of(span.start))
}

/// Returns what an entry wants to read first: its preferred target, or the protected name itself.
pub fn preferred(concept: &Concept) -> Option<&str> {
    let protected = concept.source.first().filter(|_| concept.is_dnt);
    concept.target.as_ref().or(protected).map(String::as_str)
}

/// Returns a source form that two entries share where both are in force.
pub fn shared_form<'a>(one: &'a Concept, other: &Concept) -> Option<&'a str> {
    if one.when != other.when {
        return None;
    }
    let is_exact = one.case == CaseMode::Exact || other.case == CaseMode::Exact;
    let same = |form: &&String| {
        let mut forms = other.source.iter();
        forms.any(|its| its == *form || !is_exact && fold(its) == fold(form))
    };
    one.source.iter().find(same).map(String::as_str)
}
