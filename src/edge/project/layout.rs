//! How a tree of files keeps its languages apart: found from the paths alone.

use crate::config::pattern;
use crate::config::pattern::PATH;
use crate::edge::project::docusaurus;
use crate::edge::project::locale;
use crate::edge::project::suffix;
use camino::Utf8PathBuf;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Files in several languages, laid out alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Family {
    /// The paths of its files: `{lang}` is what a side's name fills, `{path}` what the sides share.
    pub template: String,
    /// Sides by name (`zh_cn`): the paths they share.
    pub sides: BTreeMap<String, BTreeSet<String>>,
    /// The side without a name, where there is one: its pattern and paths.
    pub base: Option<(String, BTreeSet<String>)>,
}

impl Family {
    /// Counts the files that have a counterpart in another language.
    pub fn n_paired(&self) -> usize {
        self.paired().len()
    }

    /// Returns the paths that at least two sides share.
    pub fn paired(&self) -> BTreeSet<&str> {
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        let base = self.base.iter().map(|(_, paths)| paths);
        for path in self.sides.values().chain(base).flatten() {
            *seen.entry(path).or_default() += 1;
        }
        let shared = seen.into_iter().filter(|(_, n_sides)| *n_sides > 1);
        shared.map(|(path, _)| path).collect()
    }
}

/// A side needs this share of its files in common with another to count as its counterpart.
pub const LEAST_SHARE: f64 = 0.3;

/// Finds the families of a tree, those with most counterparts first.
pub fn families(files: &[Utf8PathBuf]) -> Vec<Family> {
    let markdown = files.iter().map(|path| path.as_str());
    let mut rest: BTreeSet<&str> = markdown
        .filter(|path| pattern::has_markdown_extension(path))
        .collect();
    let mut found = Vec::new();
    for finder in [
        docusaurus::families,
        folders,
        suffix::of_folders,
        suffix::of_files,
    ] {
        for family in finder(&rest) {
            for path in files_of(&family) {
                rest.remove(path.as_str());
            }
            found.push(family);
        }
    }
    found.sort_by_key(|family| std::cmp::Reverse(family.n_paired()));
    found
}

fn files_of(family: &Family) -> Vec<String> {
    let fill = |pattern: &str, path: &str| pattern.replace(PATH, path);
    let mut all = Vec::new();
    for (name, paths) in &family.sides {
        let pattern = family.template.replace(pattern::LANG, name);
        all.extend(paths.iter().map(|path| fill(&pattern, path)));
    }
    if let Some((pattern, paths)) = &family.base {
        all.extend(paths.iter().map(|path| fill(pattern, path)));
    }
    all
}

/// Returns what a pattern captures of all files.
pub fn captured(files: &BTreeSet<&str>, pattern: &str) -> BTreeSet<String> {
    let pattern = pattern::Pattern::new(pattern, "");
    let captured = files.iter().filter_map(|file| pattern.capture(file));
    captured.map(str::to_owned).collect()
}

/// Languages in folders of their own: `docs/zh` and `docs/en`, or `docs` and `docs/en`, or `source` and `translations/en`.
fn folders(files: &BTreeSet<&str>) -> Vec<Family> {
    let mut found: BTreeMap<&str, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    let mut plain: HashMap<&str, Vec<&str>> = HashMap::new();
    for file in files {
        match language_folder(file) {
            Some((before, name, inner)) => {
                let sides = found.entry(before).or_default();
                let side = sides.entry(name.to_owned()).or_default();
                side.insert(inner.to_owned());
            }
            None => plain
                .entry(file.rsplit('/').next().unwrap_or_default())
                .or_default()
                .push(file),
        }
    }
    let mut families = Vec::new();
    for (before, sides) in found {
        let template = format!("{before}{{lang}}/{PATH}");
        let paths: BTreeSet<&String> = sides.values().flatten().collect();
        let home = home(&paths, &plain, before);
        let base = home.map(|home| {
            let inner = |file: &&str| file.strip_prefix(home).map(str::to_owned);
            let paths = plain.values().flatten().filter_map(inner);
            (format!("{home}{PATH}"), paths.collect())
        });
        let family = Family {
            template,
            sides,
            base,
        };
        if family.n_paired() > 0 {
            families.extend(narrow(family));
        }
    }
    families
}

/// Splits a path around its first folder that is called like a language.
fn language_folder(file: &str) -> Option<(&str, &str, &str)> {
    let mut start = 0;
    while let Some((name, inner)) = file.get(start..)?.split_once('/') {
        if locale::lang(name).is_some() {
            return Some((file.get(..start)?, name, inner));
        }
        start += name.len() + 1;
    }
    None
}

/// Finds the folder outside language folders that holds the same paths, by votes of up to 200 of them; the nearest to `before` of
/// equals.
fn home<'a>(
    paths: &BTreeSet<&String>,
    plain: &HashMap<&str, Vec<&'a str>>,
    before: &str,
) -> Option<&'a str> {
    let step = paths.len().div_ceil(200).max(1);
    let sample: Vec<&&String> = paths.iter().step_by(step).collect();
    let mut votes: BTreeMap<&str, usize> = BTreeMap::new();
    for path in &sample {
        let name = path.rsplit('/').next().unwrap_or_default();
        for file in plain.get(name).into_iter().flatten() {
            let home = file.strip_suffix(path.as_str());
            if let Some(home) = home.filter(|home| home.is_empty() || home.ends_with('/')) {
                *votes.entry(home).or_default() += 1;
            }
        }
    }
    let is_near = |home: &str| home == before || before.starts_with(home);
    let best = votes.into_iter().max_by_key(|(home, n_votes)| {
        (
            *n_votes,
            *home == before,
            is_near(home),
            std::cmp::Reverse(home.len()),
        )
    })?;
    #[expect(clippy::cast_precision_loss, reason = "counts of files")]
    let share = best.1 as f64 / sample.len().max(1) as f64;
    (share >= LEAST_SHARE).then_some(best.0)
}

/// Keeps a base at the root of the tree from taking every file there is: one family for each folder that has counterparts, one for
/// each single file.
fn narrow(family: Family) -> Vec<Family> {
    match &family.base {
        Some((pattern, _)) if pattern == PATH => {}
        _ => return vec![family],
    }
    let heads: BTreeSet<String> = family.paired().into_iter().map(head).collect();
    let part = |head: &String| {
        let keep = |paths: &BTreeSet<String>| -> BTreeSet<String> {
            if !head.ends_with('/') {
                return paths
                    .iter()
                    .filter(|path| *path == head)
                    .map(|_| String::new())
                    .collect();
            }
            let inner = paths
                .iter()
                .filter_map(|path| path.strip_prefix(head.as_str()));
            inner.map(str::to_owned).collect()
        };
        let fill = |pattern: &str| {
            let inner = if head.ends_with('/') {
                format!("{head}{PATH}")
            } else {
                head.clone()
            };
            pattern.replace(PATH, &inner)
        };
        let sides = family
            .sides
            .iter()
            .map(|(name, paths)| (name.clone(), keep(paths)));
        Family {
            template: fill(&family.template),
            sides: sides.filter(|(_, paths)| !paths.is_empty()).collect(),
            base: family
                .base
                .as_ref()
                .map(|(pattern, paths)| (fill(pattern), keep(paths))),
        }
    };
    heads.iter().map(part).collect()
}

/// Returns the first folder of a path, or the file that stands in none.
fn head(path: &str) -> String {
    path.split_once('/')
        .map_or_else(|| path.to_owned(), |(folder, _)| format!("{folder}/"))
}
