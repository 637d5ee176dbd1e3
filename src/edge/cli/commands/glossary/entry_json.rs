//! A glossary entry as the subcommands print it in JSON.

use crate::termbase::concept::Concept;
use crate::termbase::concept::Status;
use serde::Serialize;

/// One entry.
#[derive(Debug, Serialize)]
pub struct EntryJson<'a> {
    /// Its unique name.
    pub id: &'a str,
    /// Source forms.
    pub src: &'a [String],
    /// The preferred target.
    pub tgt: Option<&'a str>,
    /// Admitted targets.
    pub allow: &'a [String],
    /// Targets that are wrong for it.
    pub forbid: Vec<&'a str>,
    /// Whether it must not be translated.
    pub dnt: bool,
    /// How far it is agreed on.
    pub status: &'static str,
    /// Subject field.
    pub domain: Option<&'a str>,
    /// Advice for translators.
    pub note: Option<&'a str>,
    /// The file it stands in.
    pub file: &'a str,
    /// The line it stands in.
    pub line: u32,
}

impl<'a> EntryJson<'a> {
    /// Takes what there is to tell of an entry.
    pub fn of(concept: &'a Concept) -> Self {
        let forbid = concept.forbid.iter().chain(&concept.forbid_always);
        Self {
            id: &concept.id,
            src: &concept.source,
            tgt: concept.target.as_deref(),
            allow: &concept.allow,
            forbid: forbid.map(String::as_str).collect(),
            dnt: concept.is_dnt,
            status: status_name(concept.status),
            domain: concept.domain.as_deref(),
            note: concept.note.as_deref(),
            file: concept.at.0.name(),
            line: concept.at.0.line_of(concept.at.1.start),
        }
    }
}

/// Returns a status as glossary files write it.
pub const fn status_name(status: Status) -> &'static str {
    match status {
        Status::Proposed => "proposed",
        Status::Approved => "approved",
        Status::Deprecated => "deprecated",
    }
}
