//! Spreadsheets (XLSX).

use crate::interchange::glossary::exact;
use crate::interchange::glossary::exchange::ExportSettings;
use crate::interchange::glossary::exchange::Format;
use crate::interchange::glossary::exchange::Import;
use crate::interchange::glossary::exchange::ImportSettings;
use crate::interchange::glossary::exchange::leaves_none;
use crate::interchange::input::Input;
use crate::interchange::spreadsheet;
use crate::termbase::termbase::Termbase;
use std::io;
use std::io::Write;

/// Spreadsheets.
pub static FORMAT: Format = Format {
    name: "xlsx",
    endings: &["xlsx"],
    read,
    write,
    holds: exact::holds,
    leaves_out: leaves_none,
};

fn read(input: &Input<'_>, settings: &ImportSettings) -> Import {
    let tables = match spreadsheet::read(input) {
        Ok(tables) => tables,
        Err(notice) => return Import::failed(notice),
    };
    let mut import = Import::default();
    for table in tables {
        match table {
            Ok(table) => {
                let sheet = table.read(settings);
                import.entries.extend(sheet.entries);
                import.problems.extend(sheet.problems);
                import.remarks.extend(sheet.remarks);
            }
            Err(notice) => import.problems.push(notice),
        }
    }
    import
}

fn write(termbase: &Termbase, _: &ExportSettings, out: &mut dyn Write) -> io::Result<()> {
    spreadsheet::write(&exact::rows(termbase), out)
}
