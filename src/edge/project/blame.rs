//! Since when units are stale or untranslated, and by which commit of their source: one walk through the history for all documents.

use crate::bitext::bitext::Pair;
use crate::bitext::bitext::PairState;
use crate::catalog::read as catalog;
use crate::config::pattern::Pattern;
use crate::document::document::Document;
use crate::edge::files::blobs::Blobs;
use crate::edge::files::git::Git;
use crate::edge::files::history::FileChange;
use crate::edge::files::history::History;
use crate::edge::project::discover::Project;
use crate::edge::project::load;
use crate::edge::project::load::Loaded;
use crate::lock::fold;
use crate::progress::blame::Blame;
use crate::progress::blame::SourceCommit;
use crate::text::fingerprint::Fingerprint;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use crate::text::source::Source;
use camino::{Utf8Path, Utf8PathBuf};
use rustc_hash::FxHashMap;
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::rc::Rc;

type Texts = Rc<FxHashSet<Fingerprint>>;

/// One unit to find the commits of.
struct Target {
    doc_idx: usize,
    pair_idx: usize,
    /// What was accepted; nothing where nothing was.
    accepted: Vec<Fingerprint>,
    /// What the source has now.
    present: Vec<Fingerprint>,
    blame: Blame,
    is_open: bool,
}

/// Finds the commits of all stale and untranslated pairs; `documents` and pairs are named by their place.
pub fn blame(
    project: &Project,
    documents: &[&Loaded],
) -> Result<BTreeMap<(usize, usize), Blame>, Notice> {
    let mut targets: Vec<Target> = documents
        .iter()
        .enumerate()
        .filter(|(_, loaded)| project.files.has(&loaded.paths.source))
        .flat_map(|(doc_idx, loaded)| targets(doc_idx, loaded))
        .collect();
    if targets.is_empty() {
        return Ok(BTreeMap::new());
    }
    let git = Git::open(&project.root)?;
    let mut reader = Reader {
        project,
        blobs: Blobs::open(&git)?,
        known: FxHashMap::default(),
    };
    let mut tracks = tracks(documents, &targets);
    for track in tracks.values() {
        let lang = &track.lang;
        let head = format!("HEAD:{}{}", git.prefix, track.path);
        let texts = reader.texts(&head, &track.path, lang);
        for target_idx in &track.targets {
            let target = &mut targets[*target_idx];
            let is_new = !has_all(&texts, &target.present);
            let was_good = target.accepted.is_empty() || has_all(&texts, &target.accepted);
            target.blame.is_uncommitted = is_new && was_good;
            target.is_open = !target.blame.is_uncommitted;
        }
    }
    let folders = folders(project, tracks.keys());
    let folders: Vec<&Utf8Path> = folders.iter().map(Utf8PathBuf::as_path).collect();
    for step in History::open(&git, &folders)? {
        if targets.iter().all(|target| !target.is_open) {
            break;
        }
        for change in &step.changes {
            let Some(track) = tracks.get(&change.path) else {
                continue;
            };
            let is_open = track.targets.iter().any(|idx| targets[*idx].is_open);
            if is_open && !step.is_cut_off {
                look(&mut reader, track, change, &step.commit, &mut targets);
            }
            if let Some(old) = &change.old_path
                && let Some(track) = tracks.remove(&change.path)
            {
                tracks.insert(
                    old.clone(),
                    Track {
                        path: old.clone(),
                        ..track
                    },
                );
            }
        }
    }
    for target in &mut targets {
        target.blame.is_cut_off = target.is_open && git.is_shallow;
    }
    let blames = targets.into_iter();
    Ok(blames
        .map(|target| ((target.doc_idx, target.pair_idx), target.blame))
        .collect())
}

fn targets(doc_idx: usize, loaded: &Loaded) -> Vec<Target> {
    let pairs = loaded.bitext.pairs.iter().enumerate();
    let wanted = pairs
        .filter(|(_, pair)| matches!(pair.state, PairState::Stale(_) | PairState::Untranslated));
    let target = |(pair_idx, pair): (usize, &Pair)| {
        let texts = pair
            .source
            .iter()
            .map(|unit| loaded.bitext.source.text(*unit));
        let present: Vec<Fingerprint> = texts.map(fold::key).collect();
        let accepted = match (pair.state, &pair.accepted) {
            (PairState::Stale(_), Some(accepted)) => {
                accepted.source.iter().map(|text| fold::key(text)).collect()
            }
            _ => Vec::new(),
        };
        Target {
            doc_idx,
            pair_idx,
            accepted,
            present,
            blame: Blame::default(),
            is_open: true,
        }
    };
    wanted.map(target).collect()
}

