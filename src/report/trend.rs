//! Coverage beside that of a revision: then, now, and by how much it rose or fell.

use crate::i18n::messages::Messages;
use crate::progress::coverage::Coverage;
use crate::report::coverage::CoverageJson;
use crate::report::coverage::percent;
use crate::report::coverage::round;
use crate::report::status;
use crate::report::status::StatusRow;
use crate::report::table::Table;
use crate::report::table::cut;
use crate::report::table::printable;
use crate::text::lang::Lang;
use serde::Serialize;
use std::collections::BTreeMap;

/// How many columns the name of the revision may take.
const WIDEST: usize = 24;

/// The documents as they were at a revision.
#[derive(Debug)]
pub struct Since {
    /// The revision as it was typed.
    pub revision: String,
    /// The full id of its commit.
    pub commit: String,
    /// Its documents.
    pub rows: Vec<StatusRow>,
    /// Sources that have another name now: by their old name.
    pub renamed: BTreeMap<String, String>,
}

impl Since {
    /// Returns rows as they were, by what their sources are called now; folders keep their names.
    fn by_present_name<'a>(
        &'a self,
        rows: &'a [StatusRow],
    ) -> BTreeMap<(&'a str, &'a Lang), &'a StatusRow> {
        let rows = rows.iter().map(|row| {
            let name = self.renamed.get(&row.source).unwrap_or(&row.source);
            ((name.as_str(), &row.lang), row)
        });
        rows.collect()
    }

    fn of_language(&self, lang: &Lang) -> Option<Coverage> {
        let rows: Vec<&StatusRow> = self.rows.iter().filter(|row| row.lang == *lang).collect();
        (!rows.is_empty()).then(|| status::total(rows))
    }

    fn total(&self) -> Option<Coverage> {
        (!self.rows.is_empty()).then(|| status::total(&self.rows))
    }
}

/// Makes the table of `status` with two more columns: the coverage at the revision, and the difference in percentage points.
/// `shown_then` are the rows as they were, documents or folders.
pub fn to_table(
    rows: &[StatusRow],
    shown: &[StatusRow],
    since: &Since,
    shown_then: &[StatusRow],
    messages: &Messages,
) -> Table {
    let mut table = status::to_table(rows, shown, messages);
    let n_text_columns = table.n_text_columns;
    let then_rows = since.by_present_name(shown_then);
    let mut thens: Vec<(Option<Coverage>, Option<Coverage>)> = shown
        .iter()
        .map(|row| {
            let key = (row.source.as_str(), &row.lang);
            (
                then_rows.get(&key).map(|then| then.coverage),
                Some(row.coverage),
            )
        })
        .collect();
    let gone = gone(shown, &then_rows);
    let n_columns = table.rows.first().map_or(0, Vec::len);
    for (row_idx, row) in gone.iter().enumerate() {
        let mut cells = vec![printable(&row.source)];
        if n_text_columns > 1 {
            cells.push(row.lang.tag().to_owned());
        }
        cells.resize(n_columns, "–".to_owned());
        table.rows.insert(1 + shown.len() + row_idx, cells);
        thens.push((Some(row.coverage), None));
    }
    if rows.len() > 1 {
        let sums = status::by_language(rows);
        thens.extend(
            sums.into_iter()
                .map(|(lang, _, now)| (since.of_language(lang), Some(now))),
        );
    }
    let mut lines = table.rows.iter_mut();
    if let Some(head) = lines.next() {
        head.insert(n_text_columns, cut(&printable(&since.revision), WIDEST));
        head.insert(n_text_columns + 2, messages.text("status-change"));
    }
    for (cells, (then, now)) in lines.zip(thens) {
        let then_cell = then.map_or_else(
            || "–".to_owned(),
            |then| format!("{} %", percent(then.ratio())),
        );
        cells.insert(n_text_columns, then_cell);
        let change = match (then, now) {
            (None, _) => messages.text("status-new"),
            (_, None) => messages.text("status-gone"),
            (Some(then), Some(now)) => points(now.ratio() - then.ratio()),
        };
        cells.insert(n_text_columns + 2, change);
    }
    table
}

/// The rows that are there no longer.
fn gone<'a>(
    shown: &[StatusRow],
    then: &BTreeMap<(&'a str, &'a Lang), &'a StatusRow>,
) -> Vec<&'a StatusRow> {
    let is_there = |key: &(&str, &Lang)| {
        let mut rows = shown.iter();
        rows.any(|row| row.source == key.0 && row.lang == *key.1)
    };
    let gone = then.iter().filter(|(key, _)| !is_there(key));
    gone.map(|(_, row)| *row).collect()
}

