//! The code quality report of GitLab: one JSON list, in the shape of Code Climate.

use crate::lint::finding::Finding;
use crate::lint::meta::Severity;
use crate::report::identity;
use crate::report::place::Places;
use crate::report::run::Format;
use crate::report::run::Run;
use crate::text::source::LineColumn;
use serde::Serialize;
use std::io;
use std::io::Write;

/// The format.
pub static FORMAT: Format = Format {
    name: "gitlab",
    help: "format-gitlab",
    write,
};

#[derive(Serialize)]
struct Issue<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    description: String,
    check_name: &'static str,
    categories: [&'static str; 1],
    fingerprint: &'a str,
    severity: &'static str,
    location: Place,
}

#[derive(Serialize)]
struct Place {
    path: String,
    lines: Lines,
    positions: Positions,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

#[derive(Serialize)]
struct Positions {
    begin: LineColumn,
    end: LineColumn,
}

fn write(run: &Run<'_>, out: &mut dyn Write) -> io::Result<()> {
    let names = identity::names(run.findings);
    let mut places = Places::default();
    let named = run.findings.iter().zip(&names);
    let issues: Vec<Issue<'_>> = named
        .map(|(finding, name)| issue(run, finding, name, &mut places))
        .collect();
    serde_json::to_writer_pretty(&mut *out, &issues)?;
    writeln!(out)
}

fn issue<'a>(run: &Run<'_>, finding: &Finding, name: &'a str, places: &mut Places) -> Issue<'a> {
    let (source, span) = (&finding.at.source, finding.at.span);
    let begin = places.at(source, span.start);
    let end = places.at(source, span.end);
    Issue {
        kind: "issue",
        description: run.english.finding(finding),
        check_name: finding.rule.id,
        categories: ["Style"],
        fingerprint: name,
        severity: match finding.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Info | Severity::Off => "info",
        },
        location: Place {
            path: format!("{}{}", run.folder, source.name()),
            lines: Lines {
                begin: begin.line,
                end: end.line,
            },
            positions: Positions { begin, end },
        },
    }
}
