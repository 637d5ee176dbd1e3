//! Comma-separated values, as spreadsheets and terminology services save them.

use crate::interchange::delimited;
use crate::interchange::encoding;
use crate::interchange::glossary::exact;
use crate::interchange::glossary::exchange::ExportSettings;
use crate::interchange::glossary::exchange::Format;
use crate::interchange::glossary::exchange::Import;
use crate::interchange::glossary::exchange::ImportSettings;
use crate::interchange::glossary::exchange::leaves_none;
use crate::interchange::input::Input;
use crate::termbase::termbase::Termbase;
use std::io;
use std::io::Write;

/// Comma-separated values. On import semicolons and tabs are recognized too: spreadsheets of many countries write them.
pub static FORMAT: Format = Format {
    name: "csv",
    endings: &["csv"],
    read,
    write,
    holds: exact::holds,
    leaves_out: leaves_none,
};

fn read(input: &Input<'_>, settings: &ImportSettings) -> Import {
    read_delimited(input, settings, ',')
}

/// Reads a table; `usual` parts the cells where nothing speaks for another delimiter.
pub fn read_delimited(input: &Input<'_>, settings: &ImportSettings, usual: char) -> Import {
    let source = match encoding::text(input) {
        Ok(source) => source,
        Err(problem) => return Import::failed(problem),
    };
    let delimiter = delimited::delimiter(source.text(), &[',', ';', '\t'], usual);
    let (table, problems) = delimited::read(&source, delimiter);
    let mut import = table.read(settings);
    import.problems.splice(0..0, problems);
    import
}

fn write(termbase: &Termbase, _: &ExportSettings, out: &mut dyn Write) -> io::Result<()> {
    for row in exact::rows(termbase) {
        delimited::write_row(out, &row, ',', true)?;
    }
    Ok(())
}
