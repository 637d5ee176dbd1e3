//! What there is to do, pair by pair: what `duizhao diff` shows.

use crate::bitext::bitext::Bitext;
use crate::bitext::bitext::LayoutChange;
use crate::bitext::bitext::LayoutKind;
use crate::bitext::bitext::Pair;
use crate::bitext::bitext::PairState;
use crate::document::document::Document;
use crate::document::unit::UnitId;
use crate::document::unit::UnitKind;
use crate::document::unit::UnitSpan;
use crate::i18n::messages::Messages;
use crate::progress::blame::Blame;
use crate::progress::drift::Drift;
use crate::progress::since::Before;
use crate::progress::since::Change;
use crate::text::span::Span;
use std::collections::HashMap;

/// The states that `diff` shows unless told otherwise.
pub const SHOWN: &[&str] = &["untranslated", "stale", "unconfirmed", "orphaned"];

/// All states by name, in the order of work.
pub const STATES: &[&str] = &[
    "untranslated",
    "stale",
    "unconfirmed",
    "orphaned",
    "machine",
    "edited",
    "translated",
    "reviewed",
    "ignored",
];

/// One pair to show.
#[derive(Clone, Copy)]
pub struct Item<'a> {
    /// Its bitext.
    pub bitext: &'a Bitext,
    /// The pair.
    pub pair: &'a Pair,
    /// What the history says of it, when it was asked.
    pub blame: Option<&'a Blame>,
    /// What it said at the revision that it is compared with.
    pub before: Option<&'a Before>,
}

/// Takes the pairs in the given states out of a bitext, in order; `blame` tells what the history says of a pair, by its place.
pub fn items<'a>(
    bitext: &'a Bitext,
    states: &'a [String],
    blame: impl Fn(usize) -> Option<&'a Blame>,
) -> impl Iterator<Item = Item<'a>> {
    let pairs = bitext.pairs.iter().enumerate();
    pairs
        .filter(|(_, pair)| states.iter().any(|state| state == pair.state.name()))
        .map(move |(pair_idx, pair)| Item {
            bitext,
            pair,
            blame: blame(pair_idx),
            before: None,
        })
}

/// Takes the pairs that have changed out of a bitext, those in the given states.
pub fn changed<'a>(
    bitext: &'a Bitext,
    changes: &'a [Change],
    states: &'a [String],
    blame: impl Fn(usize) -> Option<&'a Blame>,
) -> impl Iterator<Item = Item<'a>> {
    let items = changes.iter().filter_map(move |change| {
        let pair_idx = change.pair?;
        Some(Item {
            bitext,
            pair: bitext.pairs.get(pair_idx)?,
            blame: blame(pair_idx),
            before: Some(&change.before),
        })
    });
    items.filter(|item| states.iter().any(|state| state == item.pair.state.name()))
}

/// One change of layout to show.
#[derive(Clone, Copy)]
pub struct LayoutItem<'a> {
    /// Its bitext.
    pub bitext: &'a Bitext,
    /// The change.
    pub change: &'a LayoutChange,
}

/// Takes the changes of layout in the given states out of a bitext, in order.
pub fn layout<'a>(
    bitext: &'a Bitext,
    states: &'a [String],
) -> impl Iterator<Item = LayoutItem<'a>> {
    let changes = bitext.layout.iter();
    changes
        .map(move |change| LayoutItem { bitext, change })
        .filter(|item| states.iter().any(|state| state == item.state()))
}

impl LayoutItem<'_> {
    /// Returns the state by name: what a pair would be that had only these sides.
    pub fn state(&self) -> &'static str {
        match (self.change.source, self.change.target) {
            (Some(_), None) => "untranslated",
            (None, _) => "orphaned",
            (Some(_), Some(_)) => "stale",
        }
    }

    /// Returns what sort of change it is.
    pub fn severity(&self) -> &'static str {
        match self.change.kind {
            LayoutKind::Markup => "markup",
            LayoutKind::Moved => "moved",
        }
    }
}

