//! What `sync` makes of a draft whose source has moved on: text in, text out, and a second run that finds nothing to do.

use duizhao::bitext::align::AlignSettings;
use duizhao::bitext::bitext::{Bitext, Level};
use duizhao::document::dialect::Dialect;
use duizhao::document::document::Document;
use duizhao::draft::step::{NewText, StepKind};
use duizhao::draft::sync::{self, SyncSettings, Synced, Workshop};
use duizhao::edge::files::memory::MemoryFiles;
use duizhao::edge::project::discover::Project;
use duizhao::edge::project::sync as project_sync;
use duizhao::edge::project::sync::Wishes;
use duizhao::edge::project::walk;
use duizhao::lock::elsewhere::Elsewhere;
use duizhao::lock::lock::Lock;
use duizhao::lock::record::{self, AcceptSettings};
use duizhao::lock::resolve;
use duizhao::markdown::read;
use duizhao::markdown::settings::ReadSettings;
use duizhao::text::lang::Lang;
use duizhao::text::source::Source;

const PLAIN: SyncSettings<'static> = SyncSettings {
    new: NewText::Comment,
    is_pruning: false,
    is_patching: false,
    locale_map: &[],
    glossary: None,
};

fn document(text: &str, lang: &str, dialect: Dialect) -> Document {
    let settings = ReadSettings {
        dialect,
        ..ReadSettings::default()
    };
    read::read(&Source::new("page.md", text), &Lang::new(lang), &settings)
}

fn pair(lock: &Lock, source: Document, target: Document) -> Bitext {
    let settings = AlignSettings::default();
    resolve::resolve(lock, &Elsewhere::default(), source, target, &settings)
}

/// Accepts the draft as a translation of the old source, replaces the source, and syncs: once for the result, once more to see that
/// nothing is left to do.
fn after(
    old: &str,
    new: &str,
    draft: &str,
    dialect: Dialect,
    settings: SyncSettings<'_>,
) -> Synced {
    let target = document(draft, "en", dialect);
    let accepted = pair(
        &Lock::default(),
        document(old, "zh", dialect),
        target.clone(),
    );
    let all: Vec<usize> = (0..accepted.pairs.len()).collect();
    let accept = AcceptSettings {
        level: Level::Translated,
        reason: None,
        glossary: None,
    };
    let lock = record::accept(&Lock::default(), &accepted, &all, &accept).lock;
    let once = run(&lock, new, draft, dialect, settings);
    let lock = once.lock.clone().unwrap_or(lock);
    let twice = run(&lock, new, &once.text, dialect, settings);
    assert_eq!(twice.text, once.text, "a second run changes the draft");
    assert!(twice.steps.is_empty(), "{:?}", twice.steps);
    once
}

fn run(
    lock: &Lock,
    new: &str,
    draft: &str,
    dialect: Dialect,
    settings: SyncSettings<'_>,
) -> Synced {
    let source = document(new, "zh", dialect);
    let workshop = Workshop {
        read: &|text| document(text, "en", dialect),
        resolve: &|lock, target| pair(lock, source.clone(), target),
    };
    let bitext = pair(lock, source.clone(), document(draft, "en", dialect));
    sync::sync(bitext, lock, settings, &workshop).expect("the draft is not refused")
}

fn plain(old: &str, new: &str, draft: &str) -> String {
    after(old, new, draft, Dialect::Markdown, PLAIN).text
}

const OLD: &str = "# 指南\n\n先安装工具。\n\n- 第一步：下载。\n- 第二步：安装。\n\n> 注意安全。\n\n| 名称 | 说明 |\n|---|---|\n| 苹果 | 一种水果 |\n\n```sh\nmake  # 编译\n```\n\n## 结尾\n\n再见，各位读者。\n";
const DRAFT: &str = "# Guide\n\nFirst install the tool.\n\n* Step one: download.\n* Step two: install.\n\n> Mind your safety.\n\n| Name | Meaning |\n|---|---|\n| Apple | a fruit |\n\n```sh\nmake  # compile\n```\n\n## End\n\nGoodbye, dear readers.\n";

#[test]
fn a_draft_in_step_is_left_alone() {
    assert_eq!(plain(OLD, OLD, DRAFT), DRAFT);
}

