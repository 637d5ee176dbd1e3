//! Accepting pairs into the lock.

use crate::bitext::bitext::{Accepted, Bitext, Level, Pair, PairState};
use crate::bitext::change::Change;
use crate::bitext::texts::Texts;
use crate::document::document::Document;
use crate::document::markup;
use crate::document::unit::UnitId;
use crate::lock::keyed;
use crate::lock::lock::{Lock, Record};
use serde_json::Map;
use std::collections::HashMap;

/// How pairs are accepted.
#[derive(Clone, Debug)]
pub struct AcceptSettings {
    /// The level to record.
    pub level: Level,
    /// Why a changed source is accepted with an untouched draft. Without a reason a stale pair is refused.
    pub reason: Option<String>,
    /// The version of the glossary that the pairs are accepted under.
    pub glossary: Option<u64>,
}

/// What accepting did.
#[derive(Clone, Debug)]
pub struct Acceptance {
    /// The new lock.
    pub lock: Lock,
    /// Indices of the pairs that were accepted anew or changed.
    pub accepted: Vec<usize>,
    /// Indices of the pairs that were refused: the source changed, the draft did not, and no reason was given.
    pub blind: Vec<usize>,
}

/// Accepts the chosen pairs (indices into [`Bitext::pairs`]) and drops records that no pair continues any more.
/// Pairs without a counterpart, and those not to be translated, are passed over.
pub fn accept(
    lock: &Lock,
    bitext: &Bitext,
    chosen: &[usize],
    settings: &AcceptSettings,
) -> Acceptance {
    let mut is_chosen = vec![false; bitext.pairs.len()];
    for pair_idx in chosen {
        if let Some(slot) = is_chosen.get_mut(*pair_idx) {
            *slot = true;
        }
    }
    let mut shelf = Shelf::new(lock);
    let (mut records, mut accepted, mut blind) = (Vec::new(), Vec::new(), Vec::new());
    for (pair_idx, pair) in bitext.pairs.iter().enumerate() {
        let base = pair.accepted.as_ref().map(|base| shelf.take(base));
        let base = base.unwrap_or_default();
        if !is_chosen[pair_idx] || !is_acceptable(pair) {
            records.extend(base);
            continue;
        }
        let is_untouched =
            matches!(pair.state, PairState::Stale(change) if change > Change::Cosmetic);
        if is_untouched && settings.reason.is_none() {
            blind.push(pair_idx);
            records.extend(base);
            continue;
        }
        match renewed(&base, bitext, pair, settings) {
            Some(record) => {
                records.push(record);
                accepted.push(pair_idx);
            }
            None => records.extend(base),
        }
    }
    let is_whole = bitext.pairs.iter().enumerate().all(|(pair_idx, pair)| {
        let is_passed_over = !is_acceptable(pair);
        is_passed_over || (is_chosen[pair_idx] && !blind.contains(&pair_idx))
    });
    let lock = Lock {
        markup: known_markup(lock, bitext, is_whole),
        records,
        damage: Vec::new(),
        header_extra: lock.header_extra.clone(),
    };
    Acceptance {
        lock,
        accepted,
        blind,
    }
}

/// The markup that is accepted: all of the source's where the whole document is, else what was accepted before.
fn known_markup(lock: &Lock, bitext: &Bitext, is_whole: bool) -> Option<Vec<String>> {
    let lines = |document| markup::lines(document).into_iter().map(|line| line.text);
    if is_whole {
        return Some(lines(&bitext.source).collect());
    }
    lock.markup.clone()
}

fn is_acceptable(pair: &Pair) -> bool {
    let is_open = matches!(pair.state, PairState::Orphaned | PairState::Ignored);
    !is_open && !pair.source.is_empty() && !pair.target.is_empty()
}

/// The record of a pair accepted now; nothing where the record there is says the same already.
fn renewed(
    base: &[Record],
    bitext: &Bitext,
    pair: &Pair,
    settings: &AcceptSettings,
) -> Option<Record> {
    let stands = matches!(
        pair.state,
        PairState::Machine | PairState::Translated | PairState::Reviewed
    );
    let source = texts(&bitext.source, &pair.source);
    let target = texts(&bitext.target, &pair.target);
    let mut record = match base {
        [only] => only.clone(),
        _ => Record {
            source: Texts::default(),
            target: Texts::default(),
            level: Level::Machine,
            reason: None,
            glossary: None,
            extra: Map::new(),
        },
    };
    let level = if stands {
        let before = pair.accepted.as_ref().map(|base| base.level);
        settings.level.max(before.unwrap_or(Level::Machine))
    } else {
        settings.level
    };
    let is_same_shape = record.source.len() == source.len() && record.target.len() == target.len();
    if stands && is_same_shape && level == record.level {
        return None;
    }
    if !stands || settings.reason.is_some() {
        record.reason.clone_from(&settings.reason);
    }
    (record.source, record.target, record.level) = (source, target, level);
    record.glossary = settings.glossary;
    if let Some(key) = keyed::record_key(&bitext.source, &pair.source) {
        record.extra.insert(keyed::KEY.to_owned(), key.into());
    }
    Some(record)
}

fn texts(document: &Document, units: &[UnitId]) -> Texts {
    units
        .iter()
        .map(|unit| document.text(*unit).replace("\r\n", "\n"))
        .collect()
}

/// The lock's records, to be taken out one by one.
struct Shelf<'a> {
    by_first: HashMap<&'a str, Vec<&'a Record>>,
}

impl<'a> Shelf<'a> {
    fn new(lock: &'a Lock) -> Self {
        let mut by_first: HashMap<&str, Vec<&Record>> = HashMap::new();
        for record in lock.records.iter().rev() {
            let first = record.source.first().map_or("", String::as_str);
            by_first.entry(first).or_default().push(record);
        }
        Self { by_first }
    }

    /// Takes the records that a pair continues: several where units were merged; one made up where it came from another lock.
    fn take(&mut self, base: &Accepted) -> Vec<Record> {
        let (mut source, mut target) = (base.source.as_slice(), base.target.as_slice());
        let mut taken = Vec::new();
        while let Some(first) = source.first() {
            let shelf = self.by_first.get_mut(first.as_str());
            let fit = shelf.as_ref().and_then(|records| {
                records.iter().rposition(|record| {
                    source.starts_with(&record.source) && target.starts_with(&record.target)
                })
            });
            let (Some(records), Some(idx)) = (shelf, fit) else {
                break;
            };
            let record = records.remove(idx);
            source = &source[record.source.len()..];
            target = &target[record.target.len()..];
            taken.push(record.clone());
        }
        if taken.is_empty() {
            taken.push(Record {
                source: base.source.clone(),
                target: base.target.clone(),
                level: base.level,
                reason: None,
                glossary: None,
                extra: Map::new(),
            });
        }
        taken
    }
}
