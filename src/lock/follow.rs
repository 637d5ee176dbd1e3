//! Finds accepted texts that changed: the most alike text in the same gap, then what stands in the same place.

use crate::lock::gap::{self, Bounds, Gap};
use crate::lock::likeness::Profile;
use crate::lock::trail::{Place, Trail};
use std::ops::Range;

/// Cells of the table that one gap may cost; beyond, only a band about its diagonal is looked at.
const N_CELLS: usize = 100_000;
/// Texts that one text may have been split into, or merged from.
const N_PARTS: usize = 4;
/// How much of each part must stand in the whole.
const PART: f32 = 0.7;
/// How alike whole and joined parts must be.
const JOINED: f32 = 0.6;

/// Puts the lost elements of the records that `is_wanted` names at the texts most like them, at least `threshold`.
pub fn find_alike(
    trail: &mut Trail<'_>,
    is_wanted: impl Fn(usize) -> bool,
    bounds: Bounds,
    threshold: f32,
) {
    for mut gap in gap::gaps(trail, bounds) {
        gap.elements.retain(|element| {
            let element = &trail.elements[*element];
            element.place.is_none() && is_wanted(element.record)
        });
        gap.units.retain(|unit| !trail.is_taken[*unit]);
        for bead in match_gap(trail, &gap, threshold) {
            let is_exact = bead.likeness >= 1.0 && bead.is_same(trail);
            let place = Place {
                start: bead.units.start,
                end: bead.units.end,
                likeness: bead.likeness,
                is_exact,
            };
            for element in bead.elements {
                trail.put(element, place);
            }
        }
    }
}

