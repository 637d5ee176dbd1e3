//! From the families of a tree to content entries: which language is the source, what the entries say.

use crate::config::pattern::LANG;
use crate::config::pattern::PATH;
use crate::config::pattern::Pattern;
use crate::edge::project::alike::is_alike;
use crate::edge::project::endings;
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
    /// The default language that the settings of a file's site name.
    pub site: &'a dyn Fn(&str) -> Option<Lang>,
    /// Tells the language of files by their text.
    pub language_of: &'a dyn Fn(&[String]) -> Lang,
    /// Tells the language of a file by its prose; nothing where there is little of it.
    pub prose_language: &'a dyn Fn(&str) -> Option<Lang>,
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

impl ProposedContent {
    /// Makes an entry in the project's languages.
    pub fn new((source, target): (String, String)) -> Self {
        Self {
            source,
            target,
            source_lang: None,
            targets: None,
        }
    }
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
    /// Why this source: `asked`, `config`, `base`, `files`, `leftover` or `chinese`.
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
    let parts = families
        .iter()
        .flat_map(|family| endings::parts(family, knowledge.language_of));
    let mut parts: Vec<Family> = parts.collect();
    parts.sort_by_key(|family| Reverse(family.n_paired()));
    let mut chosen: Vec<Chosen<'_>> = Vec::new();
    let mut reason = "asked";
    for family in &parts {
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
    let own = chosen
        .iter()
        .filter(|one| is_alike(&one.source.lang, &source));
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
    let content = exceptions_first(content);
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

/// Puts entries for single files before a pattern that would take the file.
fn exceptions_first(content: Vec<ProposedContent>) -> Vec<ProposedContent> {
    let patterns: Vec<Pattern> = content
        .iter()
        .map(|entry| Pattern::new(&entry.source, ""))
        .collect();
    let is_exception = |entry: &ProposedContent| {
        let mut open = patterns.iter().filter(|pattern| !pattern.is_file());
        !entry.source.contains(PATH) && open.any(|pattern| pattern.capture(&entry.source).is_some())
    };
    let (mut first, rest): (Vec<_>, Vec<_>) = content.into_iter().partition(is_exception);
    first.extend(rest);
    first
}

fn entries(
    one: &Chosen<'_>,
    source: &Lang,
    targets: &BTreeSet<Lang>,
    names: &BTreeMap<Lang, String>,
    used: &mut BTreeSet<Lang>,
) -> Vec<ProposedContent> {
    let source_lang = Some(one.source.lang.clone()).filter(|lang| !is_alike(lang, source));
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
        let is_copy = || side.is_copy_of(source, knowledge);
        if is_asked && is_other && is_new && has_shared && !is_copy() {
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
        // A site may keep its default language in a folder of its own: the files without a name are in another then.
        let site = files.first().and_then(|file| (knowledge.site)(file));
        let site = site.filter(|lang| sides.iter().all(|side| !is_alike(&side.lang, lang)));
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

/// Chooses the source: what was asked for, the side without a name, what the site's settings say, the project's own source, the side
/// with clearly more files, the language that drafts were left in, the Chinese one.
fn source_side<'a>(
    sides: &'a [Side],
    main: Option<&Lang>,
    knowledge: &Knowledge<'_>,
) -> Option<(&'a Side, &'static str)> {
    let like = |lang: &Lang| sides.iter().find(|side| is_alike(&side.lang, lang));
    if let Some(lang) = knowledge.source {
        return like(lang).map(|side| (side, "asked"));
    }
    let site = sides
        .iter()
        .find_map(|side| (knowledge.site)(&side.file()?));
    if let Some(side) = sides.iter().find(|side| side.name.is_none()) {
        let is_said = site.is_some_and(|lang| is_alike(&lang, &side.lang));
        return Some((side, if is_said { "config" } else { "base" }));
    }
    if let Some(side) = site.as_ref().and_then(like) {
        return Some((side, "config"));
    }
    if let Some(side) = main.and_then(like) {
        return Some((side, "files"));
    }
    let most = sides.first()?;
    let n_most = most.paths.len();
    let is_close = |side: &&Side| (n_most - side.paths.len()) * 20 <= n_most;
    let closest: Vec<&Side> = sides.iter().take_while(is_close).collect();
    if closest.len() == 1 {
        return Some((most, "files"));
    }
    if let Some(side) = left_in(&closest, knowledge) {
        return Some((side, "leftover"));
    }
    let chinese = closest.iter().find(|side| side.lang.is_chinese());
    let english = closest.iter().find(|side| side.lang.is_english());
    match (chinese, english) {
        (Some(side), _) => Some((side, "chinese")),
        (None, Some(side)) => Some((side, "files")),
        (None, None) => Some((most, "files")),
    }
}

/// As many files of a side as are read to see whether they were left in another's language.
const N_READ: usize = 40;

/// Returns the side in whose language several files of the others still are, where that holds of one side alone: drafts are begun as
/// copies of their sources.
fn left_in<'a>(sides: &[&'a Side], knowledge: &Knowledge<'_>) -> Option<&'a Side> {
    let n_left = |source: &Side| -> usize {
        let others = sides
            .iter()
            .filter(|side| !is_alike(&side.lang, &source.lang));
        let counts = others.map(|side| {
            let step = side.paths.len().div_ceil(N_READ).max(1);
            let sample = side.paths.iter().step_by(step);
            let sample = sample.map(|path| side.pattern.replace(PATH, path));
            let langs = sample.filter_map(|file| (knowledge.prose_language)(&file));
            langs.filter(|lang| is_alike(lang, &source.lang)).count()
        });
        counts.sum()
    };
    let counts: Vec<usize> = sides.iter().map(|side| n_left(side)).collect();
    let mut found = sides.iter().zip(&counts).filter(|(_, n)| **n > 0);
    let (side, n) = found.next()?;
    (*n > 1 && found.next().is_none()).then_some(*side)
}

impl Side {
    /// Tells whether it is one file that is still in the language of `source`: no translation was begun.
    fn is_copy_of(&self, source: &Self, knowledge: &Knowledge<'_>) -> bool {
        let is_file = !self.pattern.contains(PATH);
        let lang = is_file.then(|| (knowledge.prose_language)(&self.pattern));
        lang.flatten()
            .is_some_and(|lang| is_alike(&lang, &source.lang))
    }

    /// Returns the path of one of its files.
    fn file(&self) -> Option<String> {
        let path = self.paths.first()?;
        Some(self.pattern.replace(PATH, path))
    }
}
