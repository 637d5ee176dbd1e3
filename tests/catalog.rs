//! Message files: read and written byte for byte, paired by key, judged by the lock.

use duizhao::bitext::align::AlignSettings;
use duizhao::bitext::bitext::{Bitext, Level};
use duizhao::catalog::{name, read};
use duizhao::document::document::Document;
use duizhao::document::unit::UnitId;
use duizhao::lock::elsewhere::Elsewhere;
use duizhao::lock::jsonl;
use duizhao::lock::lock::Lock;
use duizhao::lock::record::{self, AcceptSettings};
use duizhao::lock::resolve;
use duizhao::markdown::settings::ReadSettings;
use duizhao::markdown::write;
use duizhao::text::lang::Lang;
use duizhao::text::source::Source;

fn document(file: &str, lang: &str, text: &str) -> Document {
    read::read(
        &Source::new(file, text),
        &Lang::new(lang),
        &ReadSettings::default(),
    )
}

/// The units as `key = text`, ignored ones in brackets.
fn units(document: &Document) -> Vec<String> {
    let line = |unit: UnitId| {
        let key = document.unit(unit).key.as_deref().unwrap_or_default();
        let line = format!("{key} = {}", document.text(unit));
        match document.unit(unit).is_translatable {
            true => line,
            false => format!("[{line}]"),
        }
    };
    document.unit_ids().map(line).collect()
}

fn resolve(lock: &Lock, source: Document, target: Document) -> Bitext {
    resolve::resolve(
        lock,
        &Elsewhere::default(),
        source,
        target,
        &AlignSettings::default(),
    )
}

/// The pairs as `key state`.
fn states(bitext: &Bitext) -> Vec<String> {
    let line = |pair: &duizhao::bitext::bitext::Pair| {
        let (document, unit) = match pair.source.first() {
            Some(unit) => (&bitext.source, *unit),
            None => (&bitext.target, pair.target[0]),
        };
        let key = document.unit(unit).key.as_deref().unwrap_or_default();
        format!("{key} {}", pair.state.name())
    };
    bitext.pairs.iter().map(line).collect()
}

fn states_of(source: &str, target: &str) -> Vec<String> {
    let source = document("en.json", "en", source);
    states(&resolve(
        &Lock::default(),
        source,
        document("zh.json", "zh-Hans", target),
    ))
}

fn accepted(bitext: &Bitext, lock: &Lock) -> Lock {
    let all: Vec<usize> = (0..bitext.pairs.len()).collect();
    let settings = AcceptSettings {
        level: Level::Translated,
        reason: None,
        glossary: None,
    };
    let lock = record::accept(lock, bitext, &all, &settings).lock;
    jsonl::read(&jsonl::write(&lock))
}

#[test]
fn a_message_of_docusaurus_is_one_unit_and_its_description_none() {
    let file = r#"{
  "theme.NotFound.title": {"message": "Page not found", "description": "The title of the 404 page"},
  "plain": "Text",
  "nested": {"deep": {"er": "Deeper"}, "list": ["One", "Two"]},
  "count": 3, "no": null, "link": "https://example.org/a", "empty": ""
}"#;
    let expected = [
        "theme.NotFound.title = Page not found",
        "plain = Text",
        "nested.deep.er = Deeper",
        "nested.list.0 = One",
        "nested.list.1 = Two",
        "[link = https://example.org/a]",
    ];
    assert_eq!(units(&document("code.json", "en", file)), expected);
}

#[test]
fn writing_changes_nothing_but_what_it_is_told() {
    let files = [
        (
            "a.json",
            "{\"a\": \"x \\u4e2d\\ud83d\\ude00 \\\"q\\\" \\/ \\n y\", \"b\":\"\\tz\"}",
        ),
        (
            "a.json",
            "\u{feff}{\r\n  \"a\" : \"中文\",\r\n  \"b\": { \"message\": \"好\" }\r\n}\r\n",
        ),
        ("a.json", "{\"a\": \"broken, \"b\": tru, [ }}"),
        ("a.json", "{\"a\": \"\\ud800 lone \\q\"}"),
        ("a.json", ""),
        (
            "a.yaml",
            "# note\na: 'it''s'\nb:\n  other: >\n    long\n    text\nc: \"x\"\n",
        ),
        ("a.toml", "[home]\nother = \"Home\"\none = 'One'\n"),
    ];
    for (file, text) in files {
        let document = document(file, "en", text);
        let same: Vec<(UnitId, String)> = document
            .unit_ids()
            .map(|unit| (unit, document.text(unit).to_owned()))
            .collect();
        let same: Vec<(UnitId, &str)> = same
            .iter()
            .map(|(unit, text)| (*unit, text.as_str()))
            .collect();
        assert_eq!(write::write(&document, &[]), text);
        assert_eq!(write::write(&document, &same), text);
        for unit in document.unit_ids() {
            let new = " 说“\"好\"”\\\n\t😀 ";
            let written = write::write(&document, &[(unit, new)]);
            let again = self::document(file, "en", &written);
            if file.ends_with(".json") && document.problems.is_empty() {
                assert_eq!(again.text(unit), new, "{written}");
                assert_eq!(again.problems, []);
                assert_eq!(again.units.len(), document.units.len());
            }
        }
    }
}

