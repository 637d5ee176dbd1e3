//! How far the translation has come and what there is to do, as one HTML page that needs nothing from outside: languages, documents, and
//! each unit that wants a look, with what changed in its source.

use crate::i18n::messages::Messages;
use crate::progress::coverage::Coverage;
use crate::progress::drift;
use crate::progress::since::Before;
use crate::report::blame;
use crate::report::coverage::percent;
use crate::report::diff::Item;
use crate::report::status::STATES;
use crate::report::status::StatusRow;
use crate::report::status::by_language;
use crate::text::lang::Lang;
use crate::text::similarity;
use crate::text::similarity::DiffRun;
use minijinja::AutoEscape;
use minijinja::Environment;
use minijinja::value::Serde;
use serde::Serialize;
use std::io;
use std::io::Write;

/// Of one document at most so many units are shown: a draft that nobody has accepted yet would be the whole book.
const MOST_UNITS: usize = 100;

/// The page's template.
const TEMPLATE: &str = include_str!("page.html");

/// One document to show.
pub struct PageDocument<'a> {
    /// Its counts.
    pub row: &'a StatusRow,
    /// The language of its source.
    pub source_lang: &'a Lang,
    /// Its units that want a look.
    pub items: Vec<Item<'a>>,
    /// Texts that were there at the revision that it is compared with, and are gone.
    pub gone: Vec<&'a Before>,
}

/// What the page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKind<'a> {
    /// What there is to look at: only documents with something to do, opened.
    Review,
    /// What has changed since a revision, all of it.
    Since(&'a str),
}

#[derive(Serialize)]
struct Page {
    interface: String,
    words: Words,
    states: Vec<&'static str>,
    languages: Vec<LanguageView>,
    documents: Vec<DocumentView>,
}

#[derive(Serialize)]
struct Words {
    title: String,
    nothing: String,
    source: String,
    draft: String,
}

#[derive(Serialize)]
struct LanguageView {
    lang: String,
    documents: String,
    #[serde(flatten)]
    bar: BarView,
}

#[derive(Serialize)]
struct DocumentView {
    folder: String,
    name: String,
    lang: String,
    source_lang: String,
    units: Vec<UnitView>,
    more: Option<String>,
    #[serde(flatten)]
    bar: BarView,
}

/// Counts, and the bar that shows them.
#[derive(Serialize)]
struct BarView {
    share: String,
    told: String,
    parts: Vec<PartView>,
}

#[derive(Serialize)]
struct PartView {
    state: &'static str,
    name: String,
    n: u32,
    width: f64,
}

#[derive(Serialize)]
struct UnitView {
    state: &'static str,
    told: String,
    place: String,
    runs: Vec<RunView>,
    draft: Vec<RunView>,
    /// Since when, and by which commit.
    history: Vec<String>,
}

#[derive(Serialize)]
struct RunView {
    tag: Option<&'static str>,
    text: String,
}

/// Writes the page.
pub fn write(
    kind: PageKind<'_>,
    documents: &[PageDocument<'_>],
    messages: &Messages,
    out: &mut dyn Write,
) -> io::Result<()> {
    let languages = by_language(documents.iter().map(|document| document.row));
    let mut sorted: Vec<&PageDocument<'_>> = documents.iter().collect();
    sorted.sort_by_key(|document| split(&document.row.source));
    let most = match kind {
        PageKind::Since(_) => usize::MAX,
        PageKind::Review => MOST_UNITS,
    };
    let shown = sorted
        .into_iter()
        .map(|document| view(document, most, messages));
    let page = Page {
        interface: messages.interface().tag().to_owned(),
        words: Words {
            title: match kind {
                PageKind::Review => messages.text("page-review"),
                PageKind::Since(revision) => {
                    messages.format("page-since", &[("revision", revision)])
                }
            },
            nothing: messages.text("page-nothing"),
            source: messages.text("diff-source"),
            draft: messages.text("diff-draft"),
        },
        states: STATES.iter().map(|(name, _)| *name).collect(),
        languages: languages
            .into_iter()
            .map(|(lang, n_documents, coverage)| LanguageView {
                lang: lang.tag().to_owned(),
                documents: messages.format("status-sum", &[("n", &n_documents.to_string())]),
                bar: bar(&coverage, messages),
            })
            .collect(),
        documents: shown.filter(|view| !view.units.is_empty()).collect(),
    };
    let mut templates = Environment::new();
    templates.set_auto_escape_callback(|_| AutoEscape::Html);
    let html = templates.render_str(TEMPLATE, Serde(page));
    out.write_all(html.map_err(io::Error::other)?.as_bytes())
}

fn bar(coverage: &Coverage, messages: &Messages) -> BarView {
    let counts = STATES.iter().map(|(state, of)| (*state, of(coverage)));
    let counts: Vec<(&str, u32)> = counts.filter(|(_, n)| *n > 0).collect();
    let sum: u32 = counts.iter().map(|(_, n)| n).sum();
    let parts: Vec<PartView> = counts
        .into_iter()
        .map(|(state, n)| PartView {
            state,
            name: messages.text(&format!("pair-{state}")),
            n,
            width: (f64::from(n) * 1e4 / f64::from(sum)).round() / 1e2,
        })
        .collect();
    let told = parts.iter().map(|part| format!("{} {}", part.n, part.name));
    BarView {
        share: percent(coverage.ratio()),
        told: told.collect::<Vec<String>>().join(", "),
        parts,
    }
}

/// Parts a path into folder and name.
fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or((".", path))
}

