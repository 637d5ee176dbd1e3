//! Glossaries of other programs: read as people write them, written and read back, hostile files refused with a place.

use duizhao::i18n::interface::Interface;
use duizhao::i18n::messages::Messages;
use duizhao::interchange::glossary::FORMATS;
use duizhao::interchange::glossary::append::append;
use duizhao::interchange::glossary::exchange::ExportSettings;
use duizhao::interchange::glossary::exchange::Format;
use duizhao::interchange::glossary::exchange::Import;
use duizhao::interchange::glossary::exchange::ImportSettings;
use duizhao::interchange::glossary::loss::What;
use duizhao::interchange::glossary::loss::losses;
use duizhao::interchange::glossary::yaml::imported;
use duizhao::interchange::glossary::yaml::item;
use duizhao::interchange::input::Input;
use duizhao::termbase::concept::Concept;
use duizhao::termbase::termbase::Termbase;
use duizhao::termbase::yaml;
use duizhao::text::lang::Lang;
use duizhao::text::source::Source;
use duizhao::text::span::Span;
use proptest::prelude::*;

fn format(name: &str) -> &'static Format {
    FORMATS
        .iter()
        .find(|format| format.name == name)
        .expect("a format")
}

fn settings() -> ImportSettings {
    ImportSettings::new(Lang::new("zh-Hans"), Lang::new("en"))
}

fn import(name: &str, bytes: &[u8]) -> Import {
    let input = Input {
        name: "terms.txt",
        bytes,
    };
    (format(name).read)(&input, &settings())
}

/// The entries, one a line, without status and origin.
fn entries(import: &Import) -> String {
    let lines = import.entries.iter().map(|entry| {
        let mut keys = imported(entry);
        keys.retain(|(key, _)| *key != "status" && *key != "origin");
        item(&keys, "")
            .replace("\n  ", " | ")
            .trim_start_matches("- ")
            .to_owned()
    });
    lines.collect()
}

fn said(import: &Import) -> Vec<String> {
    let english = Messages::new(std::iter::empty(), Interface::English);
    let all = import.problems.iter().chain(&import.remarks);
    all.map(|notice| english.notice(notice)).collect()
}

fn reads(name: &str, text: &str, expected: &str) {
    let found = import(name, text.as_bytes());
    assert_eq!(entries(&found), expected, "{text}\n{:?}", said(&found));
}

#[test]
fn cells_are_read_as_people_write_them() {
    let cases = [
        (
            "常数，常量",
            "constant",
            "src: [常数, 常量] | tgt: constant\n",
        ),
        ("协议栈", "TCP/IP", "src: 协议栈 | tgt: TCP/IP\n"),
        ("输入输出", "I/O", "src: 输入输出 | tgt: I/O\n"),
        (
            "监听/监听器",
            "listen/listener",
            "src: 监听 | tgt: listen | allow: [listener]\nsrc: 监听器 | tgt: listener | allow: [listen]\n",
        ),
        (
            "类型注明/标记/标识",
            "type annotation",
            "src: [类型注明, 类型标记, 类型标识] | tgt: type annotation\n",
        ),
        ("构建", "build (v.)", "src: 构建 | tgt: build | pos: verb\n"),
        (
            "分片（动词或动名词）",
            "sharding",
            "src: 分片 | tgt: sharding | pos: verb\n",
        ),
        ("不翻译", "getter", "src: getter | dnt: true\n"),
        ("（不译）", "LLVM", "src: LLVM | dnt: true\n"),
        (
            "(Rust 包管理器，不译)",
            "cargo",
            "src: cargo | dnt: true | note: Rust 包管理器\n",
        ),
        (
            "资源获取即初始化（一般不译）",
            "RAII",
            "src: 资源获取即初始化 | tgt: RAII | note: 一般不译\n",
        ),
        (
            "抽象语法树",
            "abstract syntax tree (AST)",
            "src: 抽象语法树 | tgt: abstract syntax tree | abbr: AST\n",
        ),
        (
            "容器（Container）",
            "Container",
            "src: 容器 | tgt: Container\n",
        ),
        ("上游（Uptream）", "Upstream", "src: 上游 | tgt: Upstream\n"),
        (
            "\"非兼容\"或\"不兼容\"",
            "breaking",
            "src: [非兼容, 不兼容] | tgt: breaking\n",
        ),
        (
            "JS 中译为\"类\"，CSS 中不翻译",
            "class",
            "src: 类 | tgt: class | note: JS 中译为“类”; CSS 中不翻译\n",
        ),
        (
            "稳定（的）",
            "stable",
            "src: [稳定, 稳定的] | tgt: stable\n",
        ),
        (
            "大模型",
            "large model (never \"big model\")",
            "src: 大模型 | tgt: large model | forbid: [big model] | note: never \"big model\"\n",
        ),
        (
            "大模型（请勿译为 big model）",
            "large model",
            "src: 大模型 | tgt: large model | forbid: [big model] | note: 请勿译为 big model\n",
        ),
        (
            "联合主键",
            "composite (primary) key",
            "src: 联合主键 | tgt: composite (primary) key\n",
        ),
        (
            "工作队列",
            "work queue(s)",
            "src: 工作队列 | tgt: work queue\n",
        ),
        (
            "最低有效位",
            "the least significant bit (LSB)",
            "src: 最低有效位 | tgt: least significant bit | abbr: LSB\n",
        ),
        (
            "大括号，“{”或“}”",
            "brace",
            "src: 大括号 | tgt: brace | note: \"“{”或“}”\"\n",
        ),
        (
            "动量法",
            "momentum (method)",
            "src: 动量法 | tgt: momentum | note: method\n",
        ),
    ];
    for (source, target, expected) in cases {
        reads("tsv", &format!("{source}\t{target}\n"), expected);
    }
}

