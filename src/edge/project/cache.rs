//! What was made of documents in earlier runs, by their content: a second run reads and hashes files instead of working them out.
//!
//! Nothing depends on it. An entry is found by a digest of everything that it was made of (the bytes of the three files, the settings,
//! the glossary, this very program), so that no clock is asked and nothing can be out of date; what is damaged, torn, foreign or cannot be
//! read is as good as none. Entries stand in shards by name, each file written whole; of two processes that write at once the last one
//! stands. What a run over the whole project did not ask for is dropped, so that there are never more entries than documents.

use crate::edge::files::scratch::Scratch;
use crate::edge::project::discover::Project;
use crate::edge::project::walk::Paths;
use crate::text::digest::Digest;
use crate::text::digest::Digester;
use crate::text::source::Source;
use rayon::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Mutex;
use std::sync::OnceLock;
use std::sync::PoisonError;

/// The sources that this program was built of; see `build.rs`.
const BUILD: &str = env!("DUIZHAO_BUILD");
/// What a shard begins with, the version of its form at the end.
const MAGIC: &[u8; 8] = b"duizhao1";
/// Magic and checksum.
const HEAD: usize = 8 + 16;
/// Name, content and length of an entry.
const ENTRY: usize = 16 + 16 + 8;
const N_SHARDS: usize = 16;

/// Documents of fewer bytes in all are worked out before anyone waits: no need to litter a small project with a cache.
const LEAST: u64 = 512 * 1024;

/// Whether a run may use the cache.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caching {
    /// Where the project allows it, and where it pays.
    Allowed,
    /// Not at all.
    Refused,
}

impl Caching {
    /// Refuses it when asked to.
    pub const fn unless(is_refused: bool) -> Self {
        if is_refused {
            Self::Refused
        } else {
            Self::Allowed
        }
    }

    /// Opens the cache for what a command makes of documents; nothing where it may not be used or would not pay.
    pub fn open(
        self,
        project: &Project,
        command: &'static str,
        paths: &[Paths],
        glossaries: &[Source],
        settings: &[String],
    ) -> Option<Cache> {
        let open = || Cache::open(project, command, glossaries, settings);
        match project.config.cache {
            _ if self == Self::Refused => return None,
            Some(is_wanted) => return is_wanted.then(open),
            None => {}
        }
        let files = paths
            .iter()
            .flat_map(|paths| [&paths.source, &paths.target]);
        let mut left = LEAST;
        for file in files {
            left = left.saturating_sub(project.files.len(file).unwrap_or_default());
            if left == 0 {
                return Some(open());
            }
        }
        None
    }
}

/// The entries of one command.
pub struct Cache {
    scratch: Scratch,
    /// Whose they are: `status`, `check`.
    command: &'static str,
    /// What all of them were made of: the program and the settings.
    basis: Digest,
    shards: Vec<Shard>,
}

/// The entries of some documents: those that were there, read when the first is asked for, and those that are to be.
#[derive(Default)]
struct Shard {
    old: OnceLock<Old>,
    kept: Mutex<HashMap<Digest, Kept>>,
}

#[derive(Default)]
struct Old {
    bytes: Vec<u8>,
    entries: HashMap<Digest, (Digest, Range<usize>)>,
}

enum Kept {
    /// As it was.
    Old,
    /// Made by this run: its content and bytes.
    New(Digest, Vec<u8>),
}

impl Cache {
    /// Opens the entries of a command. `settings` tells everything that changes what is made, besides the documents and the project's own
    /// settings.
    fn open(
        project: &Project,
        command: &'static str,
        glossaries: &[Source],
        settings: &[String],
    ) -> Self {
        let mut basis = Digester::new();
        basis.add(BUILD.as_bytes()).add(command.as_bytes());
        basis.add(project.config_source.text().as_bytes());
        basis.add_optional(project.srx.as_deref());
        basis.add(format!("{:?}", project.sites).as_bytes());
        for glossary in glossaries {
            basis.add(glossary.name().as_bytes());
            basis.add(glossary.text().as_bytes());
        }
        for setting in settings {
            basis.add(setting.as_bytes());
        }
        Self {
            scratch: Scratch::new(&project.root),
            command,
            basis: basis.finish(),
            shards: (0..N_SHARDS).map(|_| Shard::default()).collect(),
        }
    }

    /// Starts a digest with what all entries were made of.
    pub fn digester(&self) -> Digester {
        let mut digester = Digester::new();
        digester.add_digest(self.basis);
        digester
    }

    /// Returns what was made of this content, if it is known.
    pub fn find<T: DeserializeOwned>(&self, name: Digest, content: Digest) -> Option<T> {
        let (shard, idx) = self.shard(name);
        let old = self.old(shard, idx);
        let (of, range) = old.entries.get(&name)?;
        let bytes = old.bytes.get(range.clone()).filter(|_| *of == content)?;
        let found = postcard::from_bytes(bytes).ok()?;
        shard.keep(name, Kept::Old);
        Some(found)
    }

