//! Finds the project: `duizhao.yaml`, upwards to the git root.

use crate::config::config::Config;
use crate::edge::files::Files;
use crate::text::notice::Notice;
use camino::{Utf8Path, Utf8PathBuf};

/// A project: its root folder, its settings, its files.
pub struct Project {
    /// The folder of `duizhao.yaml`, absolute.
    pub root: Utf8PathBuf,
    /// Its settings.
    pub config: Config,
    /// Its files, relative to the root.
    pub files: Box<dyn Files>,
}

impl Project {
    /// Finds and reads the project that `start` (absolute) lies in.
    pub fn discover(start: &Utf8Path) -> Result<Self, Vec<Notice>> {
        let _ = start;
        Err(vec![Notice::new("project-missing")])
    }
}
