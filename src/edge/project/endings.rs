//! Parts a family of file endings where its languages are not the same everywhere: by the language of the files without an ending,
//! and by folder.

use crate::config::pattern::PATH;
use crate::edge::project::alike;
use crate::edge::project::layout::Family;
use crate::edge::project::layout::LEAST_SHARE;
use crate::edge::project::locale;
use crate::text::lang::Lang;
use std::collections::{BTreeMap, BTreeSet};

/// A language with so few files, where there are ten times as many others, is no language of the whole.
const FEW: usize = 2;

/// By path: the language of the file without an ending; none where there is no such file or another file is in its language.
type Bases<'a> = BTreeMap<&'a str, Option<Lang>>;

/// Parts the family so that in each part the files without an ending are in one language; families of other sorts stay whole.
pub fn parts(family: &Family, language_of: &dyn Fn(&[String]) -> Lang) -> Vec<Family> {
    if !family.template.starts_with(PATH) {
        return vec![family.clone()];
    }
    let bases = bases(family, language_of);
    let mut parts = Vec::new();
    part(family, "", &bases.iter().collect::<Vec<_>>(), &mut parts);
    parts
}

/// Lists the paths that have counterparts.
fn bases<'a>(family: &'a Family, language_of: &dyn Fn(&[String]) -> Lang) -> Bases<'a> {
    let mut found = Bases::new();
    for path in family.paired() {
        let names = family
            .sides
            .iter()
            .filter(|(_, paths)| paths.contains(path));
        let langs: Vec<Lang> = names.filter_map(|(name, _)| locale::lang(name)).collect();
        let base = family
            .base
            .as_ref()
            .filter(|(_, paths)| paths.contains(path));
        let lang = base.map(|(pattern, _)| language_of(&[pattern.replace(PATH, path)]));
        let lang = lang.filter(|lang| langs.iter().all(|named| !alike::is_alike(named, lang)));
        if lang.is_some() || langs.len() > 1 {
            found.insert(path, lang);
        }
    }
    found
}

/// Makes families of the paths below `folder`: one where all but a few agree, else one for each folder in it.
fn part(family: &Family, folder: &str, all: &[(&&str, &Option<Lang>)], parts: &mut Vec<Family>) {
    let mut counts: BTreeMap<Option<&str>, usize> = BTreeMap::new();
    for (_, lang) in all {
        *counts.entry(lang.as_ref().map(Lang::tag)).or_default() += 1;
    }
    let Some((&most, &n_most)) = counts.iter().max_by_key(|(_, n)| **n) else {
        return;
    };
    // Files without an ending at the root, or in several of its folders, would take every file there is.
    let is_spread = folder.is_empty() && most.is_some() && common_folder(all).is_empty();
    if (all.len() - n_most) * 10 <= all.len() && !is_spread {
        let (own, others): (Vec<_>, Vec<_>) = all
            .iter()
            .partition(|(_, lang)| lang.as_ref().map(Lang::tag) == most);
        parts.extend(others.iter().map(|(path, _)| single(family, path)));
        whole(family, &own, parts);
        return;
    }
    let mut inner: BTreeMap<&str, Vec<(&&str, &Option<Lang>)>> = BTreeMap::new();
    for (path, lang) in all {
        let rest = path.get(folder.len()..).unwrap_or_default();
        match rest.split_once('/') {
            Some((name, _)) => {
                let end = folder.len() + name.len() + 1;
                let below = path.get(..end).unwrap_or_default();
                inner.entry(below).or_default().push((path, lang));
            }
            None => parts.push(single(family, path)),
        }
    }
    for (below, all) in inner {
        part(family, below, &all, parts);
    }
}

