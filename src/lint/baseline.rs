//! The baseline: findings that are known and left for later, without line numbers, so that they survive moved text.
//!
//! JSON Lines: a header with the version, then one entry a line, sorted, so that branches merge by lines. A finding is known by its rule,
//! its arguments and the text of its unit, white space folded; its file only comes first where several would fit.

use crate::document::document::Document;
use crate::lint::finding::Finding;
use crate::text::fingerprint::Fingerprint;
use crate::text::fingerprint::fold_space;
use crate::text::notice::Notice;
use crate::text::source::Source;
use crate::text::span::Span;
use serde::Deserialize;
use serde::Serialize;
use std::collections::BTreeMap;

/// What the header says.
const FORMAT: &str = "duizhao/baseline/1";

/// How many characters of the text are shown to whoever reads the file.
const EXCERPT: usize = 60;

/// What is known, and how often.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    entries: BTreeMap<Key, Entry>,
}

/// What is left of findings once the known ones are taken away.
#[derive(Debug)]
pub struct Compared {
    /// Findings that the baseline does not know.
    pub new: Vec<Finding>,
    /// How many it knows.
    pub n_known: usize,
    /// How many of its entries no longer occur.
    pub n_gone: usize,
}

/// Path, rule and fingerprint.
type Key = (String, String, String);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    count: usize,
    excerpt: String,
}

#[derive(Serialize, Deserialize)]
struct Header {
    format: String,
}

#[derive(Serialize, Deserialize)]
struct Line {
    path: String,
    rule: String,
    fingerprint: String,
    count: usize,
    text: String,
}

/// Texts of units by place.
pub struct Units<'a> {
    documents: BTreeMap<&'a str, &'a Document>,
}

impl<'a> Units<'a> {
    /// Gathers the documents that findings may stand in.
    pub fn new(documents: impl IntoIterator<Item = &'a Document>) -> Self {
        let documents = documents.into_iter();
        Self {
            documents: documents
                .map(|document| (document.source.name(), document))
                .collect(),
        }
    }

    /// The text of the unit that a finding stands in, else what it marks.
    fn text(&self, finding: &Finding) -> String {
        let (source, span) = (&finding.at.source, finding.at.span);
        let document = self.documents.get(source.name());
        let unit = document.and_then(|document| {
            let unit = document.unit_at(span.start)?;
            Some(source.slice(document.unit(unit).span))
        });
        fold_space(unit.unwrap_or_else(|| source.slice(span))).into_owned()
    }

    fn key(&self, finding: &Finding) -> (Key, String) {
        let text = self.text(finding);
        let said = format!("{text}{}", finding.arguments());
        let fingerprint = Fingerprint::of(&said).to_string();
        let path = finding.at.source.name().to_owned();
        ((path, finding.rule.id.to_owned(), fingerprint), text)
    }
}

impl Baseline {
    /// Makes the baseline of all these findings.
    pub fn of(findings: &[Finding], units: &Units<'_>) -> Self {
        let mut entries: BTreeMap<Key, Entry> = BTreeMap::new();
        for finding in findings {
            let (key, text) = units.key(finding);
            let entry = entries.entry(key).or_insert_with(|| Entry {
                count: 0,
                excerpt: text.chars().take(EXCERPT).collect(),
            });
            entry.count += 1;
        }
        Self { entries }
    }

    /// Returns how many findings it holds.
    pub fn n_findings(&self) -> usize {
        self.entries.values().map(|entry| entry.count).sum()
    }

    /// Takes the known findings away: those of the same file first, then those whose text has moved to another.
    pub fn compare(&self, findings: Vec<Finding>, units: &Units<'_>) -> Compared {
        let mut left = self.entries.clone();
        let mut rest = Vec::new();
        let n_findings = findings.len();
        for finding in findings {
            let (key, _) = units.key(&finding);
            match left.get_mut(&key).filter(|entry| entry.count > 0) {
                Some(entry) => entry.count -= 1,
                None => rest.push((finding, key)),
            }
        }
        let mut moved: BTreeMap<(String, String), usize> = BTreeMap::new();
        for ((_, rule, fingerprint), entry) in left {
            *moved.entry((rule, fingerprint)).or_default() += entry.count;
        }
        let mut new = Vec::new();
        for (finding, (_, rule, fingerprint)) in rest {
            let known = moved.get_mut(&(rule, fingerprint));
            match known.filter(|count| **count > 0) {
                Some(count) => *count -= 1,
                None => new.push(finding),
            }
        }
        Compared {
            n_known: n_findings - new.len(),
            n_gone: moved.values().sum(),
            new,
        }
    }
}

/// Writes a baseline file.
pub fn write(baseline: &Baseline) -> String {
    let header = Header {
        format: FORMAT.to_owned(),
    };
    let lines = baseline
        .entries
        .iter()
        .map(|((path, rule, fingerprint), entry)| {
            let line = Line {
                path: path.clone(),
                rule: rule.clone(),
                fingerprint: fingerprint.clone(),
                count: entry.count,
                text: entry.excerpt.clone(),
            };
            serde_json::to_string(&line)
        });
    let lines = std::iter::once(serde_json::to_string(&header)).chain(lines);
    lines
        .map(|line| line.expect("texts and numbers are JSON") + "\n")
        .collect()
}

/// Reads a baseline file. Lines that two branches both added count once, with the higher count; a line that is none refuses the file.
pub fn read(source: &Source) -> Result<Baseline, Notice> {
    let (mut baseline, mut start) = (Baseline::default(), 0);
    for (line_idx, line) in source.text().split_inclusive('\n').enumerate() {
        let at = Span::of(start..start + line.trim_end().len());
        start += line.len();
        if line_idx == 0 {
            let header = serde_json::from_str::<Header>(line);
            if header.map_or(true, |header| header.format != FORMAT) {
                return Err(Notice::new("baseline-version").at(source, at));
            }
        } else if !line.trim().is_empty() {
            let line: Line = serde_json::from_str(line)
                .map_err(|_| Notice::new("baseline-damaged").at(source, at))?;
            let entry = baseline
                .entries
                .entry((line.path, line.rule, line.fingerprint))
                .or_insert(Entry {
                    count: 0,
                    excerpt: line.text,
                });
            entry.count = entry.count.max(line.count);
        }
    }
    if source.text().is_empty() {
        return Err(Notice::new("baseline-version").at(source, Span::default()));
    }
    Ok(baseline)
}
