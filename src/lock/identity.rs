//! Finds accepted texts that stand unchanged, wherever they stand: by content, neighbours first, then order (after Heckel 1978).

use crate::document::unit::UnitKind;
use crate::lock::fold;
use crate::lock::trail::{Place, Trail};
use crate::text::fingerprint::Fingerprint;
use std::collections::HashMap;

/// How far a text may have gone to be known again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Anywhere in the document.
    Document,
    /// Only beside a neighbour that is found already.
    Neighbour,
}

/// Finds the elements of the records that `is_wanted` names at units that nothing else has taken.
pub fn find_exact(trail: &mut Trail<'_>, is_wanted: impl Fn(usize) -> bool, reach: Reach) {
    let wanted: Vec<bool> = trail
        .elements
        .iter()
        .map(|element| element.place.is_none() && is_wanted(element.record))
        .collect();
    if !wanted.contains(&true) {
        return;
    }
    if reach == Reach::Document {
        pair_unique(trail, &wanted, |text| !fold::is_trivial(text));
    }
    spread(trail, &wanted);
    if reach == Reach::Document {
        pair_between(trail, &wanted);
        pair_unique(trail, &wanted, |_| true);
        spread(trail, &wanted);
        pair_rest(trail, &wanted);
    }
}

/// The places of one text: in the lock and in the file.
type Places = HashMap<Fingerprint, (Vec<usize>, Vec<usize>)>;

fn places(trail: &Trail<'_>, wanted: &[bool]) -> Places {
    let mut places = Places::new();
    for (element_idx, element) in trail.elements.iter().enumerate() {
        if wanted[element_idx] && element.place.is_none() {
            places.entry(element.key).or_default().0.push(element_idx);
        }
    }
    for (unit_idx, key) in trail.keys.iter().enumerate() {
        if !trail.is_taken[unit_idx]
            && let Some((_, units)) = places.get_mut(key)
        {
            units.push(unit_idx);
        }
    }
    places
}

/// Texts that stand once on both sides are anchors, wherever they went.
fn pair_unique(trail: &mut Trail<'_>, wanted: &[bool], is_fit: impl Fn(&str) -> bool) {
    for (elements, units) in places(trail, wanted).into_values() {
        if let ([element], [unit]) = (elements.as_slice(), units.as_slice())
            && is_fit(trail.text(*unit))
        {
            trail.put(*element, at(*unit));
        }
    }
}

/// From every found element forwards and backwards, as long as the neighbours are the same text.
fn spread(trail: &mut Trail<'_>, wanted: &[bool]) {
    for element in 1..trail.elements.len() {
        let before = trail.elements[element - 1].place;
        if let Some(unit) = before.map(|place| place.end) {
            try_put(trail, wanted, element, element - 1, unit);
        }
    }
    for element in (1..trail.elements.len()).rev() {
        let after = trail.elements[element].place;
        if let Some(unit) = after.and_then(|place| place.start.checked_sub(1)) {
            try_put(trail, wanted, element - 1, element, unit);
        }
    }
}

fn try_put(trail: &mut Trail<'_>, wanted: &[bool], element: usize, beside: usize, unit: usize) {
    let is_fit = wanted[element]
        && trail.elements[element].place.is_none()
        && trail.is_taken.get(unit) == Some(&false)
        && trail.keys[unit] == trail.elements[element].key
        && trail.is_same_run(element, beside);
    if is_fit {
        trail.put(element, at(unit));
    }
}

/// Repeated texts between the same two neighbours keep their order.
fn pair_between(trail: &mut Trail<'_>, wanted: &[bool]) {
    let mut next_after: Vec<Option<usize>> = vec![None; trail.elements.len()];
    let mut next = None;
    for element in (0..trail.elements.len()).rev() {
        next_after[element] = next;
        if let Some(place) = trail.elements[element].place {
            next = Some(place.start);
        }
    }
    let mut free: HashMap<Fingerprint, Vec<usize>> = HashMap::new();
    for (unit_idx, key) in trail.keys.iter().enumerate() {
        if !trail.is_taken[unit_idx] {
            free.entry(*key).or_default().push(unit_idx);
        }
    }
    let mut last = 0;
    for element in 0..trail.elements.len() {
        if let Some(place) = trail.elements[element].place {
            last = place.end;
            continue;
        }
        let end = next_after[element].unwrap_or(trail.n_units());
        if !wanted[element] || last >= end {
            continue;
        }
        let Some(units) = free.get(&trail.elements[element].key) else {
            continue;
        };
        let from = units.partition_point(|unit| *unit < last);
        let unit = units[from..].iter().take_while(|unit| **unit < end);
        if let Some(unit) = unit.copied().find(|unit| !trail.is_taken[*unit]) {
            trail.put(element, at(unit));
            last = unit + 1;
        }
    }
}

/// What is left is a move, in order of place. A table's repeated cells are not known again in another row.
fn pair_rest(trail: &mut Trail<'_>, wanted: &[bool]) {
    for (elements, units) in places(trail, wanted).into_values() {
        for (element, unit) in elements.into_iter().zip(units) {
            let is_known = !fold::is_trivial(trail.text(unit));
            if is_known && trail.kind(unit) != UnitKind::TableCell {
                trail.put(element, at(unit));
            }
        }
    }
}

const fn at(unit: usize) -> Place {
    Place {
        start: unit,
        end: unit + 1,
        likeness: 1.0,
        is_exact: true,
    }
}
