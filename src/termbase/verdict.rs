//! What became of each source term in the target: forbidden, in the wrong case, in a variant, right, or missing.

use crate::termbase::case::is_case_right;
use crate::termbase::concept::CaseMode;
use crate::termbase::concept::Concept;
use crate::termbase::concept::Spelling;
use crate::termbase::coordination::is_coordinated;
use crate::termbase::lone::stands_for_itself;
use crate::termbase::matcher::Candidate;
use crate::termbase::matcher::Joining;
use crate::termbase::matcher::Matcher;
use crate::termbase::matcher::Role;
use crate::termbase::matcher::TermMatch;
use crate::termbase::matcher::joining;
use crate::termbase::quality::quality;
use crate::termbase::replacement::Replacement;
use crate::termbase::replacement::replacement;
use crate::termbase::scope::Scope;
use crate::termbase::termbase::Termbase;
use crate::text::lang::Lang;
use std::collections::BTreeMap;
use std::ops::Range;

/// A termbase ready to check pairs of texts in one pair of languages.
#[derive(Debug)]
pub struct TermChecker<'a> {
    concepts: &'a [Concept],
    source: Matcher,
    target: Matcher,
    scope: Scope,
    /// Whether any form is wrong without a source term.
    forbids_anywhere: bool,
}

/// What became of one concept in one pair of texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermHit {
    /// Index of the concept in the termbase.
    pub concept: usize,
    /// Its places in the source text; none for a form that is forbidden anywhere.
    pub source: Vec<Range<usize>>,
    /// What became of it.
    pub verdict: Verdict,
}

impl TermHit {
    /// Returns where its target stands, right or wrong; none when it is missing, shared or outside the prose.
    pub fn target_span(&self) -> Option<Range<usize>> {
        match &self.verdict {
            Verdict::Forbidden { target, .. } => Some(target.clone()),
            Verdict::Case(span) | Verdict::Variant(span) | Verdict::Right(span) => {
                Some(span.clone())
            }
            Verdict::Elsewhere | Verdict::Unchecked | Verdict::Missing => None,
        }
    }
}

/// What became of a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A forbidden form stands here.
    Forbidden {
        /// Where.
        target: Range<usize>,
        /// What may stand instead.
        replacement: Option<Replacement>,
    },
    /// Found in the wrong case only.
    Case(Range<usize>),
    /// Found in a spelling or writing that the entry does not want.
    Variant(Range<usize>),
    /// An admitted target stands here.
    Right(Range<usize>),
    /// An admitted target is there, shared with other words or outside the prose.
    Elsewhere,
    /// Known, not to be checked.
    Unchecked,
    /// No admitted target.
    Missing,
}

/// What a pair of texts is checked under.
#[derive(Clone, Copy)]
pub struct TermSettings<'a> {
    /// Of every concept, whether it is in force in these documents: [`TermChecker::in_force`].
    pub in_force: &'a [bool],
    /// The target with its codes and link targets: a name that may not be translated may stand there too.
    pub raw_target: &'a str,
    /// The headings that the texts stand under.
    pub headings: &'a [&'a str],
    /// Tells whether title case is a matter of taste at a place of the target: in headings, cells, emphasis.
    pub is_title: &'a dyn Fn(&Range<usize>) -> bool,
    /// Which spelling of English the project has settled on.
    pub spelling: Option<Spelling>,
}

impl<'a> TermChecker<'a> {
    /// Prepares a termbase.
    pub fn new(termbase: &'a Termbase, source: &Lang, target: &Lang) -> Self {
        Self {
            concepts: &termbase.concepts,
            source: Matcher::source(termbase, source),
            target: Matcher::target(termbase, target),
            scope: Scope::new(&termbase.concepts),
            forbids_anywhere: termbase
                .concepts
                .iter()
                .any(|concept| !concept.forbid_always.is_empty()),
        }
    }

