//! Saves locks, drafts and glossaries: whole, atomically, and never over what a person saved in the meantime.

use crate::edge::files::Change;
use crate::edge::files::Unwritten;
use crate::edge::files::is_same;
use crate::edge::project::discover::Project;
use crate::edge::project::refusal;
use crate::text::notice::Notice;
use crate::text::source::Source;
use camino::Utf8Path;
use std::io::ErrorKind;

/// Writes files of the project that belong together, all or none; refuses a path that leaves the project. `made_of` are the files that
/// the new texts follow from: where one of them, or a file that is to be written, says something else than when it was read, nothing is
/// written. A file that says the same already is left alone.
pub fn save(project: &Project, changes: &[Change<'_>], made_of: &[&Source]) -> Result<(), Notice> {
    for source in made_of {
        stands(project, source)?;
    }
    let written = project.files.replace(changes);
    written.map_err(|Unwritten { path, error }| refusal::unwritten(&path, &error))
}

/// Refuses a file that has changed since it was read; one that was not there has no text.
fn stands(project: &Project, source: &Source) -> Result<(), Notice> {
    let path = Utf8Path::new(source.name());
    let now = match project.files.read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(refusal::notice(path, &error)),
    };
    match is_same(&now, source.text()) {
        true => Ok(()),
        false => Err(refusal::changed(path)),
    }
}
