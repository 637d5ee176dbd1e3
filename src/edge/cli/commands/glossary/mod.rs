//! `duizhao glossary`: looks after the glossary. One file a subcommand: its arguments and what it does.

use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::ui::Ui;

pub mod entry_json;
pub mod files;
pub mod list;

/// What `glossary` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The subcommands.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Lists the entries.
    List(list::Args),
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    match &args.command {
        Command::List(args) => list::run(ui, args),
    }
}