#[test]
fn a_table_of_the_other_direction_is_turned_and_its_repeated_terms_are_joined() {
    reads(
        "csv",
        "const,\"常数，常量\"\nconstant,\"常数，常量\"\narray,数组\n",
        "src: [常数, 常量] | tgt: const | allow: [constant]\nsrc: 数组 | tgt: array\n",
    );
}

#[test]
fn headers_of_both_languages_are_known() {
    let lokalise = "term;description;casesensitive;translatable;forbidden;tags;en\n开源;;no;yes;no;ai;open source\nGitHub;;yes;no;no;;\n";
    reads(
        "csv",
        lokalise,
        "src: 开源 | tgt: open source | domain: ai\nsrc: GitHub | dnt: true | case: exact\n",
    );
    let chinese = "序号,英文,中文,词性,备注,禁用译法\n1,agent,智能体,名词,见第三章,bot\n";
    reads(
        "csv",
        chinese,
        "src: 智能体 | tgt: agent | forbid: [bot] | pos: noun | note: 见第三章\n",
    );
}

#[test]
fn markdown_tables_and_lists_are_read() {
    let text = "# 术语\n\n| 术语 | 译名 | 说明 |\n| --- | --- | --- |\n| 智能体 | agent | |\n\n- 开源: open source\n* 闭源 — closed source\n- 图灵测试（Turing test）\n\n```\n- a: b\n```\n";
    reads(
        "markdown",
        text,
        "src: 智能体 | tgt: agent\nsrc: 开源 | tgt: open source\nsrc: 闭源 | tgt: closed source\nsrc: 图灵测试 | tgt: Turing test\n",
    );
}

#[test]
fn plain_yaml_maps_and_omegat_files_are_read() {
    reads(
        "yaml",
        "开源: open source\nAI:\n  智能体: [agent, AI agent]\n",
        "src: 开源 | tgt: open source\nsrc: 智能体 | tgt: agent | allow: [AI agent]\n",
    );
    reads(
        "omegat",
        "# comment\n开源\topen source\tan idea\n",
        "src: 开源 | tgt: open source | note: an idea\n",
    );
}

#[test]
fn both_versions_of_tbx_are_read_with_their_standing() {
    let body = |entry: &str, lang: &str, term: &str| {
        format!(
            "<text><body><{entry} id=\"c1\"><descrip type=\"definition\">d &amp; e</descrip><{lang} xml:lang=\"zh-CN\"><{term}><term>大模型</term></{term}></{lang}>\
            <{lang} xml:lang=\"en-US\"><{term}><term>big model</term><termNote type=\"administrativeStatus\">deprecatedTerm-admn-sts</termNote></{term}>\
            <{term}><term>large model</term></{term}></{lang}></{entry}></body></text>"
        )
    };
    let old = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE martif SYSTEM \"x.dtd\"><martif type=\"TBX\"><martifHeader/>{}</martif>",
        body("termEntry", "langSet", "tig")
    );
    let new = format!(
        "<tbx type=\"TBX-Basic\" style=\"dca\">{}</tbx>",
        body("conceptEntry", "langSec", "termSec")
    );
    for text in [old, new] {
        reads(
            "tbx-v2",
            &text,
            "src: 大模型 | tgt: large model | forbid: [big model] | definition: d & e\n",
        );
    }
    let categories_as_elements = "<tbx><text><body><conceptEntry id=\"c1\"><langSec xml:lang=\"zh\"><termSec><term>堆</term></termSec></langSec>\
        <langSec xml:lang=\"en\"><termSec><term>heap</term><min:partOfSpeech xmlns:min=\"m\">noun</min:partOfSpeech></termSec></langSec></conceptEntry></body></text></tbx>";
    reads(
        "tbx-v3",
        categories_as_elements,
        "src: 堆 | tgt: heap | pos: noun\n",
    );
}

