//! Alignment of documents and lines: what belongs together is found, what is missing stays open, nothing shifts.
use duizhao::bitext::align::AlignSettings;
use duizhao::bitext::align::{align, align_gap, align_sentences, align_texts};
use duizhao::bitext::bitext::{Pair, PairState};
use duizhao::bitext::change::{Change, classify};
use duizhao::bitext::moves::moved;
use duizhao::bitext::vectors::Vectors;
use duizhao::document::document::Document;
use duizhao::document::unit::UnitId;
use duizhao::markdown::read::read;
use duizhao::markdown::settings::ReadSettings;
use duizhao::text::lang::Lang;
use duizhao::text::similarity::{DiffRun, similarity, word_diff};
use duizhao::text::source::Source;
use std::sync::Arc;

const CHINESE: &str = "---
title: 养蜂手册
---

# 养蜂手册

养蜂并不难，但需要耐心。本书写给第一次养蜂的人。

蜂箱要放在向阳、避风的地方。

## 准备工具

开始之前，请准备好以下工具：

- 一个起刮刀
- 一套防护服，最好是白色的
- 一台 SmokerPro 喷烟器

```sh
hive init --queen=1
```

喷烟器点燃之后，应当保持低温，让烟雾凉下来再使用，否则会烫伤蜜蜂，也会让它们更加暴躁。

| 月份 | 工作 |
|---|---|
| 三月 | 检查存蜜 |
| 五月 | 增加继箱 |

## 采蜜

等到蜂巢八成封盖之后再采蜜。太早采的蜜含水量超过 20%，容易发酵！

你准备好了吗？
";

const ENGLISH: &str = "---
title: The Beekeeper's Handbook
---

# The Beekeeper's Handbook

Keeping bees is not hard, but it takes patience. This book is for people who keep bees for the first time.

Put the hive in a sunny place out of the wind.

## Getting your tools ready

Before you start, have these tools at hand:

- a hive tool
- a protective suit, preferably a white one
- a SmokerPro smoker

```sh
hive init --queen=1
```

Once the smoker is lit, keep it cool and let the smoke lose its heat before you use it; otherwise it burns the bees and makes them even more aggressive.

| Month | Work |
|---|---|
| March | Check the stores |
| May | Add a super |

## Taking honey

Wait until four fifths of the comb is capped. Honey taken too early holds more than 20% water and ferments easily!

Are you ready?
";

fn document(text: &str, lang: &str) -> Document {
    let source = Source::new("page.md", text);
    read(&source, &Lang::new(lang), &ReadSettings::default())
}

fn pairs(source: &Document, target: &Document) -> Vec<Pair> {
    let pairs = align(source, target, &AlignSettings::default());
    let mut source_units: Vec<UnitId> = pairs.iter().flat_map(|pair| pair.source.clone()).collect();
    let mut target_units: Vec<UnitId> = pairs.iter().flat_map(|pair| pair.target.clone()).collect();
    source_units.sort();
    target_units.sort();
    assert!(
        source_units.into_iter().eq(source.unit_ids()),
        "every source unit stands in one pair"
    );
    assert!(
        target_units.into_iter().eq(target.unit_ids()),
        "every target unit stands in one pair"
    );
    pairs
}

/// Pairs as texts: `source => target`.
fn lines(source: &Document, target: &Document) -> Vec<String> {
    let text = |document: &Document, units: &[UnitId]| {
        units
            .iter()
            .map(|unit| document.text(*unit))
            .collect::<Vec<_>>()
            .join(" + ")
    };
    let line = |pair: &Pair| {
        format!(
            "{} => {}",
            text(source, &pair.source),
            text(target, &pair.target)
        )
    };
    pairs(source, target).iter().map(line).collect()
}

fn without(text: &str, block: &str) -> String {
    assert!(text.contains(block));
    text.replacen(&format!("{block}\n\n"), "", 1)
}

/// What differs between two lists of pairs.
fn difference(before: &[String], after: &[String]) -> (Vec<String>, Vec<String>) {
    let only = |one: &[String], other: &[String]| {
        one.iter()
            .filter(|line| !other.contains(line))
            .cloned()
            .collect()
    };
    (only(before, after), only(after, before))
}

