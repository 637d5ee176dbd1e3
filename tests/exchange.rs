//! `duizhao export` and `duizhao import`: what goes out comes back, into the units it is for and nowhere else.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "tests make folders of files, and say what they skip"
)]
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::process::Output;
use tempfile::TempDir;

const SETTINGS: &str = "version: 1
source: zh-Hans
targets: [en]
content: [{source: 'source/{path}', target: 'translations/{lang}/{path}'}]
front-matter: {translate: [title, description]}
glossary: ['terms.yaml']
";

const SOURCE: &str = "---
title: 养蜂入门
description: 从一只蜂箱开始
---

# 养蜂入门 {#start}

养蜂并不难，但**需要耐心**。请看[说明](https://example.com/guide)。

- [ ] 蜂箱要放在向阳、避风的地方。
- 喷烟器点燃之后运行 `smoke --low`。

> 蜂蜜的含水量不要超过 20%。
> 冬天要留下足够的存蜜。

| 月份 | 工作 |
|---|---|
| 三月 | 检查蜂王 |

春天检查蜂王是否还在。

夏天要防止分蜂。
";

const DRAFT: &str = "---
title: Beekeeping for Beginners
description: Begin with one hive
---

# Beekeeping for Beginners {#start}

Keeping bees is not hard, but it **takes patience**. See the [guide](https://example.com/guide).

- [ ] Put the hive in a sunny place out of the wind.
- Once the smoker is lit, run `smoke --low`.

> Honey should hold no more than 20% water.
> In winter leave the bees enough honey.

| Month | Work |
|---|---|
| March | Check the queen |

In spring check whether the queen is still there.

In summer keep the bees from swarming.
";

const TERMS: &str = "terms:
  - src: 蜂王
    tgt: queen
    forbid: [king]
";

const FORMATS: [&str; 8] = [
    "po",
    "xliff-1.2",
    "xliff-2.1",
    "tmx",
    "csv",
    "tsv",
    "xlsx",
    "jsonl",
];

const ALL: &str = "untranslated,machine,unconfirmed,stale,edited,translated,reviewed";

fn done(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_duizhao"))
        .args(args)
        .args(["--ui-lang", "en"])
        .current_dir(folder)
        .output()
        .expect("the program runs")
}

fn run(folder: &Path, args: &[&str]) -> String {
    let done = done(folder, args);
    let out = String::from_utf8_lossy(&done.stdout).into_owned();
    let err = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{args:?}\n{out}{err}");
    out
}

fn project(source: &str, draft: Option<&str>) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let put = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    put("duizhao.yaml", SETTINGS);
    put("terms.yaml", TERMS);
    put("source/a.md", source);
    if let Some(draft) = draft {
        put("translations/en/a.md", draft);
        run(folder.path(), &["accept", "--all"]);
    }
    folder
}

fn draft(folder: &TempDir) -> String {
    fs::read_to_string(folder.path().join("translations/en/a.md")).expect("a draft")
}

fn packets(folder: &TempDir) -> Vec<Value> {
    let out = run(
        folder.path(),
        &["export", "--format", "jsonl", "--state", ALL],
    );
    let lines = out.lines().map(serde_json::from_str);
    lines.collect::<Result<_, _>>().expect("JSON lines")
}

/// Imports packets; returns what is said and how it ends.
fn import(folder: &TempDir, packets: &[Value], more: &[&str]) -> (Value, i32) {
    let lines: Vec<String> = packets.iter().map(Value::to_string).collect();
    fs::write(folder.path().join("back.jsonl"), lines.join("\n")).expect("a file");
    let args = [&["import", "back.jsonl", "--format", "json"], more].concat();
    let done = done(folder.path(), &args);
    let account = serde_json::from_slice(&done.stdout);
    let account = account.unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&done.stderr)));
    (account, done.status.code().unwrap_or(-1))
}

fn packet<'a>(packets: &'a [Value], source: &str) -> &'a Value {
    let mut all = packets.iter();
    let found = all.find(|packet| {
        packet["source"]
            .as_str()
            .is_some_and(|text| text.contains(source))
    });
    found.unwrap_or_else(|| panic!("no packet {source}"))
}

fn answered(packet: &Value, target: &str) -> Value {
    let mut packet = packet.clone();
    packet["target"] = target.into();
    packet
}

fn outcomes(account: &Value) -> Vec<String> {
    let items = account["items"].as_array().expect("items");
    let outcome = |item: &Value| item["outcome"].as_str().unwrap_or_default().to_owned();
    items.iter().map(outcome).collect()
}

