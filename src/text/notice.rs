//! What goes wrong, told without words: a message id and its arguments, so that the tool can say it in any language.

use crate::text::source::Source;
use crate::text::span::Span;
use std::fmt;

/// Something to tell a person. The words stand in `i18n/*.ftl` under [`Notice::id`]: place, cause, mend.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Message id of the interface's words (`config-unknown-key`).
    pub id: &'static str,
    /// Named arguments of the message.
    pub args: Vec<(&'static str, String)>,
    /// Where in a file, when there is such a place: written before the message as `path:line:column: `.
    pub at: Option<(Source, Span)>,
}

impl Notice {
    /// Makes a notice without arguments.
    pub const fn new(id: &'static str) -> Self {
        Self {
            id,
            args: Vec::new(),
            at: None,
        }
    }

    /// Adds a named argument.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// Adds the place.
    #[must_use]
    pub fn at(mut self, source: &Source, span: Span) -> Self {
        self.at = Some((source.clone(), span));
        self
    }
}

/// For logs and tests only: people are shown the message of their language.
impl fmt::Display for Notice {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.id)?;
        self.args
            .iter()
            .try_for_each(|(name, value)| write!(out, " {name}={value}"))
    }
}

impl std::error::Error for Notice {}
