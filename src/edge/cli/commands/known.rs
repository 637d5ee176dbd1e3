//! The baseline of `duizhao check`: read, compared and written.

use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::open;
use crate::edge::cli::ui::Ui;
use crate::edge::files::Before;
use crate::edge::files::Change;
use crate::edge::project::discover::Project;
use crate::edge::project::load;
use crate::edge::project::load::Workspace;
use crate::edge::project::save;
use crate::lint::baseline;
use crate::lint::baseline::Baseline;
use crate::lint::baseline::Compared;
use crate::lint::baseline::Units;
use crate::lint::finding::Finding;
use camino::Utf8Path;
use camino::Utf8PathBuf;

/// Where the baseline is written when neither the command line nor the settings say.
const DEFAULT: &str = ".duizhao/baseline.jsonl";

/// Reads the baseline that is asked for; none without one. A file that is named and is not there is refused.
pub fn read(
    ui: &Ui,
    project: &Project,
    typed: Option<&Utf8Path>,
) -> Result<Option<Baseline>, Failure> {
    let Some(path) = path(ui, project, typed)? else {
        return Ok(None);
    };
    let source = load::source(project.files.as_ref(), &path)?;
    Ok(Some(baseline::read(&source)?))
}

/// Takes the known findings away.
pub fn compare(
    baseline: Option<&Baseline>,
    workspace: &Workspace,
    findings: Vec<Finding>,
) -> Compared {
    match baseline {
        Some(baseline) => baseline.compare(findings, &units(workspace)),
        None => Compared {
            new: findings,
            n_known: 0,
            n_gone: 0,
        },
    }
}

/// Says how many findings are known, and how many known ones are gone. Only a check of everything can tell what is gone.
pub fn tell(ui: &Ui, compared: &Compared, is_whole: bool) {
    if compared.n_known > 0 {
        ui.say_message("baseline-known", &[("n", &compared.n_known.to_string())]);
    }
    if is_whole && compared.n_gone > 0 {
        ui.say_message("baseline-gone", &[("n", &compared.n_gone.to_string())]);
    }
}

/// Writes all findings to the baseline.
pub fn write(
    ui: &Ui,
    project: &Project,
    workspace: &Workspace,
    typed: Option<&Utf8Path>,
    findings: &[Finding],
) -> Result<Exit, Failure> {
    let named = path(ui, project, typed)?;
    let path = named.unwrap_or_else(|| DEFAULT.into());
    let baseline = Baseline::of(findings, &units(workspace));
    let text = baseline::write(&baseline);
    let change = Change {
        path: &path,
        before: Before::Anything,
        bytes: text.as_bytes(),
    };
    save::save(project, &[change], &[])?;
    let n = baseline.n_findings().to_string();
    ui.say_message("baseline-written", &[("n", &n), ("path", path.as_str())]);
    if typed.is_none() && project.config.gate.baseline.is_none() {
        ui.say_message("baseline-next", &[("path", path.as_str())]);
    }
    Ok(Exit::Clean)
}

fn path(
    ui: &Ui,
    project: &Project,
    typed: Option<&Utf8Path>,
) -> Result<Option<Utf8PathBuf>, Failure> {
    let set = project.config.gate.baseline.as_deref();
    open::file(ui, project, typed, set)
}

fn units(workspace: &Workspace) -> Units<'_> {
    Units::new(workspace.documents.iter().flat_map(|loaded| {
        let bitext = &loaded.bitext;
        [&bitext.source, &bitext.target]
    }))
}