fn view(document: &PageDocument<'_>, most: usize, messages: &Messages) -> DocumentView {
    let row = document.row;
    let (folder, name) = split(&row.source);
    let units = document.items.iter().take(most);
    let n_more = document.items.len().saturating_sub(most);
    let gone = document.gone.iter();
    DocumentView {
        folder: folder.to_owned(),
        name: name.to_owned(),
        lang: row.lang.tag().to_owned(),
        source_lang: document.source_lang.tag().to_owned(),
        units: units
            .map(|item| unit(*item, messages))
            .chain(gone.map(|before| gone_unit(before, messages)))
            .collect(),
        more: (n_more > 0).then(|| messages.format("markdown-more", &[("n", &n_more.to_string())])),
        bar: bar(&row.coverage, messages),
    }
}

fn unit(item: Item<'_>, messages: &Messages) -> UnitView {
    let history = item.blame.map(|blame| blame::lines(blame, messages));
    UnitView {
        state: item.pair.state.name(),
        told: item.told(messages),
        place: item.places(),
        runs: runs(item),
        draft: draft_runs(item),
        history: history.unwrap_or_default(),
    }
}

/// Texts that are gone.
fn gone_unit(before: &Before, messages: &Messages) -> UnitView {
    UnitView {
        state: "orphaned",
        told: messages.text("page-gone"),
        place: String::new(),
        runs: compared(&before.source, ""),
        draft: compared(&before.target, ""),
        history: Vec::new(),
    }
}

/// The draft, and what changed in it since the revision that it is compared with.
fn draft_runs(item: Item<'_>) -> Vec<RunView> {
    let text = item.bitext.target.texts(&item.pair.target);
    match item.before {
        Some(before) => compared(&before.target, &text),
        None => plain(text),
    }
}

fn compared(old: &str, new: &str) -> Vec<RunView> {
    let runs = similarity::word_diff(old, new).into_iter();
    runs.map(run).filter(|run| !run.text.is_empty()).collect()
}

fn plain(text: String) -> Vec<RunView> {
    let run = RunView { tag: None, text };
    std::iter::once(run)
        .filter(|run| !run.text.is_empty())
        .collect()
}

/// The source, and what changed in it since it was accepted, or since the revision that it is compared with.
fn runs(item: Item<'_>) -> Vec<RunView> {
    if let Some(before) = item.before {
        let text = item.bitext.source.texts(&item.pair.source);
        return compared(&before.source, &text);
    }
    let is_drifting = matches!(item.pair.state.name(), "stale" | "unconfirmed");
    let drift = is_drifting
        .then(|| drift::drift(item.bitext, item.pair))
        .flatten();
    let Some(drift) = drift else {
        return plain(item.bitext.source.texts(&item.pair.source));
    };
    drift.runs.into_iter().map(run).collect()
}

fn run(run: DiffRun) -> RunView {
    match run {
        DiffRun::Same(text) => RunView { tag: None, text },
        DiffRun::Removed(text) => RunView {
            tag: Some("del"),
            text,
        },
        DiffRun::Added(text) => RunView {
            tag: Some("ins"),
            text,
        },
    }
}
