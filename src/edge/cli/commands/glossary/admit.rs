//! `duizhao glossary admit`: one more target that an entry admits.

use crate::edge::cli::commands::glossary::edit;
use crate::edge::cli::commands::glossary::files::Glossary;
use crate::edge::cli::commands::glossary::files::GlossaryArgs;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::open;
use crate::edge::cli::ui::Ui;
use crate::termbase::splice;
use crate::text::notice::Notice;

/// What `glossary admit` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The source form or id of the entry.
    #[arg(value_name = "SOURCE")]
    pub source: String,
    /// The target to admit.
    #[arg(value_name = "TARGET")]
    pub target: String,
    /// Shows the change only.
    #[arg(long)]
    pub dry_run: bool,
    /// Which files.
    #[command(flatten)]
    pub files: GlossaryArgs,
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    if args.target.trim().is_empty() {
        return Err(Notice::new("glossary-add-empty").into());
    }
    let _turn = (!args.dry_run).then(|| open::turn(ui));
    let glossary = Glossary::open(ui, &args.files)?;
    let concept = edit::find(&glossary, &args.source)?;
    let told = |id: &'static str| {
        let notice = Notice::new(id).arg("target", &args.target);
        notice.at(&concept.at.0, concept.at.1)
    };
    let is_it = |text: &String| *text == args.target;
    if concept.target.iter().chain(&concept.allow).any(is_it) {
        return Err(told("glossary-admit-twice").into());
    }
    let mut forbidden = concept.forbid.iter().chain(&concept.forbid_always);
    if forbidden.any(is_it) {
        return Err(told("glossary-admit-forbidden").into());
    }
    let file = &concept.at.0;
    let edits = splice::admit(file, concept, &args.target)?;
    edit::finish(ui, &glossary, file, &edits, args.dry_run)
}
