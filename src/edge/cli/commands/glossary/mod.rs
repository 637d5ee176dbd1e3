//! `duizhao glossary`: looks after the glossary. One file a subcommand: its arguments and what it does.

use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::ui::Ui;

pub mod add;
pub mod admit;
pub mod calibrate;
pub mod check;
pub mod edit;
pub mod entry_json;
pub mod export;
pub mod extract;
pub mod files;
pub mod import;
pub mod list;
pub mod lookup;
pub mod remove;
pub mod rename;
pub mod stats;
pub mod survey;

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
    /// Finds the terms of a text.
    Lookup(lookup::Args),
    /// Adds an entry.
    Add(add::Args),
    /// Admits one more target.
    Admit(admit::Args),
    /// Takes an entry out.
    Remove(remove::Args),
    /// Renames a target term.
    Rename(rename::Args),
    /// Checks the glossary itself.
    Check(check::Args),
    /// Compares the glossary with the drafts.
    Calibrate(calibrate::Args),
    /// Counts how the entries are used.
    Stats(stats::Args),
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
        Command::Lookup(args) => lookup::run(ui, args),
        Command::Add(args) => add::run(ui, args),
        Command::Admit(args) => admit::run(ui, args),
        Command::Remove(args) => remove::run(ui, args),
        Command::Rename(args) => rename::run(ui, args),
        Command::Check(args) => check::run(ui, args),
        Command::Calibrate(args) => calibrate::run(ui, args),
        Command::Stats(args) => stats::run(ui, args),
        Command::Extract(args) => extract::run(ui, args),
        Command::Import(args) => import::run(ui, args),
        Command::Export(args) => export::run(ui, args),
    }
}
