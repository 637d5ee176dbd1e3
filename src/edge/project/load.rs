//! Loads documents, drafts, locks and glossaries: in parallel, each once.

use crate::bitext::align::AlignSettings;
use crate::bitext::bitext::Bitext;
use crate::catalog::read as catalog;
use crate::document::document::Document;
use crate::edge::files::Files;
use crate::edge::project::discover::Project;
use crate::edge::project::elsewhere;
use crate::edge::project::elsewhere::Asking;
use crate::edge::project::elsewhere::Offers;
use crate::edge::project::glossary;
use crate::edge::project::names::Names;
use crate::edge::project::raw;
use crate::edge::project::raw::Raw;
use crate::edge::project::refusal;
use crate::edge::project::walk::Paths;
use crate::lint::runner::Subject;
use crate::lock::elsewhere::Elsewhere;
use crate::lock::elsewhere::Free;
use crate::lock::lock::Lock;
use crate::lock::resolve;
use crate::markdown::settings::ReadSettings;
use crate::termbase::termbase::Termbase;
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

impl Unresolved {
    /// Finds out which unit translates which; tells, too, what other locks could have been asked for.
    pub fn resolve(self, elsewhere: &Elsewhere, align: &AlignSettings) -> (Loaded, Free) {
        let (bitext, free) =
            resolve::resolve_noting(&self.lock, elsewhere, self.source, self.target, align);
        let loaded = Loaded {
            paths: self.paths,
            bitext,
            lock: self.lock,
            lock_source: self.lock_source,
        };
        (loaded, free)
    }
}

/// Loads documents. A broken glossary is refused; a broken document is told and left out.
pub fn load(project: &Project, paths: Vec<Paths>) -> Result<Workspace, Vec<Notice>> {
    let termbase = glossary::load(project)?;
    Ok(load_with(project, paths, termbase))
}

/// Loads documents under a glossary that is there already.
pub fn load_with(project: &Project, paths: Vec<Paths>, termbase: Termbase) -> Workspace {
    let align = glossary::align_settings(&termbase);
    let resolved = |read: Unresolved, elsewhere: &Elsewhere| read.resolve(elsewhere, &align).0;
    let (documents, problems) = each(project, paths, resolved);
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
    let (done, problems, _) = each_with_offers(project, paths, work);
    (done, problems)
}

/// Does the same and gives back what the other locks offer, for who resolves a document once more.
pub fn each_with_offers<T: Send>(
    project: &Project,
    paths: Vec<Paths>,
    work: impl Fn(Unresolved, &Elsewhere) -> T + Sync + Send,
) -> (Vec<T>, Vec<Notice>, Offers) {
    let results: Vec<_> = paths
        .into_par_iter()
        .map(|paths| {
            let place = paths.source.clone();
            guarded(&place, || unresolved(project, paths))
        })
        .collect();
    let (read, mut problems) = split(results);
    let offers = gather(project, &read);
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
    (done, problems, offers)
}

/// Gathers what other locks offer to documents that are all at hand.
pub fn gather(project: &Project, read: &[Unresolved]) -> Offers {
    let names = read.par_iter();
    let names = names.map(|one| Names::of(&one.source, &one.target, &one.lock));
    let names: Vec<Names> = names.collect();
    let asking = read.iter().zip(&names).map(|(one, names)| Asking {
        paths: &one.paths,
        names,
        free: None,
        lock: Some(&one.lock),
    });
    elsewhere::gather(project, &asking.collect::<Vec<_>>())
}

/// Reads the two documents and the lock of `paths`.
pub fn unresolved(project: &Project, paths: Paths) -> Result<Unresolved, Vec<Notice>> {
    Raw::read(project.files.as_ref(), paths)?.parse(project)
}

/// Returns how a file of the project is read.
pub fn read_settings(project: &Project, path: &Utf8Path) -> ReadSettings {
    ReadSettings {
        dialect: project.dialect(path),
        front_matter: project.config.front_matter.clone(),
        segmentation: project.segmentation.clone(),
    }
}

/// Returns what reads new texts of a draft as the draft itself is read.
pub fn draft_reader(project: &Project, paths: &Paths) -> impl Fn(&str) -> Document + use<> {
    let settings = read_settings(project, &paths.target);
    let (path, lang) = (paths.target.clone(), paths.target_lang.clone());
    move |text| catalog::read_any(&Source::new(path.as_str(), text), &lang, &settings)
}

/// Reads a lock; one that is not there is empty. Bytes that are no text damage only their lines.
pub fn lock(files: &dyn Files, path: &Utf8Path) -> Result<(Lock, Option<Source>), Notice> {
    Ok(raw::lock(path, raw::bytes(files, path)?.as_deref()))
}

/// Reads a text file.
pub fn source(files: &dyn Files, path: &Utf8Path) -> Result<Source, Notice> {
    match raw::bytes(files, path)? {
        Some(bytes) => raw::text(path, bytes),
        None => Err(refusal::notice(path, &ErrorKind::NotFound.into())),
    }
}

/// Runs `work` on one document: should it panic, that document is told and left out, and the others go on.
pub fn guarded<T>(
    place: &Utf8Path,
    work: impl FnOnce() -> Result<T, Vec<Notice>>,
) -> Result<T, Vec<Notice>> {
    let crash = || vec![Notice::new("file-crash").arg("path", place)];
    panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(crash()))
}

/// Parts what was loaded from what was not; each problem is told once, in the order of the documents.
pub fn split<T>(results: Vec<Result<T, Vec<Notice>>>) -> (Vec<T>, Vec<Notice>) {
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
