//! Checkstyle's XML, which nearly every CI server reads.

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
    name: "checkstyle",
    help: "format-checkstyle",
    write,
};

fn write(run: &Run<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut files: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in run.findings {
        let name = finding.at.source.name();
        files.entry(name).or_default().push(finding);
    }
    let mut places = Places::default();
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<checkstyle version=\"4.3\">")?;
    for (name, findings) in files {
        let path = escape(&format!("{}{name}", run.folder));
        writeln!(out, "  <file name=\"{path}\">")?;
        for finding in findings {
            let place = places.at(&finding.at.source, finding.at.span.start);
            writeln!(
                out,
                "    <error line=\"{}\" column=\"{}\" severity=\"{}\" message=\"{}\" source=\"duizhao.{}\"/>",
                place.line,
                place.column,
                finding.severity.name(),
                escape(&run.english.finding(finding)),
                finding.rule.id.replace('/', "."),
            )?;
        }
        writeln!(out, "  </file>")?;
    }
    writeln!(out, "</checkstyle>")
}
