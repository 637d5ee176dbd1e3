//! `duizhao glossary add`: a new entry, in the style of the file.

use crate::edge::cli::commands::glossary::edit;
use crate::edge::cli::commands::glossary::files::Glossary;
use crate::edge::cli::commands::glossary::files::GlossaryArgs;
use crate::edge::cli::commands::glossary::list::StatusArg;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::open;
use crate::edge::cli::ui::Ui;
use crate::lint::glossary::place;
use crate::termbase::new_entry::NewEntry;
use crate::termbase::splice;
use crate::text::notice::Notice;
use crate::text::source::Source;

/// What `glossary add` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The source form.
    #[arg(value_name = "SOURCE")]
    pub source: String,
    /// The preferred target.
    #[arg(
        value_name = "TARGET",
        required_unless_present = "dnt",
        conflicts_with = "dnt"
    )]
    pub target: Option<String>,
    /// Admitted targets.
    #[arg(long, value_name = "TARGET")]
    pub allow: Vec<String>,
    /// Forbidden targets.
    #[arg(long, value_name = "TARGET")]
    pub forbid: Vec<String>,
    /// Advice for translators.
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// How far it is agreed on.
    #[arg(long, value_name = "STATUS")]
    pub status: Option<StatusArg>,
    /// A name that is not translated.
    #[arg(long)]
    pub dnt: bool,
    /// The file to put it into.
    #[arg(long, value_name = "FILE")]
    pub file: Option<String>,
    /// Shows the change only.
    #[arg(long)]
    pub dry_run: bool,
    /// Which files.
    #[command(flatten)]
    pub files: GlossaryArgs,
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    let texts = [&args.target, &args.note].into_iter().flatten();
    let mut texts = texts.chain(&args.allow).chain(&args.forbid);
    if args.source.trim().is_empty() || texts.any(|text| text.trim().is_empty()) {
        return Err(Notice::new("glossary-add-empty").into());
    }
    let _turn = (!args.dry_run).then(|| open::turn(ui));
    let glossary = Glossary::open(ui, &args.files)?;
    if let Some(other) = edit::with_form(&glossary, &args.source).first() {
        let notice = Notice::new("glossary-add-twice").arg("term", &args.source);
        return Err(notice.arg("place", place(other)).into());
    }
    let file = file(&glossary, args.file.as_deref())?;
    let status = args.status.map(|status| match status {
        StatusArg::Proposed => "proposed",
        StatusArg::Approved => "approved",
        StatusArg::Deprecated => "deprecated",
    });
    let entry = NewEntry {
        source: args.source.clone(),
        target: args.target.clone(),
        allow: args.allow.clone(),
        forbid: args.forbid.clone(),
        note: args.note.clone(),
        status: status.map(str::to_owned),
    };
    let edits = splice::add(file, &entry)?;
    edit::finish(ui, &glossary, file, &edits, args.dry_run)
}

/// The file that is named, or the only one there is.
fn file<'g>(glossary: &'g Glossary, name: Option<&str>) -> Result<&'g Source, Notice> {
    let names: Vec<&str> = glossary.files.iter().map(Source::name).collect();
    match (name, glossary.files.as_slice()) {
        (None, [only]) => Ok(only),
        (None, []) => Err(Notice::new("glossary-no-file")),
        (None, _) => Err(Notice::new("glossary-which-file").arg("files", names.join(", "))),
        (Some(name), files) => {
            let bare = name.strip_prefix("./").unwrap_or(name);
            let found = files.iter().find(|file| file.name() == bare);
            let unknown = || {
                let notice = Notice::new("glossary-file-unknown").arg("path", name);
                notice.arg("files", names.join(", "))
            };
            found.ok_or_else(unknown)
        }
    }
}
