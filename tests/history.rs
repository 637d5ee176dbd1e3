//! What commands say of a project's history: trend, delta gate, ratchet and blame, on repositories made here.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "tests make repositories, run programs, and say what they skip"
)]

use assert_cmd::Command;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process;
use tempfile::TempDir;

const CONFIG: &str = "version: 1\nsource: zh-Hans\ntargets: [en]\ncontent: [{source: 'zh/{path}', target: '{lang}/{path}'}]\n";
const ZH: &str = "# 指南\n\n请安装 3 个工具。\n\n第二段说的是配置。\n\n第三段说的是运行。\n";
const EN: &str = "# Guide\n\nPlease install 3 tools.\n\nThe second paragraph is about configuration.\n\nThe third paragraph is about running.\n";

/// A repository in a folder of its own, of which the project may be a subfolder.
struct Repository {
    folder: TempDir,
    project: PathBuf,
}

/// Where git is missing these tests have nothing to look at, and say so.
fn repository(below: &str) -> Option<Repository> {
    let has_git = process::Command::new("git").arg("--version").output();
    if has_git.is_err() {
        eprintln!("SKIPPED: there is no git program here, and this test needs one");
        return None;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let project = folder.path().join(below);
    let repository = Repository { folder, project };
    repository.git(&["init", "-q", "-b", "main"]);
    repository.write("duizhao.yaml", CONFIG);
    repository.write("zh/guide.md", ZH);
    repository.write("en/guide.md", EN);
    Some(repository)
}

/// A repository whose pairs are all accepted; its commit is tagged `start`.
fn accepted(below: &str) -> Option<Repository> {
    let repository = repository(below)?;
    let (code, said) = repository.run(&["accept", "--all"]);
    assert_eq!(code, 0, "{said}");
    repository.commit("Set up the translation");
    repository.git(&["tag", "start"]);
    Some(repository)
}

impl Repository {
    fn write(&self, path: &str, text: &str) {
        let path = self.project.join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, text).expect("a file");
    }

    fn replace(&self, path: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.project.join(path)).expect("a file");
        assert!(text.contains(old), "{path} has no {old}");
        self.write(path, &text.replace(old, new));
    }

    fn rename(&self, old: &str, new: &str) {
        fs::rename(self.project.join(old), self.project.join(new)).expect("a rename");
    }

    fn git(&self, args: &[&str]) {
        self.git_on("2026-03-04", args);
    }

    fn git_on(&self, day: &str, args: &[&str]) {
        let time = format!("{day}T05:06:07Z");
        let mut command = process::Command::new("git");
        command
            .current_dir(self.folder.path())
            .args(["-c", "user.name=Lin", "-c", "user.email=lin@example.com"])
            .args([
                "-c",
                "commit.gpgsign=false",
                "-c",
                "core.hooksPath=/dev/null",
            ])
            .args(args)
            .env("GIT_AUTHOR_DATE", &time)
            .env("GIT_COMMITTER_DATE", &time)
            .env_remove("GIT_DIR")
            .env_remove("GIT_WORK_TREE")
            .env_remove("GIT_INDEX_FILE");
        let output = command.output().expect("git runs");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "git {args:?}: {said}");
    }

    fn commit(&self, subject: &str) {
        self.commit_on("2026-03-04", subject);
    }

    fn commit_on(&self, day: &str, subject: &str) {
        self.git(&["add", "-A"]);
        self.git_on(day, &["commit", "-q", "-m", subject]);
    }

    fn command(&self, lang: &str, args: &[&str]) -> process::Output {
        let mut command = Command::cargo_bin("duizhao").expect("the program");
        command
            .args(["--ui-lang", lang])
            .args(args)
            .current_dir(&self.project)
            .output()
            .expect("it runs")
    }

    /// Runs the program; returns its code and everything it said.
    fn run(&self, args: &[&str]) -> (i32, String) {
        self.run_in("en", args)
    }

    fn run_in(&self, lang: &str, args: &[&str]) -> (i32, String) {
        let output = self.command(lang, args);
        let mut said = String::from_utf8(output.stdout).expect("UTF-8");
        said += &String::from_utf8(output.stderr).expect("UTF-8");
        (output.status.code().expect("a code"), said)
    }

    fn json(&self, args: &[&str]) -> Value {
        let output = self.command("en", &[args, &["--format", "json"]].concat());
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            panic!("{args:?}: {error}: {said}")
        })
    }

    /// The rules that `check --changed-from start` reports, and its code.
    fn worse(&self, args: &[&str]) -> (Option<i32>, Vec<String>) {
        let all = [&["check", "--changed-from", "start"], args].concat();
        let rules = self.json(&all)["findings"]
            .as_array()
            .expect("findings")
            .iter()
            .map(|finding| finding["rule"].as_str().expect("a rule").to_owned())
            .collect();
        (self.command("en", &all).status.code(), rules)
    }
}

