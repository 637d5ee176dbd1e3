//! Where two long texts must run through the same place: words that are rare on both sides and translate each other.

use crate::bitext::band::Band;
use crate::bitext::coarse;
use crate::bitext::lexical::translations::Translations;
use crate::bitext::node::Node;
use rustc_hash::FxHashMap;

/// Below this many cells everything is compared with everything.
const SMALL: usize = 40_000;
/// Beyond this many cells the path is looked for from afar first.
const LARGE: usize = 4_000_000;
/// A word that stands in more nodes of a side is no anchor.
const RARE: usize = 4;
/// Half the width of the band around the path through the anchors, at first.
const HALF: usize = 40;
/// A band's half width grows no further, slack apart.
const MOST_HALF: usize = 600;

/// The way a chain is expected to take: for each source place a target place, and how far the chain may stray from it.
#[derive(Debug)]
pub(super) enum Course {
    /// There is little: anywhere.
    Anywhere,
    /// Through anchors; the second number is slack besides the half width.
    Anchored(Vec<(usize, usize)>),
    /// As seen from afar; the second number is the half width.
    Rough(Vec<(usize, usize)>),
}

impl Course {
    /// Looks for the course of two sides.
    pub(super) fn of(source: &[Node], target: &[Node], translations: &Translations) -> Self {
        let (n_source, n_target) = (source.len(), target.len());
        let n_cells = n_source.saturating_mul(n_target);
        if n_cells <= SMALL {
            Self::Anywhere
        } else if n_cells > LARGE && n_source.min(n_target) > 1 {
            Self::Rough(coarse::path(source, target, translations))
        } else {
            Self::Anchored(through(
                anchors(source, target, translations),
                n_source,
                n_target,
            ))
        }
    }

    /// Returns the band along the course. `widened` counts how often it turned out too narrow.
    pub(super) fn band(&self, widened: u32, n_source: usize, n_target: usize) -> Band {
        let path: Vec<(usize, usize)> = match self {
            Self::Anywhere => return Band::whole(n_source, n_target),
            Self::Anchored(path) => {
                let half = (HALF << (2 * widened)).min(MOST_HALF);
                path.iter().map(|(at, slack)| (*at, half + slack)).collect()
            }
            Self::Rough(path) => {
                let widen = |half: usize| (half << widened).min(MOST_HALF);
                path.iter().map(|(at, half)| (*at, widen(*half))).collect()
            }
        };
        Band::around(&path, n_target)
    }
}

/// Draws a path through anchors, with the slack of each place.
fn through(
    mut anchors: Vec<(usize, usize)>,
    n_source: usize,
    n_target: usize,
) -> Vec<(usize, usize)> {
    anchors.push((n_source, n_target));
    let mut path = Vec::with_capacity(n_source + 1);
    let (mut last_source, mut last_target) = (0, 0);
    for (source_at, target_at) in anchors {
        let (width, height) = (source_at - last_source, target_at - last_target);
        // A gap with more on one side than on the other may hold the surplus anywhere.
        let slack = width.abs_diff(height).min(MOST_HALF);
        for step in 0..width {
            path.push((last_target + height * step / width.max(1), slack));
        }
        (last_source, last_target) = (source_at, target_at);
    }
    path.push((n_target, 0));
    path
}

/// Returns nodes that go together, rising on both sides: the chain with the most votes of rare words.
fn anchors(source: &[Node], target: &[Node], translations: &Translations) -> Vec<(usize, usize)> {
    let (source_places, target_places) = (places(source), places(target));
    let mut votes: FxHashMap<(usize, usize), f32> = FxHashMap::default();
    for (word, here) in source_places.iter().filter(|(_, at)| at.len() <= RARE) {
        for (other, strength) in translations.of_word(*word) {
            let Some(there) = target_places.get(other).filter(|at| at.len() <= RARE) else {
                continue;
            };
            let share = strength / (here.len() * there.len()) as f32;
            for one in here {
                for other in there {
                    *votes.entry((*one, *other)).or_default() += share;
                }
            }
        }
    }
    for (one, other) in same_texts(source, target) {
        *votes.entry((one, other)).or_default() += 1.0;
    }
    let mut pairs: Vec<(usize, usize, f32)> = votes
        .into_iter()
        .map(|((one, other), votes)| (one, other, votes))
        .collect();
    pairs.sort_unstable_by_key(|(one, other, _)| (*one, std::cmp::Reverse(*other)));
    rising(&pairs, target.len())
}

/// Returns the nodes that hold each word, while they are few.
fn places(nodes: &[Node]) -> FxHashMap<u32, Vec<usize>> {
    let mut places: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
    for (at, node) in nodes.iter().enumerate() {
        for words in node.words.chunk_by(|one, next| one == next) {
            let places = places.entry(words[0]).or_default();
            if places.len() <= RARE {
                places.push(at);
            }
        }
    }
    places
}

/// Returns pairs of nodes whose text stands once on either side.
fn same_texts(source: &[Node], target: &[Node]) -> Vec<(usize, usize)> {
    let once = |nodes: &[Node]| {
        let mut places: FxHashMap<u64, Option<usize>> = FxHashMap::default();
        for (at, node) in nodes.iter().enumerate() {
            let place = places.entry(node.hash);
            place.and_modify(|place| *place = None).or_insert(Some(at));
        }
        places
    };
    let (here, there) = (once(source), once(target));
    let both = here
        .iter()
        .filter_map(|(hash, one)| Some(((*one)?, (*there.get(hash)?)?)));
    both.collect()
}

/// Returns the chain of pairs, rising on both sides, with the greatest sum of votes. The pairs come sorted by source, those of one source by falling target.
pub(super) fn rising(pairs: &[(usize, usize, f32)], n_target: usize) -> Vec<(usize, usize)> {
    // A Fenwick tree of the best chain that ends before each target.
    let mut tree: Vec<(f32, Option<usize>)> = vec![(0.0, None); n_target + 1];
    let mut sums = vec![0.0_f32; pairs.len()];
    let mut before: Vec<Option<usize>> = vec![None; pairs.len()];
    let mut last: (f32, Option<usize>) = (0.0, None);
    for (at, (_, target, votes)) in pairs.iter().enumerate() {
        let mut best: (f32, Option<usize>) = (0.0, None);
        let mut node = *target;
        while node > 0 {
            if tree[node].0 > best.0 {
                best = tree[node];
            }
            node &= node - 1;
        }
        sums[at] = best.0 + votes;
        before[at] = best.1;
        if sums[at] > last.0 {
            last = (sums[at], Some(at));
        }
        let mut node = target + 1;
        while node <= n_target {
            if sums[at] > tree[node].0 {
                tree[node] = (sums[at], Some(at));
            }
            node += node & node.wrapping_neg();
        }
    }
    let mut chain = Vec::new();
    let mut next = last.1;
    while let Some(at) = next {
        chain.push((pairs[at].0, pairs[at].1));
        next = before[at];
    }
    chain.reverse();
    chain
}
