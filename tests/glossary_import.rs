//! `glossary import`, `export` and `extract` as a user sees them: what is added, what is told, and that nothing is lost.
#![expect(
    clippy::disallowed_methods,
    reason = "tests make folders of files and run the program"
)]

use assert_cmd::Command;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const CONFIG: &str = "version: 1\nsource: zh-Hans\ntargets: [en]\ncontent: [{source: 'source/{path}', target: 'translations/{lang}/{path}'}]\nglossary: ['glossary/*.yaml']\n";

const GLOSSARY: &str =
    "# Our terms.\nversion: 1\nterms:\n  - src: 开源 # the movement\n    tgt: open source\n";

fn project(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let good: [(&str, &[u8]); 5] = [
        (".git/HEAD", b""),
        ("duizhao.yaml", CONFIG.as_bytes()),
        ("glossary/ai.yaml", GLOSSARY.as_bytes()),
        (
            "source/a.md",
            "模型推理。\n\n快速推理。\n\n推理服务。\n".as_bytes(),
        ),
        (
            "translations/en/a.md",
            b"Model inference.\n\nFast inference.\n\nInference service.\n",
        ),
    ];
    for (path, bytes) in good.iter().chain(files) {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, bytes).expect("a file");
    }
    folder
}

fn duizhao(folder: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::cargo_bin("duizhao").expect("the program");
    let output = command
        .args(["--ui-lang", "en", "glossary"])
        .args(args)
        .current_dir(folder)
        .output()
        .expect("it runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (
        output.status.code(),
        text(&output.stdout),
        text(&output.stderr),
    )
}

#[test]
fn new_entries_are_added_below_and_listed_ones_are_told() {
    let table = "术语,译文\n开源,open-source\n智能体,agent\n";
    let folder = project(&[("terms.csv", table.as_bytes())]);
    let args = [
        "import",
        "terms.csv",
        "--licence",
        "MIT",
        "--file",
        "glossary/ai.yaml",
    ];
    let (code, _, said) = duizhao(folder.path(), &args);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(
        said,
        "terms.csv:2: “开源” stands already at glossary/ai.yaml:4; skipped\none entry stands already\nadded one entry to glossary/ai.yaml, as proposals\n"
    );
    let added = "  - src: 智能体\n    tgt: agent\n    status: proposed\n    origin: {from: terms.csv:3, licence: MIT}\n";
    let text = fs::read_to_string(folder.path().join("glossary/ai.yaml")).expect("the file");
    assert_eq!(text, format!("{GLOSSARY}{added}"));
    let (code, _, said) = duizhao(folder.path(), &args);
    assert_eq!(code, Some(0), "{said}");
    assert!(
        said.ends_with("no new entries for glossary/ai.yaml\n"),
        "{said}"
    );
}

#[test]
fn without_a_file_the_entries_get_one_of_their_own() {
    let folder = project(&[("terms.tsv", "agent\t智能体\n".as_bytes())]);
    let (code, out, _) = duizhao(folder.path(), &["import", "terms.tsv", "--dry-run"]);
    assert_eq!(code, Some(0));
    assert!(out.contains("- src: 智能体\n"), "{out}");
    assert!(!folder.path().join("glossary/terms.yaml").exists());
    let (code, _, said) = duizhao(folder.path(), &["import", "terms.tsv"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(folder.path().join("glossary/terms.yaml").exists());
}

#[test]
fn a_damaged_file_is_refused_and_nothing_is_written() {
    let folder = project(&[("terms.csv", "智能体,agent\n闭源,\"closed\n".as_bytes())]);
    let args = ["import", "terms.csv", "--file", "glossary/ai.yaml"];
    let (code, _, said) = duizhao(folder.path(), &args);
    assert_eq!(code, Some(2), "{said}");
    assert!(
        said.contains("terms.csv:2:4: this quotation mark is never closed"),
        "{said}"
    );
    let text = fs::read_to_string(folder.path().join("glossary/ai.yaml")).expect("the file");
    assert_eq!(text, GLOSSARY);
}

#[test]
fn an_export_goes_out_and_its_losses_are_told() {
    let folder = project(&[(
        "glossary/b.yaml",
        "terms:\n  - {src: 大模型, tgt: large model, forbid: [big model]}\n".as_bytes(),
    )]);
    let (code, out, said) = duizhao(folder.path(), &["export", "--format", "deepl"]);
    assert_eq!(code, Some(0));
    assert_eq!(out, "开源,open source\n大模型,large model\n");
    assert_eq!(
        said,
        "deepl cannot hold “forbid”: lost in one entry (大模型)\n"
    );
}

#[test]
fn terms_are_found_without_a_glossary() {
    let folder = project(&[]);
    let (code, out, said) = duizhao(folder.path(), &["extract", "--format", "yaml"]);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(
        out,
        "terms:\n  - src: 推理\n    tgt: inference\n    status: proposed\n    origin: {from: source/a.md:1}\n"
    );
}
