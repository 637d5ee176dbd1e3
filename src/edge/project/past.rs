//! The project as it was at a revision of its repository, beside the present one.

use crate::edge::files::Files;
use crate::edge::files::git::Git;
use crate::edge::files::revision::Revision;
use crate::edge::project::discover::CONFIG;
use crate::edge::project::discover::Project;
use crate::edge::project::load::Workspace;
use crate::edge::project::walk;
use crate::edge::project::walk::Paths;
use crate::text::notice::Notice;
use camino::{Utf8Path, Utf8PathBuf};
use std::collections::{BTreeMap, BTreeSet};

/// A project as it was at a commit, and what of it stands as it stood.
pub struct Past {
    /// The revision as it was typed.
    pub revision: String,
    /// The full id of its commit.
    pub commit: String,
    /// The project there.
    pub project: Project,
    /// The drafts of documents whose source, draft and lock stand as they stood: what was read of them holds there, too.
    pub same: BTreeSet<Utf8PathBuf>,
    /// Files that have another name now, by their old one.
    pub renamed: BTreeMap<Utf8PathBuf, Utf8PathBuf>,
    /// Files that were there and are others now, or gone.
    changed: BTreeSet<Utf8PathBuf>,
}

impl Past {
    /// Compares the project as it was, `then`, with the present one. Of the documents those are kept that the `selection` (paths of the
    /// project) names, or whose files have been renamed to what it names. Returns, too, the documents of whose files some were others there:
    /// they are to be read.
    pub fn compare(
        git: &Git,
        names: (&str, String),
        then: Project,
        present: (&Project, &Workspace),
        selection: &[Utf8PathBuf],
    ) -> Result<(Self, Vec<Paths>), Vec<Notice>> {
        let (revision, commit) = names;
        let (project, workspace) = present;
        let one = |notice| vec![notice];
        let changed = git.changed(&commit).map_err(one)?.into_iter().collect();
        let renamed = git.renamed(&commit).map_err(one)?.into_iter().collect();
        let all = walk::walk_past(&then).map_err(|notices| broken(revision, notices))?;
        let mut past = Self {
            revision: revision.to_owned(),
            commit,
            project: then,
            same: BTreeSet::new(),
            renamed,
            changed,
        };
        let has_same_settings = past.has_same_settings(project);
        let known: BTreeSet<&Paths> = workspace.documents.iter().map(|one| &one.paths).collect();
        let mut touched = Vec::new();
        for paths in all {
            if !past.is_chosen(&paths, selection) {
                continue;
            }
            if has_same_settings && known.contains(&paths) && past.is_same(project, &paths) {
                past.same.insert(paths.target);
            } else {
                touched.push(paths);
            }
        }
        Ok((past, touched))
    }

    /// Tells whether a file stands as it stood.
    pub fn is_same_file(&self, present: &Project, path: &Utf8Path) -> bool {
        !self.changed.contains(path) && present.files.has(path) == self.project.files.has(path)
    }

    /// Whether texts are read and cut as they were.
    fn has_same_settings(&self, present: &Project) -> bool {
        let (now, then) = (&present.config, &self.project.config);
        let srx = now.segmentation.srx.as_deref();
        now.front_matter == then.front_matter
            && now.segmentation == then.segmentation
            && srx.is_none_or(|path| self.is_same_file(present, path.into()))
    }

    fn is_same(&self, present: &Project, paths: &Paths) -> bool {
        let mut files = [&paths.source, &paths.target, &paths.lock].into_iter();
        let mut pages = [&paths.source, &paths.target].into_iter();
        files.all(|path| self.is_same_file(present, path))
            && pages.all(|path| present.dialect(path) == self.project.dialect(path))
    }

    fn is_chosen(&self, paths: &Paths, selection: &[Utf8PathBuf]) -> bool {
        let names = [&paths.source, &paths.target];
        let is_renamed_to = |chosen: &Utf8PathBuf| {
            let mut names = names.iter().filter_map(|name| self.renamed.get(*name));
            names.any(|name| name.starts_with(chosen))
        };
        let mut chosen = selection.iter();
        selection.is_empty() || chosen.any(|chosen| paths.touches(chosen) || is_renamed_to(chosen))
    }
}

/// Reads the project as it was at a commit (its full id), its own settings among it. `revision` is how people name that commit.
pub fn open(
    root: &Utf8Path,
    git: &Git,
    commit: &str,
    revision: &str,
) -> Result<Project, Vec<Notice>> {
    let files = Revision::open(git, commit).map_err(|notice| vec![notice])?;
    if !files.has(CONFIG.into()) {
        let path = format!("{}{CONFIG}", git.prefix);
        let notice = Notice::new("git-no-project").arg("path", path);
        return Err(vec![notice.arg("revision", revision)]);
    }
    Project::open(root.to_owned(), Box::new(files)).map_err(|notices| broken(revision, notices))
}

/// Says of which revision notices speak.
pub fn broken(revision: &str, notices: Vec<Notice>) -> Vec<Notice> {
    let first = Notice::new("git-project-broken").arg("revision", revision);
    std::iter::once(first).chain(notices).collect()
}
