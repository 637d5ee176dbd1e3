//! `duizhao glossary`: looks after the glossary. One file a subcommand: its arguments and what it does.

use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::ui::Ui;

pub mod entry_json;
pub mod export;
pub mod extract;
pub mod files;
pub mod import;
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
    /// Finds terms that are not listed.
    Extract(extract::Args),
    /// Reads other programs' glossaries.
    Import(import::Args),
    /// Writes other programs' glossaries.
    Export(export::Args),
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    match &args.command {
        Command::List(args) => list::run(ui, args),
        Command::Extract(args) => extract::run(ui, args),
        Command::Import(args) => import::run(ui, args),
        Command::Export(args) => export::run(ui, args),
    }
}
