//! How well two groups of nodes fit: kinds, lengths, shared words, punctuation.

use crate::bitext::dynamic::BeadKind;
use crate::bitext::node::{MARK_COSTS, N_MARKS, Node};
use std::ops::Range;

/// Two sides and what their words weigh.
pub(super) struct Model<'a> {
    pub(super) source: &'a [Node],
    pub(super) target: &'a [Node],
    /// What a word is worth when both sides of a bead have it, by word; zero for words that only one side ever has.
    weights: Vec<f32>,
    /// The weights of each node's words together.
    source_weights: Vec<f32>,
    target_weights: Vec<f32>,
    /// Target length for a source length of one.
    pub(super) ratio: f32,
}

/// Variance of the length of a translation, per character.
const VARIANCE: f32 = 8.0;
/// What a shared word is worth, by the logarithm of its rareness.
const SHARED: f32 = 0.5;
/// What a word costs that the other side has, but elsewhere: a part of its worth.
const MISSING: f32 = 0.22;
/// What it costs to stand in another sort of container.
const ELSEWHERE: f32 = 1.0;
/// What the same text on both sides is worth.
const SAME: f32 = 8.0;

impl<'a> Model<'a> {
    pub(super) fn new(source: &'a [Node], target: &'a [Node], n_words: usize) -> Self {
        let source_counts = counts(source, n_words);
        let target_counts = counts(target, n_words);
        let n_nodes = (source.len() + target.len()) as f32;
        let weigh = |(one, other): (&u32, &u32)| {
            if *one == 0 || *other == 0 {
                return 0.0;
            }
            SHARED * (1.0 + 2.5 * n_nodes / (one + other) as f32).ln()
        };
        let weights: Vec<f32> = source_counts
            .iter()
            .zip(&target_counts)
            .map(weigh)
            .collect();
        let total = |node: &Node| node.words.iter().map(|word| weights[*word as usize]).sum();
        Self {
            source_weights: source.iter().map(total).collect(),
            target_weights: target.iter().map(total).collect(),
            source,
            target,
            weights,
            ratio: 1.0,
        }
    }

    /// Scores a bead but for its prior; negative infinity when its sides never pair. One side alone scores nothing.
    pub(super) fn score(&self, source: Range<usize>, target: Range<usize>) -> f32 {
        let (source_nodes, target_nodes) =
            (&self.source[source.clone()], &self.target[target.clone()]);
        let (Some(first), Some(other)) = (source_nodes.first(), target_nodes.first()) else {
            return 0.0;
        };
        let is_single = source_nodes.len() == 1 && target_nodes.len() == 1;
        let all = || source_nodes.iter().chain(target_nodes);
        if !is_single && !all().all(|node| node.kind.merges()) {
            return f32::NEG_INFINITY;
        }
        let mut distance = 0.0_f32;
        for source in source_nodes {
            for target in target_nodes {
                let Some(cost) = source.kind.distance(target.kind) else {
                    return f32::NEG_INFINITY;
                };
                let is_elsewhere = source.container != target.container;
                distance = distance.max(cost + if is_elsewhere { ELSEWHERE } else { 0.0 });
            }
        }
        let lengths = self.length_score(source_nodes, target_nodes);
        if !is_single && lengths < -10.0 {
            return f32::NEG_INFINITY;
        }
        let same = if is_single && first.hash == other.hash && first.length > 0.0 {
            SAME
        } else {
            0.0
        };
        lengths - distance - mark_cost(source_nodes, target_nodes)
            + self.word_score(source, target)
            + same
    }

    /// Returns how far the lengths are from what is expected, in standard deviations.
    pub(super) fn deviation(&self, source: &[Node], target: &[Node]) -> f32 {
        let sum = |nodes: &[Node]| nodes.iter().map(|node| node.length).sum::<f32>();
        let (expected, found) = (sum(source) * self.ratio, sum(target));
        (found - expected) / (VARIANCE * ((expected + found) / 2.0 + 8.0)).sqrt()
    }

