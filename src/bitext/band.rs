//! The part of the table that the dynamic programme looks at.

use crate::bitext::dynamic::Bead;

/// For each place between source nodes, the places between target nodes that are looked at: from `low` to `high` inclusive.
#[derive(Clone, Debug)]
pub(super) struct Band {
    pub(super) low: Vec<usize>,
    pub(super) high: Vec<usize>,
}

impl Band {
    /// Makes a band of a half width around a path, which gives the target place of each source place.
    pub(super) fn around(path: &[(usize, usize)], n_target: usize) -> Self {
        let low = path
            .iter()
            .map(|(at, half)| at.saturating_sub(*half).min(n_target));
        let high = path.iter().map(|(at, half)| (at + half).min(n_target));
        Self {
            low: low.collect(),
            high: high.collect(),
        }
        .mended(n_target)
    }

    /// Makes the band of everything.
    pub(super) fn whole(n_source: usize, n_target: usize) -> Self {
        Self {
            low: vec![0; n_source + 1],
            high: vec![n_target; n_source + 1],
        }
    }

    /// Makes a band of a half width around a chain of beads.
    pub(super) fn along(beads: &[Bead], half: usize, n_source: usize, n_target: usize) -> Self {
        let mut low = vec![n_target; n_source + 1];
        let mut high = vec![0; n_source + 1];
        for bead in beads {
            let first = bead.source.start.saturating_sub(half / 4);
            let last = (bead.source.end + half / 4).min(n_source);
            for place in first..=last {
                low[place] = low[place].min(bead.target.start.saturating_sub(half));
                high[place] = high[place].max((bead.target.end + half).min(n_target));
            }
        }
        Self { low, high }.mended(n_target)
    }

    /// Makes both borders rise, both corners belong to it, and every row reach the next: a long run that only the target has is crossed in one row.
    fn mended(mut self, n_target: usize) -> Self {
        if let (Some(first), Some(last)) = (self.low.first_mut(), self.high.last_mut()) {
            (*first, *last) = (0, n_target);
        }
        for place in 1..self.high.len() {
            self.high[place] = self.high[place].max(self.high[place - 1]);
        }
        for place in (1..self.low.len()).rev() {
            self.low[place - 1] = self.low[place - 1].min(self.low[place]);
            self.high[place - 1] = self.high[place - 1].max(self.low[place]);
        }
        self
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
