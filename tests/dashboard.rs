//! The dashboard: what it shows of a project in two languages, and that nothing of a text becomes markup.
#![expect(
    clippy::disallowed_methods,
    reason = "tests write projects and run the program"
)]

use assert_cmd::Command;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const CONFIG: &str = "version: 1\nsource: zh-Hans\ntargets: [en, ja]\ncontent: [{source: 'zh/{path}', target: '{lang}/{path}'}]\n";
const ZH: &str = "# 标题\n\n价格是 10 元。\n\n见 <https://example.com/a> 的说明。\n";
const EN: &str =
    "# Title\n\nIt costs 10 yuan & more.\n\nSee the notes at <https://example.com/a>.\n";

fn project() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, text).expect("a file");
    };
    write("duizhao.yaml", CONFIG);
    write("zh/guide/a.md", ZH);
    write("en/guide/a.md", EN);
    run(&folder, &["accept", "--all"]);
    write(
        "zh/guide/a.md",
        &(ZH.replace("10", "12") + "\n`<script>alert(1)</script>` 是新的一段。\n"),
    );
    write(
        "en/guide/a.md",
        &EN.replace("<https://example.com/a>", "<https://example.com/b>"),
    );
    write("zh/b.md", "# 另一页\n");
    folder
}

fn run(folder: &TempDir, args: &[&str]) -> String {
    run_in("en", folder, args)
}

fn run_in(lang: &str, folder: &TempDir, args: &[&str]) -> String {
    let mut command = Command::cargo_bin("duizhao").expect("the program");
    let output = command
        .args(["--ui-lang", lang])
        .args(args)
        .current_dir(folder.path())
        .output()
        .expect("it runs");
    String::from_utf8(output.stdout)
        .expect("UTF-8")
        .replace("&#x2f;", "/")
}

#[test]
fn a_dashboard_shows_languages_documents_and_units_with_their_findings() {
    let folder = project();
    let page = run(&folder, &["check", "--format", "html"]);
    assert!(page.contains("<del>10</del><ins>12</ins>"), "{page}");
    assert!(page.contains("It costs 10 yuan &amp; more."), "{page}");
    assert!(page.contains("zh/guide/a.md:3 → en/guide/a.md:3"), "{page}");
    // What stands in no draft yet stands in the matrix all the same.
    assert!(page.contains("<th scope=\"col\">ja</th>"), "{page}");
    assert!(page.contains("<th scope=\"row\">zh/b.md</th>"), "{page}");
    assert!(
        page.contains("<code class=\"soft\">link/url-changed</code>"),
        "{page}"
    );
    assert!(page.contains("The translation does not pass"), "{page}");
    // Every message has its words.
    for raw in [">page-", ">status-", ">diff-", ">markdown-"] {
        assert!(!page.contains(raw), "{raw}: {page}");
    }
    // A unit in order is not shown.
    assert!(!page.contains(">Title<"), "{page}");
    for lang in ["zh-Hans", "en"] {
        assert!(
            page.contains(&format!("<div class=\"text\" lang=\"{lang}\">")),
            "{page}"
        );
    }
    // Every link leads to a place on the page.
    for (at, _) in page.match_indices("href=\"#") {
        let id = page[at + 7..].split('"').next().expect("an end");
        assert!(page.contains(&format!(" id=\"{id}\"")), "{id}");
    }
}

#[test]
fn status_and_check_write_the_same_page_but_for_findings() {
    let folder = project();
    let page = run(&folder, &["status", "--format", "html"]);
    assert!(page.contains("<del>10</del><ins>12</ins>"), "{page}");
    assert!(!page.contains("link/url-changed"), "{page}");
    assert!(!page.contains("does not pass"), "{page}");
    let chinese = run_in("zh-Hans", &folder, &["status", "--format", "html"]);
    assert!(
        chinese.starts_with("<!DOCTYPE html>\n<html lang=\"zh-Hans\">"),
        "{chinese}"
    );
}

#[test]
fn nothing_of_a_text_becomes_markup_and_nothing_is_asked_for() {
    let folder = project();
    for command in ["check", "status"] {
        let page = run(&folder, &[command, "--format", "html"]);
        assert_eq!(page.matches("<script").count(), 1, "{page}");
        assert!(
            page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"),
            "{page}"
        );
        for asking in ["src=", "href=\"http", "url(", "@import", "fetch("] {
            assert!(!page.contains(asking), "{asking}: {page}");
        }
    }
}

/// In a real browser, where that is asked for: see CONTRIBUTING.md.
#[test]
fn a_browser_finds_the_dashboard_as_it_should_be() {
    if !std::env::var("DUIZHAO_E2E").is_ok_and(|value| value == "browser") {
        return;
    }
    let folder = project();
    let page = folder.path().join("dashboard.html");
    run(
        &folder,
        &["check", "--format", &format!("html={}", page.display())],
    );
    let checks = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/dashboard.mjs");
    let status = std::process::Command::new("node")
        .arg(checks)
        .arg(&page)
        .status();
    assert!(status.expect("node runs").success());
}
