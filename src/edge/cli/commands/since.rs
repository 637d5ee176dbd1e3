//! The documents as they were at a revision, for `duizhao status --since`.

use crate::edge::cli::commands::status;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::ui::Ui;
use crate::edge::files::git::Git;
use crate::edge::project::discover::Project;
use crate::edge::project::load;
use crate::edge::project::past;
use crate::edge::project::walk;
use crate::edge::project::walk::Paths;
use crate::report::status::StatusRow;
use crate::report::trend::Since;
use camino::Utf8PathBuf;
use std::collections::BTreeMap;

/// Reads everything at the revision: settings, documents, drafts and locks. Of the documents those are kept that `paths` name, or whose
/// sources have been renamed to what they name.
pub fn read(
    ui: &Ui,
    project: &Project,
    paths: &[Utf8PathBuf],
    revision: &str,
) -> Result<Since, Failure> {
    let git = Git::open(&project.root)?;
    let commit = git.commit(revision)?;
    let then = past::open(&project.root, &git, &commit, revision)?;
    let renamed: BTreeMap<Utf8PathBuf, Utf8PathBuf> = git.renamed(&commit)?.into_iter().collect();
    let selection = paths
        .iter()
        .map(|path| project.relative(&ui.cwd, path))
        .collect::<Result<Vec<_>, _>>()?;
    let is_chosen = |paths: &Paths| {
        let mut selection = selection.iter();
        let is_renamed = |chosen: &Utf8PathBuf| {
            renamed
                .get(&paths.source)
                .is_some_and(|name| name.starts_with(chosen))
        };
        selection.len() == 0 || selection.any(|chosen| paths.touches(chosen) || is_renamed(chosen))
    };
    let broken = |notices| past::broken(revision, notices);
    let mut all = walk::walk_past(&then).map_err(broken)?;
    all.retain(is_chosen);
    let workspace = load::load(&then, all).map_err(broken)?;
    if !workspace.problems.is_empty() {
        let n = workspace.problems.len().to_string();
        ui.say_message("since-unreadable", &[("n", &n), ("revision", revision)]);
    }
    let rows: Vec<StatusRow> = workspace.documents.iter().map(status::row).collect();
    let renamed = renamed.into_iter();
    Ok(Since {
        revision: revision.to_owned(),
        commit,
        rows,
        renamed: renamed
            .map(|(old, new)| (old.into_string(), new.into_string()))
            .collect(),
    })
}
