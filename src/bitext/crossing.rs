//! Finds pieces that moved: what the monotone chain left over on both sides and still fits.

use crate::bitext::dynamic::Bead;
use crate::bitext::evidence::{Evidence, Reach, Rows};
use crate::bitext::fit::Fit;
use crate::bitext::passes::Meaning;
use crate::bitext::style::Style;

/// Beyond this many leftovers a side nothing moved: it is another document.
const MOST: usize = 300;
/// What two pieces must score to be paired across the document: some shared rare words.
const FAR: f32 = 4.0;
/// What they must score when they stand next to each other and nothing else is left near them: no more than a fitting length.
const NEAR: f32 = -0.7;
/// What they must score when they stand beside the two sides of a pair: not much against it.
const ALONG: f32 = -4.0;
/// How sure a pair across others is.
const CONFIDENCE: f32 = 0.5;

/// Pairs leftovers that fit. A pair stands where its source stood.
pub(super) fn recover(
    mut beads: Vec<Bead>,
    fit: &Fit<'_>,
    meaning: &Meaning,
    style: &Style,
) -> Vec<Bead> {
    let alone = |is_source: bool| -> Vec<usize> {
        let is_alone = |bead: &Bead| {
            if is_source {
                bead.target.is_empty()
            } else {
                bead.source.is_empty()
            }
        };
        (0..beads.len())
            .filter(|at| is_alone(&beads[*at]))
            .collect()
    };
    let (lost, orphans) = (alone(true), alone(false));
    if lost.is_empty() || orphans.is_empty() || lost.len() > MOST || orphans.len() > MOST {
        return beads;
    }
    let sides = (fit.source.nodes, fit.target.nodes);
    let evidence = Evidence::new(
        sides,
        &meaning.translations,
        &meaning.rareness,
        &style.weights,
    );
    let single = Reach {
        source: 1,
        target: 1,
    };
    let mut rows = Rows::new(&evidence, single);
    let all = 0..fit.target.nodes.len();
    let mut scores: Vec<(f32, usize, usize)> = Vec::new();
    for one in &lost {
        let source = beads[*one].source.clone();
        rows.advance(source.end, source.start, &all, &all);
        for other in &orphans {
            let target = beads[*other].target.clone();
            let score = fit.score(&source, &target) + rows.score(1, &target);
            scores.push((score, *one, *other));
        }
    }
    scores.sort_by(|one, other| {
        other
            .0
            .total_cmp(&one.0)
            .then((one.1, one.2).cmp(&(other.1, other.2)))
    });
    let n_near =
        |all: &[usize], at: usize| all.iter().filter(|near| near.abs_diff(at) <= 4).count();
    let mut gone: Vec<usize> = Vec::new();
    // What is paired brings along what stands beside it on both sides: a section moves as a whole.
    let mut n_paired = usize::MAX;
    while n_paired != gone.len() {
        n_paired = gone.len();
        for (score, one, other) in &scores {
            if gone.contains(other) || !beads[*one].target.is_empty() {
                continue;
            }
            let is_near = one.abs_diff(*other) == 2;
            let is_only = n_near(&lost, *one) == 1 && n_near(&orphans, *other) == 1;
            let fits = *score >= FAR
                || (*score >= NEAR && is_near && is_only)
                || (*score >= ALONG && is_beside(&beads, *one, *other));
            if fits {
                beads[*one].target = beads[*other].target.clone();
                beads[*one].posterior = CONFIDENCE;
                gone.push(*other);
            }
        }
    }
    let mut at = 0;
    beads.retain(|_| {
        at += 1;
        !gone.contains(&(at - 1))
    });
    beads
}

/// Tells whether two leftovers stand right before or behind the two sides of one pair.
fn is_beside(beads: &[Bead], one: usize, other: usize) -> bool {
    let (source, target) = (&beads[one].source, &beads[other].target);
    beads.iter().filter(|bead| bead.is_pair()).any(|bead| {
        (bead.source.end == source.start && bead.target.end == target.start)
            || (bead.source.start == source.end && bead.target.start == target.end)
    })
}
