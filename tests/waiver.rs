//! Waivers in a whole project, seen through the program; and fixes beside them.
#![expect(
    clippy::disallowed_methods,
    reason = "tests make folders of files and run the program"
)]
use assert_cmd::Command;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const CONFIG: &str = "version: 1\nsource: zh-Hans\ntargets: [en, fr]\ncontent: [{source: 'source/{path}', target: 'translations/{lang}/{path}'}]\nrules: {'state/*': off}\n";
const WAIVED: &str =
    "<!-- duizhao-ignore code/changed: the tool is another -->\n\n运行 `make` 即可。\n";

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
    fs::write(path, text).expect("a file");
}

fn project(config: &str, source: &str, english: &str, french: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), ".git/HEAD", "");
    write(folder.path(), "duizhao.yaml", config);
    write(folder.path(), "source/a.md", source);
    write(folder.path(), "translations/en/a.md", english);
    write(folder.path(), "translations/fr/a.md", french);
    folder
}

fn check(folder: &TempDir, args: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::cargo_bin("duizhao").expect("the program");
    let output = command
        .args(["--ui-lang", "en", "check", "--format", "concise"])
        .args(args)
        .current_dir(folder.path())
        .output()
        .expect("it runs");
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8(said).expect("UTF-8");
    (output.status.code(), said)
}

#[test]
fn a_waiver_of_the_source_counts_for_all_languages() {
    let (good, bad) = ("Just run `make`.\n", "Just run `cmake`.\n");
    for (english, french, is_used) in [(good, bad, true), (bad, bad, true), (good, good, false)] {
        let folder = project(CONFIG, WAIVED, english, french);
        let (code, said) = check(&folder, &[]);
        assert_eq!(code, Some(0), "{said}");
        assert_eq!(said.contains("waiver/unused"), !is_used, "{said}");
    }
}

#[test]
fn a_waiver_whose_rule_did_not_run_is_not_unused() {
    let good = "Just run `make`.\n";
    let folder = project(CONFIG, WAIVED, good, good);
    let parts: [&[&str]; 4] = [
        &["--select", "waiver,left"],
        &["--ignore", "code"],
        &["translations/en/a.md"],
        &["source/a.md"],
    ];
    for args in parts {
        let (_, said) = check(&folder, args);
        assert!(!said.contains("waiver/unused"), "{args:?}: {said}");
    }
}

#[test]
fn settings_for_some_paths_switch_rules_and_groups_off() {
    let bad = "Just run `cmake`.\n";
    for rule in ["code/changed", "code/*"] {
        let config = format!(
            "{CONFIG}overrides: [{{paths: ['translations/fr/**'], rules: {{{rule}: off}}}}]\n"
        );
        let folder = project(&config, "运行 `make` 即可。\n", bad, bad);
        let (code, said) = check(&folder, &[]);
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains("translations/en/a.md"), "{said}");
        assert!(!said.contains("translations/fr/a.md"), "{said}");
    }
}

#[test]
fn fixes_leave_waived_places_and_line_ends_alone_and_settle() {
    let english = "\u{feff}One，two.\r\n\r\n<!-- duizhao-ignore punct/cjk: shown as it is -->\r\n\r\nThree，four.\r\n";
    let source = "一，二。\n\n三，四。\n";
    let folder = project(CONFIG, source, english, "Un.\n\nDeux.\n");
    let args = ["--select", "punct/cjk", "translations/en/a.md"];
    let (code, diff) = check(&folder, &[&args[..], &["--diff"]].concat());
    assert_eq!(code, Some(1), "{diff}");
    assert_eq!(
        diff.matches("\n+").count(),
        2,
        "the name and one line: {diff}"
    );
    let (_, said) = check(&folder, &[&args[..], &["--fix"]].concat());
    assert!(said.contains("fixed"), "{said}");
    let path = folder.path().join("translations/en/a.md");
    let now = fs::read_to_string(&path).expect("a draft");
    assert_eq!(now, english.replacen("One，two", "One, two", 1));
    check(&folder, &[&args[..], &["--fix"]].concat());
    assert_eq!(fs::read_to_string(&path).expect("a draft"), now);
    let (code, _) = check(&folder, &[&args[..], &["--diff"]].concat());
    assert_eq!(code, Some(0));
    assert_eq!(
        fs::read_to_string(folder.path().join("source/a.md")).expect("a source"),
        source
    );
}
