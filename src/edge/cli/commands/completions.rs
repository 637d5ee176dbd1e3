//! `duizhao completions SHELL`: completions for a shell.

use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::help;
use crate::edge::cli::ui::Ui;
use clap_complete::Shell;
use std::io::Write;

/// What `completions` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The shell.
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    let mut command = help::command(&ui.messages);
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "duizhao", &mut script);
    let mut out = ui.out();
    out.write_all(&script)?;
    out.flush()?;
    Ok(Exit::Clean)
}