#[test]
fn a_whole_draft_pairs_unit_by_unit() {
    let (source, target) = (document(CHINESE, "zh-Hans"), document(ENGLISH, "en"));
    let found = pairs(&source, &target);
    assert_eq!(source.units.len(), target.units.len());
    for (pair, unit) in found.iter().zip(source.unit_ids()) {
        assert_eq!((&pair.source, &pair.target), (&vec![unit], &vec![unit]));
        assert_eq!(pair.state, PairState::Unconfirmed);
        assert!(pair.confidence > 0.5, "{pair:?}");
    }
}

#[test]
fn a_dropped_block_leaves_one_unit_open_and_moves_nothing() {
    let (source, whole) = (document(CHINESE, "zh-Hans"), document(ENGLISH, "en"));
    let before = lines(&source, &whole);
    let blocks = [
        "Put the hive in a sunny place out of the wind.",
        "Before you start, have these tools at hand:",
        "## Getting your tools ready",
        "Keeping bees is not hard, but it takes patience. This book is for people who keep bees for the first time.",
        "Wait until four fifths of the comb is capped. Honey taken too early holds more than 20% water and ferments easily!",
        "```sh\nhive init --queen=1\n```",
    ];
    for block in blocks {
        let target = document(&without(ENGLISH, block), "en");
        let (gone, new) = difference(&before, &lines(&source, &target));
        assert_eq!((gone.len(), new.len()), (1, 1), "{block}: {gone:?} {new:?}");
        assert!(new[0].ends_with(" => "), "{new:?}");
        let open = pairs(&source, &target)
            .into_iter()
            .filter(|pair| pair.state == PairState::Untranslated);
        assert_eq!(open.count(), 1);
    }
}

#[test]
fn a_dropped_source_block_leaves_one_orphan() {
    let (source, target) = (document(CHINESE, "zh-Hans"), document(ENGLISH, "en"));
    let before = lines(&source, &target);
    let source = document(&without(CHINESE, "蜂箱要放在向阳、避风的地方。"), "zh-Hans");
    let (_, new) = difference(&before, &lines(&source, &target));
    assert_eq!(new, [" => Put the hive in a sunny place out of the wind."]);
    let orphans = pairs(&source, &target)
        .into_iter()
        .filter(|pair| pair.state == PairState::Orphaned);
    assert_eq!(orphans.count(), 1);
}

#[test]
fn swapped_paragraphs_disturb_nobody_else() {
    let (source, whole) = (document(CHINESE, "zh-Hans"), document(ENGLISH, "en"));
    let before = lines(&source, &whole);
    let one = "Keeping bees is not hard, but it takes patience. This book is for people who keep bees for the first time.";
    let other = "Put the hive in a sunny place out of the wind.";
    let swapped = ENGLISH.replacen(
        &format!("{one}\n\n{other}"),
        &format!("{other}\n\n{one}"),
        1,
    );
    let (gone, _) = difference(&before, &lines(&source, &document(&swapped, "en")));
    assert!(gone.len() <= 2, "{gone:?}");
    assert!(
        gone.iter()
            .all(|line| line.contains("养蜂并不难") || line.contains("蜂箱要放")),
        "{gone:?}"
    );
}

#[test]
fn a_table_that_has_grown_pairs_its_rows() {
    let source = document(
        "| 名称 | 值 |\n|---|---|\n| alpha | 第一 |\n| beta | 第二 |\n| gamma | 第三 |\n",
        "zh-Hans",
    );
    let target = document(
        "| Name | Value |\n|---|---|\n| alpha | first |\n| gamma | third |\n",
        "en",
    );
    let found = lines(&source, &target);
    assert!(found.contains(&"第三 => third".to_owned()), "{found:?}");
    assert!(found.contains(&"beta => ".to_owned()), "{found:?}");
    assert!(found.contains(&"第二 => ".to_owned()), "{found:?}");
}

