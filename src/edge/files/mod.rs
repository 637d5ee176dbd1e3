//! Reading and writing files: on disk, in a git revision (reading only), or in memory for tests.

use camino::{Utf8Path, Utf8PathBuf};
use std::io;

pub mod blobs;
pub mod disk;
pub mod git;
pub mod glance;
pub mod history;
pub mod memory;
pub mod replace;
pub mod revision;
pub mod scratch;
pub mod unwanted;

/// Why a path is refused besides what the system says; inside an [`io::Error`] of kind [`io::ErrorKind::InvalidInput`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It leaves the tree.
    #[error("the path leaves the project")]
    Outside,
    /// It is a symlink to nothing.
    #[error("the symlink leads nowhere")]
    Dangling,
    /// It says something else than when it was read.
    #[error("the file has changed since it was read")]
    Changed,
}

impl From<Refused> for io::Error {
    fn from(refused: Refused) -> Self {
        Self::new(io::ErrorKind::InvalidInput, refused)
    }
}

/// A file that is to be written.
#[derive(Clone, Copy, Debug)]
pub struct Change<'a> {
    /// Which.
    pub path: &'a Utf8Path,
    /// What it must say until then.
    pub before: Before<'a>,
    /// What it is to say.
    pub bytes: &'a [u8],
}

/// What a file must say to be replaced: a person may have saved it since it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before<'a> {
    /// Whatever it says: a report.
    Anything,
    /// This text; where it is empty the file may be missing.
    Text(&'a str),
}

/// Which file could not be written, and why.
#[derive(Debug)]
pub struct Unwritten {
    /// Which.
    pub path: Utf8PathBuf,
    /// Why.
    pub error: io::Error,
}

/// Tells whether a file's bytes are the text that was read from it; a lock's broken characters were replaced in reading.
pub fn is_same(bytes: &[u8], text: &str) -> bool {
    bytes == text.as_bytes() || String::from_utf8_lossy(bytes) == text
}

/// A tree of files. All paths are relative to the tree's root, with `/`; a path that leaves the tree (`..`, an absolute path, a
/// symlink) is refused as [`Refused::Outside`].
pub trait Files: Send + Sync {
    /// Reads a whole file.
    fn read(&self, path: &Utf8Path) -> io::Result<Vec<u8>>;
    /// Writes whole files that belong together: all to temporary neighbors, synced, then renamed one after the other, each only where
    /// the file says what it should until then. Where one cannot be staged (a full disk, no permission, changed since) none is written.
    /// Makes missing folders, and leaves a file alone that says the same already.
    fn replace(&self, changes: &[Change<'_>]) -> Result<(), Unwritten>;
    /// Writes one whole file, whatever it says.
    fn write(&self, path: &Utf8Path, bytes: &[u8]) -> io::Result<()> {
        let before = Before::Anything;
        let change = Change {
            path,
            before,
            bytes,
        };
        self.replace(&[change]).map_err(|unwritten| unwritten.error)
    }
    /// Removes a file.
    fn remove(&self, path: &Utf8Path) -> io::Result<()>;
    /// Tells whether a file or folder is there.
    fn has(&self, path: &Utf8Path) -> bool;
    /// Returns how many bytes a file has.
    fn len(&self, path: &Utf8Path) -> io::Result<u64> {
        Ok(self.read(path)?.len() as u64)
    }
    /// Lists all files below a folder, sorted; hidden, ignored and version-control files left out, and what package managers and
    /// compilers leave behind. Symlinks are not followed out of the tree, and loops end. A folder that is not there holds nothing.
    fn list(&self, folder: &Utf8Path) -> io::Result<Vec<Utf8PathBuf>>;
    /// Lists all files below a folder, hidden and ignored ones too: for the lock, whose folder is hidden.
    fn list_all(&self, folder: &Utf8Path) -> io::Result<Vec<Utf8PathBuf>>;
}
