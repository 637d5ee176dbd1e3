//! Bad input: each with a clear message or a finding, and nothing written.
#![expect(
    clippy::disallowed_methods,
    reason = "tests make folders of files and run the program"
)]
use assert_cmd::Command;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;

const CONFIG: &str = "version: 1\nsource: zh-Hans\ntargets: [en]\ncontent: [{source: 'source/{path}', target: 'translations/{lang}/{path}'}]\n";

/// A project with one good document, and these files over it.
fn project(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let good: [(&str, &[u8]); 4] = [
        // Nothing above the folder is asked.
        (".git/HEAD", b""),
        ("duizhao.yaml", CONFIG.as_bytes()),
        ("source/a.md", "# 标题\n\n一段话。\n".as_bytes()),
        ("translations/en/a.md", b"# Title\n\nA paragraph.\n"),
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
        .args(["--ui-lang", "en"])
        .args(args)
        .current_dir(folder)
        .timeout(Duration::from_secs(120))
        .output()
        .expect("it runs");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    (
        output.status.code(),
        text(&output.stdout),
        text(&output.stderr),
    )
}

/// Every file and symlink below a folder with its bytes.
fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_symlink() {
            let bytes = fs::read_link(&path).expect("a symlink").into_os_string();
            found.insert(path, bytes.into_encoded_bytes());
        } else if path.is_dir() {
            found.insert(path.clone(), Vec::new());
            found.extend(tree(&path));
        } else {
            let bytes = fs::read(&path).expect("a file");
            found.insert(path, bytes);
        }
    }
    found
}

/// Runs `check`, `status` and `accept --all`: all refuse with 2 and say `words`, and nothing is written.
fn refused(folder: &TempDir, words: &[&str]) {
    let before = tree(folder.path());
    for args in [&["check"][..], &["status"], &["diff"], &["accept", "--all"]] {
        let (code, _, said) = duizhao(folder.path(), args);
        assert_eq!(code, Some(2), "{args:?}: {said}");
        for words in words {
            assert!(
                said.contains(words),
                "{args:?} says {said:?}, not {words:?}"
            );
        }
        assert!(!said.contains("panicked"), "{said}");
        assert!(tree(folder.path()) == before, "{args:?} wrote something");
    }
}

#[test]
fn no_project_is_told_with_what_to_do() {
    let folder = project(&[]);
    fs::remove_file(folder.path().join("duizhao.yaml")).expect("removed");
    refused(&folder, &["no duizhao.yaml in", "duizhao init"]);
}

#[test]
fn broken_settings_are_told_with_their_line() {
    let cases: [(&str, &str); 5] = [
        ("version: 1\nsource: [zh\ntargets: en\n", "duizhao.yaml:3:"),
        (
            "version: 1\nsource: zh\ntargets: [en]\ncontents: []\n",
            "duizhao.yaml:4:1: unknown key “contents”; did you mean “content”?",
        ),
        (
            "version: 1\nversion: 1\n",
            "duizhao.yaml:2:1: the key “version” stands here a second time",
        ),
        (
            "version: 1\nsource: zh\ntargets: [en]\ncontent:\n  - {source: '../{path}', target: 'en/{path}'}\n",
            "duizhao.yaml:5:5: “../{path}” leaves the project",
        ),
        (
            "version: 1\nsource: zh\ntargets: [en]\ncontent:\n  - {source: 'zh/{path}', target: '/tmp/{path}'}\n",
            "duizhao.yaml:5:5: “/tmp/{path}” leaves the project",
        ),
    ];
    for (config, words) in cases {
        refused(&project(&[("duizhao.yaml", config.as_bytes())]), &[words]);
    }
    let deep = format!("version: {}1{}\n", "[".repeat(50_000), "]".repeat(50_000));
    refused(
        &project(&[("duizhao.yaml", deep.as_bytes())]),
        &["duizhao.yaml:1:"],
    );
    refused(
        &project(&[("duizhao.yaml", b"version: \xff\n")]),
        &["duizhao.yaml:1: is not UTF-8"],
    );
}

#[test]
fn a_glossary_with_duplicate_ids_is_refused() {
    let glossary = "terms:\n  - {id: model, src: 模型, tgt: model}\n  - {id: model, src: 大模型, tgt: large model}\n";
    refused(
        &project(&[("glossary/ai.yaml", glossary.as_bytes())]),
        &["glossary/ai.yaml:", "model"],
    );
}

