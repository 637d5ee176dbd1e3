//! What a value must be besides well formed: languages, patterns and globs that can work, rules that exist.

use crate::config::config::Config;
use crate::config::config::Content;
use crate::config::node::Key;
use crate::config::pattern;
use crate::config::reader::Reader;
use crate::lint::select;
use crate::rules::RULES;
use crate::text::nearest;
use crate::text::notice::Notice;
use crate::text::span::Span;

/// Tells whether `tag` has the shape of a BCP 47 tag with a two- or three-letter language (`zh-Hans`, `en`, `zh_cn`).
pub fn is_lang_tag(tag: &str) -> bool {
    let mut parts = tag.split(['-', '_']);
    let primary = parts.next().unwrap_or_default();
    let is_letters = primary.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_subtag = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    is_letters && (2..=3).contains(&primary.len()) && parts.all(is_subtag)
}

/// Tells whether a relative path stays inside the folder it starts from, and is written with `/`.
pub fn stays_inside(path: &str) -> bool {
    let has_drive = path.as_bytes().get(1) == Some(&b':');
    let leaves = path.split('/').any(|part| part == "..");
    !path.starts_with('/') && !has_drive && !leaves && !path.contains('\\')
}

/// Checks globs: they must be well formed and stay inside the project.
pub fn globs(reader: &mut Reader<'_>, globs: &[String], at: Span) {
    for glob in globs {
        if !stays_inside(glob) {
            reader.tell(Notice::new("config-outside").arg("path", glob), at);
        } else if let Err(error) = globset::Glob::new(glob) {
            let notice = Notice::new("config-glob")
                .arg("glob", glob)
                .arg("detail", error.kind());
            reader.tell(notice, at);
        }
    }
}

/// Checks a rule's name: one that is a slip of a known one is told. A name of another version of the program is let pass.
pub fn rule(reader: &mut Reader<'_>, key: &Key) {
    let classes = RULES.iter().flat_map(|rule| {
        let classes = rule.meta.classes.iter();
        classes.map(|(class, _)| select::class_name(rule.meta.id, class))
    });
    let classes: Vec<String> = classes.collect();
    let ids = RULES.iter().map(|rule| rule.meta.id);
    let ids = ids.chain(classes.iter().map(String::as_str));
    let is_known = key.name.contains('*') || ids.clone().any(|id| id == key.name);
    let slip = nearest::nearest(&key.name, ids)
        .filter(|nearest| nearest::distance(&key.name, nearest) <= 2);
    if let (false, Some(nearest)) = (is_known, slip) {
        let notice = Notice::new("config-unknown-rule")
            .arg("rule", &key.name)
            .arg("nearest", nearest);
        reader.tell(notice, key.span);
    }
}

/// Checks the lock's path: every document in every language needs its own.
pub fn lock(reader: &mut Reader<'_>, config: &Config, at: Span) {
    let lock = config.lock.as_str();
    if !shape(reader, lock, at) {
        return;
    }
    if !lock.contains(pattern::PATH) {
        reader.tell(Notice::new("config-no-path").arg("pattern", lock), at);
    }
    let langs = config
        .content
        .iter()
        .flat_map(|content| config.targets_of(content));
    let first = langs.clone().next();
    if langs.into_iter().any(|lang| Some(lang) != first) && !lock.contains(pattern::LANG) {
        reader.tell(Notice::new("config-no-lang").arg("pattern", lock), at);
    }
}

/// Checks the gate: a language that has no documents would never fail.
pub fn gate(reader: &mut Reader<'_>, config: &Config) {
    let targets = || {
        config
            .content
            .iter()
            .flat_map(|content| config.targets_of(content))
    };
    for (lang, (_, at)) in &config.gate.min_coverage.by_lang {
        if targets().all(|target| target != lang) {
            reader.tell(Notice::new("config-coverage-lang").arg("tag", lang), *at);
        }
    }
}

/// Checks content entries.
pub fn content(reader: &mut Reader<'_>, config: &Config) {
    for content in &config.content {
        entry(reader, config, content);
    }
}

fn entry(reader: &mut Reader<'_>, config: &Config, content: &Content) {
    let Content {
        source, target, at, ..
    } = content;
    let is_well_formed = shape(reader, source, *at) & shape(reader, target, *at);
    if !is_well_formed {
        return;
    }
    if source.contains(pattern::PATH) != target.contains(pattern::PATH) {
        let notice = Notice::new("config-path-one-side")
            .arg("source", source)
            .arg("target", target);
        reader.tell(notice, *at);
    }
    let targets = config.targets_of(content);
    if targets.len() > 1 && !target.contains(pattern::LANG) {
        reader.tell(Notice::new("config-no-lang").arg("pattern", target), *at);
    }
    let source_lang = config.source_of(content);
    for lang in targets {
        if lang == source_lang {
            reader.tell(Notice::new("config-same-lang").arg("tag", lang), *at);
        }
        let path = config.lang_path(lang);
        let source_path = source.replace(pattern::LANG, config.lang_path(source_lang));
        if source_path == target.replace(pattern::LANG, path) {
            reader.tell(Notice::new("config-same-path").arg("pattern", target), *at);
        }
    }
}

/// Checks one pattern by itself; tells whether it can be used.
fn shape(reader: &mut Reader<'_>, pattern: &str, at: Span) -> bool {
    let rest = pattern.replace(pattern::LANG, "");
    let problem = if !stays_inside(pattern) {
        Some("config-outside")
    } else if rest.matches(pattern::PATH).count() > 1 {
        Some("config-path-twice")
    } else if rest.replace(pattern::PATH, "").contains(['{', '}', '*']) {
        Some("config-placeholder")
    } else if pattern.ends_with('/') {
        Some("config-no-path")
    } else {
        None
    };
    if let Some(id) = problem {
        let notice = Notice::new(id).arg("pattern", pattern).arg("path", pattern);
        reader.tell(notice, at);
    }
    problem.is_none()
}
