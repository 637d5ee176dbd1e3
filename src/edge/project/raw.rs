//! The bytes of a document, its draft and its lock, and what is read from them.

use crate::catalog::name;
use crate::catalog::read as catalog;
use crate::document::document::Document;
use crate::edge::files::Files;
use crate::edge::project::discover::Project;
use crate::edge::project::load;
use crate::edge::project::load::Unresolved;
use crate::edge::project::refusal;
use crate::edge::project::walk::Paths;
use crate::lock::jsonl;
use crate::lock::lock::Lock;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use crate::text::source::Source;
use camino::Utf8Path;
use std::io::ErrorKind;

/// The bytes of three files that belong together; nothing for one that is not there.
pub struct Raw {
    /// Their names.
    pub paths: Paths,
    /// The source document.
    pub source: Option<Vec<u8>>,
    /// The draft.
    pub target: Option<Vec<u8>>,
    /// The lock.
    pub lock: Option<Vec<u8>>,
}

impl Raw {
    /// Reads the files.
    pub fn read(files: &dyn Files, paths: Paths) -> Result<Self, Vec<Notice>> {
        let [source, target, lock] =
            [&paths.source, &paths.target, &paths.lock].map(|path| bytes(files, path));
        match (source, target, lock) {
            (Ok(source), Ok(target), Ok(lock)) => Ok(Self {
                paths,
                source,
                target,
                lock,
            }),
            (source, target, lock) => {
                let problems = [source.err(), target.err(), lock.err()];
                Err(problems.into_iter().flatten().collect())
            }
        }
    }

    /// Reads the documents and the lock that the bytes hold.
    pub fn parse(self, project: &Project) -> Result<Unresolved, Vec<Notice>> {
        let Self {
            paths,
            source,
            target,
            lock,
        } = self;
        let is_gone = source.is_none();
        let mut source = document(project, &paths.source, source, &paths.source_lang);
        let mut target = document(project, &paths.target, target, &paths.target_lang);
        if let (Ok(source), Ok(target)) = (&mut source, &mut target)
            && is_gone
            && name::is_catalog(paths.source.as_str())
        {
            let settings = load::read_settings(project, &paths.target);
            *source = catalog::read_alone(target, &paths.source_lang, &settings);
        }
        let (lock, lock_source) = self::lock(&paths.lock, lock.as_deref());
        match (source, target) {
            (Ok(source), Ok(target)) => Ok(Unresolved {
                paths,
                source,
                target,
                lock,
                lock_source,
            }),
            (source, target) => Err([source.err(), target.err()].into_iter().flatten().collect()),
        }
    }
}

/// Reads a document; one that is not there has no units.
fn document(
    project: &Project,
    path: &Utf8Path,
    bytes: Option<Vec<u8>>,
    lang: &Lang,
) -> Result<Document, Notice> {
    let settings = load::read_settings(project, path);
    let Some(bytes) = bytes else {
        let empty = Document::empty(path.as_str(), lang.clone());
        return Ok(Document {
            dialect: settings.dialect,
            ..empty
        });
    };
    Ok(catalog::read_any(&text(path, bytes)?, lang, &settings))
}

/// Reads a file, if it is there.
pub fn bytes(files: &dyn Files, path: &Utf8Path) -> Result<Option<Vec<u8>>, Notice> {
    match files.read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(refusal::notice(path, &error)),
    }
}

/// Takes bytes for the text that they are.
pub fn text(path: &Utf8Path, bytes: Vec<u8>) -> Result<Source, Notice> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Source::new(path.as_str(), text)),
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let before = error.as_bytes().iter().take(good);
            let line = before.filter(|byte| **byte == b'\n').count() + 1;
            let notice = Notice::new("file-not-utf8");
            Err(notice.arg("path", path).arg("line", line))
        }
    }
}

/// Takes bytes for the lock that they are; bytes that are no text damage only their lines.
pub fn lock(path: &Utf8Path, bytes: Option<&[u8]>) -> (Lock, Option<Source>) {
    let Some(bytes) = bytes else {
        return (Lock::default(), None);
    };
    let source = Source::new(path.as_str(), String::from_utf8_lossy(bytes));
    (jsonl::read(source.text()), Some(source))
}
