//! `duizhao diff`: what there is to do, with places on both sides.

use crate::edge::cli::commands::count;
use crate::edge::cli::commands::since;
use crate::edge::cli::commands::status;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::open;
use crate::edge::cli::output;
use crate::edge::cli::output::FormatParser;
use crate::edge::cli::output::Output;
use crate::edge::cli::ui::Ui;
use crate::edge::project::blame;
use crate::edge::project::load::Workspace;
use crate::progress::blame::Blame;
use crate::progress::since::Before;
use crate::progress::since::Change;
use crate::report::diff;
use crate::report::diff::Item;
use crate::report::diff::LayoutItem;
use crate::report::diff_json;
use crate::report::diff_text;
use crate::report::diff_text::DiffStyle;
use crate::report::page;
use crate::report::page::PageDocument;
use crate::report::page::PageKind;
use camino::Utf8PathBuf;
use clap::builder::PossibleValuesParser;
use std::collections::BTreeMap;
use std::io;
use std::io::Write;

/// What `diff` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Documents, drafts or folders; all without one.
    #[arg(value_name = "PATH")]
    pub paths: Vec<Utf8PathBuf>,
    /// Only these states.
    #[arg(long, value_name = "STATE", value_delimiter = ',', value_parser = PossibleValuesParser::new(diff::STATES))]
    pub state: Vec<String>,
    /// Only what changed since a revision, on either side.
    #[arg(long, value_name = "REV")]
    pub since: Option<String>,
    /// Tells since when, and by which commit.
    #[arg(long)]
    pub blame: bool,
    /// The format, and the file to write.
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = FormatParser(formats))]
    pub format: Vec<Output>,
}

/// So many unconfirmed pairs of a document are shown where nobody asked for them by name.
const MOST_UNCONFIRMED: usize = 10;

fn formats() -> Vec<&'static str> {
    vec!["full", "json", "html"]
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    let (project, workspace) = open::open(ui, &args.paths)?;
    let blames = match args.blame {
        true => blame::blame(&project, &workspace.documents.iter().collect::<Vec<_>>())?,
        false => BTreeMap::new(),
    };
    let revision = args.since.as_deref();
    let changes =
        revision.map(|revision| since::changes(ui, &project, &workspace, &args.paths, revision));
    let changes = changes.transpose()?;
    let shown = match revision {
        Some(_) => diff::STATES,
        None => diff::SHOWN,
    };
    let states: Vec<String> = if args.state.is_empty() {
        shown.iter().map(|state| (*state).to_owned()).collect()
    } else {
        args.state.clone()
    };
    let is_chosen = !args.state.is_empty();
    let shown = Shown {
        workspace: &workspace,
        states: &states,
        blames: &blames,
        changes: changes.as_deref(),
    };
    output::write_all(
        ui,
        &args.format,
        "full",
        &|name, is_colored, out| match name {
            "json" => {
                let documents = workspace.documents.iter().enumerate();
                let items: Vec<Item<'_>> = documents
                    .flat_map(|(doc_idx, _)| shown.items(doc_idx))
                    .collect();
                let documents = 0..workspace.documents.len();
                let layout: Vec<LayoutItem<'_>> = documents
                    .flat_map(|doc_idx| shown.layout(doc_idx))
                    .collect();
                diff_json::write(&items, &layout, out)
            }
            "html" => {
                let rows = status::rows(&workspace);
                let kind = revision.map_or(PageKind::Review, PageKind::Since);
                let documents = rows.iter().enumerate().map(|(doc_idx, row)| PageDocument {
                    row,
                    source_lang: &workspace.documents[doc_idx].bitext.source.lang,
                    items: shown.items(doc_idx),
                    gone: shown.gone(doc_idx),
                });
                let documents: Vec<PageDocument<'_>> = documents.collect();
                page::write(kind, &documents, &ui.messages, out)
            }
            _ => {
                let style = DiffStyle {
                    messages: &ui.messages,
                    is_colored,
                    width: ui.width,
                    most_unconfirmed: if is_chosen {
                        usize::MAX
                    } else {
                        MOST_UNCONFIRMED
                    },
                };
                write_full(&shown, &style, out)
            }
        },
    )?;
    open::tell_strayed(ui, &count::strays(&workspace));
    Ok(status::ending(&workspace, Exit::Clean))
}

/// What of the documents is shown.
struct Shown<'a> {
    workspace: &'a Workspace,
    states: &'a [String],
    blames: &'a BTreeMap<(usize, usize), Blame>,
    /// What changed in each document, where only that is shown.
    changes: Option<&'a [Vec<Change>]>,
}

impl<'a> Shown<'a> {
    fn items(&self, doc_idx: usize) -> Vec<Item<'a>> {
        let bitext = &self.workspace.documents[doc_idx].bitext;
        let blames = self.blames;
        let blame = move |pair_idx| blames.get(&(doc_idx, pair_idx));
        match self.changes {
            Some(changes) => diff::changed(bitext, &changes[doc_idx], self.states, blame).collect(),
            None => diff::items(bitext, self.states, blame).collect(),
        }
    }

    fn layout(&self, doc_idx: usize) -> Vec<LayoutItem<'a>> {
        match self.changes {
            Some(_) => Vec::new(),
            None => {
                let bitext = &self.workspace.documents[doc_idx].bitext;
                diff::layout(bitext, self.states).collect()
            }
        }
    }

    fn gone(&self, doc_idx: usize) -> Vec<&'a Before> {
        let changes = self.changes.map(|changes| changes[doc_idx].iter());
        let gone = changes.into_iter().flatten();
        gone.filter(|change| change.pair.is_none())
            .map(|change| &change.before)
            .collect()
    }
}

fn write_full(shown: &Shown<'_>, style: &DiffStyle<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut n_items = 0;
    for doc_idx in 0..shown.workspace.documents.len() {
        let (items, layout) = (shown.items(doc_idx), shown.layout(doc_idx));
        n_items += items.len() + layout.len();
        diff_text::write(&items, &layout, style, out)?;
    }
    let n = n_items.to_string();
    writeln!(out, "{}", style.messages.format("diff-sum", &[("n", &n)]))
}
