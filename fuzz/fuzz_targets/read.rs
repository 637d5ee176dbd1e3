//! Reads any text as Markdown and as MDX and holds what the reader and the writer promise.
//!
//! `cargo fuzz run read -- -max_total_time=600`
#![no_main]

use duizhao::document::prose::Prose;
use duizhao::document::unit::UnitSpan;
use duizhao::markdown::read::read;
use duizhao::document::dialect::Dialect;
use duizhao::markdown::settings::ReadSettings;
use duizhao::markdown::write::write;
use duizhao::text::lang::Lang;
use duizhao::text::source::Source;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for dialect in [Dialect::Markdown, Dialect::Mdx] {
        for lang in ["zh-Hans", "en"] {
            hold(text, dialect, &Lang::new(lang));
        }
    }
});

fn hold(text: &str, dialect: Dialect, lang: &Lang) {
    let settings = ReadSettings { dialect, ..ReadSettings::default() };
    let document = read(&Source::new("fuzz.md", text), lang, &settings);
    assert_eq!(write(&document, &[]), text, "nothing changed");
    let mut last_end = 0;
    for id in document.unit_ids() {
        let unit = document.unit(id);
        assert!(unit.span.start >= last_end && unit.span.start < unit.span.end, "spans in order");
        last_end = unit.span.end;
        assert!(text.get(unit.span.range()).is_some(), "spans lie between characters");
        let flat = document.text(id);
        for (at, c) in flat.char_indices() {
            let place = document.to_source(id, UnitSpan::of(at..at + c.len_utf8()));
            assert!(text.get(place.range()).is_some(), "every character has a place");
        }
        let sentences = document.sentences(id);
        let joined: String = sentences.iter().map(|sentence| &flat[sentence.range()]).collect();
        assert!(!unit.kind.is_prose() || joined == flat, "sentences join back");
        let prose = Prose::of(&document, id);
        for (at, c) in prose.text.char_indices() {
            assert!(flat.get(prose.to_unit(at..at + c.len_utf8()).range()).is_some(), "prose has places");
        }
        for code in document.codes(id) {
            assert!(flat.get(code.span.range()).is_some(), "codes lie between characters");
        }
        let changed = write(&document, &[(id, "改了 changed")]);
        let rest = &text[unit.span.range().end..];
        assert!(changed.starts_with(&text[..unit.span.range().start]) && changed.ends_with(rest), "only its own bytes");
    }
}
