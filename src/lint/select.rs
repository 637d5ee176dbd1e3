//! Which rules run, and how severe they are.

use crate::lint::meta::{RuleMeta, Severity};
use crate::text::nearest::nearest;
use globset::GlobBuilder;
use std::collections::BTreeMap;

/// Severities by rule: the project's, then those for some paths, then the command line's.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// For the whole project: `group/name`, `group/*` or `*`.
    pub rules: BTreeMap<String, Severity>,
    /// For some paths: globs and rules, later ones win.
    pub overrides: Vec<(Vec<String>, BTreeMap<String, Severity>)>,
    /// Only these rules or groups run, when there are any (`--select`).
    pub selected: Vec<String>,
    /// These rules or groups do not run (`--ignore`).
    pub ignored: Vec<String>,
}

impl Selection {
    /// Returns the severity of `rule` for a document with these paths, `found` being what the rule itself said.
    ///
    /// A setting moves the rule's usual severity. What the rule itself found to matter less stays as low.
    pub fn severity(&self, rule: &RuleMeta, paths: &[&str], found: Severity) -> Severity {
        self.for_paths(paths).severity(rule, found)
    }

    /// Works out what is in force for a document with these paths: globs are compiled once.
    pub fn for_paths(&self, paths: &[&str]) -> InForce<'_> {
        let is_met = |globs: &[String]| {
            globs
                .iter()
                .any(|glob| paths.iter().any(|path| meets(glob, path)))
        };
        let overrides = self
            .overrides
            .iter()
            .rev()
            .filter(|(globs, _)| is_met(globs));
        let layers = overrides
            .map(|(_, rules)| rules)
            .chain(std::iter::once(&self.rules));
        InForce {
            layers: layers.collect(),
            selected: &self.selected,
            ignored: &self.ignored,
        }
    }

    /// Tells whether a rule that is off by default is asked for anywhere: what costs much is not done for nothing.
    pub fn asks_for(&self, rule: &RuleMeta) -> bool {
        let is_named = |(_, rules): &(Vec<String>, BTreeMap<String, Severity>)| {
            rules.keys().any(|pattern| names(pattern, rule))
        };
        self.for_paths(&[]).severity(rule, rule.severity) != Severity::Off
            || self.overrides.iter().any(is_named)
    }

    /// Returns the patterns that name no rule and no group, each with the nearest that is known.
    pub fn unknown<'r>(
        &self,
        rules: impl Iterator<Item = &'r RuleMeta> + Clone,
    ) -> Vec<(String, String)> {
        let named = self
            .rules
            .keys()
            .chain(self.overrides.iter().flat_map(|(_, rules)| rules.keys()));
        let named = named.chain(&self.selected).chain(&self.ignored);
        let mut unknown = Vec::new();
        for pattern in named {
            if rules.clone().any(|rule| rank(pattern, rule).is_some()) {
                continue;
            }
            let names = rules.clone().flat_map(|rule| match pattern.contains('/') {
                true => vec![rule.id],
                false => vec![rule.group(), rule.id],
            });
            let nearest = nearest(pattern, names).unwrap_or_default();
            unknown.push((pattern.clone(), nearest.to_owned()));
        }
        unknown.sort();
        unknown.dedup();
        unknown
    }
}

/// The settings in force for one document.
#[derive(Debug)]
pub struct InForce<'a> {
    layers: Vec<&'a BTreeMap<String, Severity>>,
    selected: &'a [String],
    ignored: &'a [String],
}

impl InForce<'_> {
    /// Returns the severity of a rule, `found` being what the rule itself said.
    pub fn severity(&self, rule: &RuleMeta, found: Severity) -> Severity {
        let is_named = |patterns: &[String]| {
            patterns
                .iter()
                .filter_map(|pattern| rank(pattern, rule))
                .max()
        };
        if is_named(self.ignored).is_some() {
            return Severity::Off;
        }
        let selected = is_named(self.selected);
        if !self.selected.is_empty() && selected.is_none() {
            return Severity::Off;
        }
        let mut set = self.layers.iter().find_map(|layer| {
            let named = layer
                .iter()
                .filter_map(|(pattern, severity)| Some((rank(pattern, rule)?, *severity)));
            named
                .max_by_key(|(rank, _)| *rank)
                .map(|(_, severity)| severity)
        });
        let is_asked_for =
            selected == Some(Rank::Rule) && set.unwrap_or(rule.severity) == Severity::Off;
        if is_asked_for {
            set = Some(Severity::Warning);
        }
        match set {
            None => found,
            Some(set) if found < rule.severity => set.min(found),
            Some(set) => set,
        }
    }

    /// Tells whether a rule can report anything here.
    pub fn is_on(&self, rule: &RuleMeta) -> bool {
        self.severity(rule, rule.severity) != Severity::Off
            || rule.severity == Severity::Off
                && self.severity(rule, Severity::Error) != Severity::Off
    }
}

/// How closely a pattern names a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    All,
    Group,
    Rule,
}

fn rank(pattern: &str, rule: &RuleMeta) -> Option<Rank> {
    if pattern == "*" || pattern == "all" {
        return Some(Rank::All);
    }
    if pattern == rule.id {
        return Some(Rank::Rule);
    }
    let group = pattern.trim_end_matches('*').trim_end_matches('/');
    (group == rule.group()).then_some(Rank::Group)
}

/// Tells whether a waiver's or setting's pattern (`group/name`, `group/*`, `group`, `*`) names a rule.
pub fn names(pattern: &str, rule: &RuleMeta) -> bool {
    rank(pattern, rule).is_some()
}

fn meets(glob: &str, path: &str) -> bool {
    let glob = GlobBuilder::new(glob).literal_separator(true).build();
    glob.is_ok_and(|glob| glob.compile_matcher().is_match(path))
}
