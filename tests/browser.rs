//! Looks at an edition in a real browser, with axe, html-validate and EPUBCheck: only where it is asked for, since it needs node, Java
//! and Chromium. `npm install` in `tests/browser` first, then `DUIZHAO_E2E=browser cargo test --test browser`.

#![expect(
    clippy::disallowed_methods,
    reason = "tests run programs and write files"
)]

mod bilingual;

use std::io::Write;
use std::path::Path;
use std::process::Command;

/// Says so where it is not: a test that passes without looking is no proof.
fn is_asked_for() -> bool {
    let wanted = std::env::var("DUIZHAO_E2E").unwrap_or_default();
    let is_asked_for = wanted.split(',').any(|one| one == "browser");
    if !is_asked_for {
        // Past the harness, which shows nothing of a test that passes.
        let said = "no browser looked at anything: DUIZHAO_E2E=browser asks for it";
        writeln!(std::io::stderr(), "{said}").expect("standard error");
    }
    is_asked_for
}

#[test]
fn a_reader_finds_everything_as_it_should_be() {
    if is_asked_for() {
        let folder = tempfile::tempdir().expect("a folder for the pages");
        for file in bilingual::pages() {
            std::fs::write(folder.path().join(file.path), file.bytes).expect("a page");
        }
        let book = folder.path().join("book.epub");
        std::fs::write(&book, bilingual::volume()).expect("a book");
        let checks = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/check.mjs");
        let status = Command::new("node")
            .arg(checks)
            .args([folder.path(), &book])
            .status()
            .expect("node runs");
        assert!(status.success());
    }
}
