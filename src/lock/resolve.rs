//! Lock and two documents make a bitext.

use crate::bitext::align::AlignSettings;
use crate::bitext::bitext::Bitext;
use crate::document::document::Document;
use crate::document::unit::UnitKind;
use crate::lock::elsewhere;
use crate::lock::elsewhere::Elsewhere;
use crate::lock::elsewhere::Free;
use crate::lock::follow;
use crate::lock::gap::Bounds;
use crate::lock::identity::{self, Reach};
use crate::lock::keyed;
use crate::lock::layout;
use crate::lock::layout::Sides;
use crate::lock::lock::{Lock, Record};
use crate::lock::trail::Trail;
use crate::lock::uproot;
use crate::lock::verdict;
use std::collections::HashSet;
use std::ops::Range;

/// How alike a text in the same gap must be to be the same text, changed.
const ALIKE: f32 = 0.35;
/// The same where only one neighbour bounds the gap.
const ALIKE_LOOSE: f32 = 0.5;

/// Finds which unit translates which and what is known about it: accepted pairs first (exact text, then similar text in the
/// same gap, then moves, then other documents), then alignment for what is left.
pub fn resolve(
    lock: &Lock,
    elsewhere: &Elsewhere,
    source: Document,
    target: Document,
    settings: &AlignSettings,
) -> Bitext {
    resolve_noting(lock, elsewhere, source, target, settings).0
}

/// Does the same and tells, too, what other locks could have been asked for.
pub fn resolve_noting(
    lock: &Lock,
    elsewhere: &Elsewhere,
    source: Document,
    target: Document,
    settings: &AlignSettings,
) -> (Bitext, Free) {
    let (pairs, layout, free) = if keyed::is_keyed(&source) || keyed::is_keyed(&target) {
        let pairs = keyed::pairs(lock, elsewhere, &source, &target);
        (pairs, Vec::new(), Free::all(&source, &target))
    } else {
        let (mut old, mut new) = (Trail::new(&source), Trail::new(&target));
        let mut records: Vec<&Record> = lock.records.iter().collect();
        old.push_run(lock.records.iter().map(|record| record.source.as_slice()));
        new.push_run(lock.records.iter().map(|record| record.target.as_slice()));
        find_unchanged(&mut old, &mut new, 0..records.len());
        let free = Free::of(&old, &new);
        for run in elsewhere::borrow(elsewhere, &free) {
            let start = records.len();
            records.extend(&run);
            old.push_run(run.iter().map(|record| record.source.as_slice()));
            new.push_run(run.iter().map(|record| record.target.as_slice()));
            find_unchanged(&mut old, &mut new, start..records.len());
        }
        find_half(&mut new, lock.records.len());
        find_half(&mut old, lock.records.len());
        find_changed(&mut old, &mut new);
        let mut pairs = verdict::pairs(&records, &old, &new, settings);
        let mut layout = layout::moves(&old, &new, lock.records.len());
        let accepted = lock.markup.as_ref();
        if let Some(sides) = accepted.and_then(|lines| Sides::new(lines, &source, &target)) {
            pairs = uproot::leave_gone_tags(pairs, &sides);
            layout.extend(layout::markup_changes(&sides, &pairs));
        }
        layout.sort_by_key(|change| (change.source.or(change.target), change.target));
        (pairs, layout, free)
    };
    let bitext = Bitext {
        source,
        target,
        pairs,
        layout,
    };
    (bitext, free)
}

/// Records with both sides as they were: the surest evidence there is, so it goes first.
fn find_unchanged(source: &mut Trail<'_>, target: &mut Trail<'_>, range: Range<usize>) {
    let is_live: Vec<bool> = {
        let has = |trail: &Trail<'_>| -> Vec<bool> {
            let keys: HashSet<_> = trail.keys.iter().copied().collect();
            let texts = |record: usize| trail.of_record[record].clone();
            range
                .clone()
                .map(|record| texts(record).all(|text| keys.contains(&trail.elements[text].key)))
                .collect()
        };
        has(source)
            .into_iter()
            .zip(has(target))
            .map(|(one, other)| one && other)
            .collect()
    };
    let live = |record: usize| {
        record
            .checked_sub(range.start)
            .and_then(|record| is_live.get(record))
            .is_some_and(|is_live| *is_live)
    };
    identity::find_exact(source, live, Reach::Document);
    release_partial(source, range.clone());
    let found = |record: usize| live(record) && source.is_whole(record);
    identity::find_exact(target, found, Reach::Document);
    release_partial(target, range.clone());
    for record in range {
        if !target.is_whole(record) {
            source.release(record);
        }
    }
}

fn release_partial(trail: &mut Trail<'_>, mut range: Range<usize>) {
    let partial: Vec<usize> = range
        .by_ref()
        .filter(|record| !trail.is_whole(*record))
        .collect();
    for record in partial {
        trail.release(record);
    }
}

/// Records with one side as it was. Those of other locks only beside what is found already.
fn find_half(trail: &mut Trail<'_>, n_own: usize) {
    let lost: Vec<bool> = (0..trail.of_record.len())
        .map(|record| !trail.is_found(record))
        .collect();
    let own = |record: usize| lost[record] && record < n_own;
    identity::find_exact(trail, own, Reach::Document);
    let borrowed = |record: usize| lost[record] && record >= n_own;
    identity::find_exact(trail, borrowed, Reach::Neighbour);
}

/// What changed: where the other side stands as it was first, then where both sides moved.
fn find_changed(source: &mut Trail<'_>, target: &mut Trail<'_>) {
    let whole = |trail: &Trail<'_>| -> Vec<bool> {
        (0..trail.of_record.len())
            .map(|record| trail.is_whole(record))
            .collect()
    };
    let (source_stands, target_stands) = (whole(source), whole(target));
    let stages = [
        (Bounds::Both, ALIKE),
        (Bounds::Backbone, ALIKE),
        (Bounds::One, ALIKE_LOOSE),
    ];
    for (bounds, threshold) in stages {
        follow::find_alike(source, |record| target_stands[record], bounds, threshold);
        follow::find_alike(target, |record| source_stands[record], bounds, threshold);
    }
    for bounds in [Bounds::Both, Bounds::Backbone] {
        in_place(source, target, &target_stands, bounds);
        in_place(target, source, &source_stands, bounds);
    }
    for (bounds, threshold) in stages {
        follow::find_alike(source, |_| true, bounds, threshold);
        follow::find_alike(target, |_| true, bounds, threshold);
    }
}

/// A text that was written anew: its other side stands as it was, and something of the same kind stands in its place.
fn in_place(trail: &mut Trail<'_>, other: &Trail<'_>, stands: &[bool], bounds: Bounds) {
    let is_wanted = |record: usize| stands[record];
    follow::find_in_place(trail, is_wanted, bounds, |trail, element, unit| {
        let record = trail.elements[element].record;
        let beside = other.elements[other.of_record[record].clone()].first();
        let beside = beside.and_then(|element| element.place);
        beside.is_some_and(|place| {
            is_same_kind(other.kind(place.start), trail.kind(unit))
                && other.key(place.start) == trail.key(unit)
                && is_length_plausible(trail.elements[element].text, trail.text(unit))
        })
    });
}

fn is_same_kind(one: UnitKind, other: UnitKind) -> bool {
    std::mem::discriminant(&one) == std::mem::discriminant(&other)
}

/// A short text may well become a longer one; a long one hardly becomes a tenth of itself.
fn is_length_plausible(old: &str, new: &str) -> bool {
    let (old, new) = (old.chars().count() + 30, new.chars().count() + 30);
    old <= 3 * new && new <= 3 * old
}