#[test]
fn a_missing_draft_folder_leaves_everything_untranslated() {
    let folder = project(&[]);
    fs::remove_dir_all(folder.path().join("translations")).expect("removed");
    let before = tree(folder.path());
    let (code, out, said) = duizhao(folder.path(), &["check"]);
    assert_eq!(code, Some(1), "{out}{said}");
    assert!(out.contains("source/a.md"), "{out}");
    assert!(tree(folder.path()) == before);
}

#[test]
fn a_missing_source_folder_is_told() {
    let folder = project(&[]);
    fs::remove_dir_all(folder.path().join("source")).expect("removed");
    fs::remove_dir_all(folder.path().join("translations")).expect("removed");
    refused(&folder, &["duizhao.yaml:4:11: there is no “source” here"]);
}

#[test]
fn a_file_that_is_not_utf8_is_told_and_left_alone_while_others_are_done() {
    let folder = project(&[
        ("source/b.md", b"# \xce\xc4\n"),
        ("source/c.md", "题\n".as_bytes()),
    ]);
    let before = tree(folder.path());
    let (code, out, said) = duizhao(folder.path(), &["status"]);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("source/b.md:1: is not UTF-8"), "{said}");
    assert!(
        out.contains("source/a.md") && out.contains("source/c.md"),
        "{out}"
    );
    assert!(tree(folder.path()) == before);
}

#[test]
fn paths_that_leave_the_project_are_refused() {
    let folder = project(&[]);
    let before = tree(folder.path());
    for path in ["../x.md", "/etc/passwd", "source/../../x"] {
        let (code, _, said) = duizhao(folder.path(), &["check", path]);
        assert_eq!(code, Some(2), "{said}");
        assert!(said.contains("lies outside the project"), "{said}");
    }
    for (path, words) in [
        ("source/z.md", "there is no such file"),
        (".git/HEAD", "belongs to no `content` entry"),
    ] {
        let (code, _, said) = duizhao(folder.path(), &["status", path]);
        assert_eq!(code, Some(2), "{said}");
        assert!(said.contains(words), "{said}");
    }
    assert!(tree(folder.path()) == before);
}

#[cfg(unix)]
#[test]
fn symlinks_out_of_the_project_dangling_and_in_loops_are_told_or_left_out() {
    use std::os::unix::fs::symlink;
    let outside = project(&[]);
    let loops = project(&[]);
    symlink("..", loops.path().join("source/up")).expect("a symlink");
    symlink(outside.path(), loops.path().join("source/out")).expect("a symlink");
    let (code, out, said) = duizhao(loops.path(), &["status", "--format", "json"]);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(out.matches("\"source\": \"source/").count(), 1, "{out}");

    let dangling = project(&[]);
    symlink("nowhere.md", dangling.path().join("source/b.md")).expect("a symlink");
    refused(&dangling, &["source/b.md: is a symlink that leads nowhere"]);
    let itself = project(&[]);
    symlink("b.md", itself.path().join("source/b.md")).expect("a symlink");
    refused(
        &itself,
        &["source/b.md: is a symlink that leads back to itself"],
    );

    // A draft that is a symlink out of the project is neither read nor written.
    let draft = project(&[("source/b.md", "题\n".as_bytes())]);
    symlink(
        outside.path().join("source/a.md"),
        draft.path().join("translations/en/b.md"),
    )
    .expect("a symlink");
    let before = tree(outside.path());
    let (code, _, said) = duizhao(draft.path(), &["status"]);
    assert_eq!(code, Some(2), "{said}");
    assert!(
        said.contains("translations/en/b.md: lies outside the project"),
        "{said}"
    );
    assert!(tree(outside.path()) == before);
    // Nor is a lock.
    let lock = project(&[]);
    symlink(outside.path(), lock.path().join(".duizhao")).expect("a symlink");
    let (code, _, said) = duizhao(lock.path(), &["accept", "--all"]);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("lies outside the project"), "{said}");
    assert!(tree(outside.path()) == before);
}

