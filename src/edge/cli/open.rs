//! Opens the project that the command line means.

use crate::edge::cli::failure::Failure;
use crate::edge::cli::spinner::Spinner;
use crate::edge::cli::ui::Ui;
use crate::edge::project::discover::Project;
use crate::edge::project::load;
use crate::edge::project::load::Workspace;
use crate::edge::project::walk;
use crate::text::notice::Notice;
use camino::Utf8Component;
use camino::Utf8Path;
use camino::Utf8PathBuf;

/// Finds the project around the working folder and loads the documents that `selection` names, all without one.
/// Files that cannot be read are told at once; [`Workspace::problems`] still holds them.
pub fn open(ui: &Ui, selection: &[Utf8PathBuf]) -> Result<(Project, Workspace), Failure> {
    let project = Project::discover(&ui.cwd)?;
    let selection = selection
        .iter()
        .map(|path| relative(&project, &ui.cwd, path))
        .collect::<Result<Vec<_>, _>>()?;
    let workspace = load_all(ui, &project, &selection)?;
    Ok((project, workspace))
}

/// Loads the documents that `selection` (relative to the project's root) names.
pub fn load_all(
    ui: &Ui,
    project: &Project,
    selection: &[Utf8PathBuf],
) -> Result<Workspace, Failure> {
    let paths = walk::walk(project, selection)?;
    let n = paths.len().to_string();
    let spinner = Spinner::start(ui.messages.format("cli-loading", &[("n", &n)]));
    let workspace = load::load(project, paths)?;
    spinner.stop();
    for problem in &workspace.problems {
        ui.tell(problem);
    }
    Ok(workspace)
}

/// Makes a path of the command line relative to the project's root.
pub fn relative(project: &Project, cwd: &Utf8Path, path: &Utf8Path) -> Result<Utf8PathBuf, Notice> {
    let whole = lexical(&cwd.join(path));
    let canonical = || whole.canonicalize_utf8().ok();
    let inside = whole
        .strip_prefix(&project.root)
        .ok()
        .map(Utf8Path::to_owned);
    inside
        .or_else(|| {
            let root = project.root.canonicalize_utf8().ok()?;
            Some(canonical()?.strip_prefix(root).ok()?.to_owned())
        })
        .ok_or_else(|| {
            Notice::new("cli-path-outside")
                .arg("path", path)
                .arg("root", &project.root)
        })
}

/// Resolves `.` and `..` without asking the disk.
fn lexical(path: &Utf8Path) -> Utf8PathBuf {
    let mut out = Utf8PathBuf::new();
    for part in path.components() {
        match part {
            Utf8Component::CurDir => {}
            Utf8Component::ParentDir => {
                out.pop();
            }
            other => out.push(other),
        }
    }
    out
}
