//! Documents looked at one after the other: each is read, resolved and let go again, so that only what is made of it stays in memory.
//!
//! What other locks offer to a document is known only when all of them were read. Each is therefore resolved by its own lock first; those
//! few of which the others know something are looked at once more. What was made in an earlier run of the same content is taken from the
//! cache.

use crate::bitext::align::AlignSettings;
use crate::edge::project::cache::Cache;
use crate::edge::project::discover::Project;
use crate::edge::project::elsewhere;
use crate::edge::project::elsewhere::Asking;
use crate::edge::project::glossary;
use crate::edge::project::load;
use crate::edge::project::load::Loaded;
use crate::edge::project::names::Names;
use crate::edge::project::raw::Raw;
use crate::edge::project::walk::Paths;
use crate::lint::checked::Texts;
use crate::lock::elsewhere::Elsewhere;
use crate::lock::elsewhere::Free;
use crate::termbase::termbase::Termbase;
use crate::text::digest::Digest;
use crate::text::digest::Digester;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use crate::text::source::Source;
use camino::Utf8Path;
use rayon::prelude::*;
use serde::Deserialize;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;

/// What a stream is told.
pub struct Stream<'a> {
    /// The project.
    pub project: &'a Project,
    /// The glossary.
    pub termbase: &'a Termbase,
    /// What was made in earlier runs.
    pub cache: Option<&'a Cache>,
    /// Whether the documents are all that the project has.
    pub is_whole: bool,
}

/// The files of a document, however they came.
pub enum Origin {
    /// As bytes that nobody has looked into.
    Raw(Raw),
    /// As texts.
    Read(Paths, Texts),
}

impl Origin {
    /// Returns the files' names.
    pub const fn paths(&self) -> &Paths {
        match self {
            Self::Raw(raw) => &raw.paths,
            Self::Read(paths, _) => paths,
        }
    }

    /// Returns the texts, the lock's only where it is needed.
    pub fn texts(self, needs_lock: bool) -> Texts {
        let raw = match self {
            Self::Read(_, texts) => {
                let lock = texts.lock.filter(|_| needs_lock);
                return Texts { lock, ..texts };
            }
            Self::Raw(raw) => raw,
        };
        // Bytes of which something is known have been read as text before.
        let text = |bytes: Option<Vec<u8>>| {
            let text = String::from_utf8(bytes.unwrap_or_default());
            text.unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
        };
        let Paths {
            source,
            target,
            lock,
            ..
        } = raw.paths;
        Texts {
            source: Source::new(source, text(raw.source)),
            target: Source::new(target, text(raw.target)),
            lock: raw
                .lock
                .filter(|_| needs_lock)
                .map(|bytes| Source::new(lock, text(Some(bytes)))),
        }
    }
}

/// What was made of a document by its own lock, and what the other locks may be asked for.
struct Seen<U> {
    made: U,
    trace: Trace,
    content: Digest,
}

/// What the other locks may be asked for.
#[derive(Serialize, Deserialize)]
struct Trace {
    names: Names,
    free: Free,
}

/// Reads documents, makes something of each with `make`, and keeps what `keep` leaves of it, on all threads, in their order. Nothing is
/// left of what does not fit its files: a cache may hold anything. What could not be read, and where the work broke down, is told and
/// left out.
pub fn stream<T, U>(
    stream: &Stream<'_>,
    paths: &[Paths],
    make: impl Fn(&Loaded) -> T + Sync,
    keep: impl Fn(Origin, T) -> Option<U> + Sync,
) -> (Vec<U>, Vec<Notice>)
where
    T: Serialize + DeserializeOwned + Send,
    U: Send,
{
    let align = glossary::align_settings(stream.termbase);
    let maker = Maker {
        stream,
        align,
        make,
        keep,
    };
    let seen = paths.par_iter().map(|paths| maker.alone(paths));
    let mut seen: Vec<Result<Seen<U>, Vec<Notice>>> = seen.collect();
    let is_closed = |seen: &Seen<U>| seen.trace.names.is_closed();
    if !seen.iter().flatten().all(is_closed) && !maker.recall(paths, &mut seen) {
        maker.ask_others(paths, &mut seen);
    }
    let (seen, problems) = load::split(seen);
    (seen.into_iter().map(|seen| seen.made).collect(), problems)
}

