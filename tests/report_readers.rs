//! Real readers of our reports, where they are installed: Python's XML, junitparser, jsonschema with the official schemas, and Microsoft's
//! sarif-multitool. Without them a line on standard error says so.
//!
//! `DUIZHAO_SCHEMAS=DIR` names a folder with `sarif-schema-2.1.0.json` and reviewdog's `DiagnosticResult.json`.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "tests start outside programs and say when they are not there"
)]

use serde_json::Value;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::Output;
use tempfile::TempDir;

const CONFIG: &str = "version: 1\nsource: zh-Hans\ntargets: [en]\ncontent: [{source: 'zh/{path}', target: '{lang}/{path}'}]\nrules: {'punct/*': warning}\n";

/// Findings of all sorts, in files whose names and texts are hard to write: spaces, Han inside and outside the BMP, marks, tabs, CRLF, a byte order mark.
fn project() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, text).expect("a file");
    };
    write("duizhao.yaml", CONFIG);
    write(
        "zh/第 一 页#1%.md",
        "\u{feff}# 标题\r\n\r\n𠮷野家有 <b>30</b> 家店，e\u{301}与\t制表符，见 <https://example.com/?a=1&b=\"2\">。\r\n\r\n新的一段。\r\n",
    );
    write(
        "en/第 一 页#1%.md",
        "\u{feff}# Title\r\n\r\n𠮷野家 has <b>40</b> shops，cafe\u{301} and\ta tab, see <https://example.com/?a=2&c=\"3\">。\r\n",
    );
    write("zh/b.md", "# 另一页\n\n1. `code` 与 ]]> 和 ]\n");
    write("en/b.md", "# Another page\n\n1. `node` and ]]> and ]\n");
    folder
}

/// Runs `check` with every report written to a file; returns what it found.
fn reports(folder: &Path) -> Value {
    let names = ["json", "sarif", "junit", "checkstyle", "rdjson", "gitlab"];
    let mut command = Command::new(env!("CARGO_BIN_EXE_duizhao"));
    command.arg("check").current_dir(folder);
    for name in names {
        command.arg("--format").arg(format!("{name}=report.{name}"));
    }
    let output = command.output().expect("it runs");
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let json = fs::read_to_string(folder.join("report.json")).expect("a report");
    serde_json::from_str(&json).expect("JSON")
}

fn python(script: &str, args: &[&Path]) -> Option<Output> {
    let output = Command::new("python3")
        .args(["-c", script])
        .args(args)
        .output();
    output.ok()
}

fn has_module(name: &str) -> bool {
    let has_it = python(&format!("import {name}"), &[]);
    let has_it = has_it.is_some_and(|output| output.status.success());
    if !has_it {
        eprintln!("SKIPPED: Python's {name} is not installed here");
    }
    has_it
}

fn said(output: Option<Output>) -> String {
    let output = output.expect("python3 runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{text}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    text.trim().to_owned()
}

#[test]
fn checkstyle_is_read_by_an_xml_parser() {
    if !has_module("xml.etree.ElementTree") {
        return;
    }
    let folder = project();
    let found = reports(folder.path());
    let script = "import sys, xml.etree.ElementTree as tree\n\
        for file in tree.parse(sys.argv[1]).getroot():\n\
        \x20   for error in file:\n\
        \x20       print(file.get('name'), error.get('line'), error.get('column'), error.get('severity'), error.get('message'), sep='\\t')\n";
    let text = said(python(script, &[&folder.path().join("report.checkstyle")]));
    let findings = found["findings"].as_array().expect("findings");
    let mut wanted: Vec<String> = findings
        .iter()
        .map(|finding| {
            let text = |key: &str| finding[key].as_str().expect("a text").to_owned();
            let parts = [
                text("path"),
                finding["line"].to_string(),
                finding["column"].to_string(),
                text("severity"),
                text("message"),
            ];
            parts.join("\t")
        })
        .collect();
    let mut lines: Vec<&str> = text.lines().collect();
    lines.sort_unstable();
    wanted.sort_unstable();
    assert_eq!(lines, wanted);
}

#[test]
fn junitparser_counts_what_fails() {
    if !has_module("junitparser") {
        return;
    }
    let folder = project();
    let found = reports(folder.path());
    let script = "import sys, junitparser\n\
        xml = junitparser.JUnitXml.fromfile(sys.argv[1])\n\
        cases = [case for suite in xml for case in suite]\n\
        told = (xml.tests, xml.failures)\n\
        failed = sum(1 for case in cases if case.is_failure)\n\
        xml.update_statistics()\n\
        print(told == (xml.tests, xml.failures) == (len(cases), failed), failed)\n";
    let text = said(python(script, &[&folder.path().join("report.junit")]));
    let n_errors = found["summary"]["errors"].as_u64().expect("a number");
    assert_eq!(text, format!("True {n_errors}"));
}

#[test]
fn reports_are_valid_by_the_official_schemas() {
    let Some(schemas) = std::env::var_os("DUIZHAO_SCHEMAS").map(PathBuf::from) else {
        eprintln!("SKIPPED: DUIZHAO_SCHEMAS names no folder with the schemas");
        return;
    };
    if !has_module("jsonschema") {
        return;
    }
    let folder = project();
    reports(folder.path());
    let script = "import json, sys, jsonschema\n\
        schema, report = (json.load(open(path, encoding='utf-8')) for path in sys.argv[1:])\n\
        for error in jsonschema.validators.validator_for(schema)(schema).iter_errors(report):\n\
        \x20   print(error.json_path, error.message)\n";
    for (name, schema) in [
        ("sarif", "sarif-schema-2.1.0.json"),
        ("rdjson", "DiagnosticResult.json"),
    ] {
        let report = folder.path().join(format!("report.{name}"));
        let text = said(python(script, &[&schemas.join(schema), &report]));
        assert_eq!(text, "", "{name}");
    }
}

/// The tool ends with 0 whatever it finds: its words tell.
#[test]
fn sarif_multitool_finds_nothing() {
    let tool = std::env::var_os("SARIF_MULTITOOL").unwrap_or_else(|| "sarif-multitool".into());
    let folder = project();
    reports(folder.path());
    let sarif = folder.path().join("report.sarif");
    let verdict = folder.path().join("verdict.sarif");
    let mut command = Command::new(&tool);
    command
        .arg("validate")
        .arg(&sarif)
        .arg("--output")
        .arg(&verdict);
    if command.output().is_err() {
        eprintln!(
            "SKIPPED: sarif-multitool is not installed here (npm install @microsoft/sarif-multitool)"
        );
        return;
    }
    let verdict = fs::read_to_string(&verdict).expect("a verdict");
    let verdict: Value =
        serde_json::from_str(verdict.trim_start_matches('\u{feff}')).expect("SARIF");
    let results = verdict["runs"][0]["results"].as_array();
    let bad = results.into_iter().flatten().filter(|result| {
        // A level that is left out is a warning.
        !matches!(result["level"].as_str(), Some("note" | "none"))
    });
    let bad: Vec<&Value> = bad.collect();
    assert!(bad.is_empty(), "{bad:#?}");
}
