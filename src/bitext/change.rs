//! What changed in a source text, and how much it matters to its translation.

/// How much a source change matters, from least to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// White space and punctuation width only.
    Cosmetic,
    /// Link targets, emphasis, code marks only.
    Markup,
    /// Digits and numbers only.
    Number,
    /// At least 0.9 similar.
    Minor,
    /// Anything else.
    Rewrite,
}

impl Change {
    /// Returns the name used in JSON and messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cosmetic => "cosmetic",
            Self::Markup => "markup",
            Self::Number => "number",
            Self::Minor => "minor",
            Self::Rewrite => "rewrite",
        }
    }
}

/// Classifies the change from `old` to `new`.
pub fn classify(old: &str, new: &str) -> Change {
    let _ = (old, new);
    Change::Rewrite
}
