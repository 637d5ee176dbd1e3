//! Renames a target term in the drafts: finds where it stands, in which inflection, and what stands there then.

use crate::lint::facts::SideProse;
use crate::lint::finding::Location;
use crate::lint::project::SurveyCx;
use crate::termbase::fold::fold;
use crate::termbase::termbase::Termbase;
use crate::termbase::verdict::Verdict;
use crate::text::edit::Edit;

/// Where a term is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Only where its source term stands in the paired unit.
    Paired,
    /// Wherever it stands in a translated unit.
    Everywhere,
}

/// One place of a draft.
#[derive(Clone, Debug)]
pub struct Occurrence {
    /// Where.
    pub at: Location,
    /// The change, where it is sure.
    pub edit: Option<Edit>,
}

/// Returns the glossary as it would be with the new name: the old one is forbidden, and so is found in all its forms.
pub fn renamed(termbase: &Termbase, concept_idx: usize, new: &str, extent: Extent) -> Termbase {
    let mut termbase = termbase.clone();
    if let Some(concept) = termbase.concepts.get_mut(concept_idx) {
        let old = concept.target.replace(new.to_owned()).unwrap_or_default();
        // What folds to the same text would be right and wrong at once.
        concept.allow.retain(|text| fold(text) != fold(&old));
        concept.family.clear();
        concept.forbid.clear();
        concept.forbid_always.clear();
        let forms = match extent {
            Extent::Paired => &mut concept.forbid,
            Extent::Everywhere => &mut concept.forbid_always,
        };
        *forms = vec![old];
    }
    termbase
}

/// Finds every place of the old name, in a project that is looked at with the glossary of [`renamed`].
pub fn occurrences(cx: &SurveyCx<'_>, concept_idx: usize) -> Vec<Occurrence> {
    let mut found = Vec::new();
    for document in cx.documents {
        for (pair, hits) in document.pairs() {
            let target = &document.bitext.target;
            let prose = SideProse::of(target, &pair.target);
            for hit in hits.iter().filter(|hit| hit.concept == concept_idx) {
                let Verdict::Forbidden {
                    target: range,
                    replacement,
                } = &hit.verdict
                else {
                    continue;
                };
                let text = prose.text.get(range.clone()).unwrap_or_default();
                let at = prose.at(target, range.clone());
                // Emphasis inside the term would be lost.
                let is_whole = at.source.slice(at.span) == text;
                let sure = replacement
                    .as_ref()
                    .filter(|new| new.is_certain && is_whole);
                found.push(Occurrence {
                    edit: sure.map(|new| Edit {
                        span: at.span,
                        text: new.text.clone(),
                    }),
                    at,
                });
            }
        }
    }
    found
}
