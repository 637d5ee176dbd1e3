//! What is known about every unit, once it is known where the accepted texts went.

use crate::bitext::align::{self, AlignSettings};
use crate::bitext::bitext::{Accepted, Level, Pair, PairState};
use crate::bitext::change::{self, Change};
use crate::bitext::texts::Texts;
use crate::document::unit::UnitId;
use crate::lock::fold;
use crate::lock::gap;
use crate::lock::keyed;
use crate::lock::lock::Record;
use crate::lock::trail::{Element, Trail};
use std::collections::BTreeSet;
use std::collections::HashMap;
use std::ops::Range;

/// Records that share units, and where they are found.
struct Group {
    accepted: Accepted,
    source: Found,
    target: Found,
}

/// One side of a group.
struct Found {
    units: Vec<usize>,
    fate: Fate,
    likeness: f32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Same,
    Changed,
    Gone,
}

/// Makes the pairs: every unit of both sides stands in exactly one.
pub fn pairs(
    records: &[&Record],
    source: &Trail<'_>,
    target: &Trail<'_>,
    settings: &AlignSettings,
) -> Vec<Pair> {
    let mut done = Vec::new();
    let mut open = Vec::new();
    for group in groups(records, source, target) {
        match state(&group, source, target) {
            Some(state) => done.push(pair(group, state, source, target)),
            None => open.push(group),
        }
    }
    open.sort_by_key(|group| group.source.units.first().copied().unwrap_or(usize::MAX));
    let rest = align_rest(&done, source, target, settings);
    done.extend(rest.into_iter().map(|pair| with_base(pair, &open, source)));
    order(done)
}

/// The state of a group that needs no alignment.
fn state(group: &Group, source: &Trail<'_>, target: &Trail<'_>) -> Option<PairState> {
    let is_ignored = |trail: &Trail<'_>, found: &Found| {
        let mut units = found.units.iter();
        !found.units.is_empty()
            && units.all(|unit| !trail.document.unit(trail.unit(*unit)).is_translatable)
    };
    let state = match (group.source.fate, group.target.fate) {
        (Fate::Same, Fate::Same) => group.accepted.level.state(),
        // What was only inferred is offered, never asserted.
        (Fate::Same | Fate::Changed, Fate::Same | Fate::Changed)
            if group.accepted.level == Level::Inferred =>
        {
            PairState::Unconfirmed
        }
        (Fate::Changed, Fate::Same) => PairState::Stale(classify(group, source)),
        (Fate::Same, Fate::Changed) => PairState::Edited,
        (Fate::Changed, Fate::Changed) => PairState::Unconfirmed,
        (Fate::Gone, Fate::Same) => PairState::Orphaned,
        (_, Fate::Gone) | (Fate::Gone, Fate::Changed) => return None,
    };
    if is_ignored(source, &group.source)
        || (group.source.units.is_empty() && is_ignored(target, &group.target))
    {
        return Some(PairState::Ignored);
    }
    Some(state)
}

fn classify(group: &Group, source: &Trail<'_>) -> Change {
    let old = fold::join(group.accepted.source.iter().map(String::as_str));
    let new = fold::join(group.source.units.iter().map(|unit| source.text(*unit)));
    change::classify(&old, &new)
}

/// Records that were merged or split together make one group.
fn groups(records: &[&Record], source: &Trail<'_>, target: &Trail<'_>) -> Vec<Group> {
    let mut root: Vec<usize> = (0..records.len()).collect();
    for trail in [source, target] {
        let mut holder: HashMap<usize, usize> = HashMap::new();
        for element in &trail.elements {
            for unit in element
                .place
                .into_iter()
                .flat_map(|place| place.start..place.end)
            {
                let other = *holder.entry(unit).or_insert(element.record);
                let (one, other) = (find(&mut root, element.record), find(&mut root, other));
                root[one.max(other)] = one.min(other);
            }
        }
    }
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); records.len()];
    for record in 0..records.len() {
        let home = find(&mut root, record);
        members[home].push(record);
    }
    let is_met = |record: &usize| source.is_found(*record) || target.is_found(*record);
    let met = members
        .into_iter()
        .filter(|members| members.iter().any(is_met));
    met.map(|members| Group {
        accepted: accepted(records, &members),
        source: found(source, &members),
        target: found(target, &members),
    })
    .collect()
}

fn find(root: &mut [usize], mut record: usize) -> usize {
    while root[record] != record {
        root[record] = root[root[record]];
        record = root[record];
    }
    record
}

fn accepted(records: &[&Record], members: &[usize]) -> Accepted {
    let each = || members.iter().map(|record| records[*record]);
    let texts = |of: fn(&Record) -> &Texts| match members {
        [only] => of(records[*only]).clone(),
        _ => each().flat_map(of).cloned().collect(),
    };
    Accepted {
        source: texts(|record| &record.source),
        target: texts(|record| &record.target),
        level: each()
            .map(|record| record.level)
            .min()
            .unwrap_or(Level::Translated),
    }
}

