//! The gaps: accepted texts that are gone, and the units that stand in their place.

use crate::lock::trail::Trail;

/// Elements and units of one gap, in order; both unfound so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Accepted texts that are gone.
    pub elements: Vec<usize>,
    /// Units that nothing has been found at.
    pub units: Vec<usize>,
}

/// Which neighbours bound a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bounds {
    /// The neighbours on both sides, which still stand around nothing but free units.
    Both,
    /// The neighbours that kept their order, whatever moved away between them.
    Backbone,
    /// One neighbour: what follows the one before or precedes the one after.
    One,
}

/// Lists the gaps with elements and units in them.
pub fn gaps(trail: &Trail<'_>, bounds: Bounds) -> Vec<Gap> {
    let found = match bounds {
        Bounds::Both => both(trail),
        Bounds::Backbone => backbone_gaps(trail),
        Bounds::One => one(trail),
    };
    found
        .into_iter()
        .filter(|gap| !gap.elements.is_empty() && !gap.units.is_empty())
        .collect()
}

/// Longest increasing subsequence of `values` as indices: the order that most of them kept.
pub fn kept_order(values: &[usize]) -> Vec<usize> {
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; values.len()];
    for (idx, value) in values.iter().enumerate() {
        let rank = tails.partition_point(|tail| values[*tail] < *value);
        before[idx] = rank.checked_sub(1).map(|rank| tails[rank]);
        if rank == tails.len() {
            tails.push(idx);
        } else {
            tails[rank] = idx;
        }
    }
    let mut kept = Vec::with_capacity(tails.len());
    let mut next = tails.last().copied();
    while let Some(idx) = next {
        kept.push(idx);
        next = before[idx];
    }
    kept.reverse();
    kept
}

/// Every run of lost elements, with the elements beside it.
fn lost(trail: &Trail<'_>) -> Vec<(Vec<usize>, Side, Side)> {
    let mut found = Vec::new();
    for (run_idx, start) in trail.runs.iter().enumerate() {
        let end = trail.runs.get(run_idx + 1);
        let end = end.copied().unwrap_or(trail.elements.len());
        let is_own = run_idx == 0;
        let mut run: Vec<usize> = Vec::new();
        let mut left = if is_own { Side::At(0) } else { Side::Nowhere };
        for element in *start..end {
            let Some(place) = trail.elements[element].place else {
                run.push(element);
                continue;
            };
            if !run.is_empty() {
                found.push((std::mem::take(&mut run), left, Side::At(place.start)));
            }
            left = Side::At(place.end);
        }
        if !run.is_empty() {
            let right = if is_own {
                Side::At(trail.n_units())
            } else {
                Side::Nowhere
            };
            found.push((run, left, right));
        }
    }
    found
}

#[derive(Clone, Copy, Debug)]
enum Side {
    At(usize),
    Nowhere,
}

fn both(trail: &Trail<'_>) -> Vec<Gap> {
    let mut found = Vec::new();
    for (elements, left, right) in lost(trail) {
        let (Side::At(left), Side::At(right)) = (left, right) else {
            continue;
        };
        if left < right && !trail.is_taken[left..right].contains(&true) {
            let units = (left..right).collect();
            found.push(Gap { elements, units });
        }
    }
    found
}

fn one(trail: &Trail<'_>) -> Vec<Gap> {
    let is_free = |unit: &usize| !trail.is_taken[*unit];
    let mut found = Vec::new();
    for (elements, left, right) in lost(trail) {
        if let Side::At(left) = left {
            found.push(Gap {
                elements: elements.clone(),
                units: (left..trail.n_units()).take_while(is_free).collect(),
            });
        }
        if let Side::At(right) = right {
            let mut units: Vec<usize> = (0..right).rev().take_while(is_free).collect();
            units.reverse();
            found.push(Gap { elements, units });
        }
    }
    found
}

/// Only the own lock's elements, the first run, have an order that the whole document shares.
fn backbone_gaps(trail: &Trail<'_>) -> Vec<Gap> {
    let own = 0..trail.runs.get(1).copied().unwrap_or(trail.elements.len());
    let placed: Vec<(usize, usize, usize)> = own
        .clone()
        .filter_map(|element| {
            let place = trail.elements[element].place?;
            Some((element, place.start, place.end))
        })
        .collect();
    let starts: Vec<usize> = placed.iter().map(|(_, start, _)| *start).collect();
    let kept = kept_order(&starts);
    let stops = kept.into_iter().map(|idx| placed[idx]);
    let last = (own.end, trail.n_units(), trail.n_units());
    let (mut from_element, mut from_unit, mut found) = (0, 0, Vec::new());
    for (element, start, end) in stops.chain(std::iter::once(last)) {
        let lost = from_element..element;
        let free = from_unit..start.max(from_unit);
        found.push(Gap {
            elements: lost
                .filter(|element| trail.elements[*element].place.is_none())
                .collect(),
            units: free.filter(|unit| !trail.is_taken[*unit]).collect(),
        });
        (from_element, from_unit) = (element + 1, end);
    }
    found
}
