//! What a walk over the files of a revision leaves out, as it does on disk: hidden files, caches, and what `.gitignore` names.

use camino::{Utf8Path, Utf8PathBuf};
use ignore::gitignore::Gitignore;
use ignore::gitignore::GitignoreBuilder;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// The `.gitignore` files and caches of a tree. A file may be tracked although it is ignored: then the disk's walk does not see it.
#[derive(Debug, Default)]
pub struct Unwanted {
    /// By folder, relative to the root of the repository.
    ignores: BTreeMap<Utf8PathBuf, Gitignore>,
    caches: BTreeSet<Utf8PathBuf>,
    prefix: Utf8PathBuf,
}

impl Unwanted {
    /// Reads what the tree itself says of it. `paths` are those below the folder `prefix` of the repository, `read` reads a file of the
    /// repository.
    pub fn of<'a>(
        paths: impl Iterator<Item = &'a Utf8Path>,
        prefix: &str,
        read: impl Fn(&str) -> Option<String>,
    ) -> Self {
        let prefix = Utf8PathBuf::from(prefix.trim_end_matches('/'));
        let mut unwanted = Self::default();
        let mut folders: BTreeSet<Utf8PathBuf> = BTreeSet::new();
        for path in paths {
            match (path.file_name(), path.parent()) {
                (Some(".gitignore"), Some(folder)) => {
                    folders.insert(join(&prefix, folder));
                }
                (Some("CACHEDIR.TAG"), Some(folder)) => {
                    unwanted.caches.insert(folder.to_owned());
                }
                _ => {}
            }
        }
        folders.extend(prefix.ancestors().map(Utf8Path::to_owned));
        for folder in folders {
            let Some(text) = read(join(&folder, ".gitignore".into()).as_str()) else {
                continue;
            };
            let mut builder = GitignoreBuilder::new("");
            for line in text.lines() {
                // A line that is no pattern ignores nothing.
                let _ = builder.add_line(None, line);
            }
            if let Ok(ignore) = builder.build() {
                unwanted.ignores.insert(folder, ignore);
            }
        }
        unwanted.prefix = prefix;
        unwanted
    }

    /// Tells whether a walk from `folder` leaves out `path`, which lies below it: hidden files, ignored ones, and what tools leave.
    pub fn leaves_out(&self, folder: &Utf8Path, path: &Utf8Path) -> bool {
        parts(folder, path).any(|part| {
            let is_hidden = part.file_name().is_some_and(|name| name.starts_with('.'));
            is_hidden || self.is_left(part) || self.is_ignored(part, part != path)
        })
    }

    /// Tells whether even a walk over all files leaves it out: what package managers and compilers leave behind.
    pub fn always_leaves_out(&self, folder: &Utf8Path, path: &Utf8Path) -> bool {
        parts(folder, path).any(|part| self.is_left(part))
    }

    fn is_left(&self, part: &Utf8Path) -> bool {
        part.file_name() == Some("node_modules") || self.caches.contains(part)
    }

    /// Asks the `.gitignore` files from the nearest up; the first that speaks of it decides.
    fn is_ignored(&self, path: &Utf8Path, is_folder: bool) -> bool {
        if self.ignores.is_empty() {
            return false;
        }
        let whole = join(&self.prefix, path);
        for above in whole.ancestors().skip(1) {
            let Some(ignore) = self.ignores.get(above) else {
                continue;
            };
            let Ok(inner) = whole.strip_prefix(above) else {
                continue;
            };
            let said = ignore.matched(inner, is_folder);
            if !said.is_none() {
                return said.is_ignore();
            }
        }
        false
    }
}

/// The path and the folders it lies in, up to `folder`, which is none of them.
fn parts<'a>(folder: &'a Utf8Path, path: &'a Utf8Path) -> impl Iterator<Item = &'a Utf8Path> {
    let is_below = move |part: &&Utf8Path| *part != folder && part.starts_with(folder);
    let parts = path.ancestors().take_while(is_below);
    parts.filter(|part| !part.as_str().is_empty())
}

fn join(folder: &Utf8Path, path: &Utf8Path) -> Utf8PathBuf {
    match (folder.as_str().is_empty(), path.as_str().is_empty()) {
        (true, _) => path.to_owned(),
        (_, true) => folder.to_owned(),
        _ => folder.join(path),
    }
}
