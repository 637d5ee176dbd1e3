//! What a change did to the units of a project: how many became outdated, came without a translation, were caught up with, or only moved.

use crate::bitext::bitext::Bitext;
use crate::bitext::bitext::Pair;
use crate::bitext::bitext::PairState;
use crate::bitext::change::Change;
use crate::bitext::moves;
use crate::text::fingerprint::fold_space;
use crate::text::similarity;
use rustc_hash::FxHashMap;
use serde::Serialize;
use std::collections::BTreeMap;

/// From this similarity on an untranslated text is the one that was untranslated before.
const ALIKE: f32 = 0.6;

/// How many texts a reworded one is looked for among.
const NEAREST: usize = 64;

/// Units by what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Movement {
    /// Outdated now, and not outdated for the same accepted text before.
    pub stale: usize,
    /// Without a translation now, and not before.
    pub untranslated: usize,
    /// In another place or file, with their translation as good as it was.
    pub moved: usize,
    /// Translated now, and outdated or untranslated before with the same text.
    pub settled: usize,
    /// Without a source now, and not before.
    pub orphaned: usize,
}

/// How a unit is doing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Good,
    Stale,
    Untranslated,
    Other,
}

fn standing(pair: &Pair) -> Standing {
    match pair.state {
        PairState::Stale(Change::Cosmetic)
        | PairState::Translated
        | PairState::Reviewed
        | PairState::Edited
        | PairState::Unconfirmed => Standing::Good,
        PairState::Stale(_) => Standing::Stale,
        PairState::Untranslated => Standing::Untranslated,
        PairState::Machine | PairState::Orphaned | PairState::Ignored => Standing::Other,
    }
}

/// A pair as it was.
struct Then {
    doc_idx: usize,
    /// Its place among the pairs of its document.
    place: usize,
    standing: Standing,
    text: String,
    is_met: bool,
}

/// The base, by the texts of its units. Every language is a world of its own.
struct Base<'a> {
    pairs: Vec<Then>,
    /// Where texts stand, the last first.
    by_text: FxHashMap<(&'a str, String), Vec<usize>>,
    /// Accepted source texts of outdated units, and texts of drafts without a source: how often.
    stale: FxHashMap<(&'a str, String), usize>,
    orphaned: FxHashMap<(&'a str, String), usize>,
    /// Documents by the name that their source has now.
    documents: BTreeMap<(&'a str, String), usize>,
}

fn base<'a>(then: &[&'a Bitext], renamed: &BTreeMap<String, String>) -> Base<'a> {
    let mut base = Base {
        pairs: Vec::new(),
        by_text: FxHashMap::default(),
        stale: FxHashMap::default(),
        orphaned: FxHashMap::default(),
        documents: BTreeMap::new(),
    };
    for (doc_idx, bitext) in then.iter().enumerate() {
        let lang = bitext.target.lang.tag();
        let name = bitext.source.source.name();
        let name = renamed.get(name).map_or(name, String::as_str);
        base.documents.insert((lang, name.to_owned()), doc_idx);
        for (place, pair) in bitext.pairs.iter().enumerate() {
            if pair.source.is_empty() {
                let text = target_text(bitext, pair);
                *base.orphaned.entry((lang, text)).or_default() += 1;
                continue;
            }
            let standing = standing(pair);
            if standing == Standing::Stale {
                *base.stale.entry((lang, accepted(pair))).or_default() += 1;
            }
            let text = source_text(bitext, pair);
            let known = base.by_text.entry((lang, text.clone())).or_default();
            known.push(base.pairs.len());
            base.pairs.push(Then {
                doc_idx,
                place,
                standing,
                text,
                is_met: false,
            });
        }
    }
    base.by_text.values_mut().for_each(|known| known.reverse());
    base
}

fn source_text(bitext: &Bitext, pair: &Pair) -> String {
    let texts = pair.source.iter().map(|unit| bitext.source.text(*unit));
    fold_space(&texts.collect::<Vec<&str>>().join("\n")).into_owned()
}

fn target_text(bitext: &Bitext, pair: &Pair) -> String {
    let texts = pair.target.iter().map(|unit| bitext.target.text(*unit));
    fold_space(&texts.collect::<Vec<&str>>().join("\n")).into_owned()
}

