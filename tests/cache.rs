//! The cache: whatever was done to a project, a run that may use it says what one without it says.
#![expect(
    clippy::disallowed_methods,
    reason = "tests make projects and run the program"
)]

use assert_cmd::Command;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use tempfile::TempDir;

const CONFIG: &str = "version: 1\nsource: zh-Hans\ntargets: [en]\ncontent: [{source: 'docs/{path}', target: 'i18n/en/docusaurus-plugin-content-docs/current/{path}'}]\ncache: true\n";
const GLOSSARY: &str = "version: 1\nterms:\n- {id: model, src: 模型, tgt: model}\n- {id: weight, src: 权重, tgt: weight, allow: [weights]}\n";
const SITE: &str = "export default { title: 'Site', i18n: { defaultLocale: 'zh-Hans', locales: ['zh-Hans', 'en'] } };\n";
const DRAFTS: &str = "i18n/en/docusaurus-plugin-content-docs/current";
const PAGES: usize = 6;

struct Site {
    folder: TempDir,
}

impl Site {
    /// A site of pages that link to each other, everything accepted.
    fn new() -> Self {
        let site = Self {
            folder: tempfile::tempdir().expect("a folder"),
        };
        site.write("duizhao.yaml", CONFIG);
        site.write("docusaurus.config.js", SITE);
        site.write("glossary/terms.yaml", GLOSSARY);
        for page in 0..PAGES {
            let (source, draft) = texts(page);
            site.write(&format!("docs/p{page}.md"), &source);
            site.write(&format!("{DRAFTS}/p{page}.md"), &draft);
        }
        let (code, _, said) = site.run(&["accept", "--all", "--reason", "as they are"]);
        assert_eq!(code, Some(0), "{said}");
        site
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, text).expect("a file");
    }

    /// Changes a file; one that is not there stays away.
    fn edit(&self, path: &str, change: impl Fn(&str) -> String) {
        if let Ok(text) = fs::read_to_string(self.path(path)) {
            self.write(path, &change(&text));
        }
    }

    fn run(&self, args: &[&str]) -> (Option<i32>, String, String) {
        let mut command = Command::cargo_bin("duizhao").expect("the program");
        let output = command
            .args(args)
            .current_dir(self.folder.path())
            .env("LC_ALL", "en_US.UTF-8")
            .output()
            .expect("it runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        (
            output.status.code(),
            text(output.stdout),
            text(output.stderr),
        )
    }

    /// Compares runs with and without the cache.
    fn agrees(&self, after: &str) {
        for command in [
            &["check", "--format", "json"],
            &["status", "--format", "json"],
        ] {
            let plain = self.run(&[command.as_slice(), &["--no-cache"]].concat());
            let cached = self.run(command);
            assert_eq!(cached, plain, "{command:?} after {after}");
            assert_eq!(
                self.run(command),
                plain,
                "{command:?} once more after {after}"
            );
        }
    }

    fn shards(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.path(".duizhao/cache"))
            .into_iter()
            .flatten();
        let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        paths.retain(|path| !is_guard(path));
        paths.sort();
        paths
    }
}

fn is_guard(path: &Path) -> bool {
    path.ends_with(".gitignore") || path.ends_with("CACHEDIR.TAG")
}

fn texts(page: usize) -> (String, String) {
    let next = (page + 1) % PAGES;
    let source = format!(
        "# 第 {page} 页\n\n这个模型的权重是公开的，一共 {page} 个。\n\n见[下一页](./p{next}.md#用法-{next})。\n\n## 用法 {page}\n\n每一页都有这一段相同的文字。\n\n- 第 {page} 个步骤：运行 `run {page}`。\n"
    );
    let draft = format!(
        "# Page {page}\n\nThe weights of this model are public, {page} in all.\n\nSee the [next page](./p{next}.md#usage-{next}).\n\n## Usage {page}\n\nThis paragraph stands on every page.\n\n- Step {page}: run `run {page}`.\n"
    );
    (source, draft)
}

/// Numbers that look like chance and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("a small number") % n
    }
}

