//! `duizhao check --no-regression BASE`: what BASE is tells what may not get worse than it.

use crate::edge::cli::commands::check::Args;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::input;
use crate::edge::cli::ui::Ui;
use crate::text::notice::Notice;
use camino::Utf8Path;

/// Turns the option into the one that does its work: a file is a baseline or a ratchet, and says which in its first line; what is no file is
/// a revision.
pub fn resolve(ui: &Ui, args: &Args) -> Result<Args, Failure> {
    let mut args = args.clone();
    let Some(base) = &args.no_regression else {
        return Ok(args);
    };
    let path = Utf8Path::new(base);
    if !ui.cwd.join(path).is_file() {
        args.changed_from = Some(base.clone());
        return Ok(args);
    }
    let source = input::read_source(ui, path)?;
    let first = source.text().lines().next().unwrap_or_default();
    if first.contains("\"duizhao/ratchet/") {
        args.ratchet = Some(path.to_owned());
    } else if first.contains("\"duizhao/baseline/") {
        args.baseline = Some(path.to_owned());
    } else {
        return Err(Notice::new("regression-neither").arg("path", path).into());
    }
    Ok(args)
}
