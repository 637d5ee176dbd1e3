//! `duizhao render`, again and again: what it watches, what it writes again, and what it removes.
#![expect(
    clippy::disallowed_methods,
    reason = "the tests save files and watch what becomes of them"
)]

use std::fs;
use std::path::Path;
use std::process::Child;
use std::process::Command;
use std::process::Stdio;
use std::thread;
use std::time::Duration;
use std::time::Instant;

/// So long a page is waited for; a machine under load may need some of it.
const PATIENCE: Duration = Duration::from_secs(120);

/// Ends the program with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn project() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(
        folder.path(),
        "duizhao.yaml",
        "version: 1\nsource: zh-Hans\ntargets: [en]\ncontent:\n  - {source: \"zh/{path}\", target: \"en/{path}\"}\n",
    );
    write(folder.path(), "zh/one.md", "# 一\n\n第一页。\n");
    write(folder.path(), "en/one.md", "# One\n\nThe first page.\n");
    write(folder.path(), "zh/deep/two.md", "# 二\n\n第二页。\n");
    folder
}

fn write(folder: &Path, path: &str, text: &str) {
    let whole = folder.join(path);
    fs::create_dir_all(whole.parent().unwrap()).unwrap();
    fs::write(whole, text).unwrap();
}

fn duizhao(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_duizhao"));
    command.current_dir(folder).env("LC_ALL", "C");
    command
}

fn render(folder: &Path, args: &[&str]) -> String {
    let output = duizhao(folder).arg("render").args(args).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stderr).unwrap()
}

