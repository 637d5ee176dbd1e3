//! Where a check puts what it finds.

use crate::lint::finding::{Finding, Location};
use crate::lint::meta::{RuleMeta, Severity};

/// Collects the findings of one rule.
pub struct Sink<'a> {
    rule: &'static RuleMeta,
    findings: &'a mut Vec<Finding>,
}

impl<'a> Sink<'a> {
    /// Makes a sink for one rule.
    pub fn new(rule: &'static RuleMeta, findings: &'a mut Vec<Finding>) -> Self {
        Self { rule, findings }
    }

    /// Reports one finding; add arguments and places to what comes back.
    pub fn report(&mut self, at: Location) -> &mut Finding {
        self.findings.push(Finding {
            rule: self.rule,
            severity: self.rule.severity,
            at,
            related: Vec::new(),
            args: Vec::new(),
            fix: None,
        });
        self.findings.last_mut().expect("just pushed")
    }

    /// Reports one finding at another severity than the rule's own.
    pub fn report_as(&mut self, severity: Severity, at: Location) -> &mut Finding {
        let finding = self.report(at);
        finding.severity = severity;
        finding
    }
}
