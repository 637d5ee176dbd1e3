//! From the families of a tree to content entries: which language is the source, what the entries say.

use crate::config::pattern::LANG;
use crate::config::pattern::PATH;
use crate::edge::project::layout::Family;
use crate::edge::project::locale;
use crate::text::lang::Lang;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// What is known besides the paths.
pub struct Knowledge<'a> {
    /// The source language, when it was asked for.
    pub source: Option<&'a Lang>,
    /// The target languages, when they were asked for.
    pub targets: &'a [Lang],
    /// The default language that the site's own settings name.
    pub site: Option<&'a Lang>,
    /// Tells the language of files by their text.
    pub language_of: &'a dyn Fn(&[String]) -> Lang,
}

/// A content entry to write down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedContent {
    /// The source pattern.
    pub source: String,
    /// The target pattern.
    pub target: String,
    /// Its source language, when it is not the project's.
    pub source_lang: Option<Lang>,
    /// Its target languages, when they are not the project's.
    pub targets: Option<Vec<Lang>>,
}

/// Settings to write down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The source language.
    pub source: Lang,
    /// The target languages, each with the name paths use where it is another.
    pub targets: Vec<(Lang, Option<String>)>,
    /// The content entries.
    pub content: Vec<ProposedContent>,
    /// Why this source: `asked`, `config`, `base`, `files` or `chinese`.
    pub reason: &'static str,
}

/// One language of a family.
#[derive(Clone)]
struct Side {
    lang: Lang,
    /// None for the side without a name.
    name: Option<String>,
    pattern: String,
    paths: BTreeSet<String>,
}

/// A family with its source chosen.
struct Chosen<'a> {
    family: &'a Family,
    source: Side,
    targets: Vec<Side>,
}

/// Makes settings of families, or nothing where no family has a source and a target that fit what was asked for.
pub fn propose(families: &[Family], knowledge: &Knowledge<'_>) -> Option<Proposal> {
    let mut chosen: Vec<Chosen<'_>> = Vec::new();
    let mut reason = "asked";
    for family in families {
        let main = chosen.first().map(|first| first.source.lang.clone());
        let Some((one, why)) = choose(family, main.as_ref(), knowledge) else {
            continue;
        };
        if chosen.is_empty() {
            reason = why;
        }
        chosen.push(one);
    }
    let source = chosen.first()?.source.lang.clone();
    let langs = |one: &Chosen<'_>| -> BTreeSet<Lang> {
        one.targets.iter().map(|side| side.lang.clone()).collect()
    };
    // The project's targets are those of the entries in its own source language; others say their own.
    let own = chosen.iter().filter(|one| one.source.lang == source);
    let targets: BTreeSet<Lang> = own.flat_map(langs).collect();
    let mut names: BTreeMap<Lang, String> = BTreeMap::new();
    for side in chosen.iter().flat_map(|one| &one.targets) {
        if let Some(name) = &side.name {
            names
                .entry(side.lang.clone())
                .or_insert_with(|| name.clone());
        }
    }
    let mut used: BTreeSet<Lang> = BTreeSet::new();
    let mut content = Vec::new();
    for one in &chosen {
        content.extend(entries(one, &source, &targets, &names, &mut used));
    }
    let name_of = |lang: &Lang| {
        let name = names.get(lang).filter(|name| *name != lang.tag());
        name.filter(|_| used.contains(lang)).cloned()
    };
    let targets = targets.iter().map(|lang| (lang.clone(), name_of(lang)));
    Some(Proposal {
        source,
        targets: targets.collect(),
        content,
        reason,
    })
}

fn entries(
    one: &Chosen<'_>,
    source: &Lang,
    targets: &BTreeSet<Lang>,
    names: &BTreeMap<Lang, String>,
    used: &mut BTreeSet<Lang>,
) -> Vec<ProposedContent> {
    let source_lang = Some(one.source.lang.clone()).filter(|lang| lang != source);
    let own: BTreeSet<Lang> = one.targets.iter().map(|side| side.lang.clone()).collect();
    let override_of = |own: BTreeSet<Lang>| {
        Some(own.into_iter().collect()).filter(|own: &Vec<Lang>| !own.iter().eq(targets.iter()))
    };
    let is_common = |side: &Side| {
        let is_plain = side.name.as_deref() == Some(side.lang.tag());
        let is_shared = side.name.as_ref() == names.get(&side.lang) && side.name.is_some();
        // A name of its own is only worth a setting where several languages share the pattern.
        is_plain || is_shared && own.len() > 1 && targets.contains(&side.lang)
    };
    if one.targets.iter().all(is_common) {
        used.extend(own.iter().cloned());
        return vec![ProposedContent {
            source: one.source.pattern.clone(),
            target: one.family.template.clone(),
            source_lang,
            targets: override_of(own),
        }];
    }
    let single = one.targets.iter().map(|side| ProposedContent {
        source: one.source.pattern.clone(),
        target: side.pattern.clone(),
        source_lang: source_lang.clone(),
        targets: override_of(BTreeSet::from([side.lang.clone()])),
    });
    single.collect()
}

