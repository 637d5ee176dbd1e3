//! Workflow commands of GitHub Actions, which shows them beside the changed lines.
//!
//! Paths are relative to the repository, of which the project may be a folder.
//! GitHub shows ten annotations of a level and a step and drops the rest without a word: we write nine and then how many more there are. What the
//! change touched comes first, then what is more severe.

use crate::lint::meta::Severity;
use crate::report::place::Places;
use crate::report::run::Format;
use crate::report::run::Run;
use crate::text::source::Source;
use crate::text::span::Span;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io;
use std::io::Write;

/// The format.
pub static FORMAT: Format = Format {
    name: "github",
    help: "format-github",
    write,
};

const MOST: usize = 9;

/// Where an annotation begins and ends, and what it says.
struct Annotation<'a> {
    severity: Severity,
    is_touched: bool,
    at: Option<(&'a Source, Span)>,
    title: &'static str,
    text: String,
}

fn write(run: &Run<'_>, out: &mut dyn Write) -> io::Result<()> {
    let failures = run.failures.iter().map(|failure| Annotation {
        severity: Severity::Error,
        is_touched: true,
        at: failure.at.as_ref().map(|(source, span)| (source, *span)),
        title: "duizhao",
        text: run.english.words(failure),
    });
    let findings = run.findings.iter().map(|finding| Annotation {
        severity: finding.severity,
        is_touched: run.is_touched(finding),
        at: Some((&finding.at.source, finding.at.span)),
        title: finding.rule.id,
        text: run.english.finding(finding),
    });
    let mut sorted: Vec<Annotation<'_>> = failures.chain(findings).collect();
    sorted.sort_by_key(|one| (Reverse(one.is_touched), Reverse(one.severity)));
    let mut places = Places::default();
    let mut written: BTreeMap<&str, usize> = BTreeMap::new();
    for annotation in &sorted {
        let Some(level) = level(annotation.severity) else {
            continue;
        };
        let n_written = written.entry(level).or_default();
        *n_written += 1;
        if *n_written <= MOST {
            write_one(run, annotation, level, &mut places, out)?;
        }
    }
    for severity in [Severity::Error, Severity::Warning, Severity::Info] {
        let Some(level) = level(severity) else {
            continue;
        };
        let n_all = written.get(level).copied().unwrap_or_default();
        let n_more = n_all.saturating_sub(MOST);
        if n_more > 0 {
            let more = run
                .english
                .format("report-github-more", &[("n", &n_more.to_string())]);
            writeln!(out, "::{level} title=duizhao::{}", data(&more))?;
        }
    }
    Ok(())
}

const fn level(severity: Severity) -> Option<&'static str> {
    match severity {
        Severity::Error => Some("error"),
        Severity::Warning => Some("warning"),
        Severity::Info => Some("notice"),
        Severity::Off => None,
    }
}

fn write_one(
    run: &Run<'_>,
    annotation: &Annotation<'_>,
    level: &str,
    places: &mut Places,
    out: &mut dyn Write,
) -> io::Result<()> {
    write!(out, "::{level} ")?;
    if let Some((source, span)) = annotation.at {
        let start = places.at(source, span.start);
        let end = places.at(source, span.end);
        write!(
            out,
            "file={}{},line={},endLine={},",
            property(run.folder),
            property(source.name()),
            start.line,
            end.line
        )?;
        if start.line == end.line {
            write!(out, "col={},endColumn={},", start.column, end.column)?;
        }
    }
    let (title, text) = (property(annotation.title), data(&annotation.text));
    writeln!(out, "title={title}::{text}")
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