#[test]
fn status_shows_what_became_of_coverage() {
    for below in ["", "文档/站点"] {
        let Some(repository) = accepted(below) else {
            return;
        };
        repository.replace("zh/guide.md", "3 个", "4 个");
        repository.write("zh/new.md", "# 新页\n");
        let (code, said) = repository.run(&["status", "--since", "start"]);
        assert_eq!(code, 0, "{said}");
        let lines: Vec<&str> = said.lines().collect();
        let words = |line: &str| {
            line.split_whitespace()
                .take(8)
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(
            words(lines[0]),
            "document start coverage change units translated stale untranslated"
        );
        assert!(
            words(lines[1]).starts_with("zh/guide.md 100 % 75 % -25 4"),
            "{said}"
        );
        assert!(
            words(lines[2]).starts_with("zh/new.md – 0 % new 1"),
            "{said}"
        );
        assert!(
            words(lines[3]).starts_with("all 2 documents 100 % 60 %"),
            "{said}"
        );
        let json = repository.json(&["status", "--since", "start"]);
        assert_eq!(json["documents"][0]["since"]["change"], -0.25);
        assert_eq!(json["documents"][1]["since"], Value::Null);
        assert_eq!(json["languages"][0]["since"]["change"], -0.4);
        assert_eq!(json["since"]["revision"], "start");
        assert_eq!(json["since"]["coverage"], 1.0);
        let folders = ["status", "--since", "start", "--folders=1"];
        let (_, said) = repository.run_in("zh-Hans", &folders);
        assert!(said.contains("变化") && said.contains("-40"), "{said}");
    }
}

#[test]
fn a_renamed_page_keeps_its_row_and_a_deleted_one_is_gone() {
    let Some(repository) = accepted("") else {
        return;
    };
    repository.write("zh/old.md", "# 旧页\n\n这一页很快就要删掉了。\n");
    repository.write("en/old.md", "# Old\n\nThis page will be deleted soon.\n");
    repository.run(&["accept", "--all"]);
    repository.commit("Add a page");
    for side in ["zh", "en"] {
        repository.rename(&format!("{side}/guide.md"), &format!("{side}/manual.md"));
        fs::remove_file(repository.project.join(format!("{side}/old.md"))).expect("a page");
    }
    repository.git(&["add", "-A"]);
    let json = repository.json(&["status", "--since", "HEAD"]);
    let manual = &json["documents"][0];
    assert_eq!(manual["source"], "zh/manual.md");
    assert_eq!(manual["since"]["source"], "zh/guide.md");
    assert_eq!(manual["since"]["change"], 0.0);
    assert_eq!(json["since"]["gone"][0]["source"], "zh/old.md");
    let (_, said) = repository.run(&["status", "--since", "HEAD"]);
    assert!(
        said.lines()
            .any(|line| line.starts_with("zh/old.md") && line.contains("gone")),
        "{said}"
    );
}

#[test]
fn a_revision_that_cannot_be_looked_at_is_told_with_a_mend() {
    let Some(repository) = accepted("site") else {
        return;
    };
    repository.git(&["rm", "-rq", "site"]);
    repository.git(&["commit", "-q", "-m", "Remove the site"]);
    repository.git(&["tag", "without"]);
    repository.git(&["revert", "--no-edit", "HEAD"]);
    let cases = [
        (
            &["status", "--since", "nosuch"][..],
            "there is no revision “nosuch”",
        ),
        (&["status", "--since=-rf"], "there is no revision “-rf”"),
        (
            &["status", "--since", "without"],
            "site/duizhao.yaml is not there at “without”",
        ),
        (
            &["check", "--changed-from", "v9"],
            "there is no revision “v9”",
        ),
    ];
    for (args, said) in cases {
        let (code, told) = repository.run(args);
        assert_eq!(code, 2, "{args:?}: {told}");
        assert!(told.contains(said), "{args:?}: {told}");
    }
    let folder = tempfile::tempdir().expect("a folder");
    let outside = Repository {
        project: folder.path().to_owned(),
        folder,
    };
    outside.write("duizhao.yaml", CONFIG);
    outside.write("zh/a.md", ZH);
    for args in [
        &["status", "--since", "HEAD"][..],
        &["status", "--blame"],
        &["check", "--changed-from", "HEAD"],
    ] {
        let (code, told) = outside.run(args);
        assert_eq!(code, 2, "{told}");
        assert!(told.contains("lies in no git repository"), "{told}");
    }
}

#[test]
fn only_what_the_change_made_worse_fails() {
    let Some(repository) = repository("docs") else {
        return;
    };
    repository.write("zh/new.md", "# 新页\n\n这一页还没有人翻译。\n");
    repository.replace("en/guide.md", "3 tools", "5 tools");
    repository.run(&["accept", "--all"]);
    repository.commit("Set up the translation, with old faults");
    repository.git(&["tag", "start"]);
    assert_eq!(repository.run(&["check"]).0, 1);
    assert_eq!(repository.worse(&[]), (Some(0), vec![]));
    let json = repository.json(&["check", "--changed-from", "start"]);
    assert_eq!(json["base"]["known"], 3, "{json}");

    // The source is touched and its draft is not.
    repository.replace("zh/guide.md", "第三段说的是运行", "第三段说的是卸载和清理");
    assert_eq!(
        repository.worse(&[]),
        (Some(1), vec!["state/stale".to_owned()])
    );
    repository.commit("Change the source");
    assert_eq!(
        repository.worse(&[]),
        (Some(1), vec!["state/stale".to_owned()])
    );
    assert_eq!(repository.worse(&["zh/new.md"]), (Some(0), vec![]));
    repository.replace("en/guide.md", "running", "removal and cleaning up");
    assert_eq!(repository.worse(&[]).0, Some(0));
}

#[test]
fn what_was_there_stays_known_through_edits_and_renames() {
    let Some(repository) = repository("") else {
        return;
    };
    repository.replace(
        "zh/guide.md",
        "请安装 3 个工具。",
        "请安装 3 个工具，等待 20 分钟。",
    );
    repository.replace(
        "en/guide.md",
        "install 3 tools.",
        "install 5 tools and wait for 30 minutes.",
    );
    repository.write("zh/new.md", "# 新页\n\n这一页现在还没有任何人动手翻译。\n");
    repository.run(&["accept", "--all"]);
    repository.commit("Set up the translation, with old faults");
    repository.git(&["tag", "start"]);

    // Half of a paragraph is mended; an untranslated one is reworded.
    repository.replace("en/guide.md", "30 minutes", "20 minutes");
    repository.replace("zh/new.md", "没有任何人", "没有什么人");
    assert_eq!(repository.worse(&[]), (Some(0), vec![]));

    for side in ["zh", "en"] {
        repository.rename(&format!("{side}/guide.md"), &format!("{side}/manual.md"));
    }
    repository.git(&["add", "-A"]);
    assert_eq!(repository.worse(&[]), (Some(0), vec![]));

    // Another fault in the same paragraph is one too many.
    repository.replace("en/manual.md", "20 minutes", "30 minutes and 7 seconds");
    let (_, rules) = repository.worse(&[]);
    assert_eq!(rules.len(), 1, "{rules:?}");
}

#[test]
fn a_page_that_goes_lowers_coverage_and_fails_nothing() {
    let Some(repository) = accepted("") else {
        return;
    };
    repository.write("zh/new.md", "# 新页\n");
    repository.commit("Add a page");
    repository.git(&["tag", "-f", "start"]);
    let all = ["check", "--changed-from", "start", "--min-coverage", "100"];
    assert_eq!(repository.run(&all).0, 0);
    for path in ["zh/guide.md", "en/guide.md"] {
        fs::remove_file(repository.project.join(path)).expect("a page");
    }
    assert_eq!(repository.run(&all).0, 0);
    repository.write("zh/newer.md", "# 更新的页\n");
    let args = [&all[..], &["--ignore", "state"]].concat();
    let (code, said) = repository.run(&args);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("coverage fell from 80 % to 0 %"), "{said}");
}

