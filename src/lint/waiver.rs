//! Leaves out what is waived, and keeps account of which waivers were of use.

use crate::lint::checked::Checked;
use crate::lint::finding::Finding;
use crate::lint::finding::Location;
use crate::lint::rule::Rule;
use crate::lint::runner;
use crate::lint::runner::Reach;
use crate::lint::select;
use crate::lint::select::Selection;
use crate::lint::suppress::Waiver;
use crate::lint::suppress::Waivers;
use crate::text::source::Source;
use crate::text::span::Span;
use std::collections::BTreeMap;

/// The rules about waivers themselves: a waiver silences them only by name.
const GROUP: &str = "waiver";

/// All waivers, after findings were matched with them.
pub struct WaiverCx<'a> {
    /// The rules there are.
    pub rules: &'a [&'static Rule],
    /// The files with waivers, by name.
    pub files: Vec<WaivedFile<'a>>,
    selection: &'a Selection,
    reach: Reach,
}

/// One file's waivers.
pub struct WaivedFile<'a> {
    /// The file's waivers.
    pub found: Waivers,
    source: &'a Source,
    /// The paths of the documents that it belongs to, itself among them.
    paths: Vec<&'a str>,
    /// Units that were not checked, because they or their translation are missing.
    unchecked: Vec<Span>,
    /// For each waiver, which of its patterns silenced something.
    used: Vec<Vec<bool>>,
}

impl<'a> WaiverCx<'a> {
    /// Gathers the waivers of all documents. A file that stands in several bitexts is read once.
    pub fn new(
        rules: &'a [&'static Rule],
        selection: &'a Selection,
        reach: Reach,
        documents: &'a [Checked],
    ) -> Self {
        let mut files: BTreeMap<&str, WaivedFile<'a>> = BTreeMap::new();
        for document in documents {
            let texts = [&document.texts.source, &document.texts.target];
            let names = texts.map(Source::name);
            for (text, waivers) in texts.into_iter().zip(&document.summary.waivers) {
                let file = files
                    .entry(text.name())
                    .or_insert_with(|| WaivedFile::new(text, &waivers.found));
                if file.is_empty() {
                    continue;
                }
                file.paths
                    .extend(names.iter().filter(|name| **name != text.name()));
                file.unchecked.extend(&waivers.unchecked);
            }
        }
        files.retain(|_, file| !file.is_empty());
        Self {
            rules,
            files: files.into_values().collect(),
            selection,
            reach,
        }
    }

    /// Tells whether a waiver silences a finding, and notes that it was of use.
    pub fn silences(&mut self, finding: &Finding) -> bool {
        if runner::CRASH.id == finding.rule.id {
            return false;
        }
        let mut is_waived = false;
        for place in std::iter::once(&finding.at).chain(&finding.related) {
            let name = place.source.name();
            let file = self
                .files
                .binary_search_by(|file| file.source.name().cmp(name));
            if let Some(file) = file.ok().and_then(|idx| self.files.get_mut(idx)) {
                is_waived |= file.silences(finding, place);
            }
        }
        is_waived
    }

    /// Returns the patterns of waivers that silenced nothing although their rules ran. A waiver of all rules has the pattern `*`.
    pub fn unused(&self) -> Vec<(Location, &str)> {
        let mut unused = Vec::new();
        if self.reach == Reach::Part {
            return unused;
        }
        for file in &self.files {
            for (waiver, used) in file.found.waivers.iter().zip(&file.used) {
                let is_unchecked = || file.unchecked.iter().any(|unit| waiver.holds(*unit));
                if waiver.is_untranslated || used.iter().all(|used| *used) || is_unchecked() {
                    continue;
                }
                let patterns = patterns(waiver).zip(used);
                let unused_ones = patterns
                    .filter(|(pattern, is_used)| !**is_used && self.has_run(pattern, &file.paths));
                unused.extend(unused_ones.map(|(pattern, _)| (file.at(waiver.comment), pattern)));
            }
        }
        unused
    }

    /// Tells whether every rule that a pattern names has run, but for those that the project has switched off.
    fn has_run(&self, pattern: &str, paths: &[&str]) -> bool {
        let of_project = Selection {
            rules: self.selection.rules.clone(),
            overrides: self.selection.overrides.clone(),
            ..Selection::default()
        };
        let (wanted, run) = (of_project.for_paths(paths), self.selection.for_paths(paths));
        let named = self
            .rules
            .iter()
            .filter(|rule| rule.meta.group() != GROUP && select::names(pattern, &rule.meta));
        let wanted: Vec<_> = named.filter(|rule| wanted.is_on(&rule.meta)).collect();
        !wanted.is_empty() && wanted.iter().all(|rule| run.is_on(&rule.meta))
    }
}

impl<'a> WaivedFile<'a> {
    fn new(source: &'a Source, found: &Waivers) -> Self {
        let found = found.clone();
        let used = found
            .waivers
            .iter()
            .map(|waiver| vec![false; waiver.rules.len().max(1)]);
        Self {
            used: used.collect(),
            found,
            paths: vec![source.name()],
            source,
            unchecked: Vec::new(),
        }
    }

    /// Returns the place of a comment.
    pub fn at(&self, comment: Span) -> Location {
        Location {
            source: self.source.clone(),
            span: comment,
        }
    }

    fn is_empty(&self) -> bool {
        self.found == Waivers::default()
    }

    fn silences(&mut self, finding: &Finding, place: &Location) -> bool {
        let mut is_waived = false;
        for (waiver, used) in self.found.waivers.iter().zip(&mut self.used) {
            let is_by_name = !waiver.rules.is_empty() || finding.rule.group() != GROUP;
            if !is_by_name || !waiver.silences(finding.rule, place.span) {
                continue;
            }
            is_waived = true;
            for (pattern, used) in patterns(waiver).zip(used) {
                *used |= select::names(pattern, finding.rule);
            }
        }
        is_waived
    }
}

/// The patterns of a waiver; one of all rules has `*`.
fn patterns(waiver: &Waiver) -> impl Iterator<Item = &str> {
    let all = waiver.rules.is_empty().then_some("*");
    all.into_iter()
        .chain(waiver.rules.iter().map(String::as_str))
}
