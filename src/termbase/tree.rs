//! A YAML file as a tree with places, and reading typed values out of it.

use crate::text::nearest::nearest;
use crate::text::notice::Notice;
use crate::text::source::Source;
use crate::text::span::Span;

/// A value and where it stands.
#[derive(Clone, Debug)]
pub struct Node {
    /// Its bytes.
    pub span: Span,
    /// What stands there.
    pub value: Value,
}

/// A value of YAML. Numbers and booleans stay as they are written.
#[derive(Clone, Debug)]
pub enum Value {
    /// `null`, `~` or nothing.
    Null,
    /// A scalar.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Keys with their places, and values, in the file's order.
    Map(Vec<(String, Span, Node)>),
}

/// Reads typed values and gathers what is wrong.
pub struct Reader<'a> {
    /// The file.
    pub source: &'a Source,
    /// What is wrong so far.
    pub notices: Vec<Notice>,
}

impl Reader<'_> {
    /// Tells that something is wrong at a place.
    pub fn tell(&mut self, notice: Notice, span: Span) {
        self.notices.push(notice.at(self.source, span));
    }

    /// Returns the entries of a map; keys that are unknown or stand twice are told and left out.
    pub fn map<'n>(&mut self, node: &'n Node, known: &[&str]) -> Vec<(&'n str, &'n Node)> {
        let Value::Map(entries) = &node.value else {
            self.wrong_type(node, "map");
            return Vec::new();
        };
        let mut seen: Vec<(&str, &Node)> = Vec::new();
        for (key, span, value) in entries {
            if !known.contains(&key.as_str()) {
                let nearest = nearest(key, known.iter().copied()).unwrap_or_default();
                let notice = Notice::new("glossary-unknown-key");
                self.tell(notice.arg("key", key).arg("nearest", nearest), *span);
            } else if seen.iter().any(|(other, _)| other == key) {
                self.tell(Notice::new("glossary-duplicate-key").arg("key", key), *span);
            } else {
                seen.push((key, value));
            }
        }
        seen
    }

    /// Reads a text.
    pub fn text(&mut self, node: &Node) -> Option<String> {
        match &node.value {
            Value::Text(text) => Some(text.clone()),
            Value::Null => None,
            _ => {
                self.wrong_type(node, "text");
                None
            }
        }
    }

    /// Reads a text or a list of texts; empty ones are told and left out.
    pub fn texts(&mut self, node: &Node) -> Vec<String> {
        let nodes = match &node.value {
            Value::List(items) => items.iter().collect(),
            _ => vec![node],
        };
        let mut texts = Vec::new();
        for node in nodes {
            match self.text(node) {
                Some(text) if text.trim().is_empty() => {
                    self.tell(Notice::new("glossary-empty-term"), node.span);
                }
                text => texts.extend(text),
            }
        }
        texts
    }

    /// Reads `true` or `false`.
    pub fn flag(&mut self, key: &str, node: &Node) -> Option<bool> {
        self.choice(key, node, &[("true", true), ("false", false)])
    }

    /// Reads one of several words.
    pub fn choice<T: Copy>(&mut self, key: &str, node: &Node, choices: &[(&str, T)]) -> Option<T> {
        let text = self.text(node)?;
        let found = choices.iter().find(|(name, _)| *name == text);
        if found.is_none() {
            let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
            let notice = Notice::new("glossary-bad-value")
                .arg("key", key)
                .arg("value", text);
            self.tell(notice.arg("expected", names.join(", ")), node.span);
        }
        found.map(|(_, value)| *value)
    }

    /// Tells that a value is of the wrong kind.
    pub fn wrong_type(&mut self, node: &Node, expected: &str) {
        let found = match &node.value {
            Value::Null => "nothing",
            Value::Text(_) => "text",
            Value::List(_) => "list",
            Value::Map(_) => "map",
        };
        let notice = Notice::new("glossary-wrong-type").arg("expected", expected);
        self.tell(notice.arg("found", found), node.span);
    }
}
