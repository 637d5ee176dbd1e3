//! What the lock must survive, each as a person would do it to the files.

use duizhao::bitext::align::AlignSettings;
use duizhao::bitext::bitext::{Bitext, Level, PairState};
use duizhao::bitext::change::Change;
use duizhao::document::document::Document;
use duizhao::lock::elsewhere::Elsewhere;
use duizhao::lock::jsonl;
use duizhao::lock::lock::{DamageKind, Lock};
use duizhao::lock::record::{self, AcceptSettings, Acceptance};
use duizhao::lock::resolve;
use duizhao::markdown::read;
use duizhao::markdown::settings::ReadSettings;
use duizhao::text::lang::Lang;
use duizhao::text::source::Source;
use proptest::prelude::*;

const SOURCE: &str = "# 开放与封闭\n\n开放模型的权重可以下载。\n\n封闭模型只能通过接口使用。\n\n价格在 2024 年下降了一半。\n\n- 安装工具\n- 运行检查\n";
const TARGET: &str = "# Open and closed\n\nThe weights of open models can be downloaded.\n\nClosed models can only be used through an interface.\n\nPrices fell by half in 2024.\n\n- Install the tool\n- Run the check\n";

fn read(text: &str, lang: &str) -> Document {
    let source = Source::new("page.md", text);
    read::read(&source, &Lang::new(lang), &ReadSettings::default())
}

fn resolve_with(lock: &Lock, elsewhere: &Elsewhere, source: &str, target: &str) -> Bitext {
    let (source, target) = (read(source, "zh-Hans"), read(target, "en"));
    resolve::resolve(lock, elsewhere, source, target, &AlignSettings::default())
}

fn resolve(lock: &Lock, source: &str, target: &str) -> Bitext {
    resolve_with(lock, &Elsewhere::default(), source, target)
}

fn accept_with(lock: &Lock, bitext: &Bitext, reason: Option<&str>) -> Acceptance {
    let all: Vec<usize> = (0..bitext.pairs.len()).collect();
    let settings = AcceptSettings {
        level: Level::Translated,
        reason: reason.map(str::to_owned),
        glossary: Some(1),
    };
    record::accept(lock, bitext, &all, &settings)
}

/// Accepts units one to one by their place: what a person does who knows both texts.
fn accepted(source: &str, target: &str) -> Lock {
    let (source, target) = (read(source, "zh-Hans"), read(target, "en"));
    assert_eq!(source.units.len(), target.units.len(), "the case is uneven");
    let mut text = String::from("{\"duizhao\":\"lock/1\",\"segmenter\":1}\n");
    for unit in source.unit_ids() {
        let line = serde_json::json!({
            "source": [source.text(unit)], "target": [target.text(unit)], "level": "translated",
        });
        text.push_str(&format!("{line}\n"));
    }
    let lock = jsonl::read(&text);
    assert!(lock.damage.is_empty());
    lock
}

/// Every pair that is not translated as accepted: state, source text, target text.
fn open(bitext: &Bitext) -> Vec<(PairState, String, String)> {
    let text = |document: &Document, units: &[_]| {
        let texts: Vec<&str> = units.iter().map(|unit| document.text(*unit)).collect();
        texts.join("|")
    };
    let pairs = bitext.pairs.iter();
    pairs
        .filter(|pair| pair.state != PairState::Translated)
        .map(|pair| {
            let source = text(&bitext.source, &pair.source);
            (pair.state, source, text(&bitext.target, &pair.target))
        })
        .collect()
}

/// Which target text each source text is paired with.
fn links(bitext: &Bitext) -> Vec<(String, String)> {
    let text = |document: &Document, units: &[_]| {
        let texts: Vec<&str> = units.iter().map(|unit| document.text(*unit)).collect();
        texts.join("|")
    };
    let pairs = bitext.pairs.iter();
    pairs
        .map(|pair| {
            (
                text(&bitext.source, &pair.source),
                text(&bitext.target, &pair.target),
            )
        })
        .collect()
}

fn states(bitext: &Bitext) -> Vec<&'static str> {
    open(bitext)
        .iter()
        .map(|(state, ..)| state.name())
        .collect()
}

