//! All concepts in force.

use crate::termbase::concept::Concept;
use crate::text::notice::Notice;
use std::collections::BTreeMap;

/// The concepts of a project's glossary files.
#[derive(Clone, Debug, Default)]
pub struct Termbase {
    /// All concepts, in the order of the files.
    pub concepts: Vec<Concept>,
    /// The highest `version` of the files; stamped on accepted pairs.
    pub version: u64,
}

impl Termbase {
    /// Joins what several files hold. Two concepts of one id are told, with both places; one whose id is only its source form is
    /// given a number instead.
    pub fn join(parts: Vec<Self>) -> (Self, Vec<Notice>) {
        let mut joined = Self::default();
        for part in parts {
            joined.version = joined.version.max(part.version);
            joined.concepts.extend(part.concepts);
        }
        let mut notices = Vec::new();
        let mut first: BTreeMap<String, usize> = BTreeMap::new();
        for concept_idx in 0..joined.concepts.len() {
            let concept = &joined.concepts[concept_idx];
            let Some(other) = first.get(&concept.id).map(|idx| &joined.concepts[*idx]) else {
                first.insert(concept.id.clone(), concept_idx);
                continue;
            };
            if !concept.has_own_id || !other.has_own_id {
                joined.concepts[concept_idx].id = format!("{}#{}", concept.id, concept_idx + 1);
                continue;
            }
            let (file, span) = &other.at;
            let other = format!("{}:{}", file.name(), file.line_of(span.start));
            let notice = Notice::new("glossary-duplicate-id")
                .arg("id", &concept.id)
                .arg("other", other);
            notices.push(notice.at(&concept.at.0, concept.at.1));
        }
        (joined, notices)
    }
}
