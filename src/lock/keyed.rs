//! Message files: units of both sides belong together by their keys, wherever they stand.

use crate::bitext::align;
use crate::bitext::bitext::{Accepted, Level, Pair, PairState};
use crate::bitext::change;
use crate::document::document::Document;
use crate::document::unit::{UnitId, UnitKind};
use crate::lock::elsewhere::Elsewhere;
use crate::lock::fold;
use crate::lock::lock::{Lock, Record};
use serde_json::Value;
use std::collections::{HashMap, HashSet};

/// The field of a record that holds the key of its message.
pub(crate) const KEY: &str = "key";

/// Plural forms that a language may have or lack; every language has `other`.
const FORMS: &[&str] = &["zero", "one", "two", "few", "many"];

/// Tells whether the units of a document are known by their keys alone.
pub fn is_keyed(document: &Document) -> bool {
    let first = document.units.first();
    first.is_some_and(|unit| unit.kind == UnitKind::Message)
}

/// Pairs the units of two message files by key, and takes what is known about every pair from the records of the lock.
pub fn pairs(
    lock: &Lock,
    elsewhere: &Elsewhere,
    source: &Document,
    target: &Document,
) -> Vec<Pair> {
    let mut shelf = Shelf::new(lock, elsewhere);
    let mut waiting = by_key(target);
    let mut pairs = Vec::new();
    for unit in source.unit_ids() {
        let key = key_of(source, unit);
        let other = waiting
            .get_mut(key)
            .and_then(|units| (!units.is_empty()).then(|| units.remove(0)));
        pairs.push(pair(&mut shelf, source, unit, target, other));
    }
    let has_key: HashSet<&str> = source.unit_ids().map(|unit| key_of(source, unit)).collect();
    let target_keys: HashSet<&str> = target.unit_ids().map(|unit| key_of(target, unit)).collect();
    for pair in &mut pairs {
        if let ([unit], []) = (pair.source.as_slice(), pair.target.as_slice())
            && is_spare_form(key_of(source, *unit), &target_keys)
        {
            pair.state = PairState::Ignored;
        }
    }
    let left: HashSet<UnitId> = waiting.into_values().flatten().collect();
    // Orphans stand where the target has them: after the pair of the unit before them.
    let mut orphans: HashMap<Option<UnitId>, Vec<Pair>> = HashMap::new();
    let mut before = None;
    for unit in target.unit_ids() {
        if !left.contains(&unit) {
            before = Some(unit);
            continue;
        }
        let mut orphan = align::pair_known(source, &[], target, &[unit]);
        if is_spare_form(key_of(target, unit), &has_key) {
            orphan.state = PairState::Ignored;
        }
        orphans.entry(before).or_default().push(orphan);
    }
    let mut all = orphans.remove(&None).unwrap_or_default();
    for pair in pairs {
        let after = pair
            .target
            .first()
            .and_then(|unit| orphans.remove(&Some(*unit)));
        all.push(pair);
        all.extend(after.into_iter().flatten());
    }
    all
}

/// Pairs the front-matter values that are left on both sides under a key that stands once on each.
pub(crate) fn front_matter(
    source: &Document,
    is_source_done: &[bool],
    target: &Document,
    is_target_done: &[bool],
) -> Vec<Pair> {
    let left = |document: &Document, is_done: &[bool]| -> HashMap<String, Vec<UnitId>> {
        let mut left: HashMap<String, Vec<UnitId>> = HashMap::new();
        let values = document
            .unit_ids()
            .filter(|unit| document.unit(*unit).kind == UnitKind::FrontMatter);
        for unit in values {
            left.entry(key_of(document, unit).to_owned())
                .or_default()
                .push(unit);
        }
        left.retain(|_, units| matches!(units.as_slice(), [unit] if is_done.get(unit.idx()) == Some(&false)));
        left
    };
    let others = left(target, is_target_done);
    if others.is_empty() {
        return Vec::new();
    }
    let mut both: Vec<(UnitId, UnitId)> = left(source, is_source_done)
        .into_iter()
        .filter_map(|(key, units)| Some((*units.first()?, *others.get(&key)?.first()?)))
        .collect();
    both.sort_unstable();
    let pairs = both.into_iter();
    pairs
        .map(|(one, other)| align::pair_known(source, &[one], target, &[other]))
        .collect()
}

/// Returns the key that a record of this pair is kept under; none for a pair that is no message.
pub(crate) fn record_key(document: &Document, units: &[UnitId]) -> Option<String> {
    let unit = document.unit(*units.first()?);
    let key = unit.key.clone()?;
    (unit.kind == UnitKind::Message).then_some(key)
}

