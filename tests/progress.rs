//! Coverage and drift, from texts.

use duizhao::bitext::align::AlignSettings;
use duizhao::bitext::bitext::{Bitext, PairState};
use duizhao::document::document::Document;
use duizhao::lock::elsewhere::Elsewhere;
use duizhao::lock::jsonl;
use duizhao::lock::lock::Lock;
use duizhao::lock::resolve;
use duizhao::markdown::read;
use duizhao::markdown::settings::ReadSettings;
use duizhao::progress::coverage::Coverage;
use duizhao::progress::drift;
use duizhao::text::lang::Lang;
use duizhao::text::similarity::DiffRun;
use duizhao::text::source::Source;

fn read(text: &str, lang: &str) -> Document {
    let source = Source::new("page.md", text);
    read::read(&source, &Lang::new(lang), &ReadSettings::default())
}

fn lock(pairs: &[(&str, &str, &str)]) -> Lock {
    let lines = pairs.iter().map(|(source, target, level)| {
        serde_json::json!({"source": [source], "target": [target], "level": level}).to_string()
    });
    jsonl::read(&lines.collect::<Vec<_>>().join("\n"))
}

fn resolve(lock: &Lock, source: &str, target: &str) -> Bitext {
    let (source, target) = (read(source, "zh-Hans"), read(target, "en"));
    resolve::resolve(
        lock,
        &Elsewhere::default(),
        source,
        target,
        &AlignSettings::default(),
    )
}

const OLD: &str = "模型很大。价格是 10 元。可以用 `a.b` 下载。";
const DRAFT: &str = "The model is large. It costs 10 yuan. It can be downloaded with `a.b`.";

#[test]
fn every_state_is_counted_against_the_present_source() {
    let lock = lock(&[
        ("一", "One.", "translated"),
        ("二号", "Two.", "reviewed"),
        ("三号", "Three.", "machine"),
        (OLD, DRAFT, "translated"),
        ("五号", "Five.", "translated"),
        ("六号已经走了", "Six is gone.", "translated"),
    ]);
    let new = OLD.replace("10", "12");
    let source = format!("一\n\n二号\n\n三号\n\n{new}\n\n五号\n\n全新的一段还没有译文\n");
    let target = format!("One.\n\nTwo.\n\nThree.\n\n{DRAFT}\n\nFive, edited.\n\nSix is gone.\n");
    let lock_without_place = Lock {
        records: lock.records[..5].to_vec(),
        ..lock.clone()
    };
    let coverage = Coverage::of(&resolve(
        &lock_without_place,
        &source,
        target.trim_end().trim_end_matches("Six is gone."),
    ));
    assert_eq!(
        (
            coverage.total,
            coverage.translated,
            coverage.reviewed,
            coverage.machine,
            coverage.stale,
            coverage.edited,
            coverage.untranslated
        ),
        (6, 1, 1, 1, 1, 1, 1)
    );
    assert_eq!(coverage.covered_characters, 1 + 2 + 2);
    assert!((coverage.ratio() - 0.5).abs() < 1e-9);
    let orphan = Coverage::of(&resolve(&lock, "一\n", "One.\n\nSix is gone.\n"));
    assert_eq!(
        (orphan.total, orphan.translated, orphan.orphaned),
        (1, 1, 1)
    );
    let sum: Coverage = [coverage, orphan].into_iter().sum();
    assert_eq!(
        (sum.total, sum.orphaned, sum.characters),
        (7, 1, coverage.characters + 1)
    );
}

#[test]
fn a_document_with_nothing_to_translate_is_covered() {
    assert!((Coverage::of(&resolve(&Lock::default(), "", "")).ratio() - 1.0).abs() < 1e-9);
}

#[test]
fn the_changed_sentence_is_marked_on_both_sides() {
    let lock = lock(&[(OLD, DRAFT, "translated")]);
    let bitext = resolve(&lock, &OLD.replace("10", "12"), DRAFT);
    let pair = &bitext.pairs[0];
    assert!(matches!(pair.state, PairState::Stale(_)));
    let drift = drift::drift(&bitext, pair).unwrap();
    assert!(
        drift.runs.contains(&DiffRun::Removed("10".into()))
            && drift.runs.contains(&DiffRun::Added("12".into())),
        "{:?}",
        drift.runs
    );
    let source = |(unit, part): &(_, duizhao::document::unit::UnitSpan)| {
        bitext.source.text(*unit)[part.range()].trim().to_owned()
    };
    let target = |(unit, part): &(_, duizhao::document::unit::UnitSpan)| {
        bitext.target.text(*unit)[part.range()].trim().to_owned()
    };
    assert_eq!(
        drift.changed.iter().map(source).collect::<Vec<_>>(),
        ["价格是 12 元。"]
    );
    assert_eq!(drift.sentences.len(), 1);
    assert_eq!(
        drift.sentences[0]
            .target
            .iter()
            .map(target)
            .collect::<Vec<_>>(),
        ["It costs 10 yuan."]
    );
}

#[test]
fn a_pair_without_a_base_has_no_drift() {
    let bitext = resolve(&Lock::default(), "一段话。\n", "A paragraph.\n");
    assert!(drift::drift(&bitext, &bitext.pairs[0]).is_none());
}