fn found(trail: &Trail<'_>, members: &[usize]) -> Found {
    let elements: Vec<&Element<'_>> = members
        .iter()
        .flat_map(|record| &trail.elements[trail.of_record[*record].clone()])
        .collect();
    let places = || elements.iter().filter_map(|element| element.place);
    let units: BTreeSet<usize> = places().flat_map(|place| place.start..place.end).collect();
    let units: Vec<usize> = units.into_iter().collect();
    let is_exact = !units.is_empty()
        && (elements
            .iter()
            .all(|element| element.place.is_some_and(|place| place.is_exact))
            || {
                let old = fold::join(elements.iter().map(|element| element.text));
                let new = fold::join(units.iter().map(|unit| trail.text(*unit)));
                fold::key(&old) == fold::key(&new)
            });
    let is_as_it_was = || {
        let is_code = |unit: &usize| !trail.kind(*unit).is_prose();
        let (one, only) = (elements.as_slice(), units.as_slice());
        match (one, only) {
            ([element], [unit]) if is_code(unit) => {
                fold::has_same_lines(element.text, trail.text(*unit))
            }
            _ => true,
        }
    };
    Found {
        fate: if units.is_empty() {
            Fate::Gone
        } else if is_exact && is_as_it_was() {
            Fate::Same
        } else {
            Fate::Changed
        },
        likeness: places().map(|place| place.likeness).fold(1.0, f32::min),
        units,
    }
}

fn pair(group: Group, state: PairState, source: &Trail<'_>, target: &Trail<'_>) -> Pair {
    Pair {
        source: group
            .source
            .units
            .iter()
            .map(|unit| source.unit(*unit))
            .collect(),
        target: group
            .target
            .units
            .iter()
            .map(|unit| target.unit(*unit))
            .collect(),
        state,
        confidence: group.source.likeness.min(group.target.likeness),
        accepted: Some(group.accepted),
    }
}

/// Notes the units of both sides that stand in a pair.
fn mark_done(pairs: &[Pair], is_done: &mut (Vec<bool>, Vec<bool>)) {
    for pair in pairs {
        pair.source
            .iter()
            .for_each(|unit| is_done.0[unit.idx()] = true);
        pair.target
            .iter()
            .for_each(|unit| is_done.1[unit.idx()] = true);
    }
}

/// Aligns what no record speaks of, gap by gap between the pairs that kept their order.
fn align_rest(
    done: &[Pair],
    source: &Trail<'_>,
    target: &Trail<'_>,
    settings: &AlignSettings,
) -> Vec<Pair> {
    let mut is_done = (vec![false; source.n_units()], vec![false; target.n_units()]);
    mark_done(done, &mut is_done);
    // Front matter belongs together by its keys, in whatever order the two sides have them.
    let mut rest = keyed::front_matter(source.document, &is_done.0, target.document, &is_done.1);
    mark_done(&rest, &mut is_done);
    let mut links: Vec<(usize, usize)> = done
        .iter()
        .filter_map(|pair| Some((pair.source.first()?.idx(), pair.target.first()?.idx())))
        .collect();
    links.sort_unstable();
    let targets: Vec<usize> = links.iter().map(|(_, target)| *target).collect();
    let kept = gap::kept_order(&targets).into_iter().map(|idx| links[idx]);
    let end = (source.n_units(), target.n_units());
    let mut from = (0, 0);
    for to in kept.chain(std::iter::once(end)) {
        let free = |trail: &Trail<'_>, is_done: &[bool], range: Range<usize>| {
            let units = range.filter(|unit| !is_done[*unit]);
            units.map(|unit| trail.unit(unit)).collect::<Vec<UnitId>>()
        };
        let source_units = free(source, &is_done.0, from.0..to.0);
        let target_units = free(target, &is_done.1, from.1..to.1);
        if !source_units.is_empty() || !target_units.is_empty() {
            rest.extend(align::align_gap(
                source.document,
                &source_units,
                target.document,
                &target_units,
                settings,
            ));
        }
        from = to;
    }
    rest
}

/// A pair found by alignment whose source side was accepted once: its draft was written anew, or is gone.
fn with_base(mut pair: Pair, open: &[Group], source: &Trail<'_>) -> Pair {
    let Some(first) = pair.source.first() else {
        return pair;
    };
    let base = open
        .binary_search_by_key(&first.idx(), |group| {
            group.source.units.first().copied().unwrap_or(usize::MAX)
        })
        .ok();
    let base = base.and_then(|idx| open.get(idx)).filter(|group| {
        let units = group.source.units.iter().map(|unit| source.unit(*unit));
        units.eq(pair.source.iter().copied())
    });
    if let Some(group) = base {
        if pair.state == PairState::Unconfirmed
            && group.source.fate == Fate::Same
            && group.accepted.level != Level::Inferred
        {
            pair.state = PairState::Edited;
        }
        pair.accepted = Some(group.accepted.clone());
    }
    pair
}

/// Orders pairs by place in the source; an orphan follows what stands before it in the target.
fn order(pairs: Vec<Pair>) -> Vec<Pair> {
    let mut links: Vec<(usize, usize)> = pairs
        .iter()
        .filter_map(|pair| Some((pair.target.last()?.idx(), pair.source.first()?.idx())))
        .collect();
    links.sort_unstable();
    let place = |pair: &Pair| -> (usize, usize, usize) {
        let target = pair.target.first().map_or(0, |unit| unit.idx());
        if let Some(unit) = pair.source.first() {
            return (unit.idx() + 1, 0, target);
        }
        let before = links.partition_point(|(last, _)| *last < target);
        let before = before.checked_sub(1).map_or(0, |idx| links[idx].1 + 1);
        (before, 1, target)
    };
    let mut pairs = pairs;
    pairs.sort_by_key(place);
    pairs
}