/// Writes a difference of ratios in percentage points with its sign: `+3.3`, `-12`.
fn points(difference: f64) -> String {
    let sign = if difference < 0.0 { '-' } else { '+' };
    let size = difference.abs();
    if size < 1e-9 {
        return "·".to_owned();
    }
    let tenths = (size * 1e3).round() / 10.0;
    match tenths {
        0.0 => format!("{sign}<0.1"),
        whole if whole.fract() == 0.0 => format!("{sign}{whole:.0}"),
        part => format!("{sign}{part:.1}"),
    }
}

/// What JSON says of the revision: `since` at the top.
#[derive(Debug, Serialize)]
pub struct SinceJson<'a> {
    revision: &'a str,
    commit: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    coverage: Option<f64>,
    gone: Vec<GoneJson<'a>>,
}

#[derive(Debug, Serialize)]
struct GoneJson<'a> {
    source: &'a str,
    target: &'a str,
    lang: &'a str,
    #[serde(flatten)]
    coverage: CoverageJson,
}

/// What JSON says of a document, a folder or a language at the revision; nothing where it was not there.
#[derive(Clone, Debug, Serialize)]
pub struct ThenJson {
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    #[serde(flatten)]
    coverage: CoverageJson,
    change: f64,
}

/// The revision's side of a JSON document.
pub struct Thens<'a> {
    since: &'a Since,
    documents: BTreeMap<(&'a str, &'a Lang), &'a StatusRow>,
    folders: BTreeMap<(&'a str, &'a Lang), &'a StatusRow>,
}

impl<'a> Thens<'a> {
    /// Prepares it; `folders` are the sums of the revision's folders.
    pub fn new(since: &'a Since, folders: &'a [StatusRow]) -> Self {
        let by_name = folders
            .iter()
            .map(|row| ((row.source.as_str(), &row.lang), row));
        Self {
            since,
            documents: since.by_present_name(&since.rows),
            folders: by_name.collect(),
        }
    }

    /// Returns the revision, and what is there no longer.
    pub fn head(&self, rows: &'a [StatusRow]) -> SinceJson<'a> {
        let gone = gone(rows, &self.documents);
        SinceJson {
            revision: &self.since.revision,
            commit: &self.since.commit,
            coverage: self.since.total().map(|total| round(total.ratio())),
            gone: gone
                .into_iter()
                .map(|row| GoneJson {
                    source: &row.source,
                    target: &row.target,
                    lang: row.lang.tag(),
                    coverage: CoverageJson::from(&row.coverage),
                })
                .collect(),
        }
    }

    /// Returns what a document was.
    pub fn document(&self, row: &StatusRow) -> Option<ThenJson> {
        let then = self.documents.get(&(row.source.as_str(), &row.lang))?;
        let mut json = then_json(&then.coverage, &row.coverage);
        json.source = (then.source != row.source).then(|| then.source.clone());
        Some(json)
    }

    /// Returns what a folder was.
    pub fn folder(&self, row: &StatusRow) -> Option<ThenJson> {
        let then = self.folders.get(&(row.source.as_str(), &row.lang))?;
        Some(then_json(&then.coverage, &row.coverage))
    }

    /// Returns what a language was.
    pub fn language(&self, lang: &Lang, now: &Coverage) -> Option<ThenJson> {
        let then = self.since.of_language(lang)?;
        Some(then_json(&then, now))
    }
}

fn then_json(then: &Coverage, now: &Coverage) -> ThenJson {
    let change = now.ratio() - then.ratio();
    ThenJson {
        source: None,
        coverage: CoverageJson::from(then),
        change: (change * 1e4).round() / 1e4,
    }
}

#[cfg(test)]
mod tests {
    use super::points;

    #[test]
    fn differences_have_a_sign_and_nothing_is_a_dot() {
        let cases = [
            (0.0, "·"),
            (0.0333, "+3.3"),
            (-0.12, "-12"),
            (1.0, "+100"),
            (0.0001, "+<0.1"),
            (-0.00001, "-<0.1"),
        ];
        for (difference, text) in cases {
            assert_eq!(points(difference), text);
        }
    }
}
