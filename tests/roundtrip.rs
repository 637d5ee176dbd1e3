//! What is read and written with nothing changed is the same bytes, and a changed unit changes only its own.

use duizhao::document::dialect::Dialect;
use duizhao::document::document::Document;
use duizhao::document::unit::{UnitId, UnitSpan};
use duizhao::markdown::read::read;
use duizhao::markdown::settings::ReadSettings;
use duizhao::markdown::write::write;
use duizhao::text::lang::Lang;
use duizhao::text::source::Source;
use proptest::prelude::*;

fn document(text: &str, dialect: Dialect) -> Document {
    let settings = ReadSettings {
        dialect,
        ..ReadSettings::default()
    };
    read(
        &Source::new("case.md", text),
        &Lang::new("zh-Hans"),
        &settings,
    )
}

/// Holds every promise that is true of any text at all.
fn hold(text: &str, dialect: Dialect) {
    let document = document(text, dialect);
    assert_eq!(write(&document, &[]), text, "nothing was changed");
    let mut last_end = 0;
    for id in document.unit_ids() {
        let unit = document.unit(id);
        assert!(
            last_end <= unit.span.start && unit.span.start < unit.span.end,
            "units in order: {text:?}"
        );
        last_end = unit.span.end;
        let flat = document.text(id);
        for (at, c) in flat.char_indices() {
            let place = document.to_source(id, UnitSpan::of(at..at + c.len_utf8()));
            let there = document.source.slice(place);
            let is_escape = there.starts_with(['\\', '&', '\'', '"']);
            assert!(
                there == c.to_string() || is_escape || c == '\n',
                "{c:?} of {flat:?} stands at {there:?}: {text:?}"
            );
        }
        if unit.kind.is_prose() {
            let sentences = document.sentences(id);
            let joined: String = sentences
                .iter()
                .map(|sentence| &flat[sentence.range()])
                .collect();
            assert_eq!(joined, flat, "sentences join back");
        }
        let changed = write(&document, &[(id, "changed")]);
        let (before, after) = (
            &text[..unit.span.start as usize],
            &text[unit.span.end as usize..],
        );
        assert!(
            changed.starts_with(before) && changed.ends_with(after),
            "only its own bytes change: {text:?}"
        );
    }
}

/// One line of Markdown or of what people write around it.
fn line() -> impl Strategy<Value = String> {
    let marks = prop::sample::select(vec![
        "", "", "", "# ", "### ", "- ", "* ", "1. ", "> ", "> > ", "    ", "  ", "\t", "| ",
        "- [ ] ", "> - ", "[^1]: ", ": ",
    ]);
    let words = prop::sample::select(vec![
        "一句话。",
        "另一句，**重点**。",
        "A sentence.",
        "with `code` and [a link](b.md \"t\")",
        "![图](a.png)",
        "**标题。**正文",
        "| a \\| b | c |",
        "|---|---|",
        "$x^2$",
        "{{< note >}}",
        "<div>",
        "</div>",
        "<p>段落</p>",
        "<!-- 注释 -->",
        "{/* c */}",
        "---",
        "```",
        "~~~js",
        "````",
        ":::tip 提示",
        ":::",
        "::::",
        "!!! note \"标题\"",
        "=== \"Tab\"",
        "$$",
        "title: \"标题: 一\"",
        "描述: >",
        "+++",
        "import X from './x'",
        "<Tab label=\"苹果\">",
        "</Tab>",
        "{expr}",
        "标题 {#id}",
        "\u{3000}\u{3000}",
        "\u{feff}",
        "a  ",
        "b\\",
        "&amp;",
        "\\*",
        "<<<<<<< HEAD",
        "[x]: y",
        "“引号”",
        "https://example.com/a_b",
        "~~删~~",
        "👍🏽",
        "e\u{301}",
    ]);
    (marks, prop::collection::vec(words, 0..3))
        .prop_map(|(mark, words)| format!("{mark}{}", words.concat()))
}

fn text() -> impl Strategy<Value = String> {
    let line_break = prop::sample::select(vec!["\n", "\n", "\n\n", "\r\n"]);
    let lines = prop::collection::vec((line(), line_break), 0..14);
    (lines, any::<bool>()).prop_map(|(lines, is_complete)| {
        let mut text: String = lines
            .into_iter()
            .map(|(line, line_break)| line + line_break)
            .collect();
        if !is_complete {
            text.truncate(text.trim_end_matches(['\r', '\n']).len());
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn generated_markdown_comes_back_byte_for_byte(text in text()) {
        hold(&text, Dialect::Markdown);
    }

    #[test]
    fn generated_mdx_comes_back_byte_for_byte(text in text()) {
        hold(&text, Dialect::Mdx);
    }

    #[test]
    fn any_characters_come_back_byte_for_byte(text in "\\PC{0,60}") {
        hold(&text, Dialect::Markdown);
        hold(&text, Dialect::Mdx);
    }
}

/// Replaces the one unit that holds `old`, and expects the file `after`; then reads the new text back.
fn replace(before: &str, old: &str, new: &str, after: &str) {
    let read = document(before, Dialect::Markdown);
    let unit: UnitId = read
        .unit_ids()
        .find(|unit| read.text(*unit) == old)
        .unwrap_or_else(|| panic!("no unit {old:?} in {before:?}"));
    let written = write(&read, &[(unit, new)]);
    assert_eq!(written, after);
    let again = document(&written, Dialect::Markdown);
    assert!(
        again.unit_ids().any(|unit| again.text(unit) == new),
        "{new:?} is read back from {written:?}"
    );
}

#[test]
fn every_new_line_gets_its_container_prefix() {
    replace(
        "> 一。\n> 二。\n",
        "一。\n二。",
        "one\ntwo\nthree",
        "> one\n> two\n> three\n",
    );
    replace("- 甲\n  乙\n", "甲\n乙", "a\nb\nc", "- a\n  b\n  c\n");
    replace("1. 甲\n", "甲", "a\nb", "1. a\n   b\n");
    replace("> - 甲\n", "甲", "a\nb", "> - a\n>   b\n");
}

#[test]
fn the_line_breaks_of_the_file_are_kept() {
    replace(
        "> 一。\r\n> 二。\r\n",
        "一。\n二。",
        "one\ntwo",
        "> one\r\n> two\r\n",
    );
}

#[test]
fn notations_are_kept() {
    replace(
        "---\ntitle: 标题\n---\n",
        "标题",
        "a: b",
        "---\ntitle: \"a: b\"\n---\n",
    );
    replace(
        "---\ntitle: '标题'\n---\n",
        "标题",
        "it's",
        "---\ntitle: 'it''s'\n---\n",
    );
    replace(
        "---\ntitle: \"标题\"\n---\n",
        "标题",
        "a \"b\"",
        "---\ntitle: \"a \\\"b\\\"\"\n---\n",
    );
    replace(
        "---\ndescription: >\n  一\n  二\n---\n",
        "一\n二",
        "a\nb\nc",
        "---\ndescription: >\n  a\n  b\n  c\n---\n",
    );
    replace(
        "| 甲 |\n|---|\n| 乙 |\n",
        "乙",
        "a | b",
        "| 甲 |\n|---|\n| a \\| b |\n",
    );
    replace(
        ":::tip 提示\n文\n:::\n",
        "提示",
        "Tip",
        ":::tip Tip\n文\n:::\n",
    );
}
