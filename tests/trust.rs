//! Which pairs the rules hold a draft against: not those where the aligner had a choice.

use duizhao::bitext::bitext::Bitext;
use duizhao::bitext::bitext::Pair;
use duizhao::bitext::bitext::PairState;
use duizhao::document::document::Document;
use duizhao::document::unit::UnitId;
use duizhao::lint::trust;
use duizhao::markdown::read::read;
use duizhao::markdown::settings::ReadSettings;
use duizhao::text::lang::Lang;
use duizhao::text::source::Source;

fn document(texts: &[&str], lang: &str) -> Document {
    let source = Source::new("page.md", texts.join("\n\n"));
    read(&source, &Lang::new(lang), &ReadSettings::default())
}

/// What is trusted of pairs, each given by the numbers of its units and its confidence.
fn trusted(
    source: &[&str],
    target: &[&str],
    pairs: &[(Option<usize>, Option<usize>, f32)],
) -> Vec<bool> {
    let (source, target) = (document(source, "zh-Hans"), document(target, "en"));
    let unit = |document: &Document, at: Option<usize>| -> Vec<UnitId> {
        let units: Vec<UnitId> = document.unit_ids().collect();
        at.map(|at| units[at]).into_iter().collect()
    };
    let pair = |(one, other, confidence): &(Option<usize>, Option<usize>, f32)| Pair {
        source: unit(&source, *one),
        target: unit(&target, *other),
        state: match (one, other) {
            (_, None) => PairState::Untranslated,
            (None, _) => PairState::Orphaned,
            _ => PairState::Unconfirmed,
        },
        confidence: *confidence,
        accepted: None,
    };
    let pairs = pairs.iter().map(pair).collect();
    trust::of(&Bitext {
        source,
        target,
        pairs,
        layout: Vec::new(),
    })
}

#[test]
fn a_low_confidence_alone_does_not_count() {
    let pairs = [(Some(0), Some(0), 0.3), (Some(1), Some(1), 0.4)];
    assert_eq!(
        trusted(&["甲", "乙"], &["One", "Two"], &pairs),
        [true, true]
    );
}

#[test]
fn beside_a_unit_left_alone_an_unsure_pair_may_be_another() {
    let pairs = [
        (Some(0), Some(0), 1.0),
        (Some(1), Some(1), 0.6),
        (Some(2), None, 0.0),
        (Some(3), Some(2), 0.95),
        (Some(4), Some(3), 0.6),
    ];
    let found = trusted(
        &["甲", "乙", "丙", "丁", "戊"],
        &["One", "Two", "Four", "Five"],
        &pairs,
    );
    assert_eq!(found, [true, false, false, true, true]);
}

#[test]
fn a_pair_across_others_is_not_trusted() {
    let pairs = [
        (Some(0), Some(1), 1.0),
        (Some(1), Some(0), 0.5),
        (Some(2), Some(2), 1.0),
    ];
    let found = trusted(&["甲", "乙", "丙"], &["Two", "One", "Three"], &pairs);
    assert_eq!(found, [true, false, true]);
}

#[test]
fn what_stands_unasked_in_a_draft_nearby_went_there() {
    let pairs = [(Some(0), Some(0), 0.7), (Some(1), Some(1), 0.7)];
    let source = ["`exec` 运行命令。", "`logs` 查看日志。"];
    let found = trusted(
        &source,
        &["`logs` shows the log.", "`exec` runs commands."],
        &pairs,
    );
    assert_eq!(found, [false, false]);
    let found = trusted(&source, &["It runs commands.", "`logs` shows it."], &pairs);
    assert_eq!(found, [true, true]);
}
