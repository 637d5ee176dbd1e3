//! `duizhao interop`: dealings with files of other programs. One file a subcommand: its arguments and what it does.

use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::ui::Ui;

pub mod check;
pub mod report;

/// What `interop` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The subcommands.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Holds files against the rules of their formats.
    Check(check::Args),
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    match &args.command {
        Command::Check(args) => check::run(ui, args),
    }
}
