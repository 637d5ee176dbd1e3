//! Finds terms in text: leftmost-longest, consuming spans.

use crate::termbase::boundary::Boundary;
use crate::termbase::concept::Concept;
use crate::termbase::concept::Status;
use crate::termbase::derivation::derived;
use crate::termbase::fold::Folded;
use crate::termbase::fold::fold;
use crate::termbase::fold::is_hyphen;
use crate::termbase::inflection::Form;
use crate::termbase::inflection::Inflection;
use crate::termbase::inflection::forms;
use crate::termbase::termbase::Termbase;
use crate::text::lang::Lang;
use aho_corasick::AhoCorasick;
use aho_corasick::Anchored;
use aho_corasick::Input;
use aho_corasick::MatchKind;
use aho_corasick::StartKind;
use std::collections::BTreeMap;
use std::ops::Range;

/// What a candidate is to its concept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// A source form.
    Source,
    /// A longer source string in which the term is none.
    Blocker,
    /// The preferred target.
    Preferred,
    /// An admitted target, or one of the family.
    Admitted,
    /// Wrong where the source term occurs.
    Forbidden,
    /// Wrong anywhere.
    ForbiddenAlways,
}

impl Role {
    /// Tells whether it satisfies the concept.
    pub const fn is_good(self) -> bool {
        matches!(self, Self::Preferred | Self::Admitted)
    }

    /// Tells whether it must not stand in the target.
    pub const fn is_forbidden(self) -> bool {
        matches!(self, Self::Forbidden | Self::ForbiddenAlways)
    }
}

/// One form that is looked for.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Index of its concept in the termbase.
    pub concept: usize,
    /// What it is to the concept.
    pub role: Role,
    /// The form.
    pub form: Form,
}

/// One place where candidates stand.
#[derive(Clone, Debug)]
pub struct TermMatch<'m> {
    /// Bytes of the text that was searched.
    pub span: Range<usize>,
    /// The candidates that were accepted there: of one string, mostly of one concept.
    pub candidates: Vec<&'m Candidate>,
}

/// All forms of one side of a termbase, ready to be found in one pass. Built once, shared by all documents.
#[derive(Debug)]
pub struct Matcher {
    automaton: Option<AhoCorasick>,
    /// Those of one pattern stand together, in the order of the patterns.
    candidates: Vec<Candidate>,
    /// Where the candidates of each pattern end.
    ends: Vec<usize>,
}

impl Matcher {
    /// Builds the matcher of the source side.
    pub fn source(termbase: &Termbase, lang: &Lang) -> Self {
        let mut builder = Builder::new(lang);
        for (concept_idx, concept) in termbase.concepts.iter().enumerate() {
            for text in &concept.source {
                builder.add(concept, concept_idx, Role::Source, text);
            }
            for text in &concept.not_in {
                builder.add(concept, concept_idx, Role::Blocker, text);
            }
        }
        builder.build()
    }

    /// Builds the matcher of the target side.
    pub fn target(termbase: &Termbase, lang: &Lang) -> Self {
        let mut builder = Builder::new(lang);
        for (concept_idx, concept) in termbase.concepts.iter().enumerate() {
            let protected = concept.source.iter().filter(|_| concept.is_dnt);
            let preferred = concept.target.iter();
            let admitted = concept.allow.iter().chain(&concept.family);
            let roles = [
                (
                    Role::Preferred,
                    preferred.chain(protected).collect::<Vec<_>>(),
                ),
                (
                    Role::Admitted,
                    admitted.chain(&concept.abbreviation).collect(),
                ),
                (Role::Forbidden, concept.forbid.iter().collect()),
                (
                    Role::ForbiddenAlways,
                    concept.forbid_always.iter().collect(),
                ),
            ];
            for (role, texts) in roles {
                for text in texts {
                    builder.add(concept, concept_idx, role, text);
                }
            }
        }
        builder.build()
    }

    /// Finds every candidate that `accepts` takes: leftmost first, longest first, none overlapping another. Where the longest is
    /// refused, or ends inside a word, shorter ones of the same start are tried.
    pub fn scan(
        &self,
        text: &str,
        mut accepts: impl FnMut(&Candidate, &str) -> bool,
    ) -> Vec<TermMatch<'_>> {
        let Some(automaton) = &self.automaton else {
            return Vec::new();
        };
        let folded = Folded::of(text);
        let mut places = folded.places();
        let (mut found, mut at): (Vec<TermMatch<'_>>, usize) = (Vec::new(), 0);
        while let Some(longest) = automaton.find(Input::new(&folded.text).range(at..)) {
            let start = longest.start();
            let mut next = Some(longest);
            at = start
                + folded.text[start..]
                    .chars()
                    .next()
                    .map_or(1, char::len_utf8);
            while let Some(hit) = next {
                let span = places.original(hit.range());
                // Of one character that folds to several (`㎏`), only one term is told.
                if found.last().is_some_and(|last| span.start < last.span.end) {
                    break;
                }
                let boundary = Boundary::of(text, &span);
                let candidates = self.candidates_of(hit.pattern().as_usize()).iter();
                let candidates: Vec<&Candidate> = candidates
                    .filter(|candidate| boundary.suits(candidate.role))
                    .filter(|candidate| {
                        accepts(candidate, text.get(span.clone()).unwrap_or_default())
                    })
                    .collect();
                if !candidates.is_empty() {
                    at = hit.end();
                    found.push(TermMatch { span, candidates });
                    break;
                }
                let shorter = start..hit.end() - 1;
                let shorter = Input::new(&folded.text).range(shorter);
                next = automaton.find(shorter.anchored(Anchored::Yes));
            }
        }
        found
    }

