//! What files look like from outside, for noticing that somebody saved one.
//!
//! Looking again and again works wherever files can be read: on network drives, in containers and with every way in which editors save.

use camino::Utf8Path;
use camino::Utf8PathBuf;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;
use std::time::SystemTime;

/// When each of some files was changed, and how long it is; nothing of one that is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glance {
    files: BTreeMap<Utf8PathBuf, Option<(SystemTime, u64)>>,
}

impl Glance {
    /// Looks at files below a folder.
    pub fn take(root: &Utf8Path, paths: impl IntoIterator<Item = Utf8PathBuf>) -> Self {
        let looks = paths.into_iter().map(|path| {
            let metadata = fs::metadata(root.join(&path)).ok();
            let look = metadata.and_then(|file| Some((file.modified().ok()?, file.len())));
            (path, look)
        });
        Self {
            files: looks.collect(),
        }
    }

    /// Adds what a later look saw of some files that this one did not look at.
    pub fn with(mut self, later: Self, paths: &BTreeSet<Utf8PathBuf>) -> Self {
        for (path, look) in later.files {
            if paths.contains(&path) {
                self.files.entry(path).or_insert(look);
            }
        }
        self
    }
}

/// Notices that files have changed and come to rest: editors save in steps, and many files at once.
#[derive(Debug)]
pub struct Rest {
    /// What the last work was made of.
    done: Glance,
    /// The last look.
    last: Glance,
}

impl Rest {
    /// Starts with work that was made of files as they looked then.
    pub fn new(done: Glance) -> Self {
        Self {
            last: done.clone(),
            done,
        }
    }

    /// Takes one more look; tells whether files have changed since the last work and look as they did at the last look. They count as
    /// worked on from then.
    pub fn see(&mut self, now: Glance) -> bool {
        let is_still = now == self.last;
        let is_new = now != self.done;
        if is_still && is_new {
            self.done.clone_from(&now);
        }
        self.last = now;
        is_still && is_new
    }
}

#[cfg(test)]
mod tests {
    use super::{Glance, Rest};
    use std::time::{Duration, SystemTime};

    fn glance(files: &[(&str, u64)]) -> Glance {
        let files = files.iter().map(|(path, time)| {
            let look = (*time > 0).then(|| {
                let time = SystemTime::UNIX_EPOCH + Duration::from_secs(*time);
                (time, 1)
            });
            ((*path).into(), look)
        });
        Glance {
            files: files.collect(),
        }
    }

    #[test]
    fn work_begins_once_files_have_come_to_rest() {
        let mut rest = Rest::new(glance(&[("a", 1), ("b", 1)]));
        assert!(
            !rest.see(glance(&[("a", 1), ("b", 1)])),
            "nothing has changed"
        );
        assert!(!rest.see(glance(&[("a", 0), ("b", 1)])), "a save begins");
        assert!(!rest.see(glance(&[("a", 2), ("b", 1)])), "it goes on");
        assert!(!rest.see(glance(&[("a", 2), ("b", 2)])), "another one");
        assert!(rest.see(glance(&[("a", 2), ("b", 2)])), "they rest");
        assert!(
            !rest.see(glance(&[("a", 2), ("b", 2)])),
            "they are worked on once"
        );
        assert!(!rest.see(glance(&[("a", 3), ("b", 2)])));
        assert!(!rest.see(glance(&[("a", 2), ("b", 2)])));
        assert!(
            !rest.see(glance(&[("a", 2), ("b", 2)])),
            "what was taken back is nothing new"
        );
        assert!(!rest.see(glance(&[("a", 2)])));
        assert!(
            rest.see(glance(&[("a", 2)])),
            "a file that is gone is a change"
        );
    }
}
