//! Tables for reviewers: one row a segment. Only the column `target` is to be changed; `level` says how far it has come.

use crate::bitext::bitext::PairState;
use crate::interchange::delimited;
use crate::interchange::encoding;
use crate::interchange::input::Input;
use crate::interchange::job::content::Job;
use crate::interchange::job::format;
use crate::interchange::job::format::Format;
use crate::interchange::job::format::WriteSettings;
use crate::interchange::job::returned::Returned;
use crate::interchange::job::returned::ReturnedSegment;
use crate::interchange::job::returned::ReturnedText;
use crate::interchange::job::returned::Said;
use crate::interchange::spreadsheet;
use crate::interchange::table::Table;
use crate::interchange::table::TableRow;
use crate::text::notice::Notice;
use std::io;
use std::io::Write;

/// Comma-separated values.
pub static CSV: Format = Format {
    name: "csv",
    endings: &["csv"],
    is_usual: format::all,
    read: |input| read_delimited(input, ','),
    write: |job, settings, out| write_delimited(job, settings, ',', out),
};

/// Tab-separated values.
pub static TSV: Format = Format {
    name: "tsv",
    endings: &["tsv", "tab"],
    is_usual: format::all,
    read: |input| read_delimited(input, '\t'),
    write: |job, settings, out| write_delimited(job, settings, '\t', out),
};

/// Spreadsheets.
pub static XLSX: Format = Format {
    name: "xlsx",
    endings: &["xlsx"],
    is_usual: format::all,
    read: read_spreadsheet,
    write: |job, _, out| spreadsheet::write(&rows(job), out),
};

/// The columns, in their order.
const COLUMNS: [&str; 10] = [
    "path", "line", "kind", "state", "source", "target", "level", "previous", "key", "base",
];

fn rows(job: &Job) -> Vec<Vec<String>> {
    let mut rows = vec![COLUMNS.map(str::to_owned).to_vec()];
    for (file, segment) in job.wanted() {
        let previous = segment.previous.as_ref();
        rows.push(vec![
            file.source.clone(),
            segment.line.to_string(),
            segment.kind.name().to_owned(),
            segment.state.name().to_owned(),
            segment.source.text.clone(),
            segment.target.text.clone(),
            level(segment.state).to_owned(),
            previous.map_or_else(String::new, |previous| previous.source.clone()),
            segment.key.clone(),
            segment.base(),
        ]);
    }
    rows
}

/// What the column `level` says of a pair: nothing where a reviewer has to say it.
const fn level(state: PairState) -> &'static str {
    match state {
        PairState::Machine => "machine",
        PairState::Translated | PairState::Edited => "translated",
        PairState::Reviewed => "reviewed",
        _ => "",
    }
}

fn write_delimited(
    job: &Job,
    _: &WriteSettings,
    delimiter: char,
    out: &mut dyn Write,
) -> io::Result<()> {
    rows(job)
        .iter()
        .try_for_each(|row| delimited::write_row(out, row, delimiter, true))
}

fn read_delimited(input: &Input<'_>, usual: char) -> Returned {
    let source = match encoding::text(input) {
        Ok(source) => source,
        Err(problem) => return Returned::failed(problem),
    };
    let delimiter = delimited::delimiter(source.text(), &[',', ';', '\t'], usual);
    let (table, problems) = delimited::read(&source, delimiter);
    let mut returned = Returned {
        problems,
        ..Returned::default()
    };
    read_table(&table, &mut returned);
    returned
}

fn read_spreadsheet(input: &Input<'_>) -> Returned {
    let tables = match spreadsheet::read(input) {
        Ok(tables) => tables,
        Err(problem) => return Returned::failed(problem),
    };
    let mut returned = Returned::default();
    for table in tables {
        match table {
            Ok(table) => read_table(&table, &mut returned),
            Err(problem) => returned.problems.push(problem),
        }
    }
    returned
}

fn read_table(table: &Table, returned: &mut Returned) {
    let is_used = |row: &&TableRow| row.cells.iter().any(|cell| !cell.trim().is_empty());
    let mut rows = table.rows.iter().filter(is_used);
    let Some(header) = rows.next() else {
        return;
    };
    let column = |name: &str| {
        let mut cells = header.cells.iter();
        cells.position(|cell| cell.trim().eq_ignore_ascii_case(name))
    };
    let (Some(target), Some(_)) = (column("target"), column("key").or_else(|| column("source")))
    else {
        let notice = Notice::new("job-table-columns");
        returned
            .problems
            .push(notice.at(&table.source, header.span));
        return;
    };
    let columns = [
        column("path"),
        column("key"),
        column("source"),
        column("base"),
        column("level"),
    ];
    for row in rows {
        let cell = |at: Option<usize>| {
            let cell = row.cells.get(at?)?;
            (!cell.trim().is_empty()).then(|| cell.clone())
        };
        let [path, key, source, base, level] = columns.map(cell);
        let at = (table.source.clone(), row.span);
        let said = match Said::of(level.as_deref().map(str::trim), &at) {
            Ok(said) => said,
            Err(notice) => {
                returned.problems.push(notice);
                continue;
            }
        };
        if key.is_none() && source.is_none() {
            let notice = Notice::new("job-no-name");
            returned.problems.push(notice.at(&table.source, row.span));
            continue;
        }
        returned.segments.push(ReturnedSegment {
            path,
            key,
            source,
            target: cell(Some(target)).map(ReturnedText::Markdown),
            base,
            level: Some(said.level),
            is_level_said: said.is_said,
            is_memory: false,
            is_everywhere: false,
            at,
        });
    }
}
