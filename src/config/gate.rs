//! What fails a check: the key `gate`.

use crate::config::config::Gate;
use crate::config::config::LeastCoverage;
use crate::config::node::Node;
use crate::config::node::Value;
use crate::config::reader::Reader;
use crate::config::validate;
use crate::lint::meta::Severity;
use crate::progress::age;
use crate::text::notice::Notice;
use std::collections::BTreeMap;

/// The keys of `gate`.
const KEYS: &[&str] = &[
    "min-coverage",
    "fail-on",
    "baseline",
    "ratchet",
    "max-stale-age",
];

impl Reader<'_> {
    /// Reads the gate; findings of severity `error` fail where it says nothing.
    pub fn gate(&mut self, node: Option<&Node>) -> Gate {
        let mut gate = Gate {
            min_coverage: LeastCoverage::default(),
            fail_on: Severity::Error,
            baseline: None,
            ratchet: None,
            max_stale_age: None,
        };
        let Some(node) = node else {
            return gate;
        };
        let entries = self.map(node, "gate", KEYS);
        if let Some(node) = entries.get("min-coverage") {
            gate.min_coverage = self.least_coverage(node);
        }
        if let Some(node) = entries.get("fail-on")
            && let Some(severity) = self.severity(node)
        {
            gate.fail_on = severity;
        }
        let mut file = |key: &str| {
            let node = entries.get(key)?;
            let path = self.text(node, key)?;
            if !validate::stays_inside(&path) {
                self.tell(Notice::new("config-outside").arg("path", &path), node.span);
            }
            Some(path)
        };
        gate.baseline = file("baseline");
        gate.ratchet = file("ratchet");
        if let Some(node) = entries.get("max-stale-age") {
            gate.max_stale_age = self.days(node);
        }
        gate
    }

    /// Reads one number for everything, or one for each language.
    fn least_coverage(&mut self, node: &Node) -> LeastCoverage {
        if !matches!(node.value, Value::Map(_)) {
            return LeastCoverage {
                of_all: self.percent(node),
                by_lang: BTreeMap::new(),
            };
        }
        let mut by_lang = BTreeMap::new();
        for (key, node) in self.entries(node, "min-coverage") {
            if let (Some(lang), Some(least)) = (self.tag(&key.name, key.span), self.percent(node)) {
                by_lang.insert(lang, (least, key.span));
            }
        }
        LeastCoverage {
            of_all: None,
            by_lang,
        }
    }

    /// Reads how long: `30d`, `6w`, or days as a number.
    fn days(&mut self, node: &Node) -> Option<u32> {
        let days = match &node.value {
            Value::Text(text) => age::days(text),
            Value::Number(days) => age::days(&days.to_string()),
            _ => None,
        };
        if days.is_none() {
            self.tell(Notice::new("config-age"), node.span);
        }
        days
    }

    /// Takes a number from 0 to 100.
    pub fn percent(&mut self, node: &Node) -> Option<f64> {
        match node.value {
            Value::Number(least) if (0.0..=100.0).contains(&least) => Some(least),
            _ => {
                self.tell(Notice::new("config-coverage"), node.span);
                None
            }
        }
    }
}
