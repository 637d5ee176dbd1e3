//! What `init` found, for people: the sites, what each entry takes, and what is left out.

use crate::config::config::Config;
use crate::config::pattern;
use crate::config::pattern::Pattern;
use crate::config::yaml;
use crate::edge::files::memory::MemoryFiles;
use crate::edge::project::discover::CONFIG;
use crate::edge::project::discover::Project;
use crate::edge::project::walk;
use crate::edge::project::walk::Paths;
use crate::lint::site::Site;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use crate::text::sentence::Segmentation;
use crate::text::source::Source;
use camino::{Utf8Path, Utf8PathBuf};
use std::collections::{BTreeMap, BTreeSet};

/// As many folders of what is left out as are named.
const N_NAMED: usize = 6;

/// Tells of the sites of a tree.
pub fn sites(sites: &[Site]) -> Vec<Notice> {
    // Examples and templates in a repository are sites as well; those that say nothing are not told.
    let told = sites
        .iter()
        .filter(|site| site.default_lang.is_some() || !site.locales.is_empty());
    let said = told.map(|site| {
        let mut langs: Vec<&str> = site
            .locales
            .iter()
            .map(|locale| locale.lang.tag())
            .collect();
        langs.dedup();
        let default = site.default_lang.as_ref().map_or("none", Lang::tag);
        let notice = Notice::new("init-site").arg("generator", site.generator.name());
        let notice = notice.arg("path", &site.config).arg("default", default);
        let langs = Some(langs.join(", ")).filter(|langs| !langs.is_empty());
        notice.arg("languages", langs.as_deref().unwrap_or("none"))
    });
    said.collect()
}

/// Tells what settings, written as `config`, take of the files of a tree, entry by entry, and what they leave out.
pub fn content(listed: &[Utf8PathBuf], config: &str) -> Vec<Notice> {
    let Some(project) = project(listed, config) else {
        return Vec::new();
    };
    let all = walk::walk(&project, &[]).unwrap_or_default();
    let files: BTreeSet<&Utf8Path> = listed.iter().map(Utf8PathBuf::as_path).collect();
    let mut notices = Vec::new();
    for content in &project.config.content {
        let langs = project.config.targets_of(content);
        let drafts = langs.iter().map(|lang| {
            let own = taken(&project.config, &content.target, lang, &all);
            let n_drafts = own
                .iter()
                .filter(|paths| files.contains(paths.target.as_path()));
            format!("{lang} {}", n_drafts.count())
        });
        let drafts: Vec<String> = drafts.collect();
        let own = langs
            .iter()
            .flat_map(|lang| taken(&project.config, &content.target, lang, &all));
        let sources: BTreeSet<&Utf8Path> = own.map(|paths| paths.source.as_path()).collect();
        let n_sources = sources.iter().filter(|path| files.contains(*path)).count();
        let notice = Notice::new("init-entry").arg("source", &content.source);
        let notice = notice.arg("target", &content.target).arg("n", n_sources);
        notices.push(notice.arg("drafts", drafts.join(", ")));
    }
    notices.extend(left_out(listed, &all));
    notices
}

/// Makes a project of the names of files alone.
fn project(listed: &[Utf8PathBuf], config: &str) -> Option<Project> {
    let config_source = Source::new(CONFIG, config);
    let config = yaml::read(&config_source).ok()?;
    let names = listed.iter().map(|path| (path.as_str(), ""));
    Some(Project {
        root: Utf8PathBuf::new(),
        config,
        segmentation: Segmentation::default(),
        srx: None,
        sites: Vec::new(),
        config_source,
        files: Box::new(MemoryFiles::new(names)),
    })
}

/// Lists the documents whose drafts a target pattern takes.
fn taken<'a>(config: &Config, target: &str, lang: &Lang, all: &'a [Paths]) -> Vec<&'a Paths> {
    let pattern = Pattern::new(target, config.lang_path(lang));
    let own = all.iter().filter(|paths| paths.target_lang == *lang);
    own.filter(|paths| pattern.capture(paths.target.as_str()).is_some())
        .collect()
}

/// Tells of Markdown files that are neither source nor draft, by the folders they lie in.
fn left_out(listed: &[Utf8PathBuf], all: &[Paths]) -> Option<Notice> {
    let sources = all.iter().map(|paths| paths.source.as_path());
    let targets = all.iter().map(|paths| paths.target.as_path());
    let known: BTreeSet<&Utf8Path> = sources.chain(targets).collect();
    let mut folders: BTreeMap<&str, usize> = BTreeMap::new();
    let mut n_files = 0;
    for path in listed {
        if pattern::has_markdown_extension(path.as_str()) && !known.contains(path.as_path()) {
            let end = path
                .as_str()
                .find('/')
                .map_or(path.as_str().len(), |at| at + 1);
            *folders
                .entry(path.as_str().get(..end).unwrap_or_default())
                .or_default() += 1;
            n_files += 1;
        }
    }
    let mut folders: Vec<(&str, usize)> = folders.into_iter().collect();
    folders.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    let named = folders.iter().take(N_NAMED).map(|(folder, n)| match n {
        1 => (*folder).to_owned(),
        n => format!("{folder} ({n})"),
    });
    let mut named: Vec<String> = named.collect();
    if folders.len() > N_NAMED {
        named.push("…".to_owned());
    }
    let notice = Notice::new("init-left-out").arg("n", n_files);
    (n_files > 0).then(|| notice.arg("folders", named.join(", ")))
}