#[test]
fn a_table_that_was_sorted_anew_pairs_rows_by_what_they_hold() {
    let source = document(
        "| 名称 | 用途 |\n|---|---|\n| [按量](pay.md) | 计费方式 |\n| [备份](backup.md) | 保存副本 |\n| [队列](queue.md) | 传递消息 |\n| [网关](gateway.md) | 接收请求 |\n| [证书](cert.md) | 加密连接 |\n",
        "zh-Hans",
    );
    let target = document(
        "| Name | Purpose |\n|---|---|\n| [Backup](backup.md) | keeps copies |\n| [Certificate](cert.md) | encrypts connections |\n| [Gateway](gateway.md) | takes requests |\n| [Pay as you go](pay.md) | the way of billing |\n| [Queue](queue.md) | passes messages |\n",
        "en",
    );
    let found = lines(&source, &target);
    for line in [
        "名称 => Name",
        "计费方式 => the way of billing",
        "保存副本 => keeps copies",
        "[队列](queue.md) => [Queue](queue.md)",
        "加密连接 => encrypts connections",
    ] {
        assert!(found.contains(&line.to_owned()), "{line}: {found:?}");
    }
}

#[test]
fn a_table_of_as_many_rows_pairs_them_by_their_names() {
    let source = document(
        "| 参数 | 说明 |\n|---|---|\n| size | 尺寸 |\n| steps | 步数 |\n| color | 颜色 |\n| onChange | 回调 |\n",
        "zh-Hans",
    );
    let target = document(
        "| Property | Description |\n|---|---|\n| size | the size |\n| color | the color |\n| onChange | called on change |\n| onClose | called on close |\n",
        "en",
    );
    let found = lines(&source, &target);
    for line in ["颜色 => the color", "回调 => called on change", "步数 => "] {
        assert!(found.contains(&line.to_owned()), "{line}: {found:?}");
    }
}

#[test]
fn one_row_that_moved_takes_its_name_along() {
    let source = document(
        "| 参数 | 说明 |\n|---|---|\n| size | 尺寸 |\n| steps | 步数 |\n| color | 颜色 |\n| styles | 样式 |\n",
        "zh-Hans",
    );
    let target = document(
        "| Property | Description |\n|---|---|\n| styles | the style |\n| size | the size |\n| steps | the steps |\n| color | the color |\n",
        "en",
    );
    let found = lines(&source, &target);
    for line in ["样式 => the style", "尺寸 => the size", "颜色 => the color"] {
        assert!(found.contains(&line.to_owned()), "{line}: {found:?}");
    }
}

#[test]
fn links_that_two_rows_exchanged_move_no_row() {
    let source = document(
        "| 名称 | 用途 |\n|---|---|\n| [甲](one.md) | 计费 |\n| [乙](two.md) | 备份 |\n| [丙](three.md) | 队列 |\n",
        "zh-Hans",
    );
    let target = document(
        "| Name | Purpose |\n|---|---|\n| [First](two.md) | billing |\n| [Second](one.md) | backups |\n| [Third](three.md) | queues |\n",
        "en",
    );
    let found = lines(&source, &target);
    assert!(found.contains(&"计费 => billing".to_owned()), "{found:?}");
    assert!(found.contains(&"备份 => backups".to_owned()), "{found:?}");
}

#[test]
fn long_tables_of_the_same_rows_find_each_other() {
    let table = |head: &str, text: &dyn Fn(usize) -> String| {
        let rows = (0..30).map(|row| format!("| `--option-{row}` | {} |\n", text(row)));
        format!("{head}\n|---|---|\n{}", rows.collect::<String>())
    };
    let source = document(
        &table("| 项 | 说明 |", &|row| {
            format!("设置第 {row} 项，默认为零。")
        }),
        "zh-Hans",
    );
    let target = document(
        &table("| Item | Description |", &|row| {
            format!(
                "Whatever (see the *manual*, the \"notes\", or ask)! Why? Because; {row}: nobody `knows` it! (Really?)"
            )
        }),
        "en",
    );
    let open = pairs(&source, &target)
        .into_iter()
        .filter(|pair| pair.source.is_empty() || pair.target.is_empty());
    assert_eq!(open.count(), 0);
}