#[test]
fn what_comes_back_as_it_went_changes_nothing() {
    for format in FORMATS {
        let folder = project(SOURCE, Some(DRAFT));
        let lock = folder.path().join(".duizhao/lock/en/source/a.md.jsonl");
        let before = fs::read(&lock).expect("a lock");
        let file = format!("job.{format}");
        let export = ["export", "--format", format, "--state", ALL, "-o", &file];
        run(folder.path(), &export);
        let first = fs::read(folder.path().join(&file)).expect("a job");
        let said = run(folder.path(), &["import", "--as", format, &file]);
        assert!(
            said.starts_with("0 written, 0 confirmed"),
            "{format}: {said}"
        );
        assert_eq!(draft(&folder), DRAFT, "{format}");
        assert_eq!(fs::read(&lock).expect("a lock"), before, "{format}");
        run(folder.path(), &export);
        let again = fs::read(folder.path().join(&file)).expect("a job");
        assert!(first == again, "{format}: two exports differ");
    }
}

#[test]
fn only_the_units_that_are_imported_change() {
    let folder = project(SOURCE, Some(DRAFT));
    let packets = packets(&folder);
    let changes = [
        (
            "从一只蜂箱开始",
            "Start with \"one\" hive: it's enough",
            "description: Begin with one hive",
            "description: \"Start with \\\"one\\\" hive: it's enough\"",
        ),
        (
            "养蜂入门 {#start}",
            "Bees for Beginners {#start}",
            "# Beekeeping for Beginners {#start}",
            "# Bees for Beginners {#start}",
        ),
        (
            "需要耐心",
            "Bees **take patience**; see the [guide](https://example.com/guide).",
            "Keeping bees is not hard, but it **takes patience**. See the [guide](https://example.com/guide).",
            "Bees **take patience**; see the [guide](https://example.com/guide).",
        ),
        (
            "含水量",
            "Honey holds at most 20% water.\nLeave enough for winter.",
            "Honey should hold no more than 20% water.\n> In winter leave the bees enough honey.",
            "Honey holds at most 20% water.\n> Leave enough for winter.",
        ),
        (
            "检查蜂王",
            "Check | the queen",
            "Check the queen |",
            "Check \\| the queen |",
        ),
    ];
    let mut wanted = DRAFT.to_owned();
    let mut back = Vec::new();
    for (source, target, old, new) in changes {
        let found = packets.iter().find(|packet| {
            packet["source"]
                .as_str()
                .is_some_and(|text| text.contains(source))
        });
        back.push(answered(found.expect("a packet"), target));
        assert!(wanted.contains(old), "{old}");
        wanted = wanted.replacen(old, new, 1);
    }
    let (account, code) = import(&folder, &back, &[]);
    assert_eq!(code, 0, "{account:#}");
    assert_eq!(draft(&folder), wanted);
    let status = run(folder.path(), &["status", "--format", "json"]);
    let status: Value = serde_json::from_str(&status).expect("JSON");
    let units = &status["documents"][0]["units"];
    assert_eq!(units["translated"], units["total"], "{units}");
}

#[test]
fn what_the_draft_lacks_is_put_where_it_belongs() {
    let short = DRAFT
        .replace("description: Begin with one hive\n", "")
        .replace("- Once the smoker is lit, run `smoke --low`.\n", "")
        .replace("In spring check whether the queen is still there.\n\n", "");
    let texts = [
        ("从一只蜂箱开始", "Begin with one hive"),
        ("喷烟器", "Once the smoker is lit, run `smoke --low`."),
        (
            "春天检查",
            "In spring check whether the queen is still there.",
        ),
    ];
    // Without a placeholder, with one, and with a copy of the source beside it.
    for before in [&[][..], &["sync"], &["sync", "--new", "source"]] {
        let folder = project(SOURCE, Some(&short));
        if !before.is_empty() {
            run(folder.path(), before);
        }
        let packets = packets(&folder);
        let wanted: &[_] = match before {
            // A key that is marked as still to be translated is a person's to mend.
            [] => &texts,
            _ => &texts[1..],
        };
        let back: Vec<Value> = wanted
            .iter()
            .map(|(source, target)| answered(packet(&packets, source), target))
            .collect();
        let (account, code) = import(&folder, &back, &[]);
        assert_eq!(code, 0, "{before:?} {account:#}");
        let bare = |text: &str| {
            let lines = text
                .lines()
                .filter(|line| !line.starts_with("description:"));
            lines.collect::<Vec<_>>().join("\n")
        };
        assert_eq!(bare(&draft(&folder)), bare(DRAFT), "{before:?}");
        if before.is_empty() {
            assert_eq!(draft(&folder), DRAFT);
        }
    }
}

