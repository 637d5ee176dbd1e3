//! `duizhao accept`: "this translates that", said by a person and kept in the lock.

use crate::bitext::bitext::Level;
use crate::bitext::bitext::Pair;
use crate::bitext::bitext::PairState;
use crate::document::document::Document;
use crate::document::unit::UnitId;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::open;
use crate::edge::cli::ui::Ui;
use crate::edge::files::Before;
use crate::edge::files::Change;
use crate::edge::project::discover::Project;
use crate::edge::project::leftover;
use crate::edge::project::load::Loaded;
use crate::edge::project::save;
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

/// A path of the command line, with the line where there is one.
struct Choice {
    path: Utf8PathBuf,
    line: Option<u32>,
}

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
        .map(|path| choice(ui, &project, path))
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
    let acceptances: Vec<(&Loaded, Acceptance)> = workspace
        .documents
        .iter()
        .map(|loaded| {
            let chosen = chosen(loaded, &choices, &mut n_met);
            let acceptance = record::accept(&loaded.lock, &loaded.bitext, &chosen, &settings);
            (loaded, acceptance)
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
    let (mut n_accepted, mut n_blind, mut n_same, mut n_unwritten) = (0, 0, 0, 0_usize);
    for (loaded, acceptance) in &acceptances {
        if args.dry_run {
            list(ui, loaded, &acceptance.accepted)?;
        } else if let Err(notice) = write_lock(&project, loaded, acceptance) {
            ui.tell(&notice);
            n_unwritten += 1;
            continue;
        }
        n_accepted += acceptance.accepted.len();
        n_same += n_untranslated(loaded, &acceptance.accepted);
        n_blind += acceptance.blind.len();
        for pair_idx in &acceptance.blind {
            tell_blind(ui, loaded, *pair_idx);
        }
    }
    if !args.dry_run && n_unwritten == 0 {
        drop_moved(ui, &project, &acceptances)?;
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
fn drop_moved(
    ui: &Ui,
    project: &Project,
    acceptances: &[(&Loaded, Acceptance)],
) -> Result<(), Failure> {
    let of_lang = |(loaded, _): &(&Loaded, Acceptance)| loaded.paths.target_lang.clone();
    let langs: BTreeSet<Lang> = acceptances.iter().map(of_lang).collect();
    for lang in langs {
        let its = acceptances.iter().filter(|one| of_lang(one) == lang);
        let locks: Vec<&Lock> = its.map(|(_, acceptance)| &acceptance.lock).collect();
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
    let lock = Change {
        path: &loaded.paths.lock,
        before: Before::Text(before.unwrap_or_default()),
        bytes: text.as_bytes(),
    };
    let bitext = &loaded.bitext;
    save::save(
        project,
        &[lock],
        &[&bitext.source.source, &bitext.target.source],
    )
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

fn choice(ui: &Ui, project: &Project, path: &Utf8PathBuf) -> Result<Choice, Notice> {
    let whole = project.relative(&ui.cwd, path);
    let split = path.as_str().rsplit_once(':');
    let line = split.and_then(|(path, line)| Some((path, line.parse::<u32>().ok()?)));
    match line {
        Some((bare, line)) if !ui.cwd.join(path).exists() => Ok(Choice {
            path: project.relative(&ui.cwd, bare.into())?,
            line: Some(line),
        }),
        _ => Ok(Choice {
            path: whole?,
            line: None,
        }),
    }
}

/// The pairs of a document that have a counterpart and are meant.
fn chosen(loaded: &Loaded, choices: &[Choice], n_met: &mut [usize]) -> Vec<usize> {
    let bitext = &loaded.bitext;
    let pairs = bitext.pairs.iter().enumerate();
    let mut chosen = Vec::new();
    for (pair_idx, pair) in pairs {
        if pair.source.is_empty() || pair.target.is_empty() {
            continue;
        }
        let mut is_meant = choices.is_empty();
        for (choice_idx, choice) in choices.iter().enumerate() {
            let is_hit = match choice.line {
                None => is_of(loaded, choice),
                Some(line) => {
                    (choice.path == loaded.paths.source
                        && has_line(&bitext.source, &pair.source, line))
                        || (choice.path == loaded.paths.target
                            && has_line(&bitext.target, &pair.target, line))
                }
            };
            if is_hit {
                n_met[choice_idx] += 1;
                is_meant = true;
            }
        }
        if is_meant {
            chosen.push(pair_idx);
        }
    }
    chosen
}

/// How many of the pairs have a draft that is still in the source's language: accepted as they stand, but worth saying.
fn n_untranslated(loaded: &Loaded, pair_idxs: &[usize]) -> usize {
    let pairs = pair_idxs
        .iter()
        .filter_map(|idx| loaded.bitext.pairs.get(*idx));
    pairs
        .filter(|pair| pair.state == PairState::Untranslated)
        .count()
}

fn is_of(loaded: &Loaded, choice: &Choice) -> bool {
    let paths = [&loaded.paths.source, &loaded.paths.target];
    paths.iter().any(|path| path.starts_with(&choice.path))
}

fn has_line(document: &Document, units: &[UnitId], line: u32) -> bool {
    units.iter().any(|unit| {
        let span = document.unit(*unit).span;
        let last = span.end.saturating_sub(1).max(span.start);
        (document.source.line_of(span.start)..=document.source.line_of(last)).contains(&line)
    })
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
            let text = printable(&diff::text(document, units));
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
