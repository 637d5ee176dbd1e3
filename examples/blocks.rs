//! Measures the alignment of whole Markdown files whose blocks are known to correspond, and of the same files with one paragraph of the draft deleted.
//!
//! `cargo run --release --example blocks -- [--list] FOLDER`: FOLDER holds `*/*/{meta.json,zh.md,en.md}`, where `meta.json` has `alignment` rows
//! `[kind, [first line, last line], [first line, last line]]`. A row is right when the units of its source lines pair with the units of its target
//! lines and with no others. A deletion is right when the paragraph's source is untranslated and no other pair has changed.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a program for the command line"
)]

use duizhao::bitext::align::{AlignSettings, align};
use duizhao::document::dialect::Dialect;
use duizhao::document::document::Document;
use duizhao::document::unit::{UnitId, UnitSpan};
use duizhao::markdown::read::read;
use duizhao::markdown::settings::ReadSettings;
use duizhao::text::lang::Lang;
use duizhao::text::source::Source;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

#[derive(serde::Deserialize)]
struct Meta {
    #[serde(default)]
    alignment: Vec<(String, Lines, Lines)>,
}

type Lines = (u32, u32);

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let is_listing = args.iter().any(|arg| arg == "--list");
    let folder = args
        .iter()
        .find(|arg| !arg.starts_with("--"))
        .expect("a folder");
    let mut tally = Tally::default();
    for set in folders(Path::new(folder)) {
        for case in folders(&set) {
            measure(&case, is_listing, &mut tally);
        }
    }
    let share = |(right, all): (usize, usize)| right as f32 / all.max(1) as f32;
    println!(
        "blocks: {} of {} right ({:.4})",
        tally.blocks.0,
        tally.blocks.1,
        share(tally.blocks)
    );
    println!(
        "deletions: {} of {} right ({:.4}); {} more changed how other blocks read",
        tally.deletions.0,
        tally.deletions.1,
        share(tally.deletions),
        tally.n_changed_more
    );
    println!(
        "one section moved to the end: {} of {} units right ({:.4})",
        tally.moved.0,
        tally.moved.1,
        share(tally.moved)
    );
}

#[derive(Default)]
struct Tally {
    blocks: (usize, usize),
    deletions: (usize, usize),
    /// Deletions that changed how other blocks read.
    n_changed_more: usize,
    /// Units of drafts with one section moved to the end.
    moved: (usize, usize),
}

fn folders(path: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(path).expect("a folder");
    let mut found: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    found.retain(|path| path.is_dir());
    found.sort();
    found
}

fn document(text: &str, lang: &str) -> Document {
    let settings = ReadSettings {
        dialect: Dialect::of("page.md"),
        ..ReadSettings::default()
    };
    read(&Source::new("page.md", text), &Lang::new(lang), &settings)
}

fn measure(case: &Path, is_listing: bool, tally: &mut Tally) {
    let text = |name: &str| fs::read_to_string(case.join(name)).unwrap_or_default();
    let Ok(meta) = serde_json::from_str::<Meta>(&text("meta.json")) else {
        return;
    };
    if meta.alignment.is_empty() {
        return;
    }
    let (chinese, english) = (text("zh.md"), text("en.md"));
    let source = document(&chinese, "zh");
    let target = document(&english, "en");
    let before = partners(&source, &target);
    for (kind, from, to) in &meta.alignment {
        let (ones, others) = (units(&source, *from), units(&target, *to));
        if ones.is_empty() || others.is_empty() {
            continue;
        }
        let found: BTreeSet<String> = ones.iter().flat_map(|unit| before[unit].clone()).collect();
        let expected: BTreeSet<String> = others
            .iter()
            .map(|unit| target.text(*unit).to_owned())
            .collect();
        tally.blocks.1 += 1;
        if found == expected {
            tally.blocks.0 += 1;
        } else if is_listing {
            println!(
                "{} {kind} {from:?}: {found:?} instead of {expected:?}",
                case.display()
            );
        }
    }
    move_section(&meta, &source, &english, &before, tally);
    for (kind, from, to) in &meta.alignment {
        if kind != "para" || units(&source, *from).is_empty() || units(&target, *to).is_empty() {
            continue;
        }
        let without: Vec<&str> = english
            .split_inclusive('\n')
            .zip(1..)
            .filter(|(_, line)| !(to.0..=to.1).contains(line))
            .map(|(line, _)| line)
            .collect();
        let shorter = document(&without.concat(), "en");
        // Where the first line of an item goes, what follows reads as another kind of block: then more than one paragraph changed.
        let deleted = units(&target, *to);
        let kept = target.unit_ids().filter(|unit| !deleted.contains(unit));
        if !kept
            .map(|unit| target.text(unit))
            .eq(shorter.unit_ids().map(|unit| shorter.text(unit)))
        {
            tally.n_changed_more += 1;
            continue;
        }
        let after = partners(&source, &shorter);
        let gone = units(&source, *from);
        let wrong: Vec<UnitId> = source
            .unit_ids()
            .filter(|unit| {
                if gone.contains(unit) {
                    !after[unit].is_empty()
                } else {
                    after[unit] != before[unit]
                }
            })
            .collect();
        tally.deletions.1 += 1;
        if wrong.is_empty() {
            tally.deletions.0 += 1;
        } else if is_listing {
            println!("{} without {to:?}:", case.display());
            for unit in wrong {
                println!(
                    "   {:?} => {:?}, before {:?}",
                    source.text(unit),
                    after[&unit],
                    before[&unit]
                );
            }
        }
    }
}

/// Moves the second section of a draft to its end and counts the units that keep their partners.
fn move_section(
    meta: &Meta,
    source: &Document,
    english: &str,
    before: &BTreeMap<UnitId, Vec<String>>,
    tally: &mut Tally,
) {
    let headings = meta.alignment.iter().filter(|(kind, ..)| kind == "h2");
    let starts: Vec<u32> = headings.map(|(_, _, to)| to.0).collect();
    let [_, second, third, ..] = starts.as_slice() else {
        return;
    };
    let lines: Vec<&str> = english.split_inclusive('\n').collect();
    let (second, third) = (*second as usize - 1, *third as usize - 1);
    let (head, section, tail) = (&lines[..second], &lines[second..third], &lines[third..]);
    let text = format!("{}{}\n\n{}", head.concat(), tail.concat(), section.concat());
    let after = partners(source, &document(&text, "en"));
    for unit in source.unit_ids() {
        tally.moved.1 += 1;
        tally.moved.0 += usize::from(after[&unit] == before[&unit]);
    }
}

/// Returns the texts that each source unit is paired with.
fn partners(source: &Document, target: &Document) -> BTreeMap<UnitId, Vec<String>> {
    let mut found = BTreeMap::new();
    for pair in align(source, target, &AlignSettings::default()) {
        let texts: Vec<String> = pair
            .target
            .iter()
            .map(|unit| target.text(*unit).to_owned())
            .collect();
        for unit in pair.source {
            found.insert(unit, texts.clone());
        }
    }
    found
}

/// Returns the units that begin in the lines.
fn units(document: &Document, lines: Lines) -> Vec<UnitId> {
    let line = |unit: &UnitId| {
        let place = document.to_source(*unit, UnitSpan::of(0..0));
        document.source.line_of(place.start)
    };
    let ids = document.unit_ids();
    ids.filter(|unit| (lines.0..=lines.1).contains(&line(unit)))
        .collect()
}
