//! Loads documents, drafts, locks and glossaries: in parallel, each once.

use crate::bitext::bitext::Bitext;
use crate::catalog::name;
use crate::catalog::read as catalog;
use crate::document::document::Document;
use crate::edge::files::Files;
use crate::edge::project::discover::Project;
use crate::edge::project::elsewhere;
use crate::edge::project::glossary;
use crate::edge::project::refusal;
use crate::edge::project::walk::Paths;
use crate::lint::runner::Subject;
use crate::lock::elsewhere::Elsewhere;
use crate::lock::jsonl;
use crate::lock::lock::Lock;
use crate::lock::resolve;
use crate::markdown::settings::ReadSettings;
use crate::termbase::termbase::Termbase;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use crate::text::source::Source;
use camino::Utf8Path;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::panic;
use std::panic::AssertUnwindSafe;

/// One document with its draft and lock.
pub struct Loaded {
    /// Its files.
    pub paths: Paths,
    /// Its bitext.
    pub bitext: Bitext,
    /// Its lock.
    pub lock: Lock,
    /// The lock's file, when there is one.
    pub lock_source: Option<Source>,
}

/// Everything a command works on.
pub struct Workspace {
    /// The documents, in the order of [`crate::edge::project::walk::walk`].
    pub documents: Vec<Loaded>,
    /// The glossary.
    pub termbase: Termbase,
    /// Files that could not be loaded (not UTF-8, no permission …): told, left alone, and the exit code is 2.
    pub problems: Vec<Notice>,
}

impl Loaded {
    /// Returns the bitext with its lock, as the checks want it.
    pub fn subject(&self) -> Subject<'_> {
        Subject {
            bitext: &self.bitext,
            records: &self.lock.records,
            damage: &self.lock.damage,
            lock: self.lock_source.as_ref(),
        }
    }
}

impl Workspace {
    /// Returns the bitexts with their locks, as the checks want them.
    pub fn subjects(&self) -> Vec<Subject<'_>> {
        self.documents.iter().map(Loaded::subject).collect()
    }
}

/// A document, its draft and its lock as read, not yet resolved.
pub struct Unresolved {
    /// Their files.
    pub paths: Paths,
    /// The source document; without units when it is gone.
    pub source: Document,
    /// The draft; without units when it does not exist.
    pub target: Document,
    /// The lock; empty when it does not exist.
    pub lock: Lock,
    /// The lock's file, when there is one.
    pub lock_source: Option<Source>,
}

/// Loads documents. A broken glossary is refused; a broken document is told and left out.
pub fn load(project: &Project, paths: Vec<Paths>) -> Result<Workspace, Vec<Notice>> {
    let termbase = glossary::load(project)?;
    Ok(load_with(project, paths, termbase))
}

/// Loads documents under a glossary that is there already.
pub fn load_with(project: &Project, paths: Vec<Paths>, termbase: Termbase) -> Workspace {
    let align = glossary::align_settings(&termbase);
    let (documents, problems) = each(project, paths, |read, elsewhere| {
        let bitext = resolve::resolve(&read.lock, elsewhere, read.source, read.target, &align);
        Loaded {
            paths: read.paths,
            bitext,
            lock: read.lock,
            lock_source: read.lock_source,
        }
    });
    Workspace {
        documents,
        termbase,
        problems,
    }
}

/// Reads documents and does `work` on each, on all threads, with what the other locks offer. What could not be read, and where the
/// work broke down, is told and left out.
pub fn each<T: Send>(
    project: &Project,
    paths: Vec<Paths>,
    work: impl Fn(Unresolved, &Elsewhere) -> T + Sync + Send,
) -> (Vec<T>, Vec<Notice>) {
    let results: Vec<_> = paths
        .into_par_iter()
        .map(|paths| {
            let place = paths.source.clone();
            guarded(&place, || unresolved(project, paths))
        })
        .collect();
    let (read, mut problems) = split(results);
    let offers = elsewhere::gather(project, &read);
    let results: Vec<_> = read
        .into_par_iter()
        .map(|one| {
            let place = one.paths.target.clone();
            let offer = offers.of(&one.paths.target_lang);
            guarded(&place, || Ok(work(one, offer)))
        })
        .collect();
    let (done, more_problems) = split(results);
    problems.extend(more_problems);
    (done, problems)
}

