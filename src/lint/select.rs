//! Which rules run, and how severe they are.

use crate::lint::finding::Finding;
use crate::lint::meta::{RuleMeta, Severity};
use crate::text::nearest::nearest;
use globset::GlobBuilder;
use std::collections::BTreeMap;

/// What stands between a rule and a class of its findings: `state/stale#number`.
const CLASS_MARK: char = '#';

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
            if rules.clone().any(|rule| is_known(pattern, rule)) {
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
        self.severity_in(rule, None, found)
    }

    /// Returns the severity of a finding that has the severity that its rule gave it.
    pub fn severity_of(&self, finding: &Finding) -> Severity {
        let class = finding.rule.class_of(&finding.args);
        self.severity_in(finding.rule, class, finding.severity)
    }

    fn severity_in(&self, rule: &RuleMeta, class: Option<&str>, found: Severity) -> Severity {
        let rank = |pattern: &str| rank(pattern, rule, class);
        let is_named = |patterns: &[String]| patterns.iter().filter_map(|name| rank(name)).max();
        if is_named(self.ignored).is_some() {
            return Severity::Off;
        }
        let selected = is_named(self.selected);
        if !self.selected.is_empty() && selected.is_none() {
            return Severity::Off;
        }
        let (mut set, own) = self.set(rule, class, found);
        let is_off = set.map_or(rule.severity, |(_, set)| set) == Severity::Off;
        let is_class_set = set.is_some_and(|(rank, _)| rank == Rank::Class);
        if selected == Some(Rank::Rule) && is_off && !is_class_set {
            set = Some((Rank::Rule, Severity::Warning));
        }
        let severity = match set {
            None => own,
            Some((Rank::Class, set)) => set,
            Some((_, set)) if own < rule.severity => set.min(own),
            Some((_, set)) => set,
        };
        match severity {
            Severity::Off if selected == Some(Rank::Class) => Severity::Warning,
            severity => severity,
        }
    }

    /// What the nearest layer that names the rule says, and the severity that the finding has by itself: a class that is set farther off
    /// moves that.
    fn set(
        &self,
        rule: &RuleMeta,
        class: Option<&str>,
        found: Severity,
    ) -> (Option<(Rank, Severity)>, Severity) {
        let nearest = |layer: &&BTreeMap<String, Severity>| {
            let named = layer
                .iter()
                .filter_map(|(pattern, severity)| Some((rank(pattern, rule, class)?, *severity)));
            named.max_by_key(|(rank, _)| *rank)
        };
        let mut layers = self.layers.iter().filter_map(nearest);
        let set = layers.next();
        let mut farther = layers.filter(|(rank, _)| *rank == Rank::Class);
        let own = farther.next().map_or(found, |(_, severity)| severity);
        (set, own)
    }

    /// Tells whether a rule can report anything here.
    pub fn is_on(&self, rule: &RuleMeta) -> bool {
        let mut classes = rule.classes.iter();
        self.severity(rule, rule.severity) != Severity::Off
            || rule.severity == Severity::Off
                && self.severity(rule, Severity::Error) != Severity::Off
            || classes
                .any(|(class, found)| self.severity_in(rule, Some(class), *found) != Severity::Off)
    }
}

/// How closely a pattern names a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    All,
    Group,
    Rule,
    Class,
}

/// How closely a pattern names a rule, or one class of its findings.
fn rank(pattern: &str, rule: &RuleMeta, class: Option<&str>) -> Option<Rank> {
    if pattern == "*" || pattern == "all" {
        return Some(Rank::All);
    }
    if pattern == rule.id {
        return Some(Rank::Rule);
    }
    if let Some((id, named)) = pattern.split_once(CLASS_MARK) {
        return (id == rule.id && class == Some(named)).then_some(Rank::Class);
    }
    let group = pattern.trim_end_matches('*').trim_end_matches('/');
    (group == rule.group()).then_some(Rank::Group)
}

/// Returns how settings name a class of a rule's findings.
pub fn class_name(rule: &str, class: &str) -> String {
    format!("{rule}{CLASS_MARK}{class}")
}

/// Tells whether a pattern names rules, a group, or a class that a rule knows.
pub fn is_known(pattern: &str, rule: &RuleMeta) -> bool {
    let mut classes = rule.classes.iter();
    names(pattern, rule) || classes.any(|(class, _)| class_name(rule.id, class) == pattern)
}

/// Tells whether a waiver's or setting's pattern (`group/name`, `group/*`, `group`, `*`) names a rule.
pub fn names(pattern: &str, rule: &RuleMeta) -> bool {
    rank(pattern, rule, None).is_some()
}

fn meets(glob: &str, path: &str) -> bool {
    let glob = GlobBuilder::new(glob).literal_separator(true).build();
    glob.is_ok_and(|glob| glob.compile_matcher().is_match(path))
}
