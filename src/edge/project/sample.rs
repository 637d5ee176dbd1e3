//! Tells the language of files by reading some of them.

use crate::document::dialect::Dialect;
use crate::document::prose::Prose;
use crate::edge::files::Files;
use crate::edge::project::sniff;
use crate::markdown::read;
use crate::markdown::settings::ReadSettings;
use crate::text::lang::Lang;
use crate::text::source::Source;
use camino::Utf8Path;

/// As many files as are read of one side.
const N_FILES: usize = 8;

/// Fewer letters tell no language.
const N_LETTERS: usize = 200;

/// Reads up to eight of the files, evenly chosen, and tells their language by their prose: code and names of tags are the same in
/// every language. Files without prose are told by all they hold.
pub fn language(files: &dyn Files, paths: &[String]) -> Lang {
    let step = paths.len().div_ceil(N_FILES).max(1);
    let sample = paths.iter().step_by(step);
    let texts: Vec<Source> = sample
        .filter_map(|path| {
            let bytes = files.read(Utf8Path::new(path)).ok()?;
            Some(Source::new(path, String::from_utf8_lossy(&bytes).as_ref()))
        })
        .collect();
    let prose: Vec<String> = texts.iter().map(prose).collect();
    if prose
        .iter()
        .any(|text| text.chars().any(char::is_alphabetic))
    {
        sniff::language(prose.iter().map(String::as_str))
    } else {
        sniff::language(texts.iter().map(Source::text))
    }
}

/// Tells the language of one file by its prose; nothing where there is too little to tell.
pub fn prose_language(files: &dyn Files, path: &str) -> Option<Lang> {
    let bytes = files.read(Utf8Path::new(path)).ok()?;
    let source = Source::new(path, String::from_utf8_lossy(&bytes).as_ref());
    let prose = prose(&source);
    let n_letters = prose.chars().filter(|c| c.is_alphabetic()).count();
    (n_letters >= N_LETTERS).then(|| sniff::language([prose.as_str()]))
}

/// Returns what a reader reads of a file.
fn prose(source: &Source) -> String {
    let settings = ReadSettings {
        dialect: Dialect::of(source.name()),
        ..ReadSettings::default()
    };
    let document = read::read(source, &Lang::new("en"), &settings);
    let is_prose = |unit: &_| document.unit(*unit).kind.is_prose();
    let units = document.unit_ids().filter(is_prose);
    let texts: Vec<String> = units.map(|unit| Prose::of(&document, unit).text).collect();
    texts.join("\n")
}
