//! The layout of Docusaurus sites.

use crate::config::pattern::PATH;
use crate::edge::project::layout;
use crate::edge::project::layout::Family;
use std::collections::{BTreeMap, BTreeSet};

/// Docusaurus keeps the default language in `docs`, `blog` …, the others below `i18n/LANG`, by plugin.
pub fn families(files: &BTreeSet<&str>) -> Vec<Family> {
    let mut sides: BTreeMap<(String, String), BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for file in files {
        let Some((site, inner)) = split_folder(file, "i18n") else {
            continue;
        };
        let Some((name, inner)) = inner.split_once('/') else {
            continue;
        };
        let Some((home, folder, path)) = docusaurus_home(inner) else {
            continue;
        };
        let template = format!("{site}i18n/{{lang}}/{folder}/{PATH}");
        let base = format!("{site}{home}/{PATH}");
        let sides = sides.entry((template, base)).or_default();
        let side = sides.entry(name.to_owned()).or_default();
        side.insert(path.to_owned());
    }
    let families = sides.into_iter().filter_map(|((template, base), sides)| {
        let paths = layout::captured(files, &base);
        (!paths.is_empty()).then_some(Family {
            template,
            sides,
            base: Some((base, paths)),
        })
    });
    families.collect()
}

/// From a path below `i18n/LANG`: the folder of the default language, the folder of this one, the path inside.
fn docusaurus_home(inner: &str) -> Option<(String, String, &str)> {
    let (plugin, inner) = inner.split_once('/')?;
    let name = plugin.strip_prefix("docusaurus-plugin-content-")?;
    let (kind, instance) = name.split_once('-').unwrap_or((name, ""));
    if kind != "docs" {
        let home = match (kind, instance) {
            ("pages", _) => "src/pages",
            (_, "") => kind,
            (_, instance) => instance,
        };
        return Some((home.to_owned(), plugin.to_owned(), inner));
    }
    let (version, inner) = inner.split_once('/')?;
    let home = match (version, instance) {
        ("current", "") => "docs".to_owned(),
        ("current", instance) => instance.to_owned(),
        (version, "") => format!("versioned_docs/{version}"),
        (version, instance) => format!("{instance}_versioned_docs/{version}"),
    };
    Some((home, format!("{plugin}/{version}"), inner))
}

/// Splits a path around its first folder called `name`: what stands before it, what is in it.
fn split_folder<'a>(path: &'a str, name: &str) -> Option<(&'a str, &'a str)> {
    let mut start = 0;
    for part in path.split('/') {
        if part == name {
            let inner = path.get(start + part.len() + 1..)?;
            return Some((path.get(..start)?, inner));
        }
        start += part.len() + 1;
    }
    None
}
