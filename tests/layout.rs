//! What the source changed beside the texts of its units, as a person would change it.

use duizhao::bitext::align::AlignSettings;
use duizhao::bitext::bitext::{Bitext, LayoutKind, Level};
use duizhao::document::dialect::Dialect;
use duizhao::document::document::Document;
use duizhao::lock::elsewhere::Elsewhere;
use duizhao::lock::jsonl;
use duizhao::lock::lock::Lock;
use duizhao::lock::record::{self, AcceptSettings};
use duizhao::lock::resolve;
use duizhao::markdown::read;
use duizhao::markdown::settings::ReadSettings;
use duizhao::text::lang::Lang;
use duizhao::text::source::Source;

fn read(text: &str, lang: &str) -> Document {
    let source = Source::new("page.mdx", text);
    let settings = ReadSettings {
        dialect: Dialect::of("page.mdx"),
        ..ReadSettings::default()
    };
    read::read(&source, &Lang::new(lang), &settings)
}

fn resolve(lock: &Lock, source: &str, target: &str) -> Bitext {
    let (source, target) = (read(source, "zh-Hans"), read(target, "en"));
    let elsewhere = Elsewhere::default();
    resolve::resolve(lock, &elsewhere, source, target, &AlignSettings::default())
}

fn accept(lock: &Lock, source: &str, target: &str) -> Lock {
    let bitext = resolve(lock, source, target);
    let all: Vec<usize> = (0..bitext.pairs.len()).collect();
    let settings = AcceptSettings {
        level: Level::Translated,
        reason: None,
        glossary: None,
    };
    let lock = record::accept(lock, &bitext, &all, &settings).lock;
    jsonl::read(&jsonl::write(&lock))
}

/// Every change of layout: its kind, the source's text and the draft's.
fn layout(bitext: &Bitext) -> Vec<(LayoutKind, &str, &str)> {
    let (source, target) = (&bitext.source, &bitext.target);
    let changes = bitext.layout.iter();
    changes
        .map(|change| {
            let source = change
                .source
                .map_or("", |span| &source.source.text()[span.range()]);
            let target = change
                .target
                .map_or("", |span| &target.source.text()[span.range()]);
            (change.kind, source, target)
        })
        .collect()
}

fn states(bitext: &Bitext) -> String {
    let states: Vec<_> = bitext.pairs.iter().map(|pair| pair.state.name()).collect();
    states.join(" ")
}

const ZH: &str = "# 安装\n\n先下载工具。\n\n再运行安装程序。\n\n最后检查版本。\n";
const EN: &str = "# Install\n\nDownload the tool first.\n\nThen run the installer.\n\nCheck the version at last.\n";

#[test]
fn a_directive_put_around_a_paragraph_is_told_until_the_draft_has_it() {
    let lock = accept(&Lock::default(), ZH, EN);
    let zh = ZH.replace("再运行安装程序。", ":::tip\n\n再运行安装程序。\n\n:::");
    let bitext = resolve(&lock, &zh, EN);
    assert_eq!(
        states(&bitext),
        "translated translated translated translated"
    );
    assert_eq!(
        layout(&bitext),
        [
            (LayoutKind::Markup, ":::tip", ""),
            (LayoutKind::Markup, ":::", "")
        ]
    );
    let en = EN.replace(
        "Then run the installer.",
        ":::tip\n\nThen run the installer.\n\n:::",
    );
    assert_eq!(layout(&resolve(&lock, &zh, &en)), []);
    let lock = accept(&lock, &zh, EN);
    assert_eq!(
        layout(&resolve(&lock, &zh, EN)),
        [],
        "accepted as it stands"
    );
}

#[test]
fn the_fence_that_closes_a_directive_after_a_list_is_markup() {
    let lock = accept(&Lock::default(), ZH, EN);
    let zh = format!("{ZH}\n:::tip\n1. 第一条说明。\n2. 第二条说明。\n:::\n");
    let bitext = resolve(&lock, &zh, EN);
    assert_eq!(
        layout(&bitext),
        [
            (LayoutKind::Markup, ":::tip", ""),
            (LayoutKind::Markup, ":::", "")
        ]
    );
}

#[test]
fn a_directive_that_went_is_told_where_the_draft_has_it() {
    let zh = format!("{ZH}\n:::note\n\n这一步可以跳过。\n\n:::\n\n:::note\n\n完成。\n\n:::\n");
    let en =
        format!("{EN}\n:::note\n\nThis step can be skipped.\n\n:::\n\n:::note\n\nDone.\n\n:::\n");
    let lock = accept(&Lock::default(), &zh, &en);
    let without = zh.replace(":::note\n\n这一步可以跳过。\n\n:::\n\n", "");
    let bitext = resolve(&lock, &without, &en);
    let told: Vec<u32> = bitext
        .layout
        .iter()
        .map(|change| {
            bitext
                .target
                .source
                .line_of(change.target.expect("a line").start)
        })
        .collect();
    assert_eq!(told, [9, 13]);
}