fn key_of(document: &Document, unit: UnitId) -> &str {
    document.unit(unit).key.as_deref().unwrap_or_default()
}

fn by_key(document: &Document) -> HashMap<&str, Vec<UnitId>> {
    let mut units: HashMap<&str, Vec<UnitId>> = HashMap::new();
    for unit in document.unit_ids() {
        units.entry(key_of(document, unit)).or_default().push(unit);
    }
    units
}

/// Tells whether a key is that of a plural form (`items.one`, `items_one`, `items_plural`) that the other side's language may do without.
fn is_spare_form(key: &str, others: &HashSet<&str>) -> bool {
    let split = |mark: char| key.rsplit_once(mark).map(|(base, form)| (base, form, mark));
    [split('.'), split('_')]
        .into_iter()
        .flatten()
        .any(|(base, form, mark)| {
            let is_form =
                FORMS.contains(&form) && others.contains(format!("{base}{mark}other").as_str());
            is_form || mark == '_' && form == "plural" && others.contains(base)
        })
}

fn pair(
    shelf: &mut Shelf<'_>,
    source: &Document,
    unit: UnitId,
    target: &Document,
    other: Option<UnitId>,
) -> Pair {
    let other: Vec<UnitId> = other.into_iter().collect();
    let mut pair = align::pair_known(source, &[unit], target, &other);
    if pair.state == PairState::Ignored {
        return pair;
    }
    let is_same = |one: &str, now: &str| fold::key(one) == fold::key(now);
    let now = source.text(unit);
    let draft = other.first().map(|other| target.text(*other));
    let Some(record) = shelf.take(key_of(source, unit), now, draft) else {
        return pair;
    };
    let (old_source, old_target) = (
        fold::join(record.source.iter().map(String::as_str)),
        fold::join(record.target.iter().map(String::as_str)),
    );
    if let Some(draft) = draft {
        pair.state = match (is_same(&old_source, now), is_same(&old_target, draft)) {
            (true, true) => record.level.state(),
            _ if record.level == Level::Inferred => pair.state,
            (false, true) => PairState::Stale(change::classify(&old_source, now)),
            (true, false) if pair.state == PairState::Unconfirmed => PairState::Edited,
            // Both moved, or the draft became the source's own words: what the files say stands.
            _ => pair.state,
        };
    }
    pair.accepted = Some(Accepted {
        source: record.source.clone(),
        target: record.target.clone(),
        level: record.level,
    });
    pair
}

/// The records, each to be taken once.
struct Shelf<'a> {
    records: Vec<Option<&'a Record>>,
    by_key: HashMap<&'a str, Vec<usize>>,
    by_text: HashMap<(&'a str, &'a str), Vec<usize>>,
    /// Those of other locks follow these.
    n_own: usize,
}

impl<'a> Shelf<'a> {
    fn new(lock: &'a Lock, elsewhere: &'a Elsewhere) -> Self {
        let records: Vec<&Record> = lock.records.iter().chain(elsewhere.records()).collect();
        let mut shelf = Self {
            records: records.iter().map(|record| Some(*record)).collect(),
            by_key: HashMap::new(),
            by_text: HashMap::new(),
            n_own: lock.records.len(),
        };
        for (idx, record) in records.into_iter().enumerate() {
            if let Some(key) = record.extra.get(KEY).and_then(Value::as_str) {
                shelf.by_key.entry(key).or_default().push(idx);
            }
            if let ([source], [target]) = (record.source.as_slice(), record.target.as_slice()) {
                shelf.by_text.entry((source, target)).or_default().push(idx);
            }
        }
        shelf
    }

    /// Takes the record of a message: the one of its key that fits best (a merge may leave several), else one of the same two texts
    /// under another key, for a message that was moved.
    fn take(&mut self, key: &str, source: &str, target: Option<&str>) -> Option<&'a Record> {
        let fit = |record: &Record| {
            let has_source = record.source.iter().map(String::as_str).eq([source]);
            let has_target =
                target.is_some_and(|target| record.target.iter().map(String::as_str).eq([target]));
            usize::from(has_source) + usize::from(has_target)
        };
        let own = self.by_key.get(key).into_iter().flatten();
        let own = own.filter(|idx| **idx < self.n_own && self.records[**idx].is_some());
        let best = own
            .max_by_key(|idx| (self.records[**idx].map_or(0, fit), **idx))
            .copied();
        let moved = || {
            let same = self.by_text.get(&(source, target?))?;
            same.iter()
                .copied()
                .find(|idx| self.records[*idx].is_some())
        };
        let idx = best.or_else(moved)?;
        self.records[idx].take()
    }
}
