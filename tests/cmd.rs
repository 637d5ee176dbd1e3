//! The program as its users meet it: sessions at a prompt, in both languages.

#[test]
fn sessions_at_a_prompt() {
    trycmd::TestCases::new()
        .env("LC_ALL", "C")
        .env("NO_COLOR", "1")
        .case("tests/cmd/*.md");
}

/// Runs the program on the project whose source has moved on.
fn run(args: &[&str], lang: &str, input: &str) -> std::process::Output {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd/drift.in");
    assert_cmd::Command::new(env!("CARGO_BIN_EXE_duizhao"))
        .current_dir(folder)
        .env_remove("LANGUAGE")
        .env_remove("LC_MESSAGES")
        .env("LC_ALL", lang)
        .args(args)
        .write_stdin(input)
        .output()
        .expect("the program runs")
}

#[test]
fn what_machines_read_does_not_change_with_the_language() {
    let (source, target) = ("source/guide.md", "translations/en/guide.md");
    let commands: &[&[&str]] = &[
        &["check", "--format", "json"],
        &["check", "--format", "github"],
        &["check", "--pair", "开源，", "open，", "--format", "json"],
        &["status", "--format", "json"],
        &["diff", "--format", "json"],
        &["segment", source, "--format", "json"],
        &["align", source, target, "--format", "json"],
        &["align", source, target, "--sentences", "--format", "beads"],
        &["rules", "--format", "json"],
        &["glossary", "list", "--format", "json"],
        &["glossary", "lookup", "开源", "--format", "json"],
        &["glossary", "check", "--format", "json"],
        &["glossary", "calibrate", "--format", "json"],
        &["glossary", "stats", "--format", "json"],
    ];
    for args in commands {
        let (english, chinese) = (run(args, "C", ""), run(args, "zh_CN.UTF-8", ""));
        assert!(!english.stdout.is_empty(), "{args:?} prints nothing");
        assert_eq!(english.stdout, chinese.stdout, "{args:?}");
        assert_eq!(english.status, chinese.status, "{args:?}");
    }
    let (english, chinese) = (run(&["check"], "C", ""), run(&["check"], "zh_CN", ""));
    assert_ne!(
        english.stdout, chinese.stdout,
        "people are spoken to in their language"
    );
}

#[test]
fn segment_and_assemble_give_the_file_back() {
    let file = "source/guide.md";
    let whole = include_str!("cmd/drift.in/source/guide.md");
    let json =
        String::from_utf8(run(&["segment", file, "--format", "json"], "C", "").stdout).unwrap();
    let same = run(&["assemble", file], "C", &json);
    assert_eq!(String::from_utf8(same.stdout).unwrap(), whole);

    let changed = json.replace(
        "\"text\": \"第二步：安装。\"",
        "\"text\": \"第二步：运行。\"",
    );
    assert_ne!(json, changed);
    let other = run(&["assemble", file], "C", &changed);
    assert_eq!(
        String::from_utf8(other.stdout).unwrap(),
        whole.replace("安装", "运行")
    );

    let foreign = run(&["assemble", "translations/en/guide.md"], "C", &json);
    assert_eq!(foreign.status.code(), Some(2));
    assert!(foreign.stdout.is_empty());
}
