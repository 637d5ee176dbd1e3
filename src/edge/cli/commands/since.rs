//! The documents as they were at a revision, for `duizhao status --since` and `duizhao diff --since`.

use crate::edge::cli::commands::status;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::open;
use crate::edge::cli::ui::Ui;
use crate::edge::files::git::Git;
use crate::edge::project::discover::Project;
use crate::edge::project::load;
use crate::edge::project::load::Loaded;
use crate::edge::project::load::Workspace;
use crate::edge::project::past;
use crate::edge::project::past::Past;
use crate::progress::since;
use crate::progress::since::Change;
use crate::report::status::StatusRow;
use crate::report::trend::Since;
use camino::Utf8PathBuf;
use std::collections::HashMap;

/// Reads everything at the revision: settings, documents, drafts and locks. Documents that stand as they stood are not read twice.
pub fn read(
    ui: &Ui,
    project: &Project,
    workspace: &Workspace,
    paths: &[Utf8PathBuf],
    revision: &str,
) -> Result<Since, Failure> {
    let (past, touched) = then(ui, project, workspace, paths, revision)?;
    let is_same = |loaded: &&Loaded| past.same.contains(&loaded.paths.target);
    let same = workspace.documents.iter().filter(is_same);
    let rows: Vec<StatusRow> = touched
        .documents
        .iter()
        .chain(same)
        .map(status::row)
        .collect();
    let renamed = past.renamed.into_iter();
    Ok(Since {
        revision: revision.to_owned(),
        commit: past.commit,
        rows,
        renamed: renamed
            .map(|(old, new)| (old.into_string(), new.into_string()))
            .collect(),
    })
}

/// Finds what changed in each document since the revision, on either side.
pub fn changes(
    ui: &Ui,
    project: &Project,
    workspace: &Workspace,
    paths: &[Utf8PathBuf],
    revision: &str,
) -> Result<Vec<Vec<Change>>, Failure> {
    let (past, touched) = then(ui, project, workspace, paths, revision)?;
    let now = |path: &Utf8PathBuf| past.renamed.get(path).unwrap_or(path).clone();
    let old: HashMap<Utf8PathBuf, &Loaded> = touched
        .documents
        .iter()
        .map(|loaded| (now(&loaded.paths.target), loaded))
        .collect();
    let changes = workspace.documents.iter().map(|loaded| {
        let target = &loaded.paths.target;
        match past.same.contains(target) {
            true => Vec::new(),
            false => {
                let old = old.get(target).map(|old| &old.bitext);
                since::changes(old, &loaded.bitext)
            }
        }
    });
    Ok(changes.collect())
}

/// Reads what was other than it is now.
fn then(
    ui: &Ui,
    project: &Project,
    workspace: &Workspace,
    paths: &[Utf8PathBuf],
    revision: &str,
) -> Result<(Past, Workspace), Failure> {
    let git = Git::open(&project.root)?;
    let commit = git.commit(revision)?;
    let then = past::open(&project.root, &git, &commit, revision)?;
    let selection = open::selection(ui, project, paths)?;
    let names = (revision, commit);
    let (past, touched) = Past::compare(&git, names, then, (project, workspace), &selection)?;
    let touched =
        load::load(&past.project, touched).map_err(|notices| past::broken(revision, notices))?;
    if !touched.problems.is_empty() {
        let n = touched.problems.len().to_string();
        ui.say_message("since-unreadable", &[("n", &n), ("revision", revision)]);
    }
    Ok((past, touched))
}
