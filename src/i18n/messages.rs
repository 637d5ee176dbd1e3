//! Message patterns of one interface language.

use crate::i18n::interface::Interface;
use crate::lint::finding::Finding;
use crate::lint::meta::RuleMeta;

/// The words of one interface language, English behind it.
pub struct Messages {
    interface: Interface,
}

impl Messages {
    /// Makes the words of `interface`; every rule brings its English pattern along.
    pub fn new<'a>(rules: impl Iterator<Item = &'a RuleMeta>, interface: Interface) -> Self {
        let _ = rules;
        Self { interface }
    }

    /// Returns the language.
    pub fn interface(&self) -> Interface {
        self.interface
    }

    /// Returns a message without arguments.
    pub fn text(&self, id: &str) -> String {
        id.to_owned()
    }

    /// Returns a message with arguments.
    pub fn format(&self, id: &str, args: &[(&str, &str)]) -> String {
        let _ = args;
        id.to_owned()
    }

    /// Returns what a finding says.
    pub fn finding(&self, finding: &Finding) -> String {
        finding.rule.message.to_owned()
    }
}
