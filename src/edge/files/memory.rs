//! Files in memory, for tests.

use crate::edge::files::Before;
use crate::edge::files::Change;
use crate::edge::files::Files;
use crate::edge::files::Refused;
use crate::edge::files::Unwritten;
use crate::edge::files::is_same;
use camino::{Utf8Path, Utf8PathBuf};
use std::collections::BTreeMap;
use std::io;
use std::io::ErrorKind;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A tree of files in memory.
#[derive(Debug, Default)]
pub struct MemoryFiles {
    files: Mutex<BTreeMap<Utf8PathBuf, Vec<u8>>>,
}

impl MemoryFiles {
    /// Makes a tree of paths and texts.
    pub fn new<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let files = files
            .into_iter()
            .map(|(path, text)| (Utf8PathBuf::from(path), text.as_bytes().to_vec()));
        Self {
            files: Mutex::new(files.collect()),
        }
    }

    fn files(&self) -> MutexGuard<'_, BTreeMap<Utf8PathBuf, Vec<u8>>> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Files for MemoryFiles {
    fn read(&self, path: &Utf8Path) -> io::Result<Vec<u8>> {
        let files = self.files();
        files.get(path).cloned().ok_or(ErrorKind::NotFound.into())
    }

    fn replace(&self, changes: &[Change<'_>]) -> Result<(), Unwritten> {
        let mut files = self.files();
        for change in changes {
            let path = change.path;
            let now = files.get(path).map(Vec::as_slice).unwrap_or_default();
            let is_outside =
                path.is_absolute() || path.components().any(|part| part.as_str() == "..");
            let refused = match change.before {
                _ if is_outside => Refused::Outside,
                Before::Text(before) if now != change.bytes && !is_same(now, before) => {
                    Refused::Changed
                }
                _ => continue,
            };
            return Err(Unwritten {
                path: path.to_owned(),
                error: refused.into(),
            });
        }
        for change in changes {
            files.insert(change.path.to_owned(), change.bytes.to_vec());
        }
        Ok(())
    }

    fn remove(&self, path: &Utf8Path) -> io::Result<()> {
        let removed = self.files().remove(path);
        removed.map(drop).ok_or(ErrorKind::NotFound.into())
    }

    fn has(&self, path: &Utf8Path) -> bool {
        self.files().keys().any(|file| file.starts_with(path))
    }

    fn list(&self, folder: &Utf8Path) -> io::Result<Vec<Utf8PathBuf>> {
        let is_hidden = |path: &Utf8Path| {
            let inner = path.strip_prefix(folder).unwrap_or(path);
            inner
                .components()
                .any(|part| part.as_str().starts_with('.'))
        };
        let mut found = self.list_all(folder)?;
        found.retain(|path| !is_hidden(path));
        Ok(found)
    }

    fn list_all(&self, folder: &Utf8Path) -> io::Result<Vec<Utf8PathBuf>> {
        let files = self.files();
        let found = files.keys().filter(|path| path.starts_with(folder));
        Ok(found.cloned().collect())
    }
}