    fn candidates_of(&self, pattern_idx: usize) -> &[Candidate] {
        let before = pattern_idx.checked_sub(1).map_or(0, |idx| self.ends[idx]);
        &self.candidates[before..self.ends[pattern_idx]]
    }
}

/// Down to which depth the automaton has tables for its states, in bytes: a Han character is three, and most searches end with
/// the first. Deeper tables outgrow the caches.
const DENSE_DEPTH: usize = 3;

struct Builder<'a> {
    lang: &'a Lang,
    patterns: BTreeMap<String, Vec<Candidate>>,
}

impl<'a> Builder<'a> {
    fn new(lang: &'a Lang) -> Self {
        Self {
            lang,
            patterns: BTreeMap::new(),
        }
    }

    fn add(&mut self, concept: &Concept, concept_idx: usize, role: Role, text: &str) {
        if concept.status == Status::Deprecated {
            return;
        }
        for text in with_optional_words(text) {
            let forms = match self.is_inflected(concept, role, &text) {
                true if role.is_good() => forms(&text).into_iter().chain(derived(&text)).collect(),
                true => forms(&text),
                false => vec![Form::plain(text)],
            };
            for form in forms {
                let pattern = fold(&form.text);
                if pattern.is_empty() {
                    continue;
                }
                let candidates = self.patterns.entry(pattern).or_default();
                let is_known = candidates.iter().any(|known| {
                    known.concept == concept_idx && known.role == role && known.form == form
                });
                if !is_known {
                    candidates.push(Candidate {
                        concept: concept_idx,
                        role,
                        form,
                    });
                }
            }
        }
    }

    /// English is inflected; so is a Latin name that stands in a target of any language, by `s` and `'s`.
    fn is_inflected(&self, concept: &Concept, role: Role, text: &str) -> bool {
        concept.is_inflected
            && role != Role::Blocker
            && self.lang.is_english()
            && text.ends_with(|c: char| c.is_ascii_alphanumeric())
    }

    fn build(self) -> Matcher {
        let (mut candidates, mut ends) = (Vec::new(), Vec::new());
        for of_pattern in self.patterns.values() {
            candidates.extend_from_slice(of_pattern);
            ends.push(candidates.len());
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .start_kind(StartKind::Both)
            .dense_depth(DENSE_DEPTH)
            .build(self.patterns.keys())
            .ok();
        Matcher {
            automaton: automaton.filter(|_| !ends.is_empty()),
            candidates,
            ends,
        }
    }
}

/// Writes out what is optional: `left child (node)` is `left child node` and `left child`.
pub fn with_optional_words(term: &str) -> Vec<String> {
    let mut texts = vec![term.to_owned()];
    for _ in 0..3 {
        let Some(text) = texts.iter().find(|text| optional(text).is_some()).cloned() else {
            break;
        };
        let Some((before, inner, after)) = optional(&text) else {
            break;
        };
        texts.retain(|other| *other != text);
        let join = |parts: &[&str]| {
            let parts = parts.iter().map(|part| part.trim());
            parts
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" ")
        };
        texts.push(join(&[before, inner, after]));
        texts.push(join(&[before, after]));
    }
    texts.retain(|text| !text.is_empty());
    texts
}

fn optional(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('(')?;
    let (inner, after) = rest.split_once(')')?;
    let is_apart = (before.is_empty() || before.ends_with(' '))
        && (after.is_empty() || after.starts_with(' '));
    (is_apart && !(before.trim().is_empty() && after.trim().is_empty()))
        .then_some((before, inner, after))
}

/// How the words of a match are joined, compared with its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joining {
    /// As the form joins them.
    Same,
    /// With a hyphen for a space, a space for a hyphen, or closed up.
    Other,
    /// Apart where the form has one word.
    Split,
}

/// Compares how words are joined.
pub fn joining(found: &str, form: &str) -> Joining {
    let (found, form) = (joints(found), joints(form));
    if found == form {
        return Joining::Same;
    }
    let is_known = |at: usize| form.iter().any(|(known, _)| *known == at);
    match found.iter().all(|(at, _)| is_known(*at)) {
        true => Joining::Other,
        false => Joining::Split,
    }
}

/// After how many characters words are joined, and whether by a hyphen. Han and Latin may stand apart or not.
fn joints(text: &str) -> Vec<(usize, bool)> {
    let (mut joints, mut n_chars): (Vec<(usize, bool)>, usize) = (Vec::new(), 0);
    for c in text.trim().chars() {
        if !(c.is_whitespace() || is_hyphen(c)) {
            n_chars += 1;
            continue;
        }
        match joints.last_mut() {
            Some((at, is_hyphenated)) if *at == n_chars => *is_hyphenated |= is_hyphen(c),
            _ => joints.push((n_chars, is_hyphen(c))),
        }
    }
    joints
}

/// Tells whether an inflection keeps its meaning when another word takes the same one.
pub const fn is_portable(inflection: Inflection) -> bool {
    matches!(
        inflection,
        Inflection::Plain
            | Inflection::Plural
            | Inflection::Possessive
            | Inflection::PluralPossessive
    )
}