/// Reads the two documents and the lock of `paths`.
pub fn unresolved(project: &Project, paths: Paths) -> Result<Unresolved, Vec<Notice>> {
    let mut source = document(project, &paths.source, &paths.source_lang);
    let mut target = document(project, &paths.target, &paths.target_lang);
    if let (Ok(source), Ok(target)) = (&mut source, &mut target)
        && name::is_catalog(paths.source.as_str())
        && source.source.text().is_empty()
        && !project.files.has(&paths.source)
    {
        let settings = read_settings(project, &paths.target);
        *source = catalog::read_alone(target, &paths.source_lang, &settings);
    }
    let lock = lock(project.files.as_ref(), &paths.lock);
    match (source, target, lock) {
        (Ok(source), Ok(target), Ok((lock, lock_source))) => Ok(Unresolved {
            paths,
            source,
            target,
            lock,
            lock_source,
        }),
        (source, target, lock) => {
            let problems = [source.err(), target.err(), lock.err()];
            Err(problems.into_iter().flatten().collect())
        }
    }
}

/// Reads a document; one that is not there has no units.
fn document(project: &Project, path: &Utf8Path, lang: &Lang) -> Result<Document, Notice> {
    let settings = read_settings(project, path);
    let Some(source) = optional(project.files.as_ref(), path)? else {
        let empty = Document::empty(path.as_str(), lang.clone());
        return Ok(Document {
            dialect: settings.dialect,
            ..empty
        });
    };
    Ok(catalog::read_any(&source, lang, &settings))
}

/// Returns how a file of the project is read.
pub fn read_settings(project: &Project, path: &Utf8Path) -> ReadSettings {
    ReadSettings {
        dialect: project.dialect(path),
        front_matter: project.config.front_matter.clone(),
        segmentation: project.segmentation.clone(),
    }
}

/// Reads a lock; one that is not there is empty. Bytes that are no text damage only their lines.
pub fn lock(files: &dyn Files, path: &Utf8Path) -> Result<(Lock, Option<Source>), Notice> {
    match files.read(path) {
        Ok(bytes) => {
            let source = Source::new(path.as_str(), String::from_utf8_lossy(&bytes));
            Ok((jsonl::read(source.text()), Some(source)))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok((Lock::default(), None)),
        Err(error) => Err(refusal::notice(path, &error)),
    }
}

/// Reads a text file.
pub fn source(files: &dyn Files, path: &Utf8Path) -> Result<Source, Notice> {
    let missing = || refusal::notice(path, &ErrorKind::NotFound.into());
    optional(files, path)?.ok_or_else(missing)
}

/// Reads a text file, if it is there.
fn optional(files: &dyn Files, path: &Utf8Path) -> Result<Option<Source>, Notice> {
    let bytes = match files.read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(refusal::notice(path, &error)),
    };
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Some(Source::new(path.as_str(), text))),
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let before = error.as_bytes().iter().take(good);
            let line = before.filter(|byte| **byte == b'\n').count() + 1;
            let notice = Notice::new("file-not-utf8");
            Err(notice.arg("path", path).arg("line", line))
        }
    }
}

/// Runs `work` on one document: should it panic, that document is told and left out, and the others go on.
fn guarded<T>(
    place: &Utf8Path,
    work: impl FnOnce() -> Result<T, Vec<Notice>>,
) -> Result<T, Vec<Notice>> {
    let crash = || vec![Notice::new("file-crash").arg("path", place)];
    panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(crash()))
}

/// Parts what was loaded from what was not; each problem is told once, in the order of the documents.
fn split<T>(results: Vec<Result<T, Vec<Notice>>>) -> (Vec<T>, Vec<Notice>) {
    let mut loaded = Vec::new();
    let mut problems: Vec<Notice> = Vec::new();
    for result in results {
        match result {
            Ok(one) => loaded.push(one),
            Err(notices) => problems.extend(notices),
        }
    }
    let mut told = BTreeSet::new();
    problems.retain(|notice| told.insert(notice.to_string()));
    (loaded, problems)
}
