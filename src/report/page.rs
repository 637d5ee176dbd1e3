//! How far the translation has come and what there is to do, as one HTML page that needs nothing from outside: languages, documents, and
//! each unit that wants a look, with what changed in its source.

use crate::i18n::messages::Messages;
use crate::progress::since::Before;
use crate::report::blame;
use crate::report::diff::Item;
use crate::report::page_parts;
use crate::report::page_parts::BarView;
use crate::report::page_parts::LanguageView;
use crate::report::page_parts::RunView;
use crate::report::page_parts::bar;
use crate::report::page_parts::split;
use crate::report::status::STATES;
use crate::report::status::StatusRow;
use crate::text::lang::Lang;
use crate::text::similarity;
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

/// Writes the page.
pub fn write(
    kind: PageKind<'_>,
    documents: &[PageDocument<'_>],
    messages: &Messages,
    out: &mut dyn Write,
) -> io::Result<()> {
    let languages = page_parts::languages(documents.iter().map(|document| document.row), messages);
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
        languages,
        documents: shown.filter(|view| !view.units.is_empty()).collect(),
    };
    out.write_all(page_parts::filled(TEMPLATE, page)?.as_bytes())
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
        None => page_parts::plain(text),
    }
}

fn compared(old: &str, new: &str) -> Vec<RunView> {
    page_parts::runs(similarity::word_diff(old, new))
}

/// The source, and what changed in it since it was accepted, or since the revision that it is compared with.
fn runs(item: Item<'_>) -> Vec<RunView> {
    match item.before {
        Some(before) => {
            let text = item.bitext.source.texts(&item.pair.source);
            compared(&before.source, &text)
        }
        None => page_parts::source_runs(item),
    }
}
