//! Opens the project that the command line means.

use crate::edge::cli::failure::Failure;
use crate::edge::cli::spinner::Spinner;
use crate::edge::cli::ui::Ui;
use crate::edge::project::discover::Project;
use crate::edge::project::load;
use crate::edge::project::load::Workspace;
use crate::edge::project::strayed;
use crate::edge::project::strayed::Stray;
use crate::edge::project::turn::Turn;
use crate::edge::project::walk;
use crate::edge::project::walk::Paths;
use camino::Utf8Path;
use camino::Utf8PathBuf;

/// Finds the project around the working folder and loads the documents that `selection` names, all without one.
/// Files that cannot be read are told at once; [`Workspace::problems`] still holds them.
pub fn open(ui: &Ui, selection: &[Utf8PathBuf]) -> Result<(Project, Workspace), Failure> {
    let project = Project::discover(&ui.cwd)?;
    let selection = self::selection(ui, &project, selection)?;
    let workspace = load_all(ui, &project, &selection)?;
    Ok((project, workspace))
}

/// Returns paths as they were typed as paths of the project.
pub fn selection(
    ui: &Ui,
    project: &Project,
    typed: &[Utf8PathBuf],
) -> Result<Vec<Utf8PathBuf>, Failure> {
    let paths = typed.iter().map(|path| project.relative(&ui.cwd, path));
    Ok(paths.collect::<Result<_, _>>()?)
}

/// Returns the file that is named on the command line, else the one that is set; nothing where neither names one.
pub fn file(
    ui: &Ui,
    project: &Project,
    typed: Option<&Utf8Path>,
    set: Option<&str>,
) -> Result<Option<Utf8PathBuf>, Failure> {
    match typed {
        Some(typed) => Ok(Some(project.relative(&ui.cwd, typed)?)),
        None => Ok(set.map(Into::into)),
    }
}

/// Waits until no other program writes in the project around the working folder; whoever writes takes its turn before it reads.
pub fn turn(ui: &Ui) -> Turn {
    Turn::wait(&ui.cwd, || ui.say_message("cli-waiting", &[]))
}

/// Says of sources that were renamed alone where their translations stand.
pub fn tell_strayed(ui: &Ui, strays: &[Option<Stray>]) {
    let strays: Vec<Option<&Stray>> = strays.iter().map(Option::as_ref).collect();
    for (_, notice) in strayed::notices(&strays) {
        ui.say(&ui.messages.notice(&notice));
    }
}

/// Loads the documents that `selection` (relative to the project's root) names.
pub fn load_all(
    ui: &Ui,
    project: &Project,
    selection: &[Utf8PathBuf],
) -> Result<Workspace, Failure> {
    load_paths(ui, project, walk::walk(project, selection)?)
}

/// Loads documents.
pub fn load_paths(ui: &Ui, project: &Project, paths: Vec<Paths>) -> Result<Workspace, Failure> {
    let n = paths.len().to_string();
    let spinner = Spinner::start(ui.messages.format("cli-loading", &[("n", &n)]));
    let workspace = load::load(project, paths)?;
    spinner.stop();
    for problem in &workspace.problems {
        ui.tell(problem);
    }
    Ok(workspace)
}
