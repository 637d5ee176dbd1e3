//! One unit of the dashboard: its state, its source with what changed in it, its draft, and what was found in it.

use crate::bitext::bitext::Pair;
use crate::bitext::bitext::PairState;
use crate::document::document::Document as Side;
use crate::document::unit::UnitId;
use crate::i18n::messages::Messages;
use crate::lint::finding::Finding;
use crate::report::blame;
use crate::report::dashboard::Document;
use crate::report::diff;
use crate::report::diff::Item;
use crate::report::diff::STATES;
use crate::report::page_parts;
use crate::report::page_parts::RunView;
use serde::Serialize;
use std::collections::BTreeMap;

/// A unit as the page shows it.
#[derive(Serialize)]
pub struct UnitView {
    state: &'static str,
    told: String,
    place: String,
    runs: Vec<RunView>,
    draft: String,
    /// Since when, and by which commit.
    history: Vec<String>,
    findings: Vec<FindingView>,
}

/// A finding as the page shows it.
#[derive(Serialize)]
pub struct FindingView {
    severity: &'static str,
    name: String,
    place: Option<String>,
    message: String,
    rule: &'static str,
}

/// The units of a document that are shown.
pub struct Units {
    /// Those that want a look, in their order.
    pub shown: Vec<UnitView>,
    /// How many more there are.
    pub n_more: usize,
    /// Findings that stand in no unit.
    pub others: Vec<FindingView>,
}

/// Gathers the units of a document that are not settled, or in which something was found.
pub fn units(
    document: &Document<'_>,
    findings: &[&Finding],
    most_unconfirmed: usize,
    messages: &Messages,
) -> Units {
    let (mut by_pair, others) = by_pair(document, findings);
    let states: Vec<String> = STATES.iter().map(|state| (*state).to_owned()).collect();
    let blame = |pair_idx: usize| document.blames.get(&pair_idx).copied();
    let mut units = Units {
        shown: Vec::new(),
        n_more: 0,
        others: others
            .into_iter()
            .map(|one| finding(one, true, messages))
            .collect(),
    };
    let mut n_unconfirmed = 0;
    let items = diff::items(document.bitext, &states, blame).enumerate();
    for (pair_idx, item) in items {
        let mut own = by_pair.remove(&pair_idx).unwrap_or_default();
        let state = item.pair.state.name();
        // The heading says it already.
        own.retain(|finding| finding.rule.id.strip_prefix("state/") != Some(state));
        if own.is_empty() && item.pair.state == PairState::Unconfirmed {
            n_unconfirmed += 1;
            if n_unconfirmed > most_unconfirmed {
                units.n_more += 1;
                continue;
            }
        }
        if !own.is_empty() || is_open(item.pair) {
            units.shown.push(unit(item, &own, messages));
        }
    }
    units
}

fn is_open(pair: &Pair) -> bool {
    !matches!(
        pair.state,
        PairState::Translated | PairState::Reviewed | PairState::Ignored
    )
}

/// The units of one side of a pair.
type UnitsOf = fn(&Pair) -> &[UnitId];

/// Parts findings by the pair that they stand in.
fn by_pair<'a>(
    document: &Document<'_>,
    findings: &[&'a Finding],
) -> (BTreeMap<usize, Vec<&'a Finding>>, Vec<&'a Finding>) {
    let bitext = document.bitext;
    let sides: [(&Side, UnitsOf); 2] = [
        (&bitext.target, |pair| &pair.target),
        (&bitext.source, |pair| &pair.source),
    ];
    let pairs_of = sides.map(|(side, units)| {
        let pairs = bitext.pairs.iter().enumerate();
        let pairs =
            pairs.flat_map(move |(idx, pair)| units(pair).iter().map(move |unit| (*unit, idx)));
        (side, pairs.collect::<BTreeMap<UnitId, usize>>())
    });
    let mut by_pair: BTreeMap<usize, Vec<&Finding>> = BTreeMap::new();
    let mut others = Vec::new();
    for finding in findings {
        let pair = pairs_of.iter().find_map(|(side, pairs)| {
            let is_here = side.source.name() == finding.at.source.name();
            let unit = is_here.then(|| side.unit_at(finding.at.span.start))??;
            pairs.get(&unit).copied()
        });
        match pair {
            Some(pair) => by_pair.entry(pair).or_default().push(finding),
            None => others.push(*finding),
        }
    }
    (by_pair, others)
}

/// Makes the view of a finding.
pub fn finding(finding: &Finding, has_place: bool, messages: &Messages) -> FindingView {
    let place = || {
        let place = finding.at.source.line_column(finding.at.span.start);
        format!("{}:{}", finding.at.source.name(), place.line)
    };
    let severity = finding.severity.name();
    FindingView {
        severity,
        name: messages.text(&format!("severity-{severity}")),
        place: has_place.then(place),
        message: messages.finding(finding),
        rule: finding.rule.id,
    }
}

fn unit(item: Item<'_>, findings: &[&Finding], messages: &Messages) -> UnitView {
    let history = item.blame.map(|blame| blame::lines(blame, messages));
    UnitView {
        state: item.pair.state.name(),
        told: item.told(messages),
        place: item.places(),
        runs: page_parts::source_runs(item),
        draft: item.bitext.target.texts(&item.pair.target),
        history: history.unwrap_or_default(),
        findings: findings
            .iter()
            .map(|one| finding(one, false, messages))
            .collect(),
    }
}
