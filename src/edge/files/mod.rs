//! Reading and writing files: on disk, or in memory for tests.

use camino::{Utf8Path, Utf8PathBuf};
use std::io;

pub mod disk;
pub mod memory;

/// A tree of files. All paths are relative to the tree's root, with `/`.
pub trait Files: Send + Sync {
    /// Reads a whole file.
    fn read(&self, path: &Utf8Path) -> io::Result<Vec<u8>>;
    /// Writes a whole file atomically: to a temporary neighbor, synced, then renamed. Makes missing folders.
    fn write(&self, path: &Utf8Path, bytes: &[u8]) -> io::Result<()>;
    /// Tells whether a file or folder is there.
    fn has(&self, path: &Utf8Path) -> bool;
    /// Lists all files below a folder, sorted; hidden, ignored and version-control files left out. Symlinks are not followed out of
    /// the tree, and loops end.
    fn list(&self, folder: &Utf8Path) -> io::Result<Vec<Utf8PathBuf>>;
}
