//! `duizhao export`: documents given out to translators and their programs.

use crate::bitext::bitext::PairState;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::open;
use crate::edge::cli::output;
use crate::edge::cli::ui::Ui;
use crate::edge::project::jobs;
use crate::edge::project::load::Workspace;
use crate::edge::project::refusal;
use crate::interchange::job::FORMATS;
use crate::interchange::job::content::Job;
use crate::interchange::job::format::Format;
use crate::interchange::job::format::WriteSettings;
use crate::interchange::job::make::Choice;
use crate::text::lang;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use camino::Utf8Path;
use camino::Utf8PathBuf;
use clap::builder::PossibleValuesParser;
use std::collections::BTreeSet;
use std::fs;
use std::io::Write;

/// What `export` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Documents, drafts or folders; all without one.
    #[arg(value_name = "PATH")]
    pub paths: Vec<Utf8PathBuf>,
    /// The format; by the file's ending without one.
    #[arg(long, value_name = "FORMAT", value_parser = PossibleValuesParser::new(names()))]
    pub format: Option<String>,
    /// The file to write, or a folder for one file a document; standard output without it.
    #[arg(short, long, value_name = "FILE|DIR")]
    pub output: Option<Utf8PathBuf>,
    /// The language of the drafts.
    #[arg(long, value_name = "LANG")]
    pub lang: Option<String>,
    /// Only pairs in these states.
    #[arg(long, value_name = "STATE", value_delimiter = ',', value_parser = PossibleValuesParser::new(STATES))]
    pub state: Vec<String>,
    /// Code blocks, markup and formulas, too.
    #[arg(long)]
    pub code: bool,
    /// All that the format has room for.
    #[arg(long)]
    pub full: bool,
    /// The source where there is no translation.
    #[arg(long)]
    pub prefill: bool,
}

/// The states that pairs with a source may have.
const STATES: [&str; 8] = [
    "untranslated",
    "machine",
    "unconfirmed",
    "stale",
    "edited",
    "translated",
    "reviewed",
    "ignored",
];

/// The names of the formats.
pub fn names() -> Vec<&'static str> {
    FORMATS.iter().map(|format| format.name).collect()
}

/// The format of a file by its ending.
pub fn by_ending(path: &Utf8Path) -> Option<&'static Format> {
    let ending = path.extension()?.to_ascii_lowercase();
    let has = |format: &&&'static Format| format.endings.contains(&ending.as_str());
    FORMATS.iter().find(has).copied()
}

/// The format of a name.
pub fn by_name(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name).copied()
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    let named = args.format.as_deref().and_then(by_name);
    let by_file = || args.output.as_deref().and_then(by_ending);
    let Some(format) = named.or_else(by_file) else {
        let known = names().join(", ");
        return Err(Notice::new("job-write-format").arg("known", known).into());
    };
    let (_, workspace) = open::open(ui, &args.paths)?;
    let lang = language(&workspace, args.lang.as_deref())?;
    let is_chosen = |state: PairState| match args.state.is_empty() {
        true => (format.is_usual)(state),
        false => args.state.iter().any(|name| name == state.name()),
    };
    let choice = Choice {
        state: &is_chosen,
        has_code: args.code,
    };
    let job = jobs::job(&workspace, &lang, choice);
    let settings = WriteSettings {
        is_full: args.full,
        is_prefilled: args.prefill,
    };
    let n_files = match &args.output {
        Some(path) if is_folder(ui, path) => write_folder(ui, path, &job, format, settings)?,
        Some(path) => {
            output::write_file(ui, path, &bytes(&job, format, settings)?)?;
            1
        }
        None => {
            let mut out = ui.out();
            out.write_all(&bytes(&job, format, settings)?)?;
            out.flush()?;
            0
        }
    };
    let n_segments = job.wanted().count();
    if n_segments == 0 {
        tell_none(ui, &job);
    } else if n_files > 0 {
        let (n, n_files) = (n_segments.to_string(), n_files.to_string());
        ui.say_message("job-given", &[("n", &n), ("files", &n_files)]);
    }
    Ok(match workspace.problems.is_empty() {
        true => Exit::Clean,
        false => Exit::Failed,
    })
}

/// Says in which states the pairs are that were not given out.
fn tell_none(ui: &Ui, job: &Job) {
    let segments = job.files.iter().flat_map(|file| &file.segments);
    let there: BTreeSet<&str> = segments.map(|segment| segment.state.name()).collect();
    let there: Vec<&str> = there.into_iter().collect();
    let message = match there.is_empty() {
        true => "job-nothing-there",
        false => "job-other-states",
    };
    ui.say_message(message, &[("states", &there.join(","))]);
}

fn bytes(job: &Job, format: &Format, settings: WriteSettings) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    (format.write)(job, &settings, &mut bytes)?;
    Ok(bytes)
}

/// The language that is given out: the one that is named, or the only one there is.
fn language(workspace: &Workspace, named: Option<&str>) -> Result<Lang, Failure> {
    let documents = workspace.documents.iter();
    let langs = lang::distinct(documents.map(|loaded| &loaded.paths.target_lang));
    let known = || {
        let tags: Vec<&str> = langs.iter().map(|lang| lang.tag()).collect();
        tags.join(", ")
    };
    match (named.map(Lang::new), langs.as_slice()) {
        (Some(lang), langs) if langs.contains(&&lang) => Ok(lang),
        (Some(lang), _) => Err(Notice::new("job-unknown-lang")
            .arg("lang", lang.tag())
            .arg("known", known())
            .into()),
        (None, [only]) => Ok((*only).clone()),
        (None, []) => Err(Notice::new("job-nothing").into()),
        (None, _) => Err(Notice::new("job-which-lang").arg("known", known()).into()),
    }
}

/// Tells whether a path names a folder: it is one, it ends like one, or it has no ending that a format has.
fn is_folder(ui: &Ui, path: &Utf8Path) -> bool {
    path.as_str().ends_with('/') || ui.cwd.join(path).is_dir() || path.extension().is_none()
}

/// Writes one file a document, those without anything to give out left out; returns how many.
fn write_folder(
    ui: &Ui,
    folder: &Utf8Path,
    job: &Job,
    format: &Format,
    settings: WriteSettings,
) -> Result<usize, Failure> {
    let ending = format.endings.first().copied().unwrap_or_default();
    let mut n_files = 0;
    for file in &job.files {
        if file.wanted().next().is_none() {
            continue;
        }
        let one = Job {
            source: job.source.clone(),
            target: job.target.clone(),
            files: vec![file.clone()],
        };
        let path = folder.join(format!("{}.{ending}", file.source));
        if let Some(parent) = path.parent() {
            let whole = ui.cwd.join(parent);
            fs::create_dir_all(&whole).map_err(|error| refusal::notice(parent, &error))?;
        }
        output::write_file(ui, &path, &bytes(&one, format, settings)?)?;
        n_files += 1;
    }
    Ok(n_files)
}
