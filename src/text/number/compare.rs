//! Which numbers of a text its translation has lost or changed: both sides are parsed to values and assigned one to one.

use crate::text::number::alike::are_alike;
use crate::text::number::alike::is_converted;
use crate::text::number::alike::is_same_unit;
use crate::text::number::decimal::Decimal;
use crate::text::number::flaw;
use crate::text::number::number::Hedge;
use crate::text::number::number::Kind;
use crate::text::number::number::Number;
use crate::text::number::number::Weight;
use crate::text::number::spare::Spare;
use std::collections::HashMap;

/// How many numbers without counterpart are compared with each other: more are a table that was replaced, not numbers that slipped.
const NEAREST: usize = 64;

/// One thing that is wrong between the numbers of two texts. Indices are into the slices that were compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// What is wrong.
    pub flaw: Flaw,
    /// The number of the source; none for one that is only in the target.
    pub source: Option<usize>,
    /// The number of the target that stands in its place, if there is one.
    pub target: Option<usize>,
}

/// What may be wrong with a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flaw {
    /// Off by a power of ten.
    Scale,
    /// A magnitude was not given to the beginning of a range.
    Range,
    /// A share of a hundred differs in value or kind.
    Share,
    /// A factor differs.
    Multiple,
    /// The number of a chapter, a figure, a step or a heading differs.
    Ordinal,
    /// A date or a time differs.
    Date,
    /// Money of another currency.
    Currency,
    /// Another unit, and the amount was not converted.
    Unit,
    /// Rounded without saying so.
    Precision,
    /// The hedge is lost or reversed.
    Hedge,
    /// A value is not there.
    Missing,
    /// A value is not there; one that differs by one is: "9 or later", "later than 8".
    Reworded,
    /// A small numeral differs.
    Weak,
    /// A number that the source does not have.
    Extra,
}

/// Compares the numbers of two texts. `spare` are values that stand in the target outside its numbers: in code, in names.
pub fn compare(source: &[Number], target: &[Number], spare: &Spare) -> Vec<Mismatch> {
    if source.is_empty() && target.is_empty() {
        return Vec::new();
    }
    let mut pairing = Pairing {
        source,
        target,
        counterpart: vec![None; source.len()],
        is_settled: vec![false; source.len()],
        is_taken: vec![false; target.len()],
        found: Vec::new(),
    };
    pairing.pair_equals();
    pairing.pair_converted();
    pairing.find_hedges();
    pairing.find_flaws(spare);
    pairing.found.sort_by_key(|mismatch| {
        let place = mismatch.source.map(|idx| source[idx].span.start);
        (place.is_none(), place, mismatch.target)
    });
    pairing.found
}

struct Pairing<'a> {
    source: &'a [Number],
    target: &'a [Number],
    counterpart: Vec<Option<usize>>,
    is_settled: Vec<bool>,
    is_taken: Vec<bool>,
    found: Vec<Mismatch>,
}