impl Item<'_> {
    /// Returns how much the source change matters, for a stale pair.
    pub fn severity(&self) -> Option<&'static str> {
        match self.pair.state {
            PairState::Stale(change) => Some(change.name()),
            _ => None,
        }
    }

    /// Returns how the pair stands, in words.
    pub fn told(&self, messages: &Messages) -> String {
        let name = messages.text(&format!("pair-{}", self.pair.state.name()));
        let Some(change) = self.severity() else {
            return name;
        };
        let change = messages.text(&format!("change-{change}"));
        messages.format("diff-stale", &[("state", &name), ("change", &change)])
    }

    /// Returns where both sides stand, by line.
    pub fn places(&self) -> String {
        let place = |document: &Document, units: &[UnitId]| {
            let line = document.source.line_of(span(document, units)?.start);
            Some(format!("{}:{line}", document.source.name()))
        };
        let places = [
            place(&self.bitext.source, &self.pair.source),
            place(&self.bitext.target, &self.pair.target),
        ];
        places.into_iter().flatten().collect::<Vec<_>>().join(" → ")
    }

    /// Returns the key of a message.
    pub fn key(&self) -> Option<&str> {
        let source = self
            .pair
            .source
            .iter()
            .map(|unit| self.bitext.source.unit(*unit));
        let target = self
            .pair
            .target
            .iter()
            .map(|unit| self.bitext.target.unit(*unit));
        let unit = source
            .chain(target)
            .find(|unit| unit.kind == UnitKind::Message)?;
        unit.key.as_deref()
    }

    /// Returns the source text as it was when the pair was accepted.
    pub fn previous(&self) -> Option<String> {
        let accepted = self.pair.accepted.as_ref()?;
        Some(accepted.source.join("\n\n"))
    }
}

/// Returns the bytes from the first unit's start to the last unit's end; `None` where there is no unit.
pub fn span(document: &Document, units: &[UnitId]) -> Option<Span> {
    let spans = units.iter().map(|unit| document.unit(*unit).span);
    spans.reduce(|all, one| Span::new(all.start.min(one.start), all.end.max(one.end)))
}

/// Returns all sentences of the units in reading order.
pub fn sentences(document: &Document, units: &[UnitId]) -> Vec<(UnitId, UnitSpan)> {
    let of_unit = |unit: &UnitId| {
        let sentences = document.sentences(*unit);
        let unit = *unit;
        sentences.into_iter().map(move |span| (unit, span))
    };
    units.iter().flat_map(of_unit).collect()
}

/// The changed sentences of a stale pair by index, each with the draft's sentences it belongs to.
pub fn changed_sentences(item: Item<'_>, drift: &Drift) -> Vec<(usize, Vec<usize>)> {
    let source = numbers(&item.bitext.source, &item.pair.source);
    let target = numbers(&item.bitext.target, &item.pair.target);
    let mut belonging: HashMap<(UnitId, UnitSpan), Vec<usize>> = HashMap::new();
    for pair in &drift.sentences {
        let targets = pair.target.iter();
        let target_idxs: Vec<usize> = targets.filter_map(|one| target.get(one).copied()).collect();
        for sentence in &pair.source {
            belonging.entry(*sentence).or_default().extend(&target_idxs);
        }
    }
    let mut changed: Vec<(usize, Vec<usize>)> = Vec::new();
    for sentence in &drift.changed {
        if let Some(source_idx) = source.get(sentence) {
            let mut target_idxs = belonging.get(sentence).cloned().unwrap_or_default();
            target_idxs.sort_unstable();
            target_idxs.dedup();
            changed.push((*source_idx, target_idxs));
        }
    }
    changed.sort();
    changed.dedup();
    changed
}

fn numbers(document: &Document, units: &[UnitId]) -> HashMap<(UnitId, UnitSpan), usize> {
    let sentences = sentences(document, units).into_iter().enumerate();
    sentences.map(|(idx, sentence)| (sentence, idx)).collect()
}
