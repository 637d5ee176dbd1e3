//! `duizhao man`: the manual page, in roff.

use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::help;
use crate::edge::cli::ui::Ui;
use crate::text::notice::Notice;
use std::io::Write;

/// Section headings of clap's, and our words for them.
const SECTIONS: &[(&str, &str)] = &[
    ("NAME", "man-name"),
    ("SYNOPSIS", "man-synopsis"),
    ("DESCRIPTION", "man-description"),
    ("OPTIONS", "man-options"),
    ("SUBCOMMANDS", "man-commands"),
    ("EXTRA", "man-extra"),
    ("VERSION", "man-version"),
];

/// What `man` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The command whose page is wanted; the program's own without one.
    #[arg(value_name = "COMMAND")]
    pub command: Option<String>,
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    let mut page = help::command(&ui.messages);
    if let Some(name) = args.command.as_deref() {
        page.build();
        let command = page.find_subcommand(name);
        let command =
            command.ok_or_else(|| Notice::new("usage-command-unknown").arg("command", name))?;
        // The name that the main page gives it: `duizhao-check`.
        page = command.clone().name(format!("duizhao-{name}"));
    }
    let mut roff = Vec::new();
    clap_mangen::Man::new(page).render(&mut roff)?;
    let text = String::from_utf8_lossy(&roff).into_owned();
    let lines = text.lines().map(|line| match line.strip_prefix(".SH ") {
        Some(section) => format!(".SH {}", heading(ui, section)),
        None => line.to_owned(),
    });
    let mut out = ui.out();
    for line in lines {
        writeln!(out, "{line}")?;
    }
    out.flush()?;
    Ok(Exit::Clean)
}

fn heading(ui: &Ui, section: &str) -> String {
    let name = section.trim().trim_matches('"');
    let known = SECTIONS.iter().find(|(clap_name, _)| *clap_name == name);
    known.map_or_else(|| section.to_owned(), |(_, id)| ui.messages.text(id))
}
