//! Brings a draft in step with its source: one look after the other, each on what the last one made, until nothing is left to do.

use crate::bitext::bitext::{Bitext, Level, PairState};
use crate::document::document::Document;
use crate::document::unit::UnitId;
use crate::draft::step::{NewText, Part, Step, StepKind};
use crate::draft::{carry, heading_ids, insert, keys, moves, place, placing, prune, tidy};
use crate::lock::keyed;
use crate::lock::lock::Lock;
use crate::lock::record::{self, AcceptSettings};
use crate::text::edit::{self, Edit};
use crate::text::notice::Notice;
use crate::text::span::Span;
use std::collections::HashMap;

/// So often all looks are taken: one may make way for another, and a draft that never settles is left alone.
const ROUNDS: usize = 4;

/// What is wanted.
#[derive(Clone, Copy, Debug)]
pub struct SyncSettings<'a> {
    /// What stands for new text.
    pub new: NewText,
    /// Whether orphans are removed.
    pub is_pruning: bool,
    /// Whether mechanical changes are repeated.
    pub is_patching: bool,
    /// Link targets that differ on purpose: source prefix, target prefix.
    pub locale_map: &'a [(String, String)],
    /// The version of the glossary that copied code is accepted under.
    pub glossary: Option<u64>,
}

/// How a draft is read again.
pub struct Workshop<'a> {
    /// Reads a draft's text.
    pub read: &'a dyn Fn(&str) -> Document,
    /// Pairs a draft with its source.
    pub resolve: &'a dyn Fn(&Lock, Document) -> Bitext,
}

/// What becomes of a draft.
#[derive(Clone, Debug)]
pub struct Synced {
    /// The draft's new text.
    pub text: String,
    /// The new lock, where it says something new.
    pub lock: Option<Lock>,
    /// What is done, in the order of the new draft.
    pub steps: Vec<Step>,
    /// What is left alone, and why.
    pub troubles: Vec<Notice>,
}

/// Plans everything in memory. Every look's result is read again and must hold all that the draft said before; a draft where that cannot be
/// had is refused whole.
pub fn sync(
    bitext: Bitext,
    lock: &Lock,
    settings: SyncSettings<'_>,
    workshop: &Workshop<'_>,
) -> Result<Synced, Notice> {
    let mut state = State {
        bitext,
        lock: lock.clone(),
        is_amended: false,
        steps: Vec::new(),
        troubles: Vec::new(),
    };
    if state.bitext.source.units.is_empty() {
        return Ok(state.finish(settings));
    }
    if keyed::is_keyed(&state.bitext.source) || keyed::is_keyed(&state.bitext.target) {
        // Placeholders and moves are Markdown's; keys are for the site's own program to write.
        let mut pairs = state.bitext.pairs.iter();
        return match pairs.any(|pair| pair.target.is_empty() && pair.state != PairState::Ignored) {
            true => {
                Err(Notice::new("sync-messages").arg("path", state.bitext.target.source.name()))
            }
            false => Ok(state.finish(settings)),
        };
    }
    if place::is_empty_file(state.bitext.target.source.text()) {
        create(&mut state, settings, workshop);
    } else if !has_pairs(&state.bitext) {
        let notice = Notice::new("sync-no-pair").arg("path", state.bitext.target.source.name());
        return Err(notice);
    }
    for round in 0..=ROUNDS {
        if !look_around(&mut state, settings, workshop)? {
            return Ok(state.finish(settings));
        }
        if round == ROUNDS {
            break;
        }
    }
    Err(Notice::new("sync-unsettled").arg("path", state.bitext.target.source.name()))
}

struct State {
    bitext: Bitext,
    lock: Lock,
    is_amended: bool,
    steps: Vec<Step>,
    troubles: Vec<Notice>,
}

/// One look at a bitext and its lock.
type Look<'a> = dyn Fn(&Bitext, &Lock) -> Part + 'a;

/// Takes every look once; tells whether anything was done.
fn look_around(
    state: &mut State,
    settings: SyncSettings<'_>,
    workshop: &Workshop<'_>,
) -> Result<bool, Notice> {
    let mut is_changed = false;
    state.troubles.clear();
    let looks: [&Look<'_>; 7] = [
        &|bitext, lock| moves::plan(bitext, lock),
        &|bitext, lock| carry::plan(bitext, lock, settings.is_patching, settings.locale_map),
        &|bitext, lock| heading_ids::plan(bitext, lock),
        &|bitext, _| match settings.is_pruning {
            true => prune::plan(bitext),
            false => Part::default(),
        },
        &|bitext, _| tidy::plan(bitext),
        &|bitext, _| keys::plan(bitext),
        &|bitext, _| insert::plan(bitext, settings.new),
    ];
    for look in looks {
        let mut part = look(&state.bitext, &state.lock);
        state.troubles.append(&mut part.troubles);
        if !part.edits.is_empty() {
            state.apply(part, workshop)?;
            is_changed = true;
        }
    }
    Ok(is_changed)
}

