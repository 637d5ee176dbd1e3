//! The aligned sentences of bitexts, for discovering terms in them.

use crate::bitext::align;
use crate::bitext::align::AlignSettings;
use crate::bitext::bitext::Bitext;
use crate::bitext::bitext::Pair;
use crate::bitext::bitext::PairState;
use crate::document::document::Document;
use crate::document::prose::OBJECT;
use crate::document::unit::UnitId;
use crate::document::unit::UnitSpan;
use crate::lint::finding::Location;
use crate::lint::summary::SentencePlace;
use crate::termbase::extract::Sentences;
use crate::text::span::Span;
use std::ops::Range;

/// Aligned sentences and where they stand: source, target.
#[derive(Default)]
pub struct Gathered {
    /// The sentences.
    pub sentences: Vec<Sentences>,
    /// Their places.
    pub places: Vec<(Location, Location)>,
}

impl Gathered {
    /// Adds the sentences of a bitext's translated prose.
    pub fn add(&mut self, bitext: &Bitext) {
        for one in sentences(bitext) {
            let at = |document: &Document, span: Span| Location {
                source: document.source.clone(),
                span,
            };
            self.sentences.push(one.texts);
            self.places.push((
                at(&bitext.source, one.source),
                at(&bitext.target, one.target),
            ));
        }
    }
}

/// Aligns the sentences of a bitext's translated prose.
pub fn sentences(bitext: &Bitext) -> Vec<SentencePlace> {
    let pairs = bitext.pairs.iter().filter(|pair| is_prose(bitext, pair));
    let pairs: Vec<Pair> = pairs.cloned().collect();
    let settings = AlignSettings::default();
    let beads = align::align_all_sentences(&bitext.source, &bitext.target, &pairs, &settings);
    let beads = beads.into_iter().flatten();
    let whole = beads.filter(|bead| !bead.source.is_empty() && !bead.target.is_empty());
    let found = whole.map(|bead| SentencePlace {
        texts: Sentences {
            source: text(&bitext.source, &bead.source),
            target: text(&bitext.target, &bead.target),
        },
        source: place(&bitext.source, &bead.source),
        target: place(&bitext.target, &bead.target),
    });
    found.collect()
}

fn is_prose(bitext: &Bitext, pair: &Pair) -> bool {
    let has_both = !pair.source.is_empty() && !pair.target.is_empty();
    let is_translated = !matches!(pair.state, PairState::Ignored | PairState::Untranslated);
    let of = |document: &Document, units: &[UnitId]| {
        units
            .iter()
            .all(|unit| document.unit(*unit).kind.is_prose())
    };
    has_both
        && is_translated
        && of(&bitext.source, &pair.source)
        && of(&bitext.target, &pair.target)
}

fn place(document: &Document, parts: &[(UnitId, UnitSpan)]) -> Span {
    let span = parts
        .first()
        .map(|(unit, span)| document.to_source(*unit, *span));
    span.unwrap_or_default()
}

/// What a reader reads of sentences: every code is one character, emphasis marks are left out.
fn text(document: &Document, parts: &[(UnitId, UnitSpan)]) -> String {
    let mut text = String::new();
    for (unit, span) in parts {
        let whole = document.text(*unit);
        let mut hidden: Vec<(Range<usize>, bool)> = Vec::new();
        for code in document.codes(*unit) {
            let outer = code.span.range();
            match code.prose.map(UnitSpan::range) {
                Some(inner) => {
                    hidden.push((outer.start..inner.start, false));
                    hidden.push((inner.end..outer.end, false));
                }
                None => hidden.push((outer, true)),
            }
        }
        hidden.sort_by_key(|(range, _)| (range.start, range.end));
        let Range { start: mut at, end } = span.range();
        for (range, is_object) in hidden {
            if range.start < at || range.end > end {
                continue;
            }
            text.push_str(whole.get(at..range.start).unwrap_or_default());
            if is_object {
                text.push(OBJECT);
            }
            at = range.end;
        }
        text.push_str(whole.get(at..end).unwrap_or_default());
        text.push('\n');
    }
    text
}