#[test]
fn a_draft_that_is_not_there_is_made() {
    let folder = project(SOURCE, None);
    let packets = packets(&folder);
    let back = [
        answered(
            packet(&packets, "养蜂入门 {#start}"),
            "Beekeeping for Beginners {#start}",
        ),
        answered(
            packet(&packets, "夏天"),
            "In summer keep the bees from swarming.",
        ),
    ];
    let (account, code) = import(&folder, &back, &[]);
    assert_eq!(code, 0, "{account:#}");
    let made = draft(&folder);
    assert!(
        made.contains("# Beekeeping for Beginners {#start}\n"),
        "{made}"
    );
    assert!(
        made.ends_with("In summer keep the bees from swarming.\n"),
        "{made}"
    );
    assert!(made.contains("duizhao-new: 春天检查"), "{made}");
    let left = packets.len() - back.len();
    let next = self::packets(&folder);
    let open = next
        .iter()
        .filter(|packet| packet["state"] == "untranslated");
    // Front matter is held by a comment at its line and is a unit of the draft already.
    assert!(open.count() <= left && left > 0);
}

#[test]
fn a_changed_draft_is_never_written_over() {
    let folder = project(SOURCE, Some(DRAFT));
    let packets = packets(&folder);
    let changed = DRAFT.replace("swarming", "leaving");
    fs::write(folder.path().join("translations/en/a.md"), &changed).expect("a draft");
    let back = [answered(
        packet(&packets, "夏天"),
        "Prevent swarming in summer.",
    )];
    for more in [&[][..], &["--overwrite"], &["--allow-code-changes"]] {
        let (account, code) = import(&folder, &back, more);
        assert_eq!((outcomes(&account), code), (vec!["conflict".to_owned()], 1));
        assert_eq!(draft(&folder), changed);
    }
    // What the translator left as it was is no conflict.
    let same = [answered(
        packet(&packets, "夏天"),
        "In summer keep the bees from swarming.",
    )];
    let (account, code) = import(&folder, &same, &[]);
    assert_eq!((outcomes(&account), code), (vec!["same".to_owned()], 0));
}

#[test]
fn what_does_not_fit_is_told_and_left_alone() {
    let folder = project(SOURCE, Some(DRAFT));
    let packets = packets(&folder);
    let guide = packet(&packets, "需要耐心");
    let smoke = packet(&packets, "喷烟器");
    let cases = [
        (
            answered(guide, "It takes patience. See the guide."),
            "refused",
        ),
        (
            answered(
                guide,
                "It takes patience. See the [guide](https://example.org/).",
            ),
            "refused",
        ),
        (answered(smoke, "Run `smoke --high`."), "refused"),
        (
            answered(smoke, "Run `smoke --low`.\n\nThen wait."),
            "refused",
        ),
        (answered(smoke, "Run `smoke --low`. <b>"), "refused"),
    ];
    for (back, outcome) in &cases {
        let (account, code) = import(&folder, std::slice::from_ref(back), &[]);
        assert_eq!(
            (outcomes(&account), code),
            (vec![(*outcome).to_owned()], 1),
            "{back}"
        );
        assert_eq!(draft(&folder), DRAFT, "{back}");
    }
    // One that does not fit holds nobody else up.
    let fine = answered(packet(&packets, "夏天"), "Prevent swarming in summer.");
    let (account, _) = import(&folder, &[cases[3].0.clone(), fine], &[]);
    assert_eq!(outcomes(&account), ["refused", "written"]);
    assert_eq!(
        draft(&folder),
        DRAFT.replace(
            "In summer keep the bees from swarming.",
            "Prevent swarming in summer."
        )
    );
}

#[test]
fn a_changed_source_and_a_strange_file_are_told() {
    let folder = project(SOURCE, Some(DRAFT));
    let packets = packets(&folder);
    let mut strange = answered(packet(&packets, "夏天"), "Elsewhere.");
    strange["path"] = "../../etc/passwd".into();
    strange["key"] = "0000000000000000".into();
    strange["source"] = "别处的一段话。".into();
    let source = SOURCE.replace("夏天要防止分蜂", "夏天一定要防止分蜂");
    fs::write(folder.path().join("source/a.md"), source).expect("a source");
    let old = answered(packet(&packets, "夏天"), "Prevent swarming in summer.");
    let (account, code) = import(&folder, &[old, strange], &[]);
    assert_eq!(outcomes(&account), ["source-changed", "unknown"]);
    assert_eq!(code, 1);
    assert_eq!(draft(&folder), DRAFT);
}

