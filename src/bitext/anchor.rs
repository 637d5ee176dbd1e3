//! Where two long texts must run through the same place: words and texts that each side has exactly once.

use crate::bitext::dynamic::{self, Band, Bead, BeadKind};
use crate::bitext::node::Node;
use crate::bitext::score::Model;
use std::collections::HashMap;

/// Below this many cells everything is compared with everything.
const SMALL: usize = 10_000;
/// The band is not widened beyond this many cells.
const MOST_CELLS: usize = 3_000_000;
/// Half the width of the band around the path through the anchors, at first.
const HALF: usize = 32;

/// Aligns two sides: finds the best chain of beads, learns the ratio of lengths from it, and finds the best chain again.
pub(super) fn align<'a>(mut model: Model<'a>, kinds: &[BeadKind]) -> (Vec<Bead>, Model<'a>) {
    let (source, target) = (model.source, model.target);
    let mut half = HALF;
    let mut beads = Vec::new();
    for _ in 0..4 {
        let band = band(source, target, half);
        let is_last = band.n_cells() >= MOST_CELLS;
        let score = |one, other| model.score(one, other);
        beads = dynamic::chain(&band, kinds, &score);
        let ratio = ratio(source, target, &beads);
        let is_learned = (ratio / model.ratio).ln().abs() > 0.04;
        model.ratio = ratio;
        let is_tight = band.is_tight(&beads, target.len());
        if is_last || !(is_learned || is_tight) {
            break;
        }
        if is_tight {
            half *= 5;
        }
    }
    (beads, model)
}

/// Learns how long a translation is from the beads that are sure; a little text leaves the ratio near one.
fn ratio(source: &[Node], target: &[Node], beads: &[Bead]) -> f32 {
    let (mut from, mut to) = (600.0, 600.0);
    for bead in beads.iter().filter(|bead| bead.posterior > 0.6) {
        if bead.source.len() == 1 && bead.target.len() == 1 {
            let (one, other) = (
                source[bead.source.start].length,
                target[bead.target.start].length,
            );
            let is_plausible = one > 20.0 && other > 20.0 && (0.4..2.5).contains(&(other / one));
            if is_plausible {
                from += one;
                to += other;
            }
        }
    }
    (to / from).clamp(0.5, 2.0)
}

fn band(source: &[Node], target: &[Node], half: usize) -> Band {
    let (n_source, n_target) = (source.len(), target.len());
    if n_source.saturating_mul(n_target) <= SMALL {
        return Band::around(&vec![(0, n_target); n_source + 1], n_target);
    }
    let mut anchors = anchors(source, target);
    anchors.push((n_source, n_target));
    let mut path = Vec::with_capacity(n_source + 1);
    let (mut last_source, mut last_target) = (0, 0);
    for (source_at, target_at) in anchors {
        let (width, height) = (source_at - last_source, target_at - last_target);
        // A gap with more on one side than on the other may hold the surplus anywhere.
        let slack = width
            .abs_diff(height)
            .min(MOST_CELLS / (4 * n_source.max(1)));
        for step in 0..width {
            path.push((last_target + height * step / width.max(1), half + slack));
        }
        (last_source, last_target) = (source_at, target_at);
    }
    path.push((n_target, half));
    Band::around(&path, n_target)
}

/// Returns places that go together, in order: nodes whose text, or one of whose words, stands once on either side.
fn anchors(source: &[Node], target: &[Node]) -> Vec<(usize, usize)> {
    let (source_once, target_once) = (once(source), once(target));
    let mut votes: HashMap<(usize, usize), u32> = HashMap::new();
    for (key, source_at) in &source_once {
        if let (Some(source_at), Some(Some(target_at))) = (source_at, target_once.get(key)) {
            *votes.entry((*source_at, *target_at)).or_default() += 1;
        }
    }
    let mut pairs: Vec<(usize, usize)> = votes.into_keys().collect();
    pairs
        .sort_unstable_by_key(|(source_at, target_at)| (*source_at, std::cmp::Reverse(*target_at)));
    increasing(&pairs)
}

/// Finds what occurs in exactly one node: texts (by hash) and words.
fn once(nodes: &[Node]) -> HashMap<(bool, u64), Option<usize>> {
    let mut places: HashMap<(bool, u64), Option<usize>> = HashMap::new();
    for (at, node) in nodes.iter().enumerate() {
        let words = node.words.iter().map(|word| (false, u64::from(*word)));
        for key in words.chain([(true, node.hash)]) {
            places
                .entry(key)
                .and_modify(|place| *place = None)
                .or_insert(Some(at));
        }
    }
    places
}

/// Returns the longest chain of pairs that rises on both sides.
fn increasing(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; pairs.len()];
    for (at, (_, target)) in pairs.iter().enumerate() {
        let place = tails.partition_point(|tail| pairs[*tail].1 < *target);
        before[at] = place.checked_sub(1).map(|place| tails[place]);
        if place == tails.len() {
            tails.push(at);
        } else {
            tails[place] = at;
        }
    }
    let mut chain = Vec::new();
    let mut next = tails.last().copied();
    while let Some(at) = next {
        chain.push(pairs[at]);
        next = before[at];
    }
    chain.reverse();
    chain
}
