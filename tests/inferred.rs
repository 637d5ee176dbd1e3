//! `duizhao init --from-history`: what the history, a pin or a comment says of a draft's source is offered, never asserted.
#![expect(clippy::disallowed_methods, reason = "tests make folders of files")]
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

const SOURCE: &str =
    "# 养蜂入门\n\n养蜂并不难，但需要耐心。\n\n蜂箱要放在向阳、避风的地方。\n\n夏天要防止分蜂。\n";
const DRAFT: &str = "# Beekeeping for Beginners\n\nKeeping bees is not hard, but it takes patience.\n\nPut the hive in a sunny place out of the wind.\n\nIn summer keep the bees from swarming.\n";
const SETTINGS: &str = "version: 1\nsource: zh-Hans\ntargets: [en]\ncontent: [{source: 'source/{path}', target: 'translations/{lang}/{path}'}]\n";

fn run(folder: &Path, program: &str, args: &[&str]) -> String {
    let done = Command::new(program)
        .args(args)
        .current_dir(folder)
        .output()
        .expect("the program runs");
    let out = String::from_utf8_lossy(&done.stdout).into_owned();
    let err = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(done.status.success(), "{program} {args:?}\n{out}{err}");
    out + &err
}

fn git(folder: &Path, args: &[&str]) -> String {
    let own = ["-c", "user.name=a", "-c", "user.email=a@b"];
    run(folder, "git", &[&own[..], args].concat())
}

fn duizhao(folder: &Path, args: &[&str]) -> String {
    let more = ["--ui-lang", "en"];
    let args = [args, &more].concat();
    run(folder, env!("CARGO_BIN_EXE_duizhao"), &args)
}

fn put(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

fn commit(folder: &Path, files: &[(&str, &str)]) {
    for (path, text) in files {
        put(folder, path, text);
    }
    git(folder, &["add", "-A"]);
    git(folder, &["commit", "-q", "-m", "next"]);
}

fn repository(source: &str, draft: &str) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    git(folder.path(), &["init", "-q"]);
    commit(
        folder.path(),
        &[("source/a.md", source), ("translations/en/a.md", draft)],
    );
    folder
}

#[test]
fn each_unit_has_the_source_that_stood_when_it_was_last_touched() {
    let folder = repository(SOURCE, DRAFT);
    let root = folder.path();
    let second = SOURCE.replace("向阳", "背阴");
    commit(root, &[("source/a.md", &second)]);
    let third = second.replace("夏天要", "夏天一定要");
    let draft = DRAFT.replace("In summer keep", "In summer be sure to keep");
    commit(
        root,
        &[("source/a.md", &third), ("translations/en/a.md", &draft)],
    );
    git(root, &["mv", "source/a.md", "source/b.md"]);
    git(
        root,
        &["mv", "translations/en/a.md", "translations/en/b.md"],
    );
    git(root, &["commit", "-q", "-m", "renamed"]);
    put(root, "duizhao.yaml", SETTINGS);
    let said = duizhao(root, &["init", "--from-history"]);
    assert!(
        said.contains("4 units of one document known from the history"),
        "{said}"
    );
    assert!(said.contains("source of 1 of them has changed"), "{said}");
    let diff = duizhao(root, &["diff"]);
    assert!(diff.contains("[-向阳-]{+背阴+}"), "{diff}");
    assert!(!diff.contains("stale"), "offered, not asserted: {diff}");
    duizhao(root, &["accept", "--all", "--unchanged"]);
    let diff = duizhao(root, &["diff", "--format", "json"]);
    assert_eq!(
        diff.matches("\"state\": \"unconfirmed\"").count(),
        1,
        "{diff}"
    );
    // A lock with something accepted is left alone.
    let again = duizhao(root, &["init", "--from-history"]);
    assert!(again.contains("0 units of 0 documents"), "{again}");
}

#[test]
fn a_pin_in_the_front_matter_goes_before_the_history() {
    let folder = repository(SOURCE, DRAFT);
    let root = folder.path();
    let pin = git(root, &["rev-parse", "HEAD"]);
    let second = SOURCE.replace("夏天要", "夏天一定要");
    let draft = format!("---\nl10n:\n  sourceCommit: {}\n---\n\n{DRAFT}", pin.trim());
    commit(
        root,
        &[("source/a.md", &second), ("translations/en/a.md", &draft)],
    );
    put(root, "duizhao.yaml", SETTINGS);
    let said = duizhao(root, &["init", "--from-history"]);
    assert!(said.contains("source of 1 of them has changed"), "{said}");
    let diff = duizhao(root, &["diff"]);
    assert!(diff.contains("夏天{+一定+}要"), "{diff}");
}

#[test]
fn comments_that_quote_the_source_are_bases() {
    let draft = "<!--\n# 养蜂入门\n-->\n# Beekeeping for Beginners\n\n<!--\n养蜂很难，需要耐心。\n-->\nKeeping bees is not hard, but it takes patience.\n\n<!-- a remark -->\nPut the hive in a sunny place out of the wind.\n\nIn summer keep the bees from swarming.\n";
    let folder = repository(SOURCE, draft);
    put(folder.path(), "duizhao.yaml", SETTINGS);
    let said = duizhao(folder.path(), &["init", "--from-history"]);
    assert!(said.contains("source of 1 of them has changed"), "{said}");
    let diff = duizhao(folder.path(), &["diff"]);
    assert!(
        diff.contains("养蜂{+并不+}") || diff.contains("并不"),
        "{diff}"
    );
}
