//! The settings of a project.

use crate::document::dialect::Dialect;
use crate::draft::step::NewText;
use crate::lint::meta::Severity;
use crate::termbase::concept::Spelling;
use crate::text::lang::Lang;
use crate::text::sentence::ReportingClause;
use crate::text::span::Span;
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
    /// What holds for some paths only.
    pub overrides: Vec<Override>,
    /// Link targets that differ on purpose: source prefix, target prefix.
    pub locale_map: Vec<(String, String)>,
    /// What stands for `{lang}` in paths: the tag as the file has it (`zh-cn`), or the name given for it (`zh_cn`).
    pub lang_paths: BTreeMap<Lang, String>,
    /// Which spelling of English the drafts use, when the project settles it.
    pub spelling: Option<Spelling>,
    /// How text is cut into sentences.
    pub segmentation: SegmentationFiles,
    /// What fails a check.
    pub gate: Gate,
    /// How drafts are brought in step with their sources.
    pub sync: Sync,
    /// Whether what was made of documents is kept for the next run; where the project does not say, it is where that pays.
    pub cache: Option<bool>,
}

impl Config {
    /// Returns the languages of a content entry: its own, or the project's.
    pub fn targets_of<'a>(&'a self, content: &'a Content) -> &'a [Lang] {
        content.targets.as_deref().unwrap_or(&self.targets)
    }

    /// Returns the source language of a content entry: its own, or the project's.
    pub fn source_of<'a>(&'a self, content: &'a Content) -> &'a Lang {
        content.source_lang.as_ref().unwrap_or(&self.source)
    }

    /// Returns every language that documents or drafts may have.
    pub fn languages(&self) -> Vec<Lang> {
        let own = self.content.iter().flat_map(|content| {
            let targets = self.targets_of(content).iter();
            targets.chain([self.source_of(content)])
        });
        let mut languages: Vec<Lang> = own.cloned().collect();
        languages.sort();
        languages.dedup();
        languages
    }

    /// Returns what stands for `{lang}` in paths.
    pub fn lang_path<'a>(&'a self, lang: &'a Lang) -> &'a str {
        self.lang_paths.get(lang).map_or(lang.tag(), String::as_str)
    }
}

/// How text is cut into sentences, the rule file not yet read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SegmentationFiles {
    /// What happens to reporting clauses.
    pub reporting: ReportingClause,
    /// The path of a rule file.
    pub srx: Option<String>,
    /// Whether our own rules decide where the file's do not.
    pub is_extending: bool,
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
    /// The dialect of its files, where it is not the one that the site's own settings tell.
    pub dialect: Option<Dialect>,
    /// Where it stands in the settings file.
    pub at: Span,
}

/// What holds for some paths only.
#[derive(Clone, Debug, PartialEq)]
pub struct Override {
    /// Globs, of source or target paths.
    pub paths: Vec<String>,
    /// Rules by severity.
    pub rules: BTreeMap<String, Severity>,
    /// Least coverage in percent of these documents together.
    pub min_coverage: Option<f64>,
}

/// How drafts are brought in step with their sources.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sync {
    /// What stands for new text.
    pub new: NewText,
}

/// What fails a check.
#[derive(Clone, Debug, PartialEq)]
pub struct Gate {
    /// Least coverage.
    pub min_coverage: LeastCoverage,
    /// Findings of this severity or above fail.
    pub fail_on: Severity,
    /// The file of known findings, which do not fail.
    pub baseline: Option<String>,
    /// The file of what has been reached: nothing may get worse.
    pub ratchet: Option<String>,
    /// For how many days a translation may be outdated.
    pub max_stale_age: Option<u32>,
}

/// Least coverage in percent.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LeastCoverage {
    /// Of all languages together.
    pub of_all: Option<f64>,
    /// Of some languages, each with its place in the settings file.
    pub by_lang: BTreeMap<Lang, (f64, Span)>,
}
