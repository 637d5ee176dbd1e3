//! Reading and writing files: on disk, in a git revision (reading only), or in memory for tests.

use camino::{Utf8Path, Utf8PathBuf};
use std::io;

pub mod blobs;
pub mod disk;
pub mod git;
pub mod history;
pub mod memory;
pub mod revision;
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
}

impl From<Refused> for io::Error {
    fn from(refused: Refused) -> Self {
        Self::new(io::ErrorKind::InvalidInput, refused)
    }
}

/// A tree of files. All paths are relative to the tree's root, with `/`; a path that leaves the tree (`..`, an absolute path, a
/// symlink) is refused as [`Refused::Outside`].
pub trait Files: Send + Sync {
    /// Reads a whole file.
    fn read(&self, path: &Utf8Path) -> io::Result<Vec<u8>>;
    /// Writes a whole file atomically: to a temporary neighbor, synced, then renamed. Makes missing folders.
    fn write(&self, path: &Utf8Path, bytes: &[u8]) -> io::Result<()>;
    /// Tells whether a file or folder is there.
    fn has(&self, path: &Utf8Path) -> bool;
    /// Lists all files below a folder, sorted; hidden, ignored and version-control files left out, and what package managers and
    /// compilers leave behind. Symlinks are not followed out of the tree, and loops end. A folder that is not there holds nothing.
    fn list(&self, folder: &Utf8Path) -> io::Result<Vec<Utf8PathBuf>>;
    /// Lists all files below a folder, hidden and ignored ones too: for the lock, whose folder is hidden.
    fn list_all(&self, folder: &Utf8Path) -> io::Result<Vec<Utf8PathBuf>>;
}