#[test]
fn untouched_files_are_translated() {
    let bitext = resolve(&accepted(SOURCE, TARGET), SOURCE, TARGET);
    assert_eq!(bitext.pairs.len(), 6);
    assert_eq!(open(&bitext), []);
}

#[test]
fn one_changed_sentence_makes_one_unit_stale() {
    let source = SOURCE.replace("一半", "三分之一");
    let bitext = resolve(&accepted(SOURCE, TARGET), &source, TARGET);
    let open = open(&bitext);
    assert_eq!(open.len(), 1, "{open:?}");
    assert!(matches!(open[0].0, PairState::Stale(_)));
    assert_eq!(open[0].2, "Prices fell by half in 2024.");
    let stale = bitext.pairs.iter().find(|pair| pair.state == open[0].0);
    let base = stale.and_then(|pair| pair.accepted.as_ref()).unwrap();
    assert_eq!(base.source, ["价格在 2024 年下降了一半。"]);
}

#[test]
fn a_rewritten_paragraph_is_stale_not_new() {
    let source = SOURCE.replace(
        "封闭模型只能通过接口使用。",
        "商业公司不公布它们的参数文件。",
    );
    let bitext = resolve(&accepted(SOURCE, TARGET), &source, TARGET);
    assert_eq!(open(&bitext).len(), 1, "{:?}", open(&bitext));
    assert_eq!(open(&bitext)[0].0, PairState::Stale(Change::Rewrite));
}

#[test]
fn a_new_paragraph_is_untranslated_and_nothing_else_moves() {
    let source = SOURCE.replace("价格在", "新来的一段没有译文。\n\n价格在");
    let bitext = resolve(&accepted(SOURCE, TARGET), &source, TARGET);
    assert_eq!(open(&bitext).len(), 1, "{:?}", open(&bitext));
    assert_eq!(open(&bitext)[0].0, PairState::Untranslated);
    assert_eq!(open(&bitext)[0].1, "新来的一段没有译文。");
}

#[test]
fn a_deleted_source_paragraph_leaves_one_orphan() {
    let source = SOURCE.replace("封闭模型只能通过接口使用。\n\n", "");
    let bitext = resolve(&accepted(SOURCE, TARGET), &source, TARGET);
    assert_eq!(open(&bitext).len(), 1, "{:?}", open(&bitext));
    assert_eq!(open(&bitext)[0].0, PairState::Orphaned);
}

#[test]
fn a_deleted_draft_paragraph_is_untranslated_and_nothing_else_moves() {
    let target = TARGET.replace(
        "Closed models can only be used through an interface.\n\n",
        "",
    );
    let bitext = resolve(&accepted(SOURCE, TARGET), SOURCE, &target);
    assert_eq!(open(&bitext).len(), 1, "{:?}", open(&bitext));
    assert_eq!(open(&bitext)[0].0, PairState::Untranslated);
}

#[test]
fn deleting_both_sides_leaves_nothing_to_do() {
    let source = SOURCE.replace("封闭模型只能通过接口使用。\n\n", "");
    let target = TARGET.replace(
        "Closed models can only be used through an interface.\n\n",
        "",
    );
    let lock = accepted(SOURCE, TARGET);
    let bitext = resolve(&lock, &source, &target);
    assert_eq!(open(&bitext), []);
    assert_eq!(accept_with(&lock, &bitext, None).lock.records.len(), 5);
}

#[test]
fn an_edited_draft_is_edited() {
    let target = TARGET.replace("fell by half", "were halved");
    let bitext = resolve(&accepted(SOURCE, TARGET), SOURCE, &target);
    assert_eq!(states(&bitext), ["edited"]);
}

#[test]
fn both_sides_edited_is_unconfirmed_and_keeps_its_base() {
    let source = SOURCE.replace("2024 年下降了一半", "2024 年下降了三分之一");
    let target = TARGET.replace("fell by half in 2024", "fell by a third in 2024");
    let bitext = resolve(&accepted(SOURCE, TARGET), &source, &target);
    assert_eq!(states(&bitext), ["unconfirmed"]);
    let is_open = |pair: &&_| {
        matches!(
            pair,
            duizhao::bitext::bitext::Pair {
                state: PairState::Unconfirmed,
                ..
            }
        )
    };
    let pair = bitext.pairs.iter().find(is_open).unwrap();
    assert_eq!(
        pair.accepted.as_ref().unwrap().target,
        ["Prices fell by half in 2024."]
    );
}

