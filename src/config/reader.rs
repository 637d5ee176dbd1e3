//! Takes values out of a tree of settings and collects what is wrong with them.

use crate::config::node::Key;
use crate::config::node::Node;
use crate::config::node::Value;
use crate::config::validate;
use crate::lint::meta::Severity;
use crate::text::lang::Lang;
use crate::text::nearest;
use crate::text::notice::Notice;
use crate::text::source::Source;
use crate::text::span::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Collects what is wrong with a settings file.
pub struct Reader<'a> {
    /// The settings file.
    pub source: &'a Source,
    /// What stands for `{lang}` in paths, by language.
    pub lang_paths: BTreeMap<Lang, String>,
    /// What is wrong so far.
    pub notices: Vec<Notice>,
}

impl Reader<'_> {
    /// Tells a problem at a place.
    pub fn tell(&mut self, notice: Notice, at: Span) {
        self.notices.push(notice.at(self.source, at));
    }

    /// Takes a language.
    pub fn lang(&mut self, node: &Node, key: &str) -> Option<Lang> {
        let tag = self.text(node, key)?;
        self.tag(&tag, node.span)
    }

    /// Takes a language from its tag; how it is written is how paths write it, unless told otherwise.
    pub fn tag(&mut self, tag: &str, at: Span) -> Option<Lang> {
        if !validate::is_lang_tag(tag) {
            self.tell(Notice::new("config-lang").arg("tag", tag), at);
            return None;
        }
        let lang = Lang::new(tag);
        self.lang_paths
            .entry(lang.clone())
            .or_insert_with(|| tag.to_owned());
        Some(lang)
    }

    /// Takes a severity. `off` is `false` to some who write YAML.
    pub fn severity(&mut self, node: &Node) -> Option<Severity> {
        let known = ["off", "info", "warning", "error"];
        let name = match &node.value {
            Value::Bool(false) => "off",
            Value::Text(name) => name.as_str(),
            _ => "",
        };
        let severity = Severity::from_name(name);
        if severity.is_none() {
            let notice = Notice::new("config-severity")
                .arg("value", self.source.slice(node.span))
                .arg("nearest", nearest::nearest(name, known).unwrap_or("off"));
            self.tell(notice, node.span);
        }
        severity
    }

    /// Takes a text that is not empty.
    pub fn text(&mut self, node: &Node, key: &str) -> Option<String> {
        match &node.value {
            Value::Text(text) if !text.trim().is_empty() => Some(text.clone()),
            _ => {
                self.tell(Notice::new("config-not-text").arg("key", key), node.span);
                None
            }
        }
    }

    /// Takes `true` or `false`.
    pub fn switch(&mut self, node: &Node, key: &str) -> Option<bool> {
        match node.value {
            Value::Bool(is_on) => Some(is_on),
            _ => {
                self.tell(Notice::new("config-not-switch").arg("key", key), node.span);
                None
            }
        }
    }

    /// Takes a list of texts; a single text is a list of one.
    pub fn texts(&mut self, node: &Node, key: &str) -> Vec<String> {
        let items = items(node).iter();
        items.filter_map(|item| self.text(item, key)).collect()
    }

    /// Returns the entries of a map in order; a repeated key is told and left out.
    pub fn entries<'n>(&mut self, node: &'n Node, name: &str) -> Vec<(&'n Key, &'n Node)> {
        let mut found: Vec<(&Key, &Node)> = Vec::new();
        match &node.value {
            Value::Map(entries) => {
                let mut seen = BTreeSet::new();
                for (key, value) in entries {
                    if seen.insert(key.name.as_str()) {
                        found.push((key, value));
                    } else {
                        let notice = Notice::new("config-duplicate-key").arg("key", &key.name);
                        self.tell(notice, key.span);
                    }
                }
            }
            Value::Null => {}
            _ => self.tell(Notice::new("config-not-map").arg("key", name), node.span),
        }
        found
    }

    /// Returns a map's values by key, those that hold nothing left out. Unknown keys are told with the nearest known one.
    pub fn map<'n>(
        &mut self,
        node: &'n Node,
        name: &str,
        known: &[&str],
    ) -> BTreeMap<&'n str, &'n Node> {
        let mut values = BTreeMap::new();
        for (key, value) in self.entries(node, name) {
            if !known.contains(&key.name.as_str()) {
                let nearest = nearest::nearest(&key.name, known.iter().copied());
                let notice = Notice::new("config-unknown-key")
                    .arg("key", &key.name)
                    .arg("nearest", nearest.unwrap_or_default());
                self.tell(notice, key.span);
            } else if !value.is_null() {
                values.insert(key.name.as_str(), value);
            }
        }
        values
    }
}

/// Returns a list's items; a single value is a list of one.
pub fn items(node: &Node) -> &[Node] {
    match &node.value {
        Value::List(items) => items,
        Value::Null => &[],
        _ => std::slice::from_ref(node),
    }
}
