//! `duizhao render`: editions in two languages. One file a step: what is made, where it is written, and when it is made again.

use crate::edge::cli::commands::render::pages::Task;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::open;
use crate::edge::cli::ui::Ui;
use crate::edge::project::discover::Project;
use crate::render::format;
use crate::render::format::FORMATS;
use crate::render::standing::STANDINGS;
use camino::Utf8PathBuf;
use clap::ValueEnum;
use clap::builder::PossibleValuesParser;

pub mod folder;
pub mod pages;
pub mod watch;

/// What `render` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Documents, drafts or folders; all without one.
    #[arg(value_name = "PATH")]
    pub paths: Vec<Utf8PathBuf>,
    /// The format.
    #[arg(long, value_name = "FORMAT", default_value = "markdown-interleaved", value_parser = PossibleValuesParser::new(names()))]
    pub format: String,
    /// The folder to write; standard output without it, where there is one page.
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<Utf8PathBuf>,
    /// Which side stands first.
    #[arg(long, value_name = "SIDE", default_value = "source")]
    pub first: SideName,
    /// Only passages that stand so.
    #[arg(long, value_name = "STATE", value_delimiter = ',', value_parser = PossibleValuesParser::new(standings()))]
    pub state: Vec<String>,
    /// What stands where the translation is missing.
    #[arg(long, value_name = "WHAT", default_value = "source")]
    pub fallback: FallbackName,
    /// A book's title.
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// Passes HTML of the documents through.
    #[arg(long)]
    pub allow_html: bool,
    /// What a site calls the edition's language.
    #[arg(long, value_name = "NAME")]
    pub locale: Option<String>,
    /// Makes the edition again whenever a file is saved.
    #[arg(short, long)]
    pub watch: bool,
}

/// The sides, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SideName {
    /// The source.
    Source,
    /// The draft.
    Target,
}

/// What may stand for a missing translation, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FallbackName {
    /// The source.
    Source,
    /// A mark.
    Mark,
}

fn names() -> Vec<&'static str> {
    FORMATS.iter().map(|format| format.name).collect()
}

fn standings() -> Vec<&'static str> {
    STANDINGS.iter().map(|standing| standing.name()).collect()
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    // The names were checked when the command line was read.
    let Some(format) = format::of(&args.format) else {
        return Ok(Exit::Failed);
    };
    pages::check_output(args, format)?;
    let project = Project::discover(&ui.cwd)?;
    let task = Task {
        args,
        format,
        chosen: open::selection(ui, &project, &args.paths)?,
    };
    if args.watch {
        return watch::run(ui, &task, project);
    }
    let paths = pages::documents(&task, &project)?;
    let workspace = open::load_paths(ui, &project, paths)?;
    let made = pages::make(ui, &task, &project, &workspace)?;
    let n_problems = match &args.output {
        Some(output) => {
            let written = folder::write(ui, &task, output, &project, made)?;
            let n = written.n_pages.to_string();
            ui.say_message("render-done", &[("n", &n), ("folder", output.as_str())]);
            written.n_problems
        }
        None => folder::print(ui, &made)?,
    };
    Ok(match n_problems + workspace.problems.len() {
        0 => Exit::Clean,
        _ => Exit::Failed,
    })
}
