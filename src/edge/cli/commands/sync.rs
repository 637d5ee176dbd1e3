//! `duizhao sync`: brings drafts in step with their sources, and touches no translated word.

use crate::draft::step::NewText;
use crate::draft::step::StepKind;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::open;
use crate::edge::cli::output;
use crate::edge::cli::output::FormatParser;
use crate::edge::cli::output::Output;
use crate::edge::cli::spinner::Spinner;
use crate::edge::cli::ui::Ui;
use crate::edge::project::discover::Project;
use crate::edge::project::sync;
use crate::edge::project::sync::Planned;
use crate::edge::project::sync::Wishes;
use crate::edge::project::walk;
use crate::report::sync as report;
use crate::report::sync::SyncItem;
use crate::report::sync::SyncStyle;
use crate::report::sync_json;
use crate::text::notice::Notice;
use crate::text::source::Source;
use camino::Utf8PathBuf;
use clap::ValueEnum;

/// What `sync` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Documents, drafts or folders; all without one.
    #[arg(value_name = "PATH")]
    pub paths: Vec<Utf8PathBuf>,
    /// What stands in the draft for new text; the settings decide without it.
    #[arg(long, value_name = "WHAT")]
    pub new: Option<NewName>,
    /// Repeats mechanical changes of the source in the draft.
    #[arg(long)]
    pub patch: bool,
    /// Removes what has lost its source.
    #[arg(long)]
    pub prune: bool,
    /// Writes nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Shows what would change as a unified diff and writes nothing.
    #[arg(long, conflicts_with = "format")]
    pub diff: bool,
    /// The format, and the file to write.
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = FormatParser(formats))]
    pub format: Vec<Output>,
}

/// What may stand for new text, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum NewName {
    /// A comment that quotes the source.
    Comment,
    /// The source's text.
    Source,
}

fn formats() -> Vec<&'static str> {
    vec!["full", "json"]
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    let project = Project::discover(&ui.cwd)?;
    let selection = open::selection(ui, &project, &args.paths)?;
    let is_writing = !args.dry_run && !args.diff;
    let _turn = is_writing.then(|| open::turn(ui));
    let paths = walk::walk(&project, &selection)?;
    let wishes = Wishes {
        new: match args.new {
            Some(NewName::Comment) => NewText::Comment,
            Some(NewName::Source) => NewText::Source,
            None => project.config.sync.new,
        },
        is_pruning: args.prune,
        is_patching: args.patch,
    };
    let n = paths.len().to_string();
    let spinner = Spinner::start(ui.messages.format("cli-loading", &[("n", &n)]));
    let planned = sync::plan(&project, paths, wishes)?;
    spinner.stop();
    for problem in &planned.problems {
        ui.tell(problem);
    }
    let mut refused: Vec<Option<Notice>> = Vec::new();
    for draft in &planned.drafts {
        let written = match is_writing && draft.is_changed() {
            true => sync::write(&project, draft),
            false => Ok(()),
        };
        refused.push(written.err());
    }
    let n_unwritten = refused.iter().flatten().count();
    let items = items(&planned, &refused);
    if args.diff {
        let mut out = ui.out();
        report::write_diff(&items, &mut out)?;
        std::io::Write::flush(&mut out)?;
    } else {
        write(ui, &args.format, &items, is_writing)?;
    }
    let exit = tell(ui, &items, is_writing, args.diff, n_unwritten);
    match planned.problems.is_empty() && n_unwritten == 0 {
        true => Ok(exit),
        false => Ok(Exit::Failed),
    }
}

/// What there is to say of each draft; one that could not be written is as it was.
fn items<'a>(planned: &'a Planned, refused: &'a [Option<Notice>]) -> Vec<SyncItem<'a>> {
    let drafts = planned.drafts.iter().zip(refused);
    let items = drafts.map(|(draft, refused)| {
        let synced = draft.outcome.as_ref().ok().filter(|_| refused.is_none());
        let troubles = match &draft.outcome {
            _ if refused.is_some() => refused.iter().collect(),
            Ok(synced) => synced.troubles.iter().collect(),
            Err(trouble) => vec![trouble],
        };
        SyncItem {
            source: &draft.source,
            before: &draft.before,
            after: match synced {
                Some(synced) => Source::new(draft.before.name(), synced.text.as_str()),
                None => draft.before.clone(),
            },
            lang: draft.paths.target_lang.tag(),
            steps: synced.map_or(&[], |synced| &synced.steps),
            troubles,
        }
    });
    items.collect()
}

fn write(
    ui: &Ui,
    outputs: &[Output],
    items: &[SyncItem<'_>],
    is_written: bool,
) -> Result<(), Failure> {
    output::write_all(ui, outputs, "full", &|name, is_colored, out| match name {
        "json" => sync_json::write(items, is_written, &ui.english, out),
        _ => {
            let style = SyncStyle {
                messages: &ui.messages,
                is_colored,
                width: ui.width,
            };
            report::write(items, &style, out)
        }
    })
}

/// Says how much was done, and what is left for a person: what no change is certain for, and drafts that could not be written.
fn tell(
    ui: &Ui,
    items: &[SyncItem<'_>],
    is_written: bool,
    is_diff: bool,
    n_unwritten: usize,
) -> Exit {
    let steps = || items.iter().flat_map(|item| item.steps);
    let n_steps = steps().count();
    let n_drafts = items.iter().filter(|item| !item.steps.is_empty()).count();
    let n_told: usize = items.iter().map(|item| item.troubles.len()).sum();
    let n_troubles = n_told.saturating_sub(n_unwritten);
    let id = match (is_written, n_steps) {
        (_, 0) => "sync-nothing",
        (true, _) => "sync-done",
        (false, _) => "sync-would",
    };
    let (steps_told, drafts_told) = (n_steps.to_string(), n_drafts.to_string());
    if n_steps > 0 || n_told == 0 {
        ui.say_message(id, &[("n", &steps_told), ("drafts", &drafts_told)]);
    }
    let n_patched = steps().filter(|step| step.kind == StepKind::Patch).count();
    if is_written && n_patched > 0 {
        ui.say_message("sync-patched", &[("n", &n_patched.to_string())]);
    }
    if n_unwritten > 0 {
        ui.say_message("sync-unwritten", &[("n", &n_unwritten.to_string())]);
    }
    if n_troubles > 0 {
        ui.say_message("sync-left", &[("n", &n_troubles.to_string())]);
        return Exit::Findings;
    }
    match is_diff && n_steps > 0 {
        true => Exit::Findings,
        false => Exit::Clean,
    }
}
