//! Reads every Markdown and MDX file below the given folders and checks what the reader and the writer promise.
//!
//! `cargo run --example roundtrip -- FOLDER…`; with `--dump FILE` it prints one file's units.
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "an example reads and talks"
)]

use duizhao::document::dialect::Dialect;
use duizhao::document::document::Document;
use duizhao::document::unit::{UnitId, UnitSpan};
use duizhao::markdown::read::read;
use duizhao::markdown::settings::ReadSettings;
use duizhao::markdown::write::write;
use duizhao::text::lang::Lang;
use duizhao::text::source::Source;
use std::collections::BTreeMap;
use std::path::Path;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if args.first().is_some_and(|arg| arg == "--dump") {
        args.iter().skip(1).for_each(|path| dump(path));
        return;
    }
    let mut tally = Tally::default();
    for folder in &args {
        walk(Path::new(folder), &mut tally);
    }
    println!(
        "{} files, {} units, {} flaws",
        tally.n_files, tally.n_units, tally.n_flaws
    );
    println!("kinds: {:?}", tally.kinds);
    println!("problems: {:?}", tally.problems);
}

#[derive(Default)]
struct Tally {
    n_files: usize,
    n_units: usize,
    n_flaws: usize,
    kinds: BTreeMap<&'static str, usize>,
    problems: BTreeMap<String, usize>,
}

fn walk(path: &Path, tally: &mut Tally) {
    if path.is_dir() {
        let mut paths: Vec<_> = std::fs::read_dir(path)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .collect();
        paths.sort();
        paths.iter().for_each(|path| walk(path, tally));
    } else if path
        .extension()
        .is_some_and(|ext| ext == "md" || ext == "mdx")
    {
        let Ok(text) = std::fs::read_to_string(path) else {
            return;
        };
        let name = path.display().to_string();
        tally.n_files += 1;
        let document = read_text(&name, &text);
        tally.n_units += document.units.len();
        for unit in &document.units {
            *tally.kinds.entry(unit.kind.name()).or_default() += 1;
        }
        for problem in &document.problems {
            *tally
                .problems
                .entry(format!("{:?}", problem.kind))
                .or_default() += 1;
        }
        if std::env::var_os("PROBLEMS").is_some() {
            for problem in &document.problems {
                println!(
                    "{name}:{}: {:?} {}",
                    document.source.line_of(problem.span.start),
                    problem.kind,
                    problem.detail
                );
            }
        }
        for flaw in flaws(&name, &text, &document) {
            tally.n_flaws += 1;
            println!("{name}: {flaw}");
        }
    }
}

fn read_text(name: &str, text: &str) -> Document {
    let settings = ReadSettings {
        dialect: Dialect::of(name),
        ..ReadSettings::default()
    };
    read(&Source::new(name, text), &Lang::new("en"), &settings)
}

fn flaws(name: &str, text: &str, document: &Document) -> Vec<String> {
    let mut flaws = Vec::new();
    if write(document, &[]) != text {
        flaws.push("not the same bytes".to_owned());
    }
    let mut last = 0;
    for id in document.unit_ids() {
        let unit = document.unit(id);
        if unit.span.start < last {
            flaws.push(format!("overlap at {}", unit.span.start));
        }
        last = unit.span.end;
        for (at, c) in document.text(id).char_indices() {
            let place = document.to_source(id, UnitSpan::of(at..at + c.len_utf8()));
            let there = document.source.slice(place);
            if there != c.to_string() && !there.starts_with(['\\', '&']) {
                flaws.push(format!("unit {} maps {c:?} to {there:?}", id.0));
                break;
            }
        }
    }
    let texts: Vec<(UnitId, String)> = document
        .unit_ids()
        .filter(|id| document.unit(*id).kind.is_prose())
        .map(|id| (id, format!("{} zz{}", document.text(id), id.0)))
        .collect();
    let refs: Vec<(UnitId, &str)> = texts
        .iter()
        .map(|(id, text)| (*id, text.as_str()))
        .collect();
    let changed = write(document, &refs);
    let again = read_text(name, &changed);
    if again.units.len() != document.units.len() {
        let differs = document
            .unit_ids()
            .zip(again.unit_ids())
            .find(|(old, new)| !again.text(*new).starts_with(document.text(*old)));
        let at =
            differs.map(|(old, new)| format!("{:?} / {:?}", document.text(old), again.text(new)));
        flaws.push(format!(
            "{} units become {}: {}",
            document.units.len(),
            again.units.len(),
            at.unwrap_or_default()
        ));
        return flaws;
    }
    for (id, text) in &texts {
        if again.text(*id) != text {
            flaws.push(format!("wrote {text:?}, read {:?}", again.text(*id)));
        }
    }
    let back: Vec<(UnitId, &str)> = texts
        .iter()
        .map(|(id, _)| (*id, document.text(*id)))
        .collect();
    if write(&again, &back) != text {
        flaws.push("there and back is not the same bytes".to_owned());
    }
    flaws
}

fn dump(path: &str) {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let document = read_text(path, &text);
    for id in document.unit_ids() {
        let unit = document.unit(id);
        let line = document.source.line_of(unit.span.start);
        let key = unit
            .key
            .as_deref()
            .map(|key| format!(" {key}"))
            .unwrap_or_default();
        println!("{line:4} {}{key} {:?}", unit.kind.name(), document.text(id));
        for code in document.codes(id) {
            let span = code.span.range();
            println!(
                "        {:?} {:?} → {:?}",
                code.kind,
                &document.text(id)[span],
                code.content
            );
        }
    }
    for problem in &document.problems {
        println!(
            "! {:?} line {}: {}",
            problem.kind,
            document.source.line_of(problem.span.start),
            problem.detail
        );
    }
}
