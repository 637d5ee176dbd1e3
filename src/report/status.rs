//! How far the translation has come: one row a document, sums a language.

use crate::i18n::messages::Messages;
use crate::progress::coverage::Coverage;
use crate::report::blame::Behind;
use crate::report::blame::BehindJson;
use crate::report::coverage::CoverageJson;
use crate::report::coverage::percent;
use crate::report::coverage::round;
use crate::report::table::Table;
use crate::report::table::printable;
use crate::report::trend::SinceJson;
use crate::report::trend::ThenJson;
use crate::report::trend::Thens;
use crate::text::lang::Lang;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io;
use std::io::Write;

/// One document in one target language.
#[derive(Clone, Debug)]
pub struct StatusRow {
    /// The source's path.
    pub source: String,
    /// The draft's path.
    pub target: String,
    /// The target language.
    pub lang: Lang,
    /// Its counts.
    pub coverage: Coverage,
}

/// How many units a state has.
pub type Count = fn(&Coverage) -> u32;

/// The states that get a column, from good to bad; one without any unit gets none.
pub const STATES: &[(&str, Count)] = &[
    ("reviewed", |coverage| coverage.reviewed),
    ("translated", |coverage| coverage.translated),
    ("edited", |coverage| coverage.edited),
    ("unconfirmed", |coverage| coverage.unconfirmed),
    ("machine", |coverage| coverage.machine),
    ("stale", |coverage| coverage.stale),
    ("untranslated", |coverage| coverage.untranslated),
    ("orphaned", |coverage| coverage.orphaned),
    ("ignored", |coverage| coverage.ignored),
];

/// Adds up the counts of many documents.
pub fn sum<'a>(parts: impl IntoIterator<Item = &'a Coverage>) -> Coverage {
    parts.into_iter().copied().sum()
}

/// Adds up the counts of documents.
pub fn total<'a>(rows: impl IntoIterator<Item = &'a StatusRow>) -> Coverage {
    sum(rows.into_iter().map(|row| &row.coverage))
}

/// Adds up documents by the folders of their sources, `depth` folders deep at most, each language for itself.
pub fn folders(rows: &[StatusRow], depth: usize) -> Vec<StatusRow> {
    let mut sums: BTreeMap<(String, &Lang), Vec<&StatusRow>> = BTreeMap::new();
    for row in rows {
        let folder = row.source.rsplit_once('/').map_or("", |(folder, _)| folder);
        let parts: Vec<&str> = folder.split('/').take(depth.max(1)).collect();
        let key = (format!("{}/", parts.join("/")), &row.lang);
        sums.entry(key).or_default().push(row);
    }
    let sums = sums.into_iter().map(|((folder, lang), parts)| StatusRow {
        source: if folder == "/" {
            "./".to_owned()
        } else {
            folder
        },
        target: String::new(),
        lang: lang.clone(),
        coverage: total(parts),
    });
    sums.collect()
}

/// Writes a table for people: the rows of `shown`, and the sums of all documents.
pub fn write_table(
    rows: &[StatusRow],
    shown: &[StatusRow],
    messages: &Messages,
    out: &mut dyn Write,
) -> io::Result<()> {
    to_table(rows, shown, messages).write(out)
}

/// Writes the same table with only the `most` documents of the lowest coverage, and the sums of all.
pub fn write_lowest(
    rows: &[StatusRow],
    most: usize,
    messages: &Messages,
    out: &mut dyn Write,
) -> io::Result<()> {
    to_table(rows, lowest(rows, most), messages).write(out)
}

/// Writes the same in Markdown.
pub fn write_lowest_markdown(
    rows: &[StatusRow],
    most: usize,
    messages: &Messages,
    out: &mut dyn Write,
) -> io::Result<()> {
    to_table(rows, lowest(rows, most), messages).write_markdown(out)
}

fn lowest(rows: &[StatusRow], most: usize) -> Vec<&StatusRow> {
    let mut lowest: Vec<&StatusRow> = rows.iter().collect();
    lowest.sort_by(|one, other| {
        let ratios = one.coverage.ratio().total_cmp(&other.coverage.ratio());
        ratios.then_with(|| one.source.cmp(&other.source))
    });
    lowest.truncate(most);
    lowest
}

#[derive(Serialize)]
struct StatusJson<'a> {
    schema: &'static str,
    documents: Vec<DocumentJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    folders: Vec<FolderJson<'a>>,
    languages: Vec<LanguageJson<'a>>,
    coverage: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<SinceJson<'a>>,
}

#[derive(Serialize)]
struct DocumentJson<'a> {
    source: &'a str,
    target: &'a str,
    lang: &'a str,
    #[serde(flatten)]
    coverage: CoverageJson,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<ThenJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    blame: Option<Vec<BehindJson>>,
}