#[test]
fn what_is_still_in_the_source_language_is_untranslated() {
    let copied = ENGLISH.replace(
        "Put the hive in a sunny place out of the wind.",
        "蜂箱要放在向阳、避风的地方。",
    );
    let (source, target) = (document(CHINESE, "zh-Hans"), document(&copied, "en"));
    let open: Vec<Pair> = pairs(&source, &target)
        .into_iter()
        .filter(|pair| pair.state == PairState::Untranslated)
        .collect();
    assert_eq!(open.len(), 1, "{open:?}");
    assert_eq!((open[0].source.len(), open[0].target.len()), (1, 1));
}

#[test]
fn an_empty_draft_leaves_all_units_open() {
    let (source, target) = (
        document(CHINESE, "zh-Hans"),
        Document::empty("page.md", Lang::new("en")),
    );
    let found = pairs(&source, &target);
    assert!(
        found
            .iter()
            .all(|pair| pair.state == PairState::Untranslated && pair.confidence == 0.0)
    );
}

#[test]
fn a_gap_aligns_by_itself() {
    let (source, target) = (document(CHINESE, "zh-Hans"), document(ENGLISH, "en"));
    let ids = |from: u32, to: u32| (from..to).map(UnitId).collect::<Vec<_>>();
    let found = align_gap(
        &source,
        &ids(2, 4),
        &target,
        &ids(3, 4),
        &AlignSettings::default(),
    );
    let sides: Vec<_> = found
        .into_iter()
        .map(|pair| (pair.source, pair.target))
        .collect();
    assert_eq!(sides, [(ids(2, 3), vec![]), (ids(3, 4), ids(3, 4))]);
}

#[test]
fn sentences_of_a_pair_align() {
    let source = document(
        "太早采的蜜含水量超过 20%。你用过 SmokerPro 吗？没有就算了，以后再买也不迟。\n",
        "zh-Hans",
    );
    let target = document(
        "Honey taken too early holds more than 20% water. Have you ever used a SmokerPro? If not, never mind. You can still buy one later.\n",
        "en",
    );
    let pair = &pairs(&source, &target)[0];
    let found = align_sentences(&source, &target, pair, &AlignSettings::default());
    let sizes: Vec<_> = found
        .iter()
        .map(|pair| (pair.source.len(), pair.target.len()))
        .collect();
    assert_eq!(sizes, [(1, 1), (1, 1), (1, 2)]);
}

#[test]
fn glossary_terms_anchor_lines() {
    let source = ["蜂王产卵", "工蜂采蜜", "雄蜂交配"];
    let target = ["Workers fetch it", "Drones mate now"];
    let terms = [("工蜂", "worker"), ("雄蜂", "drone"), ("蜂王", "queen")];
    let terms = terms
        .iter()
        .map(|(one, other)| ((*one).to_owned(), (*other).to_owned()))
        .collect();
    let found = align_texts(
        &source,
        &target,
        &AlignSettings {
            terms,
            ..AlignSettings::default()
        },
    );
    let sides: Vec<_> = found
        .into_iter()
        .map(|(one, other, _)| (one, other))
        .collect();
    assert_eq!(
        sides,
        [(vec![0], vec![]), (vec![1], vec![0]), (vec![2], vec![1])]
    );
}

#[test]
fn thousands_of_lines_align_soon() {
    let line = |at: usize, lang: &str| match lang {
        "zh" => format!(
            "第 {} 行，{}。",
            at * 7,
            "蜜蜂飞走了又飞回来".repeat(at % 5 + 1)
        ),
        _ => format!(
            "Line {}, {}.",
            at * 7,
            "the bees flew off and came back".repeat(at % 5 + 1)
        ),
    };
    let source: Vec<String> = (0..3000).map(|at| line(at, "zh")).collect();
    let target: Vec<String> = (0..3000)
        .filter(|at| at % 100 != 50)
        .map(|at| line(at, "en"))
        .collect();
    let source: Vec<&str> = source.iter().map(String::as_str).collect();
    let target: Vec<&str> = target.iter().map(String::as_str).collect();
    let found = align_texts(&source, &target, &AlignSettings::default());
    let open: Vec<_> = found
        .iter()
        .filter(|(_, target, _)| target.is_empty())
        .map(|(source, ..)| source[0])
        .collect();
    assert_eq!(open, (0..30).map(|at| at * 100 + 50).collect::<Vec<_>>());
}