struct Maker<'a, M, K> {
    stream: &'a Stream<'a>,
    align: AlignSettings,
    make: M,
    keep: K,
}

impl<T, U, M, K> Maker<'_, M, K>
where
    T: Serialize + DeserializeOwned + Send,
    U: Send,
    M: Fn(&Loaded) -> T + Sync,
    K: Fn(Origin, T) -> Option<U> + Sync,
{
    /// Makes what is made of a document by its own lock.
    fn alone(&self, paths: &Paths) -> Result<Seen<U>, Vec<Notice>> {
        let read = || Raw::read(self.stream.project.files.as_ref(), paths.clone());
        let mut raw = read()?;
        let (name, mut content) = (name_of(paths, "alone"), self.content_of(&raw));
        let cache = self.stream.cache;
        let found = cache.and_then(|cache| cache.find::<(T, Trace)>(name, content));
        if let Some((made, trace)) = found {
            if let Some(made) = (self.keep)(Origin::Raw(raw), made) {
                return Ok(Seen {
                    made,
                    trace,
                    content,
                });
            }
            raw = read()?;
            content = self.content_of(&raw);
        }
        let (texts, made, trace) = self.made_of(raw, &Elsewhere::default())?;
        let entry = (made, trace);
        if let Some(cache) = cache {
            cache.note(name, content, &entry);
        }
        Ok(Seen {
            made: self.kept(paths, texts, entry.0)?,
            trace: entry.1,
            content,
        })
    }

    fn kept(&self, paths: &Paths, texts: Texts, made: T) -> Result<U, Vec<Notice>> {
        let kept = (self.keep)(Origin::Read(paths.clone(), texts), made);
        kept.ok_or_else(|| vec![Notice::new("file-crash").arg("path", &paths.target)])
    }

    fn made_of(&self, raw: Raw, elsewhere: &Elsewhere) -> Result<(Texts, T, Trace), Vec<Notice>> {
        let paths = raw.paths.clone();
        let read = load::guarded(&paths.source, || raw.parse(self.stream.project))?;
        load::guarded(&paths.target, || {
            let names = Names::of(&read.source, &read.target, &read.lock);
            let (loaded, free) = read.resolve(elsewhere, &self.align);
            let texts = Texts {
                source: loaded.bitext.source.source.clone(),
                target: loaded.bitext.target.source.clone(),
                lock: loaded.lock_source.clone(),
            };
            Ok((texts, (self.make)(&loaded), Trace { names, free }))
        })
    }

    /// What something is made of, all of it.
    fn content_of(&self, raw: &Raw) -> Digest {
        let Some(cache) = self.stream.cache else {
            return Digest::default();
        };
        let mut digester = cache.digester();
        for bytes in [&raw.source, &raw.target, &raw.lock] {
            digester.add_optional(bytes.as_deref());
        }
        digester.finish()
    }

    /// Takes what other locks made of documents from the cache; tells whether it held all of it.
    fn recall(&self, paths: &[Paths], seen: &mut [Result<Seen<U>, Vec<Notice>>]) -> bool {
        let contents: Vec<Option<Digest>> = contents(seen);
        let recalled = || {
            let cache = self.stream.cache?;
            let state = self.state(paths, &contents)?;
            let fitting: Vec<Digest> = cache.find(name_of_list(), state)?;
            let all = paths.par_iter().zip(&contents).enumerate();
            let all = all.map(|(idx, (paths, content))| {
                let name = name_of(paths, "by others");
                if !fitting.contains(&name) {
                    return Some(None);
                }
                let made = cache.find::<T>(name, state)?;
                let raw = Raw::read(self.stream.project.files.as_ref(), paths.clone()).ok()?;
                let is_same = Some(self.content_of(&raw)) == *content;
                let made = (self.keep)(Origin::Raw(raw), made).filter(|_| is_same)?;
                Some(Some((idx, made)))
            });
            all.collect::<Option<Vec<_>>>()
        };
        let Some(recalled) = recalled() else {
            return false;
        };
        for (idx, made) in recalled.into_iter().flatten() {
            if let Some(Ok(seen)) = seen.get_mut(idx) {
                seen.made = made;
            }
        }
        true
    }

    /// Makes anew what is made of documents of which other locks know something.
    fn ask_others(&self, paths: &[Paths], seen: &mut [Result<Seen<U>, Vec<Notice>>]) {
        let before = contents(seen);
        let all = paths.iter().zip(&*seen);
        let asking = all.filter_map(|(paths, seen)| {
            let trace = &seen.as_ref().ok()?.trace;
            Some(Asking {
                paths,
                names: &trace.names,
                free: Some(&trace.free),
                lock: None,
            })
        });
        let offers = elsewhere::gather(self.stream.project, &asking.collect::<Vec<_>>());
        let made = seen.par_iter_mut().zip(paths).filter_map(|(seen, paths)| {
            let offer = offers.of(&paths.target_lang);
            let fits = seen.as_ref().is_ok_and(|seen| offer.fits(&seen.trace.free));
            fits.then(|| self.once_more(paths, offer, seen))?
        });
        let made: Vec<(Digest, Option<Vec<u8>>)> = made.collect();
        let Some((cache, state)) = self.stream.cache.zip(self.state(paths, &before)) else {
            return;
        };
        // Locks were read once more: what was made of them counts only where nobody has written in between.
        let files = self.stream.project.files.as_ref();
        let now = paths.par_iter().map(|paths| {
            let raw = Raw::read(files, paths.clone()).ok()?;
            Some(self.content_of(&raw))
        });
        if now.collect::<Vec<_>>() == before && self.state(paths, &before) == Some(state) {
            let names: Vec<Digest> = made.iter().map(|(name, _)| *name).collect();
            cache.note(name_of_list(), state, &names);
            for (name, bytes) in made {
                cache.note_bytes(name, state, bytes);
            }
        }
    }

    fn once_more(
        &self,
        paths: &Paths,
        offer: &Elsewhere,
        seen: &mut Result<Seen<U>, Vec<Notice>>,
    ) -> Option<(Digest, Option<Vec<u8>>)> {
        let content = seen.as_ref().ok()?.content;
        let raw = Raw::read(self.stream.project.files.as_ref(), paths.clone());
        let made = raw.and_then(|raw| self.made_of(raw, offer));
        let mut bytes = None;
        *seen = made.and_then(|(texts, made, trace)| {
            bytes = self.stream.cache.and_then(|_| Cache::bytes(&made));
            Ok(Seen {
                made: self.kept(paths, texts, made)?,
                trace,
                content,
            })
        });
        Some((name_of(paths, "by others"), bytes))
    }

    /// All that other locks may say: all documents and all locks. Nothing where not everything was read.
    fn state(&self, paths: &[Paths], contents: &[Option<Digest>]) -> Option<Digest> {
        let cache = self.stream.cache.filter(|_| self.stream.is_whole)?;
        let mut digester = cache.digester();
        for (paths, content) in paths.iter().zip(contents) {
            digester.add_digest(name_of(paths, "state"));
            digester.add_digest((*content)?);
        }
        let project = self.stream.project;
        let known: BTreeSet<&Utf8Path> = paths.iter().map(|paths| paths.lock.as_path()).collect();
        let langs: BTreeSet<&Lang> = paths.iter().map(|paths| &paths.target_lang).collect();
        for lang in langs {
            for path in elsewhere::lock_files(project, lang) {
                if !known.contains(path.as_path()) {
                    let bytes = project.files.read(&path).ok();
                    digester.add(path.as_str().as_bytes());
                    digester.add_optional(bytes.as_deref());
                }
            }
        }
        Some(digester.finish())
    }
}

fn contents<U>(seen: &[Result<Seen<U>, Vec<Notice>>]) -> Vec<Option<Digest>> {
    let contents = seen.iter().map(|seen| Some(seen.as_ref().ok()?.content));
    contents.collect()
}

/// The entry that lists the documents of which other locks know something.
fn name_of_list() -> Digest {
    Digest::of(b"by others")
}

/// What a document's entry goes by.
fn name_of(paths: &Paths, what: &str) -> Digest {
    let mut digester = Digester::new();
    digester.add(what.as_bytes());
    for path in [&paths.source, &paths.target, &paths.lock] {
        digester.add(path.as_str().as_bytes());
    }
    for lang in [&paths.source_lang, &paths.target_lang] {
        digester.add(lang.tag().as_bytes());
    }
    digester.finish()
}
