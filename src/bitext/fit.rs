//! How well two groups of nodes fit apart from their words: kinds, lengths, punctuation.

use crate::bitext::nearness::Nearness;
use crate::bitext::node::{N_MARKS, Node};
use crate::bitext::style::Weights;
use std::ops::Range;

/// One side with sums over its nodes, so that a group is judged in one step.
#[derive(Debug)]
pub(super) struct Side<'a> {
    pub(super) nodes: &'a [Node],
    lengths: Vec<f32>,
    marks: Vec<[f32; N_MARKS]>,
    /// Before each node: whether a quotation stands open.
    quotations: Vec<bool>,
}

impl<'a> Side<'a> {
    pub(super) fn new(nodes: &'a [Node]) -> Self {
        let (mut length, mut marks, mut is_open) = (0.0, [0.0; N_MARKS], false);
        let mut side = Self {
            nodes,
            lengths: vec![length],
            marks: vec![marks],
            quotations: vec![is_open],
        };
        for node in nodes {
            length += node.length;
            for (sum, mark) in marks.iter_mut().zip(node.marks) {
                *sum += mark;
            }
            is_open = node.quotation.after(is_open);
            side.lengths.push(length);
            side.marks.push(marks);
            side.quotations.push(is_open);
        }
        side
    }

    pub(super) fn length(&self, group: &Range<usize>) -> f32 {
        self.lengths[group.end] - self.lengths[group.start]
    }
}

/// Both sides and what was learned of their lengths.
#[derive(Debug)]
pub(super) struct Fit<'a> {
    pub(super) source: Side<'a>,
    pub(super) target: Side<'a>,
    weights: &'a Weights,
    /// Target length for a source length of one.
    pub(super) ratio: f32,
    /// All nodes are of one kind, so that kinds need no comparing.
    is_plain: bool,
    nearness: Option<Nearness>,
}

/// What it costs to stand in another sort of container.
const ELSEWHERE: f32 = 1.0;
/// What the same text on both sides is worth.
const SAME: f32 = 8.0;
/// Groups whose lengths are further off than this are not merged.
const MOST_OFF: f32 = 6.0;

impl<'a> Fit<'a> {
    pub(super) fn new(source: &'a [Node], target: &'a [Node], weights: &'a Weights) -> Self {
        let first = source.first().map(|node| (node.kind, node.container));
        let is_plain = source
            .iter()
            .chain(target)
            .all(|node| node.kind.merges() && Some((node.kind, node.container)) == first);
        Self {
            source: Side::new(source),
            target: Side::new(target),
            weights,
            ratio: 1.0,
            is_plain,
            nearness: Nearness::of(source, target),
        }
    }

    /// Scores two groups; negative infinity when they never pair.
    pub(super) fn score(&self, source: &Range<usize>, target: &Range<usize>) -> f32 {
        let is_single = source.len() == 1 && target.len() == 1;
        let off = self.deviation(source, target).abs();
        if !is_single && off > MOST_OFF {
            return f32::NEG_INFINITY;
        }
        let Some(distance) = self.distance(source, target) else {
            return f32::NEG_INFINITY;
        };
        let off = if off > 6.0 {
            6.0 + 0.3 * (off - 6.0)
        } else {
            off
        };
        let (one, other) = (
            &self.source.nodes[source.start],
            &self.target.nodes[target.start],
        );
        let is_same = is_single && one.hash == other.hash && one.length > 0.0;
        let same = if is_same { SAME } else { 0.0 };
        let near = self.nearness.as_ref().map_or(0.0, |nearness| {
            nearness.score((self.source.nodes, source), (self.target.nodes, target))
        });
        near + same - 0.5 * off * off - distance - self.mark_cost(source, target)
    }

    /// Returns what it costs that one side stands inside a quotation after a bead and the other does not.
    pub(super) fn quotation_cost(&self, source_end: usize, target_end: usize) -> f32 {
        let differs = self.source.quotations[source_end] != self.target.quotations[target_end];
        if differs { self.weights.quotation } else { 0.0 }
    }

    /// Returns how far the lengths are from what is expected, in standard deviations.
    pub(super) fn deviation(&self, source: &Range<usize>, target: &Range<usize>) -> f32 {
        let expected = self.source.length(source) * self.ratio;
        let found = self.target.length(target);
        let mean = (expected + found) / 2.0 + 1.0;
        let stray = self.weights.stray * mean;
        (found - expected) / (self.weights.variance * mean + stray * stray).sqrt()
    }

    /// Returns what the difference of kinds costs; nothing when the nodes never pair.
    fn distance(&self, source: &Range<usize>, target: &Range<usize>) -> Option<f32> {
        if self.is_plain {
            return Some(0.0);
        }
        let (source, target) = (
            &self.source.nodes[source.clone()],
            &self.target.nodes[target.clone()],
        );
        let is_single = source.len() == 1 && target.len() == 1;
        if !is_single && !source.iter().chain(target).all(|node| node.kind.merges()) {
            return None;
        }
        let mut distance = 0.0_f32;
        for one in source {
            for other in target {
                let is_elsewhere = one.container != other.container;
                let cost = one.kind.distance(other.kind)?;
                distance = distance.max(cost + if is_elsewhere { ELSEWHERE } else { 0.0 });
            }
        }
        Some(distance)
    }

    fn mark_cost(&self, source: &Range<usize>, target: &Range<usize>) -> f32 {
        let (from, to) = (
            &self.source.marks[source.start],
            &self.source.marks[source.end],
        );
        let (other_from, other_to) = (
            &self.target.marks[target.start],
            &self.target.marks[target.end],
        );
        let mut cost = 0.0;
        for mark in 0..N_MARKS {
            let difference = (to[mark] - from[mark]) - (other_to[mark] - other_from[mark]);
            cost += self.weights.marks[mark] * difference.abs().min(2.0);
        }
        cost
    }
}
