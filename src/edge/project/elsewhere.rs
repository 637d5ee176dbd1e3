//! Accepted pairs of other documents, to follow text that moved across files, renamed and copied pages included.

use crate::config::pattern::Pattern;
use crate::document::document::Document;
use crate::edge::project::discover::Project;
use crate::edge::project::load;
use crate::edge::project::load::Unresolved;
use crate::edge::project::walk;
use crate::edge::project::walk::Paths;
use crate::lock::elsewhere::Elsewhere;
use crate::lock::lock::Lock;
use crate::lock::lock::Record;
use crate::text::fingerprint::Fingerprint;
use crate::text::lang::Lang;
use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What each target language's other locks have to offer.
#[derive(Default)]
pub struct Offers {
    by_lang: BTreeMap<Lang, Elsewhere>,
    nothing: Elsewhere,
}

impl Offers {
    /// Returns what is on offer for a target language.
    pub fn of(&self, lang: &Lang) -> &Elsewhere {
        self.by_lang.get(lang).unwrap_or(&self.nothing)
    }
}

/// Gathers the records that could help a document whose own lock does not know all of its units. All locks of the project are
/// asked, whatever was selected; only where a lock has something is its document read.
pub fn gather(project: &Project, read: &[Unresolved]) -> Offers {
    let mut offers = Offers::default();
    let langs: BTreeSet<&Lang> = read.iter().map(|one| &one.paths.target_lang).collect();
    for lang in langs {
        let of_lang: Vec<&Unresolved> = read
            .iter()
            .filter(|one| one.paths.target_lang == *lang)
            .collect();
        let texts: Vec<Texts> = of_lang
            .par_iter()
            .map(|one| Texts::of(&one.source, &one.target))
            .collect();
        let both = texts.par_iter().zip(&of_lang);
        let open: Vec<Texts> = both.map(|(texts, one)| texts.open(&one.lock)).collect();
        if open
            .iter()
            .all(|texts| texts.source.is_empty() && texts.target.is_empty())
        {
            continue;
        }
        let locks = locks(project, lang, &of_lang, &texts, &Wanted::new(&open));
        let elsewhere = Elsewhere::new(&locks);
        offers.by_lang.insert(lang.clone(), elsewhere);
    }
    offers
}

/// The fingerprints of texts on both sides of a document.
#[derive(Default)]
struct Texts {
    source: FxHashSet<Fingerprint>,
    target: FxHashSet<Fingerprint>,
}

impl Texts {
    fn of(source: &Document, target: &Document) -> Self {
        Self {
            source: fingerprints(source).collect(),
            target: fingerprints(target).collect(),
        }
    }

    /// The texts that a lock does not know.
    fn open(&self, lock: &Lock) -> Self {
        let without = |texts: &FxHashSet<Fingerprint>, known: FxHashSet<Fingerprint>| {
            texts.difference(&known).copied().collect()
        };
        let records = || lock.records.iter();
        let names = |text: &String| Fingerprint::of(text);
        Self {
            source: without(
                &self.source,
                records()
                    .flat_map(|record| &record.source)
                    .map(names)
                    .collect(),
            ),
            target: without(
                &self.target,
                records()
                    .flat_map(|record| &record.target)
                    .map(names)
                    .collect(),
            ),
        }
    }

    fn has_source(&self, record: &Record) -> bool {
        has_all(&self.source, &record.source)
    }

    fn has_target(&self, record: &Record) -> bool {
        has_all(&self.target, &record.target)
    }
}

fn fingerprints(document: &Document) -> impl Iterator<Item = Fingerprint> {
    let units = document.unit_ids();
    units.map(|unit| Fingerprint::of(document.text(unit)))
}

fn has_all(known: &FxHashSet<Fingerprint>, texts: &[String]) -> bool {
    texts
        .iter()
        .all(|text| known.contains(&Fingerprint::of(text)))
}

/// Which documents miss a text.
struct Wanted<'a> {
    open: &'a [Texts],
    by_source: FxHashMap<Fingerprint, Vec<usize>>,
    targets: FxHashSet<Fingerprint>,
}