/// Permissions do not bind root: there a file stands where a folder should be.
#[cfg(unix)]
#[test]
fn a_folder_without_permission_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let folder = project(&[("source/closed/b.md", b"x")]);
    let closed = folder.path().join("source/closed");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).expect("permissions");
    let is_root = fs::read_dir(&closed).is_ok();
    let (code, _, said) = duizhao(folder.path(), &["status"]);
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).expect("permissions");
    if !is_root {
        assert_eq!(code, Some(2), "{said}");
        assert!(said.contains("no permission"), "{said}");
    }
    let folder = project(&[(".duizhao/lock", b"a file where a folder should be")]);
    refused(&folder, &["a part of this path is a file, not a folder"]);
    // A lock that may not be written: the bits of the file itself are heeded even for root.
    let folder = project(&[(".duizhao/lock/en/source/a.md.jsonl", b"")]);
    let lock = folder.path().join(".duizhao/lock/en/source/a.md.jsonl");
    fs::set_permissions(&lock, fs::Permissions::from_mode(0o444)).expect("permissions");
    let before = tree(folder.path());
    let (code, _, said) = duizhao(folder.path(), &["accept", "--all"]);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("no permission"), "{said}");
    assert!(tree(folder.path()) == before);
}

#[test]
fn a_lock_with_conflict_markers_loses_nothing() {
    let folder = project(&[]);
    assert_eq!(duizhao(folder.path(), &["accept", "--all"]).0, Some(0));
    let lock = folder.path().join(".duizhao/lock/en/source/a.md.jsonl");
    let good = fs::read_to_string(&lock).expect("a lock");
    let (header, records) = good.split_once('\n').expect("lines");
    fs::write(
        &lock,
        format!("{header}\n<<<<<<< ours\n{records}=======\n{records}>>>>>>> theirs\n{{broken\n"),
    )
    .expect("written");
    let before = tree(folder.path());
    let (code, out, said) = duizhao(folder.path(), &["check"]);
    assert!(matches!(code, Some(0 | 1)), "{said}");
    assert!(out.contains("state/lock-damaged"), "{out}");
    let (_, out, _) = duizhao(folder.path(), &["diff", "--format", "json"]);
    assert!(
        out.contains("\"items\":[]") || out.contains("\"items\": []"),
        "{out}"
    );
    assert!(tree(folder.path()) == before);
}

#[test]
fn long_lines_and_deep_nesting_end() {
    let long = "很长的一行，没有尽头。".repeat(150_000);
    let deep_quotes = ">".repeat(20_000) + " 题\n";
    let deep_lists: String = (0..1_000)
        .map(|depth| format!("{}- 项\n", "  ".repeat(depth)))
        .collect();
    let deep_brackets = "[".repeat(50_000) + &"]".repeat(50_000);
    let deep_html = "<div>".repeat(20_000) + "题";
    let deep_emphasis = "*a **b ".repeat(20_000);
    let files: [(&str, &[u8]); 7] = [
        ("source/long.md", long.as_bytes()),
        ("source/quotes.md", deep_quotes.as_bytes()),
        ("source/lists.md", deep_lists.as_bytes()),
        ("source/brackets.md", deep_brackets.as_bytes()),
        ("source/html.mdx", deep_html.as_bytes()),
        ("source/emphasis.md", deep_emphasis.as_bytes()),
        ("translations/en/brackets.md", deep_brackets.as_bytes()),
    ];
    let folder = project(&files);
    let before = tree(folder.path());
    let (code, out, said) = duizhao(folder.path(), &["status"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(out.contains("source/long.md"), "{out}");
    let (code, _, said) = duizhao(folder.path(), &["check", "--format", "json"]);
    assert_eq!(code, Some(1), "{said}");
    let mut after = tree(folder.path());
    after.retain(|path, _| !path.starts_with(folder.path().join(".duizhao")));
    assert!(after == before, "only the cache was written");
}

#[test]
fn chinese_and_spaced_names_work() {
    let folder = project(&[
        ("source/第 一章/使用 & 计费.md", "题\n".as_bytes()),
        ("translations/en/第 一章/使用 & 计费.md", b"Title\n"),
        ("source/it’s [x] {y} #1.md", "题\n".as_bytes()),
    ]);
    let (code, out, said) = duizhao(folder.path(), &["status"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(
        out.contains("第 一章/使用 & 计费.md") && out.contains("it’s [x] {y} #1.md"),
        "{out}"
    );
    let (code, _, said) = duizhao(folder.path(), &["accept", "translations/en/第 一章"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(
        folder
            .path()
            .join(".duizhao/lock/en/source/第 一章/使用 & 计费.md.jsonl")
            .is_file()
    );
}