#[test]
fn a_deleted_lock_gives_unconfirmed_never_translated() {
    let bitext = resolve(&Lock::default(), SOURCE, TARGET);
    assert!(!bitext.pairs.is_empty());
    assert!(bitext.pairs.iter().all(|pair| pair.accepted.is_none()));
    assert!(bitext.pairs.iter().all(|pair| matches!(
        pair.state,
        PairState::Unconfirmed | PairState::Untranslated | PairState::Orphaned
    )));
    assert!(states(&bitext).contains(&"unconfirmed"));
}

#[test]
fn a_lock_older_than_the_files_still_speaks_for_what_stayed() {
    let source = format!("{SOURCE}\n新的一节讲许可证。\n").replace("安装工具", "安装新的工具");
    let target = format!("{TARGET}\nA new section about licences.\n")
        .replace("Run the check", "Run the checks");
    let bitext = resolve(&accepted(SOURCE, TARGET), &source, &target);
    let open = open(&bitext);
    assert!(
        open.iter()
            .any(|(state, source, _)| matches!(state, PairState::Stale(_))
                && source == "安装新的工具"),
        "{open:?}"
    );
    assert!(
        open.iter()
            .any(|(state, source, _)| *state == PairState::Edited && source == "运行检查"),
        "{open:?}"
    );
    assert_eq!(
        bitext
            .pairs
            .iter()
            .filter(|pair| pair.state == PairState::Translated)
            .count(),
        4
    );
}

#[test]
fn a_lock_with_conflict_markers_loses_nothing() {
    let text = jsonl::write(&accepted(SOURCE, TARGET));
    let mut lines: Vec<&str> = text.lines().collect();
    lines.insert(2, "<<<<<<< HEAD");
    lines.insert(4, "=======");
    lines.insert(5, "{\"source\":[\"damaged");
    lines.insert(6, ">>>>>>> branch");
    lines.push(lines[0]);
    lines.push(lines[1]);
    let lock = jsonl::read(&lines.join("\r\n"));
    let kinds: Vec<_> = lock
        .damage
        .iter()
        .map(|damage| (damage.line, damage.kind))
        .collect();
    let marker = DamageKind::ConflictMarker;
    assert_eq!(
        kinds,
        [
            (3, marker),
            (5, marker),
            (6, DamageKind::Unreadable),
            (7, marker)
        ]
    );
    assert_eq!(open(&resolve(&lock, SOURCE, TARGET)), []);
}

#[test]
fn unknown_fields_are_kept() {
    let text = "{\"duizhao\":\"lock/1\",\"segmenter\":1,\"tool\":\"x\"}\n{\"source\":[\"一\"],\"target\":[\"One\"],\"level\":\"reviewed\",\"reason\":\"typo\",\"glossary\":3,\"by\":\"me\"}\n";
    assert_eq!(jsonl::write(&jsonl::read(text)), text);
}

#[test]
fn a_newer_version_is_told_and_read_as_far_as_it_goes() {
    let text = "{\"duizhao\":\"lock/2\"}\n{\"source\":[\"一\"],\"target\":[\"One\"],\"level\":\"translated\"}\n";
    let lock = jsonl::read(text);
    assert_eq!(lock.damage[0].kind, DamageKind::UnknownVersion);
    assert_eq!(lock.records.len(), 1);
}

#[test]
fn two_languages_are_edited_at_once() {
    let lock = accepted(SOURCE, TARGET);
    let source = SOURCE.replace("可以下载", "可以自由下载");
    let target = TARGET.replace("Run the check", "Run the checks");
    let open = open(&resolve(&lock, &source, &target));
    let states: Vec<_> = open.iter().map(|(state, ..)| state.name()).collect();
    assert_eq!(states, ["stale", "edited"]);
}