/// Puts lost elements at what stands in their place, where exactly as many of the same kind are gone as are new.
/// `fits` says whether a unit can be what an element became.
pub fn find_in_place(
    trail: &mut Trail<'_>,
    is_wanted: impl Fn(usize) -> bool,
    bounds: Bounds,
    fits: impl Fn(&Trail<'_>, usize, usize) -> bool,
) {
    for mut gap in gap::gaps(trail, bounds) {
        gap.elements.retain(|element| {
            let element = &trail.elements[*element];
            element.place.is_none() && is_wanted(element.record)
        });
        gap.units.retain(|unit| !trail.is_taken[*unit]);
        let pairs: Vec<(usize, usize)> = gap
            .elements
            .iter()
            .copied()
            .zip(gap.units.iter().copied())
            .collect();
        let is_even = gap.elements.len() == gap.units.len();
        if !is_even
            || !pairs
                .iter()
                .all(|(element, unit)| fits(trail, *element, *unit))
        {
            continue;
        }
        for (element, unit) in pairs {
            let place = Place {
                start: unit,
                end: unit + 1,
                likeness: 0.3,
                is_exact: false,
            };
            trail.put(element, place);
        }
    }
}

struct Bead {
    elements: Vec<usize>,
    units: Range<usize>,
    likeness: f32,
}

impl Bead {
    /// Words alone are alike: the text is the same only where every character is.
    fn is_same(&self, trail: &Trail<'_>) -> bool {
        matches!((self.elements.as_slice(), self.units.len()), ([element], 1)
            if trail.elements[*element].key == trail.keys[self.units.start])
    }
}

/// One cell of the table: the best sum so far and the step that led here.
#[derive(Clone, Copy, Default)]
struct Cell {
    gain: f32,
    step: (u8, u8),
    likeness: f32,
}

/// Monotone matching of most gain by dynamic programming, within a band about the diagonal.
fn match_gap(trail: &mut Trail<'_>, gap: &Gap, threshold: f32) -> Vec<Bead> {
    let (n_old, n_new) = (gap.elements.len(), gap.units.len());
    if n_old == 0 || n_new == 0 {
        return Vec::new();
    }
    let old: Vec<Profile> = gap
        .elements
        .iter()
        .map(|element| Profile::of(trail.elements[*element].text))
        .collect();
    let new: Vec<Profile> = gap.units.iter().map(|unit| trail.profile(*unit)).collect();
    let table = Table::fill(&old, &new, &gap.units, threshold);
    let (mut row, mut column, mut beads) = (n_old, n_new, Vec::new());
    while row > 0 || column > 0 {
        let cell = table.at(row, column).unwrap_or_default();
        let (down, right) = match cell.step {
            (0, 0) if row > 0 => (1, 0),
            (0, 0) => (0, 1),
            (down, right) => (usize::from(down), usize::from(right)),
        };
        if down > 0 && right > 0 {
            beads.push(Bead {
                elements: gap.elements[row - down..row].to_vec(),
                units: gap.units[column - right]..gap.units[column - 1] + 1,
                likeness: cell.likeness,
            });
        }
        row -= down;
        column -= right;
    }
    beads.reverse();
    beads
}

/// The rows of the table, each only as wide as the band.
struct Table {
    rows: Vec<(usize, Vec<Cell>)>,
}

impl Table {
    fn fill(old: &[Profile], new: &[Profile], units: &[usize], threshold: f32) -> Self {
        let (n_old, n_new) = (old.len(), new.len());
        let half = if n_old * n_new <= N_CELLS {
            n_new
        } else {
            (N_CELLS / n_old.max(n_new)).max(N_PARTS) + n_new / n_old
        };
        let mut table = Self {
            rows: Vec::with_capacity(n_old + 1),
        };
        for row in 0..=n_old {
            let middle = row * n_new / n_old;
            let from = if row == 0 {
                0
            } else {
                middle.saturating_sub(half)
            };
            let to = (middle + half).min(n_new);
            table.rows.push((from, Vec::with_capacity(to - from + 1)));
            for column in from..=to {
                let cell = table.best(old, new, units, threshold, (row, column));
                table.rows[row].1.push(cell);
            }
        }
        table
    }

    fn at(&self, row: usize, column: usize) -> Option<Cell> {
        let (from, cells) = self.rows.get(row)?;
        cells.get(column.checked_sub(*from)?).copied()
    }

    fn best(
        &self,
        old: &[Profile],
        new: &[Profile],
        units: &[usize],
        threshold: f32,
        (row, column): (usize, usize),
    ) -> Cell {
        let mut best = Cell {
            gain: -1.0,
            ..Cell::default()
        };
        let mut offer = |down: usize, right: usize, likeness: f32, gain: f32| {
            let before = row
                .checked_sub(down)
                .zip(column.checked_sub(right))
                .and_then(|(row, column)| self.at(row, column));
            let Some(before) = before else { return };
            let gain = before.gain + gain;
            if gain > best.gain {
                let narrow = |count: usize| u8::try_from(count).unwrap_or(0);
                best = Cell {
                    gain,
                    step: (narrow(down), narrow(right)),
                    likeness,
                };
            }
        };
        if row == 0 && column == 0 {
            return Cell::default();
        }
        offer(1, 0, 0.0, 0.0);
        offer(0, 1, 0.0, 0.0);
        if row == 0 || column == 0 {
            return best;
        }
        let single = old[row - 1].likeness(&new[column - 1]);
        if single >= threshold {
            offer(1, 1, single, single - threshold + 0.02);
        }
        for n_parts in 2..=N_PARTS {
            if let Some(parts) = column.checked_sub(n_parts).map(|from| from..column)
                && units[parts.end - 1] - units[parts.start] == n_parts - 1
                && let Some(joined) = joined(&old[row - 1], &new[parts])
            {
                offer(1, n_parts, joined, joined - threshold);
            }
            if let Some(from) = row.checked_sub(n_parts)
                && let Some(joined) = joined(&new[column - 1], &old[from..row])
            {
                offer(n_parts, 1, joined, joined - threshold);
            }
        }
        best
    }
}

/// How alike a whole is to its parts, when every part stands in it and together they are about as long.
fn joined(whole: &Profile, parts: &[Profile]) -> Option<f32> {
    let total: usize = parts.iter().map(Profile::len).sum();
    if 2 * total > 3 * whole.len() || 3 * total < 2 * whole.len() {
        return None;
    }
    if !parts.iter().all(|part| part.containment(whole) >= PART) {
        return None;
    }
    let likeness = whole.likeness(&Profile::join(&parts.iter().collect::<Vec<_>>()));
    (likeness >= JOINED).then_some(likeness)
}
