//! A concept: what several terms in two languages stand for (TBX: concept entry).

use crate::text::source::Source;
use crate::text::span::Span;

/// One entry of a glossary: all surface forms of one concept, and what may stand for it in the target.
///
/// `part_of_speech`, `domain` and `origin` are for people: no check reads them.
#[derive(Clone, Debug)]
pub struct Concept {
    /// Unique name; made from the first source form where the file gives none.
    pub id: String,
    /// Whether the file gives the name.
    pub has_own_id: bool,
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
    /// Which English spelling is asked for.
    pub spelling: Spelling,
    /// Whether English forms are generated.
    pub is_inflected: bool,
    /// `approved` unless the file says otherwise.
    pub status: Status,
    /// How bad a wrong term is; `None`: what the rule says.
    pub severity: Option<EntrySeverity>,
    /// Where the entry is in force.
    pub when: When,
    /// Part of speech.
    pub part_of_speech: Option<String>,
    /// The abbreviation that stands for it.
    pub abbreviation: Option<String>,
    /// What the first mention of a document asks for.
    pub first: FirstMention,
    /// How many mentions are asked for.
    pub occurrence: Occurrence,
    /// Within which scope one target must be kept to.
    pub consistency: Consistency,
    /// Subject field.
    pub domain: Option<String>,
    /// What it means.
    pub definition: Option<String>,
    /// Advice for translators.
    pub note: Option<String>,
    /// Where the entry came from (`glossary.csv:86`).
    pub origin: Option<String>,
    /// The entry's own tests.
    pub examples: Vec<Example>,
    /// Where it stands: file and bytes.
    pub at: (Source, Span),
}

impl Concept {
    /// Makes a concept of nothing but its place and first source form.
    pub fn new(source: Vec<String>, at: (Source, Span)) -> Self {
        Self {
            id: source.first().cloned().unwrap_or_default(),
            has_own_id: false,
            source,
            target: None,
            allow: Vec::new(),
            forbid: Vec::new(),
            forbid_always: Vec::new(),
            family: Vec::new(),
            not_in: Vec::new(),
            is_dnt: false,
            case: CaseMode::default(),
            is_hyphen_exact: false,
            spelling: Spelling::default(),
            is_inflected: true,
            status: Status::default(),
            severity: None,
            when: When::default(),
            part_of_speech: None,
            abbreviation: None,
            first: FirstMention::default(),
            occurrence: Occurrence::default(),
            consistency: Consistency::default(),
            domain: None,
            definition: None,
            note: None,
            origin: None,
            examples: Vec::new(),
            at,
        }
    }
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

/// Which English spelling is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spelling {
    /// American (`color`).
    #[default]
    American,
    /// British (`colour`).
    British,
    /// Either.
    Any,
}

/// What the first mention of a document asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FirstMention {
    /// Nothing.
    #[default]
    Plain,
    /// The full term, with the abbreviation in brackets.
    Expand,
    /// The source term in brackets.
    Gloss,
}

impl FirstMention {
    /// Returns its name in a glossary file; none for what goes without saying.
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Expand => Some("expand"),
            Self::Gloss => Some("gloss"),
        }
    }
}

/// How many mentions are asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Occurrence {
    /// One for all that stand in the source segment.
    #[default]
    Any,
    /// One for each.
    Each,
}

impl Occurrence {
    /// Returns its name in a glossary file; none for what goes without saying.
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::Any => None,
            Self::Each => Some("each"),
        }
    }
}

/// Within which scope one target must be kept to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Consistency {
    /// Any admitted target, everywhere.
    #[default]
    Free,
    /// One in each document.
    File,
    /// One in the whole project.
    Project,
}

impl Consistency {
    /// Returns its name in a glossary file; none for what goes without saying.
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::Free => None,
            Self::File => Some("file"),
            Self::Project => Some("project"),
        }
    }
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

/// How bad a wrong term is, as its entry says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntrySeverity {
    /// Not reported.
    Off,
    /// Worth knowing.
    Info,
    /// Probably wrong.
    Warning,
    /// Wrong.
    Error,
}

/// Where an entry is in force: all that is named must be met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// Globs of source or target paths; none: everywhere.
    pub paths: Vec<String>,
    /// A heading above the unit.
    pub heading: Option<String>,
    /// A regular expression on the source text.
    pub source_pattern: Option<String>,
}

/// A pair of texts that shows an entry at work, and the rules it must break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The source text.
    pub source: String,
    /// The target text.
    pub target: String,
    /// Rule ids that must be reported; none: the pair is right.
    pub expect: Vec<String>,
}
