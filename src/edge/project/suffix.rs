//! Layouts with the language at the end of a folder's or a file's name.

use crate::config::pattern::PATH;
use crate::edge::project::layout;
use crate::edge::project::layout::Family;
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

/// Languages at the end of a file's name: `README.md` and `README_EN.md`, `a.zh-CN.md` and `a.en-US.md`; one family for each way to
/// write them, over the whole tree.
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
        if family.n_paired() > 0 {
            families.push(family);
        }
    }
    families
}
