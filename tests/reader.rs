//! Editions in HTML and EPUB: nothing of a text runs, nothing is lost, what is missing says so, and everything is well formed.

mod bilingual;

use bilingual::with_book;
use duizhao::render::epub::volume;
use duizhao::render::html::reader;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::io::Cursor;
use std::io::Read;
use zip::CompressionMethod;
use zip::ZipArchive;

#[test]
fn a_term_leads_to_the_glossary_and_tells_its_counterpart() {
    let files = bilingual::pages();
    let page = String::from_utf8(files[0].bytes.clone()).expect("UTF-8");
    for part in [
        "<a href=\"#dz-term-0\" aria-describedby=\"dz-tip-s0\">模型</a>",
        "id=\"dz-tip-s0\"><span lang=\"en\">model</span>",
        "<dt id=\"dz-term-0\" lang=\"zh-Hans\">模型</dt>",
        "<h3>K</h3>",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
}

fn page(source: &str, target: &str, lang: &str) -> String {
    let files = with_book(&[("a", source, target)], lang, |book, settings| {
        reader::files(book, settings).expect("the template holds")
    });
    let page = files.into_iter().next().expect("a page");
    let page = String::from_utf8(page.bytes).expect("UTF-8");
    let (_, main) = page.split_once("<main").expect("a text");
    main.split("</main>").next().unwrap_or_default().to_owned()
}

#[test]
fn nothing_of_a_text_runs() {
    let source = "甲 <script>alert(1)</script> <img src=x onerror=alert(2)> <b onclick=\"x()\">粗</b> [去](javascript:alert(3)) <a href=\" java\nscript:x\">乙</a>\n\n<script>alert(4)</script>\n\n<iframe src=\"https://example.com\"></iframe>\n";
    let page = page(source, "", "en");
    for bad in ["<script", "onerror=", "onclick=", "href=\"java", "<iframe"] {
        assert!(!page.contains(bad), "{bad}: {page}");
    }
    for good in [
        "&lt;script&gt;",
        "<b>粗</b>",
        "alert(4)",
        "&lt;iframe",
        "乙",
    ] {
        assert!(page.contains(good), "{good}: {page}");
    }
}

#[test]
fn a_sentence_that_ends_inside_a_mark_nests_as_elements_must() {
    let page = page(
        "他*吃惊。又笑*了。",
        "He *was amazed. Then laughed* too.",
        "en",
    );
    let expected = "<span class=\"s\" data-s=\"0\">He <em>was amazed. </em></span><span class=\"s\" data-s=\"1\"><em>Then laughed</em> too.</span>";
    assert!(page.contains(expected), "{page}");
    assert!(
        page.contains("<span class=\"s\" data-s=\"1\"><em>又笑</em>了。</span>"),
        "{page}"
    );
}

#[test]
fn what_is_missing_says_so_and_stays_in_every_layout() {
    let page = page(
        "# 题\n\n第一段说的是价格。\n\n第二段没有译文，也很长。\n",
        "# Title\n\nThe first paragraph is about the price.\n",
        "en",
    );
    assert!(
        page.contains("class=\"pair untranslated fallback\""),
        "{page}"
    );
    assert!(page.contains("Not translated yet"), "{page}");
    assert!(page.contains("第二段没有译文"), "{page}");
}

#[test]
fn languages_that_go_the_other_way_say_so() {
    let page = page("你好。\n", "שלום.\n", "he");
    assert!(page.contains("lang=\"he\" dir=\"rtl\""), "{page}");
    assert!(page.contains("lang=\"zh-Hans\" dir=\"ltr\""), "{page}");
}

#[test]
fn a_line_break_between_han_is_no_blank() {
    let page = page("前一行\n后一行 &copy; \\*星\\*\n", "", "en");
    assert!(page.contains("前一行后一行 © *星*"), "{page}");
}

#[test]
fn links_lead_to_headings_of_their_own_side_and_to_other_chapters() {
    let files = with_book(
        &[
            (
                "a",
                "# 甲\n\n见[此](#甲)和[彼](b.md#乙)。\n",
                "# A\n\nSee [here](#a) and [there](b.md#b).\n",
            ),
            ("b", "# 乙\n", "# B\n"),
        ],
        "en",
        |book, settings| reader::files(book, settings).expect("the template holds"),
    );
    let names: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
    for name in [
        "a.html",
        "b.html",
        "index.html",
        "glossary.html",
        "reader.css",
        "reader.js",
        "search.js",
    ] {
        assert!(names.contains(&name), "{names:?}");
    }
    let page = String::from_utf8(files[0].bytes.clone()).expect("UTF-8");
    for link in [
        "href=\"#甲\"",
        "href=\"b.html#乙\"",
        "href=\"#a\"",
        "href=\"b.html#b\"",
    ] {
        assert!(page.contains(link), "{link}: {page}");
    }
}

#[test]
fn a_book_is_well_formed_and_always_the_same() {
    let book = bilingual::volume();
    assert!(book == bilingual::volume());
    let mut archive = ZipArchive::new(Cursor::new(book)).expect("an archive");
    let first = archive.by_index(0).expect("a first entry");
    assert_eq!(
        (
            first.name().expect("a name").into_owned(),
            first.compression()
        ),
        ("mimetype".to_owned(), CompressionMethod::Stored)
    );
    drop(first);
    for idx in 1..archive.len() {
        let mut file = archive.by_index(idx).expect("an entry");
        let mut text = String::new();
        file.read_to_string(&mut text).expect("text");
        if file.name().expect("a name").ends_with(".css") {
            continue;
        }
        let mut xml = Reader::from_str(&text);
        while !matches!(
            xml.read_event()
                .unwrap_or_else(|error| panic!("{error}: {text}")),
            Event::Eof
        ) {}
    }
}

#[test]
fn deep_odd_and_empty_books_are_written_too() {
    let deep: String = (1..90)
        .map(|n| format!("{}第 {n} 层\n\n", "> ".repeat(n)))
        .collect();
    let marks = "*a ".repeat(3000) + &"b* ".repeat(3000);
    let tables =
        "<table><tr><td>甲<li>乙</table><ul><td>丙</ul></div>\n\n- a\n\n  :::tip\n\n- b\n\n:::\n";
    for source in [deep.as_str(), marks.as_str(), tables, "", "𠮷野家\n"] {
        assert!(page(source, "", "en").contains("dz-text"));
        let book = with_book(&[("a", source, "x\n")], "en", |book, settings| {
            volume::bytes(book, settings, &|_, _, _| None).expect("an archive")
        });
        assert!(book.starts_with(b"PK"));
    }
    let none = with_book(&[], "en", |book, settings| {
        reader::files(book, settings).expect("no page")
    });
    assert!(none.is_empty());
}
