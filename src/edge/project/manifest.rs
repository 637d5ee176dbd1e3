//! Which files of a folder are an edition's: those of an earlier run that no longer belong are removed, and nobody else's ever is.

use crate::edge::files::Files;
use crate::edge::files::disk::Disk;
use crate::edge::project::refusal;
use crate::render::book::Rendered;
use crate::text::digest::Digest;
use crate::text::notice::Notice;
use camino::Utf8Path;
use camino::Utf8PathBuf;
use serde::Deserialize;
use serde::Serialize;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::io::ErrorKind;

/// The file, at the top of the edition's folder.
pub const MANIFEST: &str = ".duizhao-edition.json";

const SCHEMA: &str = "duizhao/edition/1";

/// The files of all editions in a folder, each with a digest of what was written.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Manifest {
    schema: String,
    editions: BTreeMap<String, BTreeMap<String, String>>,
}

/// What a run has written.
pub struct Run<'a> {
    /// Which of the editions that may stand in one folder.
    pub edition: &'a str,
    /// Its files.
    pub pages: &'a [Rendered],
    /// Those that could not be written.
    pub failed: &'a BTreeSet<&'a str>,
    /// Whether they are all of the edition's.
    pub is_whole: bool,
}

/// What became of the files of earlier runs.
#[derive(Debug, Default)]
pub struct Settled {
    /// What was removed.
    pub removed: Vec<Utf8PathBuf>,
    /// What no longer belongs, but says something else than what was written: somebody's work, left alone.
    pub foreign: Vec<Utf8PathBuf>,
    /// What could not be read, removed or written.
    pub notices: Vec<Notice>,
}

/// Removes what an earlier run of the same edition wrote and this one did not, and notes what it wrote. A run of part of the documents
/// removes nothing. `folder` is how people name the folder.
pub fn settle(disk: &Disk, folder: &Utf8Path, run: &Run<'_>) -> Settled {
    let mut settled = Settled::default();
    let mut manifest = match read(disk) {
        Ok(manifest) => manifest,
        Err(error) => {
            let path = folder.join(MANIFEST);
            settled.notices.push(refusal::notice(&path, &error));
            return settled;
        }
    };
    let written = run.pages.iter();
    let written = written.filter(|page| !run.failed.contains(page.path.as_str()));
    let mut now: BTreeMap<String, String> = written
        .map(|page| (page.path.clone(), digest(&page.bytes)))
        .collect();
    for (name, files) in &mut manifest.editions {
        if name != run.edition {
            files.retain(|path, _| !now.contains_key(path));
        }
    }
    let old = manifest.editions.remove(run.edition).unwrap_or_default();
    for (path, digest) in old {
        if now.contains_key(&path) {
            continue;
        }
        if !run.is_whole || remove(disk, folder, &path, &digest, &mut settled).is_kept() {
            now.insert(path, digest);
        }
    }
    manifest.editions.insert(run.edition.to_owned(), now);
    manifest.editions.retain(|_, files| !files.is_empty());
    SCHEMA.clone_into(&mut manifest.schema);
    let mut bytes = serde_json::to_vec_pretty(&manifest).expect("names and digests are JSON");
    bytes.push(b'\n');
    if let Err(error) = disk.write(MANIFEST.into(), &bytes) {
        let path = folder.join(MANIFEST);
        settled.notices.push(refusal::unwritten(&path, &error));
    }
    settled
}

/// What became of one file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// It is gone, or no longer ours.
    Let,
    /// It is still there and ours.
    Kept,
}

impl Fate {
    fn is_kept(self) -> bool {
        self == Self::Kept
    }
}

fn remove(disk: &Disk, folder: &Utf8Path, path: &str, old: &str, settled: &mut Settled) -> Fate {
    let path = Utf8Path::new(path);
    match disk.read(path) {
        Ok(bytes) if digest(&bytes) != old => {
            settled.foreign.push(path.to_owned());
            Fate::Let
        }
        Ok(_) => match disk.remove_with_folders(path) {
            Ok(()) => {
                settled.removed.push(path.to_owned());
                Fate::Let
            }
            Err(error) => {
                let path = folder.join(path);
                settled.notices.push(refusal::unwritten(&path, &error));
                Fate::Kept
            }
        },
        // What is gone, leads out of the folder or is no file any more is not ours to remove.
        Err(_) => Fate::Let,
    }
}

fn digest(bytes: &[u8]) -> String {
    let Digest(number) = Digest::of(bytes);
    format!("{number:032x}")
}

/// Reads the notes of earlier runs; those that are missing or that cannot be understood say nothing, so that nothing is removed by them.
fn read(disk: &Disk) -> std::io::Result<Manifest> {
    let bytes = match disk.read(MANIFEST.into()) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Manifest::default()),
        Err(error) => return Err(error),
    };
    let manifest: Manifest = serde_json::from_slice(&bytes).unwrap_or_default();
    Ok(match manifest.schema == SCHEMA {
        true => manifest,
        false => Manifest::default(),
    })
}
