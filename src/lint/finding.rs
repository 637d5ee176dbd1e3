//! Findings: what a rule has to say, at one place.

use crate::lint::fix::Fix;
use crate::lint::meta::{RuleMeta, Severity};
use crate::text::source::Source;
use crate::text::span::Span;

/// One thing a rule has to say.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule.
    pub rule: &'static RuleMeta,
    /// Severity in force.
    pub severity: Severity,
    /// Where: mostly in the draft.
    pub at: Location,
    /// Places that belong to it: mostly the source segment.
    pub related: Vec<Location>,
    /// Named arguments of the message.
    pub args: Vec<(&'static str, String)>,
    /// How to mend it, when that is sure.
    pub fix: Option<Fix>,
}

/// A place in a file.
#[derive(Clone, Debug)]
pub struct Location {
    /// The file.
    pub source: Source,
    /// Bytes of it.
    pub span: Span,
}

impl Finding {
    /// Adds a named argument of the message.
    pub fn arg(&mut self, name: &'static str, value: impl ToString) -> &mut Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// Returns the arguments as text, each on a line of its own behind a line break: what the finding says, whatever the language.
    pub fn arguments(&self) -> String {
        let lines = self.args.iter();
        lines
            .map(|(name, value)| format!("\n{name}={value}"))
            .collect()
    }

    /// Adds a place that belongs to it.
    pub fn related(&mut self, at: Location) -> &mut Self {
        self.related.push(at);
        self
    }

    /// Adds a way to mend it.
    pub fn fix(&mut self, fix: Fix) -> &mut Self {
        self.fix = Some(fix);
        self
    }
}