#[test]
fn every_container_holds_the_places_of_its_new_text() {
    let new = OLD
        .replace("- 第二步", "- 中间：校验文件。\n  - 用工具。\n- 第二步")
        .replace("> 注意安全。", "> 注意安全。\n>\n> 也注意时间。")
        .replace("| 一种水果 |", "| 一种水果 |\n| 白菜 | 一种蔬菜 |")
        .replace(
            "## 结尾",
            "## 新节 {#new}\n\n新的一段。\n\n```sh\nls\n```\n\n## 结尾",
        );
    let wanted = DRAFT
        .replace(
            "* Step two",
            "* <!-- duizhao-new: 中间：校验文件。 -->\n  - <!-- duizhao-new: 用工具。 -->\n* Step two",
        )
        .replace("safety.", "safety.\n>\n> <!-- duizhao-new: 也注意时间。 -->")
        .replace("| a fruit |", "| a fruit |\n| <!-- duizhao-new: 白菜 --> | <!-- duizhao-new: 一种蔬菜 --> |")
        .replace(
            "## End",
            "## <!-- duizhao-new: 新节 --> {#new}\n\n<!-- duizhao-new: 新的一段。 -->\n\n```sh\nls\n```\n\n## End",
        );
    assert_eq!(plain(OLD, &new, DRAFT), wanted);
}

const COPIED: SyncSettings<'static> = SyncSettings {
    new: NewText::Source,
    ..PLAIN
};

#[test]
fn the_source_s_text_may_stand_instead_beside_a_mark() {
    let new = OLD
        .replace("先安装工具。\n", "先安装工具。\n\n再重新启动\n计算机。\n")
        .replace("> 注意安全。", "> 注意安全。\n>\n> 也注意\n> 时间。")
        .replace("- 第二步", "- [ ] 中间\n- 第二步")
        .replace("| 一种水果 |", "| 一种水果 |\n| 白菜 | 一种蔬菜 |")
        .replace("## 结尾", "## API {#new}\n\n```sh\nls\n```\n\n## 结尾");
    let wanted = DRAFT
        .replace(
            "the tool.\n",
            "the tool.\n\n再重新启动\n计算机。 <!-- duizhao-new: 再重新启动 计算机。 -->\n",
        )
        .replace(
            "safety.",
            "safety.\n>\n> 也注意\n> 时间。 <!-- duizhao-new: 也注意 时间。 -->",
        )
        .replace("* Step two", "* [ ] 中间 <!-- duizhao-new: 中间 -->\n* Step two")
        .replace(
            "| a fruit |",
            "| a fruit |\n| 白菜 <!-- duizhao-new: 白菜 --> | 一种蔬菜 <!-- duizhao-new: 一种蔬菜 --> |",
        )
        .replace(
            "## End",
            "## API <!-- duizhao-new: API --> {#new}\n\n```sh\nls\n```\n\n## End",
        );
    let synced = after(OLD, &new, DRAFT, Dialect::Markdown, COPIED);
    assert_eq!(synced.text, wanted);
    let bitext = pair(
        &Lock::default(),
        document(&new, "zh", Dialect::Markdown),
        document(&synced.text, "en", Dialect::Markdown),
    );
    let untranslated = bitext.pairs.iter().filter(|pair| pair.target.is_empty());
    assert_eq!(untranslated.count(), 6);
}

#[test]
fn a_copy_goes_with_its_source_and_its_mark_when_it_is_translated() {
    let new = OLD
        .replace("先安装工具。\n", "先安装工具。\n\n再重启。\n")
        .replace("| 一种水果 |", "| 一种水果 |\n| 白菜 | 一种蔬菜 |");
    let copied = after(OLD, &new, DRAFT, Dialect::Markdown, COPIED).text;
    let newer = new.replace("再重启。", "再关机。");
    let wanted = copied.replace(
        "再重启。 <!-- duizhao-new: 再重启。 -->",
        "再关机。 <!-- duizhao-new: 再关机。 -->",
    );
    assert_eq!(
        after(OLD, &newer, &copied, Dialect::Markdown, COPIED).text,
        wanted
    );
    assert_eq!(
        after(OLD, OLD, &copied, Dialect::Markdown, COPIED).text,
        DRAFT
    );
    let translated = copied.replace("再重启。 <", "Then restart it. <");
    let wanted = copied.replace(
        "再重启。 <!-- duizhao-new: 再重启。 -->",
        "Then restart it.",
    );
    assert_eq!(
        after(OLD, &new, &translated, Dialect::Markdown, COPIED).text,
        wanted
    );
}

#[test]
fn a_whole_draft_of_copies_is_untranslated() {
    let source = format!("---\ntitle: 指南\n---\n\n{OLD}\n标题\n===\n\n[链接](a.md)。\n");
    for dialect in [Dialect::Markdown, Dialect::Mdx] {
        let synced = run(&Lock::default(), &source, "", dialect, COPIED);
        let bitext = pair(
            &Lock::default(),
            document(&source, "zh", dialect),
            document(&synced.text, "en", dialect),
        );
        let covered = bitext.pairs.iter().filter(|pair| !pair.target.is_empty());
        assert_eq!(covered.count(), 1, "only the code: {}", synced.text);
        let again = run(&Lock::default(), &source, &synced.text, dialect, COPIED);
        assert_eq!(again.text, synced.text);
    }
}