#[test]
fn a_project_that_comes_with_the_change_is_measured_by_its_own_settings() {
    let Some(repository) = repository("") else {
        return;
    };
    fs::remove_file(repository.project.join("duizhao.yaml")).expect("settings");
    repository.commit("Write pages");
    repository.git(&["tag", "start"]);
    repository.write("duizhao.yaml", CONFIG);
    let (code, said) = repository.run(&["check", "--changed-from", "start"]);
    assert_eq!(code, 0, "{said}");
    assert!(
        said.contains("the present ones are taken for both sides"),
        "{said}"
    );
}

#[test]
fn a_branch_is_compared_with_where_it_began() {
    let Some(repository) = accepted("") else {
        return;
    };
    repository.git(&["checkout", "-q", "-b", "work"]);
    repository.write("notes.txt", "nothing of the documents");
    repository.commit("Take notes");
    repository.git(&["checkout", "-q", "main"]);
    repository.replace("en/guide.md", "3 tools", "5 tools");
    repository.commit("Break something on main");
    repository.git(&["checkout", "-q", "work"]);
    let (code, said) = repository.run(&["check", "--changed-from", "main"]);
    assert_eq!(code, 0, "{said}");
}

#[test]
fn the_ratchet_lets_nothing_get_worse_and_is_loosened_only_on_demand() {
    let Some(repository) = accepted("") else {
        return;
    };
    let file = repository.project.join(".duizhao/ratchet.jsonl");
    repository.write("zh/new.md", "# 新页\n\n还没有翻译的一段。\n");
    let (code, said) = repository.run(&["check", "--update-ratchet"]);
    assert_eq!(code, 0, "{said}");
    let written = fs::read_to_string(&file).expect("a ratchet");
    assert_eq!(
        written,
        "{\"format\":\"duizhao/ratchet/1\"}\n{\"lang\":\"en\",\"coverage\":0.6666,\"uncovered\":2}\n{\"rule\":\"state/untranslated\",\"count\":2}\n"
    );
    repository.write(
        "duizhao.yaml",
        &format!("{CONFIG}gate: {{ratchet: .duizhao/ratchet.jsonl}}\n"),
    );
    let (code, said) = repository.run(&["check"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("which the ratchet allows"), "{said}");

    repository.replace("zh/guide.md", "3 个", "4 个");
    let (code, said) = repository.run(&["check"]);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("coverage of en fell to 50 %"), "{said}");
    assert!(
        said.contains("state/stale: 1 findings; the ratchet allows 0"),
        "{said}"
    );
    assert_eq!(repository.run(&["check", "zh/new.md"]).0, 0);
    let (code, said) = repository.run(&["check", "--update-ratchet"]);
    assert_eq!(code, 1, "{said}");
    assert_eq!(fs::read_to_string(&file).expect("a ratchet"), written);
    assert_eq!(
        repository.run(&["check", "--update-ratchet", "--loosen"]).0,
        0
    );
    assert_ne!(fs::read_to_string(&file).expect("a ratchet"), written);

    repository.replace("zh/guide.md", "4 个", "3 个");
    repository.write(
        "en/new.md",
        "# A new page\n\nA paragraph that was not translated.\n",
    );
    let (code, said) = repository.run(&["check"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("better than the ratchet asks for"), "{said}");
    repository.run(&["check", "--update-ratchet"]);
    let tight = fs::read_to_string(&file).expect("a ratchet");
    assert!(
        tight.contains("\"coverage\":1.0,\"uncovered\":0"),
        "{tight}"
    );
    assert!(!tight.contains("state/"), "{tight}");
    fs::remove_file(&file).expect("a ratchet");
    let (code, said) = repository.run(&["check"]);
    assert_eq!(code, 2, "{said}");
    assert!(said.contains("this ratchet is not there"), "{said}");
}

#[test]
fn each_language_has_its_own_least_coverage() {
    let Some(repository) = repository("") else {
        return;
    };
    let config = |gate: &str| {
        CONFIG.replace("[en]", "[en, ja]")
            + &format!("rules: {{'*': off}}\ngate: {{min-coverage: {gate}}}\n")
    };
    let cases = [
        ("{en: 100}", 0, ""),
        (
            "{en: 100, ja: 80}",
            1,
            "coverage of ja is 0 %, the gate asks for 80 %",
        ),
        ("50", 0, ""),
        ("60", 1, "coverage is 50 %, the gate asks for 60 %"),
        ("{fr: 10}", 2, "“fr” is no target language"),
        ("{en: 101}", 2, "from 0 to 100"),
    ];
    for (gate, code, words) in cases {
        repository.write("duizhao.yaml", &config(gate));
        let (found, said) = repository.run(&["check"]);
        assert_eq!(found, code, "{gate}: {said}");
        assert!(said.contains(words), "{gate}: {said}");
    }
}

#[test]
fn blame_names_the_commit_that_left_the_translation_behind() {
    let Some(repository) = accepted("网站") else {
        return;
    };
    repository.replace("zh/guide.md", "3 个", "4 个");
    repository.commit("Count the tools anew");
    repository.rename("zh/guide.md", "zh/手册.md");
    repository.rename("en/guide.md", "en/手册.md");
    repository.commit("Rename the page");
    repository.replace("zh/手册.md", "4 个", "5 个");
    repository.replace("zh/手册.md", "第三段", "中间新写了一段话。\n\n第三段");
    repository.commit("Write a paragraph");
    repository.replace("zh/手册.md", "说的是配置", "说的是怎样配置");
    let json = repository.json(&["diff", "--blame"]);
    let items = json["items"].as_array().expect("items");
    let told: Vec<String> = items
        .iter()
        .map(|item| {
            let blame = &item["blame"];
            let subject = |key: &str| blame[key]["subject"].as_str().unwrap_or("-").to_owned();
            format!(
                "{}: {}, {}, {}",
                item["state"],
                subject("since"),
                subject("last"),
                blame["uncommitted"]
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "\"stale\": Count the tools anew, Write a paragraph, false",
            "\"stale\": -, -, true",
            "\"untranslated\": -, Write a paragraph, false",
        ]
    );
    let (code, said) = repository.run(&["diff", "--blame"]);
    assert_eq!(code, 0);
    assert!(said.contains("since 2026-03-04 by "), "{said}");
    assert!(said.contains("(Lin): Count the tools anew"), "{said}");
    assert!(
        said.contains("the change of the source is not committed yet"),
        "{said}"
    );
    let (_, said) = repository.run(&["status", "--blame"]);
    assert!(
        said.lines()
            .any(|line| line.contains("Count the tools anew") && line.ends_with("1             ·")),
        "{said}"
    );
    let json = repository.json(&["status", "--blame"]);
    let blame = json["documents"][0]["blame"].as_array().expect("commits");
    assert_eq!(blame.len(), 3, "{json}");
}

#[test]
fn a_clone_without_its_history_says_that_it_ends() {
    let Some(repository) = accepted("") else {
        return;
    };
    repository.replace("zh/guide.md", "3 个", "4 个");
    repository.commit("Count the tools anew");
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("file://{}", Path::new(repository.folder.path()).display());
    let target = folder.path().join("clone");
    let target = target.to_str().expect("UTF-8");
    repository.git(&["clone", "-q", "--depth", "1", &url, target]);
    let clone = Repository {
        project: folder.path().join("clone"),
        folder,
    };
    let (code, said) = clone.run(&["diff", "--blame"]);
    assert_eq!(code, 0, "{said}");
    assert!(
        said.contains("since before the history of this clone begins"),
        "{said}"
    );
    let (code, said) = clone.run(&["status", "--since", "start"]);
    assert_eq!(code, 2, "{said}");
    assert!(said.contains("whose history is cut off"), "{said}");

    repository.git(&["checkout", "-q", "-b", "work", "start"]);
    repository.write("notes.txt", "nothing of the documents");
    repository.commit("Take notes");
    let target = format!("{target}-of-all");
    let all = ["clone", "-q", "--depth", "1", "--no-single-branch"];
    repository.git(&[&all[..], &[url.as_str(), target.as_str()]].concat());
    let clone = Repository {
        project: target.into(),
        folder: clone.folder,
    };
    let (code, said) = clone.run(&["check", "--changed-from", "origin/main"]);
    assert_eq!(code, 2, "{said}");
    assert!(
        said.contains("where “origin/main” and the present commit part"),
        "{said}"
    );
}

#[test]
fn hooks_do_not_lead_away_and_nothing_is_written() {
    let Some(repository) = accepted("docs") else {
        return;
    };
    repository.replace("zh/guide.md", "3 个", "4 个");
    let index = repository.folder.path().join(".git/index");
    let before = fs::metadata(&index)
        .expect("an index")
        .modified()
        .expect("a time");
    for args in [
        &["status", "--since", "start", "--blame"][..],
        &["check", "--changed-from", "start"],
    ] {
        let mut command = Command::cargo_bin("duizhao").expect("the program");
        let output = command
            .args(args)
            .current_dir(&repository.project)
            .env("GIT_DIR", "/nowhere")
            .env("GIT_WORK_TREE", "/nowhere")
            .env("GIT_INDEX_FILE", "/nowhere/index")
            .output()
            .expect("it runs");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_ne!(output.status.code(), Some(2), "{said}");
    }
    let after = fs::metadata(&index)
        .expect("an index")
        .modified()
        .expect("a time");
    assert_eq!(before, after);
}

#[cfg(unix)]
#[test]
fn a_revision_shows_the_files_that_the_disk_would_show() {
    use camino::{Utf8Path, Utf8PathBuf};
    use duizhao::edge::files::Files;
    use duizhao::edge::files::disk::Disk;
    use duizhao::edge::files::git::Git;
    use duizhao::edge::files::revision::Revision;
    use std::os::unix::fs::symlink;

    let Some(repository) = repository("站点") else {
        return;
    };
    let tree = [
        ("docs/说明 一.md", "甲"),
        ("docs/build/out.md", "ignored and tracked all the same"),
        ("docs/build/keep.md", "kept"),
        (".hidden/a.md", "hidden"),
        ("docs/.draft.md", "hidden"),
        ("docs/node_modules/b.md", "installed"),
        ("cache/CACHEDIR.TAG", "Signature"),
        ("cache/c.md", "cached"),
        ("deep/er/d.md", "deep"),
        (".gitignore", "/docs/build/*\n!keep.md\n"),
    ];
    for (path, text) in tree {
        repository.write(path, text);
    }
    repository.write("../.gitignore", "er/\n");
    let links = [
        ("docs/link.md", "../zh/guide.md"),
        ("docs/folder", "../zh"),
        ("docs/loop", "../docs"),
        ("out", "../.."),
    ];
    for (path, target) in links {
        symlink(target, repository.project.join(path)).expect("a symlink");
    }
    repository.git(&["add", "-Af"]);
    repository.git(&["commit", "-q", "-m", "Make a tree"]);
    let root = fs::canonicalize(&repository.project).expect("a folder");
    let root = Utf8PathBuf::try_from(root).expect("UTF-8");
    let git = Git::open(&root).expect("a repository");
    let commit = git.commit("HEAD").expect("a commit");
    let (disk, then) = (
        Disk::new(root),
        Revision::open(&git, &commit).expect("files"),
    );
    for folder in [
        "",
        "docs",
        "docs/build",
        "docs/folder",
        "zh",
        "deep",
        ".hidden",
        "nowhere",
    ] {
        let folder = Utf8Path::new(folder);
        let lists = |files: &dyn Files| {
            (
                files.list(folder).expect("a list"),
                files.list_all(folder).expect("a list"),
            )
        };
        let (here, there) = (lists(&disk), lists(&then));
        assert_eq!(there.0, here.0, "list {folder}");
        assert_eq!(there.1, here.1, "list_all {folder}");
        for path in here.1 {
            assert!(then.has(&path), "{path}");
            let read = |files: &dyn Files| files.read(&path).map_err(|error| error.kind());
            assert_eq!(read(&then), read(&disk), "{path}");
        }
    }
    assert!(then.has("docs".into()) && !then.has("doc".into()));
    for path in [
        "docs",
        "docs/nothing.md",
        "../outside.md",
        "/etc/hosts",
        "docs/说明 一.md/x",
    ] {
        assert!(then.read(path.into()).is_err(), "{path}");
    }
    assert!(then.write("a.md".into(), b"").is_err());
}

#[test]
fn a_page_for_reviewers_shows_old_and_new_of_both_sides() {
    let Some(repository) = accepted("") else {
        return;
    };
    repository.write("zh/still.md", "# 静\n");
    repository.write("en/still.md", "# Still\n");
    repository.commit("Another page");
    repository.git(&["tag", "-f", "start"]);
    repository.replace("en/guide.md", "about running", "on running");
    repository.replace(
        "en/guide.md",
        "\nThe second paragraph is about configuration.\n",
        "",
    );
    repository.write(
        "zh/guide.md",
        &(ZH.replace("3 个", "4 个")
            .replace("第二段说的是配置。\n\n", "")
            + "\n新的一段。\n"),
    );
    let (code, page) = repository.run(&["diff", "--since", "start", "--format", "html"]);
    assert_eq!(code, 0, "{page}");
    for text in [
        "What has changed since start",
        "<del>3</del><ins>4</ins>",
        "<del>about</del><ins>on</ins>",
        "<ins>新的一段。</ins>",
        "<del>第二段说的是配置。</del>",
        "<del>The second paragraph is about configuration.</del>",
    ] {
        assert!(page.contains(text), "{text} is missing: {page}");
    }
    assert!(
        !page.contains("still.md"),
        "what stands as it stood is not shown"
    );
    assert!(!page.contains(">指南<"), "{page}");
    let (code, said) = repository.run(&["diff", "--since", "start"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("zh/guide.md:3"), "{said}");
    assert!(!said.contains("still.md"), "{said}");
    let (code, said) = repository.run(&["diff", "--since", "nosuch"]);
    assert_eq!(
        (code, said.contains("there is no revision")),
        (2, true),
        "{said}"
    );
}

#[test]
fn paths_have_their_own_least_coverage() {
    let Some(repository) = repository("") else {
        return;
    };
    repository.write("zh/new/page.md", "# 新页\n\n还没有翻译的一段。\n");
    let config = |rest: &str| format!("{CONFIG}rules: {{'*': off}}\n{rest}");
    let cases: [(&str, &[&str], i32, &str); 9] = [
        ("", &["--min-coverage", "zh/guide.md=100"], 0, ""),
        ("", &["--min-coverage", "en/guide.md=100"], 0, ""),
        (
            "",
            &["--min-coverage", "60", "--min-coverage", "zh/new/**=0"],
            0,
            "",
        ),
        (
            "",
            &["--min-coverage", "zh/new/=50"],
            1,
            "coverage of zh/new/ is 0 %, the gate asks for 50 %",
        ),
        (
            "",
            &["--min-coverage", "zh/old/**=1"],
            1,
            "zh/old/**: no document is called so",
        ),
        ("", &["--min-coverage", "zh/**=101"], 2, "is no value"),
        (
            "overrides: [{paths: ['zh/new/**'], min-coverage: 10}]\n",
            &["--min-coverage", "0"],
            1,
            "coverage of zh/new/** is 0 %, the gate asks for 10 %",
        ),
        (
            "overrides: [{paths: ['zh/guide.md'], min-coverage: 100}]\n",
            &[],
            0,
            "",
        ),
        (
            "overrides: [{paths: ['zh/**'], min-coverage: lots}]\n",
            &[],
            2,
            "from 0 to 100",
        ),
    ];
    for (settings, args, code, words) in cases {
        repository.write("duizhao.yaml", &config(settings));
        let (found, said) = repository.run(&[&["check"], args].concat());
        assert_eq!(found, code, "{settings} {args:?}: {said}");
        assert!(said.contains(words), "{settings} {args:?}: {said}");
    }
}

#[test]
fn nothing_may_be_worse_than_a_revision_a_baseline_or_a_ratchet() {
    let Some(repository) = accepted("") else {
        return;
    };
    repository.run(&["check", "--write-baseline"]);
    repository.run(&["check", "--update-ratchet"]);
    let bases = ["start", ".duizhao/baseline.jsonl", ".duizhao/ratchet.jsonl"];
    for base in bases {
        let (code, said) = repository.run(&["check", "--no-regression", base]);
        assert_eq!(code, 0, "{base}: {said}");
    }
    repository.write("zh/new.md", "# 新页\n");
    for base in bases {
        let (code, said) = repository.run(&["check", "--no-regression", base]);
        assert_eq!(code, 1, "{base}: {said}");
    }
    // Coverage that falls is a regression whatever the rules say.
    let quiet = ["check", "--no-regression", "start", "--ignore", "state"];
    let (code, said) = repository.run(&quiet);
    assert_eq!(code, 1, "{said}");
    assert!(
        said.contains("coverage of en fell from 100 % to 80 %"),
        "{said}"
    );
    let json = repository.json(&quiet);
    assert_eq!(json["gate"]["passes"], false);
    assert_eq!(json["gate"]["failures"].as_array().map(Vec::len), Some(1));

    for (base, words) in [
        ("duizhao.yaml", "neither a baseline nor a ratchet"),
        ("nowhere", "there is no revision “nowhere”"),
    ] {
        let (code, said) = repository.run(&["check", "--no-regression", base]);
        assert_eq!(code, 2, "{base}: {said}");
        assert!(said.contains(words), "{base}: {said}");
    }
}

#[test]
fn what_the_ratchet_allows_is_no_failed_case() {
    let Some(repository) = repository("") else {
        return;
    };
    repository.write("zh/new.md", "# 新页\n");
    repository.run(&["check", "--update-ratchet"]);
    let ratchet = ["check", "--ratchet", ".duizhao/ratchet.jsonl"];
    let (code, said) = repository.run(&[&ratchet[..], &["--format", "junit"]].concat());
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("failures=\"0\""), "{said}");
    repository.write("zh/newer.md", "# 更新的页\n");
    let (code, said) = repository.run(&[&ratchet[..], &["--format", "junit"]].concat());
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("<testsuite name=\"gate\""), "{said}");
}

#[test]
fn translations_may_be_outdated_for_so_long() {
    let Some(repository) = repository("docs") else {
        return;
    };
    repository.run(&["accept", "--all"]);
    repository.commit_on("2026-01-01", "Set up the translation");
    repository.replace("zh/guide.md", "第二段说的是配置", "第二段说的是怎样配置");
    repository.commit_on("2026-01-10", "Say how");
    repository.write("notes.txt", "nothing of the documents");
    repository.commit_on("2026-02-20", "Take notes");
    // What is not committed has no age.
    repository.replace("zh/guide.md", "第三段说的是运行", "第三段说的是怎样运行");
    let check = ["check", "--ignore", "state", "--max-stale-age"];
    for (age, code) in [("41d", 0), ("6w", 0), ("40d", 1), ("5w", 1), ("0", 1)] {
        let (found, said) = repository.run(&[&check[..], &[age]].concat());
        assert_eq!(found, code, "{age}: {said}");
        let words = "zh/guide.md:5:1: outdated for 41 days";
        assert_eq!(said.contains(words), code == 1, "{age}: {said}");
        assert!(!said.contains("guide.md:7"), "{age}: {said}");
    }
    for age in ["soon", "-1d", "3m"] {
        assert_eq!(repository.run(&[&check[..], &[age]].concat()).0, 2, "{age}");
    }
    repository.write(
        "duizhao.yaml",
        &format!("{CONFIG}rules: {{'*': off}}\ngate: {{max-stale-age: 30d}}\n"),
    );
    let (code, said) = repository.run(&["check"]);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("the gate allows 30"), "{said}");
    let (_, said) = repository.run(&["check", "--format", "github"]);
    assert!(
        said.contains("::error file=docs/zh/guide.md,line=5,endLine=5,"),
        "{said}"
    );

    // A clone that is cut off says so instead of guessing.
    repository.git(&["stash", "-q"]);
    let origin = format!("file://{}", repository.folder.path().display());
    repository.git(&["clone", "-q", "--depth", "1", &origin, "shallow"]);
    let shallow = repository.folder.path().join("shallow/docs");
    let shallow = shallow.to_str().expect("UTF-8");
    let (code, said) = repository.run(&[
        "-C",
        shallow,
        "check",
        "--ignore",
        "state",
        "--max-stale-age",
        "1",
    ]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("history of this clone is cut off"), "{said}");
}

