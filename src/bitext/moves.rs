//! Which beads stand in another order in the target than in the source.

use crate::bitext::align::Indices;
use crate::bitext::anchor;

/// Tells of each bead whether it moved: the longest chain of beads whose order both sides share stays, the rest moved.
pub fn moved(beads: &[Indices]) -> Vec<bool> {
    let mut pairs = Vec::new();
    for (at, (source, target, _)) in beads.iter().enumerate() {
        if let (Some(first), Some(other)) = (source.first(), target.first()) {
            pairs.push((*first, *other, at));
        }
    }
    pairs.sort_unstable_by_key(|(first, other, _)| (*first, std::cmp::Reverse(*other)));
    let n_target = pairs.iter().map(|(_, other, _)| other + 1).max();
    let places: Vec<(usize, usize, f32)> = pairs
        .iter()
        .map(|(first, other, _)| (*first, *other, 1.0))
        .collect();
    let stays = anchor::rising(&places, n_target.unwrap_or(0));
    let mut moved = vec![false; beads.len()];
    for (first, other, at) in pairs {
        moved[at] = stays.binary_search(&(first, other)).is_err();
    }
    moved
}
