//! What the pages for browsers have in common: bars of states, languages, runs of text that came and went, and how a template is filled.

use crate::bitext::bitext::PairState;
use crate::i18n::messages::Messages;
use crate::progress::coverage::Coverage;
use crate::progress::drift;
use crate::report::coverage::percent;
use crate::report::diff::Item;
use crate::report::status::STATES;
use crate::report::status::StatusRow;
use crate::report::status::by_language;
use crate::text::lang::Lang;
use crate::text::similarity::DiffRun;
use minijinja::AutoEscape;
use minijinja::Environment;
use minijinja::value::Serde;
use serde::Serialize;
use std::io;

/// The states of what is still to do.
const OPEN: &[&str] = &["machine", "stale", "untranslated", "orphaned"];

/// A language and how far it has come.
#[derive(Serialize)]
pub struct LanguageView {
    lang: String,
    documents: String,
    #[serde(flatten)]
    bar: BarView,
}

/// Counts, and the bar that shows them.
#[derive(Serialize)]
pub struct BarView {
    /// The share that is covered.
    pub share: String,
    told: String,
    parts: Vec<PartView>,
}

#[derive(Serialize)]
struct PartView {
    state: &'static str,
    name: String,
    n: u32,
    start: f64,
    width: f64,
    /// Whether these units are still to do.
    is_open: bool,
}

/// A piece of a text, and whether it came (`ins`) or went (`del`).
#[derive(Serialize)]
pub struct RunView {
    tag: Option<&'static str>,
    text: String,
}

/// Sums documents up by their languages.
pub fn languages<'a>(
    rows: impl Iterator<Item = &'a StatusRow>,
    messages: &Messages,
) -> Vec<LanguageView> {
    let languages = by_language(rows).into_iter();
    let view = |(lang, n_documents, coverage): (&Lang, usize, Coverage)| LanguageView {
        lang: lang.tag().to_owned(),
        documents: messages.format("status-sum", &[("n", &n_documents.to_string())]),
        bar: bar(&coverage, messages),
    };
    languages.map(view).collect()
}

/// Shows counts as a bar.
pub fn bar(coverage: &Coverage, messages: &Messages) -> BarView {
    let counts = STATES.iter().map(|(state, of)| (*state, of(coverage)));
    let counts: Vec<(&str, u32)> = counts.filter(|(_, n)| *n > 0).collect();
    let sum: u32 = counts.iter().map(|(_, n)| n).sum();
    let share = |n: u32| (f64::from(n) * 1e4 / f64::from(sum)).round() / 1e2;
    let mut n_before = 0;
    let mut parts = Vec::new();
    for (state, n) in counts {
        parts.push(PartView {
            state,
            name: messages.text(&format!("pair-{state}")),
            n,
            start: share(n_before),
            width: share(n),
            is_open: OPEN.contains(&state),
        });
        n_before += n;
    }
    let told = parts.iter().map(|part| format!("{} {}", part.n, part.name));
    BarView {
        share: percent(coverage.ratio()),
        told: told.collect::<Vec<String>>().join(", "),
        parts,
    }
}

/// Parts a path into folder and name.
pub fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or((".", path))
}

/// The source of a pair, and what changed in it since it was accepted.
pub fn source_runs(item: Item<'_>) -> Vec<RunView> {
    let is_drifting = matches!(
        item.pair.state,
        PairState::Stale(_) | PairState::Unconfirmed
    );
    let drift = is_drifting
        .then(|| drift::drift(item.bitext, item.pair))
        .flatten();
    match drift {
        Some(drift) => runs(drift.runs),
        None => plain(item.bitext.source.texts(&item.pair.source)),
    }
}

/// A text in which nothing changed.
pub fn plain(text: String) -> Vec<RunView> {
    runs(vec![DiffRun::Same(text)])
}

/// The pieces of a comparison, those without any text left out.
pub fn runs(runs: Vec<DiffRun>) -> Vec<RunView> {
    let views = runs.into_iter().map(|run| {
        let (tag, text) = match run {
            DiffRun::Same(text) => (None, text),
            DiffRun::Removed(text) => (Some("del"), text),
            DiffRun::Added(text) => (Some("ins"), text),
        };
        RunView { tag, text }
    });
    views.filter(|run| !run.text.is_empty()).collect()
}

/// Fills a template; nothing of a text becomes markup.
pub fn filled(template: &str, page: impl Serialize) -> io::Result<String> {
    let mut templates = Environment::new();
    templates.set_auto_escape_callback(|_| AutoEscape::Html);
    let html = templates.render_str(template, Serde(page));
    html.map_err(io::Error::other)
}
