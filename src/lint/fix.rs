//! Ways to mend a finding.

use crate::text::edit::Edit;

/// Edits of the finding's file that mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// The edits, all of the file that the finding stands in.
    pub edits: Vec<Edit>,
    /// Who may apply it.
    pub applicability: Applicability,
}

/// Who may apply a fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applicability {
    /// Keeps the meaning: `--fix` applies it.
    Safe,
    /// Needs consent: `--unsafe-fixes` applies it.
    Unsafe,
    /// Only shown.
    DisplayOnly,
}

impl Applicability {
    /// Returns the name used in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Unsafe => "unsafe",
            Self::DisplayOnly => "display-only",
        }
    }
}
