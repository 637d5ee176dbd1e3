//! Bases for drafts that nobody has accepted yet: for each unit, the source as it was when the unit was last touched, by the history.
//! They are offered as unconfirmed, never asserted.

use crate::bitext::align;
use crate::bitext::align::AlignSettings;
use crate::bitext::bitext::Level;
use crate::bitext::bitext::PairState;
use crate::catalog::read as catalog;
use crate::document::document::Document;
use crate::edge::files::blobs::Blobs;
use crate::edge::files::git::Git;
use crate::edge::files::history::History;
use crate::edge::project::discover::Project;
use crate::edge::project::load;
use crate::edge::project::load::Loaded;
use crate::edge::project::pins;
use crate::lock::fold;
use crate::lock::lock::Record;
use crate::text::fingerprint::Fingerprint;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use crate::text::source::Source;
use camino::Utf8Path;
use camino::Utf8PathBuf;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use rustc_hash::FxHashSet;
use serde_json::Map;
use std::collections::BTreeMap;

/// A pair found with less confidence is no base.
const SURE: f32 = 0.5;

/// Of a draft's history so many versions are looked at.
const MOST_VERSIONS: usize = 300;

/// What was inferred for one document.
pub struct Inferred {
    /// The records, in the order of the draft.
    pub records: Vec<Record>,
    /// How many of them have a source that has changed since.
    pub n_changed: usize,
    /// What could not be done.
    pub notices: Vec<Notice>,
}

/// One content of a file, and when it was made.
struct Version {
    /// The place of its commit in the history; the newest is 0.
    step: usize,
    id: String,
    path: Utf8PathBuf,
    /// Whether what was before is cut off.
    is_cut_off: bool,
}

/// The contents of a document and its draft, newest first.
#[derive(Default)]
struct Versions {
    source: Vec<Version>,
    target: Vec<Version>,
}

/// Infers the bases of documents that have a draft and nothing accepted; the others have none.
pub fn infer(project: &Project, documents: &[Loaded]) -> Result<Vec<Inferred>, Notice> {
    let git = Git::open(&project.root)?;
    let blobs = Blobs::open(&git)?;
    let is_wanted =
        |loaded: &&Loaded| loaded.lock.records.is_empty() && !loaded.bitext.target.units.is_empty();
    let wanted: Vec<&Loaded> = documents.iter().filter(is_wanted).collect();
    let versions = versions(&git, &wanted)?;
    let shop = Shop { project, blobs };
    let mut versions = versions.into_iter();
    let with_versions = documents.iter().map(|loaded| match is_wanted(&loaded) {
        true => (loaded, versions.next()),
        false => (loaded, None),
    });
    let with_versions: Vec<(&Loaded, Option<Versions>)> = with_versions.collect();
    let found = with_versions.into_par_iter().map(|(loaded, versions)| {
        let mut inferred = Inferred {
            records: Vec::new(),
            n_changed: 0,
            notices: Vec::new(),
        };
        if let Some(versions) = versions {
            shop.infer(&git, loaded, &versions, &mut inferred);
        }
        inferred
    });
    Ok(found.collect())
}

/// Walks the history once, and follows both files of each document back through their names.
fn versions(git: &Git, documents: &[&Loaded]) -> Result<Vec<Versions>, Notice> {
    let mut all: Vec<Versions> = documents.iter().map(|_| Versions::default()).collect();
    let mut tracks: BTreeMap<Utf8PathBuf, Vec<(usize, bool)>> = BTreeMap::new();
    for (at, loaded) in documents.iter().enumerate() {
        let paths = &loaded.paths;
        for (path, is_target) in [(&paths.source, false), (&paths.target, true)] {
            tracks
                .entry(path.clone())
                .or_default()
                .push((at, is_target));
        }
    }
    if documents.is_empty() {
        return Ok(all);
    }
    for (step, commit) in History::open(git, &[Utf8Path::new("")])?.enumerate() {
        for change in &commit.changes {
            let Some(followers) = tracks.get(&change.path).cloned() else {
                continue;
            };
            for (at, is_target) in &followers {
                let side = match is_target {
                    true => &mut all[*at].target,
                    false => &mut all[*at].source,
                };
                if let Some(id) = &change.after
                    && side.len() < MOST_VERSIONS
                {
                    side.push(Version {
                        step,
                        id: id.clone(),
                        path: change.path.clone(),
                        is_cut_off: commit.is_cut_off,
                    });
                }
            }
            if let Some(old) = &change.old_path {
                tracks.remove(&change.path);
                tracks.entry(old.clone()).or_default().extend(followers);
            }
        }
    }
    Ok(all)
}

/// What is needed to look at old contents.
struct Shop<'a> {
    project: &'a Project,
    blobs: Blobs,
}

