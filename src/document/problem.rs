//! What is wrong with a file's syntax. Reading never fails: a problem becomes a finding of a `syntax/*` rule.

use crate::text::span::Span;

/// One flaw in a file's syntax.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub kind: ProblemKind,
    /// Where.
    pub span: Span,
    /// The offending piece, or the parser's words.
    pub detail: String,
}

/// Kinds of syntax problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProblemKind {
    /// Front matter that never closes, or is no valid YAML or TOML.
    FrontMatterMalformed,
    /// A message file that is no valid JSON, YAML or TOML, or says one key twice.
    MessagesMalformed,
    /// A container directive (`:::`) that never closes.
    DirectiveUnclosed,
    /// A code fence that never closes.
    FenceUnclosed,
    /// `**` or `*` that stays literal because of the punctuation beside it (CommonMark's flanking rule).
    EmphasisUnclosed,
    /// A comment that never closes.
    CommentUnclosed,
    /// Conflict markers of a merge.
    ConflictMarkers,
    /// Nesting so deep that the rest is taken as one opaque piece.
    NestingTooDeep,
}