impl<'a> Wanted<'a> {
    fn new(open: &'a [Texts]) -> Self {
        let mut by_source: FxHashMap<Fingerprint, Vec<usize>> = FxHashMap::default();
        let mut targets = FxHashSet::default();
        for (doc_idx, texts) in open.iter().enumerate() {
            for text in &texts.source {
                by_source.entry(*text).or_default().push(doc_idx);
            }
            targets.extend(&texts.target);
        }
        Self {
            open,
            by_source,
            targets,
        }
    }

    /// Tells whether some document misses a text of one of the records.
    fn wants_any(&self, lock: &Lock) -> bool {
        lock.records.iter().any(|record| self.wants(record))
    }

    /// Tells whether some document misses a text of the record on either side.
    fn wants(&self, record: &Record) -> bool {
        let mut sources = record.source.iter().map(|text| Fingerprint::of(text));
        let mut targets = record.target.iter().map(|text| Fingerprint::of(text));
        sources.any(|text| self.by_source.contains_key(&text))
            || targets.any(|text| self.targets.contains(&text))
    }

    /// Tells whether some document holds both sides of the record, unknown to its own lock: a copy.
    fn is_copied(&self, record: &Record) -> bool {
        let first = record.source.first().map(|text| Fingerprint::of(text));
        let Some(docs) = first.and_then(|text| self.by_source.get(&text)) else {
            return false;
        };
        docs.iter()
            .filter_map(|doc_idx| self.open.get(*doc_idx))
            .any(|texts| texts.has_source(record) && texts.has_target(record))
    }
}

/// Gathers what the locks of one language offer, in the order of their paths.
fn locks(
    project: &Project,
    lang: &Lang,
    read: &[&Unresolved],
    texts: &[Texts],
    wanted: &Wanted<'_>,
) -> Vec<Lock> {
    let known: BTreeSet<&Utf8Path> = read.iter().map(|one| one.paths.lock.as_path()).collect();
    let files = project.files.as_ref();
    let others: Vec<(Utf8PathBuf, Lock)> = lock_files(project, lang)
        .into_par_iter()
        .filter(|path| !known.contains(path.as_path()))
        .filter_map(|path| {
            let (lock, _) = load::lock(files, &path).ok()?;
            wanted.wants_any(&lock).then_some((path, lock))
        })
        .collect();
    let all: Vec<Paths> = if others.is_empty() {
        Vec::new()
    } else {
        walk::walk(project, &[]).unwrap_or_default()
    };
    let by_lock: HashMap<&Utf8Path, &Paths> = all
        .iter()
        .map(|paths| (paths.lock.as_path(), paths))
        .collect();
    let mut offered: BTreeMap<Utf8PathBuf, Lock> = others
        .into_par_iter()
        .map(|(path, lock)| {
            let paths = by_lock.get(path.as_path());
            let one = paths.and_then(|paths| load::unresolved(project, (*paths).clone()).ok());
            let texts = one.map_or_else(Texts::default, |one| Texts::of(&one.source, &one.target));
            (path, offer(lock, &texts, wanted))
        })
        .collect();
    let own = read.par_iter().zip(texts);
    let own = own.filter(|(one, _)| wanted.wants_any(&one.lock));
    let own = own.map(|(one, texts)| {
        let lock = offer(one.lock.clone(), texts, wanted);
        (one.paths.lock.clone(), lock)
    });
    offered.par_extend(own);
    let offered = offered.into_values();
    offered.filter(|lock| !lock.records.is_empty()).collect()
}

/// Keeps of a lock what other documents may have: everything where its own document is gone, else the records of which it has lost
/// a side, and those of which another document holds a copy.
fn offer(mut lock: Lock, own: &Texts, wanted: &Wanted<'_>) -> Lock {
    if !own.source.is_empty() {
        lock.records.retain(|record| {
            let is_lost = !own.has_source(record) || !own.has_target(record);
            is_lost || wanted.is_copied(record)
        });
    }
    lock
}

/// Lists the lock files of a language.
pub fn lock_files(project: &Project, lang: &Lang) -> Vec<Utf8PathBuf> {
    let pattern = Pattern::new(&project.config.lock, lang.tag());
    let files = project.files.list_all(Utf8Path::new(pattern.folder()));
    let mut files = files.unwrap_or_default();
    files.retain(|path| pattern.capture(path.as_str()).is_some());
    files
}
