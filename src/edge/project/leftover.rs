//! Locks whose documents are gone, source and draft: what a rename leaves behind.

use crate::config::pattern::Pattern;
use crate::edge::project::discover::Project;
use crate::edge::project::elsewhere;
use crate::edge::project::load;
use crate::edge::project::refusal;
use crate::edge::project::walk;
use crate::lock::lock::Lock;
use crate::lock::lock::Record;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use camino::Utf8PathBuf;
use rustc_hash::FxHashSet;

/// The texts of a record.
type Texts<'a> = (&'a [String], &'a [String]);

/// Removes the locks of a language whose documents are gone, where each of their records stands in one of `locks` too; returns which.
pub fn drop_moved(
    project: &Project,
    lang: &Lang,
    locks: &[&Lock],
) -> Result<Vec<Utf8PathBuf>, Vec<Notice>> {
    let pattern = Pattern::new(&project.config.lock, lang.tag());
    let mut gone = elsewhere::lock_files(project, lang);
    gone.retain(|lock| {
        let source = pattern.capture(lock.as_str());
        source.is_some_and(|source| !project.files.has(source.into()))
    });
    if gone.is_empty() {
        return Ok(gone);
    }
    let all = walk::walk(project, &[])?;
    gone.retain(|lock| all.iter().all(|paths| paths.lock != *lock));
    let records = locks.iter().flat_map(|lock| &lock.records);
    let known: FxHashSet<Texts<'_>> = records.map(texts).collect();
    gone.retain(|path| {
        let lock = load::lock(project.files.as_ref(), path);
        lock.is_ok_and(|(lock, _)| {
            let is_whole = lock.damage.is_empty() && !lock.records.is_empty();
            is_whole
                && lock
                    .records
                    .iter()
                    .all(|record| known.contains(&texts(record)))
        })
    });
    for path in &gone {
        let removed = project.files.remove(path);
        removed.map_err(|error| vec![refusal::notice(path, &error)])?;
    }
    Ok(gone)
}

fn texts(record: &Record) -> Texts<'_> {
    (&record.source, &record.target)
}
