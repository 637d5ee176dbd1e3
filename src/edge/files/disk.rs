//! Files on disk.

use crate::edge::files::Change;
use crate::edge::files::Files;
use crate::edge::files::Refused;
use crate::edge::files::Unwritten;
use crate::edge::files::replace;
use camino::{Utf8Component, Utf8Path, Utf8PathBuf};
use ignore::{DirEntry, WalkBuilder};
use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::io;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

/// A folder on disk.
pub struct Disk {
    root: Utf8PathBuf,
    /// The same with symlinks resolved, once it was asked for.
    real_root: OnceLock<PathBuf>,
    /// The same of its folders.
    real_folders: Mutex<HashMap<Utf8PathBuf, PathBuf>>,
    /// The folders that hold no leftovers of killed writers any more.
    swept: Mutex<BTreeSet<PathBuf>>,
}

impl Disk {
    /// Makes the tree of files below `root`, an absolute path.
    pub fn new(root: impl Into<Utf8PathBuf>) -> Self {
        Self {
            root: root.into(),
            real_root: OnceLock::new(),
            real_folders: Mutex::default(),
            swept: Mutex::default(),
        }
    }

    /// Returns the absolute path of a relative one, symlinks resolved; refuses one that leaves the tree, by its parts or by a
    /// symlink. The file itself need not exist.
    fn inside(&self, path: &Utf8Path) -> io::Result<PathBuf> {
        let is_plain = |part: Utf8Component<'_>| {
            matches!(part, Utf8Component::Normal(_) | Utf8Component::CurDir)
        };
        if !path.components().all(is_plain) {
            return Err(Refused::Outside.into());
        }
        let root = self.real_root()?;
        let whole = self.root.join(path);
        let is_symlink = fs::symlink_metadata(&whole).is_ok_and(|file| file.is_symlink());
        if let (Some(folder), Some(name)) = (path.parent(), path.file_name())
            && !is_symlink
            && let Some(folder) = self.real_folder(folder, root)
        {
            return Ok(folder.join(name));
        }
        let mut missing = PathBuf::new();
        for there in whole.ancestors() {
            // Most of what is looked for at many places is not there: one question tells, where resolving takes one for each folder.
            let is_there = fs::symlink_metadata(there).map(|_| ());
            let known = there.strip_prefix(&self.root).ok();
            let known = known.filter(|_| is_there.is_ok() && !missing.as_os_str().is_empty());
            let known = known.and_then(|folder| self.real_folder(folder, root));
            let real = known.map_or_else(|| is_there.and_then(|()| fs::canonicalize(there)), Ok);
            match real {
                Ok(real) if real.starts_with(root) => return Ok(join(real, &missing)),
                Ok(_) => return Err(Refused::Outside.into()),
                Err(error) if error.kind() == ErrorKind::NotFound => {
                    if there.is_symlink() {
                        return Err(Refused::Dangling.into());
                    }
                    let name = there.file_name().unwrap_or_default();
                    missing = join(PathBuf::from(name), &missing);
                }
                Err(error) => return Err(error),
            }
        }
        Err(ErrorKind::NotFound.into())
    }

    /// Returns a folder of the tree with its symlinks resolved, which is done once for all that is looked for in it; nothing where it is
    /// not there or leads out.
    fn real_folder(&self, folder: &Utf8Path, root: &Path) -> Option<PathBuf> {
        let mut known = self
            .real_folders
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(real) = known.get(folder) {
            return Some(real.clone());
        }
        let real = fs::canonicalize(self.root.join(folder)).ok()?;
        let real = Some(real).filter(|real| real.starts_with(root) && real.is_dir())?;
        known.insert(folder.to_owned(), real.clone());
        Some(real)
    }

    fn real_root(&self) -> io::Result<&Path> {
        if let Some(root) = self.real_root.get() {
            return Ok(root);
        }
        let root = fs::canonicalize(&self.root)?;
        Ok(self.real_root.get_or_init(|| root))
    }

    /// Removes a file and the folders that nothing is left in.
    pub fn remove_with_folders(&self, path: &Utf8Path) -> io::Result<()> {
        self.remove(path)?;
        let folders = path.ancestors().skip(1);
        for folder in folders.filter(|folder| !folder.as_str().is_empty()) {
            // A folder that holds something is not removed, and those above it hold it.
            if fs::remove_dir(self.root.join(folder)).is_err() {
                break;
            }
        }
        Ok(())
    }

    /// Clears the folder that a file stands in of what killed writers left there, once a run.
    fn sweep_above(&self, path: &Path) {
        let Some(folder) = path.parent() else {
            return;
        };
        let mut swept = self.swept.lock().unwrap_or_else(PoisonError::into_inner);
        if swept.insert(folder.to_owned()) {
            replace::sweep(folder);
        }
    }

    fn walk(&self, folder: &Utf8Path, is_all: bool) -> io::Result<Vec<Utf8PathBuf>> {
        let start = match self.inside(folder) {
            Ok(_) => self.root.join(folder),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        if !start.exists() {
            return Ok(Vec::new());
        }
        let root = self.root.clone();
        let real_root = fs::canonicalize(&self.root)?;
        let walker = WalkBuilder::new(&start)
            .standard_filters(false)
            .hidden(!is_all)
            .parents(!is_all)
            .git_ignore(!is_all)
            .require_git(false)
            .follow_links(true)
            .sort_by_file_name(Ord::cmp)
            .filter_entry(move |entry| is_wanted(entry, &root, &real_root))
            .build();
        let mut found = Vec::new();
        for entry in walker {
            let path = match entry {
                Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_dir()) => continue,
                Ok(entry) => entry.into_path(),
                Err(error) => match place_of(&error) {
                    // A loop ends here. A symlink that leads nowhere is listed: reading it tells what is wrong.
                    _ if is_loop(&error) => continue,
                    Some(path) if path.is_symlink() => path.to_path_buf(),
                    _ => {
                        return Err(error
                            .into_io_error()
                            .unwrap_or_else(|| ErrorKind::Other.into()));
                    }
                },
            };
            // A name that is not UTF-8 can be neither shown nor written down in a lock.
            if let Ok(path) = Utf8PathBuf::try_from(path)
                && let Ok(inner) = path.strip_prefix(&self.root)
            {
                found.push(inner.to_owned());
            }
        }
        found.sort();
        found.dedup();
        Ok(found)
    }
}

