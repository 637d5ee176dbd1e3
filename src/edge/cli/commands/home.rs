//! `duizhao` alone: where the project stands and what to do next.

use crate::edge::cli::commands::count;
use crate::edge::cli::commands::status;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::help;
use crate::edge::cli::ui::Ui;
use crate::edge::project::cache::Caching;
use crate::edge::project::discover::Project;
use crate::progress::coverage::Coverage;
use crate::report::status as report;
use std::io;
use std::io::Write;

/// So many documents are shown.
const MOST: usize = 15;

/// Runs it.
pub fn run(ui: &Ui) -> Result<Exit, Failure> {
    let project = match Project::discover(&ui.cwd) {
        Ok(project) => project,
        Err(notices) if notices.iter().any(|notice| notice.id == "project-missing") => {
            return outside(ui);
        }
        Err(notices) => return Err(notices.into()),
    };
    let counted = count::count(ui, &project, &[], Caching::Allowed)?;
    let rows = counted.rows;
    let total = report::total(&rows);
    let mut out = ui.out();
    if rows.is_empty() {
        writeln!(out, "{}", ui.messages.text("home-empty"))?;
    } else {
        if rows.len() > MOST {
            report::write_lowest(&rows, MOST, &ui.messages, &mut out)?;
            let n = rows.len().to_string();
            writeln!(out, "\n{}", ui.messages.format("home-some", &[("n", &n)]))?;
        } else {
            report::write_table(&rows, &rows, &ui.messages, &mut out)?;
        }
        writeln!(out)?;
        write_next(ui, &total, &mut out)?;
    }
    out.flush()?;
    Ok(status::exit_after(&counted.problems, Exit::Clean))
}

/// Says what to do next, the most pressing first.
fn write_next(ui: &Ui, total: &Coverage, out: &mut dyn Write) -> io::Result<()> {
    let to_do = [
        ("home-stale", total.stale),
        ("home-untranslated", total.untranslated),
        ("home-unconfirmed", total.unconfirmed),
        ("home-machine", total.machine),
        ("home-orphaned", total.orphaned),
        ("home-edited", total.edited),
    ];
    let mut is_done = true;
    for (id, n) in to_do {
        if n > 0 {
            is_done = false;
            let n = n.to_string();
            writeln!(out, "- {}", ui.messages.format(id, &[("n", &n)]))?;
        }
    }
    let last = if is_done { "home-done" } else { "home-check" };
    writeln!(out, "{}", ui.messages.text(last))
}

/// Outside a project: what the program is, and how to begin.
fn outside(ui: &Ui) -> Result<Exit, Failure> {
    let mut out = ui.out();
    writeln!(out, "{}\n", ui.messages.text("home-outside"))?;
    if let Some(text) = help::help_of(&ui.messages, None) {
        out.write_all(ui.styled(&text).as_bytes())?;
    }
    out.flush()?;
    Ok(Exit::Clean)
}
