//! JUnit's XML: a suite for every document, a failed case for every finding that fails the gate.
//!
//! What does not reach the gate is told in the output of a case that passes: a server that counts failures counts as the gate does.

use crate::lint::finding::Finding;
use crate::report::markup::escape;
use crate::report::place::Places;
use crate::report::run::Format;
use crate::report::run::Run;
use std::collections::BTreeMap;
use std::io;
use std::io::Write;

/// The format.
pub static FORMAT: Format = Format {
    name: "junit",
    help: "format-junit",
    write,
};

fn write(run: &Run<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut suites: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for row in run.rows {
        suites.entry(&row.target).or_default();
    }
    for finding in run.findings {
        let name = finding.at.source.name();
        suites.entry(name).or_default().push(finding);
    }
    let cases = |findings: &[&Finding]| findings.len().max(1);
    let failures = |findings: &[&Finding]| {
        let failed = findings.iter().filter(|finding| run.fails(finding));
        failed.count()
    };
    let n_gate = run.failures.len();
    let n_tests: usize = suites.values().map(|findings| cases(findings)).sum();
    let n_failures: usize = suites.values().map(|findings| failures(findings)).sum();
    let (n_tests, n_failures) = (n_tests + n_gate, n_failures + n_gate);
    let mut places = Places::default();
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(
        out,
        "<testsuites name=\"duizhao\" tests=\"{n_tests}\" failures=\"{n_failures}\" errors=\"0\">"
    )?;
    write_gate(run, out)?;
    for (name, findings) in suites {
        let path = escape(&format!("{}{name}", run.folder));
        writeln!(
            out,
            "  <testsuite name=\"{path}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"0\">",
            cases(&findings),
            failures(&findings)
        )?;
        if findings.is_empty() {
            writeln!(out, "    <testcase name=\"{path}\" classname=\"duizhao\"/>")?;
        }
        for finding in findings {
            case(run, finding, &path, &mut places, out)?;
        }
        writeln!(out, "  </testsuite>")?;
    }
    writeln!(out, "</testsuites>")
}

/// What the run fails at besides its findings: a suite of its own.
fn write_gate(run: &Run<'_>, out: &mut dyn Write) -> io::Result<()> {
    let n = run.failures.len();
    if n == 0 {
        return Ok(());
    }
    writeln!(
        out,
        "  <testsuite name=\"gate\" tests=\"{n}\" failures=\"{n}\" errors=\"0\" skipped=\"0\">"
    )?;
    for failure in run.failures {
        let message = escape(&run.english.notice(failure));
        let kind = failure.id;
        writeln!(
            out,
            "    <testcase name=\"{message}\" classname=\"duizhao.gate\">\n      <failure type=\"{kind}\" message=\"{message}\">{message}</failure>\n    </testcase>"
        )?;
    }
    writeln!(out, "  </testsuite>")
}

fn case(
    run: &Run<'_>,
    finding: &Finding,
    path: &str,
    places: &mut Places,
    out: &mut dyn Write,
) -> io::Result<()> {
    let place = places.at(&finding.at.source, finding.at.span.start);
    let (line, column) = (place.line, place.column);
    let rule = finding.rule.id;
    let severity = finding.severity.name();
    let message = escape(&run.english.finding(finding));
    writeln!(
        out,
        "    <testcase name=\"{rule} {path}:{line}:{column}\" classname=\"duizhao.{}\">",
        rule.replace('/', ".")
    )?;
    let told = format!("{path}:{line}:{column}: {severity} {rule} {message}");
    match run.fails(finding) {
        true => writeln!(
            out,
            "      <failure type=\"{severity}\" message=\"{message}\">{told}</failure>"
        )?,
        false => writeln!(out, "      <system-out>{told}</system-out>")?,
    }
    writeln!(out, "    </testcase>")
}