#[test]
fn line_breaks_marks_and_the_end_of_the_file_stay_as_they_are() {
    let new = OLD.replace("再见", "还有一句话要说。\n\n再见");
    let crlf = format!("\u{feff}{}", DRAFT.trim_end().replace('\n', "\r\n"));
    let wanted = crlf.replace(
        "Goodbye",
        "<!-- duizhao-new: 还有一句话要说。 -->\r\n\r\nGoodbye",
    );
    assert_eq!(plain(OLD, &new, &crlf), wanted);
    let new = format!("{OLD}\n最后再说一句。\n");
    let wanted = format!("{crlf}\r\n\r\n<!-- duizhao-new: 最后再说一句。 -->");
    assert_eq!(plain(OLD, &new, &crlf), wanted);
}

#[test]
fn mdx_gets_comments_and_ids_of_its_own() {
    let new = OLD.replace(
        "## 结尾\n",
        "## 新节\n\n新的一段。\n\n## 结尾 {/* #end-of-it */}\n",
    );
    let wanted = DRAFT.replace(
        "## End\n",
        "## {/* duizhao-new: 新节 */}\n\n{/* duizhao-new: 新的一段。 */}\n\n## End {/* #end-of-it */}\n",
    );
    assert_eq!(after(OLD, &new, DRAFT, Dialect::Mdx, PLAIN).text, wanted);
}

#[test]
fn a_section_that_moved_is_followed_byte_for_byte() {
    let old = "# 书\n\n## 甲章\n\n甲章讲苹果的故事。\n\n## 乙章\n\n乙章讲梨子的故事。\n\n## 丙章\n\n丙章讲桃子的故事。\n";
    let new = "# 书\n\n## 乙章\n\n乙章讲梨子的故事。\n\n## 丙章\n\n丙章讲桃子的故事。\n\n## 甲章\n\n甲章讲苹果的故事。\n";
    let draft = "# Book\n\n## Chapter A\n\nA tells of  apples.\n\n## Chapter B\n\nB tells of pears.\n\n## Chapter C\n\nC tells of peaches.\n";
    let wanted = "# Book\n\n## Chapter B\n\nB tells of pears.\n\n## Chapter C\n\nC tells of peaches.\n\n## Chapter A\n\nA tells of  apples.\n";
    assert_eq!(plain(old, new, draft), wanted);
}

#[test]
fn code_and_images_that_changed_are_carried_over() {
    let new = OLD.replace("make  # 编译", "make -j4  # 编译");
    let synced = after(OLD, &new, DRAFT, Dialect::Markdown, PLAIN);
    assert_eq!(synced.text, DRAFT.replace("make ", "make -j4 "));
    let lock = synced.lock.expect("the lock follows");
    assert!(
        lock.records
            .iter()
            .any(|record| record.target == ["make -j4  # compile"])
    );
}

#[test]
fn orphans_go_only_when_asked_and_leave_nothing_empty() {
    let new = OLD
        .replace("- 第一步：下载。\n- 第二步：安装。\n\n", "")
        .replace("| 苹果 | 一种水果 |\n", "");
    assert_eq!(plain(OLD, &new, DRAFT), DRAFT);
    let settings = SyncSettings {
        is_pruning: true,
        ..PLAIN
    };
    let wanted = DRAFT
        .replace("* Step one: download.\n* Step two: install.\n\n", "")
        .replace("| Apple | a fruit |\n", "");
    let synced = after(OLD, &new, DRAFT, Dialect::Markdown, settings);
    assert_eq!(synced.text, wanted);
}

#[test]
fn a_run_of_orphans_goes_with_its_blank_lines() {
    let settings = SyncSettings {
        is_pruning: true,
        ..PLAIN
    };
    let cut = |new: &str, draft: &str| after(OLD, new, draft, Dialect::Markdown, settings).text;
    let new = OLD.replace(
        "\n```sh\nmake  # 编译\n```\n\n## 结尾\n\n再见，各位读者。\n",
        "",
    );
    let end = "\n```sh\nmake  # compile\n```\n\n## End\n\nGoodbye, dear readers.\n";
    let wanted = DRAFT.replace(end, "");
    assert_eq!(cut(&new, DRAFT), wanted);
    assert_eq!(cut(&new, DRAFT.trim_end()), wanted.trim_end());
    let crlf = |text: &str| text.replace('\n', "\r\n");
    assert_eq!(cut(&new, &crlf(DRAFT)), crlf(&wanted));
    let old = "# 书\n\n第一段。\n\n甲段要去掉。\n\n:::info\n\n乙段也去掉。\n\n- 丙项。\n\n:::\n\n末段。\n";
    let new = "# 书\n\n第一段。\n\n末段。\n";
    let draft = "# Book\n\nThe first.\n\nA goes.\n\n:::info\n\nB goes too.\n\n- Item C.\n\n:::\n\nThe last.\n";
    let synced = after(old, new, draft, Dialect::Markdown, settings);
    assert!(
        synced.text.starts_with("# Book\n\nThe first.\n\n"),
        "{}",
        synced.text
    );
    assert!(synced.text.ends_with("\n\nThe last.\n"), "{}", synced.text);
    let new = OLD.replace("先安装工具。\n\n- 第一步：下载。\n- 第二步：安装。\n\n", "");
    let middle = "First install the tool.\n\n* Step one: download.\n* Step two: install.\n\n";
    assert_eq!(cut(&new, DRAFT), DRAFT.replace(middle, ""));
}

