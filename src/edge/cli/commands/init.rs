//! `duizhao init`: finds the layout and writes `duizhao.yaml`.

use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::ui::Ui;
use crate::text::notice::Notice;

/// What `init` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The source language; guessed without it.
    #[arg(long, value_name = "LANG")]
    pub source: Option<String>,
    /// Target languages; guessed without one.
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    pub target: Vec<String>,
    /// Writes nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    let _ = (ui, args);
    Err(Notice::new("init-missing").into())
}
