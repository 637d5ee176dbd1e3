//! What `calibrate` and `stats` share: a project, or parts of it, with what became of its terms.

use crate::edge::cli::commands::glossary::files::Glossary;
use crate::edge::cli::commands::glossary::files::GlossaryArgs;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::open;
use crate::edge::cli::ui::Ui;
use crate::edge::project::load::Workspace;
use crate::lint::project::SurveyCx;
use crate::lint::runner;
use crate::lint::runner::CheckSettings;
use crate::lint::select::Selection;
use camino::Utf8PathBuf;

/// Opens the documents at `paths`, all without one, with the glossary that is wished for.
pub fn open(ui: &Ui, paths: &[Utf8PathBuf], files: &GlossaryArgs) -> Result<Workspace, Failure> {
    let (_, mut workspace) = open::open(ui, paths)?;
    if !files.glossary.is_empty() {
        workspace.termbase = Glossary::open(ui, files)?.termbase;
    }
    Ok(workspace)
}

/// Looks at what became of the terms.
pub fn look<T>(workspace: &Workspace, look: impl FnOnce(&SurveyCx<'_>) -> T) -> T {
    let selection = Selection::default();
    let settings = CheckSettings::new(&[], &selection, &workspace.termbase);
    runner::survey(&settings, &workspace.subjects(), look)
}

/// Writes a rate in percent.
pub fn percent(rate: Option<f64>) -> String {
    rate.map_or_else(|| "–".to_owned(), |rate| format!("{:.0} %", rate * 100.0))
}