#[test]
fn a_formatter_that_reflows_the_draft_changes_nothing() {
    let target = TARGET
        .replace("models can ", "models\ncan ")
        .replace("weights of", "weights  of");
    let source = SOURCE.replace("只能通过", "只能\n通过");
    assert_eq!(
        open(&resolve(&accepted(SOURCE, TARGET), &source, &target)),
        []
    );
}

#[test]
fn a_paragraph_split_in_two_stays_with_its_translation() {
    let (source, target) = (
        "# 题\n\n第一句讲开放模型的权重。第二句讲封闭模型的接口。\n\n末尾一段。\n",
        "# Title\n\nThe first sentence is about weights. The second is about interfaces.\n\nThe last one.\n",
    );
    let lock = accepted(source, target);
    let split = source.replace("权重。第二", "权重。\n\n第二");
    assert_eq!(open(&resolve(&lock, &split, target)), []);
    let split_too = target.replace("weights. The", "weights.\n\nThe");
    assert_eq!(open(&resolve(&lock, source, &split_too)), []);
    assert_eq!(open(&resolve(&lock, &split, &split_too)), []);
}

#[test]
fn two_merged_paragraphs_stay_with_their_translations() {
    let source = SOURCE.replace("下载。\n\n封闭", "下载。\n封闭");
    let bitext = resolve(&accepted(SOURCE, TARGET), &source, TARGET);
    assert_eq!(open(&bitext), []);
    assert!(
        bitext
            .pairs
            .iter()
            .any(|pair| pair.source.len() == 1 && pair.target.len() == 2)
    );
}

#[test]
fn a_list_becomes_paragraphs() {
    let source = SOURCE.replace("- 安装工具\n- 运行检查", "安装工具\n\n运行检查");
    assert_eq!(
        open(&resolve(&accepted(SOURCE, TARGET), &source, TARGET)),
        []
    );
}

#[test]
fn swapped_paragraphs_are_not_stale() {
    let (one, two) = ("开放模型的权重可以下载。", "封闭模型只能通过接口使用。");
    let source = SOURCE.replace(one, "@").replace(two, one).replace('@', two);
    let lock = accepted(SOURCE, TARGET);
    assert_eq!(open(&resolve(&lock, &source, TARGET)), []);
    let target = TARGET.replace(
        "- Install the tool\n- Run the check",
        "- Run the check\n- Install the tool",
    );
    assert_eq!(open(&resolve(&lock, SOURCE, &target)), []);
}

const TWO: (&str, &str) = (
    "# 甲\n\n注意。\n\n甲的正文在这里。\n\n# 乙\n\n注意。\n\n乙的正文在这里。\n",
    "# A\n\nTake care.\n\nThe body of A is here.\n\n# B\n\nBeware.\n\nThe body of B is here.\n",
);

#[test]
fn sections_move_within_a_file() {
    let (source, target) = TWO;
    let at = |text: &str| text.rfind("# ").unwrap();
    let turn = |text: &str| format!("{}\n{}", &text[at(text)..], &text[..at(text)]);
    let lock = accepted(source, target);
    for (source, target) in [
        (turn(source), target.to_owned()),
        (source.to_owned(), turn(target)),
        (turn(source), turn(target)),
    ] {
        let bitext = resolve(&lock, &source, &target);
        assert_eq!(open(&bitext), []);
        assert!(links(&bitext).contains(&(
            "甲的正文在这里。".to_owned(),
            "The body of A is here.".to_owned()
        )));
    }
}

#[test]
fn the_same_sentence_twice_keeps_its_two_translations() {
    let (source, target) = TWO;
    let lock = accepted(source, target);
    let bitext = resolve(&lock, source, target);
    let notes = || {
        links(&bitext)
            .into_iter()
            .filter(|(source, _)| source == "注意。")
    };
    let targets: Vec<_> = notes().map(|(_, target)| target).collect();
    assert_eq!(targets, ["Take care.", "Beware."]);
    let bitext = resolve(&lock, source, &target.replace("Take care.\n\n", ""));
    let open = open(&bitext);
    assert_eq!(open.len(), 1, "{open:?}");
    assert_eq!(bitext.pairs[1].state, PairState::Untranslated);
    assert_eq!(bitext.pairs[4].state, PairState::Translated);
}