fn choose<'a>(
    family: &'a Family,
    main: Option<&Lang>,
    knowledge: &Knowledge<'_>,
) -> Option<(Chosen<'a>, &'static str)> {
    let sides = sides(family, knowledge);
    let (source, reason) = source_side(&sides, main, knowledge)?;
    let mut targets: Vec<Side> = Vec::new();
    for side in &sides {
        let is_asked = knowledge.targets.is_empty()
            || knowledge
                .targets
                .iter()
                .any(|lang| is_alike(lang, &side.lang));
        let is_other = !is_alike(&side.lang, &source.lang);
        let is_new = targets.iter().all(|known| known.lang != side.lang);
        let has_shared = !side.paths.is_disjoint(&source.paths);
        if is_asked && is_other && is_new && has_shared {
            targets.push(side.clone());
        }
    }
    // A language asked for that the tree does not hold yet goes where the others are.
    for lang in knowledge.targets {
        let is_known = targets.iter().any(|side| is_alike(&side.lang, lang));
        if !is_known && !is_alike(lang, &source.lang) {
            targets.push(Side {
                lang: lang.clone(),
                name: Some(lang.tag().to_owned()),
                pattern: family.template.replace(LANG, lang.tag()),
                paths: BTreeSet::new(),
            });
        }
    }
    targets.sort_by(|one, other| one.lang.cmp(&other.lang));
    let source = source.clone();
    let chosen = Chosen {
        family,
        source,
        targets,
    };
    (!chosen.targets.is_empty()).then_some((chosen, reason))
}

/// Lists the languages of a family, those with most files first. The side without a name is left out where its language has a
/// side with one.
fn sides(family: &Family, knowledge: &Knowledge<'_>) -> Vec<Side> {
    let named = family.sides.iter().filter_map(|(name, paths)| {
        Some(Side {
            lang: locale::lang(name)?,
            name: Some(name.clone()),
            pattern: family.template.replace(LANG, name),
            paths: paths.clone(),
        })
    });
    let mut sides: Vec<Side> = named.collect();
    if let Some((pattern, paths)) = &family.base {
        let files: Vec<String> = paths
            .iter()
            .map(|path| pattern.replace(PATH, path))
            .collect();
        let site = knowledge.site.cloned();
        let lang = site.unwrap_or_else(|| (knowledge.language_of)(&files));
        if sides.iter().all(|side| !is_alike(&side.lang, &lang)) {
            sides.push(Side {
                lang,
                name: None,
                pattern: pattern.clone(),
                paths: paths.clone(),
            });
        }
    }
    sides.sort_by_key(|side| Reverse(side.paths.len()));
    sides
}

/// Chooses the source: what was asked for, what the site's settings say, the side without a name, the project's own source, the
/// side with most files, the Chinese one.
fn source_side<'a>(
    sides: &'a [Side],
    main: Option<&Lang>,
    knowledge: &Knowledge<'_>,
) -> Option<(&'a Side, &'static str)> {
    let like = |lang: &Lang| sides.iter().find(|side| is_alike(&side.lang, lang));
    if let Some(lang) = knowledge.source {
        return like(lang).map(|side| (side, "asked"));
    }
    if let Some(side) = knowledge.site.and_then(like) {
        return Some((side, "config"));
    }
    if let Some(side) = sides.iter().find(|side| side.name.is_none()) {
        return Some((side, "base"));
    }
    if let Some(side) = main.and_then(like) {
        return Some((side, "files"));
    }
    let most = sides.first()?;
    let n_most = most.paths.len();
    let largest = || sides.iter().filter(|side| side.paths.len() == n_most);
    if largest().count() == 1 {
        return Some((most, "files"));
    }
    let chinese = largest().find(|side| side.lang.is_chinese());
    let english = largest().find(|side| side.lang.is_english());
    match (chinese, english) {
        (Some(side), _) => Some((side, "chinese")),
        (None, Some(side)) => Some((side, "files")),
        (None, None) => Some((most, "files")),
    }
}

/// Tells whether two tags name the same language for our purposes: scripts of Chinese differ, regions of English do not.
fn is_alike(one: &Lang, other: &Lang) -> bool {
    let is_traditional = |lang: &Lang| {
        let mut subtags = lang.tag().split('-').skip(1);
        subtags.any(|subtag| matches!(subtag, "Hant" | "TW" | "HK" | "MO"))
    };
    match (one.is_chinese(), other.is_chinese()) {
        (true, true) => is_traditional(one) == is_traditional(other),
        _ => one.primary() == other.primary(),
    }
}
