//! Findings as one JSON document (`duizhao/check/1`). Its words are English whatever the interface's language.

use crate::lint::finding::Finding;
use crate::lint::finding::Location;
use crate::lint::fix::Fix;
use crate::lint::meta::Severity;
use crate::progress::movement::Movement;
use crate::report::coverage::CoverageJson;
use crate::report::place::Places;
use crate::report::run::Format;
use crate::report::run::Run;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io;
use std::io::Write;

/// The format.
pub static FORMAT: Format = Format {
    name: "json",
    help: "format-json",
    write,
};

#[derive(Serialize)]
struct CheckJson<'a> {
    schema: &'static str,
    findings: Vec<FindingJson<'a>>,
    summary: SummaryJson,
    coverage: CoverageJson,
    #[serde(skip_serializing_if = "Option::is_none")]
    base: Option<BaseJson<'a>>,
    gate: GateJson,
}

/// Whether the run passes, and what it fails at besides its findings.
#[derive(Serialize)]
struct GateJson {
    passes: bool,
    failures: Vec<String>,
}

#[derive(Serialize)]
struct BaseJson<'a> {
    revision: &'a str,
    commit: &'a str,
    known: usize,
    coverage: CoverageJson,
    movement: Movement,
}

#[derive(Serialize)]
struct FindingJson<'a> {
    rule: &'a str,
    severity: &'a str,
    message: String,
    path: &'a str,
    line: u32,
    column: u32,
    start: u32,
    end: u32,
    related: Vec<RelatedJson<'a>>,
    args: BTreeMap<&'a str, &'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<FixJson<'a>>,
}

#[derive(Serialize)]
struct RelatedJson<'a> {
    path: &'a str,
    line: u32,
    column: u32,
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct FixJson<'a> {
    applicability: &'static str,
    edits: Vec<EditJson<'a>>,
}

#[derive(Serialize)]
struct EditJson<'a> {
    start: u32,
    end: u32,
    text: &'a str,
}

#[derive(Serialize)]
struct SummaryJson {
    errors: usize,
    warnings: usize,
    infos: usize,
    known: usize,
}

fn write(run: &Run<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (mut places, mut related) = (Places::default(), Places::default());
    let findings = run.findings.iter();
    let document = CheckJson {
        schema: "duizhao/check/1",
        findings: findings
            .map(|finding| to_json(run, finding, &mut places, &mut related))
            .collect(),
        summary: SummaryJson {
            errors: count(run.findings, Severity::Error),
            warnings: count(run.findings, Severity::Warning),
            infos: count(run.findings, Severity::Info),
            known: run.n_known,
        },
        coverage: CoverageJson::from(run.coverage),
        base: run.base.map(|base| BaseJson {
            revision: &base.revision,
            commit: &base.commit,
            known: base.n_known,
            coverage: CoverageJson::from(&base.coverage),
            movement: base.movement,
        }),
        gate: GateJson {
            passes: run.passes(),
            failures: run
                .failures
                .iter()
                .map(|failure| run.english.notice(failure))
                .collect(),
        },
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

/// Counts the findings of one severity.
pub fn count(findings: &[Finding], severity: Severity) -> usize {
    let of_it = findings
        .iter()
        .filter(|finding| finding.severity == severity);
    of_it.count()
}

fn to_json<'a>(
    run: &Run<'_>,
    finding: &'a Finding,
    places: &mut Places,
    related: &mut Places,
) -> FindingJson<'a> {
    let place = places.at(&finding.at.source, finding.at.span.start);
    let args = finding.args.iter();
    FindingJson {
        rule: finding.rule.id,
        severity: finding.severity.name(),
        message: run.english.finding(finding),
        path: finding.at.source.name(),
        line: place.line,
        column: place.column,
        start: finding.at.span.start,
        end: finding.at.span.end,
        related: finding
            .related
            .iter()
            .map(|at| to_related(at, related))
            .collect(),
        args: args.map(|(name, value)| (*name, value.as_str())).collect(),
        fix: finding.fix.as_ref().map(to_fix),
    }
}

fn to_related<'a>(at: &'a Location, places: &mut Places) -> RelatedJson<'a> {
    let place = places.at(&at.source, at.span.start);
    RelatedJson {
        path: at.source.name(),
        line: place.line,
        column: place.column,
        start: at.span.start,
        end: at.span.end,
    }
}

fn to_fix(fix: &Fix) -> FixJson<'_> {
    let edits = fix.edits.iter().map(|edit| EditJson {
        start: edit.span.start,
        end: edit.span.end,
        text: &edit.text,
    });
    FixJson {
        applicability: fix.applicability.name(),
        edits: edits.collect(),
    }
}
