//! What the file system refuses, told in our words.

use crate::edge::files::Refused;
use crate::text::notice::Notice;
use camino::Utf8Path;
use std::io::{Error, ErrorKind};

/// "Too many levels of symbolic links" on Linux and on macOS; the standard library has no stable name for it.
const SYMLINK_LOOP: [i32; 2] = [40, 62];

/// Tells why `path` could not be read or written.
pub fn notice(path: &Utf8Path, error: &Error) -> Notice {
    let refused = error
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<Refused>());
    let id = match error.kind() {
        _ if refused == Some(&Refused::Outside) => "path-outside",
        _ if refused == Some(&Refused::Dangling) => "file-dangling",
        ErrorKind::NotFound => "file-missing",
        ErrorKind::PermissionDenied => "file-permission",
        ErrorKind::IsADirectory => "file-is-folder",
        ErrorKind::NotADirectory => "file-not-folder",
        ErrorKind::FileTooLarge => "file-too-large",
        ErrorKind::Unsupported => "file-special",
        ErrorKind::StorageFull => "file-disk-full",
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
