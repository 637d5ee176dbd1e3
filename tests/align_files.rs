//! `duizhao align` on files and folders: what it writes, and what it refuses.
#![expect(
    clippy::disallowed_methods,
    reason = "the program is tried in folders of its own"
)]

use assert_cmd::Command;
use std::fs;
use std::path::Path;

const ZH: &str = "蜜蜂飞走了。\n蜂箱里有 20 只工蜂。\n你准备好了吗？\n";
const EN: &str = "The bees flew away.\nThere are 20 workers in the hive.\nAre you ready?\n";

fn tree(files: &[(&str, &str)]) -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a folder");
    for (path, text) in files {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    root
}

fn align(root: &Path, args: &[&str]) -> (bool, String, String) {
    let mut command = Command::cargo_bin("duizhao").expect("the program");
    let output = command
        .current_dir(root)
        .args(["align", "--ui-lang", "en"])
        .args(args)
        .output()
        .expect("an end");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    (
        output.status.success(),
        text(output.stdout),
        text(output.stderr),
    )
}

#[test]
fn lines_become_beads_tables_and_memories() {
    let root = tree(&[("a.zh", ZH), ("a.en", EN)]);
    let (is_right, beads, _) = align(
        root.path(),
        &["--lines", "a.zh", "a.en", "--format", "beads"],
    );
    assert!(is_right);
    let heads: Vec<&str> = beads
        .lines()
        .filter_map(|line| line.rsplit_once(':'))
        .map(|(head, _)| head)
        .collect();
    assert_eq!(heads, ["[0]:[0]", "[1]:[1]", "[2]:[2]"]);
    let (_, table, _) = align(root.path(), &["--lines", "a.zh", "a.en", "--format", "tsv"]);
    assert!(
        table.starts_with("source_idx\ttarget_idx\tconfidence\tsource\ttarget\n0\t0\t"),
        "{table}"
    );
    assert!(
        table.contains("\t蜂箱里有 20 只工蜂。\tThere are 20 workers in the hive.\n"),
        "{table}"
    );
    let (_, memory, _) = align(root.path(), &["--lines", "a.zh", "a.en", "--format", "tmx"]);
    assert!(
        memory.contains("<tuv xml:lang=\"en\"><seg>Are you ready?</seg></tuv>"),
        "{memory}"
    );
    assert_eq!(memory.matches("<tu>").count(), 3);
}

#[test]
fn folders_are_paired_by_name() {
    let files = [
        ("zh/1.txt", ZH),
        ("zh/b/2.txt", ZH),
        ("en/1.md", EN),
        ("en/b/2.md", EN),
    ];
    let root = tree(&files);
    let (is_right, _, told) = align(
        root.path(),
        &[
            "--lines", "zh", "en", "--out", "out", "--format", "beads", "--format", "json",
        ],
    );
    assert!(is_right, "{told}");
    for name in ["out/1.beads", "out/b/2.beads", "out/1.json", "out/b/2.json"] {
        assert!(root.path().join(name).is_file(), "{name}");
    }
}

#[test]
fn what_cannot_be_paired_is_told_and_nothing_is_written() {
    let root = tree(&[("zh/1.txt", ZH), ("en/2.md", EN), ("bad.u8", "no entry\n")]);
    let cases: [(&[&str], &str); 4] = [
        (
            &["zh", "en", "--out", "out"],
            "zh/1.txt: has no partner of the same name in en",
        ),
        (&["zh", "en"], "say where they go with `--out FOLDER`"),
        (&["zh", "en/2.md"], "zh: is a folder, and en/2.md is a file"),
        (
            &["zh/1.txt", "en/2.md", "--dictionary", "bad.u8"],
            "bad.u8:1: is no entry of a dictionary",
        ),
    ];
    for (args, cause) in cases {
        let (is_right, out, told) = align(root.path(), args);
        assert!(!is_right && out.is_empty(), "{args:?}");
        assert!(told.contains(cause), "{told}");
    }
    assert!(!root.path().join("out").exists());
}