    /// Notes what was made of a content.
    pub fn note<T: Serialize>(&self, name: Digest, content: Digest, made: &T) {
        self.note_bytes(name, content, Self::bytes(made));
    }

    /// Notes what was made of a content, written down already.
    pub fn note_bytes(&self, name: Digest, content: Digest, bytes: Option<Vec<u8>>) {
        if let Some(bytes) = bytes {
            self.shard(name).0.keep(name, Kept::New(content, bytes));
        }
    }

    /// Writes down what was made.
    pub fn bytes<T: Serialize>(made: &T) -> Option<Vec<u8>> {
        postcard::to_stdvec(made).ok()
    }

    /// Writes what has changed. After a look at the whole project what was not asked for is dropped. What cannot be written is left.
    pub fn save(self, is_whole: bool) {
        let shards = self.shards.par_iter().enumerate();
        let texts = shards.filter_map(|(idx, shard)| {
            let old = self.old(shard, idx);
            Some((idx, shard.changed(old, is_whole)?))
        });
        let texts: Vec<(usize, Vec<u8>)> = texts.collect();
        if texts.is_empty() || self.scratch.prepare().is_err() {
            return;
        }
        texts.into_par_iter().for_each(|(idx, bytes)| {
            // A shard that is not there is as good as one that is old.
            let _ = self.scratch.write(&self.file(idx), &bytes);
        });
    }

    fn file(&self, idx: usize) -> String {
        format!("{}-{idx:x}", self.command)
    }

    fn shard(&self, name: Digest) -> (&Shard, usize) {
        let idx = usize::try_from(name.0 % N_SHARDS as u128).unwrap_or_default();
        (&self.shards[idx], idx)
    }

    /// The entries that were there.
    fn old<'a>(&self, shard: &'a Shard, idx: usize) -> &'a Old {
        shard.old.get_or_init(|| {
            let bytes = self.scratch.read(&self.file(idx));
            bytes.and_then(Old::read).unwrap_or_default()
        })
    }
}

impl Shard {
    fn keep(&self, name: Digest, kept: Kept) {
        let mut all = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        all.insert(name, kept);
    }

    /// The file as it should be; nothing where it is so already.
    fn changed(&self, old: &Old, is_whole: bool) -> Option<Vec<u8>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let has_new = kept.values().any(|kept| matches!(kept, Kept::New(..)));
        let is_dropping = is_whole && old.entries.keys().any(|name| !kept.contains_key(name));
        if !has_new && !is_dropping {
            return None;
        }
        let mut entries: Vec<(Digest, Digest, &[u8])> = Vec::new();
        for (name, (content, range)) in &old.entries {
            let stays = match kept.get(name) {
                Some(Kept::Old) => true,
                Some(Kept::New(..)) => false,
                None => !is_whole,
            };
            if stays {
                let bytes = old.bytes.get(range.clone()).unwrap_or_default();
                entries.push((*name, *content, bytes));
            }
        }
        for (name, kept) in kept.iter() {
            if let Kept::New(content, bytes) = kept {
                entries.push((*name, *content, bytes));
            }
        }
        entries.sort_unstable_by_key(|(name, ..)| *name);
        Some(written(&entries))
    }
}

/// Writes a shard: magic, checksum, the entries' number, names, contents and lengths, then their bytes.
fn written(entries: &[(Digest, Digest, &[u8])]) -> Vec<u8> {
    let mut rest = (entries.len() as u64).to_le_bytes().to_vec();
    for (name, content, bytes) in entries {
        rest.extend(name.0.to_le_bytes());
        rest.extend(content.0.to_le_bytes());
        rest.extend((bytes.len() as u64).to_le_bytes());
    }
    for (.., bytes) in entries {
        rest.extend_from_slice(bytes);
    }
    let mut whole = MAGIC.to_vec();
    whole.extend(Digest::of(&rest).0.to_le_bytes());
    whole.extend(rest);
    whole
}

impl Old {
    /// Reads a shard; nothing where it is not what was written.
    fn read(bytes: Vec<u8>) -> Option<Self> {
        let rest = bytes.get(HEAD..)?;
        let sum = bytes.get(8..HEAD)?;
        if bytes.get(..8)? != MAGIC || sum != Digest::of(rest).0.to_le_bytes() {
            return None;
        }
        let n_entries = usize::try_from(number(rest.get(..8)?)?).ok()?;
        let mut start = HEAD + 8 + n_entries.checked_mul(ENTRY)?;
        let mut entries = HashMap::new();
        for entry in rest.get(8..start - HEAD)?.chunks_exact(ENTRY) {
            let digest = |at: usize| {
                Some(Digest(u128::from_le_bytes(
                    entry.get(at..at + 16)?.try_into().ok()?,
                )))
            };
            let len = usize::try_from(number(entry.get(32..)?)?).ok()?;
            let end = start.checked_add(len)?;
            entries.insert(digest(0)?, (digest(16)?, start..end));
            start = end;
        }
        Some(Self { bytes, entries })
    }
}

fn number(bytes: &[u8]) -> Option<u64> {
    Some(u64::from_le_bytes(bytes.try_into().ok()?))
}