#[test]
fn sections_move_across_files() {
    let (source, target) = TWO;
    let elsewhere = Elsewhere::new([&accepted(source, target)]);
    let moved =
        |text: &str, section: &str| format!("{text}\n{}", &section[section.rfind("# ").unwrap()..]);
    let bitext = resolve_with(
        &accepted(SOURCE, TARGET),
        &elsewhere,
        &moved(SOURCE, source),
        &moved(TARGET, target),
    );
    assert_eq!(open(&bitext), []);
}

#[test]
fn a_renamed_file_and_a_copied_page_keep_their_states() {
    let elsewhere = Elsewhere::new([&accepted(SOURCE, TARGET)]);
    let source = SOURCE.replace("下降了一半", "下降了三成");
    let bitext = resolve_with(&Lock::default(), &elsewhere, SOURCE, TARGET);
    assert_eq!(open(&bitext), []);
    let lock = accept_with(&Lock::default(), &bitext, None).lock;
    assert_eq!(open(&resolve(&lock, SOURCE, TARGET)), []);
    let bitext = resolve_with(&Lock::default(), &elsewhere, &source, TARGET);
    assert_eq!(states(&bitext), ["stale"]);
}

#[test]
fn a_reverted_source_is_translated_again() {
    let lock = accepted(SOURCE, TARGET);
    let changed = resolve(&lock, &SOURCE.replace("一半", "三成"), TARGET);
    assert_eq!(states(&changed), ["stale"]);
    let lock = accept_with(&lock, &changed, None).lock;
    assert_eq!(open(&resolve(&lock, SOURCE, TARGET)), []);
}

#[test]
fn line_ends_a_byte_order_mark_and_a_missing_last_break_change_nothing() {
    let lock = accepted(SOURCE, TARGET);
    let windows = |text: &str| format!("\u{feff}{}", text.trim_end().replace('\n', "\r\n"));
    assert_eq!(
        open(&resolve(&lock, &windows(SOURCE), &windows(TARGET))),
        []
    );
    let lock = accept_with(
        &Lock::default(),
        &resolve(&Lock::default(), &windows(SOURCE), &windows(TARGET)),
        None,
    )
    .lock;
    assert!(!jsonl::write(&lock).contains("\\r"));
}

#[test]
fn ten_thousand_units_are_quick() {
    let page = |word: &str, changed: usize| -> String {
        let line = |idx: usize| {
            let extra = if idx % 100 < changed {
                " 改 changed"
            } else {
                ""
            };
            format!("{word} {} {}{extra}。\n\n", idx * 7919 % 10_007, idx)
        };
        (0..10_000).map(line).collect()
    };
    let lock = accepted(&page("第几段讲某事", 0), &page("Paragraph about", 0));
    let bitext = resolve(&lock, &page("第几段讲某事", 1), &page("Paragraph about", 0));
    assert_eq!(states(&bitext), ["stale"; 100]);
    let bitext = resolve(
        &lock,
        &page("第几段讲某事", 100),
        &page("Paragraph about", 0),
    );
    assert_eq!(states(&bitext), ["stale"; 10_000]);
}

#[test]
fn a_blind_accept_is_refused_without_a_reason() {
    let lock = accepted(SOURCE, TARGET);
    let bitext = resolve(&lock, &SOURCE.replace("一半", "三成"), TARGET);
    let refused = accept_with(&lock, &bitext, None);
    assert_eq!((refused.accepted.len(), refused.blind.len()), (0, 1));
    assert_eq!(jsonl::write(&refused.lock), jsonl::write(&lock));
    let told = accept_with(&lock, &bitext, Some("typo fix only"));
    assert_eq!((told.accepted.len(), told.blind.len()), (1, 0));
    assert!(jsonl::write(&told.lock).contains("typo fix only"));
}

#[test]
fn accepting_twice_changes_nothing() {
    let first = accept_with(
        &Lock::default(),
        &resolve(&Lock::default(), SOURCE, TARGET),
        None,
    );
    let again = accept_with(&first.lock, &resolve(&first.lock, SOURCE, TARGET), None);
    assert_eq!(again.accepted, Vec::<usize>::new());
    assert_eq!(jsonl::write(&again.lock), jsonl::write(&first.lock));
}