fn accepted(pair: &Pair) -> String {
    let accepted = pair.accepted.as_ref();
    accepted.map_or_else(String::new, |accepted| {
        fold_space(&accepted.source.join("\n")).into_owned()
    })
}

/// Takes one of what is left.
fn spend<'a>(left: &mut FxHashMap<(&'a str, String), usize>, key: &(&'a str, String)) -> bool {
    match left.get_mut(key).filter(|n| **n > 0) {
        Some(n) => {
            *n -= 1;
            true
        }
        None => false,
    }
}

/// Compares bitexts with what they were; `renamed` tells what sources of then are called now, where that is another name.
/// Documents that stand as they stood may be left out on both sides.
pub fn movement(then: &[&Bitext], now: &[&Bitext], renamed: &BTreeMap<String, String>) -> Movement {
    let mut base = base(then, renamed);
    let mut movement = Movement::default();
    // What has no counterpart yet, to be held against what was reworded: language and document of then, text.
    let mut fresh: Vec<(Option<usize>, String, usize)> = Vec::new();
    for bitext in now {
        let lang = bitext.target.lang.tag();
        let name = bitext.source.source.name().to_owned();
        let own = base.documents.get(&(lang, name)).copied();
        let (mut kept, mut sizes) = (Vec::new(), Vec::new());
        for (place, pair) in bitext.pairs.iter().enumerate() {
            if pair.source.is_empty() {
                let is_old = spend(&mut base.orphaned, &(lang, target_text(bitext, pair)));
                movement.orphaned += if is_old { 0 } else { pair.target.len() };
                continue;
            }
            let n_units = pair.source.len();
            let text = source_text(bitext, pair);
            let met = meet(&mut base, (lang, text.clone()), own);
            let before = met.map(|idx| base.pairs[idx].standing);
            match standing(pair) {
                Standing::Stale if !spend(&mut base.stale, &(lang, accepted(pair))) => {
                    movement.stale += n_units;
                }
                Standing::Untranslated if before.is_none() => fresh.push((own, text, n_units)),
                Standing::Untranslated if before != Some(Standing::Untranslated) => {
                    movement.untranslated += n_units;
                }
                Standing::Good => match (before, met.map(|idx| &base.pairs[idx])) {
                    (Some(Standing::Stale | Standing::Untranslated), _) => {
                        movement.settled += n_units;
                    }
                    (Some(Standing::Good), Some(then)) if Some(then.doc_idx) == own => {
                        kept.push((vec![then.place], vec![place], 1.0));
                        sizes.push(n_units);
                    }
                    (Some(Standing::Good), Some(_)) => movement.moved += n_units,
                    _ => {}
                },
                _ => {}
            }
        }
        let moved = moves::moved(&kept);
        let n_moved = sizes.iter().zip(moved).filter(|(_, moved)| *moved);
        movement.moved += n_moved.map(|(n_units, _)| n_units).sum::<usize>();
    }
    for (own, text, n_units) in fresh {
        if !is_reworded(&mut base, own, &text) {
            movement.untranslated += n_units;
        }
    }
    movement
}

/// Finds a pair of the base with the same text, in the same document where there is one.
fn meet<'a>(base: &mut Base<'a>, key: (&'a str, String), own: Option<usize>) -> Option<usize> {
    let pairs = &base.pairs;
    let known = base.by_text.get_mut(&key)?;
    let here = known
        .iter()
        .rposition(|idx| Some(pairs[*idx].doc_idx) == own);
    let met = match here {
        Some(at) => known.remove(at),
        None => known.pop()?,
    };
    base.pairs[met].is_met = true;
    Some(met)
}

/// Tells whether a text without a translation is another wording of one that had none either.
fn is_reworded(base: &mut Base<'_>, own: Option<usize>, text: &str) -> bool {
    let mut old = base.pairs.iter_mut().filter(|then| {
        Some(then.doc_idx) == own && !then.is_met && then.standing == Standing::Untranslated
    });
    let old = old
        .by_ref()
        .take(NEAREST)
        .find(|then| similarity::similarity_from(&then.text, text, ALIKE).is_some());
    match old {
        Some(old) => {
            old.is_met = true;
            true
        }
        None => false,
    }
}
