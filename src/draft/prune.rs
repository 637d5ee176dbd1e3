//! Removes what has lost its source, containers that would be left empty along with it.

use crate::bitext::bitext::{Bitext, PairState};
use crate::document::block::{BlockId, BlockKind};
use crate::document::unit::{UnitId, UnitKind};
use crate::draft::links::Links;
use crate::draft::outline::Outline;
use crate::draft::remove;
use crate::draft::step::{Part, StepKind, one_line};
use std::collections::BTreeSet;

/// What translators call their own notes: they have no source, and are not meant to.
const NOTES: [&str; 8] = [
    "译注",
    "译者注",
    "譯註",
    "译者按",
    "translator's note",
    "translator’s note",
    "translation note",
    "t/n:",
];

/// Plans the removal of orphans.
pub fn plan(bitext: &Bitext) -> Part {
    let (source, target) = (Outline::new(&bitext.source), Outline::new(&bitext.target));
    let links = Links::new(bitext, &source, &target);
    let orphans = orphans(bitext);
    let mut prune = Prune {
        target: &target,
        links: &links,
        orphans,
        parents: Vec::new(),
        part: Part::default(),
    };
    prune.container(None);
    let text = bitext.target.source.text();
    remove::apart(text, &mut prune.part.edits, &prune.parents);
    prune.part
}

struct Prune<'a> {
    target: &'a Outline<'a>,
    links: &'a Links,
    orphans: BTreeSet<UnitId>,
    /// What each edit takes a block from.
    parents: Vec<Option<BlockId>>,
    part: Part,
}

impl Prune<'_> {
    fn container(&mut self, parent: Option<BlockId>) {
        for block in self.target.children(parent).to_vec() {
            if *self.target.kind(block) == BlockKind::FrontMatter {
                continue;
            }
            let units = self.target.units(block);
            let n_gone = units
                .iter()
                .filter(|unit| self.orphans.contains(unit))
                .count();
            if n_gone == 0 {
                continue;
            }
            let is_whole = n_gone == units.len() && !self.holds_places(block);
            let edit = is_whole
                .then(|| remove::block(self.target, block))
                .flatten();
            match edit {
                Some(edit) => {
                    let document = self.target.document;
                    let text = document.text(units[0]);
                    self.parents.push(parent);
                    self.part.push(StepKind::Prune, None, one_line(text), edit);
                    let gone = units.iter().map(|unit| document.text(*unit).to_owned());
                    self.part.replaced.extend(gone);
                }
                None => {
                    let own = self.target.own_units(block).iter();
                    let stuck = own.into_iter().find(|unit| self.orphans.contains(unit));
                    if let Some(unit) = stuck {
                        let span = self.target.document.unit(*unit).span;
                        self.part
                            .trouble("sync-orphan-inside", self.target.document, span);
                    }
                    self.container(Some(block));
                }
            }
        }
    }

    /// Tells whether placeholders in a block still hold the places of source units.
    fn holds_places(&self, block: BlockId) -> bool {
        let mut open = vec![block];
        while let Some(block) = open.pop() {
            let is_held = self.links.back(block).is_some() && self.target.units(block).is_empty();
            if is_held {
                return true;
            }
            open.extend(self.target.children(Some(block)));
        }
        false
    }
}

/// The units that may go: what was accepted and lost its source, and what nothing near by in the source could belong to.
fn orphans(bitext: &Bitext) -> BTreeSet<UnitId> {
    let is_anchor = |at: &usize| {
        let pair = &bitext.pairs[*at];
        !pair.source.is_empty() && !pair.target.is_empty()
    };
    let is_open = |at: usize| bitext.pairs[at].state == PairState::Untranslated;
    let mut found = BTreeSet::new();
    for (at, pair) in bitext.pairs.iter().enumerate() {
        if pair.state != PairState::Orphaned {
            continue;
        }
        let is_lost = pair.accepted.is_some() || {
            let before = (0..at).rev().take_while(|at| !is_anchor(at));
            let after = (at..bitext.pairs.len()).take_while(|at| !is_anchor(at));
            !before.chain(after).any(is_open)
        };
        let is_note = pair.target.iter().any(|unit| {
            let text = bitext.target.text(*unit).to_lowercase();
            let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
            NOTES.iter().any(|note| text.starts_with(note))
        });
        let is_front = |unit: &UnitId| bitext.target.unit(*unit).kind == UnitKind::FrontMatter;
        if is_lost && !is_note && !pair.target.iter().any(is_front) {
            found.extend(&pair.target);
        }
    }
    found
}
