//! Plans the files that make a folder a project: `duizhao.yaml`, and a line of `.gitattributes`.

use crate::config::pattern;
use crate::config::pattern::LANG;
use crate::config::pattern::PATH;
use crate::edge::files::Files;
use crate::edge::project::discover::CONFIG;
use crate::edge::project::layout;
use crate::edge::project::load;
use crate::edge::project::locale;
use crate::edge::project::messages;
use crate::edge::project::propose;
use crate::edge::project::propose::Knowledge;
use crate::edge::project::propose::Proposal;
use crate::edge::project::propose::ProposedContent;
use crate::edge::project::refusal;
use crate::edge::project::sniff;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use camino::{Utf8Path, Utf8PathBuf};
use std::collections::BTreeMap;

/// The file that tells git how to merge locks.
pub const ATTRIBUTES: &str = ".gitattributes";

/// Any union of two locks is a lock: branches never conflict in one.
const MERGE: &str = ".duizhao/lock/**/*.jsonl merge=union";

/// What `init` is asked for.
#[derive(Clone, Debug, Default)]
pub struct InitSettings {
    /// The source language; found without it.
    pub source: Option<Lang>,
    /// The target languages; found without any.
    pub targets: Vec<Lang>,
}

/// What `init` would write, and what it has to say.
#[derive(Clone, Debug)]
pub struct InitPlan {
    /// The settings.
    pub proposal: Proposal,
    /// The new text of `.gitattributes`; none when it has the line already.
    pub gitattributes: Option<String>,
    /// What was guessed.
    pub notices: Vec<Notice>,
}

/// Plans a project in the root of `files`. Refuses where there is one already.
pub fn plan(files: &dyn Files, settings: &InitSettings) -> Result<InitPlan, Vec<Notice>> {
    if files.has(Utf8Path::new(CONFIG)) {
        return Err(vec![Notice::new("init-exists").arg("path", CONFIG)]);
    }
    let listed = files.list(Utf8Path::new(""));
    let listed = listed.map_err(|error| vec![refusal::notice(Utf8Path::new("."), &error)])?;
    let site = site_language(files, &listed);
    let knowledge = Knowledge {
        source: settings.source.as_ref(),
        targets: &settings.targets,
        site: site.as_ref(),
        language_of: &|paths| language_of(files, paths),
    };
    let families = layout::families(&listed);
    let mut notices = Vec::new();
    let mut proposal = match propose::propose(&families, &knowledge) {
        Some(proposal) => {
            if proposal.reason != "asked" {
                let notice = Notice::new("init-source-guessed").arg("source", &proposal.source);
                notices.push(notice.arg("reason", proposal.reason));
            }
            proposal
        }
        None => {
            let is_markdown = |path: &Utf8PathBuf| pattern::has_markdown_extension(path.as_str());
            let is_empty = !listed.iter().any(is_markdown);
            notices.push(Notice::new(if is_empty {
                "init-no-documents"
            } else {
                "init-nothing-found"
            }));
            fallback(&listed, &knowledge)
        }
    };
    let messages = messages::entries(&listed, &proposal);
    proposal.content.extend(messages);
    let attributes = Utf8Path::new(ATTRIBUTES);
    let gitattributes = if files.has(attributes) {
        let old = load::source(files, attributes).map_err(|notice| vec![notice])?;
        attributes_with_merge(old.text())
    } else {
        attributes_with_merge("")
    };
    Ok(InitPlan {
        proposal,
        gitattributes,
        notices,
    })
}

/// Adds the merge line to `.gitattributes`, unless it is there.
fn attributes_with_merge(old: &str) -> Option<String> {
    if old.lines().any(|line| line.trim() == MERGE) {
        return None;
    }
    let line_break = if old.contains("\r\n") { "\r\n" } else { "\n" };
    let gap = if old.is_empty() || old.ends_with('\n') {
        ""
    } else {
        line_break
    };
    Some(format!("{old}{gap}{MERGE}{line_break}"))
}

/// Reads up to eight of the files, evenly chosen, and tells their language.
fn language_of(files: &dyn Files, paths: &[String]) -> Lang {
    let step = paths.len().div_ceil(8).max(1);
    let sample = paths.iter().step_by(step);
    let texts: Vec<String> = sample
        .filter_map(|path| files.read(Utf8Path::new(path)).ok())
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .collect();
    sniff::language(texts.iter().map(String::as_str))
}

/// Returns the default language that a site's settings name (Docusaurus, Hugo).
fn site_language(files: &dyn Files, listed: &[Utf8PathBuf]) -> Option<Lang> {
    let is_settings = |path: &&Utf8PathBuf| {
        let name = path.file_name().unwrap_or_default();
        let stem = name.split('.').next().unwrap_or_default();
        path.components().count() <= 2
            && (name.starts_with("docusaurus.config.") || matches!(stem, "hugo" | "config"))
    };
    listed.iter().filter(is_settings).find_map(|path| {
        let text = String::from_utf8(files.read(path).ok()?).ok()?;
        ["defaultLocale", "defaultContentLanguage"]
            .iter()
            .find_map(|key| locale::lang(value_after(&text, key)?))
    })
}

