//! `duizhao status`: how far the translation has come.

use crate::edge::cli::commands::count;
use crate::edge::cli::commands::count::Counted;
use crate::edge::cli::commands::since;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::open;
use crate::edge::cli::output;
use crate::edge::cli::output::FormatParser;
use crate::edge::cli::output::Output;
use crate::edge::cli::ui::Ui;
use crate::edge::project::blame;
use crate::edge::project::cache::Caching;
use crate::edge::project::discover::Project;
use crate::edge::project::load::Loaded;
use crate::edge::project::load::Workspace;
use crate::edge::project::walk::Paths;
use crate::progress::blame::Blame;
use crate::progress::coverage::Coverage;
use crate::report::badge;
use crate::report::blame as report;
use crate::report::dashboard;
use crate::report::status;
use crate::report::status::StatusRow;
use crate::report::trend;
use crate::report::trend::Thens;
use crate::text::notice::Notice;
use camino::Utf8PathBuf;
use std::collections::BTreeMap;

/// What `status` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Documents, drafts or folders; all without one.
    #[arg(value_name = "PATH")]
    pub paths: Vec<Utf8PathBuf>,
    /// Adds up folders instead of listing documents.
    #[arg(long, value_name = "DEPTH", num_args = 0..=1, require_equals = true, default_missing_value = "2")]
    pub folders: Option<usize>,
    /// Shows by how much it rose or fell since a revision.
    #[arg(long, value_name = "REV")]
    pub since: Option<String>,
    /// Tells since when, and by which commits.
    #[arg(long)]
    pub blame: bool,
    /// Works everything out anew.
    #[arg(long)]
    pub no_cache: bool,
    /// The format, and the file to write.
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = FormatParser(formats))]
    pub format: Vec<Output>,
}

fn formats() -> Vec<&'static str> {
    vec!["table", "json", "markdown", "badge", "shields", "html"]
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    let project = Project::discover(&ui.cwd)?;
    let selection = open::selection(ui, &project, &args.paths)?;
    let workspace = args
        .shows_texts()
        .then(|| open::load_all(ui, &project, &selection));
    let workspace = workspace.transpose()?;
    let Counted {
        rows,
        strays,
        problems,
    } = match &workspace {
        Some(workspace) => Counted::of(workspace),
        None => count::count(ui, &project, &selection, Caching::unless(args.no_cache))?,
    };
    let held = || workspace.as_ref().expect("loaded where texts are shown");
    let label = || ui.messages.text("badge-label");
    let since = args.since.as_deref();
    let since = since.map(|revision| since::read(ui, &project, held(), &args.paths, revision));
    let since = since.transpose()?;
    let added_up = |rows: &[StatusRow]| args.folders.map(|depth| status::folders(rows, depth));
    let folders = added_up(&rows);
    let shown = folders.as_deref().unwrap_or(&rows);
    let folders_then = since.as_ref().and_then(|since| added_up(&since.rows));
    let table = || match &since {
        None => status::to_table(&rows, shown, &ui.messages),
        Some(since) => {
            let then = folders_then.as_deref().unwrap_or(&since.rows);
            trend::to_table(&rows, shown, since, then, &ui.messages)
        }
    };
    let thens = since
        .as_ref()
        .map(|since| Thens::new(since, folders_then.as_deref().unwrap_or_default()));
    let blames = args.blame.then(|| blame_of(&project, held()));
    let blames = blames.transpose()?;
    let behind = blames.as_ref().map(|blames| {
        let bitexts = held().documents.iter().map(|loaded| &loaded.bitext);
        report::behind(&bitexts.collect::<Vec<_>>(), blames)
    });
    let told = behind.as_deref().filter(|behind| !behind.is_empty());
    let told = told.map(|behind| report::to_table(behind, &ui.messages));
    output::write_all(ui, &args.format, "table", &|name, _, out| match name {
        "json" => {
            let folders = folders.as_deref().unwrap_or_default();
            status::write_json(&rows, folders, thens.as_ref(), behind.as_deref(), out)
        }
        "html" => dashboard::write(
            &dashboard_documents(held(), &rows, blames.as_ref()),
            &dashboard::Found {
                findings: &[],
                failures: &[],
                passes: None,
            },
            &ui.messages,
            out,
        ),
        "badge" => badge::write_svg(&label(), &status::total(&rows), out),
        "shields" => badge::write_shields(&label(), &status::total(&rows), out),
        "markdown" => {
            table().write_markdown(out)?;
            let Some(told) = &told else { return Ok(()) };
            writeln!(out)?;
            told.write_markdown(out)
        }
        _ => {
            table().write(out)?;
            let Some(told) = &told else { return Ok(()) };
            writeln!(out)?;
            told.write(out)
        }
    })?;
    open::tell_strayed(ui, &strays);
    Ok(exit_after(&problems, Exit::Clean))
}

impl Args {
    /// Tells whether more than numbers is shown.
    fn shows_texts(&self) -> bool {
        let mut formats = self.format.iter();
        self.since.is_some() || self.blame || formats.any(|output| output.name == "html")
    }
}

/// The documents as the dashboard shows them.
pub fn dashboard_documents<'a>(
    workspace: &'a Workspace,
    rows: &'a [StatusRow],
    blames: Option<&'a BTreeMap<(usize, usize), Blame>>,
) -> Vec<dashboard::Document<'a>> {
    let documents = workspace.documents.iter().zip(rows).enumerate();
    documents
        .map(|(doc_idx, (loaded, row))| {
            let all = (doc_idx, 0)..=(doc_idx, usize::MAX);
            let own = blames
                .into_iter()
                .flat_map(|blames| blames.range(all.clone()));
            dashboard::Document {
                row,
                bitext: &loaded.bitext,
                blames: own
                    .map(|((_, pair_idx), blame)| (*pair_idx, blame))
                    .collect(),
            }
        })
        .collect()
}

fn blame_of(
    project: &Project,
    workspace: &Workspace,
) -> Result<BTreeMap<(usize, usize), Blame>, Notice> {
    let documents: Vec<&Loaded> = workspace.documents.iter().collect();
    blame::blame(project, &documents)
}

/// Counts every document.
pub fn rows(workspace: &Workspace) -> Vec<StatusRow> {
    workspace.documents.iter().map(row).collect()
}

/// Counts one document.
pub fn row(loaded: &Loaded) -> StatusRow {
    row_of(&loaded.paths, Coverage::of(&loaded.bitext))
}

/// Makes the row of a document that was counted.
pub fn row_of(paths: &Paths, coverage: Coverage) -> StatusRow {
    StatusRow {
        source: paths.source.to_string(),
        target: paths.target.to_string(),
        lang: paths.target_lang.clone(),
        coverage,
    }
}

/// A file that could not be read makes every run a failed one.
pub fn ending(workspace: &Workspace, exit: Exit) -> Exit {
    exit_after(&workspace.problems, exit)
}

/// The same by what could not be read.
pub fn exit_after(problems: &[Notice], exit: Exit) -> Exit {
    if problems.is_empty() {
        exit
    } else {
        Exit::Failed
    }
}