#[test]
fn po_confirms_what_is_still_right() {
    let folder = project(SOURCE, Some(DRAFT));
    let source = SOURCE.replace("夏天要防止分蜂", "夏天要防止分蜂。一定要");
    fs::write(folder.path().join("source/a.md"), source).expect("a source");
    run(folder.path(), &["export", "--output", "a.po"]);
    let po = fs::read_to_string(folder.path().join("a.po")).expect("a catalog");
    assert_eq!(po.matches("#, fuzzy").count(), 1, "{po}");
    assert!(po.contains("#| msgid \"夏天要防止分蜂。\""), "{po}");
    let said = run(folder.path(), &["import", "a.po"]);
    assert!(said.starts_with("0 written, 0 confirmed"), "{said}");
    fs::write(folder.path().join("a.po"), po.replace("#, fuzzy\n", "")).expect("a catalog");
    let said = run(folder.path(), &["import", "a.po"]);
    assert!(said.starts_with("0 written, 1 confirmed"), "{said}");
    assert_eq!(draft(&folder), DRAFT);
    run(folder.path(), &["check", "--select", "state"]);
}

#[test]
fn a_packet_says_what_a_translator_needs() {
    let folder = project(SOURCE, Some(DRAFT));
    let source = SOURCE.replace("春天检查蜂王是否还在", "春天检查蜂王是否健康");
    fs::write(folder.path().join("source/a.md"), source).expect("a source");
    let out = run(folder.path(), &["export", "--format", "jsonl"]);
    let packet: Value = serde_json::from_str(out.trim()).expect("one packet");
    assert_eq!(packet["state"], "stale");
    assert_eq!(packet["source"], "春天检查蜂王是否健康。");
    assert_eq!(packet["previous_source"], "春天检查蜂王是否还在。");
    assert_eq!(
        packet["present_target"],
        "In spring check whether the queen is still there."
    );
    assert_eq!(packet["after"][0]["source"], "夏天要防止分蜂。");
    assert_eq!(packet["terms"][0]["targets"][0], "queen");
    assert_eq!(packet["terms"][0]["forbidden"][0], "king");
}

#[test]
fn hostile_files_are_refused_and_nothing_is_written() {
    let folder = project(SOURCE, Some(DRAFT));
    let bomb = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><xliff version=\"1.2\"><file original=\"source/a.md\" source-language=\"zh\" target-language=\"en\" datatype=\"x\"><body><trans-unit id=\"1\"><source>&b;</source></trans-unit></body></file></xliff>";
    let outside = bomb.replace(
        "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">",
        "<!ENTITY b SYSTEM \"file:///etc/passwd\">",
    );
    let deep = format!("<xliff version=\"1.2\">{}", "<g>".repeat(100_000));
    let files: [(&str, &[u8]); 12] = [
        ("bomb.xlf", bomb.as_bytes()),
        ("outside.xlf", outside.as_bytes()),
        ("deep.xlf", deep.as_bytes()),
        (
            "cut.xlf",
            b"<xliff version=\"2.1\"><file id=\"f\"><unit id=\"u\"><segment><source>a",
        ),
        ("other.xlf", b"<html/>"),
        ("bytes.xlf", b"\xff\xfe\x00"),
        ("cut.po", b"msgid \"a\nmsgstr \"b\""),
        ("nul.po", b"msgid \"\0\"\nmsgstr \"b\"\n"),
        ("cut.jsonl", b"{\"key\": \"1\", "),
        ("no.csv", b"a,b\n1,2\n"),
        ("no.xlsx", b"PK\x03\x04 no archive"),
        ("cut.tmx", b"<tmx version=\"1.4\"><body><tu>"),
    ];
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).expect("a file");
        let done = done(folder.path(), &["import", name]);
        let err = String::from_utf8_lossy(&done.stderr);
        assert_eq!(done.status.code(), Some(2), "{name}: {err}");
        assert!(err.contains(name), "{name}: {err}");
        assert_eq!(draft(&folder), DRAFT, "{name}");
    }
}

