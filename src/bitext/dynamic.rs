//! The m:n dynamic programme: the best monotone chain of beads through a band, and how sure each bead is.

use std::ops::Range;

/// A kind of bead: how many units of either side, and the logarithm of how often that happens.
#[derive(Clone, Copy, Debug)]
pub(super) struct BeadKind {
    pub(super) n_source: usize,
    pub(super) n_target: usize,
    pub(super) prior: f32,
}

/// One bead of the best chain.
#[derive(Clone, Debug)]
pub(super) struct Bead {
    pub(super) source: Range<usize>,
    pub(super) target: Range<usize>,
    /// Its share of all chains, weighted by their scores.
    pub(super) posterior: f32,
}

/// For each place between source units, the places between target units that are looked at: from `low` to `high` inclusive.
#[derive(Clone, Debug)]
pub(super) struct Band {
    pub(super) low: Vec<usize>,
    pub(super) high: Vec<usize>,
}

impl Band {
    /// Makes a band of a half width around a path, which gives the target place of each source place.
    pub(super) fn around(path: &[(usize, usize)], n_target: usize) -> Self {
        let mut low: Vec<usize> = path
            .iter()
            .map(|(at, half)| at.saturating_sub(*half).min(n_target))
            .collect();
        let mut high: Vec<usize> = path
            .iter()
            .map(|(at, half)| (at + half).min(n_target))
            .collect();
        if let (Some(first), Some(last)) = (low.first_mut(), high.last_mut()) {
            (*first, *last) = (0, n_target);
        }
        for place in 1..high.len() {
            high[place] = high[place].max(high[place - 1]);
        }
        for place in (1..low.len()).rev() {
            low[place - 1] = low[place - 1].min(low[place]);
        }
        Self { low, high }
    }

    /// Counts the cells.
    pub(super) fn n_cells(&self) -> usize {
        self.low
            .iter()
            .zip(&self.high)
            .map(|(low, high)| high - low + 1)
            .sum()
    }

    /// Tells whether a chain runs along the border of the band, where it may have been kept from going further.
    pub(super) fn is_tight(&self, beads: &[Bead], n_target: usize) -> bool {
        let near = |at: usize, edge: usize| at.abs_diff(edge) <= 2;
        beads.iter().any(|bead| {
            let (place, at) = (bead.source.end, bead.target.end);
            (self.low[place] > 0 && near(at, self.low[place]))
                || (self.high[place] < n_target && near(at, self.high[place]))
        })
    }
}

/// How much surer the scores sound than they are: evidence is counted as if it were independent.
const TEMPERATURE: f32 = 1.6;

const NEVER: f32 = f32::NEG_INFINITY;

/// Finds the best chain of beads. `score` judges two ranges of units; negative infinity forbids the bead.
pub(super) fn chain(
    band: &Band,
    kinds: &[BeadKind],
    score: &dyn Fn(Range<usize>, Range<usize>) -> f32,
) -> Vec<Bead> {
    let Some(n_source) = band.low.len().checked_sub(1) else {
        return Vec::new();
    };
    let mut starts = Vec::with_capacity(n_source + 1);
    let mut n_cells = 0;
    for place in 0..=n_source {
        starts.push(n_cells);
        n_cells += band.high[place] - band.low[place] + 1;
    }
    let cell = |place: usize, at: usize| -> Option<usize> {
        let is_inside = band.low.get(place).is_some_and(|low| *low <= at) && band.high[place] >= at;
        is_inside.then(|| starts[place] + at - band.low[place])
    };
    let mut scores = vec![NEVER; n_cells * kinds.len()];
    let mut best = vec![NEVER; n_cells];
    let mut sums = vec![NEVER; n_cells];
    let mut choice = vec![u8::MAX; n_cells];
    (best[0], sums[0]) = (0.0, 0.0);
    for (place, start) in starts.iter().enumerate() {
        for at in band.low[place]..=band.high[place] {
            let here = start + at - band.low[place];
            for (kind_idx, kind) in kinds.iter().enumerate() {
                let (Some(from_place), Some(from_at)) = (
                    place.checked_sub(kind.n_source),
                    at.checked_sub(kind.n_target),
                ) else {
                    continue;
                };
                let Some(from) = cell(from_place, from_at).filter(|from| best[*from] > NEVER)
                else {
                    continue;
                };
                let value = score(from_place..place, from_at..at) + kind.prior;
                if value == NEVER {
                    continue;
                }
                scores[here * kinds.len() + kind_idx] = value;
                sums[here] = add(sums[here], sums[from] + value / TEMPERATURE);
                if best[from] + value > best[here] {
                    best[here] = best[from] + value;
                    choice[here] = u8::try_from(kind_idx).unwrap_or(u8::MAX);
                }
            }
        }
    }
    let back = backward(band, kinds, &starts, &scores);
    let total = sums.last().copied().unwrap_or(0.0);
    let mut beads = Vec::new();
    let (mut place, mut at) = (n_source, band.high[n_source]);
    while place > 0 || at > 0 {
        let Some(here) = cell(place, at) else { break };
        let Some(kind) = kinds.get(usize::from(choice[here])) else {
            break;
        };
        let (from_place, from_at) = (place - kind.n_source, at - kind.n_target);
        let from = cell(from_place, from_at).unwrap_or_default();
        let value = scores[here * kinds.len() + usize::from(choice[here])];
        let posterior = (sums[from] + value / TEMPERATURE + back[here] - total).exp();
        beads.push(Bead {
            source: from_place..place,
            target: from_at..at,
            posterior: posterior.clamp(0.0, 1.0),
        });
        (place, at) = (from_place, from_at);
    }
    beads.reverse();
    beads
}

/// Sums the chains from each cell to the end.
fn backward(band: &Band, kinds: &[BeadKind], starts: &[usize], scores: &[f32]) -> Vec<f32> {
    let n_cells = scores.len() / kinds.len().max(1);
    let mut back = vec![NEVER; n_cells];
    if let Some(last) = back.last_mut() {
        *last = 0.0;
    }
    for place in (0..band.low.len()).rev() {
        for at in (band.low[place]..=band.high[place]).rev() {
            let here = starts[place] + at - band.low[place];
            if back[here] == NEVER {
                continue;
            }
            for (kind_idx, kind) in kinds.iter().enumerate() {
                let value = scores[here * kinds.len() + kind_idx];
                if value == NEVER {
                    continue;
                }
                let (from_place, from_at) = (place - kind.n_source, at - kind.n_target);
                let from = starts[from_place] + from_at - band.low[from_place];
                back[from] = add(back[from], back[here] + value / TEMPERATURE);
            }
        }
    }
    back
}

/// Adds two numbers given by their logarithms.
fn add(one: f32, other: f32) -> f32 {
    let (high, low) = if one > other {
        (one, other)
    } else {
        (other, one)
    };
    if low == NEVER || high - low > 16.0 {
        return high;
    }
    high + (low - high).exp().ln_1p()
}
