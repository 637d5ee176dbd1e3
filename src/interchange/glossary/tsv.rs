//! Tab-separated values.

use crate::interchange::delimited;
use crate::interchange::glossary::csv;
use crate::interchange::glossary::exact;
use crate::interchange::glossary::exchange::ExportSettings;
use crate::interchange::glossary::exchange::Format;
use crate::interchange::glossary::exchange::leaves_none;
use crate::termbase::termbase::Termbase;
use std::io;
use std::io::Write;

/// Tab-separated values.
pub static FORMAT: Format = Format {
    name: "tsv",
    endings: &["tsv", "tab"],
    read: |input, settings| csv::read_delimited(input, settings, '\t'),
    write,
    holds: exact::holds,
    leaves_out: leaves_none,
};

fn write(termbase: &Termbase, _: &ExportSettings, out: &mut dyn Write) -> io::Result<()> {
    for row in exact::rows(termbase) {
        delimited::write_row(out, &row, '\t', true)?;
    }
    Ok(())
}
