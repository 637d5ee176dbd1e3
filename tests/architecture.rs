//! The house keeps its floors: every folder imports only from floors below it.
#![expect(
    clippy::disallowed_methods,
    reason = "the laws are held by reading the house's own files"
)]

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Floors from the ground up. A folder may import only folders named on an earlier line.
const FLOORS: &[&[&str]] = &[
    &["text"],
    &["document"],
    &["markdown", "termbase"],
    &["catalog"],
    &["bitext"],
    &["lock"],
    &["lint", "progress", "draft"],
    &["rules", "i18n"],
    &["report", "interchange", "render"],
    &["config"],
    &["edge"],
];

/// What only `edge` may name.
const WORLD: &[&str] = &[
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "std::thread",
    "SystemTime",
    "Instant",
    "println!",
    "eprintln!",
    "stdout()",
    "stderr()",
    "stdin()",
];

const LONGEST: usize = 400;

fn files(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path))
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            found.push(path)
        }
    }
    found.sort();
    found
}

fn floor(folder: &str) -> usize {
    FLOORS
        .iter()
        .position(|row| row.contains(&folder))
        .unwrap_or_else(|| panic!("src/{folder} stands on no floor: add it to FLOORS"))
}

/// Code without comments: doc links may point anywhere.
fn code(path: &Path) -> String {
    fs::read_to_string(path)
        .unwrap()
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .map(|line| format!("{line}\n"))
        .collect()
}

/// Every `crate::NAME` a file names, grouped imports included.
fn crate_names(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        if code[..at].ends_with('$') {
            continue;
        }
        let rest = &code[at + 7..];
        assert!(
            !rest.starts_with('{'),
            "write one `use crate::folder` a line, not `use crate::{{…}}`"
        );
        names.push(
            rest.chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect(),
        );
    }
    names
}

#[test]
fn folders_import_only_downwards() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    for path in files(&src) {
        let inside = path.strip_prefix(&src).unwrap();
        let home = inside
            .components()
            .next()
            .unwrap()
            .as_os_str()
            .to_str()
            .unwrap();
        if home.ends_with(".rs") {
            continue;
        }
        for name in crate_names(&code(&path)) {
            if name == home || name == "declare_rule" {
                continue;
            }
            if floor(&name) >= floor(home) {
                wrong.push(format!("{} imports {name}", inside.display()))
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "imports that do not run downwards:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn only_the_edge_touches_the_world() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for path in files(&src) {
        if path.starts_with(src.join("edge")) || path == src.join("main.rs") {
            continue;
        }
        for word in WORLD {
            assert!(
                !code(&path).contains(word),
                "{} names {word}",
                path.display()
            )
        }
    }
}

#[test]
fn files_stay_short() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for path in files(&src) {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        assert!(lines <= LONGEST, "{} has {lines} lines", path.display());
    }
}

/// Each outside crate lives in one room, so that it can be changed in one room.
const HOMES: &[(&str, &[&str])] = &[
    ("pulldown_cmark", &["markdown/"]),
    ("fluent", &["i18n/"]),
    ("clap", &["edge/cli/"]),
    (
        "rayon",
        &[
            "bitext/passes.rs",
            "edge/cli/commands/align.rs",
            "lint/conclude.rs",
            "lint/runner.rs",
            "edge/project/",
        ],
    ),
    ("serde_yaml", &["yaml.rs", "front_matter.rs"]),
    ("similar", &["text/similarity.rs", "progress/drift.rs"]),
    ("aho_corasick", &["termbase/"]),
    ("regex", &["termbase/"]),
    ("fancy_regex", &["text/sentence/srx.rs"]),
    ("regex_automata", &["text/sentence/automaton.rs"]),
    ("annotate_snippets", &["report/full.rs"]),
    (
        "minijinja",
        &[
            "report/page_parts.rs",
            "render/html/reader.rs",
            "render/epub/",
        ],
    ),
    ("quick_xml", &["interchange/xml.rs"]),
    ("calamine", &["interchange/spreadsheet.rs"]),
    ("rust_xlsxwriter", &["interchange/spreadsheet.rs"]),
    (
        "zip",
        &["interchange/spreadsheet.rs", "render/epub/archive.rs"],
    ),
    ("unic_langid", &["i18n/"]),
    ("fluent_langneg", &["i18n/"]),
    ("ignore", &["edge/files/"]),
    ("tempfile", &["edge/files/"]),
    ("indicatif", &["edge/cli/"]),
    ("sys_locale", &["edge/cli/"]),
    ("unicode_linebreak", &["interchange/po/wrap.rs"]),
    ("unicode_segmentation", &["text/"]),
    ("xxhash_rust", &["text/digest.rs", "text/fingerprint.rs"]),
    ("postcard", &["edge/project/cache.rs"]),
    ("pinyin", &["bitext/lexical/"]),
    ("rust_stemmers", &["bitext/lexical/"]),
];

