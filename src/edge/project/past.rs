//! The project as it was at a revision of its repository.

use crate::edge::files::Files;
use crate::edge::files::git::Git;
use crate::edge::files::revision::Revision;
use crate::edge::project::discover::CONFIG;
use crate::edge::project::discover::Project;
use crate::text::notice::Notice;
use camino::Utf8Path;

/// Reads the project as it was at a commit (its full id), its own settings, glossary and locks among it. `revision` is how people
/// name that commit.
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
