//! The m:n dynamic programme: the best monotone chain of beads through a band, and how sure each bead is.

use crate::bitext::band::Band;
use crate::bitext::evidence::{Evidence, Reach, Rows};
use crate::bitext::fit::Fit;
use crate::bitext::style::{BeadKind, Style};
use std::ops::Range;

/// One bead of the best chain.
#[derive(Clone, Debug)]
pub(super) struct Bead {
    pub(super) source: Range<usize>,
    pub(super) target: Range<usize>,
    /// Its share of all chains, weighted by their scores.
    pub(super) posterior: f32,
}

impl Bead {
    /// Tells whether it has one unit on both sides.
    pub(super) fn is_single(&self) -> bool {
        self.source.len() == 1 && self.target.len() == 1
    }

    /// Tells whether it has both sides.
    pub(super) fn is_pair(&self) -> bool {
        !self.source.is_empty() && !self.target.is_empty()
    }
}

/// A part of both sides that is aligned by itself.
#[derive(Clone, Debug)]
pub(super) struct Window {
    pub(super) source: Range<usize>,
    pub(super) target: Range<usize>,
}

/// What beads are scored by.
#[derive(Clone, Copy)]
pub(super) struct Judge<'j, 'a> {
    pub(super) fit: &'j Fit<'a>,
    pub(super) evidence: &'j Evidence<'a>,
    pub(super) style: &'j Style,
}

const NEVER: f32 = f32::NEG_INFINITY;

/// The cells of a window's band, row after row.
struct Grid {
    window: Window,
    low: Vec<usize>,
    high: Vec<usize>,
    starts: Vec<usize>,
    n_cells: usize,
}

impl Grid {
    fn new(window: &Window, band: &Band) -> Self {
        let places = window.source.start..=window.source.end;
        let inside = |at: usize| at.clamp(window.target.start, window.target.end);
        let mut low: Vec<usize> = places
            .clone()
            .map(|place| inside(band.low[place]))
            .collect();
        let mut high: Vec<usize> = places.map(|place| inside(band.high[place])).collect();
        if let (Some(first), Some(last)) = (low.first_mut(), high.last_mut()) {
            (*first, *last) = (window.target.start, window.target.end);
        }
        let mut starts = Vec::with_capacity(low.len());
        let mut n_cells = 0;
        for (low, high) in low.iter().zip(&high) {
            starts.push(n_cells);
            n_cells += high - low + 1;
        }
        Self {
            window: window.clone(),
            low,
            high,
            starts,
            n_cells,
        }
    }

    /// Returns a cell's number, when the band has it.
    fn cell(&self, place: usize, at: usize) -> Option<usize> {
        let row = place.checked_sub(self.window.source.start)?;
        let is_inside = self.low.get(row).is_some_and(|low| *low <= at) && self.high[row] >= at;
        is_inside.then(|| self.starts[row] + at - self.low[row])
    }

    /// Returns the columns of a row, a row beyond the window's being its nearest.
    fn low(&self, place: usize) -> usize {
        self.low[place.saturating_sub(self.window.source.start)]
    }

    fn high(&self, place: usize) -> usize {
        self.high[(place - self.window.source.start).min(self.high.len() - 1)]
    }

    /// Calls `visit` with the place and column of every cell, row after row.
    fn rows(&self) -> impl DoubleEndedIterator<Item = (usize, Range<usize>)> + '_ {
        let columns = self.low.iter().zip(&self.high);
        let first = self.window.source.start;
        columns
            .enumerate()
            .map(move |(row, (low, high))| (first + row, *low..*high + 1))
    }
}

/// Finds the best chain of beads through a band, without saying how sure it is.
pub(super) fn best_chain(judge: Judge<'_, '_>, window: &Window, band: &Band) -> Vec<Bead> {
    let grid = Grid::new(window, band);
    let mut best = vec![NEVER; grid.n_cells];
    let mut choices = vec![u8::MAX; grid.n_cells];
    if let Some(first) = best.first_mut() {
        *first = 0.0;
    }
    visit(judge, &grid, &mut |here, from, kind, value| {
        if best[from] + value > best[here] {
            best[here] = best[from] + value;
            choices[here] = kind;
        }
    });
    trace(judge.style, &grid, &choices, &|_, _| 0.0)
}