/// Makes one family of paths whose files agree, narrowed to the folder and the name that they share; a family for each path where
/// most files there have no counterpart.
fn whole(family: &Family, own: &[(&&str, &Option<Lang>)], parts: &mut Vec<Family>) {
    let paired: BTreeSet<&str> = own.iter().map(|(path, _)| **path).collect();
    let has_base = own.iter().any(|(_, lang)| lang.is_some());
    let folder = common_folder(own);
    let name = common_name(&paired);
    let inner = |path: &String| -> Option<String> {
        let inner = path.strip_prefix(folder)?.strip_suffix(name)?;
        (!inner.is_empty()).then(|| inner.to_owned())
    };
    let base = family.base.as_ref().filter(|_| has_base);
    let base = base.map(|(pattern, paths)| {
        // A file without an ending whose counterpart is in its own language is no source here.
        let is_known = |path: &&String| {
            paired.contains(path.as_str())
                || !family.sides.values().any(|side| side.contains(*path))
        };
        let paths: BTreeSet<String> = paths.iter().filter(is_known).filter_map(inner).collect();
        (pattern, paths)
    });
    let others = family.base.as_ref().filter(|_| !has_base);
    let is_free = |path: &&String| {
        paired.contains(path.as_str()) || others.is_none_or(|(_, paths)| !paths.contains(*path))
    };
    let mut sides: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut strays: BTreeSet<&str> = BTreeSet::new();
    for (side, paths) in &family.sides {
        let shared: Vec<&str> = paired
            .iter()
            .copied()
            .filter(|path| paths.contains(*path))
            .collect();
        if shared.len() <= FEW && paired.len() >= FEW * 10 {
            strays.extend(shared);
        } else if !shared.is_empty() {
            let paths = paths.iter().filter(|path| has_base || is_free(path));
            sides.insert(side.clone(), paths.filter_map(inner).collect());
        }
    }
    let all: BTreeSet<&String> = sides.values().flatten().collect();
    let n_all = base.as_ref().map_or(all.len(), |(_, paths)| paths.len());
    #[expect(clippy::cast_precision_loss, reason = "counts of files")]
    let share = paired.len() as f64 / n_all.max(1) as f64;
    if paired.len() < 2 || share < LEAST_SHARE && paired.len() <= 20 {
        parts.extend(paired.iter().map(|path| single(family, path)));
        return;
    }
    let place = |pattern: &str| pattern.replace(PATH, &format!("{folder}{PATH}{name}"));
    parts.extend(strays.iter().map(|path| single(family, path)));
    parts.push(Family {
        template: place(&family.template),
        sides,
        base: base.map(|(pattern, paths)| (place(pattern), paths)),
    });
}

/// Makes a family of the files of one path.
fn single(family: &Family, path: &str) -> Family {
    let only = || BTreeSet::from([String::new()]);
    let names = family
        .sides
        .iter()
        .filter(|(_, paths)| paths.contains(path));
    let base = family
        .base
        .as_ref()
        .filter(|(_, paths)| paths.contains(path));
    Family {
        template: family.template.replace(PATH, path),
        sides: names.map(|(name, _)| (name.clone(), only())).collect(),
        base: base.map(|(pattern, _)| (pattern.replace(PATH, path), only())),
    }
}

/// Returns the folder that all paths lie in, with its slash.
fn common_folder<'a>(all: &[(&&'a str, &Option<Lang>)]) -> &'a str {
    let (Some((first, _)), Some((last, _))) = (all.first(), all.last()) else {
        return "";
    };
    let pairs = first.bytes().zip(last.bytes());
    let n_same = pairs.take_while(|(one, other)| one == other).count();
    let same = first.as_bytes().get(..n_same).unwrap_or_default();
    let end = same
        .iter()
        .rposition(|byte| *byte == b'/')
        .map_or(0, |at| at + 1);
    first.get(..end).unwrap_or_default()
}

/// Returns the name that all paths end with, with its slash: `/index`; nothing where they differ.
fn common_name<'a>(paths: &BTreeSet<&'a str>) -> &'a str {
    let name = |path: &'a str| path.rfind('/').and_then(|at| path.get(at..));
    let mut names = paths.iter().map(|path| name(path));
    let Some(Some(first)) = names.next() else {
        return "";
    };
    if names.all(|name| name == Some(first)) {
        first
    } else {
        ""
    }
}
