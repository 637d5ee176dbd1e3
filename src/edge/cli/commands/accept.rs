//! `duizhao accept`: "this translates that", said by a person and kept in the lock.

use crate::bitext::bitext::Level;
use crate::bitext::bitext::Pair;
use crate::document::document::Document;
use crate::document::unit::UnitId;
use crate::edge::cli::accepted;
use crate::edge::cli::accepted::Accepted;
use crate::edge::cli::choice;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::open;
use crate::edge::cli::ui::Ui;
use crate::edge::project::discover::Project;
use crate::edge::project::glossary;
use crate::edge::project::leftover;
use crate::edge::project::load::Loaded;
use crate::edge::project::save::Draft;
use crate::lock::jsonl;
use crate::lock::lock::Lock;
use crate::lock::record;
use crate::lock::record::AcceptSettings;
use crate::lock::record::Acceptance;
use crate::report::diff;
use crate::report::table::cut;
use crate::report::table::printable;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use camino::Utf8PathBuf;
use clap::ValueEnum;
use std::collections::BTreeSet;
use std::io::Write;

/// What `accept` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Documents, drafts or folders, or one pair by a line of either side.
    #[arg(value_name = "PATH[:LINE]")]
    pub paths: Vec<Utf8PathBuf>,
    /// Every pair that has a counterpart, at whatever confidence; of the project, or of the paths named.
    #[arg(long)]
    pub all: bool,
    /// Of them only those whose source is as it was when the draft was last touched, by the history.
    #[arg(long)]
    pub unchanged: bool,
    /// The level to record.
    #[arg(long, value_name = "LEVEL", default_value = "translated")]
    pub level: LevelName,
    /// The same as `--level reviewed`.
    #[arg(long, conflicts_with = "level")]
    pub reviewed: bool,
    /// Why an untouched draft still fits a changed source.
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    /// Writes nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// Levels by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LevelName {
    /// A machine wrote it.
    Machine,
    /// A person accepted it.
    Translated,
    /// A second look was taken.
    Reviewed,
}

/// Accepted pairs may settle what others translate; after so many rounds it is left as it is.
const MOST_ROUNDS: usize = 8;

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    if !args.all && args.paths.is_empty() {
        return Err(Notice::new("accept-what").into());
    }
    let project = Project::discover(&ui.cwd)?;
    let _turn = (!args.dry_run).then(|| open::turn(ui));
    let choices = args
        .paths
        .iter()
        .map(|path| choice::choice(ui, &project, path))
        .collect::<Result<Vec<_>, _>>()?;
    let selection: Vec<Utf8PathBuf> = choices.iter().map(|choice| choice.path.clone()).collect();
    let workspace = open::load_all(ui, &project, &selection)?;
    if !workspace.problems.is_empty() {
        ui.say_message("accept-refused", &[]);
        return Ok(Exit::Failed);
    }

    let level = if args.reviewed {
        Level::Reviewed
    } else {
        args.level.level()
    };
    let reason = args
        .reason
        .clone()
        .filter(|reason| !reason.trim().is_empty());
    let settings = AcceptSettings {
        level,
        reason,
        glossary: Some(workspace.termbase.version).filter(|version| *version > 0),
    };
    let mut n_met = vec![0_usize; choices.len()];
    let mut documents: Vec<Accepted> = workspace
        .documents
        .into_iter()
        .map(|loaded| {
            let chosen = choice::chosen(&loaded, &choices, args.unchanged, &mut n_met);
            let acceptance = record::accept(&loaded.lock, &loaded.bitext, &chosen, &settings);
            Accepted::new(loaded, acceptance)
        })
        .collect();
    // Refused before anything is written: a line that names no pair is a slip, and the rest may be one too.
    for (choice, n) in choices.iter().zip(&n_met) {
        if let (Some(line), 0) = (choice.line, *n) {
            return Err(Notice::new("accept-no-pair")
                .arg("path", &choice.path)
                .arg("line", line)
                .into());
        }
    }
    let shown = |documents: &[Accepted]| -> Result<(), Failure> {
        for document in documents.iter().filter(|_| args.dry_run) {
            list(ui, &document.loaded, &document.acceptance.accepted)?;
        }
        Ok(())
    };
    shown(&documents)?;
    // Whole documents are asked for: so is what only finds its counterpart once the rest is settled.
    if choices.iter().all(|choice| choice.line.is_none()) {
        let align = glossary::align_settings(&workspace.termbase);
        for _ in 0..MOST_ROUNDS {
            if !accepted::may_go_on(&documents) {
                break;
            }
            documents = accepted::once_more(&project, &align, documents, |loaded| {
                let chosen = choice::chosen(
                    loaded,
                    &choices,
                    args.unchanged,
                    &mut vec![0; choices.len()],
                );
                record::accept(&loaded.lock, &loaded.bitext, &chosen, &settings)
            });
            shown(&documents)?;
        }
    }
    let (mut n_accepted, mut n_blind, mut n_same, mut n_unwritten) = (0, 0, 0, 0_usize);
    for document in &documents {
        let written = match args.dry_run {
            true => Ok(()),
            false => write_lock(&project, &document.loaded, &document.acceptance),
        };
        if let Err(notice) = written {
            ui.tell(&notice);
            n_unwritten += 1;
            continue;
        }
        n_accepted += document.n_accepted;
        n_same += document.n_same;
        n_blind += document.acceptance.blind.len();
        for pair_idx in &document.acceptance.blind {
            tell_blind(ui, &document.loaded, *pair_idx);
        }
    }
    if !args.dry_run && n_unwritten == 0 {
        drop_moved(ui, &project, &documents)?;
    }
    let id = if args.dry_run {
        "accept-would"
    } else {
        "accept-done"
    };
    if n_accepted > 0 || n_blind + n_unwritten == 0 {
        ui.say_message(id, &[("n", &n_accepted.to_string())]);
    }
    if n_same > 0 {
        ui.say_message("accept-same", &[("n", &n_same.to_string())]);
    }
    if n_blind > 0 {
        ui.say_message("accept-blind-help", &[("n", &n_blind.to_string())]);
    }
    Ok(match (n_unwritten, n_blind) {
        (0, 0) => Exit::Clean,
        (0, _) => Exit::Findings,
        _ => Exit::Failed,
    })
}

