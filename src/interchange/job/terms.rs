//! The glossary's terms in a text that is given out.

use crate::interchange::job::content::Term;
use crate::termbase::case;
use crate::termbase::concept::Status;
use crate::termbase::matcher::Matcher;
use crate::termbase::matcher::Role;
use crate::termbase::termbase::Termbase;
use crate::text::lang::Lang;
use std::collections::BTreeSet;

/// Finds the terms of a glossary.
pub struct Terms<'b> {
    termbase: &'b Termbase,
    matcher: Matcher,
}

impl<'b> Terms<'b> {
    /// Prepares to find the terms in texts of a language.
    pub fn new(termbase: &'b Termbase, lang: &Lang) -> Self {
        Self {
            termbase,
            matcher: Matcher::source(termbase, lang),
        }
    }

    /// Returns the terms of a text, each once, in the order of their first mention.
    pub fn find(&self, text: &str) -> Vec<Term> {
        let concepts = &self.termbase.concepts;
        let hits = self.matcher.scan(text, |candidate, found| {
            let concept = concepts.get(candidate.concept);
            concept.is_some_and(|concept| {
                concept.status != Status::Deprecated
                    && case::is_case_right(concept.case, found, &candidate.form.text)
            })
        });
        let (mut terms, mut seen) = (Vec::new(), BTreeSet::new());
        for hit in hits {
            let mut candidates = hit.candidates.iter();
            let is_blocked = candidates.any(|candidate| candidate.role == Role::Blocker);
            for candidate in hit.candidates.iter().filter(|_| !is_blocked) {
                let Some(concept) = concepts.get(candidate.concept) else {
                    continue;
                };
                if !seen.insert(candidate.concept) {
                    continue;
                }
                let own = concept.is_dnt.then(|| candidate.form.text.clone());
                let preferred = concept.target.iter().cloned().chain(own);
                let forbidden = concept.forbid.iter().chain(&concept.forbid_always);
                terms.push(Term {
                    source: candidate.form.text.clone(),
                    targets: preferred.chain(concept.allow.iter().cloned()).collect(),
                    forbidden: forbidden.cloned().collect(),
                    note: concept.note.clone(),
                });
            }
        }
        terms
    }
}