/// Returns the value of the first `key: 'value'` or `key = "value"`, quoted or not.
fn value_after<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(key)?;
    let rest = rest.trim_start_matches(['"', '\'', ' ', ':', '=']);
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
    rest.get(..end).filter(|value| !value.is_empty())
}

/// Proposes a place for drafts where no draft was found: beside the folder that holds most documents.
fn fallback(listed: &[Utf8PathBuf], knowledge: &Knowledge<'_>) -> Proposal {
    let mut folders: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut single: Vec<String> = Vec::new();
    for path in listed.iter().map(|path| path.as_str()) {
        if pattern::has_markdown_extension(path) {
            match path.split_once('/') {
                Some((folder, _)) => folders.entry(folder).or_default().push(path.to_owned()),
                None => single.push(path.to_owned()),
            }
        }
    }
    let has = |name: &str| listed.iter().any(|path| path.as_str().starts_with(name));
    let largest = folders.iter().max_by_key(|(name, paths)| {
        let is_usual = matches!(**name, "docs" | "content" | "source" | "src" | "book");
        (is_usual, paths.len())
    });
    let (source, target, paths) = match largest {
        Some((folder, paths)) if *folder == "docs" && has("docusaurus.config.") => {
            let target = format!("i18n/{LANG}/docusaurus-plugin-content-docs/current/{PATH}");
            (format!("docs/{PATH}"), target, paths.as_slice())
        }
        Some((folder, paths)) => {
            let target = format!("translations/{LANG}/{PATH}");
            (format!("{folder}/{PATH}"), target, paths.as_slice())
        }
        None => match single.first() {
            Some(file) => {
                let (stem, extension) = file.rsplit_once('.').unwrap_or((file, "md"));
                (
                    file.clone(),
                    format!("{stem}.{LANG}.{extension}"),
                    single.as_slice(),
                )
            }
            None => {
                let target = format!("translations/{LANG}/{PATH}");
                (format!("source/{PATH}"), target, [].as_slice())
            }
        },
    };
    let lang = match (knowledge.source.or(knowledge.site), paths) {
        (Some(lang), _) => lang.clone(),
        (None, []) => Lang::new("zh-Hans"),
        (None, paths) => (knowledge.language_of)(paths),
    };
    let other = Lang::new(if lang.is_chinese() { "en" } else { "zh-Hans" });
    let mut targets = knowledge.targets.to_vec();
    targets.retain(|target| *target != lang);
    if targets.is_empty() {
        targets.push(other);
    }
    Proposal {
        source: lang,
        targets: targets.into_iter().map(|lang| (lang, None)).collect(),
        content: vec![ProposedContent {
            source,
            target,
            source_lang: None,
            targets: None,
        }],
        reason: "asked",
    }
}

impl InitPlan {
    /// Writes the settings file down. `say` gives the words of a message by its id, for the comments.
    pub fn config_text(&self, say: &dyn Fn(&str) -> String) -> String {
        let Proposal {
            source,
            targets,
            content,
            ..
        } = &self.proposal;
        let targets: Vec<String> = targets.iter().map(target).collect();
        let mut out = String::new();
        let comment = |out: &mut String, id: &str| {
            for line in say(id).lines() {
                *out += &format!("# {line}\n");
            }
        };
        comment(&mut out, "init-comment-head");
        out += &format!(
            "version: 1\nsource: {source}\ntargets: [{}]\n\n",
            targets.join(", ")
        );
        comment(&mut out, "init-comment-content");
        out += "content:\n";
        for entry in content {
            out += &format!("  - source: {}\n", quote(&entry.source));
            out += &format!("    target: {}\n", quote(&entry.target));
            if let Some(lang) = &entry.source_lang {
                out += &format!("    source-lang: {lang}\n");
            }
            if let Some(langs) = &entry.targets {
                let langs: Vec<&str> = langs.iter().map(Lang::tag).collect();
                out += &format!("    targets: [{}]\n", langs.join(", "));
            }
        }
        out.push('\n');
        comment(&mut out, "init-comment-glossary");
        out += "glossary: [\"glossary/*.yaml\"]\n\n";
        comment(&mut out, "init-comment-gate");
        out += "gate: {fail-on: error}\n";
        out
    }
}

/// Writes a target language: `en`, or `{lang: zh-Hans, path: zh_cn}`.
fn target((lang, name): &(Lang, Option<String>)) -> String {
    match name {
        Some(name) => format!("{{lang: {lang}, path: {}}}", quote(name)),
        None => lang.tag().to_owned(),
    }
}

/// Quotes a text for YAML; JSON's quotes are YAML's.
fn quote(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