impl Shop<'_> {
    fn read(&self, name: &str, path: &Utf8Path, lang: &Lang) -> Option<Document> {
        let text = String::from_utf8(self.blobs.read(name).ok()?).ok()?;
        let settings = load::read_settings(self.project, path);
        let file = Source::new(path.as_str(), text);
        Some(catalog::read_any(&file, lang, &settings))
    }

    fn infer(&self, git: &Git, loaded: &Loaded, versions: &Versions, inferred: &mut Inferred) {
        let draft = &loaded.bitext.target;
        let mut bases = Bases::new(draft);
        let paths = &loaded.paths;
        // What the draft says itself goes first.
        if let Some(commit) = pins::commit(draft.source.text()) {
            let name = format!("{commit}:{}{}", git.prefix, paths.source);
            match self.read(&name, &paths.source, &paths.source_lang) {
                Some(source) => bases.add(&source, draft, |_| true),
                None => {
                    let span = draft
                        .units
                        .first()
                        .map(|unit| unit.span)
                        .unwrap_or_default();
                    let notice = Notice::new("init-pin-unknown").arg("commit", &commit);
                    inferred.notices.push(notice.at(&draft.source, span));
                }
            }
        }
        for (source, units) in pins::quoted(draft, &paths.source_lang) {
            bases.put(source, &units);
        }
        let settings = |version: &Version, lang: &Lang| self.read(&version.id, &version.path, lang);
        let born = born(draft, versions, |version| {
            settings(version, &paths.target_lang)
        });
        for (at, keys) in born {
            let version = &versions.target[at];
            let older = |source: &&Version| source.step >= version.step;
            let Some(source) = versions.source.iter().find(older) else {
                continue;
            };
            let source = settings(source, &paths.source_lang);
            let target = settings(version, &paths.target_lang);
            if let (Some(source), Some(target)) = (source, target) {
                bases.add(&source, &target, |key| keys.contains(key));
            }
        }
        inferred.records = bases.records();
        let source = &loaded.bitext.source;
        let present: FxHashSet<Fingerprint> = keys(source).into_iter().collect();
        let has_changed = |record: &&Record| {
            let mut texts = record.source.iter();
            texts.any(|text| !present.contains(&fold::key(text)))
        };
        inferred.n_changed = inferred.records.iter().filter(has_changed).count();
    }
}

fn keys(document: &Document) -> Vec<Fingerprint> {
    let units = document.unit_ids();
    units.map(|unit| fold::key(document.text(unit))).collect()
}

/// For each version of the draft, the texts that it brought and that stand since. Where the history is cut off it brought none.
fn born(
    draft: &Document,
    versions: &Versions,
    read: impl Fn(&Version) -> Option<Document>,
) -> BTreeMap<usize, FxHashSet<Fingerprint>> {
    let mut open: FxHashSet<Fingerprint> = keys(draft).into_iter().collect();
    let mut born: BTreeMap<usize, FxHashSet<Fingerprint>> = BTreeMap::new();
    let mut newer: Option<usize> = None;
    for (at, version) in versions.target.iter().enumerate() {
        let has: FxHashSet<Fingerprint> = match read(version) {
            Some(document) => keys(&document).into_iter().collect(),
            None => FxHashSet::default(),
        };
        let (still, gone): (FxHashSet<_>, FxHashSet<_>) =
            open.into_iter().partition(|key| has.contains(key));
        // What the newest version lacks is not committed yet.
        if let Some(newer) = newer {
            born.entry(newer).or_default().extend(gone);
        }
        open = still;
        newer = Some(at);
    }
    let is_cut_off = versions.target.last().is_some_and(|last| last.is_cut_off);
    let is_whole = versions.target.len() < MOST_VERSIONS && !is_cut_off;
    if let Some(first) = newer.filter(|_| is_whole) {
        born.entry(first).or_default().extend(open);
    }
    born
}

/// The bases of a draft's units.
struct Bases<'a> {
    draft: &'a Document,
    by_key: FxHashMap<Fingerprint, Vec<usize>>,
    /// For each unit, the record that it is the first of; `Some(None)` where it belongs to another's.
    taken: Vec<Option<Option<Record>>>,
}

impl<'a> Bases<'a> {
    fn new(draft: &'a Document) -> Self {
        let mut by_key: FxHashMap<Fingerprint, Vec<usize>> = FxHashMap::default();
        for (at, key) in keys(draft).into_iter().enumerate() {
            by_key.entry(key).or_default().push(at);
        }
        Self {
            draft,
            by_key,
            taken: vec![None; draft.units.len()],
        }
    }

    /// Pairs two old versions, and takes the pairs whose draft stands yet and is meant.
    fn add(
        &mut self,
        source: &Document,
        target: &Document,
        is_meant: impl Fn(&Fingerprint) -> bool,
    ) {
        for pair in align::align(source, target, &AlignSettings::default()) {
            let is_sure = pair.state == PairState::Unconfirmed && pair.confidence >= SURE;
            let keys: Vec<Fingerprint> = pair
                .target
                .iter()
                .map(|unit| fold::key(target.text(*unit)))
                .collect();
            if !is_sure || pair.source.is_empty() || !keys.iter().all(&is_meant) {
                continue;
            }
            let mut units: Vec<usize> = Vec::new();
            for key in &keys {
                let places = self.by_key.get(key).into_iter().flatten().copied();
                let free = |at: &usize| self.taken[*at].is_none() && !units.contains(at);
                units.extend(places.into_iter().find(free));
            }
            if units.len() == keys.len() {
                let texts = pair.source.iter().map(|unit| source.text(*unit).to_owned());
                self.put(texts.collect(), &units);
            }
        }
    }

    fn put(&mut self, source: Vec<String>, units: &[usize]) {
        let Some((first, others)) = units.split_first() else {
            return;
        };
        if units.iter().any(|at| self.taken[*at].is_some()) {
            return;
        }
        let texts = self.draft.unit_ids().enumerate();
        let texts = texts.filter(|(at, _)| units.contains(at));
        let bare = |text: &str| text.replace("\r\n", "\n");
        let record = Record {
            source: source.iter().map(|text| bare(text)).collect(),
            target: texts.map(|(_, unit)| bare(self.draft.text(unit))).collect(),
            level: Level::Inferred,
            reason: None,
            glossary: None,
            extra: Map::new(),
        };
        self.taken[*first] = Some(Some(record));
        for at in others {
            self.taken[*at] = Some(None);
        }
    }

    fn records(self) -> Vec<Record> {
        self.taken.into_iter().flatten().flatten().collect()
    }
}
