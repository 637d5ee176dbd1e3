//! The settings of a project.

use crate::lint::meta::Severity;
use crate::text::lang::Lang;
use std::collections::BTreeMap;

/// `duizhao.yaml`, checked.
#[derive(Clone, Debug)]
pub struct Config {
    /// The source language.
    pub source: Lang,
    /// The target languages.
    pub targets: Vec<Lang>,
    /// Where the documents are.
    pub content: Vec<Content>,
    /// Globs of paths that are left out.
    pub exclude: Vec<String>,
    /// Front-matter keys whose values are translated.
    pub front_matter: Vec<String>,
    /// Globs of glossary files.
    pub glossary: Vec<String>,
    /// The path of a lock: `{lang}` and `{path}` are filled in.
    pub lock: String,
    /// Rules (`group/name` or `group/*`) by severity.
    pub rules: BTreeMap<String, Severity>,
    /// Rules for some paths only.
    pub overrides: Vec<Override>,
    /// Link targets that differ on purpose: source prefix, target prefix.
    pub locale_map: Vec<(String, String)>,
    /// What fails a check.
    pub gate: Gate,
}

/// One pattern of source and target paths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// The source path with `{path}`; a path without it names one file.
    pub source: String,
    /// The target path with `{path}` and `{lang}`.
    pub target: String,
    /// Other languages than the project's, for this content only.
    pub source_lang: Option<Lang>,
    /// Other target languages than the project's, for this content only.
    pub targets: Option<Vec<Lang>>,
}

/// Rules for some paths only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// Globs, of source or target paths.
    pub paths: Vec<String>,
    /// Rules by severity.
    pub rules: BTreeMap<String, Severity>,
}

/// What fails a check.
#[derive(Clone, Debug, PartialEq)]
pub struct Gate {
    /// Least coverage in percent.
    pub min_coverage: Option<f64>,
    /// Findings of this severity or above fail.
    pub fail_on: Severity,
}
