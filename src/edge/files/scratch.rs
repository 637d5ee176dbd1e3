//! Files that may be lost at any time: written whole, never waited for.
//!
//! Who reads one checks that it is what was written. A crash of the machine may leave it empty or torn, so that nothing needs syncing.

use crate::edge::files::replace;
use camino::Utf8Path;
use std::fs;
use std::io;
use std::io::Write;
use std::path::PathBuf;

/// The folder below the project's, and what stands in it so that neither git nor a backup takes it along.
const FOLDER: &str = ".duizhao/cache";
const KEEP_OUT: [(&str, &str); 2] = [
    (
        ".gitignore",
        "# Made by duizhao; it may be removed at any time.\n*\n",
    ),
    (
        "CACHEDIR.TAG",
        "Signature: 8a477f597d28d172789f06886806bc55\n# This folder is a cache of duizhao; it may be removed at any time.\n",
    ),
];

/// A folder of such files.
pub struct Scratch {
    folder: PathBuf,
}

impl Scratch {
    /// Makes the folder of the project at `root`, an absolute path. Nothing is touched before something is written.
    pub fn new(root: &Utf8Path) -> Self {
        Self {
            folder: root.join(FOLDER).into(),
        }
    }

    /// Reads a whole file, if it is there and can be read.
    pub fn read(&self, name: &str) -> Option<Vec<u8>> {
        let path = self.folder.join(name);
        let is_file = fs::symlink_metadata(&path).is_ok_and(|metadata| metadata.is_file());
        is_file.then(|| fs::read(path).ok())?
    }

    /// Writes a whole file beside the old one and puts it in its place.
    pub fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let mut file = replace::held(&self.folder)?;
        file.write_all(bytes)?;
        file.persist(self.folder.join(name))
            .map_err(|error| error.error)?;
        Ok(())
    }

    /// Makes the folder where it is not there yet, and removes what killed writers left in it. A symlink is left alone.
    pub fn prepare(&self) -> io::Result<()> {
        let above = self
            .folder
            .parent()
            .into_iter()
            .chain([self.folder.as_path()]);
        for folder in above {
            match fs::symlink_metadata(folder) {
                Ok(metadata) if !metadata.is_dir() => {
                    return Err(io::ErrorKind::NotADirectory.into());
                }
                Ok(_) => {}
                Err(_) => fs::create_dir(folder)?,
            }
        }
        for (name, text) in KEEP_OUT {
            if fs::symlink_metadata(self.folder.join(name)).is_err() {
                self.write(name, text.as_bytes())?;
            }
        }
        replace::sweep(&self.folder);
        Ok(())
    }
}
