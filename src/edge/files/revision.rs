//! The files of a git revision, read-only: as the disk would show them if that revision were checked out.

use crate::edge::files::Change;
use crate::edge::files::Files;
use crate::edge::files::Refused;
use crate::edge::files::Unwritten;
use crate::edge::files::blobs::Blobs;
use crate::edge::files::git::Git;
use crate::edge::files::unwanted::Unwanted;
use crate::text::notice::Notice;
use camino::{Utf8Component, Utf8Path, Utf8PathBuf};
use std::collections::BTreeMap;
use std::io;
use std::io::ErrorKind;
use std::sync::OnceLock;

/// How many symlinks are followed for one path: more are a loop.
const MOST_LINKS: usize = 40;

/// A folder as it was at a commit. Submodules are left out; symlinks are followed as on disk.
pub struct Revision {
    blobs: Blobs,
    entries: BTreeMap<Utf8PathBuf, Entry>,
    has_links: bool,
    /// Where the tree is for `git cat-file`: `COMMIT:`, and the folder below the root of the repository.
    commit: String,
    prefix: String,
    unwanted: OnceLock<Unwanted>,
}

#[derive(Clone, Debug)]
enum Entry {
    File(String),
    Link(String),
}

impl Revision {
    /// Lists the folder of `git` as it was at a commit (its full id); without any file where it was not there.
    pub fn open(git: &Git, commit: &str) -> Result<Self, Notice> {
        let tree = format!("{commit}:{}", git.prefix.trim_end_matches('/'));
        let blobs = Blobs::open(git)?;
        let is_there = git.prefix.is_empty() || git.has(&tree)?;
        let listed = match is_there {
            true => git.bytes(&["ls-tree", "-r", "-z", "--full-tree", &tree])?,
            false => Vec::new(),
        };
        let entries: BTreeMap<_, _> = listed
            .split(|byte| *byte == 0)
            .filter_map(|line| entry(std::str::from_utf8(line).ok()?))
            .collect();
        Ok(Self {
            blobs,
            has_links: entries
                .values()
                .any(|entry| matches!(entry, Entry::Link(_))),
            entries,
            commit: commit.to_owned(),
            prefix: git.prefix.clone(),
            unwanted: OnceLock::new(),
        })
    }

    /// Returns the path without `.`; refuses one that leaves the tree.
    fn inside(path: &Utf8Path) -> io::Result<Utf8PathBuf> {
        let mut inner = Utf8PathBuf::new();
        for part in path.components() {
            match part {
                Utf8Component::Normal(name) => inner.push(name),
                Utf8Component::CurDir => {}
                _ => return Err(Refused::Outside.into()),
            }
        }
        Ok(inner)
    }

    /// Follows the symlinks that a path leads through.
    fn resolved(&self, path: &Utf8Path) -> io::Result<Utf8PathBuf> {
        let mut path = Self::inside(path)?;
        if !self.has_links {
            return Ok(path);
        }
        for _ in 0..MOST_LINKS {
            let mut parts = path.ancestors().collect::<Vec<_>>().into_iter().rev();
            let link = parts.find_map(|part| match self.entries.get(part) {
                Some(Entry::Link(id)) => Some((part, id)),
                _ => None,
            });
            let Some((link, id)) = link else {
                return Ok(path);
            };
            let target = String::from_utf8(self.blobs.read(id)?);
            let target = target.map_err(|_| io::Error::from(Refused::Dangling))?;
            let above = link.parent().unwrap_or(Utf8Path::new(""));
            let rest = path.strip_prefix(link).unwrap_or(Utf8Path::new(""));
            let mut next = Utf8PathBuf::new();
            let whole = above.join(target);
            for part in whole.components().chain(rest.components()) {
                match part {
                    Utf8Component::Normal(name) => next.push(name),
                    Utf8Component::CurDir => {}
                    Utf8Component::ParentDir if next.pop() => {}
                    _ => return Err(Refused::Outside.into()),
                }
            }
            path = next;
        }
        Err(Refused::Dangling.into())
    }

    fn is_there(&self, path: &Utf8Path) -> bool {
        self.below(path).next().is_some()
    }

