//! From a tree of values to the settings: every key known, every value of the right kind, all problems at once.

use crate::config::config::Config;
use crate::config::config::Content;
use crate::config::config::Override;
use crate::config::config::SegmentationFiles;
use crate::config::config::Sync;
use crate::config::node::Node;
use crate::config::node::Value;
use crate::config::reader;
use crate::config::reader::Reader;
use crate::config::validate;
use crate::document::dialect::Dialect;
use crate::draft::step::NewText;
use crate::lint::meta::Severity;
use crate::lint::select;
use crate::markdown::settings::ReadSettings;
use crate::rules::RULES;
use crate::termbase::concept::Spelling;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use crate::text::sentence::ReportingClause;
use crate::text::source::Source;
use std::collections::BTreeMap;

/// The lock's path unless the project says otherwise.
pub const DEFAULT_LOCK: &str = ".duizhao/lock/{lang}/{path}.jsonl";

/// Where glossaries are unless the project says otherwise.
const DEFAULT_GLOSSARY: [&str; 2] = ["glossary/*.yaml", "glossary/*.yml"];

/// The keys a settings file may have.
const KEYS: &[&str] = &[
    "version",
    "source",
    "targets",
    "content",
    "exclude",
    "front-matter",
    "glossary",
    "lock",
    "rules",
    "overrides",
    "links",
    "style",
    "segmentation",
    "gate",
    "sync",
    "cache",
];

/// Reads and checks the settings in `root`.
pub fn read(source: &Source, root: &Node) -> Result<Config, Vec<Notice>> {
    let mut reader = Reader {
        source,
        lang_paths: BTreeMap::new(),
        notices: Vec::new(),
    };
    let config = reader.config(root);
    let mut notices = reader.notices;
    match config {
        Some(config) if notices.is_empty() => Ok(config),
        _ => {
            notices.sort_by_key(|notice| notice.at.as_ref().map(|(_, span)| span.start));
            Err(notices)
        }
    }
}

