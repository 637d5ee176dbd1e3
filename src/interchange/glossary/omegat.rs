//! OmegaT's glossaries: source, target and comment, parted by tabs; `#` begins a comment line.
//!
//! OmegaT takes every target for a valid one, so that forbidden ones are left out.

use crate::interchange::delimited;
use crate::interchange::encoding;
use crate::interchange::glossary::exchange::ExportSettings;
use crate::interchange::glossary::exchange::Format;
use crate::interchange::glossary::exchange::Import;
use crate::interchange::glossary::exchange::ImportSettings;
use crate::interchange::glossary::flat;
use crate::interchange::input::Input;
use crate::termbase::termbase::Termbase;
use std::io;
use std::io::Write;

/// OmegaT's glossaries.
pub static FORMAT: Format = Format {
    name: "omegat",
    endings: &["txt", "utf8"],
    read,
    write,
    holds: |_, key| matches!(key, "src" | "tgt" | "allow" | "dnt" | "note"),
    leaves_out: flat::leaves_out,
};

fn read(input: &Input<'_>, settings: &ImportSettings) -> Import {
    let source = match encoding::text(input) {
        Ok(source) => source,
        Err(problem) => return Import::failed(problem),
    };
    let mut settings = settings.clone();
    if settings.columns.is_empty() {
        let columns = ["source", "target", "note"];
        settings.columns = columns.map(str::to_owned).to_vec();
    }
    let (mut table, problems) = delimited::read(&source, '\t');
    table
        .rows
        .retain(|row| !row.cells.first().is_some_and(|cell| cell.starts_with('#')));
    let mut import = table.read(&settings);
    import.problems.splice(0..0, problems);
    import
}

fn write(termbase: &Termbase, settings: &ExportSettings, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# {} → {}", settings.source, settings.target)?;
    for concept in &termbase.concepts {
        let (None, Some(target)) = (flat::leaves_out(concept), flat::target(concept)) else {
            continue;
        };
        let note = concept
            .note
            .as_deref()
            .map(flat::one_line)
            .unwrap_or_default();
        for form in &concept.source {
            let form = flat::written_out(form);
            let also = concept.allow.iter().map(|form| flat::written_out(form));
            for target in std::iter::once(target.clone()).chain(also) {
                // A term that begins with `#` would be read as a comment.
                let form = form
                    .strip_prefix('#')
                    .map_or(form.clone(), |rest| format!("\u{ff03}{rest}"));
                match note.is_empty() {
                    true => writeln!(out, "{form}\t{target}")?,
                    false => writeln!(out, "{form}\t{target}\t{note}")?,
                }
            }
        }
    }
    Ok(())
}
