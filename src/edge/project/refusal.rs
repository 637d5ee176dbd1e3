//! What the file system refuses, told in our words.

use crate::edge::files::Refused;
use crate::text::notice::Notice;
use camino::Utf8Path;
use std::io::{Error, ErrorKind};

/// "Too many levels of symbolic links" on Linux and on macOS; the standard library has no stable name for it.
const SYMLINK_LOOP: [i32; 2] = [40, 62];

const CHANGED: &str = "file-changed-meanwhile";

/// Tells that `path` says something else than when it was read.
pub fn changed(path: &Utf8Path) -> Notice {
    Notice::new(CHANGED).arg("path", path)
}

/// Tells why `path` could not be written.
pub fn unwritten(path: &Utf8Path, error: &Error) -> Notice {
    match error.kind() {
        // Told by the system, not by our own limit on what is read.
        ErrorKind::FileTooLarge => Notice::new("file-size-limit").arg("path", path),
        _ => notice(path, error),
    }
}

/// Tells why `path` could not be read or written.
pub fn notice(path: &Utf8Path, error: &Error) -> Notice {
    let refused = error
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<Refused>());
    let id = match error.kind() {
        _ if refused == Some(&Refused::Outside) => "path-outside",
        _ if refused == Some(&Refused::Dangling) => "file-dangling",
        _ if refused == Some(&Refused::Changed) => CHANGED,
        ErrorKind::NotFound => "file-missing",
        ErrorKind::PermissionDenied => "file-permission",
        ErrorKind::IsADirectory => "file-is-folder",
        ErrorKind::NotADirectory => "file-not-folder",
        ErrorKind::FileTooLarge => "file-too-large",
        ErrorKind::Unsupported => "file-special",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "file-disk-full",
        ErrorKind::ReadOnlyFilesystem => "file-read-only",
        _ if error
            .raw_os_error()
            .is_some_and(|code| SYMLINK_LOOP.contains(&code)) =>
        {
            "file-loop"
        }
        _ => "file-unreadable",
    };
    Notice::new(id).arg("path", path).arg("detail", error)
}
