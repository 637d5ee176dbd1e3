//! `duizhao accept`: one run takes everything that it is asked for.
#![expect(clippy::disallowed_methods, reason = "tests make folders of files")]
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

const PAIRS: &[(&str, &str)] = &[
    (
        "蜂箱要放在向阳、避风的地方。",
        "Put the hive in a sunny place out of the wind.",
    ),
    (
        "养蜂并不难，但需要耐心。",
        "Keeping bees is not hard, but it takes patience.",
    ),
    (
        "开始之前，请准备好工具。",
        "Before you start, have your tools ready.",
    ),
    // Too unlike to be paired while there is a choice; nothing else is left once the rest is accepted.
    (
        "别忘了它。",
        "Nobody who has ever stood beside an open hive at noon will dispute it, and rightly so.",
    ),
    (
        "喷烟器点燃之后要保持低温。",
        "Keep the smoker cool once it is lit.",
    ),
    (
        "蜂蜜的含水量不要超过 20%。",
        "Honey should hold no more than 20% water.",
    ),
    (
        "冬天要给蜜蜂留下足够的存蜜。",
        "In winter leave the bees enough honey.",
    ),
    (
        "春天检查蜂王是否还在。",
        "In spring check whether the queen is still there.",
    ),
    ("夏天要防止分蜂。", "In summer keep the bees from swarming."),
    ("秋天收起继箱。", "In autumn take off the supers."),
    ("每年换一次巢脾。", "Change the combs once a year."),
];

const SETTINGS: &str = "version: 1
source: zh-Hans
targets: [en]
content: [{source: 'source/{path}', target: 'translations/{lang}/{path}'}]
";

/// Runs the program and returns what it says.
fn run(folder: &Path, args: &[&str]) -> String {
    let done = Command::new(env!("CARGO_BIN_EXE_duizhao"))
        .args(args)
        .args(["--ui-lang", "en"])
        .current_dir(folder)
        .output()
        .expect("the program runs");
    let said = [done.stdout, done.stderr].concat();
    String::from_utf8_lossy(&said).trim().to_owned()
}

/// A project of one document, nothing accepted.
fn project() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, text).expect("a file");
    };
    let (source, target): (Vec<&str>, Vec<&str>) = PAIRS.iter().copied().unzip();
    write("duizhao.yaml", SETTINGS);
    write("source/page.md", &(source.join("\n\n") + "\n"));
    write("translations/en/page.md", &(target.join("\n\n") + "\n"));
    folder
}

#[test]
fn what_finds_its_counterpart_once_the_rest_is_accepted_is_accepted_in_the_same_run() {
    let folder = project();
    let accept = || run(folder.path(), &["accept", "--all"]);
    assert_eq!(accept(), "11 pairs accepted");
    assert_eq!(accept(), "nothing new to accept");
}

#[test]
fn a_line_accepts_its_pair_and_no_other() {
    let folder = project();
    let said = run(folder.path(), &["accept", "source/page.md:1"]);
    assert_eq!(said, "one pair accepted");
}