/// Scores every bead of the band: calls `found` with its cell, the cell it comes from, its kind and its score.
fn visit(judge: Judge<'_, '_>, grid: &Grid, found: &mut dyn FnMut(usize, usize, u8, f32)) {
    let kinds = &judge.style.kinds;
    let most = |n: fn(&BeadKind) -> usize| kinds.iter().map(n).max().unwrap_or(1);
    let reach = Reach {
        source: most(|kind| kind.n_source),
        target: most(|kind| kind.n_target),
    };
    let mut rows = Rows::new(judge.evidence, reach);
    let first = grid.window.source.start;
    for (place, columns) in grid.rows() {
        if place > first {
            let back = |n: usize| place.saturating_sub(n).max(first);
            let meets = grid.low(back(reach.source))..columns.end - 1;
            let further = grid.low(back(reach.source))..grid.high(place - 1 + reach.source);
            rows.advance(place, first, &meets, &further);
        }
        for at in columns {
            let Some(here) = grid.cell(place, at) else {
                continue;
            };
            let quotation_cost = judge.fit.quotation_cost(place, at);
            for (kind, idx) in kinds.iter().zip(0..) {
                let (Some(from_place), Some(from_at)) = (
                    place.checked_sub(kind.n_source),
                    at.checked_sub(kind.n_target),
                ) else {
                    continue;
                };
                let Some(from) = grid.cell(from_place, from_at) else {
                    continue;
                };
                let mut value = kind.prior - quotation_cost;
                let (source, target) = (from_place..place, from_at..at);
                if !source.is_empty() && !target.is_empty() {
                    value += judge.fit.score(&source, &target);
                    if value == NEVER {
                        continue;
                    }
                    value += rows
                        .score(kind.n_source, &target)
                        .max(-judge.style.weights.against);
                }
                found(here, from, idx, value);
            }
        }
    }
}

/// Follows the choices back from the last cell.
fn trace(
    style: &Style,
    grid: &Grid,
    choices: &[u8],
    posterior: &dyn Fn(usize, u8) -> f32,
) -> Vec<Bead> {
    let mut beads = Vec::new();
    let (first, start) = (grid.window.source.start, grid.window.target.start);
    let (mut place, mut at) = (grid.window.source.end, grid.window.target.end);
    while place > first || at > start {
        let Some(here) = grid.cell(place, at) else {
            break;
        };
        let choice = choices[here];
        let Some(kind) = style.kinds.get(usize::from(choice)) else {
            break;
        };
        let (from_place, from_at) = (place - kind.n_source, at - kind.n_target);
        beads.push(Bead {
            source: from_place..place,
            target: from_at..at,
            posterior: posterior(here, choice),
        });
        (place, at) = (from_place, from_at);
    }
    beads.reverse();
    beads
}

/// Finds the chain whose beads are most likely right, and how likely each is: forward and backward sums over all chains of the band, then the chain
/// with the greatest sum of what its beads' likelihoods exceed the reserve.
pub(super) fn likely_chain(judge: Judge<'_, '_>, window: &Window, band: &Band) -> Vec<Bead> {
    let grid = Grid::new(window, band);
    let kinds = &judge.style.kinds;
    let temperature = judge.style.weights.temperature;
    let mut scores = vec![NEVER; grid.n_cells * kinds.len()];
    let mut forward = vec![NEVER; grid.n_cells];
    if let Some(first) = forward.first_mut() {
        *first = 0.0;
    }
    visit(judge, &grid, &mut |here, from, kind, value| {
        let value = value / temperature;
        scores[here * kinds.len() + usize::from(kind)] = value;
        forward[here] = add(forward[here], forward[from] + value);
    });
    let total = forward.last().copied().unwrap_or(0.0);
    let mut backward = vec![NEVER; grid.n_cells];
    if let Some(last) = backward.last_mut() {
        *last = 0.0;
    }
    for (place, columns) in grid.rows().rev() {
        for at in columns.rev() {
            let here = grid.starts[place - window.source.start] + at - grid.low(place);
            for (idx, kind) in kinds.iter().enumerate() {
                let score = &mut scores[here * kinds.len() + idx];
                if *score == NEVER {
                    continue;
                }
                let Some(from) = grid.cell(place - kind.n_source, at - kind.n_target) else {
                    continue;
                };
                backward[from] = add(backward[from], backward[here] + *score);
                *score = (forward[from] + *score + backward[here] - total)
                    .exp()
                    .clamp(0.0, 1.0);
            }
        }
    }
    let choices = most_likely(judge.style, &grid, &scores);
    trace(judge.style, &grid, &choices, &|here, kind| {
        scores[here * kinds.len() + usize::from(kind)]
    })
}

/// Chooses for every cell the bead of the chain with the greatest sum of likelihoods.
fn most_likely(style: &Style, grid: &Grid, posteriors: &[f32]) -> Vec<u8> {
    let kinds = &style.kinds;
    let mut best = vec![NEVER; grid.n_cells];
    let mut choices = vec![u8::MAX; grid.n_cells];
    if let Some(first) = best.first_mut() {
        *first = 0.0;
    }
    for (place, columns) in grid.rows() {
        for at in columns {
            let Some(here) = grid.cell(place, at) else {
                continue;
            };
            for (idx, kind) in kinds.iter().enumerate() {
                let posterior = posteriors[here * kinds.len() + idx];
                if posterior == NEVER {
                    continue;
                }
                let Some(from) = grid.cell(place - kind.n_source, at - kind.n_target) else {
                    continue;
                };
                let value = best[from] + posterior - style.weights.reserve;
                if value > best[here] {
                    best[here] = value;
                    choices[here] = u8::try_from(idx).unwrap_or(u8::MAX);
                }
            }
        }
    }
    choices
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
