//! Layouts with the language at the end of a folder's or a file's name.

use crate::config::pattern::PATH;
use crate::edge::project::layout;
use crate::edge::project::layout::Family;
use crate::edge::project::layout::LEAST_SHARE;
use crate::edge::project::locale;
use std::collections::{BTreeMap, BTreeSet};

/// Languages at the end of a folder's name: `pages` and `pages.zh`, `docs-zh` and `docs-en`.
pub fn of_folders(files: &BTreeSet<&str>) -> Vec<Family> {
    let mut found: BTreeMap<(String, String), BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for file in files {
        let Some((folder, name, inner)) = language_folder_ending(file) else {
            continue;
        };
        let separator = folder.chars().last().map_or(0, char::len_utf8);
        let base = folder.get(..folder.len() - separator).unwrap_or_default();
        let key = (format!("{folder}{{lang}}/{PATH}"), format!("{base}/{PATH}"));
        let side = found
            .entry(key)
            .or_default()
            .entry(name.to_owned())
            .or_default();
        side.insert(inner.to_owned());
    }
    let families = found.into_iter().map(|((template, base), sides)| {
        let paths = layout::captured(files, &base);
        let base = Some((base, paths)).filter(|(_, paths)| !paths.is_empty());
        Family {
            template,
            sides,
            base,
        }
    });
    families.filter(|family| family.n_paired() > 0).collect()
}

/// Splits a path inside its first folder whose name ends like a language: `docs/source_`, `en`, `a/b.md`.
fn language_folder_ending(file: &str) -> Option<(&str, &str, &str)> {
    let folders = file.rsplit_once('/')?.0;
    let end_of = |range: &std::ops::Range<usize>| file.as_bytes().get(range.end) == Some(&b'/');
    let range = locale::names(file)
        .into_iter()
        .find(|range| range.end <= folders.len() && end_of(range))?;
    Some((
        file.get(..range.start)?,
        file.get(range.clone())?,
        file.get(range.end + 1..)?,
    ))
}

/// Languages at the end of a file's name: `README.md` and `README_EN.md`, `a.zh-CN.md` and `a.en-US.md`.
pub fn of_files(files: &BTreeSet<&str>) -> Vec<Family> {
    let mut found: BTreeMap<(String, String), BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for file in files {
        let Some(range) = locale::names(file).pop() else {
            continue;
        };
        let (Some(stem), Some(name), Some(extension)) = (
            file.get(..range.start),
            file.get(range.clone()),
            file.get(range.end..),
        ) else {
            continue;
        };
        if extension.contains('/') {
            continue;
        }
        let mut stem = stem.chars();
        let separator = stem.next_back().map(String::from).unwrap_or_default();
        let key = (
            format!("{PATH}{separator}{{lang}}{extension}"),
            format!("{PATH}{extension}"),
        );
        let side = found
            .entry(key)
            .or_default()
            .entry(name.to_owned())
            .or_default();
        side.insert(stem.as_str().to_owned());
    }
    let mut families = Vec::new();
    for ((template, base), sides) in found {
        let paths = layout::captured(files, &base);
        let is_name = |path: &String| {
            locale::names(&format!("{path}.md"))
                .iter()
                .any(|range| range.end == path.len())
        };
        let paths: BTreeSet<String> = paths.into_iter().filter(|path| !is_name(path)).collect();
        let family = Family {
            template,
            sides,
            base: Some((base, paths)),
        };
        families.extend(without_strangers(family));
    }
    families
}

/// Narrows a family of file endings to where its counterparts are: single files where they are few, else the folder they share.
fn without_strangers(mut family: Family) -> Vec<Family> {
    let paired: BTreeSet<String> = family.paired().into_iter().map(str::to_owned).collect();
    if paired.is_empty() {
        return Vec::new();
    }
    let has_pairs = |paths: &BTreeSet<String>| paths.iter().any(|path| paired.contains(path));
    if family
        .base
        .as_ref()
        .is_some_and(|(_, paths)| !has_pairs(paths))
    {
        family.base = None;
    }
    let folder = common_folder(&paired);
    let in_folder = |paths: &BTreeSet<String>| -> BTreeSet<String> {
        let inner = paths
            .iter()
            .filter_map(|path| path.strip_prefix(folder.as_str()));
        inner.map(str::to_owned).collect()
    };
    let sides: BTreeMap<String, BTreeSet<String>> = family
        .sides
        .iter()
        .map(|(name, paths)| (name.clone(), in_folder(paths)))
        .collect();
    let all: BTreeSet<&String> = sides.values().flatten().collect();
    let base = family
        .base
        .as_ref()
        .map(|(pattern, paths)| (pattern.clone(), in_folder(paths)));
    let n_base = base.as_ref().map_or(all.len(), |(_, paths)| paths.len());
    #[expect(clippy::cast_precision_loss, reason = "counts of files")]
    let share = paired.len() as f64 / n_base.max(1) as f64;
    let place = |pattern: &str, path: &str| pattern.replace(PATH, &format!("{folder}{path}"));
    if share >= LEAST_SHARE && paired.len() > 1 || paired.len() > 20 {
        return vec![Family {
            template: place(&family.template, PATH),
            sides,
            base: base.map(|(pattern, paths)| (place(&pattern, PATH), paths)),
        }];
    }
    let single = |path: &String| {
        let only = || BTreeSet::from([String::new()]);
        let names = family
            .sides
            .iter()
            .filter(|(_, paths)| paths.contains(path));
        Family {
            template: family.template.replace(PATH, path),
            sides: names.map(|(name, _)| (name.clone(), only())).collect(),
            base: family
                .base
                .as_ref()
                .filter(|(_, paths)| paths.contains(path))
                .map(|(pattern, _)| (pattern.replace(PATH, path), only())),
        }
    };
    paired.iter().map(single).collect()
}

/// Returns the folder that all paths lie in, with its slash.
fn common_folder(paths: &BTreeSet<String>) -> String {
    let (Some(first), Some(last)) = (paths.first(), paths.last()) else {
        return String::new();
    };
    let same = first
        .bytes()
        .zip(last.bytes())
        .take_while(|(one, other)| one == other)
        .count();
    let same = first.as_bytes().get(..same).unwrap_or_default();
    let end = same
        .iter()
        .rposition(|byte| *byte == b'/')
        .map_or(0, |at| at + 1);
    first.get(..end).unwrap_or_default().to_owned()
}
