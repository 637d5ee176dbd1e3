//! `duizhao status`: how far the translation has come.

use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::open;
use crate::edge::cli::output;
use crate::edge::cli::output::FormatParser;
use crate::edge::cli::output::Output;
use crate::edge::cli::ui::Ui;
use crate::edge::project::load::Workspace;
use crate::progress::coverage::Coverage;
use crate::report::status;
use crate::report::status::StatusRow;
use camino::Utf8PathBuf;

/// What `status` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Documents, drafts or folders; all without one.
    #[arg(value_name = "PATH")]
    pub paths: Vec<Utf8PathBuf>,
    /// Adds up folders instead of listing documents.
    #[arg(long, value_name = "DEPTH", num_args = 0..=1, require_equals = true, default_missing_value = "2")]
    pub folders: Option<usize>,
    /// The format, and the file to write.
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = FormatParser(formats))]
    pub format: Vec<Output>,
}

fn formats() -> Vec<&'static str> {
    vec!["table", "json", "markdown"]
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    let (_, workspace) = open::open(ui, &args.paths)?;
    let rows = rows(&workspace);
    let folders = args.folders.map(|depth| status::folders(&rows, depth));
    let shown = folders.as_deref().unwrap_or(&rows);
    output::write_all(ui, &args.format, "table", &|name, _, out| match name {
        "json" => status::write_json(&rows, folders.as_deref().unwrap_or_default(), out),
        "markdown" => status::write_markdown(&rows, shown, &ui.messages, out),
        _ => status::write_table(&rows, shown, &ui.messages, out),
    })?;
    open::tell_strayed(ui, &workspace);
    Ok(ending(&workspace, Exit::Clean))
}

/// Counts every document.
pub fn rows(workspace: &Workspace) -> Vec<StatusRow> {
    let documents = workspace.documents.iter();
    documents
        .map(|loaded| StatusRow {
            source: loaded.paths.source.to_string(),
            target: loaded.paths.target.to_string(),
            lang: loaded.paths.target_lang.clone(),
            coverage: Coverage::of(&loaded.bitext),
        })
        .collect()
}

/// A file that could not be read makes every run a failed one.
pub fn ending(workspace: &Workspace, exit: Exit) -> Exit {
    if workspace.problems.is_empty() {
        exit
    } else {
        Exit::Failed
    }
}
