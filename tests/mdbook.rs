//! A half-translated mdBook builds from its bilingual edition without a warning, and no link in it is dead.
//! It needs mdbook, so it runs only where it is asked for: `DUIZHAO_E2E=mdbook cargo test --test mdbook` (`MDBOOK` names the program).
#![expect(
    clippy::disallowed_methods,
    reason = "the test lays out a book and runs another program"
)]

use std::env;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;

const SETTINGS: &str = "version: 1
source: zh-Hans
targets: [en]
content:
  - {source: \"src/{path}\", target: \"en/{path}\"}
";

const BOOK: &str =
    "[book]\ntitle = \"书 / A book\"\nsrc = \"bilingual\"\n\n[build]\nbuild-dir = \"built\"\n";

/// Path, source, draft: a summary, a page with links and what mdBook includes, one whose sides differ in markup, one without a draft.
const PAGES: &[(&str, &str, Option<&str>)] = &[
    (
        "SUMMARY.md",
        "# 目录\n\n[前言](preface.md)\n\n# 第一部分\n\n- [开始](start.md)\n  - [细节](deep/detail.md)\n- [文章](article.md)\n",
        Some(
            "# Summary\n\n[Preface](preface.md)\n\n# Part one\n\n- [Start](start.md)\n  - [Details](deep/detail.md)\n- [Article](article.md)\n",
        ),
    ),
    (
        "preface.md",
        "# 前言\n\n先看[开始](start.md#第二步)。\n\n<div class=\"box\">\n\n盒子里的话。\n\n</div>\n",
        Some(
            "# Preface\n\nSee the [start](start.md#second-step) first.\n\n<section>\n<p>Said in a box.</p>\n\nAnd more.\n\n</section>\n",
        ),
    ),
    (
        "start.md",
        "# 开始\n\n```rust\n{{#include ../code/main.rs}}\n```\n\n## 第二步\n\n细节在[那里](deep/detail.md)，图在这里：\n\n![图](deep/dot.png)\n\n<img src=\"deep/dot.png\" alt=\"又一张\">\n\n| 名 | 数 |\n|:--|--:|\n| 苹果 | 3 |\n",
        Some(
            "# Start\n\n```rust\n{{#include ../code/main.rs}}\n```\n\n## Second step\n\nDetails are [there](deep/detail.md), the picture is here:\n\n![A picture](deep/dot.png)\n\n| Name | Number |\n|:--|--:|\n| Apples | 3 |\n",
        ),
    ),
    (
        "deep/detail.md",
        "# 细节\n\n没有译文的一页，回到[第二步](../start.md#第二步)。[^一]\n\n[^一]: 脚注。\n",
        None,
    ),
];

fn write(folder: &Path, path: &str, text: &str) {
    let whole = folder.join(path);
    fs::create_dir_all(whole.parent().unwrap()).unwrap();
    fs::write(whole, text).unwrap();
}

fn run(folder: &Path, program: &str, args: &[&str]) -> String {
    let output = Command::new(program)
        .args(args)
        .current_dir(folder)
        .output();
    let output = output.unwrap_or_else(|error| panic!("{program}: {error}"));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{program} {args:?}:\n{said}");
    said
}

fn lay_out(folder: &Path) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    write(folder, "duizhao.yaml", SETTINGS);
    write(folder, "book.toml", BOOK);
    write(folder, "code/main.rs", "fn main() {}\n");
    for (path, source, draft) in PAGES {
        write(folder, &format!("src/{path}"), source);
        if let Some(draft) = draft {
            write(folder, &format!("en/{path}"), draft);
        }
    }
    for (side, place) in [("source", "src"), ("translations/en", "en")] {
        let article = fs::read_to_string(root.join(side).join("open-vs-closed-models.md")).unwrap();
        write(folder, &format!("{place}/article.md"), &article);
    }
    fs::copy(
        root.join("tests/docusaurus/dot.png"),
        folder.join("src/deep/dot.png"),
    )
    .unwrap();
}

/// The links of a page that lead to a file beside it, with the line that they stand in.
fn links(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for attribute in [" href=\"", " src=\""] {
        for (at, name) in text.match_indices(attribute) {
            let rest = &text[at + name.len()..];
            found.push(rest[..rest.find('"').unwrap()].to_owned());
        }
    }
    found.retain(|url| !url.contains(':') && !url.is_empty());
    found
}

fn decoded(url: &str) -> String {
    let (mut bytes, mut rest) = (Vec::new(), url.as_bytes());
    while let Some((first, tail)) = rest.split_first() {
        let hex = tail.get(..2).filter(|_| *first == b'%');
        let hex = hex.and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        bytes.push(hex.unwrap_or(*first));
        rest = if hex.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8(bytes).unwrap()
}

fn assert_no_dead_link(page: &Path) {
    let text = fs::read_to_string(page).unwrap();
    let main = &text[text.find("<main>").unwrap()..text.find("</main>").unwrap()];
    for url in links(main) {
        let (path, fragment) = url.split_once('#').unwrap_or((url.as_str(), ""));
        let path = decoded(path.split('?').next().unwrap());
        let file: PathBuf = match path.as_str() {
            "" => page.to_owned(),
            path => page.parent().unwrap().join(path),
        };
        assert!(file.exists(), "{}: {url} leads nowhere", page.display());
        if !fragment.is_empty() {
            let text = fs::read_to_string(&file).unwrap();
            let id = format!("id=\"{}\"", decoded(fragment));
            assert!(
                text.contains(&id),
                "{}: {url} leads to no heading",
                page.display()
            );
        }
    }
}

#[test]
fn a_half_translated_book_builds_without_a_warning() {
    let wanted = env::var("DUIZHAO_E2E").unwrap_or_default();
    if !wanted.split(',').any(|one| one == "mdbook") {
        // Past the harness, which shows nothing of a test that passes.
        let said = "no book was built: DUIZHAO_E2E=mdbook asks for it";
        writeln!(std::io::stderr(), "{said}").unwrap();
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    lay_out(folder);
    let render = ["render", "--format", "mdbook", "--output", "bilingual"];
    run(folder, env!("CARGO_BIN_EXE_duizhao"), &render);
    let mdbook = env::var("MDBOOK").unwrap_or_else(|_| "mdbook".to_owned());
    let said = run(folder, &mdbook, &["build"]);
    assert!(!said.contains("WARN") && !said.contains("ERROR"), "{said}");
    let page = |path: &str| fs::read_to_string(folder.join("built").join(path)).unwrap();
    for (path, texts) in [
        ("preface.html", &["盒子里的话", "Said in a box"][..]),
        (
            "start.html",
            &["第二步", "Second step", "fn main()", "Apples", "苹果"],
        ),
        (
            "deep/detail.html",
            &["没有译文的一页", "Not translated yet", "脚注"],
        ),
        (
            "article.html",
            &["两种哲学的世纪对决", "When OpenAI’s Sam Altman admitted"],
        ),
    ] {
        for text in texts {
            assert!(page(path).contains(text), "{path}: {text} is missing");
        }
        assert_no_dead_link(&folder.join("built").join(path));
    }
    let menu = page("start.html") + &page("toc.html");
    assert!(menu.contains("开始 / Start"), "the summary names both");
}
