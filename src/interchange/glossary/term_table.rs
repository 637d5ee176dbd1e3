//! A term table of any make: which column holds what, and which language stands where.

use crate::interchange::glossary::exact;
use crate::interchange::glossary::exchange::Import;
use crate::interchange::glossary::exchange::ImportSettings;
use crate::interchange::glossary::field;
use crate::interchange::glossary::field::Field;
use crate::interchange::glossary::field::Header;
use crate::interchange::glossary::row;
use crate::interchange::glossary::row::Row;
use crate::interchange::table::Table;
use crate::interchange::table::TableRow;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use crate::text::script::is_han;
use crate::text::span::Span;

/// Which column holds what.
struct Columns {
    fields: Vec<Field>,
    has_header: bool,
    is_sure: bool,
}

impl Table {
    /// Reads the table's entries.
    pub fn read(mut self, settings: &ImportSettings) -> Import {
        self.rows
            .retain(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()));
        if exact::is_exact(&self) {
            return exact::read(&self, settings);
        }
        let mut import = Import::default();
        let columns = match self.columns(settings, &mut import) {
            Ok(columns) => columns,
            Err(problem) => {
                import.problems.push(problem);
                return import;
            }
        };
        let body = usize::from(columns.has_header);
        let mut rows: Vec<Row> = Vec::new();
        for row in self.rows.iter().skip(body) {
            rows.push(self.row(row, &columns.fields));
        }
        let is_backwards = !columns.is_sure && stands_backwards(&rows, settings);
        if is_backwards != settings.is_reversed {
            for row in &mut rows {
                std::mem::swap(&mut row.source, &mut row.target);
            }
        }
        if is_backwards && !settings.is_reversed {
            let notice = Notice::new("import-backwards")
                .arg("source", &settings.source)
                .arg("target", &settings.target);
            import
                .remarks
                .push(notice.at(&self.source, Span::default()));
        }
        row::read(&rows, settings, &mut import);
        import
    }

    fn row(&self, row: &TableRow, fields: &[Field]) -> Row {
        let mut read = Row {
            source: String::new(),
            target: String::new(),
            rest: Vec::new(),
            at: (self.source.clone(), row.span),
        };
        for (cell, field) in row.cells.iter().zip(fields) {
            match field {
                Field::Skip => {}
                Field::Source if read.source.is_empty() => read.source.clone_from(cell),
                Field::Target if read.target.is_empty() => read.target.clone_from(cell),
                _ if cell.trim().is_empty() => {}
                field => read.rest.push((*field, cell.trim().to_owned())),
            }
        }
        read
    }

    fn columns(&self, settings: &ImportSettings, import: &mut Import) -> Result<Columns, Notice> {
        let first = self.rows.first().map(|row| row.cells.as_slice());
        let Some(first) = first else {
            return Err(Notice::new("import-empty").arg("path", self.source.name()));
        };
        if !settings.columns.is_empty() {
            let fields = settings.columns.iter().map(|name| known(name, settings));
            return Ok(Columns {
                fields: fields.collect::<Result<_, _>>()?,
                has_header: self.has_header,
                is_sure: true,
            });
        }
        let headers: Vec<Option<Header>> = first.iter().map(|cell| field::header(cell)).collect();
        let mut fields: Vec<Option<Field>> = by_header(&headers, settings);
        let has = |fields: &[Option<Field>], wanted| fields.contains(&Some(wanted));
        let is_header = has(&fields, Field::Source) && has(&fields, Field::Target)
            || has(&fields, Field::Source) && has(&fields, Field::DoNotTranslate);
        let is_mapped = !settings.map.is_empty();
        let has_header = self.has_header || is_header || is_mapped && !is_numbered(settings);
        if !is_header {
            fields = vec![None; self.width()];
        }
        fields.resize(self.width(), None);
        for (column, name) in &settings.map {
            let column_idx =
                column_idx(column, first).ok_or_else(|| self.unknown_column(column, first))?;
            if let Some(field) = fields.get_mut(column_idx) {
                *field = Some(known(name, settings)?);
            }
        }
        let is_given = has(&fields, Field::Source) && has(&fields, Field::Target);
        if !is_header && !is_given {
            self.guess(&mut fields, usize::from(has_header), settings)?;
        }
        if has_header {
            self.tell_unread(first, &fields, import);
        }
        let is_by_language = headers
            .iter()
            .any(|header| matches!(header, Some(Header::Language(_))));
        Ok(Columns {
            fields: fields
                .into_iter()
                .map(|field| field.unwrap_or(Field::Skip))
                .collect(),
            has_header,
            is_sure: (is_header && is_by_language) || (is_mapped && is_given),
        })
    }

    fn width(&self) -> usize {
        let widths = self.rows.iter().map(|row| row.cells.len());
        widths.max().unwrap_or_default()
    }

    /// Guesses by script: the first column that is mostly Han and the first that is not; the next one with words is a note.
    fn guess(
        &self,
        fields: &mut [Option<Field>],
        n_headers: usize,
        settings: &ImportSettings,
    ) -> Result<(), Notice> {
        let rows = || self.rows.iter().skip(n_headers);
        let n_with = |column: usize, is_wanted: &dyn Fn(&str) -> bool| {
            rows()
                .filter_map(|row| row.cells.get(column))
                .filter(|cell| is_wanted(cell))
                .count()
        };
        let n_rows = rows().count();
        let free: Vec<usize> = (0..fields.len())
            .filter(|column| fields[*column].is_none())
            .filter(|column| {
                n_with(*column, &|cell| cell.chars().any(char::is_alphabetic)) * 2 >= n_rows
            })
            .collect();
        let is_mostly_han =
            |column: &usize| n_with(*column, &|cell| cell.chars().any(is_han)) * 2 > n_rows;
        let uses_han = (settings.source.uses_han(), settings.target.uses_han());
        let mut chosen = match uses_han {
            (true, false) | (false, true) => {
                let han = free.iter().copied().find(|column| is_mostly_han(column));
                let other = free.iter().copied().find(|column| !is_mostly_han(column));
                han.into_iter().chain(other).collect()
            }
            _ => Vec::new(),
        };
        if chosen.len() < 2 {
            chosen = free.iter().copied().take(2).collect();
        }
        chosen.sort_unstable();
        let [first, second] = chosen.as_slice() else {
            let notice = Notice::new("import-no-columns").arg("fields", field::names().join(", "));
            return Err(notice.at(&self.source, Span::default()));
        };
        fields[*first] = Some(Field::Source);
        fields[*second] = Some(Field::Target);
        let after = (0..fields.len()).find(|column| column > second && fields[*column].is_none());
        if let Some(note) = after {
            fields[note] = Some(Field::Note);
        }
        Ok(())
    }

    /// Tells which columns with words are left out.
    fn tell_unread(&self, headers: &[String], fields: &[Option<Field>], import: &mut Import) {
        let unread: Vec<&str> = headers
            .iter()
            .zip(fields)
            .filter(|(name, field)| field.is_none() && !name.trim().is_empty())
            .map(|(name, _)| name.trim())
            .collect();
        if let Some(first) = unread.first() {
            let notice = Notice::new("import-columns-unread")
                .arg("columns", unread.join(", "))
                .arg("first", first);
            import
                .remarks
                .push(notice.at(&self.source, Span::default()));
        }
    }

    fn unknown_column(&self, column: &str, headers: &[String]) -> Notice {
        let names: Vec<&str> = headers.iter().map(|name| name.trim()).collect();
        Notice::new("import-unknown-column")
            .arg("column", column)
            .arg("columns", names.join(", "))
            .at(&self.source, Span::default())
    }
}

