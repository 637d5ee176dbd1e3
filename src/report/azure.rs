//! Logging commands of Azure Pipelines, which show errors and warnings beside the run.

use crate::lint::meta::Severity;
use crate::report::place::Places;
use crate::report::run::Format;
use crate::report::run::Run;
use std::io;
use std::io::Write;

/// The format.
pub static FORMAT: Format = Format {
    name: "azure",
    help: "format-azure",
    write,
};

fn write(run: &Run<'_>, out: &mut dyn Write) -> io::Result<()> {
    for failure in run.failures {
        let message = data(&run.english.notice(failure));
        writeln!(out, "##vso[task.logissue type=error;code=gate;]{message}")?;
    }
    let mut places = Places::default();
    for finding in run.findings {
        let place = places.at(&finding.at.source, finding.at.span.start);
        let path = format!("{}{}", run.folder, finding.at.source.name());
        let message = run.english.finding(finding);
        let level = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            // Azure knows two levels; the rest is only for the log.
            Severity::Info | Severity::Off => {
                let line = format!("{path}:{}:{}", place.line, place.column);
                writeln!(
                    out,
                    "{} {}",
                    data(&line),
                    data(&format!("{} {message}", finding.rule.id))
                )?;
                continue;
            }
        };
        writeln!(
            out,
            "##vso[task.logissue type={level};sourcepath={};linenumber={};columnnumber={};code={};]{}",
            property(&path),
            place.line,
            place.column,
            property(finding.rule.id),
            data(&message)
        )?;
    }
    Ok(())
}

fn data(text: &str) -> String {
    text.replace('%', "%AZP25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(';', "%3B").replace(']', "%5D")
}
