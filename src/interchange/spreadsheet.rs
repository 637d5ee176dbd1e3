//! Spreadsheets (XLSX) as tables. Formulas are never evaluated: what a cell shows was saved with it. Sizes are bounded before anything is unpacked.

use crate::interchange::input::Input;
use crate::interchange::table::Table;
use crate::interchange::table::TableRow;
use crate::text::notice::Notice;
use crate::text::source::Source;
use crate::text::span::Span;
use calamine::DataRef;
use calamine::Reader;
use calamine::Xlsx;
use rust_xlsxwriter::DocProperties;
use rust_xlsxwriter::ExcelDateTime;
use rust_xlsxwriter::Workbook;
use std::collections::BTreeMap;
use std::io;
use std::io::Cursor;
use std::io::Read;
use std::io::Write;
use zip::ZipArchive;

/// Unpacked, a spreadsheet of texts is far smaller than this.
const MOST_BYTES: u64 = 200 << 20;

/// More cells than this are no table for people.
const MOST_CELLS: usize = 2_000_000;

/// Reads the sheets of a file; an empty one among several is passed over.
pub fn read(input: &Input<'_>) -> Result<Vec<Result<Table, Notice>>, Notice> {
    check_size(input)?;
    let broken = |detail: String| {
        Notice::new("import-xlsx-broken")
            .arg("path", input.name)
            .arg("detail", detail)
    };
    let book = calamine::open_workbook_from_rs(Cursor::new(input.bytes));
    let mut book: Xlsx<_> = book.map_err(|error: calamine::XlsxError| broken(error.to_string()))?;
    let names = book.sheet_names();
    let n_sheets = names.len();
    let mut tables = Vec::new();
    for name in names {
        match rows(&mut book, &name, input) {
            Ok(rows) if rows.is_empty() && n_sheets > 1 => {}
            Ok(rows) => {
                let title = match n_sheets {
                    1 => input.name.to_owned(),
                    _ => format!("{}#{name}", input.name),
                };
                tables.push(Ok(table(title, rows)));
            }
            Err(notice) => tables.push(Err(notice)),
        }
    }
    Ok(tables)
}

/// Writes rows as the only sheet of a file. The same rows give the same bytes.
pub fn write(rows: &[Vec<String>], out: &mut dyn Write) -> io::Result<()> {
    let mut book = Workbook::new();
    // No clock.
    let date = ExcelDateTime::from_ymd(2000, 1, 1).map_err(io::Error::other)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&date));
    let sheet = book.add_worksheet();
    for (row_idx, row) in (0_u32..).zip(rows) {
        for (column_idx, cell) in (0_u16..).zip(row) {
            if !cell.is_empty() {
                // Always a string, never a formula.
                sheet
                    .write_string(row_idx, column_idx, cell)
                    .map_err(io::Error::other)?;
            }
        }
    }
    sheet.set_freeze_panes(1, 0).map_err(io::Error::other)?;
    let bytes = book.save_to_buffer().map_err(io::Error::other)?;
    out.write_all(&bytes)
}

/// Unpacks everything into nothing, to see how large it is: what the archive says of its sizes need not be true.
fn check_size(input: &Input<'_>) -> Result<(), Notice> {
    let broken = |error: zip::result::ZipError| {
        Notice::new("import-xlsx-broken")
            .arg("path", input.name)
            .arg("detail", error)
    };
    let mut archive = ZipArchive::new(Cursor::new(input.bytes)).map_err(broken)?;
    let mut left = MOST_BYTES;
    for file_idx in 0..archive.len() {
        let file = archive.by_index(file_idx).map_err(broken)?;
        let read = io::copy(&mut file.take(left + 1), &mut io::sink());
        let n_bytes = read.map_err(|error| broken(error.into()))?;
        if n_bytes > left {
            return Err(Notice::new("import-xlsx-large")
                .arg("path", input.name)
                .arg("limit", MOST_BYTES >> 20));
        }
        left -= n_bytes;
    }
    Ok(())
}

type Rows = BTreeMap<u32, BTreeMap<u32, String>>;

/// Reads the cells of a sheet one by one: a sheet of two cells in far corners stays two cells.
fn rows(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, input: &Input<'_>) -> Result<Rows, Notice> {
    let broken = |error: calamine::XlsxError| {
        Notice::new("import-xlsx-broken")
            .arg("path", input.name)
            .arg("detail", error)
    };
    let mut reader = book.worksheet_cells_reader(name).map_err(broken)?;
    let (mut rows, mut n_cells) = (Rows::new(), 0_usize);
    while let Some(cell) = reader.next_cell().map_err(broken)? {
        let text = match cell.get_value() {
            DataRef::Empty | DataRef::Error(_) => continue,
            DataRef::SharedString(text) => (*text).to_owned(),
            DataRef::String(text) => text.clone(),
            DataRef::Int(number) => number.to_string(),
            DataRef::Float(number) => number.to_string(),
            DataRef::Bool(value) => value.to_string(),
            // Dates and times are no terms.
            _ => continue,
        };
        n_cells += 1;
        if n_cells > MOST_CELLS {
            return Err(Notice::new("import-xlsx-cells")
                .arg("path", input.name)
                .arg("limit", MOST_CELLS));
        }
        let (row, column) = cell.get_position();
        // Glossaries are narrow; a cell far to the right belongs to something else.
        if column < 256 {
            rows.entry(row).or_default().insert(column, text);
        }
    }
    Ok(rows)
}

/// Makes a table whose places are the sheet's: line 7 is row 7.
fn table(title: String, rows: Rows) -> Table {
    let mut text = String::new();
    let mut placed = Vec::new();
    let mut line = 0_u32;
    for (row_idx, cells) in rows {
        if row_idx > line && row_idx - line < 100_000 {
            text.push_str(&"\n".repeat((row_idx - line) as usize));
        }
        line = row_idx;
        let width = cells.keys().next_back().copied().unwrap_or_default() as usize + 1;
        let mut row = vec![String::new(); width];
        for (column, cell) in cells {
            if let Some(place) = row.get_mut(column as usize) {
                *place = cell;
            }
        }
        let start = text.len();
        text.push_str(&row.join("\t").replace(['\n', '\r'], " "));
        placed.push(TableRow {
            span: Span::of(start..text.len()),
            cells: row,
        });
    }
    Table {
        rows: placed,
        ..Table::new(Source::new(title, text))
    }
}
