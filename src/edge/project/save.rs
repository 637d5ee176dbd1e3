//! Saves locks and drafts, whole and atomically.

use crate::edge::project::discover::Project;
use crate::edge::project::refusal;
use crate::text::notice::Notice;
use camino::Utf8Path;

/// Writes a file of the project; refuses a path that leaves it. A file that already says the same is left alone.
pub fn save(project: &Project, path: &Utf8Path, text: &str) -> Result<(), Notice> {
    let is_same = |old: Vec<u8>| old == text.as_bytes();
    if project.files.read(path).is_ok_and(is_same) {
        return Ok(());
    }
    let written = project.files.write(path, text.as_bytes());
    written.map_err(|error| refusal::notice(path, &error))
}
