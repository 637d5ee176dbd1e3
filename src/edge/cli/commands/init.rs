//! `duizhao init`: finds the layout and writes `duizhao.yaml` and the line of `.gitattributes`.

use crate::config::pattern::PATH;
use crate::config::validate;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::open;
use crate::edge::cli::ui::Ui;
use crate::edge::files::Before;
use crate::edge::files::Change;
use crate::edge::files::Files;
use crate::edge::files::Unwritten;
use crate::edge::files::disk::Disk;
use crate::edge::project::discover;
use crate::edge::project::discover::CONFIG;
use crate::edge::project::inferred;
use crate::edge::project::init;
use crate::edge::project::init::ATTRIBUTES;
use crate::edge::project::init::InitSettings;
use crate::edge::project::refusal;
use crate::edge::project::save::Draft;
use crate::lock::jsonl;
use crate::lock::lock::Lock;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use camino::Utf8Path;
use std::io::Write;

/// What `init` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The source language; guessed without it.
    #[arg(long, value_name = "LANG")]
    pub source: Option<String>,
    /// Target languages; guessed without one.
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    pub target: Vec<String>,
    /// A content entry, `SOURCE=TARGET`; found without one.
    #[arg(long, value_name = "SOURCE=TARGET")]
    pub content: Vec<String>,
    /// Notes in the locks what the source was when each unit of the drafts was last touched.
    #[arg(long)]
    pub from_history: bool,
    /// Writes nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    if let Some(root) = discover::find(&ui.cwd) {
        if args.from_history {
            return infer(ui, args.dry_run);
        }
        return Err(Notice::new("init-exists")
            .arg("path", root.join(CONFIG))
            .into());
    }
    let mut tags = args.source.iter().chain(&args.target);
    if let Some(tag) = tags.find(|tag| !validate::is_lang_tag(tag)) {
        return Err(Notice::new("config-lang").arg("tag", tag).into());
    }
    let content: Result<Vec<_>, _> = args.content.iter().map(|entry| patterns(entry)).collect();
    let settings = InitSettings {
        content: content?,
        source: args.source.as_deref().map(Lang::new),
        targets: args.target.iter().map(|tag| Lang::new(tag)).collect(),
    };
    let files = Disk::new(&ui.cwd);
    let attributes_before = files.read(ATTRIBUTES.into()).unwrap_or_default();
    let attributes_before = String::from_utf8_lossy(&attributes_before);
    let plan = init::plan(&files, &settings)?;
    let config = plan.config_text(&|id| ui.messages.text(id));
    for notice in &plan.notices {
        ui.say(&ui.messages.notice(notice));
    }
    let attributes = plan.gitattributes.as_deref();
    let texts = [(CONFIG, Some(config.as_str())), (ATTRIBUTES, attributes)];
    if args.dry_run {
        return show(ui, &texts);
    }
    let befores = ["", attributes_before.as_ref()];
    let changes = texts
        .iter()
        .zip(befores)
        .filter_map(|((path, text), before)| {
            Some(Change {
                path: Utf8Path::new(path),
                before: Before::Text(before),
                bytes: (*text)?.as_bytes(),
            })
        });
    let changes: Vec<Change<'_>> = changes.collect();
    let written = files.replace(&changes);
    written.map_err(|Unwritten { path, error }| refusal::unwritten(&path, &error))?;
    for change in changes {
        ui.say_message("init-wrote", &[("path", change.path.as_str())]);
    }
    if args.from_history {
        return infer(ui, false);
    }
    ui.say_message("init-next", &[]);
    Ok(Exit::Clean)
}

/// Writes locks with what the history says, for documents that have none.
fn infer(ui: &Ui, is_dry_run: bool) -> Result<Exit, Failure> {
    let _turn = (!is_dry_run).then(|| open::turn(ui));
    let (project, workspace) = open::open(ui, &[])?;
    let found = inferred::infer(&project, &workspace.documents)?;
    let (mut n_documents, mut n_units, mut n_changed, mut n_unwritten) = (0, 0, 0, 0);
    for (loaded, inferred) in workspace.documents.iter().zip(found) {
        for notice in &inferred.notices {
            ui.say(&ui.messages.notice(notice));
        }
        if inferred.records.is_empty() {
            continue;
        }
        n_units += inferred.records.len();
        n_changed += inferred.n_changed;
        n_documents += 1;
        let lock = Lock {
            records: inferred.records,
            ..loaded.lock.clone()
        };
        if !is_dry_run
            && let Err(notice) = Draft::of(loaded).save_lock(&project, &jsonl::write(&lock))
        {
            ui.tell(&notice);
            n_unwritten += 1;
        }
    }
    let (n, changed, documents) = (
        n_units.to_string(),
        n_changed.to_string(),
        n_documents.to_string(),
    );
    let args = [
        ("n", n.as_str()),
        ("changed", &changed),
        ("documents", &documents),
    ];
    ui.say_message("init-inferred", &args);
    Ok(match n_unwritten + workspace.problems.len() {
        0 => Exit::Clean,
        _ => Exit::Failed,
    })
}

/// Splits `SOURCE=TARGET`; both must hold `{path}`, or neither.
fn patterns(entry: &str) -> Result<(String, String), Notice> {
    let is_alike = |(source, target): &(&str, &str)| {
        let has_path = |pattern: &str| pattern.contains(PATH);
        !source.is_empty() && !target.is_empty() && has_path(source) == has_path(target)
    };
    let found = entry.split_once('=').filter(is_alike);
    let (source, target) = found.ok_or_else(|| Notice::new("init-content").arg("entry", entry))?;
    Ok((source.to_owned(), target.to_owned()))
}

/// Prints what would be written, each file under its name.
fn show(ui: &Ui, texts: &[(&str, Option<&str>)]) -> Result<Exit, Failure> {
    let mut out = ui.out();
    for (path, text) in texts {
        if let Some(text) = text {
            writeln!(out, "# {path}\n{text}")?;
        }
    }
    out.flush()?;
    Ok(Exit::Clean)
}
