//! How near the vectors of two groups of nodes are, beyond how near any two are.

use crate::bitext::node::Node;
use std::ops::Range;

/// How near each node's vector is to those of the other side on average.
#[derive(Debug)]
pub(super) struct Nearness {
    source: Vec<f32>,
    target: Vec<f32>,
}

/// What a cosine of one above the average is worth.
const WEIGHT: f32 = 10.0;
/// So many nodes of the other side show the average.
const N_SAMPLES: usize = 48;

impl Nearness {
    /// Measures both sides; nothing when no node has a vector.
    pub(super) fn of(source: &[Node], target: &[Node]) -> Option<Self> {
        let has_any = |nodes: &[Node]| nodes.iter().any(|node| node.vector.is_some());
        (has_any(source) && has_any(target)).then(|| Self {
            source: averages(source, target),
            target: averages(target, source),
        })
    }

    /// Scores two groups; nothing when a node of theirs has no vector.
    pub(super) fn score(
        &self,
        (source, source_group): (&[Node], &Range<usize>),
        (target, target_group): (&[Node], &Range<usize>),
    ) -> f32 {
        let one = sum(&source[source_group.clone()]);
        let other = sum(&target[target_group.clone()]);
        let (Some(one), Some(other)) = (one, other) else {
            return 0.0;
        };
        let mean = |values: &[f32]| values.iter().sum::<f32>() / values.len() as f32;
        let average = (mean(&self.source[source_group.clone()])
            + mean(&self.target[target_group.clone()]))
            / 2.0;
        WEIGHT * (cosine(&one, &other) - average)
    }
}

fn averages(nodes: &[Node], others: &[Node]) -> Vec<f32> {
    let vectors: Vec<&[f32]> = others
        .iter()
        .filter_map(|node| node.vector.as_deref())
        .collect();
    let step = vectors.len().div_ceil(N_SAMPLES).max(1);
    let samples: Vec<&[f32]> = vectors.into_iter().step_by(step).collect();
    let average = |node: &Node| {
        let vector = node.vector.as_deref().unwrap_or_default();
        let all: f32 = samples.iter().map(|other| cosine(vector, other)).sum();
        all / samples.len().max(1) as f32
    };
    nodes.iter().map(average).collect()
}

fn sum(nodes: &[Node]) -> Option<Vec<f32>> {
    let (first, rest) = nodes.split_first()?;
    let mut sum = first.vector.as_deref()?.to_vec();
    for node in rest {
        for (value, more) in sum.iter_mut().zip(node.vector.as_deref()?) {
            *value += more;
        }
    }
    Some(sum)
}

fn cosine(one: &[f32], other: &[f32]) -> f32 {
    let dot = |one: &[f32], other: &[f32]| -> f32 {
        one.iter().zip(other).map(|(one, other)| one * other).sum()
    };
    let lengths = (dot(one, one) * dot(other, other)).sqrt();
    if lengths > 0.0 {
        dot(one, other) / lengths
    } else {
        0.0
    }
}
