//! The baseline: known findings are left out wherever their text goes, new ones count, and a damaged file is refused.
#![expect(
    clippy::disallowed_methods,
    reason = "tests make folders of files and run the program"
)]
use assert_cmd::Command;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const CONFIG: &str = "version: 1\nsource: zh-Hans\ntargets: [en]\ncontent: [{source: 'source/{path}', target: 'translations/{lang}/{path}'}]\nrules: {'state/*': off}\n";
const SOURCE: &str = "# 标题\n\n运行 `make` 即可。\n\n第二段。\n";
const DRAFT: &str = "# Title\n\nJust run `cmake`.\n\nThe second paragraph.\n";
const FILE: &str = ".duizhao/baseline.jsonl";

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
    fs::write(path, text).expect("a file");
}

fn project() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), ".git/HEAD", "");
    write(folder.path(), "duizhao.yaml", CONFIG);
    write(folder.path(), "source/a.md", SOURCE);
    write(folder.path(), "translations/en/a.md", DRAFT);
    folder
}

fn duizhao(folder: &TempDir, args: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::cargo_bin("duizhao").expect("the program");
    let output = command
        .args(["--ui-lang", "en"])
        .args(args)
        .current_dir(folder.path())
        .output()
        .expect("it runs");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    (
        output.status.code(),
        text(&output.stdout),
        text(&output.stderr),
    )
}

/// A project whose one finding is known.
fn known() -> TempDir {
    let folder = project();
    let (code, _, said) = duizhao(&folder, &["check", "--write-baseline"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(
        said.contains("one finding written to .duizhao/baseline.jsonl"),
        "{said}"
    );
    folder
}

const CHECK: &[&str] = &["check", "--baseline", FILE, "--format", "concise"];

#[test]
fn a_known_finding_does_not_fail_and_is_counted() {
    assert_eq!(duizhao(&project(), &["check"]).0, Some(1));
    let folder = known();
    let (code, out, said) = duizhao(&folder, CHECK);
    assert_eq!(code, Some(0), "{out}{said}");
    assert!(!out.contains("code/changed"), "{out}");
    assert!(said.contains("one known finding left out"), "{said}");
    let json = duizhao(&folder, &["check", "--baseline", FILE, "--format", "json"]).1;
    assert!(json.contains("\"known\": 1"), "{json}");
}

#[test]
fn moved_reflowed_and_renamed_text_stays_known() {
    let moved = "# Title\n\nThe second paragraph, edited.\n\nJust run\n`cmake`.\n";
    let folder = known();
    write(
        folder.path(),
        "source/a.md",
        "# 标题\n\n第二段。\n\n运行 `make` 即可。\n",
    );
    write(folder.path(), "translations/en/a.md", moved);
    assert_eq!(duizhao(&folder, CHECK).0, Some(0));

    let folder = known();
    for side in ["source", "translations/en"] {
        let side = folder.path().join(side);
        fs::rename(side.join("a.md"), side.join("b.md")).expect("a rename");
    }
    let (code, _, said) = duizhao(&folder, CHECK);
    assert_eq!(code, Some(0), "{said}");
    assert!(!said.contains("gone"), "{said}");
}

#[test]
fn a_second_one_of_the_same_kind_is_new() {
    let folder = known();
    let twice = |text: &str, line: &str| format!("{text}\n{line}\n");
    write(
        folder.path(),
        "source/a.md",
        &twice(SOURCE, "运行 `make` 即可。"),
    );
    write(
        folder.path(),
        "translations/en/a.md",
        &twice(DRAFT, "Just run `cmake`."),
    );
    let (code, out, _) = duizhao(&folder, CHECK);
    assert_eq!(code, Some(1));
    assert_eq!(out.matches("code/changed").count(), 1, "{out}");
}

#[test]
fn what_is_mended_is_told_unless_only_a_part_is_checked() {
    let folder = known();
    write(
        folder.path(),
        "translations/en/a.md",
        &DRAFT.replace("cmake", "make"),
    );
    let (code, _, said) = duizhao(&folder, CHECK);
    assert_eq!(code, Some(0));
    assert!(
        said.contains("one finding of the baseline is gone"),
        "{said}"
    );
    let (_, _, said) = duizhao(&folder, &[CHECK, &["--select", "left"]].concat());
    assert!(!said.contains("gone"), "{said}");
}

#[test]
fn known_findings_are_not_fixed() {
    let folder = project();
    let draft = DRAFT
        .replace("cmake", "make")
        .replace("paragraph.", "paragraph。");
    write(folder.path(), "translations/en/a.md", &draft);
    duizhao(&folder, &["check", "--write-baseline"]);
    duizhao(&folder, &[CHECK, &["--fix"]].concat());
    let now = fs::read_to_string(folder.path().join("translations/en/a.md")).expect("a draft");
    assert_eq!(now, draft);
}

#[test]
fn the_file_is_sorted_and_the_settings_can_name_it() {
    let folder = known();
    let first = fs::read_to_string(folder.path().join(FILE)).expect("a baseline");
    duizhao(&folder, &["check", "--write-baseline"]);
    let again = fs::read_to_string(folder.path().join(FILE)).expect("a baseline");
    assert_eq!(first, again);
    assert!(
        first.starts_with("{\"format\":\"duizhao/baseline/1\"}\n"),
        "{first}"
    );
    let config = format!("{CONFIG}gate: {{baseline: {FILE}}}\n");
    write(folder.path(), "duizhao.yaml", &config);
    assert_eq!(duizhao(&folder, &["check"]).0, Some(0));
}

#[test]
fn a_baseline_that_cannot_be_read_is_refused_with_its_line() {
    let cases = [
        ("", "baseline.jsonl:1:1: this is no baseline"),
        (
            "{\"format\":\"duizhao/baseline/9\"}\n",
            "baseline.jsonl:1:1: this is no baseline",
        ),
        (
            "{\"format\":\"duizhao/baseline/1\"}\n<<<<<<< HEAD\n",
            "baseline.jsonl:2:1: this line",
        ),
    ];
    for (text, said) in cases {
        let folder = project();
        write(folder.path(), FILE, text);
        let (code, _, told) = duizhao(&folder, CHECK);
        assert_eq!(code, Some(2), "{text}: {told}");
        assert!(told.contains(said), "{text}: {told}");
    }
    let (code, _, told) = duizhao(&project(), CHECK);
    assert_eq!(code, Some(2), "{told}");
}