/// Paragraphs that differ in their words, so that a person too could tell them apart.
fn paragraphs() -> impl Strategy<Value = Vec<(String, String)>> {
    let words = [
        "模型", "权重", "接口", "价格", "工具", "检查", "许可", "数据",
    ];
    let terms = [
        "model",
        "weight",
        "interface",
        "price",
        "tool",
        "check",
        "licence",
        "data",
    ];
    let word = prop::collection::vec(0..words.len(), 4..8);
    prop::collection::vec(word, 2..8).prop_map(move |all| {
        let number = all.into_iter().enumerate();
        number
            .map(|(idx, picks)| {
                let text = |list: &[&str], gap: &str| {
                    picks
                        .iter()
                        .map(|pick| list[*pick])
                        .collect::<Vec<_>>()
                        .join(gap)
                };
                (
                    format!("第{idx}条讲{}。", text(&words, "和")),
                    format!("Item {idx} is about {}.", text(&terms, " and ")),
                )
            })
            .collect()
    })
}

fn page(paragraphs: &[String]) -> String {
    paragraphs.join("\n\n") + "\n"
}

fn pages(paragraphs: &[(String, String)]) -> (String, String) {
    let (source, target): (Vec<String>, Vec<String>) = paragraphs.iter().cloned().unzip();
    (page(&source), page(&target))
}

proptest! {
    #[test]
    fn a_union_of_locks_is_a_lock(one in paragraphs(), other in paragraphs(), shift in 0usize..9) {
        let (source, target) = pages(&one);
        let (mine, theirs) = (pages(&one), pages(&other));
        let texts = [accepted(&mine.0, &mine.1), accepted(&theirs.0, &theirs.1)].map(|lock| jsonl::write(&lock));
        let mut lines: Vec<&str> = texts.iter().flat_map(|text| text.lines()).collect();
        let n_lines = lines.len();
        lines.rotate_left(shift % n_lines);
        let lock = jsonl::read(&lines.join("\n"));
        prop_assert_eq!(&lock.damage, &[]);
        prop_assert_eq!(open(&resolve(&lock, &source, &target)), []);
    }

    #[test]
    fn accepted_pairs_are_translated(one in paragraphs()) {
        let (source, target) = pages(&one);
        let lock = accept_with(&Lock::default(), &resolve(&Lock::default(), &source, &target), None).lock;
        let bitext = resolve(&lock, &source, &target);
        let paired = bitext.pairs.iter().filter(|pair| !pair.source.is_empty() && !pair.target.is_empty());
        for pair in paired {
            prop_assert_eq!(pair.state, PairState::Translated);
        }
    }

    #[test]
    fn an_edit_touches_only_its_unit(one in paragraphs(), pick in 0usize..9, is_source: bool) {
        let (source, target) = pages(&one);
        let lock = accepted(&source, &target);
        let mut edited = one.clone();
        let pick = pick % edited.len();
        if is_source { edited[pick].0.push_str("后来加的。") } else { edited[pick].1.push_str(" Added later.") }
        let (source, target) = pages(&edited);
        let open = open(&resolve(&lock, &source, &target));
        prop_assert_eq!(open.len(), 1, "{:?}", open);
        prop_assert_eq!(open[0].0.name(), if is_source { "stale" } else { "edited" });
        prop_assert_eq!(&open[0].1, &edited[pick].0);
        prop_assert_eq!(&open[0].2, &edited[pick].1);
    }

    #[test]
    fn deleting_touches_only_its_unit(one in paragraphs(), pick in 0usize..9, is_source: bool) {
        let (source, target) = pages(&one);
        let lock = accepted(&source, &target);
        let (mut sources, mut targets): (Vec<String>, Vec<String>) = one.into_iter().unzip();
        let pick = pick % sources.len();
        if is_source { sources.remove(pick); } else { targets.remove(pick); }
        let open = open(&resolve(&lock, &page(&sources), &page(&targets)));
        prop_assert_eq!(open.len(), 1, "{:?}", open);
        prop_assert_eq!(open[0].0.name(), if is_source { "orphaned" } else { "untranslated" });
    }
}
