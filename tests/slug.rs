//! Anchors of headings are what the generators make of them. The columns are what the released packages gave: github-slugger 2,
//! @mdit-vue/shared 3, Python-Markdown 3 (ASCII and Unicode), pymdown-extensions 10.

use duizhao::lint::slug::SlugStyle;
use duizhao::lint::slug::Slugger;
use duizhao::lint::slug::slug;

const COLUMNS: [SlugStyle; 5] = [
    SlugStyle::GitHub,
    SlugStyle::Vue,
    SlugStyle::PythonAscii,
    SlugStyle::PythonUnicode,
    SlugStyle::Pymdown,
];

const MADE: &[(&str, [&str; 5])] = &[
    (
        "Getting Started",
        [
            "getting-started",
            "getting-started",
            "getting-started",
            "getting-started",
            "getting-started",
        ],
    ),
    (
        "安装 & 配置",
        ["安装--配置", "安装-配置", "", "安装-配置", "安装--配置"],
    ),
    (
        "什么是 Karmada？",
        [
            "什么是-karmada",
            "什么是-karmada",
            "karmada",
            "什么是-karmada",
            "什么是-karmada",
        ],
    ),
    (
        "Q&A: What's new?",
        [
            "qa-whats-new",
            "q-a-what-s-new",
            "qa-whats-new",
            "qa-whats-new",
            "qa-whats-new",
        ],
    ),
    (
        "v1.2.3 (beta)",
        [
            "v123-beta",
            "v1-2-3-beta",
            "v123-beta",
            "v123-beta",
            "v123-beta",
        ],
    ),
    ("C++ / C#", ["c--c", "c-c", "c-c", "c-c", "c--c"]),
    (
        "foo_bar-baz",
        [
            "foo_bar-baz",
            "foo-bar-baz",
            "foo_bar-baz",
            "foo_bar-baz",
            "foo_bar-baz",
        ],
    ),
    (
        "Éclair à la carte",
        [
            "éclair-à-la-carte",
            "eclair-a-la-carte",
            "eclair-a-la-carte",
            "éclair-à-la-carte",
            "éclair-à-la-carte",
        ],
    ),
    (
        "①第一步：准备（可选）",
        [
            "第一步准备可选",
            "_1第一步-准备-可选",
            "1",
            "①第一步准备可选",
            "①第一步准备可选",
        ],
    ),
    (
        "1. Introduction",
        [
            "1-introduction",
            "_1-introduction",
            "1-introduction",
            "1-introduction",
            "1-introduction",
        ],
    ),
    (
        "Hello — World",
        [
            "hello--world",
            "hello-—-world",
            "hello-world",
            "hello-world",
            "hello--world",
        ],
    ),
    (
        "100% 兼容",
        ["100-兼容", "_100-兼容", "100", "100-兼容", "100-兼容"],
    ),
    ("a--b", ["a--b", "a-b", "a-b", "a-b", "a--b"]),
    (
        "数据源 Data_Source",
        [
            "数据源-data_source",
            "数据源-data-source",
            "data_source",
            "数据源-data_source",
            "数据源-data_source",
        ],
    ),
    (
        "“引号” test",
        ["引号-test", "引号-test", "test", "引号-test", "引号-test"],
    ),
    (
        "ｆｕｌｌｗｉｄｔｈ！",
        [
            "ｆｕｌｌｗｉｄｔｈ",
            "fullwidth",
            "fullwidth",
            "ｆｕｌｌｗｉｄｔｈ",
            "ｆｕｌｌｗｉｄｔｈ",
        ],
    ),
    (
        "⚠\u{fe0f} Warning",
        [
            "\u{fe0f}-warning",
            "⚠\u{fe0f}-warning",
            "warning",
            "warning",
            "-warning",
        ],
    ),
    ("हिन्दी", ["हिन्दी", "हिन्दी", "", "हनद", "हनद"]),
    ("x²", ["x", "x2", "x2", "x²", "x²"]),
    (
        "日本語のテスト・項目",
        [
            "日本語のテスト項目",
            "日本語のテスト・項目",
            "",
            "日本語のテスト項目",
            "日本語のテスト項目",
        ],
    ),
];

#[test]
fn anchors_are_those_of_the_generators() {
    for (text, made) in MADE {
        let ours = COLUMNS.map(|style| slug(style, text));
        assert_eq!(ours.each_ref().map(String::as_str), *made, "{text}");
    }
}

#[test]
fn other_generators_make_theirs_by_their_documentation() {
    let cases = [
        (SlugStyle::Hugo, "A, B & 安装_步骤", "a-b--安装_步骤"),
        (
            SlugStyle::MdBook,
            "`--passes`: add more rustdoc passes",
            "--passes-add-more-rustdoc-passes",
        ),
        (
            SlugStyle::MdBook,
            "Method-call 🐙 expressions \u{1f47c}",
            "method-call--expressions-",
        ),
        (
            SlugStyle::MdBook,
            "中文標題 CJK title",
            "中文標題-cjk-title",
        ),
        (SlugStyle::Kramdown, "5. A Heading, 中文", "a-heading-"),
        (
            SlugStyle::KramdownGfm,
            "5. A Heading, 中文",
            "5-a-heading-中文",
        ),
    ];
    for (style, text, made) in cases {
        assert_eq!(slug(style, text), made, "{style:?} {text}");
    }
}

#[test]
fn the_second_of_its_like_gets_a_number() {
    let anchors = |style, texts: &[&str]| -> Vec<String> {
        let mut slugger = Slugger::new(style);
        texts.iter().map(|text| slugger.next(text)).collect()
    };
    let texts = ["A", "A", "A 1", "A"];
    assert_eq!(
        anchors(SlugStyle::GitHub, &texts),
        ["a", "a-1", "a-1-1", "a-2"]
    );
    assert_eq!(
        anchors(SlugStyle::Hugo, &texts),
        ["a", "a-1", "a-1-1", "a-2"]
    );
    let chinese = ["安装", "配置", "a", "a"];
    assert_eq!(
        anchors(SlugStyle::PythonAscii, &chinese),
        ["_1", "_2", "a", "a_1"]
    );
}