#[test]
fn changes_are_classified() {
    let cases = [
        ("你好，世界。", "你好,世界.", Change::Cosmetic),
        ("使用API 时", "使用 API时", Change::Cosmetic),
        ("他说“好”。", "他说「好」。", Change::Cosmetic),
        ("见[这里](a.md)。", "见[这里](b.md)。", Change::Markup),
        ("这很重要。", "这**很重要**。", Change::Markup),
        ("运行 make 即可", "运行 `make` 即可", Change::Markup),
        ("共 12 项，占 3.5%。", "共 14 项，占 4%。", Change::Number),
        ("共三十项。", "共五项。", Change::Number),
        (
            "养蜂并不难，但需要很多的耐心和时间。",
            "养蜂并不难，但需要很多的耐心与时间。",
            Change::Minor,
        ),
        ("养蜂并不难。", "酿酒也有学问。", Change::Rewrite),
        ("It is every day.", "It is everyday.", Change::Minor),
    ];
    for (old, new, want) in cases {
        assert_eq!(classify(old, new), want, "{old} -> {new}");
    }
}

#[test]
fn likeness_is_a_share_of_what_is_common() {
    assert_eq!(similarity("养蜂 不难", "养蜂不难"), 1.0);
    assert_eq!(similarity("", ""), 1.0);
    assert_eq!(similarity("甲乙", "丙丁"), 0.0);
    assert_eq!(similarity("甲乙丙丁", "甲乙丙戊"), 0.75);
    let long = "蜜蜂采蜜。".repeat(60);
    assert!(similarity(&long, &format!("{long}完")) > 0.99);
}

#[test]
fn word_diffs_can_be_read() {
    let same = |text: &str| DiffRun::Same(text.to_owned());
    let removed = |text: &str| DiffRun::Removed(text.to_owned());
    let added = |text: &str| DiffRun::Added(text.to_owned());
    assert_eq!(
        word_diff("共有 12 项工作", "共有 15 项工作"),
        [same("共有 "), removed("12"), added("15"), same(" 项工作")]
    );
    assert_eq!(
        word_diff("用 React 写", "用 Vue 写"),
        [same("用 "), removed("React"), added("Vue"), same(" 写")]
    );
    assert_eq!(
        word_diff("the quick red fox", "a slow grey fox"),
        [removed("the quick red"), added("a slow grey"), same(" fox")]
    );
    let old = "一二三四五。".repeat(3000);
    let new = old.replacen("三", "叁", 1);
    let runs = word_diff(&old, &new);
    assert_eq!(runs.len(), 4);
}

#[test]
fn a_default_title_may_be_left_out_and_another_may_not() {
    let states = |source: &str, target: &str| -> Vec<PairState> {
        let read = |name: &str, lang: &str, text: &str| {
            read(
                &Source::new(name, text),
                &Lang::new(lang),
                &ReadSettings::default(),
            )
        };
        let (source, target) = (read("a.md", "zh-Hans", source), read("b.md", "en", target));
        let pairs = align(&source, &target, &AlignSettings::default());
        pairs.iter().map(|pair| pair.state).collect()
    };
    let target = ":::tip\nClose the hive at once.\n:::\n";
    let left_out = states(":::tip 提示\n请立刻合上蜂箱。\n:::\n", target);
    assert_eq!(left_out, [PairState::Ignored, PairState::Unconfirmed]);
    let lost = states(":::tip 合上蜂箱\n请立刻合上蜂箱。\n:::\n", target);
    assert_eq!(lost, [PairState::Untranslated, PairState::Unconfirmed]);
}

