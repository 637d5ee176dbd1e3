//! Workflow commands of GitHub Actions, which shows them beside the changed lines.
//!
//! Paths are relative to the repository, of which the project may be a folder.
//! GitHub shows ten annotations of a level and a step and drops the rest without a word: we write nine and then how many more there are.

use crate::lint::finding::Finding;
use crate::lint::meta::Severity;
use crate::report::place::Places;
use crate::report::run::Format;
use crate::report::run::Run;
use std::io;
use std::io::Write;

/// The format.
pub static FORMAT: Format = Format {
    name: "github",
    help: "format-github",
    write,
};

const MOST: usize = 9;

fn write(run: &Run<'_>, out: &mut dyn Write) -> io::Result<()> {
    for (severity, level) in [
        (Severity::Error, "error"),
        (Severity::Warning, "warning"),
        (Severity::Info, "notice"),
    ] {
        let findings = run.findings.iter();
        let of_level: Vec<&Finding> = findings
            .filter(|finding| finding.severity == severity)
            .collect();
        let mut places = Places::default();
        for finding in of_level.iter().take(MOST) {
            write_one(run, finding, level, &mut places, out)?;
        }
        let n_more = of_level.len().saturating_sub(MOST);
        if n_more > 0 {
            let more = run
                .english
                .format("report-github-more", &[("n", &n_more.to_string())]);
            writeln!(out, "::{level} title=duizhao::{}", data(&more))?;
        }
    }
    Ok(())
}

fn write_one(
    run: &Run<'_>,
    finding: &Finding,
    level: &str,
    places: &mut Places,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (source, span) = (&finding.at.source, finding.at.span);
    let start = places.at(source, span.start);
    let end = places.at(source, span.end);
    write!(
        out,
        "::{level} file={}{},line={},endLine={}",
        property(run.folder),
        property(source.name()),
        start.line,
        end.line
    )?;
    if start.line == end.line {
        write!(out, ",col={},endColumn={}", start.column, end.column)?;
    }
    writeln!(
        out,
        ",title={}::{}",
        property(finding.rule.id),
        data(&run.english.finding(finding))
    )
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
