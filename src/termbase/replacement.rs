//! What may stand for a form that is forbidden.

use crate::termbase::concept::Concept;
use crate::termbase::inflection::Inflection;
use crate::termbase::inflection::article_before;
use crate::termbase::inflection::forms;
use crate::termbase::inflection::starts_with_vowel;
use crate::termbase::matcher::Candidate;
use crate::termbase::matcher::is_portable;
use std::ops::Range;

/// A form that may stand for a forbidden one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// Its text, in the same inflection and case.
    pub text: String,
    /// Whether nothing around it has to change.
    pub is_certain: bool,
}

/// The preferred term in the inflection and case of the forbidden one.
pub(super) fn replacement(
    concept: &Concept,
    bad: &Candidate,
    target: &str,
    span: &Range<usize>,
) -> Option<Replacement> {
    let preferred = concept.target.as_deref()?;
    let found = target.get(span.clone())?;
    let same = forms(preferred)
        .into_iter()
        .find(|form| form.inflection == bad.form.inflection);
    let is_plain = bad.form.inflection == Inflection::Plain;
    let text = if is_plain {
        preferred.to_owned()
    } else {
        same?.text
    };
    let first_is_upper = |text: &str| text.chars().next().is_some_and(char::is_uppercase);
    let is_caps = found.chars().filter(|c| c.is_alphabetic()).count() > 1
        && !found.chars().any(char::is_lowercase);
    let text = if first_is_upper(found) && !first_is_upper(&text) {
        let mut chars = text.chars();
        chars
            .next()
            .map_or(String::new(), |c| c.to_uppercase().chain(chars).collect())
    } else {
        text
    };
    let has_article = article_before(target.get(..span.start).unwrap_or_default());
    let article_fits = has_article.is_none_or(|is_an| is_an == starts_with_vowel(&text));
    let is_certain = is_portable(bad.form.inflection)
        && bad.form.respelled.is_none()
        && !is_caps
        && article_fits;
    Some(Replacement { text, is_certain })
}
