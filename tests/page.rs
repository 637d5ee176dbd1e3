//! The page of a project: what it shows, and that nothing of a text becomes markup.

use duizhao::bitext::align::AlignSettings;
use duizhao::bitext::bitext::Bitext;
use duizhao::i18n::interface::Interface;
use duizhao::i18n::messages::Messages;
use duizhao::lock::elsewhere::Elsewhere;
use duizhao::lock::jsonl;
use duizhao::lock::resolve;
use duizhao::markdown::read;
use duizhao::markdown::settings::ReadSettings;
use duizhao::progress::coverage::Coverage;
use duizhao::report::diff;
use duizhao::report::diff::SHOWN;
use duizhao::report::page;
use duizhao::report::page::PageDocument;
use duizhao::report::page::PageKind;
use duizhao::report::status::StatusRow;
use duizhao::text::lang::Lang;
use duizhao::text::source::Source;

fn bitext() -> Bitext {
    let document = |name: &str, text: &str, lang: &str| {
        read::read(
            &Source::new(name, text),
            &Lang::new(lang),
            &ReadSettings::default(),
        )
    };
    let source = "# 标题\n\n价格是 12 元。\n\n`<script>alert(1)</script>` 是新的一段。\n";
    let target = "# Title\n\nIt costs 10 yuan & more.\n";
    let lock = "{\"source\":[\"标题\"],\"target\":[\"Title\"],\"level\":\"translated\"}\n\
        {\"source\":[\"价格是 10 元。\"],\"target\":[\"It costs 10 yuan & more.\"],\"level\":\"translated\"}\n";
    resolve::resolve(
        &jsonl::read(lock),
        &Elsewhere::default(),
        document("source/a.md", source, "zh-Hans"),
        document("en/a.md", target, "en"),
        &AlignSettings::default(),
    )
}

fn page(kind: PageKind, interface: Interface) -> String {
    let bitext = bitext();
    let row = StatusRow {
        source: "source/a.md".into(),
        target: "en/a.md".into(),
        lang: Lang::new("en"),
        coverage: Coverage::of(&bitext),
    };
    let states: Vec<String> = SHOWN.iter().map(|state| (*state).to_owned()).collect();
    let documents = [PageDocument {
        row: &row,
        source_lang: &bitext.source.lang,
        items: diff::items(&bitext, &states, |_| None).collect(),
        gone: Vec::new(),
    }];
    let messages = Messages::new(std::iter::empty(), interface);
    let mut out = Vec::new();
    page::write(kind, &documents, &messages, &mut out).expect("memory can be written");
    let page = String::from_utf8(out).expect("UTF-8");
    page.replace("&#x2f;", "/")
}

#[test]
fn a_page_shows_what_changed_and_what_is_missing() {
    let page = page(PageKind::Review, Interface::English);
    assert!(page.contains("<del>10</del><ins>12</ins>"), "{page}");
    assert!(page.contains("It costs 10 yuan &amp; more."), "{page}");
    assert!(page.contains("source/a.md:3 → en/a.md:3"), "{page}");
    assert!(page.contains("lang=\"zh-Hans\""), "{page}");
    assert!(page.contains("<details class=\"document\" open>"), "{page}");
    assert!(!page.contains(">Title<"), "what is settled is not shown");
}

#[test]
fn nothing_of_a_text_becomes_markup() {
    let page = page(PageKind::Review, Interface::SimplifiedChinese);
    assert!(!page.contains("<script"), "{page}");
    assert!(
        page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"),
        "{page}"
    );
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"zh-Hans\">"));
    assert!(!page.contains("http"), "a page asks nobody for anything");
}