#[test]
fn a_section_that_stands_elsewhere_is_found() {
    let section = "## Taking honey

Wait until four fifths of the comb is capped. Honey taken too early holds more than 20% water and ferments easily!

Are you ready?
";
    let (before, _) = ENGLISH.split_once("## Taking honey").expect("the section");
    let (head, tail) = before
        .split_once("## Getting your tools ready")
        .expect("the section");
    let moved = format!("{head}{section}\n## Getting your tools ready{tail}");
    let (source, target) = (document(CHINESE, "zh"), document(&moved, "en"));
    let found = lines(&source, &target);
    let wanted = "Wait until four fifths";
    assert!(
        found
            .iter()
            .any(|line| line.starts_with("等到蜂巢八成封盖") && line.contains(wanted)),
        "{found:#?}"
    );
    assert!(
        found
            .iter()
            .any(|line| line.starts_with("采蜜 => Taking honey")),
        "{found:#?}"
    );
    assert!(
        !found.iter().any(|line| line.ends_with("=> ")),
        "{found:#?}"
    );
}

#[test]
fn what_moved_is_told() {
    let bead = |source: usize, target: usize| (vec![source], vec![target], 0.9);
    let beads = [
        bead(0, 0),
        bead(1, 3),
        bead(2, 1),
        (vec![3], vec![], 0.0),
        bead(4, 2),
    ];
    assert_eq!(moved(&beads), [false, true, false, false, false]);
}

#[test]
fn vectors_of_the_users_count() {
    let source = ["甲乙丙", "丁戊己", "庚辛壬"];
    let target = ["Kra tol", "Mep sun"];
    let text = "{\"text\": \"甲乙丙\", \"vector\": [1, 0, 0]}\n{\"text\": \"丁戊己\", \"vector\": [0, 1, 0]}\n{\"text\": \"庚辛壬\", \"vector\": [0, 0, 1]}\n{\"text\": \"Kra tol\", \"vector\": [0, 2, 0.1]}\n{\"text\": \"Mep sun\", \"vector\": [0, 0.1, 3]}\n";
    let settings = AlignSettings {
        vectors: Some(Arc::new(Vectors::parse(text).expect("vectors"))),
        ..AlignSettings::default()
    };
    let found = align_texts(&source, &target, &settings);
    let sides: Vec<_> = found
        .into_iter()
        .map(|(one, other, _)| (one, other))
        .collect();
    assert_eq!(
        sides,
        [(vec![0], vec![]), (vec![1], vec![0]), (vec![2], vec![1])]
    );
    let bad = Vectors::parse(
        "{\"text\": \"a\", \"vector\": [1, 2]}\n{\"text\": \"b\", \"vector\": [1]}\n",
    );
    assert_eq!(bad.unwrap_err().line, 2);
}

/// Aligns lines and asserts that each stands in exactly one bead, in order.
fn whole(source: &[String], target: &[String]) {
    let strs = |lines: &[String]| {
        lines
            .iter()
            .map(String::as_str)
            .collect::<Vec<&str>>()
            .join("\n")
    };
    let (source_text, target_text) = (strs(source), strs(target));
    let source_lines: Vec<&str> = source_text.lines().collect();
    let target_lines: Vec<&str> = target_text.lines().collect();
    let found = align_texts(&source_lines, &target_lines, &AlignSettings::default());
    let one: Vec<usize> = found.iter().flat_map(|(one, ..)| one.clone()).collect();
    let other: Vec<usize> = found
        .iter()
        .flat_map(|(_, other, _)| other.clone())
        .collect();
    assert!(one.into_iter().eq(0..source.len()), "source lines are lost");
    assert!(
        other.into_iter().eq(0..target.len()),
        "target lines are lost"
    );
    assert!(
        found
            .iter()
            .all(|(.., confidence)| (0.0..=1.0).contains(confidence))
    );
}

#[test]
fn a_word_repeated_thousands_of_times_loses_nothing() {
    let source = ["foo ".repeat(5000), "你好，世界。".to_owned()];
    let target = ["foo.".to_owned(), "Hello, world.".to_owned()];
    whole(&source, &target);
    whole(&target, &source);
}

#[test]
fn a_long_run_that_one_side_lacks_loses_nothing() {
    let line = |at: usize| format!("word{at} goes on.");
    let source: Vec<String> = (0..60).map(line).collect();
    let surplus = (0..4000).map(|at| format!("Nobody knows {}.", "why ".repeat(at % 7)));
    let target: Vec<String> = (0..30)
        .map(line)
        .chain(surplus)
        .chain((30..60).map(line))
        .collect();
    whole(&source, &target);
    whole(&target, &source);
}
