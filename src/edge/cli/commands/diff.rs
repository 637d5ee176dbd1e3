//! `duizhao diff`: what there is to do, with places on both sides.

use crate::edge::cli::commands::count;
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
use crate::report::diff;
use crate::report::diff::Item;
use crate::report::diff::LayoutItem;
use crate::report::diff_json;
use crate::report::diff_text;
use crate::report::diff_text::DiffStyle;
use crate::report::page;
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
    let states: Vec<String> = if args.state.is_empty() {
        diff::SHOWN
            .iter()
            .map(|state| (*state).to_owned())
            .collect()
    } else {
        args.state.clone()
    };
    let is_chosen = !args.state.is_empty();
    output::write_all(
        ui,
        &args.format,
        "full",
        &|name, is_colored, out| match name {
            "json" => {
                let documents = workspace.documents.iter().enumerate();
                let items: Vec<Item<'_>> = documents
                    .flat_map(|(doc_idx, loaded)| {
                        let blame = |pair_idx| blames.get(&(doc_idx, pair_idx));
                        diff::items(&loaded.bitext, &states, blame).collect::<Vec<_>>()
                    })
                    .collect();
                let documents = workspace.documents.iter();
                let layout: Vec<LayoutItem<'_>> = documents
                    .flat_map(|loaded| diff::layout(&loaded.bitext, &states))
                    .collect();
                diff_json::write(&items, &layout, out)
            }
            "html" => {
                let rows = status::rows(&workspace);
                let documents = status::page_documents(&workspace, &rows, &states, Some(&blames));
                page::write(PageKind::Review, &documents, &ui.messages, out)
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
                write_full(&workspace, &states, &blames, &style, out)
            }
        },
    )?;
    open::tell_strayed(ui, &count::strays(&workspace));
    Ok(status::ending(&workspace, Exit::Clean))
}

fn write_full(
    workspace: &Workspace,
    states: &[String],
    blames: &BTreeMap<(usize, usize), Blame>,
    style: &DiffStyle<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut n_items = 0;
    for (doc_idx, loaded) in workspace.documents.iter().enumerate() {
        let blame = |pair_idx| blames.get(&(doc_idx, pair_idx));
        let items: Vec<Item<'_>> = diff::items(&loaded.bitext, states, blame).collect();
        let layout: Vec<LayoutItem<'_>> = diff::layout(&loaded.bitext, states).collect();
        n_items += items.len() + layout.len();
        diff_text::write(&items, &layout, style, out)?;
    }
    let n = n_items.to_string();
    writeln!(out, "{}", style.messages.format("diff-sum", &[("n", &n)]))
}