    fn length_score(&self, source: &[Node], target: &[Node]) -> f32 {
        let off = self.deviation(source, target).abs();
        let off = if off > 5.0 {
            5.0 + 0.3 * (off - 5.0)
        } else {
            off
        };
        -0.5 * off * off
    }

    /// Scores the words that both sides share, less those that one side lacks.
    pub(super) fn word_score(&self, source: Range<usize>, target: Range<usize>) -> f32 {
        let shared = |one: &[Node], other: &[Node]| -> f32 {
            let words = one.iter().flat_map(|node| &node.words);
            words
                .filter(|word| self.weights[**word as usize] > 0.0)
                .filter(|word| {
                    other
                        .iter()
                        .any(|node| node.words.binary_search(word).is_ok())
                })
                .map(|word| self.weights[*word as usize])
                .sum()
        };
        let (one, other) = (&self.source[source.clone()], &self.target[target.clone()]);
        let forth = shared(one, other);
        let back = if one.len() == 1 && other.len() == 1 {
            forth
        } else {
            shared(other, one)
        };
        let total: f32 = self.source_weights[source].iter().sum::<f32>()
            + self.target_weights[target].iter().sum::<f32>();
        let missing = (total - forth - back).max(0.0);
        (forth + back) / 2.0 - MISSING * missing.min(20.0)
    }
}

fn counts(nodes: &[Node], n_words: usize) -> Vec<u32> {
    let mut counts = vec![0; n_words];
    for word in nodes.iter().flat_map(|node| &node.words) {
        counts[*word as usize] += 1;
    }
    counts
}

fn mark_cost(source: &[Node], target: &[Node]) -> f32 {
    let sum = |nodes: &[Node], mark: usize| nodes.iter().map(|node| node.marks[mark]).sum::<f32>();
    (0..N_MARKS)
        .map(|mark| MARK_COSTS[mark] * (sum(source, mark) - sum(target, mark)).abs().min(2.0))
        .sum()
}

/// Beads of lines, which may be blocks or parts of them.
pub(super) fn line_beads() -> Vec<BeadKind> {
    block_beads_merged(0.03)
}

/// Beads of a document's blocks: translators drop and add blocks far more often than they merge them.
pub(super) fn block_beads() -> Vec<BeadKind> {
    block_beads_merged(0.01)
}

fn block_beads_merged(merged: f32) -> Vec<BeadKind> {
    let (dropped, thrice) = (0.05, merged / 5.0);
    beads(&[
        (1, 1, 0.7),
        (1, 0, dropped),
        (0, 1, dropped),
        (1, 2, merged),
        (2, 1, merged),
        (1, 3, thrice),
        (3, 1, thrice),
        (2, 2, 0.0005),
    ])
}

/// Beads of rows, which are neither merged nor split.
pub(super) fn row_beads() -> Vec<BeadKind> {
    beads(&[(1, 1, 0.7), (1, 0, 0.05), (0, 1, 0.05)])
}

/// Beads of sentences: they are merged and split freely, and seldom dropped.
pub(super) fn sentence_beads() -> Vec<BeadKind> {
    let mut kinds = vec![(1, 1, 0.7), (1, 0, 0.0008), (0, 1, 0.0008)];
    for more in 2..=5 {
        let power = i32::try_from(more).unwrap_or(2) - 2;
        kinds.push((1, more, 0.14 * 0.3_f32.powi(power)));
        kinds.push((more, 1, 0.06 * 0.3_f32.powi(power)));
    }
    kinds.extend([(2, 2, 0.0005), (2, 3, 0.0002), (3, 2, 0.0002)]);
    beads(&kinds)
}

fn beads(kinds: &[(usize, usize, f32)]) -> Vec<BeadKind> {
    kinds
        .iter()
        .map(|(n_source, n_target, share)| BeadKind {
            n_source: *n_source,
            n_target: *n_target,
            prior: share.ln(),
        })
        .collect()
}