#[test]
fn a_formula_in_a_table_is_guarded_and_comes_back() {
    let source = "# 标题\n\n=1+1 不是公式。\n";
    let target = "# Title\n\n=1+1 is no formula.\n";
    let folder = project(source, Some(target));
    run(folder.path(), &["export", "--output", "a.csv"]);
    let csv = fs::read_to_string(folder.path().join("a.csv")).expect("a table");
    assert!(csv.contains("'=1+1 is no formula."), "{csv}");
    let csv = csv.replace("'=1+1 is no formula.", "'=1+1 is not a formula.");
    fs::write(folder.path().join("a.csv"), csv).expect("a table");
    run(folder.path(), &["import", "a.csv"]);
    assert_eq!(
        draft(&folder),
        target.replace("no formula", "not a formula")
    );
}

/// Other people's libraries change units of the project's own article; skipped where they are not installed.
#[test]
fn peers_change_units_and_nothing_else_changes() {
    let python = Command::new("python3")
        .args(["-c", "import polib, lxml, openpyxl, translate.storage.pypo"])
        .output();
    if !python.is_ok_and(|done| done.status.success()) {
        eprintln!("skipped: python3 with polib, lxml, openpyxl and translate-toolkit is not here");
        return;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = TempDir::new().expect("a folder");
    for name in ["duizhao.yaml", "README.md", "README.zh-CN.md"] {
        fs::copy(root.join(name), folder.path().join(name)).expect("a copy");
    }
    for name in ["source", "translations", "glossary", ".duizhao"] {
        copy(&root.join(name), &folder.path().join(name));
    }
    let done = Command::new("python3")
        .arg(root.join("tests/exchange/peers.py"))
        .args([Path::new(env!("CARGO_BIN_EXE_duizhao")), folder.path()])
        .output()
        .expect("python runs");
    let out = String::from_utf8_lossy(&done.stdout);
    let err = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{out}{err}");
    assert_eq!(out.matches("40 written").count(), 9, "{out}");
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let to = to.join(entry.file_name());
        match entry.file_type().expect("a type").is_dir() {
            true => copy(&entry.path(), &to),
            false => {
                fs::copy(entry.path(), to).expect("a copy");
            }
        }
    }
}

/// Numbers that look random and are the same in every run (SplitMix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % below.max(1) as u64).unwrap_or_default()
    }
}

#[test]
fn damaged_files_are_read_or_told_and_never_a_panic() {
    let folder = project(SOURCE, Some(DRAFT));
    let mut dice = Dice(7);
    let mut n_told = 0;
    for format in duizhao::interchange::job::FORMATS {
        let file = format!("job.{}", format.name);
        let export = [
            "export",
            "--format",
            format.name,
            "--state",
            ALL,
            "-o",
            &file,
        ];
        run(folder.path(), &export);
        let whole = fs::read(folder.path().join(&file)).expect("a job");
        for _ in 0..400 {
            let mut bytes = whole.clone();
            for _ in 0..=dice.roll(3) {
                let (at, length) = (dice.roll(bytes.len()), dice.roll(40));
                let end = (at + length).min(bytes.len());
                match dice.roll(4) {
                    0 => bytes.truncate(at),
                    1 => drop(bytes.drain(at..end)),
                    2 => {
                        let part = bytes[at..end].to_vec();
                        let to = dice.roll(bytes.len());
                        bytes.splice(to..to, part);
                    }
                    _ => {
                        if let Some(byte) = bytes.get_mut(at) {
                            *byte = u8::try_from(dice.roll(256)).unwrap_or_default();
                        }
                    }
                }
            }
            let input = duizhao::interchange::input::Input {
                name: &file,
                bytes: &bytes,
            };
            let returned = (format.read)(&input);
            n_told += usize::from(!returned.problems.is_empty());
        }
    }
    assert!(n_told > 1000, "only {n_told} of 3,600 were told");
}

#[test]
fn what_is_given_out_passes_the_check_of_exchange_files() {
    let source = SOURCE.replace("夏天要防止分蜂", "夏天一定要防止分蜂");
    let folder = project(SOURCE, Some(DRAFT));
    fs::write(folder.path().join("source/a.md"), source).expect("a source");
    for format in ["po", "xliff-1.2", "xliff-2.1", "tmx", "tmx-omegat"] {
        for more in [&[][..], &["--prefill"], &["--full"]] {
            let ending = format.split('-').next().unwrap_or_default();
            let file = format!("job.{ending}");
            let export = ["export", "--format", format, "--state", ALL, "-o", &file];
            run(folder.path(), &[&export[..], more].concat());
            run(folder.path(), &["interop", "check", &file]);
        }
    }
}
