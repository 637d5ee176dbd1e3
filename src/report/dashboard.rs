//! The dashboard: languages, documents and states at a glance, and each unit that wants a look with what changed in its source, its draft and
//! its findings. One HTML page that needs nothing from outside and can be read without scripts; with them it is searched, filtered and sorted.

use crate::bitext::bitext::Bitext;
use crate::i18n::messages::Messages;
use crate::lint::finding::Finding;
use crate::lint::meta::Severity;
use crate::progress::blame::Blame;
use crate::progress::coverage::Coverage;
use crate::report::coverage::percent;
use crate::report::coverage::round;
use crate::report::dashboard_found;
use crate::report::dashboard_unit;
use crate::report::dashboard_unit::FindingView;
use crate::report::dashboard_unit::UnitView;
use crate::report::json::count;
use crate::report::page_parts;
use crate::report::page_parts::BarView;
use crate::report::page_parts::LanguageView;
use crate::report::page_parts::bar;
use crate::report::page_parts::split;
use crate::report::run::Format;
use crate::report::status;
use crate::report::status::STATES;
use crate::report::status::StatusRow;
use crate::text::lang;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io;
use std::io::Write;

/// The format.
pub static FORMAT: Format = Format {
    name: "html",
    help: "format-html",
    write: |run, out| {
        let found = Found {
            findings: run.findings,
            failures: run.failures,
            passes: Some(run.passes()),
        };
        write(run.documents, &found, run.messages, out)
    },
};

/// The page's template.
const TEMPLATE: &str = include_str!("dashboard.html");

/// Where there are more unconfirmed units than this, only the first of each document stand on the page: a project that nobody has accepted yet would
/// be there whole, twice.
const MOST_UNCONFIRMED: u32 = 3000;

/// How many of a document stand there then.
const FEW: usize = 10;

/// One document to show.
pub struct Document<'a> {
    /// Its counts.
    pub row: &'a StatusRow,
    /// Its units.
    pub bitext: &'a Bitext,
    /// What the history says of its pairs, by their place.
    pub blames: BTreeMap<usize, &'a Blame>,
}

/// What was found, where anything was checked.
#[derive(Clone, Copy)]
pub struct Found<'a> {
    /// The findings.
    pub findings: &'a [Finding],
    /// What the gate fails at besides.
    pub failures: &'a [Notice],
    /// Whether the gate is passed; nothing where there was none.
    pub passes: Option<bool>,
}

#[derive(Serialize)]
struct Page {
    interface: String,
    words: BTreeMap<&'static str, String>,
    states: Vec<StateView>,
    passes: Option<bool>,
    summary: String,
    failures: Vec<String>,
    languages: Vec<LanguageView>,
    matrix: Vec<MatrixRow>,
    documents: Vec<DocumentView>,
    others: Vec<FindingView>,
}

#[derive(Serialize)]
struct StateView {
    state: &'static str,
    name: String,
}

/// A document in all languages.
#[derive(Serialize)]
struct MatrixRow {
    source: String,
    /// By language; nothing where it has no draft in one.
    cells: Vec<Option<CellView>>,
}

#[derive(Serialize)]
struct CellView {
    number: usize,
    share: String,
    ratio: f64,
}

#[derive(Serialize)]
struct DocumentView {
    number: usize,
    source: String,
    folder: String,
    name: String,
    lang: String,
    source_lang: String,
    ratio: f64,
    n_open: u32,
    n_errors: usize,
    n_warnings: usize,
    errors: String,
    warnings: String,
    units: Vec<UnitView>,
    findings: Vec<FindingView>,
    more: Option<String>,
    #[serde(flatten)]
    bar: BarView,
}

/// The words of the page: what the template calls them, and their messages.
const WORDS: &[(&str, &str)] = &[
    ("title", "page-dashboard"),
    ("passes", "markdown-passes"),
    ("fails", "markdown-fails"),
    ("nothing", "page-nothing"),
    ("settled", "page-settled"),
    ("source", "diff-source"),
    ("draft", "diff-draft"),
    ("document", "status-document"),
    ("languages", "page-languages"),
    ("documents", "page-documents"),
    ("others", "page-others"),
    ("search", "page-search"),
    ("state", "page-state"),
    ("any_state", "page-any-state"),
    ("found", "page-found"),
    ("language", "status-language"),
    ("any_language", "page-any-language"),
    ("sort", "page-sort"),
    ("by_name", "page-by-name"),
    ("by_coverage", "page-by-coverage"),
    ("by_open", "page-by-open"),
    ("by_errors", "page-by-errors"),
    ("open", "page-open"),
    ("close", "page-close"),
    ("none", "page-none"),
    ("shown", "page-shown"),
];

