//! Which files belong together: source, draft and lock of every document in every target language.

use crate::catalog::name;
use crate::config::config::Config;
use crate::config::pattern::LANG;
use crate::config::pattern::Pattern;
use crate::edge::files::Files;
use crate::edge::project::discover::Project;
use crate::edge::project::locale;
use crate::edge::project::place;
use crate::edge::project::refusal;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use camino::{Utf8Path, Utf8PathBuf};
use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use std::collections::{BTreeMap, BTreeSet};

/// The files of one document in one target language, relative to the project's root.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Paths {
    /// The source document.
    pub source: Utf8PathBuf,
    /// The draft; it need not exist.
    pub target: Utf8PathBuf,
    /// The lock; it need not exist.
    pub lock: Utf8PathBuf,
    /// The source language.
    pub source_lang: Lang,
    /// The target language.
    pub target_lang: Lang,
}

impl Paths {
    /// Tells whether one of the files is `path`, or lies below it.
    pub fn touches(&self, path: &Utf8Path) -> bool {
        [&self.source, &self.target, &self.lock]
            .iter()
            .any(|file| file.starts_with(path))
    }
}

/// Lists the documents of a project, sorted by source path. `selection` (relative paths of sources, drafts or folders) narrows it;
/// one that meets nothing is told. Drafts without a source are listed too: their source does not exist.
pub fn walk(project: &Project, selection: &[Utf8PathBuf]) -> Result<Vec<Paths>, Vec<Notice>> {
    let entries = entries(&project.config);
    let files = list(project.files.as_ref(), &entries)?;
    let excluded = glob_set(&project.config.exclude);
    let all = pair(project, &entries, &files, &excluded);
    let missing = missing(project, &entries, &all);
    if !missing.is_empty() {
        return Err(missing);
    }
    select(project, all, selection)
}

/// Lists whatever documents there are: a project as it once was may have had less than its settings say.
pub fn walk_past(project: &Project) -> Result<Vec<Paths>, Vec<Notice>> {
    let entries = entries(&project.config);
    let files = list(project.files.as_ref(), &entries)?;
    let excluded = glob_set(&project.config.exclude);
    Ok(pair(project, &entries, &files, &excluded))
}

/// A content entry with its languages filled in.
struct Entry<'a> {
    source: Pattern,
    source_lang: &'a Lang,
    targets: Vec<(&'a Lang, Pattern)>,
    /// The target as configured, when it holds `{lang}`.
    open_target: Option<&'a str>,
}

fn entries(config: &Config) -> Vec<Entry<'_>> {
    let entries = config.content.iter().map(|content| {
        let source_lang = config.source_of(content);
        let pattern = |lang| Pattern::new(&content.target, config.lang_path(lang));
        let targets = config.targets_of(content).iter();
        Entry {
            source: Pattern::new(&content.source, config.lang_path(source_lang)),
            source_lang,
            targets: targets.map(|lang| (lang, pattern(lang))).collect(),
            open_target: Some(content.target.as_str()).filter(|target| target.contains(LANG)),
        }
    });
    entries.collect()
}