#[test]
fn a_draft_laid_out_in_its_own_way_is_left_alone() {
    let zh = ZH.replace("再运行安装程序。", ":::tip\n\n再运行安装程序。\n\n:::");
    let lock = accept(&Lock::default(), &zh, EN);
    let changed = zh.replace("最后检查版本。", "最后检查版本号。");
    assert_eq!(layout(&resolve(&lock, &changed, EN)), []);
    let old = jsonl::read("{\"duizhao\":\"lock/1\",\"segmenter\":1}\n");
    assert_eq!(
        layout(&resolve(&old, &zh, EN)),
        [],
        "a lock that noted no markup"
    );
}

#[test]
fn other_settings_of_a_fence_and_other_imports_are_changes_of_the_draft_too() {
    let zh = "import A from './a';\n\n用法如下：\n\n```yaml {1-2}\na: 1\n```\n\n完成。\n";
    let en = "import A from './a';\n\nUse it like this:\n\n```yaml {1-2}\na: 1\n```\n\nDone.\n";
    let lock = accept(&Lock::default(), zh, en);
    let new = zh
        .replace("{1-2}", "{1-3}")
        .replace("from './a'", "from './b'");
    assert_eq!(
        layout(&resolve(&lock, &new, en)),
        [
            (
                LayoutKind::Markup,
                "import A from './b';",
                "import A from './a';"
            ),
            (LayoutKind::Markup, "```yaml {1-3}", "```yaml {1-2}"),
        ]
    );
}

#[test]
fn a_section_that_the_source_moved_is_told_until_the_draft_follows() {
    let part = |name: &str, words: &str| format!("## {name}\n\n{words}\n\n");
    let zh = [
        part("参数", "参数写在表里，先看表。"),
        part("用法", "用法写在后面，再看它。"),
        part("结果", "结果应当是这样的。"),
    ];
    let en = [
        part(
            "Parameters",
            "The parameters are in the table, look there first.",
        ),
        part("Usage", "How to use it comes later, look at it then."),
        part("Result", "The result should be like this."),
    ];
    let lock = accept(&Lock::default(), &zh.concat(), &en.concat());
    let moved = [&*zh[1], &*zh[2], &*zh[0]].concat();
    let bitext = resolve(&lock, &moved, &en.concat());
    let told = layout(&bitext);
    assert_eq!(
        told,
        [(
            LayoutKind::Moved,
            zh[0].trim_matches(['#', ' ', '\n']),
            en[0].trim_matches(['#', ' ', '\n'])
        )]
    );
    let followed = [&*en[1], &*en[2], &*en[0]].concat();
    assert_eq!(layout(&resolve(&lock, &moved, &followed)), []);
    let lock = accept(&lock, &moved, &en.concat());
    assert_eq!(
        layout(&resolve(&lock, &moved, &en.concat())),
        [],
        "accepted as it stands"
    );
}

#[test]
fn lines_of_two_locks_in_any_order_make_no_move() {
    let lock = accept(&Lock::default(), ZH, EN);
    let text = jsonl::write(&lock);
    let mut lines: Vec<&str> = text.lines().collect();
    lines[1..].rotate_left(2);
    let shuffled = jsonl::read(&lines.join("\n"));
    assert_eq!(layout(&resolve(&shuffled, ZH, EN)), []);
}

#[test]
fn a_title_that_left_its_tag_is_to_be_written_in_its_new_place() {
    let zh = "<Steps>\n<Step number=\"0\" title=\"准备工作\">\n\n下载工具。\n\n</Step>\n</Steps>\n";
    let en = "<Steps>\n<Step number=\"0\" title=\"Before you start\">\n\nDownload the tool.\n\n</Step>\n</Steps>\n";
    let lock = accept(&Lock::default(), zh, en);
    let new = zh.replace(
        "<Step number=\"0\" title=\"准备工作\">",
        "<Step number=\"1\">\n\n### 准备工作",
    );
    let bitext = resolve(&lock, &new, en);
    let open: Vec<&str> = bitext
        .pairs
        .iter()
        .filter(|pair| pair.state.name() != "translated")
        .map(|pair| pair.state.name())
        .collect();
    assert_eq!(open, ["stale", "untranslated"]);
    let followed = en.replace(
        "<Step number=\"0\" title=\"Before you start\">",
        "<Step number=\"1\">\n\n### Before you start",
    );
    let states = states(&resolve(&lock, &new, &followed));
    assert!(
        !states.contains("untranslated") && !states.contains("stale"),
        "{states}"
    );
}
