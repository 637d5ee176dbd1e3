//! Proposes a place for drafts where no draft was found: where the site's generator wants it, else beside the folder that holds most
//! documents.

use crate::config::pattern;
use crate::config::pattern::LANG;
use crate::config::pattern::PATH;
use crate::config::pattern::Pattern;
use crate::edge::project::alike::is_alike;
use crate::edge::project::alike::usual_target;
use crate::edge::project::propose::Knowledge;
use crate::edge::project::propose::Proposal;
use crate::edge::project::propose::ProposedContent;
use crate::lint::site::ContentRoot;
use crate::lint::site::Generator;
use crate::lint::site::Site;
use crate::lint::site::Structure;
use crate::text::lang::Lang;
use camino::Utf8PathBuf;
use std::collections::BTreeMap;

/// Proposes settings for a tree of one language.
pub fn propose(listed: &[Utf8PathBuf], sites: &[Site], knowledge: &Knowledge<'_>) -> Proposal {
    let of_site = sites.iter().find_map(|site| {
        let entries = of_site(listed, site);
        (!entries.is_empty()).then_some((entries, Some(site)))
    });
    let (entries, site) = of_site.unwrap_or_else(|| (vec![of_folder(listed)], None));
    let first = entries.first().map(|(source, _)| source.as_str());
    let files = captured(listed, first.unwrap_or_default());
    let said = files.first().and_then(|file| (knowledge.site)(file));
    let source = match knowledge.source.cloned().or(said) {
        Some(lang) => lang,
        None if files.is_empty() => Lang::new("zh-Hans"),
        None => (knowledge.language_of)(&files),
    };
    Proposal {
        targets: targets(&source, site, knowledge),
        source,
        content: entries.into_iter().map(ProposedContent::new).collect(),
        reason: "asked",
    }
}

/// Takes the languages asked for, else the others of the site, else English for Chinese and Chinese for all others.
fn targets(
    source: &Lang,
    site: Option<&Site>,
    knowledge: &Knowledge<'_>,
) -> Vec<(Lang, Option<String>)> {
    let is_other = |lang: &Lang| !is_alike(lang, source);
    let asked = knowledge.targets.iter().filter(|lang| is_other(lang));
    let mut targets: Vec<(Lang, Option<String>)> = asked.map(|lang| (lang.clone(), None)).collect();
    if targets.is_empty() {
        let locales = site.map_or(&[][..], |site| &site.locales);
        let others = locales.iter().filter(|locale| is_other(&locale.lang));
        targets.extend(others.map(|locale| {
            let name = Some(locale.name.clone()).filter(|name| name != locale.lang.tag());
            (locale.lang.clone(), name)
        }));
    }
    if targets.is_empty() {
        targets.push((usual_target(source), None));
    }
    targets.sort();
    targets.dedup_by(|one, other| one.0 == other.0);
    targets
}

/// Lists the entries that the generator of a site asks for, those with documents only.
fn of_site(listed: &[Utf8PathBuf], site: &Site) -> Vec<(String, String)> {
    let below = |folder: &str| match folder {
        "" => String::new(),
        folder => format!("{folder}/"),
    };
    let default = site
        .default_locale
        .as_deref()
        .filter(|name| *name != "root");
    let mut entries = Vec::new();
    match site.generator {
        Generator::Docusaurus => {
            for root in docusaurus_roots(site) {
                let instance = match root.id.as_str() {
                    "default" => String::new(),
                    id => format!("-{id}"),
                };
                let version = if root.kind == "docs" { "current/" } else { "" };
                let plugin = format!("docusaurus-plugin-content-{}{instance}", root.kind);
                let target = format!("{}i18n/{LANG}/{plugin}/{version}{PATH}", site.folder);
                entries.push((format!("{}{PATH}", below(&root.folder)), target));
            }
        }
        Generator::VitePress | Generator::VuePress => {
            let root = site.content.first().map(|root| below(&root.folder));
            let root = root.unwrap_or_else(|| site.folder.clone());
            entries.push((format!("{root}{PATH}"), format!("{root}{LANG}/{PATH}")));
        }
        Generator::Starlight | Generator::Hugo | Generator::MkDocs => {
            for root in &site.content {
                let folder = below(&root.folder);
                let is_suffixes = site.structure == Structure::Suffixes;
                entries.push(match default {
                    _ if is_suffixes => (
                        format!("{folder}{PATH}.md"),
                        format!("{folder}{PATH}.{LANG}.md"),
                    ),
                    Some(name) if has_folder(listed, &format!("{folder}{name}/")) => (
                        format!("{folder}{name}/{PATH}"),
                        format!("{folder}{LANG}/{PATH}"),
                    ),
                    _ => (format!("{folder}{PATH}"), format!("{folder}{LANG}/{PATH}")),
                });
            }
        }
        Generator::MdBook | Generator::Jekyll | Generator::Hexo => {}
    }
    entries.retain(|(source, _)| !captured(listed, source).is_empty());
    entries
}

/// Returns what the settings say of the plugins, or the preset's usual folders.
fn docusaurus_roots(site: &Site) -> Vec<ContentRoot> {
    if !site.content.is_empty() {
        return site.content.clone();
    }
    let usual = [("docs", "docs"), ("blog", "blog"), ("pages", "src/pages")];
    let roots = usual.map(|(kind, folder)| ContentRoot {
        kind: kind.to_owned(),
        id: "default".to_owned(),
        folder: format!("{}{folder}", site.folder),
    });
    roots.to_vec()
}

fn has_folder(listed: &[Utf8PathBuf], folder: &str) -> bool {
    listed.iter().any(|path| path.as_str().starts_with(folder))
}

/// Lists the files that a source pattern takes.
pub fn captured(listed: &[Utf8PathBuf], source: &str) -> Vec<String> {
    let pattern = Pattern::new(source, "");
    let files = listed.iter().map(|path| path.as_str());
    let files = files.filter(|path| pattern.capture(path).is_some());
    files.map(str::to_owned).collect()
}

/// Proposes the folder that holds most documents, a usual one first, or the only file.
fn of_folder(listed: &[Utf8PathBuf]) -> (String, String) {
    let mut folders: BTreeMap<&str, usize> = BTreeMap::new();
    let mut single: Option<&str> = None;
    for path in listed.iter().map(|path| path.as_str()) {
        if pattern::has_markdown_extension(path) {
            match path.split_once('/') {
                Some((folder, _)) => *folders.entry(folder).or_default() += 1,
                None => single = single.or(Some(path)),
            }
        }
    }
    let largest = folders.into_iter().max_by_key(|(name, n_files)| {
        let is_usual = matches!(*name, "docs" | "content" | "source" | "src" | "book");
        (is_usual, *n_files)
    });
    match (largest, single) {
        (Some((folder, _)), _) => (
            format!("{folder}/{PATH}"),
            format!("translations/{LANG}/{PATH}"),
        ),
        (None, Some(file)) => {
            let (stem, extension) = file.rsplit_once('.').unwrap_or((file, "md"));
            (file.to_owned(), format!("{stem}.{LANG}.{extension}"))
        }
        (None, None) => (
            format!("source/{PATH}"),
            format!("translations/{LANG}/{PATH}"),
        ),
    }
}