impl Pairing<'_> {
    /// Pairs what has the same value: first what also counts the same, then what may be said either way.
    fn pair_equals(&mut self) {
        let mut by_value: HashMap<Decimal, Vec<usize>> = HashMap::new();
        for (idx, number) in self.target.iter().enumerate() {
            for value in number.meanings() {
                by_value.entry(value).or_default().push(idx);
            }
        }
        let is_exact = |one: &Number, other: &Number| {
            one.kind == other.kind
                && one.value == other.value
                && one.second == other.second
                && one.unit == other.unit
                && one.weight == other.weight
        };
        let is_like = |one: &Number, other: &Number| {
            one.kind == other.kind
                && is_same_unit(one, other)
                && (one.kind != Kind::Fraction || one.second == other.second)
        };
        let is_loosely = |one: &Number, other: &Number| {
            one.kind != other.kind && are_alike(one.kind, other.kind) && is_same_unit(one, other)
        };
        for fits in [
            &is_exact as &dyn Fn(&Number, &Number) -> bool,
            &is_like,
            &is_loosely,
        ] {
            for source_idx in 0..self.source.len() {
                let number = &self.source[source_idx];
                if self.is_settled[source_idx] {
                    continue;
                }
                let places = number.meanings().filter_map(|value| by_value.get(&value));
                let free = places
                    .flatten()
                    .copied()
                    .find(|idx| !self.is_taken[*idx] && fits(number, &self.target[*idx]));
                if let Some(target_idx) = free {
                    self.take(source_idx, target_idx);
                }
            }
        }
    }

    /// Pairs what is the same in another unit or form: 24 hours and a day, a half and 50 percent.
    fn pair_converted(&mut self) {
        for source_idx in self.open_sources() {
            let number = &self.source[source_idx];
            let like = self
                .open_targets()
                .into_iter()
                .find(|idx| is_converted(number, &self.target[*idx]));
            if let Some(target_idx) = like {
                self.take(source_idx, target_idx);
            }
        }
    }

    /// Compares the hedges of what was paired.
    fn find_hedges(&mut self) {
        for (source_idx, target_idx) in self.counterpart.iter().enumerate() {
            let Some(target_idx) = *target_idx else {
                continue;
            };
            let (said, kept) = (self.source[source_idx].hedge, self.target[target_idx].hedge);
            let is_lost = match (said, kept) {
                (None, _) => false,
                (Some(_), None) => self.source[source_idx].value.to_f64() > 1.0,
                (Some(said), Some(kept)) => matches!(
                    (said, kept),
                    (Hedge::More, Hedge::Less) | (Hedge::Less, Hedge::More)
                ),
            };
            let next_has_it = self
                .target
                .get(target_idx + 1)
                .is_some_and(|next| next.hedge == said);
            let last_has_it = target_idx > 0 && self.target[target_idx - 1].hedge == said;
            if is_lost && !(kept.is_none() && (next_has_it || last_has_it)) {
                self.found.push(Mismatch {
                    flaw: Flaw::Hedge,
                    source: Some(source_idx),
                    target: Some(target_idx),
                });
            }
        }
    }

    fn find_flaws(&mut self, spare: &Spare) {
        self.let_go(spare);
        for flaw in [
            flaw::range as fn(&Number, &Number) -> Option<Flaw>,
            flaw::measure,
            flaw::share,
            flaw::dated,
            flaw::numbered,
            flaw::scale,
            flaw::precision,
            flaw::anything,
        ] {
            for source_idx in self.open_sources() {
                let number = &self.source[source_idx];
                let near = self.open_targets().into_iter().find_map(|idx| {
                    let flaw = flaw(number, &self.target[idx])?;
                    Some((idx, flaw))
                });
                if let Some((target_idx, flaw)) = near {
                    self.take(source_idx, target_idx);
                    let (said, kept) = (number.hedge, self.target[target_idx].hedge);
                    if flaw != Flaw::Precision || kept.is_none() || kept == said {
                        self.found.push(Mismatch {
                            flaw,
                            source: Some(source_idx),
                            target: Some(target_idx),
                        });
                    }
                }
            }
        }
        for source_idx in self.open_sources() {
            if self.source[source_idx].weight == Weight::Firm && !self.is_echo(source_idx) {
                self.found.push(Mismatch {
                    flaw: Flaw::Missing,
                    source: Some(source_idx),
                    target: None,
                });
            }
        }
        for target_idx in self.open_targets() {
            let number = &self.target[target_idx];
            let is_echo = self.source.iter().any(|source| {
                source
                    .meanings()
                    .any(|value| number.meanings().any(|other| other == value))
            });
            if number.weight == Weight::Firm && !is_echo {
                self.found.push(Mismatch {
                    flaw: Flaw::Extra,
                    source: None,
                    target: Some(target_idx),
                });
            }
        }
    }

    /// Lets numbers go that stand in the target's code or names and not so in the source, or in a fraction: "1 out of 2".
    fn let_go(&mut self, spare: &Spare) {
        let mut spare = spare.clone();
        for target_idx in self.open_targets() {
            let number = &self.target[target_idx];
            if let (Kind::Fraction, Some(second)) = (number.kind, number.second) {
                *spare.entry(number.value).or_default() += 1;
                *spare.entry(second).or_default() += 1;
            }
            // 3分20秒 is 3:20.
            if let (Kind::Time, Some(minutes)) = (number.kind, number.value.to_whole()) {
                for part in [minutes / 60, minutes % 60] {
                    *spare.entry(Decimal::whole(u128::from(part))).or_default() += 1;
                }
            }
        }
        for source_idx in self.open_sources() {
            if matches!(self.source[source_idx].kind, Kind::Fraction | Kind::Time) {
                continue;
            }
            let meanings = self.source[source_idx].meanings();
            let mut free =
                meanings.filter(|value| spare.get(value).is_some_and(|count| *count > 0));
            if let Some(value) = free.next() {
                spare.entry(value).and_modify(|count| *count -= 1);
                self.is_settled[source_idx] = true;
            }
        }
    }

    /// Tells whether the same value was already found: said twice, translated once.
    fn is_echo(&self, source_idx: usize) -> bool {
        let number = &self.source[source_idx];
        self.target.iter().any(|target| {
            is_same_unit(number, target)
                && number
                    .meanings()
                    .any(|value| target.meanings().any(|other| other == value))
        })
    }

    fn take(&mut self, source_idx: usize, target_idx: usize) {
        self.counterpart[source_idx] = Some(target_idx);
        self.is_settled[source_idx] = true;
        self.is_taken[target_idx] = true;
    }

    fn open_sources(&self) -> Vec<usize> {
        let open = (0..self.source.len()).filter(|idx| !self.is_settled[*idx]);
        open.take(NEAREST).collect()
    }

    fn open_targets(&self) -> Vec<usize> {
        let open = (0..self.target.len()).filter(|idx| !self.is_taken[*idx]);
        open.take(NEAREST).collect()
    }
}