#[test]
fn hostile_and_broken_files_are_told_with_their_place() {
    let bomb =
        "<!DOCTYPE martif [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n<martif>&b;</martif>";
    let outside = "<!DOCTYPE martif [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<martif><text>&x;</text></martif>";
    let deep = format!("<martif>{}", "<a>".repeat(10_000));
    let cases: [(&str, &[u8], &str); 12] = [
        (
            "tbx-v2",
            bomb.as_bytes(),
            "terms.txt:2:9: the entity “b” is not",
        ),
        (
            "tbx-v2",
            outside.as_bytes(),
            "terms.txt:2:15: the entity “x” is not",
        ),
        (
            "tbx-v2",
            deep.as_bytes(),
            "terms.txt:1:198: elements are nested too deeply",
        ),
        (
            "tbx-v2",
            b"<martif>\n<text>",
            "terms.txt:2:1: the element “text” is never closed",
        ),
        (
            "tbx-v2",
            b"<martif><text></martif>",
            "terms.txt:1:15: not well-formed XML",
        ),
        (
            "tbx-v2",
            b"<html></html>",
            "terms.txt:1:1: the root element is “html”",
        ),
        ("tbx-v2", b"", "terms.txt:1:1: no element in this file"),
        (
            "tbx-v2",
            b"<martif>\0</martif>",
            "terms.txt:1: is neither UTF-8",
        ),
        ("csv", b"a,\xe4\n", "terms.txt:1: is neither UTF-8"),
        (
            "csv",
            "开源,open source\n闭源,\"closed\n".as_bytes(),
            "terms.txt:2:4: this quotation mark is never closed",
        ),
        ("csv", b"", "terms.txt: holds no rows"),
        (
            "xlsx",
            b"PK\x03\x04broken",
            "terms.txt: cannot be read as a spreadsheet",
        ),
    ];
    for (name, bytes, expected) in cases {
        let found = import(name, bytes);
        let said = said(&found);
        assert!(!found.problems.is_empty(), "{name}: {bytes:?}");
        assert!(said[0].starts_with(expected), "{name}: {said:?}");
    }
}

#[test]
fn endless_cells_and_rows_without_a_term_are_left_out_and_told() {
    let text = format!("开源\topen source\n{}\tx\n闭源\t\n", "长".repeat(1_000_000));
    let found = import("tsv", text.as_bytes());
    assert_eq!(entries(&found), "src: 开源 | tgt: open source\n");
    let said = said(&found);
    assert!(
        said[0].starts_with("terms.txt:2:1: left out, too long"),
        "{said:?}"
    );
    assert!(
        said[1].starts_with("terms.txt:3:1: left out, no translation"),
        "{said:?}"
    );
}

#[test]
fn utf_16_of_spreadsheets_is_read() {
    let text = "开源\topen source\r\n";
    let bytes: Vec<u8> = [0xfeff]
        .into_iter()
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(
        entries(&import("tsv", &bytes)),
        "src: 开源 | tgt: open source\n"
    );
}

fn glossary(text: &str) -> Termbase {
    let (termbase, notices) = yaml::read(&Source::new("g.yaml", text));
    assert!(notices.is_empty(), "{notices:?}");
    termbase
}

fn write(termbase: &Termbase, name: &str) -> Vec<u8> {
    let settings = ExportSettings {
        source: Lang::new("zh-Hans"),
        target: Lang::new("en"),
    };
    let mut out = Vec::new();
    (format(name).write)(termbase, &settings, &mut out).expect("it is written");
    out
}

#[test]
fn formulas_are_guarded_and_come_back() {
    let termbase = glossary("terms:\n  - {src: 公式, tgt: \"=1+1\", note: \"@x\"}\n");
    for name in ["csv", "tsv"] {
        let bytes = write(&termbase, name);
        let text = String::from_utf8_lossy(&bytes);
        assert!(text.contains("'=1+1") && text.contains("'@x"), "{text}");
        assert_eq!(
            entries(&import(name, &bytes)),
            "src: 公式 | tgt: \"=1+1\" | note: \"@x\"\n"
        );
    }
}

