//! Pairs the units of two documents, and the sentences of a pair.

use crate::bitext::bitext::{Pair, SentencePair};
use crate::bitext::crossing;
use crate::bitext::dynamic::Bead;
use crate::bitext::lexical::lexicon::Lexicon;
use crate::bitext::node::Node;
use crate::bitext::passes;
use crate::bitext::reading::{Reading, Side};
use crate::bitext::rows;
use crate::bitext::skeleton::{Piece, Skeleton};
use crate::bitext::state;
use crate::bitext::style::{Spread, Style, Weights};
use crate::bitext::table;
use crate::bitext::vectors::Vectors;
use crate::document::document::Document;
use crate::document::unit::{UnitId, UnitSpan};
use std::sync::Arc;

/// A change of weights.
pub type Adjust = Arc<dyn Fn(&mut Weights) + Send + Sync>;

/// What the aligner may know besides the two documents.
#[derive(Clone)]
pub struct AlignSettings {
    /// Pairs of terms (source, target) of the glossary.
    pub terms: Vec<(String, String)>,
    /// Reads Chinese and English with the project's own lexicon.
    pub core: bool,
    /// A dictionary of the user's.
    pub dictionary: Option<Arc<Lexicon>>,
    /// Sentence vectors of the user's.
    pub vectors: Option<Arc<Vectors>>,
    /// Changes what evidence counts.
    pub adjust: Option<Adjust>,
}

impl Default for AlignSettings {
    fn default() -> Self {
        Self {
            terms: Vec::new(),
            core: true,
            dictionary: None,
            vectors: None,
            adjust: None,
        }
    }
}

