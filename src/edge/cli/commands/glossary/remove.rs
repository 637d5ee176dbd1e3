//! `duizhao glossary remove`: takes an entry out.

use crate::edge::cli::commands::glossary::edit;
use crate::edge::cli::commands::glossary::files::Glossary;
use crate::edge::cli::commands::glossary::files::GlossaryArgs;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::open;
use crate::edge::cli::ui::Ui;
use crate::termbase::splice;

/// What `glossary remove` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The source form or id of the entry.
    #[arg(value_name = "SOURCE")]
    pub source: String,
    /// Shows the change only.
    #[arg(long)]
    pub dry_run: bool,
    /// Which files.
    #[command(flatten)]
    pub files: GlossaryArgs,
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    let _turn = (!args.dry_run).then(|| open::turn(ui));
    let glossary = Glossary::open(ui, &args.files)?;
    let concept = edit::find(&glossary, &args.source)?;
    let file = &concept.at.0;
    let edits = splice::remove(file, concept)?;
    edit::finish(ui, &glossary, file, &edits, args.dry_run)
}