/// Writes the page.
pub fn write(
    documents: &[Document<'_>],
    found: &Found<'_>,
    messages: &Messages,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut sorted: Vec<&Document<'_>> = documents.iter().collect();
    sorted.sort_by_key(|document| (split(&document.row.source), &document.row.lang));
    let (by_document, others) = dashboard_found::assigned(&sorted, found.findings);
    let n_unconfirmed: u32 = sorted
        .iter()
        .map(|document| document.row.coverage.unconfirmed)
        .sum();
    let most_unconfirmed = match n_unconfirmed > MOST_UNCONFIRMED {
        true => FEW,
        false => usize::MAX,
    };
    let numbered = sorted.iter().zip(&by_document).enumerate();
    let views: Vec<DocumentView> = numbered
        .map(|(number, (document, findings))| {
            view(number, document, findings, most_unconfirmed, messages)
        })
        .collect();
    let rows = || sorted.iter().map(|document| document.row);
    let langs = lang::distinct(rows().map(|row| &row.lang)).into_iter();
    let langs: Vec<&str> = langs.map(Lang::tag).collect();
    let total = status::total(rows());
    let states = STATES.iter().filter(|(_, of)| of(&total) > 0);
    let words = WORDS.iter().map(|(name, id)| (*name, messages.text(id)));
    let failures = found.failures.iter();
    let page = Page {
        interface: messages.interface().tag().to_owned(),
        words: words.collect(),
        states: states
            .map(|(state, _)| StateView {
                state,
                name: messages.text(&format!("pair-{state}")),
            })
            .collect(),
        passes: found.passes,
        summary: summary(found, &total, messages),
        failures: failures.map(|failure| messages.notice(failure)).collect(),
        matrix: match langs.len() {
            0 | 1 => Vec::new(),
            _ => matrix(&views, &langs),
        },
        languages: page_parts::languages(rows(), messages),
        documents: views,
        others: others
            .into_iter()
            .map(|finding| dashboard_unit::finding(finding, true, messages))
            .collect(),
    };
    writeln!(out, "{}", page_parts::filled(TEMPLATE, page)?.trim_end())
}

/// The line that ends every report for people.
fn summary(found: &Found<'_>, coverage: &Coverage, messages: &Messages) -> String {
    let n = |severity| count(found.findings, severity).to_string();
    let figures = [
        ("errors", n(Severity::Error)),
        ("warnings", n(Severity::Warning)),
        ("infos", n(Severity::Info)),
        ("coverage", percent(coverage.ratio())),
        ("units", coverage.total.to_string()),
    ];
    let figures = figures
        .each_ref()
        .map(|(name, text)| (*name, text.as_str()));
    messages.format("report-summary", &figures)
}

fn matrix(views: &[DocumentView], langs: &[&str]) -> Vec<MatrixRow> {
    let mut rows: Vec<MatrixRow> = Vec::new();
    for view in views {
        if rows.last().is_none_or(|row| row.source != view.source) {
            rows.push(MatrixRow {
                source: view.source.clone(),
                cells: langs.iter().map(|_| None).collect(),
            });
        }
        let column = langs.iter().position(|lang| *lang == view.lang);
        let row = rows.last_mut();
        if let Some(cell) = row.zip(column).and_then(|(row, at)| row.cells.get_mut(at)) {
            *cell = Some(CellView {
                number: view.number,
                share: view.bar.share.clone(),
                ratio: view.ratio,
            });
        }
    }
    rows
}

fn view(
    number: usize,
    document: &Document<'_>,
    findings: &[&Finding],
    most_unconfirmed: usize,
    messages: &Messages,
) -> DocumentView {
    let row = document.row;
    let (folder, name) = split(&row.source);
    let units = dashboard_unit::units(document, findings, most_unconfirmed, messages);
    let of = |severity| {
        let of_it = findings
            .iter()
            .filter(|finding| finding.severity == severity);
        of_it.count()
    };
    let (n_errors, n_warnings) = (of(Severity::Error), of(Severity::Warning));
    let told = |id: &str, n: usize| messages.format(id, &[("n", &n.to_string())]);
    DocumentView {
        number,
        source: row.source.clone(),
        folder: folder.to_owned(),
        name: name.to_owned(),
        lang: row.lang.tag().to_owned(),
        source_lang: document.bitext.source.lang.tag().to_owned(),
        ratio: round(row.coverage.ratio()),
        n_open: row.coverage.uncovered() + row.coverage.orphaned,
        n_errors,
        n_warnings,
        errors: told("page-errors", n_errors),
        warnings: told("page-warnings", n_warnings),
        more: (units.n_more > 0).then(|| told("page-more", units.n_more)),
        units: units.shown,
        findings: units.others,
        bar: bar(&row.coverage, messages),
    }
}
