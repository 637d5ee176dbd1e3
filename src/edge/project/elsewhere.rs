//! Accepted pairs of other documents, to follow text that moved across files, renamed and copied pages included.

use crate::config::pattern::Pattern;
use crate::edge::project::discover::Project;
use crate::edge::project::load;
use crate::edge::project::names::Names;
use crate::edge::project::walk;
use crate::edge::project::walk::Paths;
use crate::lock::elsewhere::Elsewhere;
use crate::lock::elsewhere::Free;
use crate::lock::fold;
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

/// A document that may miss texts, or whose lock may offer them.
#[derive(Clone, Copy)]
pub struct Asking<'a> {
    /// Its files.
    pub paths: &'a Paths,
    /// The names of its texts and its lock's.
    pub names: &'a Names,
    /// The units that its own lock says nothing about, where that is known.
    pub free: Option<&'a Free>,
    /// Its lock, where that is at hand.
    pub lock: Option<&'a Lock>,
}

/// Gathers the records that could help a document whose own lock does not know all of its units. All locks of the project are
/// asked, whatever was selected; only where a lock has something is its document read.
pub fn gather(project: &Project, asking: &[Asking<'_>]) -> Offers {
    let mut offers = Offers::default();
    let langs: BTreeSet<&Lang> = asking.iter().map(|one| &one.paths.target_lang).collect();
    for lang in langs {
        let of_lang = asking.iter().filter(|one| one.paths.target_lang == *lang);
        let of_lang: Vec<Asking<'_>> = of_lang.copied().collect();
        if of_lang.iter().all(|one| one.names.is_closed()) {
            continue;
        }
        let locks = locks(project, lang, &of_lang, &Wanted::new(&of_lang));
        let elsewhere = Elsewhere::new(&locks);
        offers.by_lang.insert(lang.clone(), elsewhere);
    }
    offers
}

/// Which documents miss a text.
struct Wanted<'a> {
    asking: &'a [Asking<'a>],
    by_source: FxHashMap<Fingerprint, Vec<usize>>,
    targets: FxHashSet<Fingerprint>,
    /// The documents by what stands free on either side, where that is known of all of them.
    free: Option<[FxHashMap<Fingerprint, Vec<usize>>; 2]>,
}

impl<'a> Wanted<'a> {
    fn new(asking: &'a [Asking<'a>]) -> Self {
        let mut by_source: FxHashMap<Fingerprint, Vec<usize>> = FxHashMap::default();
        let mut targets = FxHashSet::default();
        for (doc_idx, one) in asking.iter().enumerate() {
            for text in one.names.source.open.iter() {
                by_source.entry(*text).or_default().push(doc_idx);
            }
            targets.extend(one.names.target.open.iter());
        }
        let sides: [fn(&Free) -> &[Fingerprint]; 2] = [|free| &free.source, |free| &free.target];
        let is_known = asking.iter().all(|one| one.free.is_some());
        Self {
            asking,
            by_source,
            targets,
            free: is_known.then(|| sides.map(|side| by_name(asking, side))),
        }
    }

    /// Tells whether some document misses a text of the lock on either side.
    fn wants_any(&self, lock: &Lock) -> bool {
        let mut records = lock.records.iter();
        let named = |text: &String| fold::key(text);
        records.any(|record| {
            let mut sources = record.source.iter().map(named);
            let mut targets = record.target.iter().map(named);
            sources.any(|text| self.by_source.contains_key(&text))
                || targets.any(|text| self.targets.contains(&text))
        })
    }

    /// Tells the same of a document's own lock by the names of its texts. Where it is known what stands free, both sides of a record must
    /// stand so in one document.
    fn wants_any_of(&self, names: &Names) -> bool {
        let mut sources = names.source.locked();
        let mut targets = names.target.locked();
        let is_wanted = sources.any(|text| self.by_source.contains_key(text))
            || targets.any(|text| self.targets.contains(text));
        is_wanted && self.may_fit(names)
    }

    fn may_fit(&self, names: &Names) -> bool {
        let Some([sources, targets]) = &self.free else {
            return true;
        };
        let locked = names.source.locked();
        let with_source: FxHashSet<usize> = locked
            .filter_map(|text| sources.get(text))
            .flatten()
            .copied()
            .collect();
        let mut locked = names.target.locked();
        let is_there = |docs: &Vec<usize>| docs.iter().any(|doc| with_source.contains(doc));
        !with_source.is_empty()
            && (names.has_bare || locked.any(|text| targets.get(text).is_some_and(is_there)))
    }

    /// Tells whether some document holds both sides of the record, unknown to its own lock: a copy.
    fn is_copied(&self, record: &Record) -> bool {
        let first = record.source.first().map(|text| fold::key(text));
        let docs = first.and_then(|text| self.by_source.get(&text));
        let mut asking = docs.into_iter().flatten();
        asking.any(|doc_idx| {
            let one = self.asking.get(*doc_idx);
            one.is_some_and(|one| one.names.is_open(record))
        })
    }
}

/// Lists by each name the documents in which it stands free.
fn by_name(
    asking: &[Asking<'_>],
    side: fn(&Free) -> &[Fingerprint],
) -> FxHashMap<Fingerprint, Vec<usize>> {
    let mut by_name: FxHashMap<Fingerprint, Vec<usize>> = FxHashMap::default();
    for (doc_idx, one) in asking.iter().enumerate() {
        for name in one.free.map(side).unwrap_or_default() {
            by_name.entry(*name).or_default().push(doc_idx);
        }
    }
    by_name
}

/// Gathers what the locks of one language offer, in the order of their paths.
fn locks(project: &Project, lang: &Lang, asking: &[Asking<'_>], wanted: &Wanted<'_>) -> Vec<Lock> {
    let known: BTreeSet<&Utf8Path> = asking.iter().map(|one| one.paths.lock.as_path()).collect();
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
            let names = one.map_or_else(Names::default, |one| {
                Names::of(&one.source, &one.target, &one.lock)
            });
            (path, offer(lock, &names, wanted))
        })
        .collect();
    let own = asking.par_iter();
    let own = own.filter(|one| wanted.wants_any_of(one.names));
    let own = own.filter_map(|one| {
        let path = &one.paths.lock;
        let lock = match one.lock {
            Some(lock) => lock.clone(),
            None => load::lock(files, path).ok()?.0,
        };
        Some((path.clone(), offer(lock, one.names, wanted)))
    });
    offered.par_extend(own);
    let offered = offered.into_values();
    offered.filter(|lock| !lock.records.is_empty()).collect()
}

/// Keeps of a lock what other documents may have: everything where its own document is gone, else the records of which it has lost
/// a side, and those of which another document holds a copy.
fn offer(mut lock: Lock, own: &Names, wanted: &Wanted<'_>) -> Lock {
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