/// Waits until a file says what it should.
fn wait(path: &Path, is_right: impl Fn(&str) -> bool) {
    let started = Instant::now();
    loop {
        let text = fs::read_to_string(path).unwrap_or_default();
        if is_right(&text) {
            return;
        }
        assert!(started.elapsed() < PATIENCE, "{}: {text}", path.display());
        thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_saved_file_is_written_again_and_a_broken_one_does_not_end_it() {
    let folder = project();
    let root = folder.path();
    let said = root.join("said.txt");
    let child = duizhao(root)
        .args(["render", "--watch", "--output", "out"])
        .stderr(Stdio::from(fs::File::create(&said).unwrap()))
        .spawn()
        .unwrap();
    let mut running = Running(child);
    wait(&said, |text| text.contains("watching"));
    let page = root.join("out/one.md");
    let other = root.join("out/deep/two.md");
    assert!(
        fs::read_to_string(&page)
            .unwrap()
            .contains("The first page.")
    );
    let untouched = fs::metadata(&other).unwrap().modified().unwrap();

    write(root, "en/one.md", "# One\n\nThe very first page.\n");
    wait(&page, |text| text.contains("The very first page."));

    fs::write(root.join("en/one.md"), b"# One\n\n\xff\xfe\n").unwrap();
    wait(&said, |text| text.contains("en/one.md:3: "));
    assert!(page.exists(), "what cannot be read now keeps its page");

    write(root, "duizhao.yaml", "version: 1\nsource: [\n");
    wait(&said, |text| text.contains("duizhao.yaml:"));

    let settings = "version: 1\nsource: zh-Hans\ntargets: [en]\ncontent:\n  - {source: \"zh/{path}\", target: \"en/{path}\"}\n";
    write(root, "duizhao.yaml", settings);
    write(root, "en/one.md", "# One\n\nMended.\n");
    wait(&page, |text| text.contains("Mended."));
    assert_eq!(fs::metadata(&other).unwrap().modified().unwrap(), untouched);

    write(root, "zh/three.md", "# 三\n");
    wait(&root.join("out/three.md"), |text| text.contains('三'));
    let said_once = fs::read_to_string(&said).unwrap();
    assert_eq!(
        said_once.matches("written again: out/one.md").count(),
        2,
        "{said_once}"
    );
    fs::remove_file(root.join("zh/three.md")).unwrap();
    wait(&said, |text| text.contains("removed out/three.md"));
    assert!(!root.join("out/three.md").exists());
    assert!(running.0.try_wait().unwrap().is_none(), "it watches on");
}

#[test]
fn what_an_earlier_run_wrote_goes_and_nothing_else() {
    let folder = project();
    let root = folder.path();
    write(root, "out/mine.md", "my own");
    write(root, "zh/three.md", "# 三\n");
    write(root, "zh/deep/four.md", "# 四\n");
    render(root, &["--output", "out"]);
    assert!(root.join("out/three.md").exists());

    fs::remove_file(root.join("zh/three.md")).unwrap();
    fs::remove_file(root.join("zh/deep/two.md")).unwrap();
    fs::remove_file(root.join("zh/deep/four.md")).unwrap();
    write(root, "out/deep/four.md", "somebody's work");
    let said = render(root, &["zh/one.md", "--output", "out"]);
    assert!(
        root.join("out/three.md").exists(),
        "a part tells nothing of the rest: {said}"
    );

    let said = render(root, &["--output", "out"]);
    assert!(!root.join("out/three.md").exists(), "{said}");
    assert!(!root.join("out/deep/two.md").exists());
    assert!(said.contains("removed out/three.md"), "{said}");
    assert!(
        said.contains("out/deep/four.md no longer belongs"),
        "{said}"
    );
    assert_eq!(
        fs::read_to_string(root.join("out/deep/four.md")).unwrap(),
        "somebody's work"
    );
    assert_eq!(
        fs::read_to_string(root.join("out/mine.md")).unwrap(),
        "my own"
    );

    // What the notes of a stranger name outside stays.
    write(root, "precious.txt", "precious");
    let notes = root.join("out/.duizhao-edition.json");
    let text = fs::read_to_string(&notes).unwrap();
    fs::write(&notes, text.replace("\"one.md\"", "\"../precious.txt\"")).unwrap();
    render(root, &["--output", "out"]);
    assert!(root.join("precious.txt").exists());
}

#[test]
fn no_edition_is_written_over_a_document() {
    let folder = project();
    let output = duizhao(folder.path())
        .args(["render", "--output", "en"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains("the edition would be written over a document"),
        "{said}"
    );
    let draft = fs::read_to_string(folder.path().join("en/one.md")).unwrap();
    assert_eq!(draft, "# One\n\nThe first page.\n");
}

/// The smallest picture.
const DOT: &[u8] = include_bytes!("docusaurus/dot.png");

#[test]
fn a_page_that_stands_alone_holds_its_pictures_titles_and_columns() {
    let folder = project();
    let root = folder.path();
    let zh = "# 一\n\n![点](img/dot.png \"一个点\")见[这里](https://example.org 'a \"b\"')和[那里][x]。\n\n<img src=\"img/dot.png\" alt=\"又一个\">\n\n| 名 | 数 | 中 |\n|:--|--:|:-:|\n| 苹果 | 3 | 一 |\n\n[x]: https://example.com (标题)\n";
    write(root, "zh/one.md", zh);
    fs::create_dir_all(root.join("zh/img")).unwrap();
    fs::write(root.join("zh/img/dot.png"), DOT).unwrap();
    render(
        root,
        &["zh/one.md", "--format", "html", "--output", "page.html"],
    );
    let page = fs::read_to_string(root.join("page.html")).unwrap();
    assert_eq!(
        page.matches("src=\"data:image/png;base64,iVBOR").count(),
        2,
        "{page}"
    );
    assert!(
        !page.contains("img/dot.png"),
        "nothing is looked for beside it"
    );
    for text in [
        "title=\"一个点\"",
        "title=\"a &quot;b&quot;\"",
        "title=\"标题\"",
        "class=\"right\"",
        "class=\"centered\"",
    ] {
        assert!(page.contains(text), "{text} is missing");
    }
    assert!(!root.join("img").exists() && !root.join(".duizhao-edition.json").exists());

    // What is too much for a page stands beside it, and is told.
    let mut large = DOT.to_vec();
    large.resize(5_000_000, 0);
    fs::write(root.join("zh/img/dot.png"), &large).unwrap();
    let output = duizhao(root)
        .args([
            "render",
            "zh/one.md",
            "--format",
            "html",
            "--output",
            "alone",
        ])
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("zh/img/dot.png has 5.0 MB"), "{said}");
    assert_eq!(said.matches("5.0 MB").count(), 1, "{said}");
    assert!(root.join("alone/img/dot.png").exists());
    let page = fs::read_to_string(root.join("alone/index.html")).unwrap();
    assert!(page.contains("src=\"img/dot.png\""), "{page}");
}

#[test]
fn paths_in_raw_markup_follow_as_links_do() {
    let folder = project();
    let root = folder.path();
    let body = "import Part from './part.mdx';\nimport logo from '../logo.png';\n\n# 二\n\n<img src=\"../logo.png\" alt=\"标\" />\n\n<img src={require('../logo.png').default} />\n\n行内<img src=\"../logo.png\" alt=\"标\" />。\n\n<Part />\n";
    let settings = "version: 1\nsource: zh-Hans\ntargets: [en]\ncontent:\n  - {source: \"zh/{path}.mdx\", target: \"en/{path}.mdx\"}\n";
    write(root, "duizhao.yaml", settings);
    write(root, "zh/deep/two.mdx", body);
    write(root, "zh/deep/part.mdx", "零件。\n");
    fs::write(root.join("logo.png"), DOT).unwrap();
    write(
        root,
        "zh/deep/more.mdx",
        "![标](../../logo.png)\n\n<img src=\"../../logo.png\" alt=\"标\" />\n",
    );
    fs::copy(root.join("logo.png"), root.join("zh/logo.png")).unwrap();
    render(root, &["--output", "out"]);
    let page = fs::read_to_string(root.join("out/two.mdx")).unwrap();
    assert!(page.contains("import Part from './part.mdx'"), "{page}");
    let more = fs::read_to_string(root.join("out/more.mdx")).unwrap();
    for page in [&page, &more] {
        let paths = page
            .split(['"', '\'', '(', ')'])
            .filter(|part| part.ends_with("logo.png"));
        let mut n_paths = 0;
        for path in paths {
            n_paths += 1;
            assert!(root.join("out").join(path).exists(), "{path}: {page}");
        }
        assert!(n_paths >= 2, "{page}");
    }
}

#[test]
fn what_is_missing_on_the_command_line_is_told_before_anything_is_made() {
    let folder = project();
    for (args, said) in [
        (&["render"][..], "an edition of 2 pages needs a folder"),
        (
            &["render", "--watch", "zh/one.md"],
            "--watch needs a folder",
        ),
        (&["render", "--format", "epub"], "needs a folder"),
    ] {
        let output = duizhao(folder.path()).args(args).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains(said), "{told}");
    }
}
