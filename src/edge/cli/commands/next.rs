//! `duizhao next`: the next thing to do, and the editor at its line.

use crate::bitext::bitext::Bitext;
use crate::edge::cli::commands::status;
use crate::edge::cli::editor;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::open;
use crate::edge::cli::output;
use crate::edge::cli::output::FormatParser;
use crate::edge::cli::output::Output;
use crate::edge::cli::ui::Ui;
use crate::progress::agenda;
use crate::progress::agenda::Task;
use crate::report::diff;
use crate::report::diff_text::DiffStyle;
use crate::report::next;
use crate::report::next::NextItem;
use crate::text::notice::Notice;
use camino::Utf8PathBuf;
use clap::builder::PossibleValuesParser;

/// What `next` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Documents, drafts or folders; all without one.
    #[arg(value_name = "PATH")]
    pub paths: Vec<Utf8PathBuf>,
    /// How many to show.
    #[arg(short = 'n', long, value_name = "N", default_value_t = 1)]
    pub number: usize,
    /// Only these states.
    #[arg(long, value_name = "STATE", value_delimiter = ',', value_parser = PossibleValuesParser::new(diff::STATES))]
    pub state: Vec<String>,
    /// Opens the editor at the first.
    #[arg(long)]
    pub open: bool,
    /// The format, and the file to write.
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = FormatParser(formats))]
    pub format: Vec<Output>,
}

fn formats() -> Vec<&'static str> {
    vec!["full", "json"]
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    let (project, workspace) = open::open(ui, &args.paths)?;
    let documents = workspace.documents.iter();
    let bitexts: Vec<&Bitext> = documents.map(|loaded| &loaded.bitext).collect();
    let is_named = |name: &str| match args.state.as_slice() {
        [] => diff::SHOWN.contains(&name),
        states => states.iter().any(|state| state == name),
    };
    let tasks = agenda::tasks(&bitexts, |pair| is_named(pair.state.name()));
    let item = |task: &Task| -> Option<NextItem<'_>> {
        let bitext = *bitexts.get(task.bitext_idx)?;
        Some(NextItem::new(
            bitext,
            bitext.pairs.get(task.pair_idx)?,
            task.pair_idx,
        ))
    };
    let items: Vec<NextItem<'_>> = tasks.iter().take(args.number).filter_map(item).collect();
    output::write_all(
        ui,
        &args.format,
        "full",
        &|name, is_colored, out| match name {
            "json" => next::write_json(&items, tasks.len(), out),
            _ => {
                let style = DiffStyle {
                    messages: &ui.messages,
                    is_colored,
                    width: ui.width,
                    most_unconfirmed: usize::MAX,
                };
                next::write(&items, tasks.len(), &style, out)
            }
        },
    )?;
    if let Some(first) = items.first().filter(|_| args.open) {
        let at = first.target_place;
        let path = project.root.join(first.target_path());
        if !path.exists() {
            let notice = Notice::new("editor-no-draft");
            return Err(notice.arg("path", first.target_path()).into());
        }
        editor::open(&path, at.line, at.column)?;
    }
    Ok(status::ending(&workspace, Exit::Clean))
}
