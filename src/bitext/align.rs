//! Pairs the units of two documents, and the sentences of a pair.

use crate::bitext::anchor;
use crate::bitext::bitext::{Pair, SentencePair};
use crate::bitext::crossing;
use crate::bitext::dynamic::Bead;
use crate::bitext::node::{self, Node, NodeKind, Words};
use crate::bitext::score::{self, Model};
use crate::bitext::skeleton::{Piece, Skeleton};
use crate::bitext::state;
use crate::bitext::table;
use crate::bitext::terms::Terms;
use crate::document::document::Document;
use crate::document::unit::{UnitId, UnitSpan};
use crate::text::fingerprint::Fingerprint;

/// What the aligner may know besides the two documents.
#[derive(Clone, Debug, Default)]
pub struct AlignSettings {
    /// Pairs of terms (source, target) of the glossary.
    pub terms: Vec<(String, String)>,
}

/// Below this confidence two sides are left open rather than paired.
const LEAST: f32 = 0.3;

/// Pairs two documents. Every unit of both stands in exactly one pair; a pair below the threshold is left open
/// (untranslated and orphaned) rather than shifted. States are `Untranslated`, `Unconfirmed`, `Orphaned` or `Ignored`.
pub fn align(source: &Document, target: &Document, settings: &AlignSettings) -> Vec<Pair> {
    let source_units: Vec<UnitId> = source.unit_ids().collect();
    let target_units: Vec<UnitId> = target.unit_ids().collect();
    align_gap(source, &source_units, target, &target_units, settings)
}

/// Pairs only the units of one gap: `source_units` and `target_units` are what is left on both sides, in reading order.
/// Every one of them stands in exactly one of the returned pairs.
pub fn align_gap(
    source: &Document,
    source_units: &[UnitId],
    target: &Document,
    target_units: &[UnitId],
    settings: &AlignSettings,
) -> Vec<Pair> {
    if source_units.is_empty() || target_units.is_empty() {
        let alone = source_units.iter().map(|unit| (vec![*unit], Vec::new()));
        let orphans = target_units.iter().map(|unit| (Vec::new(), vec![*unit]));
        let both = alone.chain(orphans).map(|(one, other)| (one, other, 0.0));
        return both.map(|sides| pair(source, target, sides)).collect();
    }
    if let ([one], [other]) = (source_units, target_units)
        && are_alone(source, *one, target, *other)
    {
        return vec![pair(source, target, (vec![*one], vec![*other], LEAST))];
    }
    let mut words = Words::default();
    let source_terms = Terms::new(settings.terms.iter().map(|(term, _)| term.as_str()));
    let target_terms = Terms::new(settings.terms.iter().map(|(_, term)| term.as_str()));
    let one = Skeleton::of(source, source_units, &mut words, &source_terms);
    let other = Skeleton::of(target, target_units, &mut words, &target_terms);
    let mut sides = table::by_key(source, &one.front_matter, target, &other.front_matter);
    let model = Model::new(&one.nodes, &other.nodes, words.len());
    let (beads, model) = anchor::align(model, &score::block_beads());
    let beads = refuse(beads);
    let beads = crossing::recover(beads, &model);
    for bead in beads {
        let (one, other) = (&one.pieces[bead.source], &other.pieces[bead.target]);
        sides.extend(match (one, other) {
            ([Piece::Table(one)], [Piece::Table(other)]) => {
                table::cells(source, one, target, other, bead.posterior)
            }
            _ => table::units(one, other, bead.posterior),
        });
    }
    sides
        .into_iter()
        .map(|sides| pair(source, target, sides))
        .collect()
}

/// Tells whether two units are all that their documents hold: however different their lengths, there is nothing else to pair.
fn are_alone(source: &Document, one: UnitId, target: &Document, other: UnitId) -> bool {
    let is_alone = source.units.len() == 1 && target.units.len() == 1;
    is_alone && source.unit(one).kind == target.unit(other).kind
}

/// Two sides and how sure it is that they belong together.
pub(super) type Sides = (Vec<UnitId>, Vec<UnitId>, f32);