impl AlignSettings {
    fn style(&self, mut style: Style) -> Style {
        if let Some(adjust) = &self.adjust {
            adjust(&mut style.weights);
        }
        style
    }
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

/// Makes the pair of two sides that are known to belong together, of which one may be empty.
pub fn pair_known(
    source: &Document,
    source_units: &[UnitId],
    target: &Document,
    target_units: &[UnitId],
) -> Pair {
    Pair {
        source: source_units.to_vec(),
        target: target_units.to_vec(),
        state: state::of(source, source_units, target, target_units),
        confidence: 1.0,
        accepted: None,
    }
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
    let mut reading = Reading::new(
        settings,
        source_units.iter().map(|unit| source.text(*unit)),
        target_units.iter().map(|unit| target.text(*unit)),
    );
    let one = Skeleton::of(source, source_units, Side::Source, &mut reading);
    let other = Skeleton::of(target, target_units, Side::Target, &mut reading);
    let mut sides = table::by_key(
        source,
        &one.front_matter,
        target,
        &other.front_matter,
        settings,
    );
    let style = settings.style(Style::blocks());
    let job = passes::Sides {
        source: &one.nodes,
        target: &other.nodes,
    };
    let (aligned, meaning) = passes::align(&[job], &reading.knowledge(), &style);
    let beads = aligned.into_iter().flat_map(|aligned| {
        let beads = refuse(aligned.beads);
        let sides = (
            (source, one.pieces.as_slice()),
            (target, other.pieces.as_slice()),
        );
        let beads = rows::rejoin(beads, sides.0, sides.1);
        crossing::recover(beads, &aligned.fit, &meaning, &style)
    });
    for bead in beads {
        let (one, other) = (&one.pieces[bead.source], &other.pieces[bead.target]);
        sides.extend(match (one, other) {
            ([Piece::Table(one)], [Piece::Table(other)]) => {
                table::cells(source, one, target, other, bead.posterior, settings)
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
pub fn align_sentences(
    source: &Document,
    target: &Document,
    pair: &Pair,
    settings: &AlignSettings,
) -> Vec<SentencePair> {
    let mut found = align_all_sentences(source, target, std::slice::from_ref(pair), settings);
    found.pop().unwrap_or_default()
}

/// Pairs the sentences inside each of several pairs of units, which learn from each other.
pub fn align_all_sentences(
    source: &Document,
    target: &Document,
    pairs: &[Pair],
    settings: &AlignSettings,
) -> Vec<Vec<SentencePair>> {
    let parts: Vec<(Sentences, Sentences)> = pairs
        .iter()
        .map(|pair| {
            (
                sentences(source, &pair.source),
                sentences(target, &pair.target),
            )
        })
        .collect();
    let texts = |document: &Document, parts: &Sentences| -> Vec<String> {
        let text = |(unit, span): &(UnitId, UnitSpan)| {
            let text = document.text(*unit).get(span.range());
            text.unwrap_or_default().to_owned()
        };
        parts.iter().map(text).collect()
    };
    let texts: Vec<(Vec<String>, Vec<String>)> = parts
        .iter()
        .map(|(one, other)| (texts(source, one), texts(target, other)))
        .collect();
    let jobs: Vec<Segments<'_>> = texts
        .iter()
        .map(|(one, other)| (strs(one), strs(other)))
        .collect();
    let style = |pairs: &[Segments<'_>]| Style::sentences(Spread::of(pairs));
    let beads = chains(&jobs, settings, &style);
    let done = parts.iter().zip(beads);
    done.map(|((one, other), beads)| pair_sentences(one, other, beads))
        .collect()
}

/// Sentences and the units they stand in.
type Sentences = Vec<(UnitId, UnitSpan)>;

/// The units belong together: where a side is one sentence, that translates all of the other.
fn pair_sentences(one: &Sentences, other: &Sentences, beads: Vec<Bead>) -> Vec<SentencePair> {
    if one.len() <= 1 || other.len() <= 1 {
        let is_pair = !one.is_empty() && !other.is_empty();
        return vec![SentencePair {
            confidence: if is_pair { 1.0 } else { 0.0 },
            source: one.clone(),
            target: other.clone(),
        }];
    }
    let pair = |bead: Bead| SentencePair {
        source: one[bead.source].to_vec(),
        target: other[bead.target].to_vec(),
        confidence: bead.posterior,
    };
    beads.into_iter().map(pair).collect()
}

/// Returns the sentences of units; a unit that is not prose is one sentence.
fn sentences(document: &Document, units: &[UnitId]) -> Sentences {
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

/// Borrows texts.
pub(super) fn strs(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

/// The segments of two texts.
pub type Segments<'t> = (Vec<&'t str>, Vec<&'t str>);

/// Index lists into both texts and a confidence.
pub type Indices = (Vec<usize>, Vec<usize>, f32);

/// Pairs plain texts, one segment a line (`align --lines`).
pub fn align_texts(source: &[&str], target: &[&str], settings: &AlignSettings) -> Vec<Indices> {
    let pair = (source.to_vec(), target.to_vec());
    let mut found = align_text_pairs(&[pair], settings);
    found.pop().unwrap_or_default()
}

/// Pairs the segments of several pairs of texts, which learn from each other.
pub fn align_text_pairs(pairs: &[Segments<'_>], settings: &AlignSettings) -> Vec<Vec<Indices>> {
    let chains = chains(pairs, settings, &|pairs| Style::of_lines(pairs));
    let indices = |bead: Bead| (bead.source.collect(), bead.target.collect(), bead.posterior);
    let chains = chains.into_iter();
    chains
        .map(|beads| beads.into_iter().map(indices).collect())
        .collect()
}

/// Finds the chains of several pairs of plain texts in a style that they tell.
pub(super) fn chains(
    pairs: &[Segments<'_>],
    settings: &AlignSettings,
    style: &dyn Fn(&[Segments<'_>]) -> Style,
) -> Vec<Vec<Bead>> {
    let source = pairs.iter().flat_map(|(source, _)| source.iter().copied());
    let target = pairs.iter().flat_map(|(_, target)| target.iter().copied());
    let mut reading = Reading::new(settings, source, target);
    let mut nodes = |side: Side, texts: &[&str]| -> Vec<Node> {
        texts.iter().map(|text| reading.line(side, text)).collect()
    };
    let nodes: Vec<(Vec<Node>, Vec<Node>)> = pairs
        .iter()
        .map(|(source, target)| (nodes(Side::Source, source), nodes(Side::Target, target)))
        .collect();
    let sides: Vec<passes::Sides<'_>> = nodes
        .iter()
        .map(|(source, target)| passes::Sides { source, target })
        .collect();
    let style = settings.style(style(pairs));
    let (aligned, _) = passes::align(&sides, &reading.knowledge(), &style);
    aligned.into_iter().map(|aligned| aligned.beads).collect()
}