#[derive(Serialize)]
struct LanguageJson<'a> {
    lang: &'a str,
    #[serde(flatten)]
    coverage: CoverageJson,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<ThenJson>,
}

#[derive(Serialize)]
struct FolderJson<'a> {
    folder: &'a str,
    lang: &'a str,
    #[serde(flatten)]
    coverage: CoverageJson,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<ThenJson>,
}

/// Writes one JSON document (`duizhao/status/1`): every document, the folders that were added up, and what they were at a revision, and since when their units wait.
pub fn write_json(
    rows: &[StatusRow],
    folders: &[StatusRow],
    thens: Option<&Thens<'_>>,
    behind: Option<&[Behind<'_>]>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let sums = by_language(rows);
    let document = StatusJson {
        schema: "duizhao/status/1",
        documents: rows
            .iter()
            .map(|row| DocumentJson {
                source: &row.source,
                target: &row.target,
                lang: row.lang.tag(),
                coverage: CoverageJson::from(&row.coverage),
                since: thens.and_then(|thens| thens.document(row)),
                blame: behind.map(|behind| {
                    let is_of_row =
                        |one: &&Behind<'_>| one.bitext.target.source.name() == row.target;
                    behind
                        .iter()
                        .filter(is_of_row)
                        .map(BehindJson::from)
                        .collect()
                }),
            })
            .collect(),
        folders: folders
            .iter()
            .map(|row| FolderJson {
                folder: &row.source,
                lang: row.lang.tag(),
                coverage: CoverageJson::from(&row.coverage),
                since: thens.and_then(|thens| thens.folder(row)),
            })
            .collect(),
        languages: sums
            .iter()
            .map(|(lang, _, coverage)| LanguageJson {
                lang: lang.tag(),
                coverage: CoverageJson::from(coverage),
                since: thens.and_then(|thens| thens.language(lang, coverage)),
            })
            .collect(),
        coverage: round(total(rows).ratio()),
        since: thens.map(|thens| thens.head(rows)),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

/// Adds up every language: its name, how many documents it has, their counts.
pub fn by_language<'a>(
    rows: impl IntoIterator<Item = &'a StatusRow>,
) -> Vec<(&'a Lang, usize, Coverage)> {
    let mut sums: BTreeMap<&Lang, Vec<&Coverage>> = BTreeMap::new();
    for row in rows {
        sums.entry(&row.lang).or_default().push(&row.coverage);
    }
    let sums = sums.into_iter();
    sums.map(|(lang, parts)| (lang, parts.len(), sum(parts)))
        .collect()
}

/// Makes the table: the rows of `shown`, and the sums of all documents.
pub fn to_table<'a>(
    rows: &[StatusRow],
    shown: impl IntoIterator<Item = &'a StatusRow>,
    messages: &Messages,
) -> Table {
    let whole = total(rows);
    let columns: Vec<_> = STATES.iter().filter(|(_, of)| of(&whole) > 0).collect();
    let sums = by_language(rows);
    let has_langs = sums.len() > 1;

    let mut head = vec![messages.text("status-document")];
    if has_langs {
        head.push(messages.text("status-language"));
    }
    head.push(messages.text("status-coverage"));
    head.push(messages.text("status-units"));
    let states = columns.iter();
    head.extend(states.map(|(name, _)| messages.text(&format!("pair-{name}"))));
    head.push(messages.text("status-characters"));

    let figures = |coverage: &Coverage| {
        let mut cells = vec![
            format!("{} %", percent(coverage.ratio())),
            coverage.total.to_string(),
        ];
        let counts = columns.iter().map(|(_, of)| match of(coverage) {
            0 => "·".to_owned(),
            n => n.to_string(),
        });
        cells.extend(counts);
        cells.push(format!(
            "{}/{}",
            coverage.covered_characters, coverage.characters
        ));
        cells
    };
    let mut table = Table {
        rows: vec![head],
        n_text_columns: if has_langs { 2 } else { 1 },
    };
    for row in shown {
        let mut cells = vec![printable(&row.source)];
        if has_langs {
            cells.push(row.lang.tag().to_owned());
        }
        cells.extend(figures(&row.coverage));
        table.rows.push(cells);
    }
    if rows.len() > 1 {
        for (lang, n_documents, coverage) in &sums {
            let n = n_documents.to_string();
            let mut cells = vec![messages.format("status-sum", &[("n", &n)])];
            if has_langs {
                cells.push(lang.tag().to_owned());
            }
            cells.extend(figures(coverage));
            table.rows.push(cells);
        }
    }
    table
}
