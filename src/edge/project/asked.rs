//! Settings for content entries that were said on the command line: only the languages are found.

use crate::config::pattern::LANG;
use crate::config::pattern::Pattern;
use crate::edge::project::alike::is_alike;
use crate::edge::project::alike::usual_target;
use crate::edge::project::fallback;
use crate::edge::project::locale;
use crate::edge::project::propose::Knowledge;
use crate::edge::project::propose::Proposal;
use crate::edge::project::propose::ProposedContent;
use crate::text::lang::Lang;
use camino::Utf8PathBuf;
use std::collections::BTreeMap;

/// Proposes the entries `content` (source and target patterns) with the languages asked for, else those of the files.
pub fn propose(
    listed: &[Utf8PathBuf],
    content: &[(String, String)],
    knowledge: &Knowledge<'_>,
) -> Proposal {
    let sources = content
        .iter()
        .map(|(source, _)| fallback::captured(listed, source));
    let files: Vec<String> = sources.flatten().collect();
    let source = match knowledge.source {
        Some(lang) => lang.clone(),
        None => (knowledge.language_of)(&files),
    };
    let mut targets: BTreeMap<Lang, Option<String>> = BTreeMap::new();
    for lang in knowledge.targets {
        targets.insert(lang.clone(), None);
    }
    if targets.is_empty() {
        let names = content.iter().flat_map(|(_, target)| names(listed, target));
        for name in names {
            if let Some(lang) = locale::lang(&name).filter(|lang| !is_alike(lang, &source)) {
                let called = Some(name).filter(|name| name != lang.tag());
                targets.entry(lang).or_insert(called);
            }
        }
    }
    if targets.is_empty() {
        targets.insert(usual_target(&source), None);
    }
    Proposal {
        source,
        targets: targets.into_iter().collect(),
        content: content.iter().cloned().map(ProposedContent::new).collect(),
        reason: "asked",
    }
}

/// Lists what languages are called where a target pattern finds files, or in the pattern itself.
fn names(listed: &[Utf8PathBuf], target: &str) -> Vec<String> {
    if !target.contains(LANG) {
        let ranges = locale::names(target).into_iter();
        return ranges
            .filter_map(|range| target.get(range))
            .map(str::to_owned)
            .collect();
    }
    let mut found = Vec::new();
    for path in listed.iter().map(|path| path.as_str()) {
        let ranges = locale::names(path).into_iter();
        for name in ranges.filter_map(|range| path.get(range)) {
            let is_known = found.iter().any(|known| known == name);
            if !is_known && Pattern::new(target, name).capture(path).is_some() {
                found.push(name.to_owned());
            }
        }
    }
    found
}
