//! `duizhao accept`: "this translates that", said by a person and kept in the lock.

use crate::bitext::align::AlignSettings;
use crate::bitext::bitext::Level;
use crate::bitext::bitext::Pair;
use crate::bitext::bitext::PairState;
use crate::document::document::Document;
use crate::document::unit::UnitId;
use crate::edge::cli::choice;
use crate::edge::cli::choice::Choice;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::open;
use crate::edge::cli::ui::Ui;
use crate::edge::files::Before;
use crate::edge::files::Change;
use crate::edge::project::discover::Project;
use crate::edge::project::glossary;
use crate::edge::project::leftover;
use crate::edge::project::load::Loaded;
use crate::edge::project::save;
use crate::edge::project::settle;
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
use std::mem;

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

/// Accepted pairs may settle what others translate; after so many rounds it is left as it is.
const MOST_ROUNDS: usize = 8;

/// What a run of the command is told.
struct Run<'a> {
    ui: &'a Ui,
    project: &'a Project,
    choices: &'a [Choice],
    settings: &'a AcceptSettings,
    is_dry: bool,
}

/// A document and what was accepted of it.
struct Accepted {
    loaded: Loaded,
    /// What the last round did.
    acceptance: Acceptance,
    /// What all rounds did.
    done: Done,
}

/// What was done with a document.
struct Done {
    /// Pairs accepted.
    n_accepted: usize,
    /// Those of them whose draft is in the source's language.
    n_same: usize,
    /// Indices of the pairs refused.
    blind: Vec<usize>,
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
        .map(|loaded| Accepted::of(loaded, &choices, &mut n_met, &settings))
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
    let run = Run {
        ui,
        project: &project,
        choices: &choices,
        settings: &settings,
        is_dry: args.dry_run,
    };
    run.list(&documents)?;
    // Whole documents are asked for: so is what only finds its counterpart once the rest is settled.
    if choices.iter().all(|choice| choice.line.is_none()) {
        let align = glossary::align_settings(&workspace.termbase);
        documents = accept_rest(&run, documents, &align)?;
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
        n_accepted += document.done.n_accepted;
        n_same += document.done.n_same;
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

/// Accepts what finds its counterpart now, until nothing does.
fn accept_rest(
    run: &Run<'_>,
    mut documents: Vec<Accepted>,
    align: &AlignSettings,
) -> Result<Vec<Accepted>, Failure> {
    let mut n_met = vec![0; run.choices.len()];
    for _ in 0..MOST_ROUNDS {
        let is_open: Vec<bool> = documents.iter().map(Accepted::is_open).collect();
        if !is_open.contains(&true) || !documents.iter().any(Accepted::has_new) {
            break;
        }
        let settled = documents.into_iter().map(Accepted::into_settled);
        let (loaded, done): (Vec<Loaded>, Vec<Done>) = settled.unzip();
        let again = settle::again(run.project, loaded, &is_open, align);
        let all = again.into_iter().zip(done).zip(is_open);
        documents = all
            .map(|((loaded, done), is_open)| match is_open {
                true => {
                    let accepted = Accepted::of(loaded, run.choices, &mut n_met, run.settings);
                    accepted.after(done)
                }
                false => Accepted::closed(loaded, done),
            })
            .collect();
        run.list(&documents)?;
    }
    Ok(documents)
}

impl Run<'_> {
    /// Lists what would be accepted.
    fn list(&self, documents: &[Accepted]) -> Result<(), Failure> {
        for document in documents.iter().filter(|_| self.is_dry) {
            list(self.ui, &document.loaded, &document.acceptance.accepted)?;
        }
        Ok(())
    }
}

impl Accepted {
    fn of(
        loaded: Loaded,
        choices: &[Choice],
        n_met: &mut [usize],
        settings: &AcceptSettings,
    ) -> Self {
        let chosen = choice::chosen(&loaded, choices, n_met);
        let acceptance = record::accept(&loaded.lock, &loaded.bitext, &chosen, settings);
        let done = Done {
            n_accepted: acceptance.accepted.len(),
            n_same: n_untranslated(&loaded, &acceptance.accepted),
            blind: Vec::new(),
        };
        Self {
            loaded,
            acceptance,
            done,
        }
    }

    /// Counts what was accepted before.
    fn after(mut self, done: Done) -> Self {
        self.done.n_accepted += done.n_accepted;
        self.done.n_same += done.n_same;
        self
    }

    /// Leaves a document as it is that has nothing more to accept.
    fn closed(mut loaded: Loaded, mut done: Done) -> Self {
        let acceptance = Acceptance {
            lock: mem::take(&mut loaded.lock),
            accepted: Vec::new(),
            blind: mem::take(&mut done.blind),
        };
        Self {
            loaded,
            acceptance,
            done,
        }
    }

    fn has_new(&self) -> bool {
        !self.acceptance.accepted.is_empty()
    }

    /// Tells whether a unit has no accepted counterpart yet.
    fn is_open(&self) -> bool {
        let pairs = self.loaded.bitext.pairs.iter().enumerate();
        let mut open = pairs.filter(|(_, pair)| {
            let is_alone = pair.source.is_empty() || pair.target.is_empty();
            is_alone && pair.state != PairState::Ignored
        });
        open.next().is_some()
    }

    /// Takes what was accepted for what the lock holds.
    fn into_settled(mut self) -> (Loaded, Done) {
        self.loaded.lock = self.acceptance.lock;
        self.done.blind = self.acceptance.blind;
        (self.loaded, self.done)
    }
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

/// How many of the pairs have a draft that is still in the source's language: accepted as they stand, but worth saying.
fn n_untranslated(loaded: &Loaded, pair_idxs: &[usize]) -> usize {
    let pairs = pair_idxs
        .iter()
        .filter_map(|idx| loaded.bitext.pairs.get(*idx));
    pairs
        .filter(|pair| pair.state == PairState::Untranslated)
        .count()
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