#[test]
fn mechanical_changes_are_repeated_on_request_and_wait_to_be_accepted() {
    let old = "# 指南\n\n请安装 1.2 版，见[文档](a.md)。\n";
    let new = old.replace("1.2", "1.3").replace("a.md", "b.md");
    let draft = "# Guide\n\nPlease install version 1.2, see the [docs](a.md).\n";
    assert_eq!(plain(old, &new, draft), draft);
    let settings = SyncSettings {
        is_patching: true,
        ..PLAIN
    };
    let synced = after(old, &new, draft, Dialect::Markdown, settings);
    assert_eq!(
        synced.text,
        draft.replace("1.2", "1.3").replace("a.md", "b.md")
    );
    assert!(synced.steps.iter().any(|step| step.kind == StepKind::Patch));
    let lock = synced.lock.expect("the lock follows");
    let record = lock
        .records
        .iter()
        .find(|record| record.level == Level::Machine);
    assert!(record.is_some());
}

#[test]
fn a_draft_that_does_not_exist_is_made() {
    let source = format!("---\ntitle: 指南\nslug: guide\n---\n\n{OLD}");
    let synced = run(&Lock::default(), &source, "", Dialect::Markdown, PLAIN);
    assert!(synced.text.starts_with(
        "---\ntitle: 指南 # duizhao-new\nslug: guide\n---\n\n# <!-- duizhao-new: 指南 -->\n\n<!-- duizhao-new: 先安装工具。 -->\n"
    ));
    let again = run(
        &Lock::default(),
        &source,
        &synced.text,
        Dialect::Markdown,
        PLAIN,
    );
    assert_eq!(again.text, synced.text);
}

#[test]
fn a_new_front_matter_key_is_added_behind_the_one_before_it() {
    let (head, draft) = (
        "---\ntitle: 指南\n---\n\n",
        "---\ntitle: Guide\nlayout: wide\n---\n\n",
    );
    let (old, draft) = (format!("{head}{OLD}"), format!("{draft}{DRAFT}"));
    let new = old.replace(
        "title: 指南\n",
        "title: 指南\ndescription: \"一篇: 指南\"\n",
    );
    let wanted = draft.replace(
        "Guide\nlayout",
        "Guide\ndescription: \"一篇: 指南\" # duizhao-new\nlayout",
    );
    assert_eq!(plain(&old, &new, &draft), wanted);
}

#[test]
fn a_placeholder_whose_source_went_is_removed() {
    let new = OLD.replace("- 第二步", "- 中间：校验文件。\n- 第二步");
    let with_place = plain(OLD, &new, DRAFT);
    assert_ne!(with_place, DRAFT);
    assert_eq!(plain(OLD, OLD, &with_place), DRAFT);
}

#[test]
fn message_files_are_left_to_the_program_that_writes_them() {
    let config = "version: 1\nsource: en\ntargets: [zh-Hans]\ncontent: [{source: 'en/{path}.json', target: 'zh/{path}.json'}]\n";
    let source = r#"{"a": {"message": "Hello there"}, "b": {"message": "A second text"}}"#;
    let check = |draft: &str, refused: Option<&str>| {
        let files = [
            ("duizhao.yaml", config),
            ("en/code.json", source),
            ("zh/code.json", draft),
        ];
        let project = Project::open("/p".into(), Box::new(MemoryFiles::new(files)))
            .unwrap_or_else(|notices| panic!("{}", notices[0]));
        let paths = walk::walk(&project, &[]).expect("documents");
        let wishes = Wishes {
            new: NewText::Comment,
            is_pruning: true,
            is_patching: true,
        };
        let planned = project_sync::plan(&project, paths, wishes)
            .unwrap_or_else(|notices| panic!("{}", notices[0]));
        let [planned] = planned.drafts.as_slice() else {
            panic!("one draft");
        };
        assert!(!planned.is_changed());
        let notice = planned.outcome.as_ref().err();
        assert_eq!(notice.map(|notice| notice.id), refused);
    };
    check(r#"{"a": {"message": "你好"}}"#, Some("sync-messages"));
    check("", Some("sync-messages"));
    check(
        r#"{"b": {"message": "第二段"}, "a": {"message": "你好"}}"#,
        None,
    );
}
