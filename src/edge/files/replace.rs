//! Files replaced whole: staged as temporary neighbors, compared with what was read, then renamed.

use crate::edge::files::Before;
use crate::edge::files::Change;
use crate::edge::files::Refused;
use crate::edge::files::Unwritten;
use crate::edge::files::is_same;
use std::fs;
use std::fs::{File, Permissions};
use std::io;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

const PREFIX: &str = ".duizhao-";
const SUFFIX: &str = ".tmp";
/// How many letters stand between the two.
const N_LETTERS: usize = 6;
/// So often a temporary file is made anew that another process took for a leftover before it could be held.
const TRIES: usize = 8;

/// A change that only the rename is left of.
pub struct Staged<'a> {
    change: &'a Change<'a>,
    path: PathBuf,
    file: NamedTempFile,
    is_new: bool,
}

/// Writes the new text of a file beside it; nothing where the file says it already. Refuses what cannot or may not be replaced.
pub fn stage<'a>(change: &'a Change<'a>, path: PathBuf) -> io::Result<Option<Staged<'a>>> {
    let Some(folder) = path.parent() else {
        return Err(Refused::Outside.into());
    };
    let old = match fs::metadata(&path) {
        Ok(old) if old.permissions().readonly() => {
            return Err(ErrorKind::PermissionDenied.into());
        }
        Ok(old) if old.is_dir() => return Err(ErrorKind::IsADirectory.into()),
        // A device or a pipe would be replaced by a file.
        Ok(old) if !old.is_file() => return Err(ErrorKind::Unsupported.into()),
        Ok(old) => Some(old.permissions()),
        Err(_) => None,
    };
    let now = now(&path)?;
    if now.as_deref() == Some(change.bytes) {
        return Ok(None);
    }
    if !is_expected(change, now.as_deref()) {
        return Err(Refused::Changed.into());
    }
    fs::create_dir_all(folder)?;
    let mut file = held(folder)?;
    file.write_all(change.bytes)?;
    let is_new = old.is_none();
    if let Some(old) = old {
        file.as_file().set_permissions(old)?;
    }
    file.as_file().sync_all()?;
    Ok(Some(Staged {
        change,
        path,
        file,
        is_new,
    }))
}

impl Staged<'_> {
    /// Puts the new text in the file's place, unless the file says something else than it should.
    pub fn finish(self) -> Result<(), Unwritten> {
        let path = self.change.path;
        self.put().map_err(|error| Unwritten {
            path: path.to_owned(),
            error,
        })
    }

    fn put(self) -> io::Result<()> {
        // Between this look and the rename an editor has some microseconds; no file system offers less everywhere.
        if !is_expected(self.change, now(&self.path)?.as_deref()) {
            return Err(Refused::Changed.into());
        }
        let is_guarded = self.is_new && matches!(self.change.before, Before::Text(_));
        let put = match is_guarded {
            true => self.file.persist_noclobber(&self.path),
            false => self.file.persist(&self.path),
        };
        put.map_err(|error| match error.error.kind() {
            ErrorKind::AlreadyExists => Refused::Changed.into(),
            _ => error.error,
        })?;
        // The rename itself must survive a power cut; where folders cannot be synced it does as well as it can.
        if let Some(folder) = self.path.parent()
            && let Ok(folder) = File::open(folder)
        {
            let _ = folder.sync_all();
        }
        Ok(())
    }
}

/// Tells whether a name is that of a file that is being written, or was when its writer was killed.
pub fn is_temporary(name: &str) -> bool {
    let letters = name
        .strip_prefix(PREFIX)
        .and_then(|rest| rest.strip_suffix(SUFFIX));
    letters.is_some_and(|letters| {
        letters.len() == N_LETTERS && letters.chars().all(|c| c.is_ascii_alphanumeric())
    })
}

/// Removes what killed writers left in a folder. A writer that lives holds its file, and what cannot be told is left.
pub fn sweep(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries {
        let is_ours = entry.file_name().to_str().is_some_and(is_temporary)
            && entry.file_type().is_ok_and(|kind| kind.is_file());
        let path = entry.path();
        if is_ours
            && let Ok(file) = File::open(&path)
            && file.try_lock().is_ok()
        {
            let _ = fs::remove_file(&path);
        }
    }
}

/// Makes a temporary file that this process holds until it has its name.
pub(super) fn held(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX).rand_bytes(N_LETTERS);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // What a new file gets, the user's umask taken off.
        builder.permissions(Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    for _ in 0..TRIES {
        // A file system without locks has no sweeping either.
        let _ = file.as_file().lock();
        if file.path().exists() {
            break;
        }
        file = builder.tempfile_in(folder)?;
    }
    Ok(file)
}

/// What a file says now; nothing where there is none.
fn now(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn is_expected(change: &Change<'_>, now: Option<&[u8]>) -> bool {
    match change.before {
        Before::Anything => true,
        Before::Text(before) => is_same(now.unwrap_or_default(), before),
    }
}