/// A source file on its way back through its names.
struct Track {
    path: Utf8PathBuf,
    lang: Lang,
    targets: Vec<usize>,
}

fn tracks(documents: &[&Loaded], targets: &[Target]) -> BTreeMap<Utf8PathBuf, Track> {
    let mut tracks: BTreeMap<Utf8PathBuf, Track> = BTreeMap::new();
    for (target_idx, target) in targets.iter().enumerate() {
        let Some(loaded) = documents.get(target.doc_idx) else {
            continue;
        };
        let path = &loaded.paths.source;
        let track = tracks.entry(path.clone()).or_insert_with(|| Track {
            path: path.clone(),
            lang: loaded.paths.source_lang.clone(),
            targets: Vec::new(),
        });
        track.targets.push(target_idx);
    }
    tracks
}

/// Looks at what a commit made of a file: what it took away, and what it brought.
fn look(
    reader: &mut Reader<'_>,
    track: &Track,
    change: &FileChange,
    commit: &SourceCommit,
    targets: &mut [Target],
) {
    let old_path = change.old_path.as_deref().unwrap_or(&change.path);
    let before: Vec<Texts> = change
        .before
        .iter()
        .map(|id| reader.texts(id, old_path, &track.lang))
        .collect();
    let after = match &change.after {
        Some(id) => reader.texts(id, &change.path, &track.lang),
        None => Texts::default(),
    };
    for target_idx in &track.targets {
        let target = &mut targets[*target_idx];
        if !target.is_open {
            continue;
        }
        let had = |texts: &[Fingerprint]| before.iter().any(|before| has_all(before, texts));
        let brings = has_all(&after, &target.present) && !had(&target.present);
        if target.blame.last.is_none() && brings {
            target.blame.last = Some(commit.clone());
        }
        let was_accepted = !target.accepted.is_empty() && !before.is_empty();
        let all_had = before
            .iter()
            .all(|before| has_all(before, &target.accepted));
        let takes = was_accepted && all_had && !has_all(&after, &target.accepted);
        if target.blame.since.is_none() && takes {
            target.blame.since = Some(commit.clone());
        }
        let is_known = target.blame.since.is_some() || target.accepted.is_empty();
        target.is_open = !(is_known && target.blame.last.is_some());
    }
}

fn has_all(texts: &Texts, wanted: &[Fingerprint]) -> bool {
    wanted.iter().all(|text| texts.contains(text))
}

/// The folders that the sources may have been in: those of their content entries, outermost ones only.
fn folders<'a>(
    project: &Project,
    sources: impl Iterator<Item = &'a Utf8PathBuf>,
) -> Vec<Utf8PathBuf> {
    let config = &project.config;
    let entries = config
        .content
        .iter()
        .map(|content| Pattern::new(&content.source, config.lang_path(config.source_of(content))));
    let entries: Vec<Pattern> = entries.collect();
    let mut folders: BTreeSet<Utf8PathBuf> = BTreeSet::new();
    for source in sources {
        let mut entries = entries.iter();
        let entry = entries.find(|entry| entry.capture(source.as_str()).is_some());
        folders.insert(match entry {
            Some(entry) if !entry.is_file() => entry.folder().into(),
            _ => source.clone(),
        });
    }
    let is_outermost = |folder: &&Utf8PathBuf| {
        let mut above = folder.ancestors().skip(1);
        !above.any(|above| folders.contains(above))
    };
    folders.iter().filter(is_outermost).cloned().collect()
}

/// Reads contents, each once.
struct Reader<'a> {
    project: &'a Project,
    blobs: Blobs,
    known: FxHashMap<String, Texts>,
}

impl Reader<'_> {
    /// Returns the texts of the units of a content, by its id; one that is no text has none.
    fn texts(&mut self, id: &str, path: &Utf8Path, lang: &Lang) -> Texts {
        if let Some(texts) = self.known.get(id) {
            return Rc::clone(texts);
        }
        let bytes = self.blobs.read(id).unwrap_or_default();
        let text = String::from_utf8(bytes).unwrap_or_default();
        let settings = load::read_settings(self.project, path);
        let document: Document =
            catalog::read_any(&Source::new(path.as_str(), text), lang, &settings);
        let units = document.unit_ids();
        let texts = units.map(|unit| fold::key(document.text(unit))).collect();
        let texts = Rc::new(texts);
        self.known.insert(id.to_owned(), Rc::clone(&texts));
        texts
    }
}