/// Removes the locks of documents that were renamed, once all they hold stands in the new ones.
fn drop_moved(ui: &Ui, project: &Project, documents: &[Accepted]) -> Result<(), Failure> {
    let of_lang = |document: &Accepted| document.loaded.paths.target_lang.clone();
    let langs: BTreeSet<Lang> = documents.iter().map(of_lang).collect();
    for lang in langs {
        let its = documents.iter().filter(|one| of_lang(one) == lang);
        let locks: Vec<&Lock> = its.map(|document| &document.acceptance.lock).collect();
        for path in leftover::drop_moved(project, &lang, &locks)? {
            ui.say_message("accept-dropped", &[("path", path.as_str())]);
        }
    }
    Ok(())
}

/// Writes the lock where it says something new, and both documents still say what is accepted.
fn write_lock(project: &Project, loaded: &Loaded, acceptance: &Acceptance) -> Result<(), Notice> {
    let text = jsonl::write(&acceptance.lock);
    let before = loaded.lock_source.as_ref().map(|lock| lock.text());
    let is_same = before == Some(text.as_str());
    let is_needless = before.is_none() && acceptance.lock.records.is_empty();
    if is_same || is_needless {
        return Ok(());
    }
    Draft::of(loaded).save_lock(project, &text)
}

impl LevelName {
    const fn level(self) -> Level {
        match self {
            Self::Machine => Level::Machine,
            Self::Translated => Level::Translated,
            Self::Reviewed => Level::Reviewed,
        }
    }
}

fn list(ui: &Ui, loaded: &Loaded, pair_idxs: &[usize]) -> Result<(), Failure> {
    let mut out = ui.out();
    for pair in pair_idxs
        .iter()
        .filter_map(|idx| loaded.bitext.pairs.get(*idx))
    {
        let state = ui.messages.text(&format!("pair-{}", pair.state.name()));
        let (source, target) = sides(loaded, pair);
        writeln!(out, "{source}  {target}  {state}")?;
        for (document, units) in [
            (&loaded.bitext.source, &pair.source),
            (&loaded.bitext.target, &pair.target),
        ] {
            let text = printable(&document.texts(units));
            writeln!(out, "    {}", cut(&text, ui.width.saturating_sub(4)))?;
        }
    }
    out.flush()?;
    Ok(())
}

fn tell_blind(ui: &Ui, loaded: &Loaded, pair_idx: usize) {
    if let Some(pair) = loaded.bitext.pairs.get(pair_idx) {
        let (source, target) = sides(loaded, pair);
        ui.say_message("accept-blind", &[("source", &source), ("target", &target)]);
    }
}

fn sides(loaded: &Loaded, pair: &Pair) -> (String, String) {
    let place = |document: &Document, units: &[UnitId]| {
        let span = diff::span(document, units).unwrap_or_default();
        let line = document.source.line_of(span.start);
        format!("{}:{line}", printable(document.source.name()))
    };
    (
        place(&loaded.bitext.source, &pair.source),
        place(&loaded.bitext.target, &pair.target),
    )
}
