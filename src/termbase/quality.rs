//! How right a form is that stands in the target: its case, how its words are joined, its spelling.

use crate::termbase::case::is_case_right;
use crate::termbase::case::is_welcome;
use crate::termbase::concept::CaseMode;
use crate::termbase::concept::Concept;
use crate::termbase::concept::Spelling;
use crate::termbase::matcher::Candidate;
use crate::termbase::matcher::Joining;
use crate::termbase::matcher::joining;
use crate::termbase::verdict::TermSettings;
use crate::termbase::verdict::Verdict;
use std::ops::Range;

/// Tells how right a form is that was found: its case, how its words are joined, its spelling.
pub(super) fn quality(
    concept: &Concept,
    candidate: &Candidate,
    target: &str,
    span: &Range<usize>,
    settings: &TermSettings<'_>,
) -> Verdict {
    let text = target.get(span.clone()).unwrap_or_default();
    let form = &candidate.form;
    let is_welcome = concept.case != CaseMode::Smart
        || concept.is_dnt
        || is_welcome(target, span, &form.text)
        || (settings.is_title)(span);
    if !is_case_right(concept.case, text, &form.text) || !is_welcome {
        return Verdict::Case(span.clone());
    }
    let is_joined = !concept.is_hyphen_exact || joining(text, &form.text) == Joining::Same;
    if !is_joined || is_wrong_spelling(concept, form.respelled, settings.spelling) {
        return Verdict::Variant(span.clone());
    }
    Verdict::Right(span.clone())
}

/// Tells whether a form is spelled as neither the glossary nor the project wants it. An entry that takes either takes either.
fn is_wrong_spelling(
    concept: &Concept,
    found: Option<Spelling>,
    project: Option<Spelling>,
) -> bool {
    let wanted = match concept.spelling {
        Spelling::Any => return false,
        own => project.unwrap_or(own),
    };
    found.is_some_and(|found| found != wanted)
}
