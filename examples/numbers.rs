//! Measures the number rules on published translations: false alarms, altered numbers caught, slips of scale caught.
//!
//! `cargo run --release --example numbers -- [--list] FOLDER [FOLDER]`: one FOLDER holds `*/*/{meta.json,zh.md,en.md}`, where `meta.json` has
//! `alignment` rows `[kind, [first line, last line], [first line, last line]]`; of two folders, the Chinese one first, the files of
//! equal path are aligned. `--list` prints every finding with both texts.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a program for the command line"
)]

use duizhao::bitext::align::AlignSettings;
use duizhao::bitext::align::align;
use duizhao::bitext::bitext::Bitext;
use duizhao::document::document::Document;
use duizhao::document::unit::UnitId;
use duizhao::document::unit::UnitKind;
use duizhao::i18n::interface::Interface;
use duizhao::i18n::messages::Messages;
use duizhao::lint::facts::SideProse;
use duizhao::lint::finding::Finding;
use duizhao::lint::meta::Severity;
use duizhao::lint::rule::Rule;
use duizhao::lint::runner::CheckSettings;
use duizhao::lint::runner::Subject;
use duizhao::lint::runner::check;
use duizhao::lint::select::Selection;
use duizhao::markdown::read::read;
use duizhao::markdown::settings::ReadSettings;
use duizhao::rules::RULES;
use duizhao::termbase::termbase::Termbase;
use duizhao::text::lang::Lang;
use duizhao::text::number::decimal::Decimal;
use duizhao::text::number::number::Number;
use duizhao::text::number::say::say;
use duizhao::text::number::scan::scan;
use duizhao::text::source::Source;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// A block of a source and its published translation.
struct Block {
    place: String,
    source: String,
    target: String,
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let folders: Vec<&String> = args.iter().filter(|arg| !arg.starts_with("--")).collect();
    let is_listing = args.iter().any(|arg| arg == "--list");
    let blocks: Vec<Block> = match folders.as_slice() {
        [folder] => documents(Path::new(folder))
            .iter()
            .flat_map(|path| blocks(path))
            .collect(),
        [source, target] => aligned(Path::new(source), Path::new(target)),
        _ => {
            println!("numbers [--list] FOLDER [FOLDER]");
            return;
        }
    };
    let (zh, en) = (Lang::new("zh-Hans"), Lang::new("en"));
    let (mut n_with, mut n_flagged, mut n_info) = (0, 0, 0);
    let (mut altered, mut slipped) = (Tally::default(), Tally::default());
    let mut by_rule: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for block in &blocks {
        let (source, target) = (scan(&block.source, &zh), scan(&block.target, &en));
        if source.is_empty() && target.is_empty() {
            continue;
        }
        n_with += 1;
        let found = findings(&block.source, &block.target);
        for finding in &found {
            *by_rule
                .entry((finding.rule.id, finding.severity.name()))
                .or_default() += 1;
        }
        if is_listing {
            list(block, &found);
        }
        if found.iter().any(is_loud) {
            n_flagged += 1;
            continue;
        }
        n_info += usize::from(!found.is_empty());
        alter(block, &mut altered);
        slip(block, &source, &target, &mut slipped);
    }
    println!("{} blocks, {n_with} with numbers", blocks.len());
    println!(
        "flagged at warning or above: {n_flagged} ({:.2} %), infos only: {n_info}",
        percent(n_flagged, n_with)
    );
    altered.print("one number altered");
    slipped.print("scaled number off by a power of ten");
    for ((rule, severity), count) in by_rule {
        println!("{count:6} {rule} {severity}");
    }
}

fn is_loud(finding: &Finding) -> bool {
    finding.severity >= Severity::Warning
}

#[expect(clippy::cast_precision_loss, reason = "counts are small")]
fn percent(part: usize, whole: usize) -> f64 {
    part as f64 * 100.0 / whole.max(1) as f64
}

#[derive(Default)]
struct Tally {
    n_tried: usize,
    n_caught: usize,
    missed: Vec<String>,
}

impl Tally {
    fn note(&mut self, block: &Block, target: &str) {
        self.n_tried += 1;
        if findings(&block.source, target).iter().any(is_loud) {
            self.n_caught += 1;
        } else {
            self.missed
                .push(format!("{} | {} | {target}", block.place, block.source));
        }
    }

    fn print(&self, what: &str) {
        println!(
            "{what}: {} of {} caught ({:.2} %)",
            self.n_caught,
            self.n_tried,
            percent(self.n_caught, self.n_tried)
        );
        for missed in self.missed.iter().take(40) {
            println!("    missed {}", missed.replace('\n', " "));
        }
    }
}

/// Alters one number in figures of the prose, which one and to what following from the text alone.
fn alter(block: &Block, tally: &mut Tally) {
    let document = document("en.md", "en", &block.target);
    let units: Vec<UnitId> = document.unit_ids().collect();
    let prose = SideProse::of(&document, &units);
    let in_figures = scan(&prose.text, &document.lang)
        .into_iter()
        .filter(|number| {
            let text = prose.text.get(number.span.clone()).unwrap_or_default();
            text.bytes().any(|byte| byte.is_ascii_digit())
        });
    let in_figures: Vec<Number> = in_figures.collect();
    let seed = block.target.bytes().fold(7usize, |seed, byte| {
        seed.wrapping_mul(31).wrapping_add(usize::from(byte))
    });
    let Some(number) = in_figures.get(seed % in_figures.len().max(1)) else {
        return;
    };
    let place = prose.at(&document, number.span.clone()).span.range();
    let digits: Vec<usize> = place
        .filter(|at| block.target.as_bytes()[*at].is_ascii_digit())
        .collect();
    let at = digits[(seed / 7) % digits.len()];
    let old = usize::from(block.target.as_bytes()[at] - b'0');
    let mut new = (old + 1 + (seed / 11) % 9) % 10;
    if new == 0 && at == digits[0] {
        new = if old == 9 { 8 } else { 9 };
    }
    let mut text = block.target.clone();
    text.replace_range(at..=at, &new.to_string());
    tally.note(block, &text);
}