#[test]
fn without_a_history_no_age_is_held_against_anybody() {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, text) in [
        ("duizhao.yaml", CONFIG),
        ("zh/guide.md", ZH),
        ("en/guide.md", EN),
    ] {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, text).expect("a file");
    }
    let run = |args: &[&str]| {
        let mut command = Command::cargo_bin("duizhao").expect("the program");
        let output = command
            .args(["--ui-lang", "en"])
            .args(args)
            .current_dir(folder.path())
            .env(
                "GIT_CEILING_DIRECTORIES",
                folder.path().parent().expect("a parent"),
            )
            .output()
            .expect("it runs");
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        (output.status.code(), said)
    };
    run(&["accept", "--all"]);
    fs::write(
        folder.path().join("zh/guide.md"),
        ZH.replace("配置", "怎样配置"),
    )
    .expect("a file");
    let (code, said) = run(&["check", "--ignore", "state", "--max-stale-age", "0"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("--max-stale-age is passed over"), "{said}");
}

#[test]
fn a_summary_says_what_the_change_did() {
    let Some(repository) = accepted("") else {
        return;
    };
    let line = |repository: &Repository| {
        let (_, said) =
            repository.run(&["check", "--changed-from", "start", "--format", "markdown"]);
        let mut lines = said.lines();
        let line = lines.find(|line| line.starts_with("By this change"));
        line.map(str::to_owned).unwrap_or(said)
    };
    assert_eq!(
        line(&repository),
        "By this change no unit becomes outdated, untranslated or moves."
    );
    repository.replace("zh/guide.md", "第二段说的是配置", "第二段说的是怎样配置");
    repository.replace("zh/guide.md", "3 个", "4 个");
    repository.write("zh/new.md", "# 新页\n");
    assert_eq!(
        line(&repository),
        "By this change: **2** become outdated, **1** untranslated"
    );
    let json = repository.json(&["check", "--changed-from", "start"]);
    assert_eq!(json["base"]["movement"]["stale"], 2);

    // The base has them already; one is caught up with.
    repository.commit("Leave the translation behind");
    repository.git(&["tag", "-f", "start"]);
    repository.replace(
        "en/guide.md",
        "about configuration",
        "about how to configure",
    );
    repository.run(&["accept", "en/guide.md:5"]);
    assert_eq!(line(&repository), "By this change: **1** caught up");

    repository.commit("Catch up");
    repository.git(&["tag", "-f", "start"]);
    let moved = "# 指南\n\n第三段说的是运行。\n\n请安装 4 个工具。\n\n第二段说的是怎样配置。\n";
    repository.write("zh/guide.md", moved);
    assert_eq!(line(&repository), "By this change: **1** moved unchanged");
}
