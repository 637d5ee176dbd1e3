//! `duizhao help [COMMAND]`: the help of the program or of a command.

use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::help;
use crate::edge::cli::ui::Ui;
use crate::text::notice::Notice;
use std::io::Write;

/// What `help` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The command.
    #[arg(value_name = "COMMAND")]
    pub command: Option<String>,
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    let name = args.command.as_deref();
    let text = help::help_of(&ui.messages, name).ok_or_else(|| {
        Notice::new("usage-command-unknown").arg("command", name.unwrap_or_default())
    })?;
    let mut out = ui.out();
    out.write_all(ui.styled(&text).as_bytes())?;
    out.flush()?;
    Ok(Exit::Clean)
}
