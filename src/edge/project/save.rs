//! Saves locks, drafts and glossaries: whole, atomically, and never over what a person saved in the meantime.

use crate::edge::files::Before;
use crate::edge::files::Change;
use crate::edge::files::Unwritten;
use crate::edge::files::is_same;
use crate::edge::project::discover::Project;
use crate::edge::project::load::Loaded;
use crate::edge::project::refusal;
use crate::edge::project::walk::Paths;
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

/// A draft and its lock as they were read.
pub struct Draft<'a> {
    /// Their files.
    pub paths: &'a Paths,
    /// The source that the new texts follow from.
    pub source: &'a Source,
    /// The draft.
    pub target: &'a Source,
    /// The lock's file, where there is one.
    pub lock: Option<&'a Source>,
}

impl<'a> Draft<'a> {
    /// Returns those of a loaded document.
    pub fn of(loaded: &'a Loaded) -> Self {
        Self {
            paths: &loaded.paths,
            source: &loaded.bitext.source.source,
            target: &loaded.bitext.target.source,
            lock: loaded.lock_source.as_ref(),
        }
    }

    /// Writes a new text and a new lock, both or none, where they say something new.
    pub fn save(&self, project: &Project, text: &str, lock: Option<&str>) -> Result<(), Notice> {
        let target = Change {
            path: &self.paths.target,
            before: Before::Text(self.target.text()),
            bytes: text.as_bytes(),
        };
        let lock = lock.map(|lock| Change {
            path: &self.paths.lock,
            before: Before::Text(self.lock.map_or("", |lock| lock.text())),
            bytes: lock.as_bytes(),
        });
        let is_new = text != self.target.text();
        let changes: Vec<Change<'_>> = is_new.then_some(target).into_iter().chain(lock).collect();
        save(project, &changes, &[self.source, self.target])
    }

    /// Writes a new lock alone.
    pub fn save_lock(&self, project: &Project, lock: &str) -> Result<(), Notice> {
        self.save(project, self.target.text(), Some(lock))
    }
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
