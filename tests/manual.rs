//! The manual's rule pages are written from the rules: `SNAPSHOTS=overwrite cargo test --test manual` rewrites them.

#![expect(clippy::disallowed_methods, reason = "tests read and write fixtures")]

use duizhao::lint::rule::Rule;
use duizhao::rules::RULES;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// The pages of the manual by their path below `docs/rules`.
fn pages() -> BTreeMap<String, String> {
    let mut pages: BTreeMap<String, String> = RULES
        .iter()
        .map(|rule| (format!("{}.md", rule.meta.id), page(rule)))
        .collect();
    pages.insert("README.md".to_owned(), contents());
    pages
}

fn page(rule: &Rule) -> String {
    let meta = &rule.meta;
    let docs: String = meta
        .docs
        .trim_end()
        .lines()
        .map(|line| format!("{}\n", line.strip_prefix(' ').unwrap_or(line)))
        .collect();
    let severity = meta.severity.name();
    let head = format!(
        "Severity: {severity} · MQM: {} · since {}",
        meta.mqm, meta.since
    );
    format!("# {}\n\n{head}\n\n{docs}", meta.id)
}

fn contents() -> String {
    let row = |rule: &&Rule| {
        let meta = &rule.meta;
        let first = meta.docs.trim().lines().next().unwrap_or_default();
        let severity = meta.severity.name();
        format!("| [{id}]({id}.md) | {severity} | {first} |\n", id = meta.id)
    };
    let rows: String = RULES.iter().map(row).collect();
    format!("# Rules\n\n| rule | severity | what it does |\n|---|---|---|\n{rows}")
}

fn written(folder: &Path, found: &mut BTreeSet<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            written(&path, found);
        } else {
            found.insert(path);
        }
    }
}

#[test]
fn rule_pages_are_what_the_rules_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules");
    let is_overwriting = env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite");
    let mut left = BTreeSet::new();
    written(&folder, &mut left);
    let mut stale = Vec::new();
    for (name, page) in pages() {
        let path = folder.join(&name);
        left.remove(&path);
        if fs::read_to_string(&path).is_ok_and(|found| found == page) {
            continue;
        }
        if is_overwriting {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, page).unwrap();
        } else {
            stale.push(path);
        }
    }
    assert!(
        stale.is_empty(),
        "stale pages, run `SNAPSHOTS=overwrite cargo test --test manual`: {stale:?}"
    );
    assert!(left.is_empty(), "pages of no rule, delete them: {left:?}");
}
