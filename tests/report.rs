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
use duizhao::progress::movement::Movement;
use duizhao::report::FORMATS;
use duizhao::report::run::BaseRun;
use duizhao::report::run::Run;
use duizhao::report::status::StatusRow;
use duizhao::text::edit::Edit;
use duizhao::text::lang::Lang;
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
    written_since(name, interface, findings, None)
}

fn written_since(
    name: &str,
    interface: Interface,
    findings: &[Finding],
    base: Option<&BaseRun>,
) -> String {
    let rules = [&TERM, &LINK, &STATE];
    let words = |interface| Messages::new(rules.into_iter(), interface);
    let (messages, english) = (words(interface), words(Interface::English));
    let run = Run {
        findings,
        base,
        n_known: 0,
        messages: &messages,
        english: &english,
        folder: "docs/",
        coverage: &coverage(),
        rows: &[StatusRow {
            source: "source/文章 一.md".into(),
            target: "translations/en/文章 一.md".into(),
            lang: Lang::new("en"),
            coverage: coverage(),
        }],
        documents: &[],
        fail_on: Severity::Error,
        failures: &[],
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
fn every_format_for_machines_has_its_golden_file() {
    for name in [
        "gitlab",
        "azure",
        "sarif",
        "rdjson",
        "junit",
        "checkstyle",
        "shields",
    ] {
        check(name, Interface::English, &format!("{name}.txt"));
    }
}

#[test]
fn summaries_are_for_people() {
    check("markdown", Interface::English, "markdown.en.txt");
    check(
        "markdown",
        Interface::SimplifiedChinese,
        "markdown.zh-Hans.txt",
    );
    check("badge", Interface::SimplifiedChinese, "badge.zh-Hans.txt");
}

#[test]
fn machine_formats_do_not_change_with_the_language() {
    for name in [
        "json",
        "github",
        "gitlab",
        "azure",
        "sarif",
        "rdjson",
        "junit",
        "checkstyle",
    ] {
        assert_eq!(
            written(name, Interface::English, &findings()),
            written(name, Interface::SimplifiedChinese, &findings())
        );
    }
}

/// Where a format says that a finding begins and ends.
type Range = [(u64, u64); 2];

/// Every format counts columns in its own unit; each row is a text before the word, and what it counts in scalars, UTF-16 units and bytes.
#[test]
fn columns_are_right_in_every_unit() {
    let texts: [(&str, [usize; 3]); 7] = [
        ("中文", [2, 2, 6]),
        ("𠮷野", [2, 3, 7]),
        ("e\u{301}", [2, 2, 3]),
        ("\t", [1, 1, 1]),
        ("第一行\r\n中", [1, 1, 3]),
        ("\u{feff}中", [1, 1, 6]),
        ("👩‍💻 ", [4, 6, 12]),
    ];
    for (before, [scalars, utf16, bytes]) in texts {
        let source = Source::new("a.md", format!("{before}词after\r\n"));
        let mut found = finding(
            &TERM,
            place(&source, "词"),
            &[place(&source, "词")],
            &[("term", "词"), ("target", "word")],
        );
        found.fix = Some(Fix {
            edits: vec![Edit {
                span: found.at.span,
                text: "word".into(),
            }],
            applicability: Applicability::Safe,
        });
        let line = 1 + before.matches('\n').count() as u64;
        let wanted = |n_before: usize, length: u64| -> Range {
            let column = n_before as u64 + 1;
            [(line, column), (line, column + length)]
        };
        let json = |name: &str| -> serde_json::Value {
            let text = written(name, Interface::English, std::slice::from_ref(&found));
            serde_json::from_str(&text).expect("JSON")
        };
        let number = |value: &serde_json::Value| value.as_u64().expect("a number");
        let log = json("sarif");
        assert_eq!(log["runs"][0]["columnKind"], "utf16CodeUnits");
        let result = &log["runs"][0]["results"][0];
        for region in [
            &result["locations"][0]["physicalLocation"]["region"],
            &result["relatedLocations"][0]["physicalLocation"]["region"],
            &result["fixes"][0]["artifactChanges"][0]["replacements"][0]["deletedRegion"],
        ] {
            let sarif = [
                (number(&region["startLine"]), number(&region["startColumn"])),
                (number(&region["endLine"]), number(&region["endColumn"])),
            ];
            assert_eq!(sarif, wanted(utf16, 1), "SARIF after {before:?}");
        }
        let position =
            |value: &serde_json::Value| (number(&value["line"]), number(&value["column"]));
        let diagnostic = json("rdjson")["diagnostics"][0].take();
        for range in [
            &diagnostic["location"]["range"],
            &diagnostic["related_locations"][0]["location"]["range"],
            &diagnostic["suggestions"][0]["range"],
        ] {
            let rdjson = [position(&range["start"]), position(&range["end"])];
            assert_eq!(rdjson, wanted(bytes, 3), "rdjson after {before:?}");
        }
        let positions = json("gitlab")[0]["location"]["positions"].take();
        let gitlab = [position(&positions["begin"]), position(&positions["end"])];
        assert_eq!(gitlab, wanted(scalars, 1), "GitLab after {before:?}");
        assert_eq!(
            position(&json("json")["findings"][0]),
            wanted(scalars, 1)[0],
            "JSON after {before:?}"
        );
        let github = written("github", Interface::English, std::slice::from_ref(&found));
        let [(line, start), (_, end)] = wanted(scalars, 1);
        let told = format!("line={line},endLine={line},col={start},endColumn={end},");
        assert!(github.contains(&told), "GitHub after {before:?}: {github}");
    }
}

/// Services follow a finding by its fingerprint: lines that come before it must not change it, and no two findings may share one.
#[test]
fn fingerprints_do_not_know_lines() {
    let fingerprints = |text: &str| -> Vec<String> {
        let source = Source::new("a.md", text);
        let places = text.match_indices("词").map(|(at, word)| Location {
            source: source.clone(),
            span: Span::of(at..at + word.len()),
        });
        let args = [("term", "词"), ("target", "word")];
        let findings: Vec<Finding> = places.map(|at| finding(&TERM, at, &[], &args)).collect();
        let written = written("gitlab", Interface::English, &findings);
        let issues: Vec<serde_json::Value> = serde_json::from_str(&written).expect("JSON");
        let fingerprints = issues.iter().map(|issue| issue["fingerprint"].as_str());
        fingerprints
            .map(|print| print.expect("a text").to_owned())
            .collect()
    };
    let before = fingerprints("词 and 词\n");
    assert_eq!(before.len(), 2);
    assert_ne!(before[0], before[1]);
    assert_eq!(before, fingerprints("new line\n\n词 and 词\n"));
}

#[test]
fn every_format_can_write_nothing() {
    for format in FORMATS {
        let text = written(format.name, Interface::English, &[]);
        assert!(text.is_empty() || text.ends_with('\n'), "{}", format.name);
        assert!(!text.contains("sample/"), "{}", format.name);
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

fn base(touched: &[&str]) -> BaseRun {
    BaseRun {
        revision: "main".into(),
        commit: "0123456789".repeat(4),
        n_known: 0,
        coverage: coverage(),
        movement: Movement {
            stale: 2,
            untranslated: 1,
            moved: 1,
            ..Movement::default()
        },
        touched: touched.iter().map(|path| (*path).to_owned()).collect(),
    }
}

#[test]
fn github_sees_first_what_the_change_touched_then_what_is_severe() {
    let file = |name: &str| Source::new(name, "word\n".repeat(30));
    let (old, new) = (file("old.md"), file("new.md"));
    let at = |source: &Source, line: usize| Location {
        source: source.clone(),
        span: Span::of(line * 5..line * 5 + 4),
    };
    let mut findings = Vec::new();
    for line in 0..12 {
        findings.push(finding(&STATE, at(&old, line), &[], &[]));
        findings.push(finding(&LINK, at(&old, line), &[], &[]));
    }
    findings.push(finding(&STATE, at(&new, 20), &[], &[]));
    findings.push(finding(&LINK, at(&new, 21), &[], &[]));
    findings.push(finding(&TERM, at(&old, 22), &[], &[]));
    let text = written_since(
        "github",
        Interface::English,
        &findings,
        Some(&base(&["new.md"])),
    );
    let lines: Vec<&str> = text.lines().collect();
    assert!(
        lines[0].starts_with("::warning file=docs/new.md,line=22,"),
        "{text}"
    );
    assert!(
        lines[1].starts_with("::notice file=docs/new.md,line=21,"),
        "{text}"
    );
    assert!(
        lines[2].starts_with("::error file=docs/old.md,line=23,"),
        "{text}"
    );
    for (level, n, n_more) in [
        ("error", 1, None),
        ("warning", 10, Some(4)),
        ("notice", 10, Some(4)),
    ] {
        let of_level = lines
            .iter()
            .filter(|line| line.starts_with(&format!("::{level} ")));
        let of_level: Vec<_> = of_level.collect();
        assert_eq!(of_level.len(), n, "{text}");
        if let Some(n_more) = n_more {
            let last = of_level[n - 1];
            assert!(
                last.contains(&format!("and {n_more} more findings")),
                "{last}"
            );
        }
    }
}

#[test]
fn a_comment_says_what_the_change_did_and_never_grows_too_long() {
    let text = written_since(
        "markdown",
        Interface::English,
        &findings(),
        Some(&base(&[])),
    );
    assert!(text.starts_with("<!-- duizhao -->\n"), "{text}");
    assert!(
        text.contains(
            "By this change: **2** become outdated, **1** untranslated, **1** moved unchanged\n"
        ),
        "{text}"
    );
    let chinese = written_since(
        "markdown",
        Interface::SimplifiedChinese,
        &findings(),
        Some(&base(&[])),
    );
    assert!(chinese.contains("**2** 个过时"), "{chinese}");

    let long = Source::new(format!("{}.md", "很长/".repeat(2000)), "word\n");
    let at = Location {
        source: long,
        span: Span::of(0..4),
    };
    let args = [("term", "词".repeat(5000)), ("target", "word".to_owned())];
    let args: Vec<(&'static str, &str)> = args
        .iter()
        .map(|(name, text)| (*name, text.as_str()))
        .collect();
    let many: Vec<Finding> = (0..100)
        .map(|_| finding(&TERM, at.clone(), &[], &args))
        .collect();
    let text = written("markdown", Interface::English, &many);
    assert!(text.chars().count() <= 65_536, "{}", text.chars().count());
    assert!(text.contains("more"), "{text}");
}
