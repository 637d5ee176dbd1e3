//! The catalogue of checks as a page (`docs/checks.md`): every rule with its measured rate of false alarms.

use crate::lint::fix::Applicability;
use crate::lint::meta::RuleMeta;
use crate::lint::rule::Rule;
use crate::report::noise::Measured;
use crate::report::noise::Noise;
use crate::report::noise::Read;
use crate::termbase::concept::Concept;
use crate::termbase::concept::Consistency;
use crate::termbase::concept::FirstMention;
use crate::termbase::termbase::Termbase;
use crate::text::fingerprint::fold_space;
use std::collections::BTreeMap;
use std::fmt::Write;

/// What stands above the table; `{corpora}`, `{documents}` and `{pairs}` are filled in.
const INTRODUCTION: &str = "\
# Checks

Every check, how strict it is, and how often it is wrong. This page is written from the rules and from two tables, `docs/noise.tsv` and
`docs/read.tsv`; `SNAPSHOTS=overwrite cargo test --test manual` writes it anew.

## How to read the rates

The rules were run over {pairs} pairs of prose blocks in {documents} documents of published Chinese–English translations ({corpora}).
These texts were reviewed and published, so nearly every finding in them is noise: **the rate is an upper bound of a rule's false alarms**,
not an estimate of its errors. Real flaws that the translations have are counted as if they were false alarms.

- **Noise** is findings for 100 pairs, at the severity *warning* or *error*; behind the `+` what is only *info*. Rules that are off by default are
  measured as they are where they are asked for.
- **Read by us** says how many of the findings somebody has read, and how many of them were real defects: what a reader of a finding may expect.
- Rules of terms are measured only where a corpus has a table of terms of its own. These are glossaries imported as they are, which nobody
  has calibrated: what `glossary calibrate` is there to mend is counted here.
- *not measured* means what it says. Rules that look at a lock, a glossary, the waivers or the syntax of one document say nothing about
  published pairs.

The data is not part of this repository. With a folder of such pairs, `cargo run --release --example noise -- CORPORA --write docs/noise.tsv` writes the
table, and `--rule ID` shows the findings themselves, each with its texts.

## The checks

| rule | severity | MQM | finds | fix | noise | read by us |
|---|---|---|---|---|---|---|
";

/// Why published pairs alone cannot measure a rule; nothing when they can.
pub fn why_unmeasurable(rule: &RuleMeta) -> Option<&'static str> {
    match rule.group() {
        "gloss" => Some("reads the glossary"),
        "state" => Some("reads the lock"),
        "syntax" => Some("reads one document"),
        "waiver" => Some("reads waivers"),
        _ => None,
    }
}

/// Tells whether a rule has anything to find with a glossary: without protected names there is none to lose.
pub fn is_measurable(rule: &RuleMeta, termbase: &Termbase) -> bool {
    let has = |is_met: fn(&Concept) -> bool| termbase.concepts.iter().any(is_met);
    why_unmeasurable(rule).is_none()
        && match rule.id {
            "dnt/altered" | "dnt/missing" => has(|concept| concept.is_dnt),
            "term/first-mention" => has(|concept| concept.first != FirstMention::Plain),
            "term/forbidden" => {
                has(|concept| !concept.forbid.is_empty() || !concept.forbid_always.is_empty())
            }
            "term/inconsistent" => has(|concept| concept.consistency != Consistency::Free),
            "term/discovered" => true,
            _ => rule.group() != "term" || has(|concept| concept.target.is_some()),
        }
}

/// Writes the page. `fixes` names the rules that have a fix, and the one that goes furthest.
pub fn page(
    rules: &[&Rule],
    fixes: &BTreeMap<String, Applicability>,
    noise: &Noise,
    read: &BTreeMap<String, Read>,
) -> String {
    let mut out = INTRODUCTION
        .replace("{corpora}", &names(noise))
        .replace(
            "{documents}",
            &total(noise.corpora.iter().map(|corpus| corpus.documents)),
        )
        .replace(
            "{pairs}",
            &total(noise.corpora.iter().map(|corpus| corpus.pairs)),
        );
    for rule in rules {
        let meta = &rule.meta;
        let (id, severity, mqm) = (meta.id, meta.severity.name(), meta.mqm);
        let finds = summary(meta);
        let fix = fixes.get(id).map_or("", |fix| fix.name());
        let rate = match (noise.rules.get(id), why_unmeasurable(meta)) {
            (_, Some(reason)) => reason.to_owned(),
            (Some(measured), None) if measured.pairs > 0 => rate(*measured),
            _ => "not measured".to_owned(),
        };
        let read = read.get(id).map_or(String::new(), |read| {
            format!("{} real of {}", read.real, read.read)
        });
        // Writing to a string never fails.
        let _ = writeln!(
            out,
            "| [{id}](rules/{id}.md) | {severity} | {mqm} | {finds} | {fix} | {rate} | {read} |"
        );
    }
    out.push_str("\n## The corpora\n\n| corpus | from | license | documents | pairs |\n|---|---|---|---|---|\n");
    for corpus in &noise.corpora {
        let (name, from, license) = (&corpus.name, &corpus.from, &corpus.license);
        let (documents, pairs) = (corpus.documents, grouped(corpus.pairs));
        let _ = writeln!(
            out,
            "| {name} | {from} | {license} | {documents} | {pairs} |"
        );
    }
    out
}

/// Returns the first sentence of a rule's manual page.
pub fn summary(rule: &RuleMeta) -> String {
    let first = rule.docs.trim().split("\n\n").next().unwrap_or_default();
    let first = fold_space(first.split("\n \n").next().unwrap_or_default());
    match first.split_once(". ") {
        Some((sentence, _)) => format!("{sentence}."),
        None => first.into_owned(),
    }
}

fn names(noise: &Noise) -> String {
    let names: Vec<&str> = noise
        .corpora
        .iter()
        .map(|corpus| corpus.name.as_str())
        .collect();
    names.join(", ")
}

fn total(counts: impl Iterator<Item = usize>) -> String {
    grouped(counts.sum())
}

/// Findings for a hundred pairs, the counts behind it.
fn rate(measured: Measured) -> String {
    let Measured { loud, quiet, pairs } = measured;
    let rate = percent(loud, pairs);
    let count = format!("{} of {}", grouped(loud), grouped(pairs));
    if quiet == 0 {
        format!("{rate} % ({count})")
    } else {
        format!("{rate} % ({count}) + {} % info", percent(quiet, pairs))
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts stay far below 2^52, and two or three digits are shown"
)]
fn percent(count: usize, pairs: usize) -> String {
    let percent = count as f64 * 100.0 / pairs as f64;
    if count == 0 {
        "0".to_owned()
    } else if percent < 0.1 {
        format!("{percent:.3}")
    } else {
        format!("{percent:.2}")
    }
}

/// Writes a number with a comma between thousands.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (idx, digit) in digits.chars().enumerate() {
        if idx > 0 && (digits.len() - idx).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