#[test]
fn outside_crates_stay_in_their_rooms() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for path in files(&src) {
        let inside = path
            .strip_prefix(&src)
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned();
        let code = code(&path);
        for (name, homes) in HOMES {
            let named =
                code.contains(&format!("use {name}::")) || code.contains(&format!(" {name}::"));
            assert!(
                !named
                    || homes
                        .iter()
                        .any(|home| inside.starts_with(home) || inside.ends_with(home)),
                "src/{inside} names {name}; its home is {homes:?}"
            );
        }
    }
}

/// The edge has floors of its own, from the ground up.
const EDGE_FLOORS: &[&str] = &["files", "project", "cli"];

#[test]
fn the_edge_keeps_its_own_floors() {
    let edge = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/edge");
    let edge_floor = |name: &str| EDGE_FLOORS.iter().position(|floor| *floor == name);
    for path in files(&edge) {
        let inside = path.strip_prefix(&edge).unwrap();
        let home = inside.components().next().unwrap().as_os_str();
        let Some(home) = edge_floor(home.to_str().unwrap()) else {
            continue;
        };
        let code = code(&path);
        for (at, _) in code.match_indices("crate::edge::") {
            let rest = &code[at + "crate::edge::".len()..];
            let name: String = rest
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            let floor =
                edge_floor(&name).unwrap_or_else(|| panic!("src/edge/{name} stands on no floor"));
            assert!(
                floor <= home,
                "src/edge/{} imports {name}",
                inside.display()
            );
        }
    }
}

/// Names that say nothing of what a file is about.
const EMPTY_NAMES: &[&str] = &[
    "utils", "util", "helpers", "helper", "common", "types", "misc", "manager", "shared",
];

#[test]
fn file_names_say_what_is_inside() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for path in files(&src) {
        let stem = path.file_stem().unwrap().to_str().unwrap();
        assert!(
            !EMPTY_NAMES.contains(&stem),
            "{} has a name that says nothing",
            path.display()
        );
    }
}

#[test]
fn no_rule_imports_a_rule() {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    for path in files(&rules) {
        assert!(
            !code(&path).contains("crate::rules::"),
            "{} imports a rule: what rules share goes into lint/context.rs or text/",
            path.display()
        );
    }
}

#[test]
fn every_file_says_why_it_exists() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for path in files(&src) {
        let text = fs::read_to_string(&path).unwrap();
        let is_rule = path.parent().unwrap().parent() == Some(&src.join("rules"))
            && !path.ends_with("mod.rs");
        assert!(
            text.starts_with("//! ") || (is_rule && text.contains("declare_rule!")),
            "{} starts without a line that says why it exists",
            path.display()
        );
    }
}

#[test]
fn the_house_re_exports_nothing() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for path in files(&src) {
        assert!(
            !code(&path).contains("pub use "),
            "{} re-exports",
            path.display()
        );
    }
}
