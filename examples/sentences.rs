//! Measures the sentence breaks on public test sets, which are read where they lie and are no part of this repository.
//!
//! `cargo run --example sentences -- golden --lang LANG SPEC…`: the Golden Rules of pragmatic_segmenter, read from its
//! `spec/pragmatic_segmenter/languages/*_spec.rb`; a rule holds when every sentence of it is found and no other.
//!
//! `cargo run --example sentences -- gold --lang LANG [--attach] [--blocks] [--list] FILE…`: files with one sentence a line are joined,
//! Chinese with nothing between and others with a space, segmented anew under the policy `split` (`--attach`: `attach`),
//! and the boundaries compared: precision, recall, F1. Joined text has no mark where a heading ends; with `--blocks`, a line
//! that ends in no punctuation is followed by a blank line, as it is in a document, and that boundary is not counted. `--list` prints every difference, `+` for a boundary too many and
//! `-` for one missed.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a program for the command line"
)]

use duizhao::text::lang::Lang;
use duizhao::text::sentence::ReportingClause;
use duizhao::text::sentence::split;
use std::collections::BTreeSet;
use std::fs;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let lang = args
        .iter()
        .position(|arg| arg == "--lang")
        .and_then(|at| args.get(at + 1));
    let lang = Lang::new(lang.map_or("en", String::as_str));
    let has = |option: &str| args.iter().any(|arg| arg == option);
    let mut is_value = false;
    let files = args.iter().skip(1).filter(|arg| {
        let is_file = !is_value && !arg.starts_with("--");
        is_value = arg.as_str() == "--lang";
        is_file
    });
    let texts: Vec<String> = files
        .map(|path| fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}")))
        .collect();
    match args.first().map(String::as_str) {
        Some("golden") => golden(&texts, &lang),
        Some("gold") => gold(&texts, &lang, &has),
        _ => println!(
            "usage: sentences golden|gold --lang LANG [--attach] [--blocks] [--list] FILE…"
        ),
    }
}

/// Prints which Golden Rules hold.
fn golden(specs: &[String], lang: &Lang) {
    let (mut n_rules, mut n_held) = (0, 0);
    for (text, want) in specs.iter().flat_map(|spec| rules(spec)) {
        let found = split(&text, &[], lang, &ReportingClause::Attach.into());
        let found: Vec<String> = found
            .into_iter()
            .map(|range| spaced(&text[range]))
            .collect();
        let want: Vec<String> = want.iter().map(|sentence| spaced(sentence)).collect();
        n_rules += 1;
        if found == want {
            n_held += 1;
        } else {
            println!("want {want:?}\n got {found:?}");
        }
    }
    println!("{n_held} of {n_rules} rules hold");
}

/// Makes every run of white space one space.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reads texts and their sentences from a Ruby file; the other contexts of a file that has Golden Rules are left out.
fn rules(spec: &str) -> Vec<(String, Vec<String>)> {
    let golden = spec.find("context \"Golden Rules\"").map_or(spec, |at| {
        let rest = &spec[at + 1..];
        ["\n  context ", "\n  describe "]
            .iter()
            .filter_map(|next| rest.find(next))
            .min()
            .map_or(rest, |end| &rest[..end])
    });
    let mut found = Vec::new();
    for rule in golden.split("Segmenter.new(text: ").skip(1) {
        let Some((expected, text)) = rule.split_once(".to eq([").map(|(head, tail)| (tail, head))
        else {
            continue;
        };
        let list = literals(expected, Some(']'));
        found.extend(
            literals(text, None)
                .into_iter()
                .next()
                .map(|text| (text, list)),
        );
    }
    found
}

/// Returns the string literals up to `end` outside a literal.
fn literals(ruby: &str, end: Option<char>) -> Vec<String> {
    let mut found = Vec::new();
    let mut chars = ruby.chars();
    while let Some(c) = chars.next() {
        if Some(c) == end {
            break;
        }
        if !matches!(c, '"' | '\'') {
            continue;
        }
        let mut literal = String::new();
        while let Some(inner) = chars.next().filter(|inner| *inner != c) {
            match inner {
                '\\' => literal.push(match chars.next() {
                    Some('n') => '\n',
                    Some('t') => '\t',
                    Some('r') => '\r',
                    other => other.unwrap_or('\\'),
                }),
                _ => literal.push(inner),
            }
        }
        found.push(literal);
    }
    found
}

/// Prints how well the boundaries of joined sentences are found again.
fn gold(texts: &[String], lang: &Lang, has: &dyn Fn(&str) -> bool) {
    let reporting = if has("--attach") {
        ReportingClause::Attach
    } else {
        ReportingClause::Split
    };
    let (mut n_right, mut n_extra, mut n_missed) = (0, 0, 0);
    for lines in texts {
        let mut text = String::new();
        let (mut want, mut blocks) = (BTreeSet::new(), BTreeSet::new());
        let mut was_heading = false;
        for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
            if was_heading {
                text.push_str("\n\n");
                blocks.insert(text.len());
            } else if !text.is_empty() {
                text.push_str(if lang.is_chinese() { "" } else { " " });
                want.insert(text.len());
            }
            text.push_str(line);
            was_heading = has("--blocks") && is_heading(line);
        }
        let found = split(&text, &[], lang, &reporting.into());
        let found: BTreeSet<usize> = found.iter().skip(1).map(|range| range.start).collect();
        let found: BTreeSet<usize> = found.difference(&blocks).copied().collect();
        n_right += want.intersection(&found).count();
        n_extra += found.difference(&want).count();
        n_missed += want.difference(&found).count();
        if has("--list") {
            for at in want.symmetric_difference(&found) {
                let sign = if want.contains(at) { '-' } else { '+' };
                println!("{sign} {}", context(&text, *at));
            }
        }
    }
    let precision = ratio(n_right, n_right + n_extra);
    let recall = ratio(n_right, n_right + n_missed);
    let f1 = ratio(2 * n_right, 2 * n_right + n_extra + n_missed);
    println!(
        "{n_right} right, {n_extra} too many, {n_missed} missed: precision {precision:.4}, recall {recall:.4}, F1 {f1:.4}"
    );
}

/// Tells whether a line ends in no punctuation; brackets and quotation marks are looked through.
fn is_heading(line: &str) -> bool {
    line.trim_end_matches(['）', ')', '”', '"', '》', '*'])
        .ends_with(char::is_alphanumeric)
}

/// Returns what stands around a place, which `|` marks.
fn context(text: &str, at: usize) -> String {
    let before: Vec<char> = text[..at].chars().rev().take(30).collect();
    let before: String = before.into_iter().rev().collect();
    let after: String = text[at..].chars().take(30).collect();
    format!("{before}|{after}")
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of boundaries are far below what a float holds"
)]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}