fn pair(source: &Document, target: &Document, (one, other, confidence): Sides) -> Pair {
    let state = state::of(source, &one, target, &other);
    Pair {
        confidence: if one.is_empty() || other.is_empty() {
            0.0
        } else {
            confidence
        },
        source: one,
        target: other,
        state,
        accepted: None,
    }
}

/// Takes beads apart that are not sure enough.
fn refuse(beads: Vec<Bead>) -> Vec<Bead> {
    let mut kept = Vec::with_capacity(beads.len());
    for bead in beads {
        if bead.source.is_empty() || bead.target.is_empty() || bead.posterior >= LEAST {
            kept.push(bead);
            continue;
        }
        let target_start = bead.target.start;
        kept.extend(bead.source.clone().map(|at| Bead {
            source: at..at + 1,
            target: target_start..target_start,
            posterior: 0.0,
        }));
        kept.extend(bead.target.clone().map(|at| Bead {
            source: bead.source.end..bead.source.end,
            target: at..at + 1,
            posterior: 0.0,
        }));
    }
    kept
}

/// Pairs the sentences inside one pair of units.
pub fn align_sentences(source: &Document, target: &Document, pair: &Pair) -> Vec<SentencePair> {
    let one = sentences(source, &pair.source);
    let other = sentences(target, &pair.target);
    if one.len() <= 1 || other.len() <= 1 {
        return vec![SentencePair {
            confidence: if one.is_empty() || other.is_empty() {
                0.0
            } else {
                1.0
            },
            source: one,
            target: other,
        }];
    }
    let mut words = Words::default();
    let text = |document: &Document, (unit, span): &(UnitId, UnitSpan)| {
        document
            .text(*unit)
            .get(span.range())
            .unwrap_or_default()
            .to_owned()
    };
    let source_nodes: Vec<Node> = one
        .iter()
        .map(|part| line(&text(source, part), &mut words, &Terms::default()))
        .collect();
    let target_nodes: Vec<Node> = other
        .iter()
        .map(|part| line(&text(target, part), &mut words, &Terms::default()))
        .collect();
    let model = Model::new(&source_nodes, &target_nodes, words.len());
    let (beads, _) = anchor::align(model, &score::sentence_beads());
    beads
        .into_iter()
        .map(|bead| SentencePair {
            source: one[bead.source].to_vec(),
            target: other[bead.target].to_vec(),
            confidence: bead.posterior,
        })
        .collect()
}

/// Returns the sentences of units; a unit that is not prose is one sentence.
fn sentences(document: &Document, units: &[UnitId]) -> Vec<(UnitId, UnitSpan)> {
    let mut found = Vec::new();
    for unit in units {
        let spans = document.sentences(*unit);
        if spans.is_empty() {
            found.push((*unit, UnitSpan::of(0..document.text(*unit).len())));
        }
        found.extend(spans.into_iter().map(|span| (*unit, span)));
    }
    found
}

/// Pairs plain texts, one segment a line (`align --lines`): index lists into both and a confidence.
pub fn align_texts(
    source: &[&str],
    target: &[&str],
    settings: &AlignSettings,
) -> Vec<(Vec<usize>, Vec<usize>, f32)> {
    let mut words = Words::default();
    let source_terms = Terms::new(settings.terms.iter().map(|(term, _)| term.as_str()));
    let target_terms = Terms::new(settings.terms.iter().map(|(_, term)| term.as_str()));
    let source: Vec<Node> = source
        .iter()
        .map(|text| line(text, &mut words, &source_terms))
        .collect();
    let target: Vec<Node> = target
        .iter()
        .map(|text| line(text, &mut words, &target_terms))
        .collect();
    let model = Model::new(&source, &target, words.len());
    let (beads, _) = anchor::align(model, &score::line_beads());
    beads
        .into_iter()
        .map(|bead| (bead.source.collect(), bead.target.collect(), bead.posterior))
        .collect()
}

/// Makes the node of a text that is no document.
pub(super) fn line(text: &str, words: &mut Words, terms: &Terms) -> Node {
    let mut found = node::words_of(text, words);
    found.extend(terms.find(text, words));
    found.sort_unstable();
    found.dedup();
    Node {
        kind: NodeKind::Line,
        length: node::length_of(text),
        words: found,
        marks: node::marks_of(text),
        hash: u64::from_be_bytes(Fingerprint::of(text).0),
        container: 0,
    }
}
