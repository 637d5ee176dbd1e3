//! The project's glossary files, joined to one termbase.

use crate::bitext::align::AlignSettings;
use crate::edge::project::discover::Project;
use crate::edge::project::load;
use crate::edge::project::refusal;
use crate::edge::project::walk;
use crate::termbase::termbase::Termbase;
use crate::termbase::yaml;
use crate::text::notice::Notice;
use crate::text::source::Source;
use camino::{Utf8Path, Utf8PathBuf};
use std::collections::BTreeSet;

/// Loads all glossary files. Any problem is a refusal: checking with half a glossary would pass what it should not.
pub fn load(project: &Project) -> Result<Termbase, Vec<Notice>> {
    Ok(read(project)?.0)
}

/// Does the same and returns the files, too.
pub fn read(project: &Project) -> Result<(Termbase, Vec<Source>), Vec<Notice>> {
    let mut notices = Vec::new();
    let mut parts = Vec::new();
    let mut sources = Vec::new();
    for path in files(project)? {
        match load::source(project.files.as_ref(), &path) {
            Ok(source) => {
                let (part, problems) = yaml::read(&source);
                notices.extend(problems);
                parts.push(part);
                sources.push(source);
            }
            Err(notice) => notices.push(notice),
        }
    }
    let (termbase, problems) = Termbase::join(parts);
    notices.extend(problems);
    if notices.is_empty() {
        Ok((termbase, sources))
    } else {
        Err(notices)
    }
}

/// Lists the glossary files, sorted. A file named outright must be there; a glob may meet nothing.
pub fn files(project: &Project) -> Result<Vec<Utf8PathBuf>, Vec<Notice>> {
    let mut found = BTreeSet::new();
    let mut notices = Vec::new();
    for glob in &project.config.glossary {
        let glob = glob.strip_prefix("./").unwrap_or(glob);
        let fixed = glob
            .find(['*', '?', '[', '{'])
            .and_then(|at| glob.get(..at));
        let Some(fixed) = fixed else {
            let path = Utf8PathBuf::from(glob);
            if !project.files.has(&path) {
                notices.push(Notice::new("glossary-missing").arg("path", &path));
            }
            found.insert(path);
            continue;
        };
        let folder = fixed.rsplit_once('/').map_or("", |(folder, _)| folder);
        let set = walk::glob_set(&[glob.to_owned()]);
        match project.files.list(Utf8Path::new(folder)) {
            Ok(files) => found.extend(files.into_iter().filter(|file| set.is_match(file))),
            Err(error) => notices.push(refusal::notice(Utf8Path::new(folder), &error)),
        }
    }
    if notices.is_empty() {
        Ok(found.into_iter().collect())
    } else {
        Err(notices)
    }
}

/// Returns what the aligner is told of the glossary.
pub fn align_settings(termbase: &Termbase) -> AlignSettings {
    AlignSettings {
        terms: term_pairs(termbase),
        ..AlignSettings::default()
    }
}

/// Returns every source form with every target that may stand for it.
fn term_pairs(termbase: &Termbase) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for concept in &termbase.concepts {
        let targets = concept.target.iter().chain(&concept.allow);
        for target in targets {
            let pair = |form: &String| (form.clone(), target.clone());
            pairs.extend(concept.source.iter().map(pair));
        }
        if concept.is_dnt {
            let pair = |form: &String| (form.clone(), form.clone());
            pairs.extend(concept.source.iter().map(pair));
        }
    }
    pairs
}
