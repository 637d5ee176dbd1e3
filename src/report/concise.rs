//! One finding a line, for editors and `grep`: `path:line:column: severity rule message`.

use crate::report::place::Places;
use crate::report::run::Format;
use crate::report::run::Run;
use crate::report::table::printable;
use std::io;
use std::io::Write;

/// The format.
pub static FORMAT: Format = Format {
    name: "concise",
    help: "format-concise",
    write,
};

fn write(run: &Run<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut places = Places::default();
    for finding in run.findings {
        let place = places.at(&finding.at.source, finding.at.span.start);
        writeln!(
            out,
            "{}:{}:{}: {} {} {}",
            printable(finding.at.source.name()),
            place.line,
            place.column,
            finding.severity.name(),
            finding.rule.id,
            printable(&run.messages.finding(finding)),
        )?;
    }
    Ok(())
}
