//! Which pairs are sure enough to hold a draft against its source: what is said of a wrong pair is a false alarm.

use crate::bitext::bitext::Bitext;
use crate::bitext::bitext::Pair;
use crate::bitext::bitext::PairState;
use crate::document::document::Document;
use crate::document::unit::UnitId;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::ops::Range;

/// From this confidence on a pair is trusted, whatever stands around it.
const SURE: f32 = 0.9;
/// So many pairs away a text may have gone.
const NEAR: usize = 8;

/// Tells of each pair of a bitext whether it may be trusted.
///
/// A low confidence alone says little: a short document gives little evidence, and there is nothing else to pair. What tells is
/// whether the aligner had a choice: near a pair that is not sure, between the sure ones on both sides, a unit was left
/// alone or the order is not the source's. Then the text may as well translate that other unit. So it may where what the draft
/// lacks of the source's links and code stands in a draft nearby, whose own source does not ask for it.
pub fn of(bitext: &Bitext) -> Vec<bool> {
    let mut trusted = vec![true; bitext.pairs.len()];
    let mut start = 0;
    while start < bitext.pairs.len() {
        if is_sure(&bitext.pairs[start]) {
            start += 1;
            continue;
        }
        let rest = bitext.pairs[start..].iter();
        let end = start + rest.take_while(|pair| !is_sure(pair)).count();
        let run = start..end;
        if has_choice(bitext, run.clone()) {
            trusted[run].fill(false);
        } else {
            for at in strays(bitext, run) {
                trusted[at] = false;
            }
        }
        start = end;
    }
    trusted
}

/// Tells whether a pair is known, or found with confidence; one that nothing is to be compared in is passed over.
fn is_sure(pair: &Pair) -> bool {
    match pair.state {
        PairState::Unconfirmed | PairState::Untranslated | PairState::Orphaned => {
            pair.accepted.is_some() || pair.confidence >= SURE
        }
        _ => true,
    }
}

/// Tells whether pairs that follow each other leave a unit alone or cross.
fn has_choice(bitext: &Bitext, run: Range<usize>) -> bool {
    let last = |pair: &Pair| pair.target.last().map(|unit| unit.idx());
    let mut before = bitext.pairs[..run.start].iter().rev().find_map(last);
    for pair in &bitext.pairs[run] {
        if pair.source.is_empty() || pair.target.is_empty() {
            return true;
        }
        let first = pair.target.first().map(|unit| unit.idx());
        if before.is_some_and(|before| first.is_some_and(|first| first < before)) {
            return true;
        }
        before = last(pair);
    }
    false
}

/// Returns the pairs whose draft lacks what a draft nearby has without being asked, and those pairs.
fn strays(bitext: &Bitext, run: Range<usize>) -> BTreeSet<usize> {
    let mut strays = BTreeSet::new();
    let mut lacking: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut unasked: Vec<(&str, usize)> = Vec::new();
    for at in run {
        let pair = &bitext.pairs[at];
        let asked = marks(&bitext.source, &pair.source);
        let given = marks(&bitext.target, &pair.target);
        for mark in asked.difference(&given) {
            lacking.entry(mark).or_default().push(at);
        }
        unasked.extend(given.difference(&asked).map(|mark| (*mark, at)));
    }
    for (mark, other) in unasked {
        for at in lacking.get(mark).into_iter().flatten() {
            if at.abs_diff(other) <= NEAR {
                strays.extend([*at, other]);
            }
        }
    }
    strays
}

/// The code and the targets of links of a side.
fn marks<'a>(document: &'a Document, units: &[UnitId]) -> BTreeSet<&'a str> {
    let codes = units.iter().flat_map(|unit| document.codes(*unit));
    let kept = codes.filter(|code| code.kind.is_kept());
    kept.map(|code| code.content.as_str()).collect()
}
