//! DeepL's glossaries: two columns without a header, one target a source, at most 1,024 bytes a phrase.
//!
//! Google's are the same. Formulas are not guarded here: an apostrophe would become a part of the term.

use crate::interchange::delimited;
use crate::interchange::glossary::csv;
use crate::interchange::glossary::exchange::ExportSettings;
use crate::interchange::glossary::exchange::Format;
use crate::interchange::glossary::exchange::Import;
use crate::interchange::glossary::exchange::ImportSettings;
use crate::interchange::glossary::flat;
use crate::interchange::input::Input;
use crate::termbase::concept::Concept;
use crate::termbase::fold::fold;
use crate::termbase::termbase::Termbase;
use std::collections::BTreeSet;
use std::io;
use std::io::Write;

/// The longest phrase in bytes, by DeepL's documentation.
const LONGEST: usize = 1024;

/// DeepL's glossaries, as CSV.
pub static FORMAT: Format = Format {
    name: "deepl",
    endings: &[],
    read,
    write,
    holds: |_, key| matches!(key, "src" | "tgt" | "dnt"),
    leaves_out,
};

fn read(input: &Input<'_>, settings: &ImportSettings) -> Import {
    let mut settings = settings.clone();
    if settings.columns.is_empty() {
        settings.columns = vec!["source".to_owned(), "target".to_owned()];
    }
    csv::read_delimited(input, &settings, ',')
}

fn leaves_out(concept: &Concept) -> Option<&'static str> {
    let is_long = |text: &String| text.len() > LONGEST;
    let is_too_long = concept.source.iter().any(is_long)
        || flat::target(concept).is_some_and(|target| is_long(&target));
    match is_too_long {
        true => Some("too-long"),
        false => flat::leaves_out(concept),
    }
}

fn write(termbase: &Termbase, _: &ExportSettings, out: &mut dyn Write) -> io::Result<()> {
    let mut seen = BTreeSet::new();
    let fits = |concept: &&Concept| leaves_out(concept).is_none();
    for concept in termbase.concepts.iter().filter(fits) {
        let Some(target) = flat::target(concept) else {
            continue;
        };
        for form in &concept.source {
            let form = flat::written_out(form);
            if seen.insert(fold(&form)) {
                delimited::write_row(out, &[form, target.clone()], ',', false)?;
            }
        }
    }
    Ok(())
}
