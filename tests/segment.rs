//! The units of every construct that breaks naive tools: `tests/segment/NAME` beside `NAME.units`.
//! `SNAPSHOTS=overwrite cargo test --test segment` writes the expectations anew; read the diff.
#![expect(clippy::disallowed_methods, reason = "tests read their cases")]

use duizhao::document::dialect::Dialect;
use duizhao::document::document::Document;
use duizhao::document::inline::CodeKind;
use duizhao::markdown::read::read;
use duizhao::markdown::settings::ReadSettings;
use duizhao::text::lang::Lang;
use duizhao::text::source::Source;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// One line a unit: where, what, its text; below it the codes that must survive; at the end the problems.
fn listing(document: &Document) -> String {
    let mut out = String::new();
    for id in document.unit_ids() {
        let unit = document.unit(id);
        let place = document.source.line_column(unit.span.start);
        let key = unit
            .key
            .as_ref()
            .map_or(String::new(), |key| format!(" {key}"));
        let ignored = if unit.is_translatable {
            ""
        } else {
            " (ignored)"
        };
        let text = document.text(id);
        writeln!(
            out,
            "{}:{} {}{key}{ignored} {text:?}",
            place.line,
            place.column,
            unit.kind.name()
        )
        .expect("a string takes all");
        for code in document.codes(id) {
            if !matches!(code.kind, CodeKind::Emphasis | CodeKind::Strong) {
                writeln!(out, "    {:?} {:?}", code.kind, code.content)
                    .expect("a string takes all");
            }
        }
    }
    for problem in &document.problems {
        let line = document.source.line_of(problem.span.start);
        writeln!(out, "! {line} {:?} {:?}", problem.kind, problem.detail)
            .expect("a string takes all");
    }
    out
}

#[test]
fn units_are_what_a_translator_sees() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/segment");
    let mut n_cases = 0;
    for entry in fs::read_dir(&folder).expect("the folder of cases") {
        let path = entry.expect("an entry").path();
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        if name.ends_with(".units") {
            continue;
        }
        let settings = ReadSettings {
            dialect: Dialect::of(&name),
            ..ReadSettings::default()
        };
        let text = fs::read_to_string(&path).expect("a case");
        let document = read(&Source::new(&*name, text), &Lang::new("zh-Hans"), &settings);
        let expected = folder.join(format!("{name}.units"));
        snapbox::assert_data_eq!(
            listing(&document),
            snapbox::Data::read_from(&expected, None).raw()
        );
        n_cases += 1;
    }
    assert!(n_cases >= 12, "only {n_cases} cases were found");
}
