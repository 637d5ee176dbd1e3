//! The message files of Docusaurus sites: `code.json`, the sidebars', the navigation bar's and the footer's.

use crate::catalog::name;
use crate::config::pattern::LANG;
use crate::config::pattern::PATH;
use crate::edge::project::locale;
use crate::edge::project::propose::Proposal;
use crate::edge::project::propose::ProposedContent;
use camino::Utf8PathBuf;
use std::collections::{BTreeMap, BTreeSet};

/// Proposes content entries for the message files that stand beside the documents of `proposal`, one a site; one for each language where
/// a folder is not called as the settings call its language.
pub fn entries(listed: &[Utf8PathBuf], proposal: &Proposal) -> Vec<ProposedContent> {
    let mut sites: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for file in listed {
        if let Some((site, folder)) = message_file(file.as_str()) {
            sites.entry(site).or_default().insert(folder);
        }
    }
    let mut entries = Vec::new();
    for (site, folders) in sites {
        let is_source =
            |folder: &&&str| locale::lang(folder).is_some_and(|lang| lang == proposal.source);
        let own = folders.iter().find(is_source).copied();
        let own = own.unwrap_or(proposal.source.tag());
        let source = format!("{site}i18n/{own}/{PATH}.json");
        let met = proposal.targets.iter().filter_map(|(lang, called)| {
            let folder = folders
                .iter()
                .find(|folder| locale::lang(folder).as_ref() == Some(lang))?;
            Some((
                lang,
                *folder,
                called.as_deref().unwrap_or(lang.tag()) == *folder,
            ))
        });
        let met: Vec<_> = met.filter(|(_, folder, _)| *folder != own).collect();
        if met.is_empty() && folders.contains(own) {
            // The messages of the source alone: the drafts go where the site looks for them.
            entries.push(ProposedContent::new((
                source,
                format!("{site}i18n/{LANG}/{PATH}.json"),
            )));
            continue;
        }
        let is_all = met.len() == proposal.targets.len();
        if is_all && met.iter().all(|(.., is_called)| *is_called) {
            entries.push(ProposedContent {
                source,
                target: format!("{site}i18n/{LANG}/{PATH}.json"),
                source_lang: None,
                targets: None,
            });
            continue;
        }
        entries.extend(met.into_iter().map(|(lang, folder, _)| ProposedContent {
            source: source.clone(),
            target: format!("{site}i18n/{folder}/{PATH}.json"),
            source_lang: None,
            targets: (proposal.targets.len() > 1).then(|| vec![lang.clone()]),
        }));
    }
    entries
}

/// From the path of a message file: what stands before `i18n/`, and the folder of its language.
fn message_file(path: &str) -> Option<(&str, &str)> {
    let at = match path.starts_with("i18n/") {
        true => 0,
        false => path.find("/i18n/")? + 1,
    };
    let (folder, inner) = path.get(at + "i18n/".len()..)?.split_once('/')?;
    let is_docusaurus = inner == "code.json" || inner.starts_with("docusaurus-");
    let is_message = is_docusaurus && name::is_json(path) && !name::is_beside_pages(path);
    is_message.then_some((path.get(..at)?, folder))
}
