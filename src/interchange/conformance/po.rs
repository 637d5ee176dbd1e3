//! PO: what `msgfmt -c` refuses, and what stumbles later.

use crate::interchange::conformance::format::Format;
use crate::interchange::conformance::po_forms;
use crate::interchange::conformance::po_header;
use crate::interchange::po::read::read;
use crate::interchange::problem::Problems;
use crate::lint::meta::Severity;
use crate::text::notice::Notice;
use crate::text::span::Span;

/// PO and POT.
pub static FORMAT: Format = Format {
    name: "po",
    endings: &[".po", ".pot"],
    is_it: |beginning| {
        let lines = beginning.text.lines().take(1000).map(str::trim_start);
        let mut lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
        let is_keyword = |line: &str| {
            ["msgid", "msgctxt", "domain "]
                .iter()
                .any(|word| line.starts_with(word))
        };
        !beginning.is_markup() && lines.next().is_some_and(is_keyword)
    },
    check,
};

fn check(problems: &mut Problems) -> String {
    let file = read(problems.source());
    for notice in &file.problems {
        problems.push(Severity::Error, notice.clone());
    }
    let has_nothing = file.header.is_none() && file.entries.is_empty();
    if has_nothing && file.problems.is_empty() {
        problems.error(Notice::new("po-empty"), Span::new(0, 0));
    }
    let is_template = file.source.name().to_ascii_lowercase().ends_with(".pot");
    let forms = po_header::check(&file, is_template, problems);
    for entry in file.entries.iter().filter(|entry| !entry.is_obsolete) {
        po_forms::check(entry, forms.as_ref(), problems);
    }
    String::new()
}