#[test]
fn what_a_format_cannot_hold_is_told() {
    let text = "terms:\n  - {src: 大模型, tgt: large model, forbid: [big model], when: {path: docs/**}}\n  - {src: 旧, tgt: old, status: deprecated}\n";
    let termbase = glossary(text);
    let lost = |name: &str| {
        losses(&termbase, format(name))
            .into_iter()
            .map(|loss| (loss.what, loss.concepts.join(",")))
            .collect::<Vec<_>>()
    };
    let own = |text: &str| text.to_owned();
    assert_eq!(lost("yaml"), []);
    assert_eq!(lost("csv"), [(What::Key("when"), own("大模型"))]);
    assert_eq!(
        lost("omegat"),
        [
            (What::Entry("deprecated"), own("旧")),
            (What::Key("forbid"), own("大模型")),
            (What::Key("when"), own("大模型"))
        ]
    );
    let text = String::from_utf8(write(&termbase, "omegat")).expect("UTF-8");
    assert!(
        !text.contains("big model") && !text.contains("old"),
        "{text}"
    );
}

#[test]
fn new_entries_go_below_the_others_and_every_byte_stays() {
    let found = import("tsv", "开源\topen source\n".as_bytes());
    let keys: Vec<_> = found.entries.iter().map(imported).collect();
    let added =
        "src: 开源\n    tgt: open source\n    status: proposed\n    origin: {from: terms.txt:1}\n";
    let cases = [
        (String::new(), format!("terms:\n  - {added}")),
        ("# mine\nversion: 2\nterms: # all\n  - src: 闭源 # no\n    tgt: closed source\n\n# end\n".to_owned(), format!("# mine\nversion: 2\nterms: # all\n  - src: 闭源 # no\n    tgt: closed source\n  - {added}\n# end\n")),
        ("terms:\n  闭源: closed source\nversion: 2\n".to_owned(), "terms:\n  闭源: closed source\n  开源:\n    tgt: open source\n    status: proposed\n    origin: {from: terms.txt:1}\nversion: 2\n".to_owned()),
    ];
    for (before, after) in cases {
        assert_eq!(
            append(&Source::new("g.yaml", before), &keys).expect("appended"),
            after
        );
    }
    assert!(append(&Source::new("g.yaml", "terms: [{src: a, tgt: b}]\n"), &keys).is_err());
}

/// Concepts of everything that a table of our own columns holds.
fn concept() -> impl Strategy<Value = Concept> {
    let term = || "[a-zA-Z开源模型=+@'\"|;,，/\\\\#:(){}\\[\\]-]{1,8}( [a-z0-9\"]{1,4})?";
    let list = prop::collection::vec(term(), 0..3);
    let note = prop::option::of("[a-z开源=+@'\"|;,\\\\#:<>&]{1,12}(\n[a-z]{1,4})?");
    (
        prop::collection::vec(term(), 1..3),
        prop::option::of(term()),
        list.clone(),
        list,
        note,
        any::<bool>(),
    )
        .prop_map(|(source, target, allow, forbid, note, is_exact)| {
            let mut concept = Concept::new(source, (Source::new("x", ""), Span::default()));
            concept.target = target;
            concept.allow = allow;
            concept.forbid = forbid;
            concept.note = note;
            concept.is_hyphen_exact = is_exact;
            concept
        })
}

type Held = (
    Vec<String>,
    Option<String>,
    Vec<String>,
    Vec<String>,
    Option<String>,
    bool,
);

fn held(concept: &Concept) -> Held {
    let concept = concept.clone();
    (
        concept.source,
        concept.target,
        concept.allow,
        concept.forbid,
        concept.note,
        concept.is_hyphen_exact,
    )
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(concepts in prop::collection::vec(concept(), 1..4)) {
        let termbase = Termbase { concepts, version: 1 };
        for name in ["yaml", "csv", "tsv", "xlsx", "markdown"] {
            let bytes = write(&termbase, name);
            let import = import(name, &bytes);
            prop_assert!(import.problems.is_empty(), "{name}: {:?}\n{}", said(&import), String::from_utf8_lossy(&bytes));
            let before: Vec<Held> = termbase.concepts.iter().map(held).collect();
            let after: Vec<Held> = import.entries.iter().map(|entry| held(&entry.concept)).collect();
            prop_assert_eq!(&before, &after, "{}: {}", name, String::from_utf8_lossy(&bytes));
        }
    }

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), text in "[<>&;,\"'|a开（）/\t\n# :-]{0,80}") {
        for format in FORMATS {
            let input = Input { name: "x", bytes: &bytes };
            let _ = (format.read)(&input, &settings());
            let input = Input { name: "x", bytes: text.as_bytes() };
            let _ = (format.read)(&input, &settings());
        }
    }

    #[test]
    fn whatever_is_imported_makes_a_glossary_that_reads(text in "([a-z开源（）()/，；;\"“”不译为的 .?]{1,20}\t[a-z开源（）()/,;\" .]{1,20}\n){1,5}") {
        let import = import("tsv", text.as_bytes());
        let keys: Vec<_> = import.entries.iter().map(imported).collect();
        prop_assert!(append(&Source::new("g.yaml", ""), &keys).is_ok());
    }
}