    /// Returns a concept.
    pub fn concept(&self, concept_idx: usize) -> &'a Concept {
        &self.concepts[concept_idx]
    }

    /// Tells of every concept whether it is in force in documents with these paths.
    pub fn in_force(&self, paths: &[&str]) -> Vec<bool> {
        self.scope.in_force(paths)
    }

    /// Returns the places where a text has an admitted target of a concept, inside longer terms too.
    pub fn targets(&self, concept_idx: usize, target: &str) -> Vec<Range<usize>> {
        let found = self.target.scan(target, |candidate, _| {
            candidate.concept == concept_idx && candidate.role.is_good()
        });
        found.into_iter().map(|hit| hit.span).collect()
    }

    /// Tells whether any entry asks for the heading that it stands under.
    pub const fn has_headings(&self) -> bool {
        self.scope.has_headings()
    }

    /// Tells what became of every source term, in the order of the source; then forms that are forbidden anywhere.
    pub fn check(&self, source: &str, target: &str, settings: &TermSettings<'_>) -> Vec<TermHit> {
        let is_in_force = |concept_idx: usize| {
            settings.in_force.get(concept_idx).copied().unwrap_or(true)
                && self.scope.is_met(concept_idx, settings.headings, source)
        };
        let wanted = self.wanted(source, &is_in_force);
        if wanted.is_empty() && !self.forbids_anywhere {
            return Vec::new();
        }
        let found = self.target.scan(target, |candidate, text| {
            let is_wanted = wanted.contains_key(&candidate.concept);
            match candidate.role {
                Role::ForbiddenAlways => {
                    is_in_force(candidate.concept) && self.is_forbidden_form(candidate, text)
                }
                Role::Forbidden => is_wanted && self.is_forbidden_form(candidate, text),
                _ => is_wanted,
            }
        });
        let forbidden = self.forbidden(&wanted, &found, target);
        let mut hits = Vec::new();
        for (concept, source) in in_order(&wanted) {
            let mine: Vec<&TermHit> = forbidden
                .iter()
                .filter(|hit| hit.concept == concept)
                .collect();
            if mine.is_empty() {
                let verdict = self.verdict(concept, &wanted, &found, target, settings);
                hits.push(TermHit {
                    concept,
                    source,
                    verdict,
                });
            } else {
                hits.extend(mine.into_iter().cloned());
            }
        }
        let anywhere = forbidden
            .into_iter()
            .filter(|hit| !wanted.contains_key(&hit.concept));
        hits.extend(anywhere);
        hits
    }

    /// The concepts that stand in the source, and where.
    fn wanted(
        &self,
        source: &str,
        is_in_force: &dyn Fn(usize) -> bool,
    ) -> BTreeMap<usize, Vec<Range<usize>>> {
        let mut wanted: BTreeMap<usize, Vec<Range<usize>>> = BTreeMap::new();
        let found = self.source.scan(source, |candidate, text| {
            let mode = match self.concept(candidate.concept).case {
                CaseMode::Exact if candidate.role == Role::Blocker => CaseMode::Ignore,
                mode => mode,
            };
            is_in_force(candidate.concept) && is_case_right(mode, text, &candidate.form.text)
        });
        for hit in found {
            if hit
                .candidates
                .iter()
                .any(|candidate| candidate.role == Role::Blocker)
                || !stands_for_itself(source, &hit.span)
            {
                continue;
            }
            for candidate in hit.candidates {
                let places = wanted.entry(candidate.concept).or_default();
                if places.last() != Some(&hit.span) {
                    places.push(hit.span.clone());
                }
            }
        }
        wanted
    }

    fn is_forbidden_form(&self, candidate: &Candidate, text: &str) -> bool {
        let concept = self.concept(candidate.concept);
        let is_joined = match joining(text, &candidate.form.text) {
            Joining::Same => true,
            Joining::Other => !concept.is_hyphen_exact,
            Joining::Split => false,
        };
        // A wrong spelling with a capital of its own (`GitHub` for `Github`) is wrong by its case alone.
        let is_only_case = concept
            .target
            .iter()
            .chain(&concept.allow)
            .any(|good| good.to_lowercase() == candidate.form.text.to_lowercase());
        let mode = if is_only_case {
            CaseMode::Exact
        } else {
            CaseMode::Smart
        };
        is_joined && is_case_right(mode, text, &candidate.form.text)
    }

    fn forbidden(
        &self,
        wanted: &BTreeMap<usize, Vec<Range<usize>>>,
        found: &[TermMatch<'_>],
        target: &str,
    ) -> Vec<TermHit> {
        let mut hits: Vec<TermHit> = Vec::new();
        let mut n_served: BTreeMap<usize, usize> = BTreeMap::new();
        for hit in found {
            let Some(bad) = hit
                .candidates
                .iter()
                .find(|candidate| candidate.role.is_forbidden())
            else {
                continue;
            };
            // What is forbidden for one term may be right for another that also stands in the source, once for each place.
            let good = hit
                .candidates
                .iter()
                .find(|candidate| candidate.role.is_good());
            if let Some(good) = good {
                let n_served = n_served.entry(good.concept).or_default();
                *n_served += 1;
                let n_wanted = wanted.get(&good.concept).map_or(0, Vec::len);
                if good.concept == bad.concept || *n_served <= n_wanted {
                    continue;
                }
            }
            hits.push(TermHit {
                concept: bad.concept,
                source: wanted.get(&bad.concept).cloned().unwrap_or_default(),
                verdict: Verdict::Forbidden {
                    target: hit.span.clone(),
                    replacement: replacement(self.concept(bad.concept), bad, target, &hit.span),
                },
            });
        }
        hits
    }

    fn verdict(
        &self,
        concept_idx: usize,
        wanted: &BTreeMap<usize, Vec<Range<usize>>>,
        found: &[TermMatch<'_>],
        target: &str,
        settings: &TermSettings<'_>,
    ) -> Verdict {
        let concept = self.concept(concept_idx);
        if concept.target.is_none() && !concept.is_dnt && concept.allow.is_empty() {
            return Verdict::Unchecked;
        }
        let is_mine =
            |candidate: &&&Candidate| candidate.concept == concept_idx && candidate.role.is_good();
        let mut best: Option<Verdict> = None;
        for hit in found {
            for candidate in hit.candidates.iter().filter(is_mine) {
                let verdict = quality(concept, candidate, target, &hit.span, settings);
                if matches!(verdict, Verdict::Right(_)) {
                    return verdict;
                }
                if !matches!(best, Some(Verdict::Variant(_))) {
                    best = Some(verdict);
                }
            }
        }
        if let Some(best) = best {
            return best;
        }
        if self.is_spare(concept_idx, wanted, found, target)
            || self.is_shared(concept, target)
            || concept.is_dnt && self.stands_raw(concept_idx, settings.raw_target)
        {
            return Verdict::Elsewhere;
        }
        Verdict::Missing
    }

    /// Tells whether the term stands inside a longer one that is there more often than it must be.
    fn is_spare(
        &self,
        concept_idx: usize,
        wanted: &BTreeMap<usize, Vec<Range<usize>>>,
        found: &[TermMatch<'_>],
        target: &str,
    ) -> bool {
        let n_places = |other: usize| {
            let is_there = |hit: &&TermMatch<'_>| {
                hit.candidates
                    .iter()
                    .any(|candidate| candidate.concept == other)
            };
            found.iter().filter(is_there).count()
        };
        let mine = self.target.scan(target, |candidate, _| {
            candidate.concept == concept_idx && candidate.role.is_good()
        });
        mine.iter().any(|mine| {
            let over = found
                .iter()
                .filter(|hit| hit.span.start < mine.span.end && mine.span.start < hit.span.end);
            over.flat_map(|hit| &hit.candidates).all(|candidate| {
                !wanted.contains_key(&candidate.concept) || n_places(candidate.concept) > 1
            })
        })
    }

    fn is_shared(&self, concept: &Concept, target: &str) -> bool {
        let good = concept.target.iter().chain(&concept.allow);
        good.into_iter().any(|term| is_coordinated(term, target))
    }

    fn stands_raw(&self, concept_idx: usize, raw: &str) -> bool {
        !self.targets(concept_idx, raw).is_empty()
    }
}

fn in_order(wanted: &BTreeMap<usize, Vec<Range<usize>>>) -> Vec<(usize, Vec<Range<usize>>)> {
    let mut concepts: Vec<(usize, Vec<Range<usize>>)> = wanted
        .iter()
        .map(|(concept, places)| (*concept, places.clone()))
        .collect();
    concepts.sort_by_key(|(concept, places)| (places.first().map(|place| place.start), *concept));
    concepts
}