impl Reader<'_> {
    fn config(&mut self, root: &Node) -> Option<Config> {
        let entries = self.map(root, "duizhao.yaml", KEYS);
        self.version(root, entries.get("version").copied());
        for key in ["source", "targets", "content"] {
            if !entries.contains_key(key) {
                self.tell(Notice::new("config-missing-key").arg("key", key), root.span);
            }
        }
        let source = entries
            .get("source")
            .and_then(|node| self.lang(node, "source"));
        let targets = entries.get("targets").map(|node| self.targets(node));
        let content = entries.get("content").map(|node| self.content_list(node));
        let texts = |reader: &mut Self, key: &str| {
            let node = entries.get(key).copied();
            node.map(|node| reader.texts(node, key))
        };
        let exclude = texts(self, "exclude").unwrap_or_default();
        let glossary = texts(self, "glossary");
        for (key, globs) in [("exclude", &exclude)]
            .into_iter()
            .chain(glossary.as_ref().map(|globs| ("glossary", globs)))
        {
            let at = entries.get(key).map_or(root.span, |node| node.span);
            validate::globs(self, globs, at);
        }
        let glossary = glossary.unwrap_or_else(|| DEFAULT_GLOSSARY.map(str::to_owned).to_vec());
        let front_matter = entries
            .get("front-matter")
            .and_then(|node| self.inner_texts(node, "front-matter", "translate"));
        let lock = entries.get("lock").and_then(|node| self.text(node, "lock"));
        let rules = entries.get("rules").map(|node| self.rules(node));
        let overrides = entries.get("overrides").map(|node| self.overrides(node));
        let locale_map = entries.get("links").map(|node| self.links(node));
        let spelling = entries.get("style").and_then(|node| self.style(node));
        let segmentation = entries
            .get("segmentation")
            .map(|node| self.segmentation(node));
        let gate = self.gate(entries.get("gate").copied());
        let sync = entries.get("sync").map(|node| self.sync(node));
        let cache = entries
            .get("cache")
            .and_then(|node| self.switch(node, "cache"));
        let config = Config {
            source: source?,
            targets: targets?,
            content: content?,
            exclude,
            front_matter: front_matter.unwrap_or_else(|| ReadSettings::default().front_matter),
            glossary,
            lock: lock.unwrap_or_else(|| DEFAULT_LOCK.to_owned()),
            rules: rules.unwrap_or_default(),
            overrides: overrides.unwrap_or_default(),
            locale_map: locale_map.unwrap_or_default(),
            lang_paths: std::mem::take(&mut self.lang_paths),
            spelling,
            segmentation: segmentation.unwrap_or_default(),
            gate,
            sync: sync.unwrap_or_default(),
            cache,
        };
        let lock_at = entries.get("lock").map_or(root.span, |node| node.span);
        validate::lock(self, &config, lock_at);
        validate::content(self, &config);
        validate::gate(self, &config);
        Some(config)
    }

    fn version(&mut self, root: &Node, node: Option<&Node>) {
        match node.map(|node| (&node.value, node.span)) {
            Some((Value::Number(1.0), _)) => {}
            Some((_, span)) => self.tell(Notice::new("config-version"), span),
            None => self.tell(
                Notice::new("config-missing-key").arg("key", "version"),
                root.span,
            ),
        }
    }

    /// Reads languages: a tag, or `{lang: zh-Hans, path: zh_cn}` where folders call it otherwise.
    fn targets(&mut self, node: &Node) -> Vec<Lang> {
        let mut langs: Vec<Lang> = Vec::new();
        for item in reader::items(node) {
            let lang = if matches!(item.value, Value::Map(_)) {
                let entries = self.map(item, "targets", &["lang", "path"]);
                let lang = entries.get("lang").and_then(|node| self.lang(node, "lang"));
                let path = entries.get("path").and_then(|node| self.text(node, "path"));
                if path
                    .as_deref()
                    .is_some_and(|path| !validate::stays_inside(path))
                {
                    let notice =
                        Notice::new("config-outside").arg("path", path.unwrap_or_default());
                    self.tell(notice, item.span);
                } else if let (Some(lang), Some(path)) = (&lang, path) {
                    self.lang_paths.insert(lang.clone(), path);
                }
                if !entries.contains_key("lang") {
                    let notice = Notice::new("config-missing-key").arg("key", "lang");
                    self.tell(notice, item.span);
                }
                lang
            } else {
                self.lang(item, "targets")
            };
            match lang {
                Some(lang) if langs.contains(&lang) => {
                    self.tell(Notice::new("config-lang-twice").arg("tag", lang), item.span);
                }
                Some(lang) => langs.push(lang),
                None => {}
            }
        }
        if reader::items(node).is_empty() {
            self.tell(
                Notice::new("config-empty-list").arg("key", "targets"),
                node.span,
            );
        }
        langs
    }

    fn content_list(&mut self, node: &Node) -> Vec<Content> {
        if reader::items(node).is_empty() {
            let notice = Notice::new("config-empty-list").arg("key", "content");
            self.tell(notice, node.span);
        }
        reader::items(node)
            .iter()
            .filter_map(|item| self.content(item))
            .collect()
    }

    fn content(&mut self, node: &Node) -> Option<Content> {
        let known = &["source", "target", "source-lang", "targets", "dialect"];
        let entries = self.map(node, "content", known);
        for key in ["source", "target"] {
            if !entries.contains_key(key) && matches!(node.value, Value::Map(_)) {
                self.tell(Notice::new("config-missing-key").arg("key", key), node.span);
            }
        }
        let source = entries
            .get("source")
            .and_then(|node| self.text(node, "source"));
        let target = entries
            .get("target")
            .and_then(|node| self.text(node, "target"));
        let source_lang = entries
            .get("source-lang")
            .and_then(|node| self.lang(node, "source-lang"));
        let targets = entries.get("targets").map(|node| self.targets(node));
        let dialect = entries.get("dialect").and_then(|node| self.dialect(node));
        Some(Content {
            source: source?,
            target: target?,
            source_lang,
            targets,
            dialect,
            at: node.span,
        })
    }

    fn dialect(&mut self, node: &Node) -> Option<Dialect> {
        let name = self.text(node, "dialect")?;
        let dialect = Dialect::from_name(&name);
        if dialect.is_none() {
            let notice = Notice::new("config-dialect").arg("value", name);
            self.tell(notice, node.span);
        }
        dialect
    }

    fn rules(&mut self, node: &Node) -> BTreeMap<String, Severity> {
        let mut rules = BTreeMap::new();
        for (key, value) in self.entries(node, "rules") {
            validate::rule(self, key);
            for (name, severity) in self.severities_of_rule(&key.name, value) {
                rules.insert(name, severity);
            }
        }
        rules
    }

    /// Reads `off`, `warning` … or `{severity: warning}`; a rule that knows classes takes them beside: `{severity: error, markup: off}`.
    fn severities_of_rule(&mut self, name: &str, node: &Node) -> Vec<(String, Severity)> {
        if !matches!(node.value, Value::Map(_)) {
            let severity = self.severity(node);
            return severity
                .map(|one| (name.to_owned(), one))
                .into_iter()
                .collect();
        }
        let rule = RULES.iter().find(|rule| rule.meta.id == name);
        let classes = rule.map_or(&[][..], |rule| rule.meta.classes);
        let classes = classes.iter().map(|(class, _)| *class);
        let known: Vec<&str> = std::iter::once("severity").chain(classes).collect();
        let mut severities = Vec::new();
        for (key, node) in self.map(node, "rules", &known) {
            if let Some(severity) = self.severity(node) {
                let name = match key {
                    "severity" => name.to_owned(),
                    class => select::class_name(name, class),
                };
                severities.push((name, severity));
            }
        }
        severities
    }

    fn overrides(&mut self, node: &Node) -> Vec<Override> {
        let mut overrides = Vec::new();
        for item in reader::items(node) {
            let entries = self.map(item, "overrides", &["paths", "rules", "min-coverage"]);
            let paths = entries
                .get("paths")
                .map_or_else(Vec::new, |node| self.texts(node, "paths"));
            validate::globs(self, &paths, item.span);
            let rules = entries
                .get("rules")
                .map_or_else(BTreeMap::new, |node| self.rules(node));
            let min_coverage = entries.get("min-coverage");
            overrides.push(Override {
                min_coverage: min_coverage.and_then(|node| self.percent(node)),
                paths,
                rules,
            });
        }
        overrides
    }

    fn links(&mut self, node: &Node) -> Vec<(String, String)> {
        let entries = self.map(node, "links", &["locale-map"]);
        let Some(map) = entries.get("locale-map") else {
            return Vec::new();
        };
        let pairs = self.entries(map, "locale-map").into_iter();
        let pairs = pairs.filter_map(|(key, value)| {
            let target = self.text(value, &key.name)?;
            Some((key.name.clone(), target))
        });
        pairs.collect()
    }

    fn style(&mut self, node: &Node) -> Option<Spelling> {
        let entries = self.map(node, "style", &["spelling"]);
        let node = entries.get("spelling")?;
        match self.text(node, "spelling")?.as_str() {
            "us" => Some(Spelling::American),
            "gb" | "uk" => Some(Spelling::British),
            other => {
                self.tell(
                    Notice::new("config-spelling").arg("value", other),
                    node.span,
                );
                None
            }
        }
    }

    fn sync(&mut self, node: &Node) -> Sync {
        let entries = self.map(node, "sync", &["new"]);
        let mut sync = Sync::default();
        if let Some(node) = entries.get("new")
            && let Some(name) = self.text(node, "new")
        {
            match NewText::from_name(&name) {
                Some(new) => sync.new = new,
                None => self.tell(Notice::new("config-sync-new").arg("value", name), node.span),
            }
        }
        sync
    }

    fn segmentation(&mut self, node: &Node) -> SegmentationFiles {
        let mut settings = SegmentationFiles::default();
        let entries = self.map(node, "segmentation", &["reporting", "srx", "extend"]);
        if let Some(node) = entries.get("reporting")
            && let Some(name) = self.text(node, "reporting")
        {
            match ReportingClause::from_name(&name) {
                Some(reporting) => settings.reporting = reporting,
                None => self.tell(
                    Notice::new("config-reporting").arg("value", name),
                    node.span,
                ),
            }
        }
        if let Some(node) = entries.get("srx") {
            settings.srx = self.text(node, "srx");
            let path = settings.srx.as_deref();
            if let Some(path) = path.filter(|path| !validate::stays_inside(path)) {
                self.tell(Notice::new("config-outside").arg("path", path), node.span);
            }
        }
        if let Some(node) = entries.get("extend") {
            match node.value {
                Value::Bool(is_extending) => settings.is_extending = is_extending,
                _ => self.tell(Notice::new("config-extend"), node.span),
            }
        }
        settings
    }

    fn inner_texts(&mut self, node: &Node, name: &str, key: &str) -> Option<Vec<String>> {
        let entries = self.map(node, name, &[key]);
        entries.get(key).map(|node| self.texts(node, key))
    }
}
