//! A concept: what several terms in two languages stand for (TBX: concept entry).

use crate::text::source::Source;
use crate::text::span::Span;

/// One entry of a glossary: all surface forms of one concept, and what may stand for it in the target.
#[derive(Clone, Debug)]
pub struct Concept {
    /// Unique name; made from the first source form where the file gives none.
    pub id: String,
    /// Source surface forms.
    pub source: Vec<String>,
    /// The preferred target; `None`: known, not checked.
    pub target: Option<String>,
    /// Admitted targets.
    pub allow: Vec<String>,
    /// Targets that are wrong where this source term occurs.
    pub forbid: Vec<String>,
    /// Targets that are wrong anywhere in the target text.
    pub forbid_always: Vec<String>,
    /// Other forms that count: `recursive`, `recursively` for recursion.
    pub family: Vec<String>,
    /// Longer source strings in which the term is not a term.
    pub not_in: Vec<String>,
    /// Do not translate: the source form itself must stand in the target.
    pub is_dnt: bool,
    /// How upper and lower case count.
    pub case: CaseMode,
    /// `exact`: hyphen, space and closed writing differ.
    pub is_hyphen_exact: bool,
    /// Whether English forms are generated.
    pub is_inflected: bool,
    /// `approved` unless the file says otherwise.
    pub status: Status,
    /// What it means.
    pub definition: Option<String>,
    /// Advice for translators.
    pub note: Option<String>,
    /// Where it stands: file and bytes.
    pub at: (Source, Span),
}

/// How upper and lower case count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CaseMode {
    /// Lower-case terms match any case; terms with capitals match as written, or in an all-capital or title context.
    #[default]
    Smart,
    /// As written.
    Exact,
    /// Any case.
    Ignore,
}

/// How far an entry is agreed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Not yet agreed on: findings are infos.
    Proposed,
    /// In force.
    #[default]
    Approved,
    /// No longer in force.
    Deprecated,
}