/// Lists the files that any pattern could match.
fn list(files: &dyn Files, entries: &[Entry<'_>]) -> Result<BTreeSet<Utf8PathBuf>, Vec<Notice>> {
    let mut folders: BTreeSet<&Utf8Path> = BTreeSet::new();
    let mut found = BTreeSet::new();
    for entry in entries {
        let targets = entry.targets.iter().map(|(_, pattern)| pattern);
        for pattern in std::iter::once(&entry.source).chain(targets) {
            if !pattern.is_file() {
                folders.insert(Utf8Path::new(pattern.folder()));
            } else if files.has(Utf8Path::new(&pattern.fill(""))) {
                found.insert(Utf8PathBuf::from(pattern.fill("")));
            }
        }
    }
    let is_outermost = |folder: &&&Utf8Path| {
        let mut above = folder.ancestors().skip(1);
        !above.any(|above| folders.contains(above))
    };
    let mut notices = Vec::new();
    for folder in folders.iter().filter(is_outermost) {
        match files.list(folder) {
            Ok(inner) => found.extend(inner),
            Err(error) => notices.push(refusal::notice(folder, &error)),
        }
    }
    if notices.is_empty() {
        Ok(found)
    } else {
        Err(notices)
    }
}

/// Makes a set of globs; a glob that names a folder takes what is in it. Globs were checked when the settings were read.
pub fn glob_set(globs: &[String]) -> GlobSet {
    let mut set = GlobSetBuilder::new();
    for glob in globs {
        let glob = glob
            .strip_prefix("./")
            .unwrap_or(glob)
            .trim_end_matches('/');
        for glob in [glob.to_owned(), format!("{glob}/**")] {
            if let Ok(glob) = GlobBuilder::new(&glob).literal_separator(true).build() {
                set.add(glob);
            }
        }
    }
    set.build().unwrap_or_else(|_| GlobSet::empty())
}

/// Pairs sources with drafts. A file is a draft rather than a source where the target's pattern says more of its path
/// (`README_EN.md` under `{path}.md` and `{path}_EN.md`); of several entries the first takes a source, the closest a draft.
fn pair(
    project: &Project,
    entries: &[Entry<'_>],
    files: &BTreeSet<Utf8PathBuf>,
    excluded: &GlobSet,
) -> Vec<Paths> {
    let foreign = foreign(&project.config, entries, files);
    // By draft: no two documents may share one.
    let mut all: BTreeMap<String, Paths> = BTreeMap::new();
    let mut add = |entry: &Entry<'_>, lang: &Lang, source: String, target: String| {
        let is_excluded = excluded.is_match(&source)
            || excluded.is_match(&target)
            || name::is_beside_pages(&target);
        if is_excluded || source == target {
            return;
        }
        let lock = Pattern::new(&project.config.lock, lang.tag()).fill(&source);
        let paths = Paths {
            source: source.into(),
            target: target.clone().into(),
            lock: lock.into(),
            source_lang: entry.source_lang.clone(),
            target_lang: lang.clone(),
        };
        all.entry(target).or_insert(paths);
    };
    let mut drafts = Vec::new();
    for file in files {
        let path = file.as_str();
        let draft = entries
            .iter()
            .flat_map(|entry| entry.targets.iter().map(move |target| (entry, target)))
            .filter_map(|(entry, (lang, target))| {
                let captured = target.capture(path)?;
                Some((target.weight(), entry, *lang, captured))
            })
            .reduce(|best, next| if next.0 > best.0 { next } else { best });
        let draft_weight = draft.as_ref().map_or(0, |(weight, ..)| *weight);
        let matching = foreign
            .iter()
            .filter(|pattern| pattern.capture(path).is_some());
        let foreign_weight = matching.map(Pattern::weight).max().unwrap_or(0);
        let source = entries
            .iter()
            .find_map(|entry| Some((entry, entry.source.capture(path)?)))
            .filter(|(entry, _)| entry.source.weight() >= draft_weight.max(foreign_weight));
        if let Some((first, captured)) = source {
            // Entries of one source pattern are one: each says where some of the languages are.
            let alike = entries.iter().filter(|entry| entry.source == first.source);
            for entry in alike {
                for (lang, target) in &entry.targets {
                    add(entry, lang, path.to_owned(), target.fill(captured));
                }
            }
        } else if let Some((weight, entry, lang, captured)) = draft
            && weight >= foreign_weight
        {
            drafts.push((entry, lang, captured, path));
        }
    }
    for (entry, lang, captured, path) in drafts {
        let source = entry.source.fill(captured);
        if !files.contains(Utf8Path::new(&source)) {
            add(entry, lang, source, path.to_owned());
        }
    }
    let mut all: Vec<Paths> = all.into_values().collect();
    all.sort();
    all
}

/// Target patterns for languages that occur in the tree and are not configured: their files are no sources.
fn foreign(config: &Config, entries: &[Entry<'_>], files: &BTreeSet<Utf8PathBuf>) -> Vec<Pattern> {
    let open: Vec<&str> = entries
        .iter()
        .filter_map(|entry| entry.open_target)
        .collect();
    if open.is_empty() {
        return Vec::new();
    }
    let mut names: BTreeSet<&str> = BTreeSet::new();
    for file in files {
        let path = file.as_str();
        names.extend(
            locale::names(path)
                .into_iter()
                .filter_map(|name| path.get(name)),
        );
    }
    let is_configured = |name: &str| config.lang_paths.values().any(|known| known == name);
    let names: Vec<&str> = names
        .into_iter()
        .filter(|name| !is_configured(name))
        .collect();
    let patterns = open
        .iter()
        .flat_map(|target| names.iter().map(|name| Pattern::new(target, name)));
    patterns.collect()
}

/// Tells the entries whose source is not there at all, and a project without any document.
fn missing(project: &Project, entries: &[Entry<'_>], all: &[Paths]) -> Vec<Notice> {
    let at = |notice: Notice, content_idx: usize| {
        let content = project.config.content.get(content_idx);
        let span = content.map(|content| content.at).unwrap_or_default();
        notice.at(&project.config_source, span)
    };
    let mut notices = Vec::new();
    for (content_idx, entry) in entries.iter().enumerate() {
        let place = match &entry.source {
            pattern if pattern.is_file() => pattern.fill(""),
            pattern => pattern.folder().to_owned(),
        };
        let is_used = || {
            all.iter()
                .any(|paths| entry.source.capture(paths.source.as_str()).is_some())
        };
        if !place.is_empty() && !project.files.has(Utf8Path::new(&place)) && !is_used() {
            notices.push(at(
                Notice::new("content-missing").arg("path", place),
                content_idx,
            ));
        }
    }
    if notices.is_empty() && all.is_empty() {
        notices.push(at(Notice::new("content-empty"), 0));
    }
    notices
}

/// Keeps what the selection names.
fn select(
    project: &Project,
    all: Vec<Paths>,
    selection: &[Utf8PathBuf],
) -> Result<Vec<Paths>, Vec<Notice>> {
    if selection.is_empty() {
        return Ok(all);
    }
    let selection: Vec<Utf8PathBuf> = selection
        .iter()
        .map(|path| place::normalize(path))
        .collect();
    let mut notices = Vec::new();
    for path in &selection {
        let id = if path.is_absolute() || path.starts_with("..") {
            "path-outside"
        } else if all.iter().any(|paths| paths.touches(path)) {
            continue;
        } else if project.files.has(path) {
            "path-not-content"
        } else {
            "file-missing"
        };
        notices.push(Notice::new(id).arg("path", path));
    }
    if !notices.is_empty() {
        return Err(notices);
    }
    let is_chosen = |paths: &Paths| selection.iter().any(|path| paths.touches(path));
    Ok(all.into_iter().filter(is_chosen).collect())
}