#[test]
fn with_a_cache_everything_is_said_that_is_said_without() {
    let site = Site::new();
    site.agrees("nothing");
    assert!(!site.shards().is_empty(), "a cache was written");
    let mut dice = Dice(5);
    for round in 0..22 {
        let page = dice.below(PAGES);
        let (source, draft) = (format!("docs/p{page}.md"), format!("{DRAFTS}/p{page}.md"));
        let lock = format!(".duizhao/lock/en/p{page}.jsonl");
        let what = match dice.below(11) {
            0 => {
                site.edit(&source, |text| {
                    format!("{text}\n新的一段，第 {round} 次。\n")
                });
                "a source grew"
            }
            1 => {
                site.edit(&draft, |text| text.replace("public", "open"));
                "a draft was reworded"
            }
            2 => {
                site.edit(&draft, |text| text.replace("## Usage", "## How to use"));
                "a heading that others link to was renamed"
            }
            3 => {
                site.edit(&lock, |text| {
                    text.lines()
                        .skip(2)
                        .map(|line| format!("{line}\n"))
                        .collect()
                });
                "a lock lost lines"
            }
            4 => {
                let target = if round % 2 == 0 { "net" } else { "model" };
                site.write(
                    "glossary/terms.yaml",
                    &GLOSSARY.replace("tgt: model", &format!("tgt: {target}")),
                );
                "the glossary changed"
            }
            5 => {
                let rules = if round % 2 == 0 {
                    "rules: {term/missing: off}\n"
                } else {
                    "style: {spelling: us}\n"
                };
                site.write("duizhao.yaml", &format!("{CONFIG}{rules}"));
                "the settings changed"
            }
            6 => {
                let _ = fs::remove_file(site.path(&draft));
                "a draft was removed"
            }
            7 => {
                let (new, translated) = texts(page + 10);
                site.write(&format!("docs/new{round}.md"), &new);
                site.write(&format!("{DRAFTS}/new{round}.md"), &translated);
                "a page was added"
            }
            8 => {
                let moved = format!("docs/moved{round}.md");
                let _ = fs::rename(site.path(&source), site.path(&moved));
                let _ = fs::rename(
                    site.path(&draft),
                    site.path(&format!("{DRAFTS}/moved{round}.md")),
                );
                "a page was renamed"
            }
            9 => {
                site.edit(&draft, |text| {
                    format!("<!-- duizhao-ignore-file num/*: as it is -->\n\n{text}")
                });
                "a waiver was written"
            }
            _ => {
                site.run(&["accept", "--all", "--reason", "as it is"]);
                "everything was accepted"
            }
        };
        site.agrees(what);
    }
}

/// What may become of a file.
type Harm = fn(&[u8]) -> Vec<u8>;

#[test]
fn a_damaged_cache_is_as_good_as_none() {
    let site = Site::new();
    site.agrees("nothing");
    let harms: [Harm; 4] = [
        |bytes| bytes.get(..bytes.len() / 2).unwrap_or_default().to_vec(),
        |_| Vec::new(),
        |bytes| {
            let mut bytes = bytes.to_vec();
            if let Some(last) = bytes.last_mut() {
                *last ^= 1;
            }
            bytes
        },
        |bytes| [bytes, b"more"].concat(),
    ];
    for (idx, harm) in harms.iter().enumerate() {
        for shard in site.shards() {
            let bytes = fs::read(&shard).expect("a shard");
            fs::write(&shard, harm(&bytes)).expect("a shard");
        }
        site.agrees(&format!("harm {idx}"));
    }
    for shard in site.shards() {
        fs::remove_file(&shard).expect("a shard");
        fs::create_dir(&shard).expect("a folder in its place");
    }
    site.agrees("folders stand in the shards' places");
    fs::remove_dir_all(site.path(".duizhao/cache")).expect("the cache");
    fs::write(site.path(".duizhao/cache"), "no folder").expect("a file");
    site.agrees("a file stands in the folder's place");
}

#[test]
fn what_is_gone_leaves_the_cache_and_a_small_project_has_none() {
    let site = Site::new();
    site.run(&["status"]);
    let size = |site: &Site| {
        let shards = site.shards();
        let sizes = shards
            .iter()
            .map(|path| fs::metadata(path).expect("a shard").len());
        sizes.sum::<u64>()
    };
    let before = size(&site);
    for page in 1..PAGES {
        fs::remove_file(site.path(&format!("docs/p{page}.md"))).expect("a source");
        fs::remove_file(site.path(&format!("{DRAFTS}/p{page}.md"))).expect("a draft");
    }
    site.run(&["status"]);
    assert!(size(&site) < before, "{} of {before}", size(&site));
    let ignore = fs::read_to_string(site.path(".duizhao/cache/.gitignore")).expect("a guard");
    assert!(ignore.contains("\n*\n"), "{ignore}");
    fs::remove_dir_all(site.path(".duizhao/cache")).expect("the cache");
    for (config, why) in [("cache: false\n", "switched off"), ("", "too small to pay")] {
        site.write("duizhao.yaml", &CONFIG.replace("cache: true\n", config));
        site.run(&["check"]);
        assert!(site.shards().is_empty(), "{why}");
    }
}
