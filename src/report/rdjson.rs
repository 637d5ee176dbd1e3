//! reviewdog's diagnostics (`rdjson`), for comments in reviews. Its columns are bytes of UTF-8.

use crate::lint::finding::Finding;
use crate::lint::finding::Location;
use crate::lint::meta::Severity;
use crate::report::place::ColumnUnit;
use crate::report::place::Places;
use crate::report::run::Format;
use crate::report::run::Run;
use crate::text::source::LineColumn;
use crate::text::source::Source;
use crate::text::span::Span;
use serde::Serialize;
use std::io;
use std::io::Write;

/// The format.
pub static FORMAT: Format = Format {
    name: "rdjson",
    help: "format-rdjson",
    write,
};

#[derive(Serialize)]
struct DiagnosticResult<'a> {
    source: Tool,
    diagnostics: Vec<Diagnostic<'a>>,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
}

#[derive(Serialize)]
struct Diagnostic<'a> {
    message: String,
    location: Place,
    severity: &'static str,
    code: Code,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion<'a>>,
    #[serde(rename = "related_locations", skip_serializing_if = "Vec::is_empty")]
    related: Vec<Related>,
}

#[derive(Serialize)]
struct Code {
    value: &'static str,
}

#[derive(Serialize)]
struct Related {
    message: &'static str,
    location: Place,
}

#[derive(Serialize)]
struct Place {
    path: String,
    range: Range,
}

#[derive(Serialize)]
struct Range {
    start: LineColumn,
    end: LineColumn,
}

#[derive(Serialize)]
struct Suggestion<'a> {
    range: Range,
    text: &'a str,
}

fn write(run: &Run<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut places = Places::counting(ColumnUnit::Bytes);
    let mut related = Places::counting(ColumnUnit::Bytes);
    let findings = run.findings.iter();
    let result = DiagnosticResult {
        source: Tool { name: "duizhao" },
        diagnostics: findings
            .map(|finding| diagnostic(run, finding, &mut places, &mut related))
            .collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &result)?;
    writeln!(out)
}

fn diagnostic<'a>(
    run: &Run<'_>,
    finding: &'a Finding,
    places: &mut Places,
    related: &mut Places,
) -> Diagnostic<'a> {
    let source = &finding.at.source;
    let edits = finding.fix.iter().flat_map(|fix| &fix.edits);
    let at = |location: &Location, places: &mut Places| Place {
        path: format!("{}{}", run.folder, location.source.name()),
        range: range(&location.source, location.span, places),
    };
    Diagnostic {
        message: run.english.finding(finding),
        location: at(&finding.at, places),
        severity: match finding.severity {
            Severity::Error => "ERROR",
            Severity::Warning => "WARNING",
            Severity::Info | Severity::Off => "INFO",
        },
        code: Code {
            value: finding.rule.id,
        },
        suggestions: edits
            .map(|edit| Suggestion {
                range: range(source, edit.span, places),
                text: &edit.text,
            })
            .collect(),
        related: finding
            .related
            .iter()
            .map(|location| Related {
                message: "the counterpart",
                location: at(location, related),
            })
            .collect(),
    }
}

fn range(source: &Source, span: Span, places: &mut Places) -> Range {
    Range {
        start: places.at(source, span.start),
        end: places.at(source, span.end),
    }
}
