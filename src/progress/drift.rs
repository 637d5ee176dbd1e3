//! What changed in the source of a stale pair, word by word and sentence by sentence.

use crate::bitext::align;
use crate::bitext::align::AlignSettings;
use crate::bitext::bitext::{Bitext, Pair, SentencePair};
use crate::document::document::Document;
use crate::document::unit::{UnitId, UnitSpan};
use crate::markdown::read;
use crate::markdown::settings::ReadSettings;
use crate::text::fingerprint;
use crate::text::similarity::{self, DiffRun};
use crate::text::source::Source;
use std::collections::HashMap;

/// What changed since a pair was accepted.
#[derive(Clone, Debug)]
pub struct Drift {
    /// Old source to new source, word by word.
    pub runs: Vec<DiffRun>,
    /// The sentence pairs whose source sentence changed: with the draft's sentences they belong to.
    pub sentences: Vec<SentencePair>,
    /// The source sentences that changed or are new.
    pub changed: Vec<(UnitId, UnitSpan)>,
}

/// Compares a stale pair with what was accepted. `None` for a pair that has no accepted base.
pub fn drift(bitext: &Bitext, pair: &Pair) -> Option<Drift> {
    let accepted = pair.accepted.as_ref()?;
    let texts: Vec<&str> = pair
        .source
        .iter()
        .map(|unit| bitext.source.text(*unit))
        .collect();
    let runs = similarity::word_diff(&accepted.source.join("\n"), &texts.join("\n"));
    let changed = changed(bitext, pair, &accepted.source);
    let sentences = if changed.is_empty() || pair.target.is_empty() {
        Vec::new()
    } else {
        align::align_sentences(
            &bitext.source,
            &bitext.target,
            pair,
            &AlignSettings::default(),
        )
    };
    let is_touched = |sentence: &SentencePair| {
        let mut parts = sentence.source.iter();
        parts.any(|part| changed.contains(part))
    };
    Some(Drift {
        runs,
        sentences: sentences.into_iter().filter(is_touched).collect(),
        changed,
    })
}

/// The sentences of the new source that the old one did not have, each as often as it had them.
fn changed(bitext: &Bitext, pair: &Pair, old: &[String]) -> Vec<(UnitId, UnitSpan)> {
    let mut known = known_sentences(old, &bitext.source);
    let mut changed = Vec::new();
    for unit in &pair.source {
        let text = bitext.source.text(*unit);
        for part in bitext.source.sentences(*unit) {
            let sentence = text.get(part.range()).unwrap_or_default();
            match known.get_mut(fingerprint::fold_space(sentence).as_ref()) {
                Some(count) if *count > 0 => *count -= 1,
                _ => changed.push((*unit, part)),
            }
        }
    }
    changed
}

/// The old texts are read once more, so that their inline codes keep sentences together as they do in the new ones.
fn known_sentences(old: &[String], new: &Document) -> HashMap<String, usize> {
    let settings = ReadSettings {
        segmentation: new.segmentation.clone(),
        ..ReadSettings::default()
    };
    let mut known = HashMap::new();
    for text in old {
        let document = read::read(&Source::new("", text), &new.lang, &settings);
        for unit in document.unit_ids() {
            for part in document.sentences(unit) {
                let sentence = document.text(unit).get(part.range()).unwrap_or_default();
                *known
                    .entry(fingerprint::fold_space(sentence).into_owned())
                    .or_default() += 1;
            }
        }
    }
    known
}