impl State {
    /// Applies what a look wants, reads the draft again, and refuses where something is lost.
    fn apply(&mut self, part: Part, workshop: &Workshop<'_>) -> Result<(), Notice> {
        let before = &self.bitext.target;
        let path = before.source.name();
        let (text, n_refused) = edit::apply(before.source.text(), &part.edits);
        let target = (workshop.read)(&text);
        let is_whole = n_refused == 0 && lost(before, &target, &part.replaced).is_none();
        if !is_whole || target.problems.len() > before.problems.len() {
            let lost = lost(before, &target, &part.replaced).unwrap_or_default();
            let place = before.unit_ids().find(|unit| before.text(*unit) == lost);
            let span = place.map_or_else(Span::default, |unit| before.unit(unit).span);
            return Err(Notice::new("sync-unsafe")
                .arg("path", path)
                .at(&before.source, span));
        }
        let starts = starts(&part.edits);
        for step in &mut self.steps {
            step.at = shifted(step.at, &part.edits);
        }
        self.steps.extend(part.steps.into_iter().map(|mut step| {
            step.at += starts.get(step.edit).copied().unwrap_or(0);
            step
        }));
        self.is_amended |= !part.amendments.is_empty();
        carry::amend(&mut self.lock, &part.amendments);
        self.bitext = (workshop.resolve)(&self.lock, target);
        Ok(())
    }

    /// Records what was copied, and hands everything over.
    fn finish(mut self, settings: SyncSettings<'_>) -> Synced {
        let copied = copied(&self.bitext, &self.steps);
        if !copied.is_empty() {
            let accept = AcceptSettings {
                level: Level::Translated,
                reason: None,
                glossary: settings.glossary,
            };
            let acceptance = record::accept(&self.lock, &self.bitext, &copied, &accept);
            self.is_amended |= !acceptance.accepted.is_empty();
            self.lock = acceptance.lock;
        }
        self.steps.sort_by_key(|step| (step.at, step.kind));
        Synced {
            text: self.bitext.target.source.text().to_owned(),
            lock: self.is_amended.then_some(self.lock),
            steps: self.steps,
            troubles: self.troubles,
        }
    }
}

/// Makes a draft that does not exist of its whole source.
fn create(state: &mut State, settings: SyncSettings<'_>, workshop: &Workshop<'_>) {
    let text = placing::begun(&state.bitext, settings.new, None);
    let whole = Span::of(0..state.bitext.source.source.text().len());
    let target = (workshop.read)(&text);
    state.steps.push(Step {
        kind: StepKind::Create,
        source: Some(whole),
        at: 0,
        edit: 0,
        text: String::new(),
    });
    state.bitext = (workshop.resolve)(&state.lock, target);
}

fn has_pairs(bitext: &Bitext) -> bool {
    bitext.target.units.is_empty()
        || bitext
            .pairs
            .iter()
            .any(|pair| !pair.source.is_empty() && !pair.target.is_empty())
}

/// The first text of the old draft that the new one does not hold as often, those left out that may go.
pub(super) fn lost(before: &Document, after: &Document, replaced: &[String]) -> Option<String> {
    let mut has: HashMap<&str, usize> = HashMap::new();
    for unit in after.unit_ids() {
        *has.entry(after.text(unit)).or_default() += 1;
    }
    for text in replaced {
        *has.entry(text).or_default() += 1;
    }
    for unit in before.unit_ids() {
        match has.get_mut(before.text(unit)) {
            Some(count) if *count > 0 => *count -= 1,
            _ => return Some(before.text(unit).to_owned()),
        }
    }
    None
}

/// Where what each edit writes starts in the new text.
fn starts(edits: &[Edit]) -> Vec<u32> {
    let mut order: Vec<usize> = (0..edits.len()).collect();
    order.sort_by_key(|at| edits[*at].span);
    let mut starts = vec![0; edits.len()];
    let (mut grown, mut shrunk) = (0_u32, 0_u32);
    for at in order {
        let edit = &edits[at];
        starts[at] = edit.span.start + grown - shrunk;
        grown += Span::of(0..edit.text.len()).end;
        shrunk += edit.span.len();
    }
    starts
}

/// Where an offset of the old text stands in the new one.
fn shifted(at: u32, edits: &[Edit]) -> u32 {
    let (mut grown, mut shrunk) = (0, 0);
    for edit in edits.iter().filter(|edit| edit.span.start <= at) {
        grown += Span::of(0..edit.text.len()).end;
        shrunk += edit.span.end.min(at).saturating_sub(edit.span.start);
    }
    (at + grown).saturating_sub(shrunk)
}

/// The pairs of copied code and markup: the same on both sides, and nobody need translate them.
fn copied(bitext: &Bitext, steps: &[Step]) -> Vec<usize> {
    let has_copies = |step: &Step| {
        matches!(
            step.kind,
            StepKind::Copy | StepKind::Insert | StepKind::Create
        )
    };
    let spans: Vec<Span> = steps
        .iter()
        .filter(|step| has_copies(step))
        .filter_map(|step| step.source)
        .collect();
    let is_copied = |unit: &UnitId| {
        let span = bitext.source.unit(*unit).span;
        spans.iter().any(|copied| copied.contains(span))
    };
    let pairs = bitext.pairs.iter().enumerate();
    let same = pairs.filter(|(_, pair)| {
        let (&[one], &[other]) = (pair.source.as_slice(), pair.target.as_slice()) else {
            return false;
        };
        pair.state == PairState::Unconfirmed
            && !bitext.source.unit(one).kind.is_prose()
            && is_copied(&one)
            && bitext.source.text(one) == bitext.target.text(other)
    });
    same.map(|(at, _)| at).collect()
}