impl Files for Disk {
    fn read(&self, path: &Utf8Path) -> io::Result<Vec<u8>> {
        let path = self.inside(path)?;
        let metadata = fs::metadata(&path)?;
        if metadata.is_dir() {
            return Err(ErrorKind::IsADirectory.into());
        }
        if !metadata.is_file() {
            return Err(ErrorKind::Unsupported.into());
        }
        if metadata.len() >= u64::from(u32::MAX) {
            return Err(ErrorKind::FileTooLarge.into());
        }
        fs::read(path)
    }

    fn replace(&self, changes: &[Change<'_>]) -> Result<(), Unwritten> {
        let mut staged = Vec::new();
        for change in changes {
            let one = self.inside(change.path).and_then(|path| {
                self.sweep_above(&path);
                replace::stage(change, path)
            });
            let refuse = |error| Unwritten {
                path: change.path.to_owned(),
                error,
            };
            staged.extend(one.map_err(refuse)?);
        }
        staged.into_iter().try_for_each(replace::Staged::finish)
    }

    fn remove(&self, path: &Utf8Path) -> io::Result<()> {
        fs::remove_file(self.inside(path)?)
    }

    fn has(&self, path: &Utf8Path) -> bool {
        self.root.join(path).exists()
    }

    fn len(&self, path: &Utf8Path) -> io::Result<u64> {
        Ok(fs::metadata(self.root.join(path))?.len())
    }

    fn list(&self, folder: &Utf8Path) -> io::Result<Vec<Utf8PathBuf>> {
        self.walk(folder, false)
    }

    fn list_all(&self, folder: &Utf8Path) -> io::Result<Vec<Utf8PathBuf>> {
        self.walk(folder, true)
    }
}

/// Joins without the trailing slash that joining nothing would leave.
fn join(path: PathBuf, rest: &Path) -> PathBuf {
    if rest.as_os_str().is_empty() {
        path
    } else {
        path.join(rest)
    }
}

/// Leaves out version control, installed packages and caches, files half written, and symlinks that lead out of the tree. A folder behind a symlink
/// is entered once: symlinks inside it are not, so that folders full of symlinks to each other stay cheap.
fn is_wanted(entry: &DirEntry, root: &Utf8Path, real_root: &Path) -> bool {
    let is_dir = entry.file_type().is_some_and(|kind| kind.is_dir());
    if entry.depth() == 0 {
        return true;
    }
    let is_skipped = |name: &str| name == ".git" || name == "node_modules";
    if is_dir && entry.file_name().to_str().is_some_and(is_skipped) {
        return false;
    }
    if !is_dir
        && entry
            .file_name()
            .to_str()
            .is_some_and(replace::is_temporary)
    {
        return false;
    }
    if is_dir && entry.path().join("CACHEDIR.TAG").is_file() {
        return false;
    }
    if !entry.path_is_symlink() {
        return true;
    }
    let Ok(real) = fs::canonicalize(entry.path()) else {
        // A symlink to nothing or to itself is listed: reading it tells what is wrong.
        return true;
    };
    let place = entry.path().parent().map(fs::canonicalize);
    let is_above = matches!(place, Some(Ok(place)) if place.starts_with(&real));
    let is_inside = real.starts_with(real_root) && !is_above;
    let is_nested = || {
        let above = entry.path().ancestors().skip(1);
        above
            .take_while(|folder| *folder != root)
            .any(Path::is_symlink)
    };
    is_inside && !(is_dir && is_nested())
}

fn is_loop(error: &ignore::Error) -> bool {
    match error {
        ignore::Error::Loop { .. } => true,
        ignore::Error::WithPath { err, .. }
        | ignore::Error::WithDepth { err, .. }
        | ignore::Error::WithLineNumber { err, .. } => is_loop(err),
        ignore::Error::Partial(errors) => errors.iter().any(is_loop),
        _ => false,
    }
}

fn place_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
            place_of(err)
        }
        ignore::Error::Partial(errors) => errors.iter().find_map(place_of),
        _ => None,
    }
}