fn document(name: &str, lang: &str, text: &str) -> Document {
    read(
        &Source::new(name, text),
        &Lang::new(lang),
        &ReadSettings::default(),
    )
}

/// The pairs of two folders' files of equal path.
fn aligned(source: &Path, target: &Path) -> Vec<Block> {
    let mut blocks = Vec::new();
    for path in markdown_files(source) {
        let inside = path.strip_prefix(source).expect("found below it");
        let Ok(target_text) = fs::read_to_string(target.join(inside)) else {
            continue;
        };
        let source_text = fs::read_to_string(&path).unwrap_or_default();
        let name = inside.to_string_lossy().into_owned();
        let (source, target) = (
            document(&name, "zh-Hans", &source_text),
            document(&name, "en", &target_text),
        );
        for pair in align(&source, &target, &AlignSettings::default()) {
            let text = |document: &Document, units: &[UnitId]| {
                let prose = units
                    .iter()
                    .filter(|unit| document.unit(**unit).kind.is_prose());
                let texts = prose.map(|unit| match document.unit(*unit).kind {
                    UnitKind::Heading(_) => format!("## {}", document.text(*unit)),
                    _ => document.text(*unit).to_owned(),
                });
                texts.collect::<Vec<_>>().join("\n\n")
            };
            let Some(first) = pair.target.first().filter(|_| !pair.source.is_empty()) else {
                continue;
            };
            blocks.push(Block {
                place: format!(
                    "{name}:{}",
                    target.source.line_of(target.unit(*first).span.start)
                ),
                source: text(&source, &pair.source),
                target: text(&target, &pair.target),
            });
        }
    }
    blocks
}

fn markdown_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(markdown_files(&path));
        } else if path
            .extension()
            .is_some_and(|ext| ext == "md" || ext == "mdx")
        {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Shifts each number that a scaled source number is equal to by one to four powers of ten.
fn slip(block: &Block, source: &[Number], target: &[Number], tally: &mut Tally) {
    let en = Lang::new("en");
    let scaled = source.iter().filter(|number| {
        let text = block.source.get(number.span.clone()).unwrap_or_default();
        text.contains(['万', '亿'])
    });
    for number in scaled {
        let Some(like) = target.iter().find(|like| like.value == number.value) else {
            continue;
        };
        for power in [1, 2, 3, 4, -1, -2, -3, -4] {
            let moved = Number {
                value: Decimal::shifted(like.value, power),
                kind: like.kind,
                ..like.clone()
            };
            let mut text = block.target.clone();
            text.replace_range(like.span.clone(), &say(&moved, &en));
            tally.note(block, &text);
        }
    }
}

fn list(block: &Block, found: &[Finding]) {
    let messages = Messages::new(RULES.iter().map(|rule| &rule.meta), Interface::English);
    for finding in found {
        println!(
            "{} {} {} {}",
            finding.severity.name(),
            finding.rule.id,
            block.place,
            messages.finding(finding)
        );
    }
    if !found.is_empty() {
        println!(
            "    zh: {}\n    en: {}",
            block.source.replace('\n', " "),
            block.target.replace('\n', " ")
        );
    }
}

fn findings(source: &str, target: &str) -> Vec<Finding> {
    let (source, target) = (
        document("zh.md", "zh-Hans", source),
        document("en.md", "en", target),
    );
    let bitext = Bitext::loose(source, target);
    let rules: Vec<&'static Rule> = RULES
        .iter()
        .copied()
        .filter(|rule| matches!(rule.meta.group(), "num" | "date" | "unit"))
        .collect();
    let (selection, termbase) = (Selection::default(), Termbase::default());
    let settings = CheckSettings::new(&rules, &selection, &termbase);
    check(
        &settings,
        &[Subject {
            bitext: &bitext,
            records: &[],
            damage: &[],
            lock: None,
        }],
    )
}

fn documents(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else {
        return found;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.join("meta.json").is_file() {
            found.push(path);
        } else if path.is_dir() {
            found.extend(documents(&path));
        }
    }
    found.sort();
    found
}

fn blocks(path: &Path) -> Vec<Block> {
    let text = |name: &str| fs::read_to_string(path.join(name)).unwrap_or_default();
    let (source, target) = (text("zh.md"), text("en.md"));
    let meta: serde_json::Value = serde_json::from_str(&text("meta.json")).unwrap_or_default();
    let rows = meta["alignment"].as_array().cloned().unwrap_or_default();
    let lines = |text: &str, row: &serde_json::Value| {
        let at = |idx: usize| {
            row[idx]
                .as_u64()
                .and_then(|line| usize::try_from(line).ok())
                .unwrap_or(1)
        };
        let all: Vec<&str> = text.lines().collect();
        all.get(at(0) - 1..at(1).min(all.len()))
            .unwrap_or_default()
            .join("\n")
    };
    let folder: Vec<String> = path
        .iter()
        .rev()
        .take(2)
        .map(|part| part.to_string_lossy().into_owned())
        .collect();
    rows.iter()
        .filter(|row| row[0].as_str().is_some_and(|kind| !kind.contains("code")))
        .map(|row| Block {
            place: format!("{}/{}:{}", folder[1], folder[0], row[2][0]),
            source: lines(&source, &row[1]),
            target: lines(&target, &row[2]),
        })
        .collect()
}