#[test]
fn messages_pair_by_key_in_any_order() {
    let source = r#"{"a": {"message": "Read the documentation"}, "b": {"message": "Search"}, "c": {"message": "Open the menu"}, "d": {"message": "GitHub"}}"#;
    let target = r#"{"d": {"message": "GitHub"}, "b": {"message": "搜索"}, "a": {"message": "阅读文档"}, "old": {"message": "旧"}, "c": {"message": "Open the menu"}}"#;
    let expected = [
        "a unconfirmed",
        "old orphaned",
        "b unconfirmed",
        "c untranslated",
        "d unconfirmed",
    ];
    assert_eq!(states_of(source, target), expected);
    assert_eq!(states_of(r#"{"a": "安装"}"#, "{}"), ["a untranslated"]);
    assert_eq!(
        states_of(r#"{"a": "Install"}"#, r#"{"a": ""}"#),
        ["a untranslated"]
    );
}

#[test]
fn a_lock_knows_a_message_by_its_key() {
    let source =
        r#"{"nav": "Docs", "foot": "Docs", "name": "OpenKruise", "home": "Getting started"}"#;
    let target =
        r#"{"nav": "文档", "foot": "资料", "name": "OpenKruise", "home": "Getting started"}"#;
    let read = |source: &str, target: &str, lock: &Lock| {
        resolve(
            lock,
            document("en.json", "en", source),
            document("zh.json", "zh-Hans", target),
        )
    };
    let lock = accepted(&read(source, target, &Lock::default()), &Lock::default());
    let now = states(&read(source, target, &lock));
    assert_eq!(
        now,
        [
            "nav translated",
            "foot translated",
            "name translated",
            "home translated"
        ]
    );
    let turned =
        r#"{"home": "Getting started", "foot": "Documents", "nav": "Docs", "name": "OpenKruise"}"#;
    let drafted =
        r#"{"nav": "文件", "foot": "资料", "name": "OpenKruise", "home": "Getting started"}"#;
    let bitext = read(turned, drafted, &lock);
    assert_eq!(
        states(&bitext),
        [
            "home translated",
            "foot stale",
            "nav edited",
            "name translated"
        ]
    );
    // What is accepted again keeps the record of the stale message, and a reverted source is as it was.
    let lock = accepted(&bitext, &lock);
    assert_eq!(states(&read(turned, drafted, &lock))[1], "foot stale");
    assert_eq!(states(&read(source, drafted, &lock))[1], "foot translated");
}

#[test]
fn a_file_that_stands_alone_tells_its_source_by_its_keys() {
    let file = r#"{
  "sidebar.docs.category.Getting Started": {"message": "快速开始"},
  "sidebar.docs.category.Guides.link.generated-index.title": {"message": "指南"},
  "item.label.Blog Posts": {"message": "Blog Posts"},
  "link.item.label.GitHub": {"message": "GitHub"},
  "Read more": {"message": "更多"},
  "theme.NotFound.title": {"message": "Page Not Found"},
  "theme.tags.title": {"message": "标签"},
  "version.label": {"message": "Next"}
}"#;
    let mut target = document("code.json", "zh-Hans", file);
    let source = read::read_alone(&mut target, &Lang::new("en"), &ReadSettings::default());
    let expected = [
        "sidebar.docs.category.Getting Started = Getting Started",
        "item.label.Blog Posts = Blog Posts",
        "link.item.label.GitHub = GitHub",
        "Read more = Read more",
        "theme.NotFound.title = Page Not Found",
    ];
    assert_eq!(units(&source), expected);
    let expected = [
        "sidebar.docs.category.Getting Started unconfirmed",
        "sidebar.docs.category.Guides.link.generated-index.title ignored",
        "item.label.Blog Posts untranslated",
        "link.item.label.GitHub unconfirmed",
        "Read more unconfirmed",
        "theme.NotFound.title untranslated",
        "theme.tags.title ignored",
        "version.label ignored",
    ];
    assert_eq!(states(&resolve(&Lock::default(), source, target)), expected);
    // The other way round: a Chinese site, drafts in English.
    let file = r#"{"sidebar.docs.category.快速开始": {"message": "Getting started"}, "item.label.博客": {"message": "博客"}}"#;
    let mut target = document("code.json", "en", file);
    let source = read::read_alone(&mut target, &Lang::new("zh-Hans"), &ReadSettings::default());
    let found = states(&resolve(&Lock::default(), source, target));
    assert_eq!(
        found,
        [
            "sidebar.docs.category.快速开始 unconfirmed",
            "item.label.博客 untranslated"
        ]
    );
}

#[test]
fn a_language_has_the_plural_forms_it_has() {
    let source = r#"{"items_one": "{count} item", "items_other": "{count} items", "x": {"one": "An hour", "other": "Hours"}}"#;
    let target = r#"{"items_other": "{count} 项", "x": {"other": "小时"}}"#;
    let expected = [
        "items_one ignored",
        "items_other unconfirmed",
        "x.one ignored",
        "x.other unconfirmed",
    ];
    assert_eq!(states_of(source, target), expected);
}

#[test]
fn placeholders_and_tags_are_codes_and_the_texts_of_plural_forms_are_not() {
    let codes = |text: &str| -> Vec<String> {
        let file = format!("{{\"a\": {}}}", serde_json::to_string(text).unwrap());
        let document = document("a.json", "en", &file);
        let unit = UnitId(0);
        let text = document.text(unit);
        document
            .codes(unit)
            .iter()
            .map(|code| text[code.span.range()].to_owned())
            .collect()
    };
    assert_eq!(codes("One post|{count} posts"), ["{count}"]);
    assert_eq!(
        codes("He said \"{name}\" <b>now</b>"),
        ["{name}", "<b>", "</b>"]
    );
    assert_eq!(
        codes("See [the {what}](/docs) at https://a.example/x."),
        ["[the {what}](/docs)", "{what}", "https://a.example/x"]
    );
    assert_eq!(
        codes("{n, plural, one {# file} other {{n} files}}!"),
        ["{n, plural,", " one {", "} other {", "{n}", "}}"]
    );
    assert_eq!(codes("a {not a placeholder!} b < c"), Vec::<String>::new());
}

#[test]
fn yaml_and_toml_messages_are_named_like_those_of_json() {
    let yaml = "zh-CN:\n  home:\n    title: 首页\n    more: >-\n      更多\n      内容\n";
    assert_eq!(
        units(&document("zh-CN.yml", "zh-CN", yaml)),
        ["home.title = 首页", "home.more = 更多\n内容"]
    );
    let hugo = "- id: readMore\n  translation: \"Read more\"\n- id: posts\n  translation:\n    one: A post\n    other: Posts\n";
    let expected = [
        "readMore = Read more",
        "posts.one = A post",
        "posts.other = Posts",
    ];
    assert_eq!(units(&document("en.yaml", "en", hugo)), expected);
    let toml = "[readMore]\nother = \"Read more\"\n";
    assert_eq!(
        units(&document("en.toml", "en", toml)),
        ["readMore.other = Read more"]
    );
    let category = "label: 教程\nposition: 2\nlink:\n  type: generated-index\n  title: 全部教程\n";
    assert_eq!(
        units(&document("docs/_category_.yml", "zh", category)),
        ["label = 教程", "link.title = 全部教程"]
    );
}

#[test]
fn damage_is_told_and_the_rest_is_read() {
    let check = |text: &str, expected: &[&str], keys: &[&str]| {
        let document = document("a.json", "en", text);
        let told: Vec<&str> = document
            .problems
            .iter()
            .map(|problem| problem.detail.as_str())
            .collect();
        assert_eq!(told, expected, "{text}");
        let found: Vec<&str> = document
            .units
            .iter()
            .filter_map(|unit| unit.key.as_deref())
            .collect();
        assert_eq!(found, keys, "{text}");
    };
    check(r#"{"a": "One" "b": "Two"}"#, &["comma"], &["a", "b"]);
    check(
        r#"{"a": "One", "b": "Two",}"#,
        &["trailing-comma"],
        &["a", "b"],
    );
    check(
        "{\"a\": \"One,\n\"b\": \"Two\"}",
        &["quote", "comma"],
        &["a", "b"],
    );
    check(r#"{"a" "One", "b": "Two"}"#, &["colon"], &["a", "b"]);
    check(r#"{"a": One, "b": "Two"}"#, &["value"], &["b"]);
    check(r#"{"a": {"b": "Two""#, &["open", "open"], &["a.b"]);
    check("{\n// note\n\"a\": \"One\"}", &["comment"], &["a"]);
    check(r#"{"a": "One", "a": "Two"}"#, &["key-twice"], &["a"]);
    check(
        "{\n<<<<<<< HEAD\n\"a\": \"One\"\n=======\n\"a\": \"Two\"\n>>>>>>> x\n}",
        &["conflict", "conflict", "comma", "conflict"],
        &["a"],
    );
    let deep = "{\"a\":".repeat(5000);
    check(&deep, &["deep"], &[]);
}

#[test]
fn what_lies_among_pages_is_no_message_file() {
    assert!(name::is_catalog("i18n/zh/code.json"));
    assert!(!name::is_catalog("i18n/zh/code.md"));
    assert!(name::is_beside_pages(
        "i18n/zh/docusaurus-plugin-content-docs/current/a/data.json"
    ));
    assert!(!name::is_beside_pages(
        "i18n/zh/docusaurus-plugin-content-docs/current.json"
    ));
    assert!(!name::is_beside_pages(
        "i18n/zh/docusaurus-plugin-content-docs/current/a/_category_.json"
    ));
}

/// The pairs of front matter as `source → target`.
fn front_matter(lock: &Lock, source: &str, target: &str) -> (Bitext, Vec<String>) {
    use duizhao::markdown::read::read;
    let document = |lang: &str, text: &str| {
        read(
            &Source::new("a.md", text),
            &Lang::new(lang),
            &ReadSettings::default(),
        )
    };
    let bitext = resolve(lock, document("en", source), document("zh-Hans", target));
    let text = |document: &Document, units: &[UnitId]| -> String {
        units
            .iter()
            .map(|unit| document.text(*unit).to_owned())
            .collect()
    };
    let lines = bitext.pairs.iter().map(|pair| {
        format!(
            "{} → {} ({})",
            text(&bitext.source, &pair.source),
            text(&bitext.target, &pair.target),
            pair.state.name()
        )
    });
    let lines = lines.collect();
    (bitext, lines)
}

#[test]
fn front_matter_pairs_by_key_whatever_the_lock_knows() {
    let before = "---\ndescription: How to install it\n---\n\nText of the page.\n";
    let drafted = "---\ndescription: 如何安装\n---\n\n页面的文字。\n";
    let (bitext, _) = front_matter(&Lock::default(), before, drafted);
    let lock = accepted(&bitext, &Lock::default());
    let source = "---\ntitle: Install\ndescription: How to install it\nsidebar_label: Setup\n---\n\nText of the page.\n";
    let target = "---\nsidebar_label: 设置\ndescription: 如何安装\ntitle: 安装\nsummary: 摘要\n---\n\n页面的文字。\n";
    let (_, lines) = front_matter(&lock, source, target);
    let expected = [
        "Install → 安装 (unconfirmed)",
        " → 摘要 (orphaned)",
        "How to install it → 如何安装 (translated)",
        "Setup → 设置 (unconfirmed)",
        "Text of the page. → 页面的文字。 (translated)",
    ];
    let (mut lines, mut expected) = (lines, expected.map(str::to_owned).to_vec());
    lines.sort();
    expected.sort();
    assert_eq!(lines, expected);
}

#[test]
fn a_new_item_of_a_list_shifts_none_of_the_others() {
    let source = "---\nfeatures:\n  - title: Fast\n    details: It is very fast indeed\n  - title: New server\n    details: A new server listens on port 8080\n  - title: Safe\n    details: Loses no data at all\n---\n";
    let target = "---\nfeatures:\n  - title: 快\n    details: 确实非常快\n  - title: 安全\n    details: 不会丢失任何数据\n---\n";
    let (_, lines) = front_matter(&Lock::default(), source, target);
    assert!(
        lines.contains(&"Safe → 安全 (unconfirmed)".to_owned()),
        "{lines:?}"
    );
    assert!(
        lines.contains(&"New server →  (untranslated)".to_owned()),
        "{lines:?}"
    );
}
