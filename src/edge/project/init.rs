//! Plans the files that make a folder a project: `duizhao.yaml`, and a line of `.gitattributes`.

use crate::config::pattern;
use crate::edge::files::Files;
use crate::edge::project::asked;
use crate::edge::project::discover::CONFIG;
use crate::edge::project::fallback;
use crate::edge::project::found;
use crate::edge::project::layout;
use crate::edge::project::load;
use crate::edge::project::messages;
use crate::edge::project::propose;
use crate::edge::project::propose::Knowledge;
use crate::edge::project::propose::Proposal;
use crate::edge::project::refusal;
use crate::edge::project::sample;
use crate::edge::project::site as find_sites;
use crate::lint::site;
use crate::lint::site::Site;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use camino::{Utf8Path, Utf8PathBuf};
use std::collections::BTreeSet;

/// The file that tells git how to merge locks.
pub const ATTRIBUTES: &str = ".gitattributes";

/// Folders further down hold no site that `init` looks for.
const SITE_DEPTH: usize = 2;

/// Any union of two locks is a lock: branches never conflict in one.
const MERGE: &str = ".duizhao/lock/**/*.jsonl merge=union";

/// What `init` is asked for.
#[derive(Clone, Debug, Default)]
pub struct InitSettings {
    /// The source language; found without it.
    pub source: Option<Lang>,
    /// The target languages; found without any.
    pub targets: Vec<Lang>,
    /// The content entries: source and target patterns; found without any.
    pub content: Vec<(String, String)>,
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
    let sites = sites(files, &listed);
    let knowledge = Knowledge {
        source: settings.source.as_ref(),
        targets: &settings.targets,
        site: &|path| site::of_path(&sites, path)?.default_lang.clone(),
        language_of: &|paths| sample::language(files, paths),
        prose_language: &|path| sample::prose_language(files, path),
    };
    let mut notices = found::sites(&sites);
    let found = match settings.content.as_slice() {
        [] => propose::propose(&layout::families(&listed), &knowledge),
        content => Some(asked::propose(&listed, content, &knowledge)),
    };
    let mut proposal = match found {
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
            fallback::propose(&listed, &sites, &knowledge)
        }
    };
    if settings.content.is_empty() {
        let messages = messages::entries(&listed, &proposal);
        proposal.content.extend(messages);
    }
    let attributes = Utf8Path::new(ATTRIBUTES);
    let gitattributes = if files.has(attributes) {
        let old = load::source(files, attributes).map_err(|notice| vec![notice])?;
        attributes_with_merge(old.text())
    } else {
        attributes_with_merge("")
    };
    let mut plan = InitPlan {
        proposal,
        gitattributes,
        notices,
    };
    let config = plan.config_text(&|_| String::new());
    plan.notices.extend(found::content(&listed, &config));
    Ok(plan)
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

/// Finds the sites of a tree: by the configuration files of their generators in its folders, none of them far down.
fn sites(files: &dyn Files, listed: &[Utf8PathBuf]) -> Vec<Site> {
    let mut folders: BTreeSet<&str> = BTreeSet::from([""]);
    for path in listed {
        let above = path.parent().into_iter().flat_map(Utf8Path::ancestors);
        folders.extend(above.map(Utf8Path::as_str).filter(|folder| {
            let depth = folder.bytes().filter(|byte| *byte == b'/').count();
            depth < SITE_DEPTH
        }));
    }
    let folders: Vec<&str> = folders.into_iter().collect();
    let documents = listed
        .iter()
        .filter(|path| pattern::has_markdown_extension(path.as_str()));
    let documents: Vec<&Utf8PathBuf> = documents.collect();
    let mut sites = find_sites::find(files, &folders);
    // A configuration file without documents (`config.toml` of another program) makes no site.
    sites.retain(|site| {
        documents
            .iter()
            .any(|path| path.as_str().starts_with(&site.folder))
    });
    sites
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
