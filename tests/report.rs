//! What findings look like in every format: one golden file each, in both languages.

use duizhao::i18n::interface::Interface;
use duizhao::i18n::messages::Messages;
use duizhao::lint::finding::Finding;
use duizhao::lint::finding::Location;
use duizhao::lint::fix::Applicability;
use duizhao::lint::fix::Fix;
use duizhao::lint::meta::RuleMeta;
use duizhao::lint::meta::Severity;
use duizhao::progress::coverage::Coverage;
use duizhao::report::FORMATS;
use duizhao::report::run::Run;
use duizhao::text::edit::Edit;
use duizhao::text::source::Source;
use duizhao::text::span::Span;
use snapbox::Data;
use snapbox::assert_data_eq;
use std::path::Path;

static TERM: RuleMeta = RuleMeta {
    id: "sample/term",
    severity: Severity::Error,
    mqm: "terminology",
    since: "0.1.0",
    message: "“{ $term }” has no translation: “{ $target }”",
    docs: "",
    supersedes: &[],
    classes: &[],
    file: "",
};

static LINK: RuleMeta = RuleMeta {
    id: "sample/link",
    severity: Severity::Warning,
    ..TERM_LIKE
};

const TERM_LIKE: RuleMeta = RuleMeta {
    id: "",
    severity: Severity::Error,
    mqm: "markup",
    since: "0.1.0",
    message: "the link “{ $target }” is missing",
    docs: "",
    supersedes: &[],
    classes: &[],
    file: "",
};

static STATE: RuleMeta = RuleMeta {
    id: "state/unconfirmed",
    severity: Severity::Info,
    message: "nobody has confirmed this yet",
    ..TERM_LIKE
};

/// The place of `part` in a file.
fn place(source: &Source, part: &str) -> Location {
    let at = source
        .text()
        .find(part)
        .expect("the part stands in the file");
    Location {
        source: source.clone(),
        span: Span::of(at..at + part.len()),
    }
}

fn finding(
    rule: &'static RuleMeta,
    at: Location,
    related: &[Location],
    args: &[(&'static str, &str)],
) -> Finding {
    Finding {
        rule,
        severity: rule.severity,
        at,
        related: related.to_vec(),
        args: args
            .iter()
            .map(|(name, value)| (*name, (*value).to_owned()))
            .collect(),
        fix: None,
    }
}

fn findings() -> Vec<Finding> {
    let source = Source::new(
        "source/文章 一.md",
        "# 标题\n\n开源模型的参数量达到6.5亿，远超闭源模型。\n\n- 列表\t制表符后的**重点**\n- 表情👩‍💻之后的词\n",
    );
    let long = "很长的一行".repeat(200);
    let target = Source::new(
        "translations/en/文章 一.md",
        format!(
            "# Title\n\nOpen models 开源 have 650 parameters.\n\n- list\tafter a tab **bold**\n- emoji 👩‍💻 then word\n- cafe\u{301} and résumé\n\n{long} needle {long}\n\nmany\nlines\nhere\n"
        ),
    );
    let term = [("term", "闭源模型"), ("target", "closed model")];
    let link = [("target", "https://example.com/?a=1,b:2%")];
    let mut all = vec![
        finding(
            &TERM,
            place(&target, "开源"),
            &[place(&source, "闭源模型")],
            &term,
        ),
        finding(
            &LINK,
            place(&target, "bold"),
            &[place(&source, "重点")],
            &link,
        ),
        finding(
            &TERM,
            place(&target, "then"),
            &[place(&source, "之后")],
            &term,
        ),
        finding(&TERM, place(&target, "résumé"), &[], &term),
        finding(&TERM, place(&target, "needle"), &[], &term),
        finding(&TERM, place(&target, "many\nlines\nhere"), &[], &term),
    ];
    all[0].fix = Some(Fix {
        edits: vec![Edit {
            span: all[0].at.span,
            text: "closed".into(),
        }],
        applicability: Applicability::Safe,
    });
    all[2].fix = Some(Fix {
        edits: vec![Edit {
            span: all[2].at.span,
            text: String::new(),
        }],
        applicability: Applicability::Unsafe,
    });
    for _ in 0..12 {
        all.push(finding(&STATE, place(&target, "many"), &[], &[]));
    }
    all
}

fn coverage() -> Coverage {
    Coverage {
        total: 40,
        translated: 27,
        unconfirmed: 12,
        untranslated: 1,
        characters: 4000,
        covered_characters: 3900,
        ..Coverage::default()
    }
}

/// Writes the findings in a format; the rules of this test have no Chinese words of their own.
fn written(name: &str, interface: Interface, findings: &[Finding]) -> String {
    let rules = [&TERM, &LINK, &STATE];
    let words = |interface| Messages::new(rules.into_iter(), interface);
    let (messages, english) = (words(interface), words(Interface::English));
    let run = Run {
        findings,
        base: None,
        n_known: 0,
        messages: &messages,
        english: &english,
        folder: "docs/",
        coverage: &coverage(),
        is_colored: false,
        width: 80,
    };
    let format = FORMATS
        .iter()
        .find(|format| format.name == name)
        .expect("a format");
    let mut out = Vec::new();
    (format.write)(&run, &mut out).expect("memory can be written");
    String::from_utf8(out).expect("UTF-8")
}

fn check(name: &str, interface: Interface, golden: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/report")
        .join(golden);
    let golden = Data::read_from(&path, Some(snapbox::data::DataFormat::Text));
    assert_data_eq!(written(name, interface, &findings()), golden.raw());
}

#[test]
fn full_reports_underline_the_place_under_any_script() {
    check("full", Interface::English, "full.en.txt");
    check("full", Interface::SimplifiedChinese, "full.zh-Hans.txt");
}

#[test]
fn concise_reports_have_one_line_a_finding() {
    check("concise", Interface::English, "concise.en.txt");
}

#[test]
fn json_reports_have_the_documented_shape() {
    check("json", Interface::English, "json.txt");
}

#[test]
fn github_annotations_are_escaped_and_counted() {
    check("github", Interface::English, "github.txt");
}

#[test]
fn machine_formats_do_not_change_with_the_language() {
    for name in ["json", "github"] {
        assert_eq!(
            written(name, Interface::English, &findings()),
            written(name, Interface::SimplifiedChinese, &findings())
        );
    }
}

#[test]
fn every_format_can_write_nothing() {
    for format in FORMATS {
        let text = written(format.name, Interface::English, &[]);
        assert!(text.is_empty() || text.ends_with('\n'), "{}", format.name);
    }
}

/// The caret must stand in the column of the character it means, as a terminal draws both lines.
#[test]
fn carets_stand_under_what_they_mean() {
    use unicode_width::UnicodeWidthStr;
    let text = written("full", Interface::English, &findings());
    let lines: Vec<&str> = text.lines().collect();
    let mut n_seen = 0;
    for part in ["开源", "bold", "then", "résumé", "needle"] {
        let Some(at) = lines
            .iter()
            .position(|line| line.contains(part) && line.contains(" | "))
        else {
            panic!("{part} is not shown");
        };
        let (before, _) = lines[at].split_once(part).expect("just found");
        let carets = lines[at + 1];
        let (empty, _) = carets.split_once('^').expect("a caret below");
        assert_eq!(
            before.width(),
            empty.width(),
            "{part}:\n{}\n{carets}",
            lines[at]
        );
        n_seen += 1;
    }
    assert_eq!(n_seen, 5);
}