    /// The entries at or below a path, which leads through no symlink.
    fn below<'a>(
        &'a self,
        path: &'a Utf8Path,
    ) -> impl Iterator<Item = (&'a Utf8PathBuf, &'a Entry)> {
        let from = self.entries.range(path.to_owned()..);
        from.take_while(move |(file, _)| file.starts_with(path))
    }

    fn unwanted(&self) -> &Unwanted {
        self.unwanted.get_or_init(|| {
            let read = |path: &str| {
                let name = format!("{}:{path}", self.commit);
                let bytes = self.blobs.read(&name).ok()?;
                Some(String::from_utf8_lossy(&bytes).into_owned())
            };
            let paths = self.entries.keys().map(Utf8PathBuf::as_path);
            Unwanted::of(paths, &self.prefix, read)
        })
    }

    /// Lists the files as a walk from `folder` would see them.
    fn walk(&self, folder: &Utf8Path) -> io::Result<Vec<Utf8PathBuf>> {
        let folder = Self::inside(folder)?;
        let start = self.resolved(&folder)?;
        let mut found = Vec::new();
        let seen = |path: &Utf8Path| {
            let rest = path.strip_prefix(&start).unwrap_or(path);
            match rest.as_str().is_empty() {
                true => folder.clone(),
                false => folder.join(rest),
            }
        };
        for (path, entry) in self.below(&start) {
            if matches!(entry, Entry::File(_)) {
                found.push(seen(path));
                continue;
            }
            let Ok(target) = self.resolved(path) else {
                continue;
            };
            if path.starts_with(&target) {
                continue;
            }
            // Symlinks inside a folder behind a symlink are not followed, as on disk.
            let inner = self.below(&target);
            let files = inner.filter(|(_, entry)| matches!(entry, Entry::File(_)));
            found.extend(files.filter_map(|(inner, _)| {
                let rest = inner.strip_prefix(&target).ok()?;
                match rest.as_str().is_empty() {
                    true => Some(seen(path)),
                    false => Some(seen(path).join(rest)),
                }
            }));
        }
        found.sort();
        found.dedup();
        Ok(found)
    }
}

impl Files for Revision {
    fn read(&self, path: &Utf8Path) -> io::Result<Vec<u8>> {
        let path = self.resolved(path)?;
        match self.entries.get(&path) {
            Some(Entry::File(id)) => self.blobs.read(id),
            Some(Entry::Link(_)) => Err(Refused::Dangling.into()),
            None if self.is_there(&path) => Err(ErrorKind::IsADirectory.into()),
            None => Err(ErrorKind::NotFound.into()),
        }
    }

    fn replace(&self, changes: &[Change<'_>]) -> Result<(), Unwritten> {
        match changes.first() {
            None => Ok(()),
            Some(change) => Err(Unwritten {
                path: change.path.to_owned(),
                error: ErrorKind::PermissionDenied.into(),
            }),
        }
    }

    fn remove(&self, _: &Utf8Path) -> io::Result<()> {
        Err(ErrorKind::PermissionDenied.into())
    }

    fn has(&self, path: &Utf8Path) -> bool {
        self.resolved(path).is_ok_and(|path| self.is_there(&path))
    }

    fn list(&self, folder: &Utf8Path) -> io::Result<Vec<Utf8PathBuf>> {
        let mut found = self.list_all(folder)?;
        let unwanted = self.unwanted();
        found.retain(|path| !unwanted.leaves_out(folder, path));
        Ok(found)
    }

    fn list_all(&self, folder: &Utf8Path) -> io::Result<Vec<Utf8PathBuf>> {
        let mut found = self.walk(folder)?;
        let unwanted = self.unwanted();
        found.retain(|path| !unwanted.always_leaves_out(folder, path));
        Ok(found)
    }
}

/// Reads a line of `git ls-tree`: `MODE TYPE ID<tab>PATH`.
fn entry(line: &str) -> Option<(Utf8PathBuf, Entry)> {
    let (head, path) = line.split_once('\t')?;
    let mut words = head.split(' ');
    let (mode, kind, id) = (words.next()?, words.next()?, words.next()?.to_owned());
    let entry = match (mode, kind) {
        ("120000", _) => Entry::Link(id),
        (_, "blob") => Entry::File(id),
        _ => return None,
    };
    Some((path.into(), entry))
}