fn known(name: &str, settings: &ImportSettings) -> Result<Field, Notice> {
    field::named(name, &settings.source, &settings.target).ok_or_else(|| {
        Notice::new("import-unknown-field")
            .arg("field", name)
            .arg("fields", field::names().join(", "))
    })
}

/// `--map 1=term` names columns by number, which does not make the first row a header.
fn is_numbered(settings: &ImportSettings) -> bool {
    let mut names = settings.map.iter();
    names.all(|(column, _)| column.parse::<usize>().is_ok())
}

fn column_idx(column: &str, headers: &[String]) -> Option<usize> {
    let is_same = |name: &String| name.trim().to_lowercase() == column.trim().to_lowercase();
    let by_name = headers.iter().position(is_same);
    let number = || column.parse::<usize>().ok()?.checked_sub(1);
    by_name.or_else(number)
}

/// Fields by header. Where languages are named, they say which column is which; `term` then stands for the one that is not named.
fn by_header(headers: &[Option<Header>], settings: &ImportSettings) -> Vec<Option<Field>> {
    let is_lang = |code: &str, lang: &Lang| code == lang.primary();
    let fields = headers.iter().map(|header| match header {
        Some(Header::Field(field)) => Some(*field),
        Some(Header::Language(code)) if is_lang(code, &settings.source) => Some(Field::Source),
        Some(Header::Language(code)) if is_lang(code, &settings.target) => Some(Field::Target),
        _ => None,
    });
    let mut fields: Vec<Option<Field>> = fields.collect();
    let languages: Vec<Field> = headers
        .iter()
        .zip(&fields)
        .filter(|(header, _)| matches!(header, Some(Header::Language(_))))
        .filter_map(|(_, field)| *field)
        .collect();
    let has = |field| languages.contains(&field);
    for (field, header) in fields.iter_mut().zip(headers) {
        let is_plain = matches!(header, Some(Header::Field(Field::Source | Field::Target)));
        if !is_plain {
            continue;
        }
        // The language's own column wins over a plain "term" or "translation".
        *field = match (has(Field::Source), has(Field::Target), *field) {
            (true, true, _) => None,
            (true, false, _) => Some(Field::Target),
            (false, true, _) => Some(Field::Source),
            (false, false, field) => field,
        };
    }
    fields
}

/// Tells by script whether the sources stand where the targets are wanted.
fn stands_backwards(rows: &[Row], settings: &ImportSettings) -> bool {
    let uses_han = (settings.source.uses_han(), settings.target.uses_han());
    let has_han = |text: &str| text.chars().any(is_han);
    let n_source = rows.iter().filter(|row| has_han(&row.source)).count();
    let n_target = rows.iter().filter(|row| has_han(&row.target)).count();
    match uses_han {
        (true, false) => n_target > n_source,
        (false, true) => n_source > n_target,
        _ => false,
    }
}
