//! The manual's rule pages are written from the rules: `SNAPSHOTS=overwrite cargo test --test manual` rewrites them.

#![expect(clippy::disallowed_methods, reason = "tests read and write fixtures")]

use duizhao::lint::fix::Applicability;
use duizhao::lint::rule::Rule;
use duizhao::report::catalogue;
use duizhao::report::noise;
use duizhao::rules::RULES;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// The pages of the manual by their path below `docs`.
fn pages(docs: &Path) -> BTreeMap<String, String> {
    let mut pages: BTreeMap<String, String> = RULES
        .iter()
        .map(|rule| (format!("rules/{}.md", rule.meta.id), page(rule)))
        .collect();
    pages.insert("rules/README.md".to_owned(), contents());
    pages.insert("checks.md".to_owned(), checks(docs));
    pages
}

/// The catalogue with its measured rates.
fn checks(docs: &Path) -> String {
    let table = |name: &str| fs::read_to_string(docs.join(name)).unwrap();
    let noise = noise::read(&table("noise.tsv")).expect("docs/noise.tsv is a table");
    let read = noise::read_by_people(&table("read.tsv")).expect("docs/read.tsv is a table");
    for id in noise.rules.keys().chain(read.keys()) {
        assert!(
            RULES.iter().any(|rule| rule.meta.id == id),
            "a table names {id}, which is no rule"
        );
    }
    catalogue::page(RULES, &fixes(docs), &noise, &read)
}

/// Which rules have fixes, by their fixtures: the `!` line of a finding with a fix says who may apply it.
fn fixes(docs: &Path) -> BTreeMap<String, Applicability> {
    let mut fixes = BTreeMap::new();
    let fixtures = docs.with_file_name("tests").join("rules");
    let mut files = BTreeSet::new();
    written(&fixtures, &mut files);
    let texts = files.iter().map(|file| fs::read_to_string(file).unwrap());
    let lines: Vec<String> = texts
        .flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>())
        .collect();
    for line in lines.iter().filter_map(|line| line.strip_prefix("! ")) {
        let rule = line.split(' ').next().unwrap_or_default();
        for applicability in [
            Applicability::Unsafe,
            Applicability::Safe,
            Applicability::DisplayOnly,
        ] {
            let mark = format!("» {} ", applicability.name());
            if line.contains(" → «") && line.contains(&mark) {
                let of_rule = fixes.entry(rule.to_owned()).or_insert(applicability);
                if *of_rule != Applicability::Safe && applicability == Applicability::Safe {
                    *of_rule = applicability;
                }
            }
        }
    }
    fixes
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
        let first = catalogue::summary(meta);
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
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let is_overwriting = env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite");
    let mut left = BTreeSet::new();
    written(&docs.join("rules"), &mut left);
    let mut stale = Vec::new();
    for (name, page) in pages(&docs) {
        let path = docs.join(&name);
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
