//! The terms that a book mentions, in the order in which readers of the source's language look them up.

use crate::bitext::lexical::sound;
use crate::render::edition::Side;
use crate::render::html::tip;
use crate::termbase::concept::Concept;
use crate::termbase::termbase::Termbase;
use crate::text::lang::Lang;
use serde::Serialize;
use std::collections::BTreeSet;

/// A term as the glossary's page shows it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Entry {
    /// Its id on the page.
    pub(crate) id: String,
    /// The letter it stands under.
    pub(crate) letter: String,
    /// Whether it is the first under its letter.
    pub(crate) is_first: bool,
    /// Its names in the source's language.
    pub(crate) source: Vec<String>,
    /// Its names in the draft's.
    pub(crate) target: Vec<String>,
    /// What it means.
    pub(crate) definition: Option<String>,
}

/// Lists concepts by the sound or the letters of their source's names.
pub(crate) fn entries(termbase: &Termbase, mentioned: &BTreeSet<usize>, lang: &Lang) -> Vec<Entry> {
    let named = mentioned.iter().filter_map(|idx| {
        let concept = termbase.concepts.get(*idx)?;
        let first = concept.source.first()?;
        let key = match lang.is_chinese() {
            true => sound::key(first),
            false => first.to_lowercase(),
        };
        Some((key, *idx, concept))
    });
    let mut named: Vec<(String, usize, &Concept)> = named.collect();
    named.sort_by(|(one, idx, _), (other, other_idx, _)| (one, idx).cmp(&(other, other_idx)));
    let mut last = String::new();
    let entries = named.into_iter().map(|(key, idx, concept)| {
        let first = key.chars().find(|c| c.is_alphanumeric());
        let is_letter = first.is_some_and(char::is_alphabetic);
        let letter = first
            .filter(|_| is_letter)
            .map_or_else(|| "#".to_owned(), |c| c.to_uppercase().collect());
        let is_first = std::mem::replace(&mut last, letter.clone()) != letter;
        let preferred = tip::counterpart(concept, Side::Source).map(str::to_owned);
        Entry {
            id: tip::id(idx),
            letter,
            is_first,
            source: concept.source.clone(),
            target: preferred
                .into_iter()
                .chain(concept.allow.iter().cloned())
                .collect(),
            definition: concept.definition.clone(),
        }
    });
    entries.collect()
}
