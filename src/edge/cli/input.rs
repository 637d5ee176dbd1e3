//! Reads the single files that `segment`, `assemble` and `align` work on.

use crate::catalog::read as catalog;
use crate::document::dialect::Dialect;
use crate::document::document::Document;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::ui::Ui;
use crate::edge::project::discover::Project;
use crate::edge::project::load;
use crate::edge::project::refusal;
use crate::markdown::settings::ReadSettings;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use crate::text::script::is_han;
use crate::text::source::Source;
use camino::Utf8Path;
use std::fs;
use std::io;
use std::io::Read;

/// Reads a whole file, or standard input for `-`. What is not UTF-8 is refused.
pub fn read_source(ui: &Ui, path: &Utf8Path) -> Result<Source, Failure> {
    let bytes = read_bytes(ui, path)?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.as_bytes().get(..error.utf8_error().valid_up_to());
        let n_breaks = valid.map(|valid| valid.iter().filter(|byte| **byte == b'\n').count());
        Notice::new("file-not-utf8")
            .arg("path", path)
            .arg("line", n_breaks.unwrap_or_default() + 1)
    })?;
    Ok(Source::new(path.as_str(), text))
}

/// Reads the bytes of a file, or of standard input for `-`.
pub fn read_bytes(ui: &Ui, path: &Utf8Path) -> Result<Vec<u8>, Failure> {
    let bytes = if path == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(ui.cwd.join(path))
    };
    let bytes = bytes.map_err(|error| refusal::notice(path, &error))?;
    if u32::try_from(bytes.len()).is_err() {
        let error = io::Error::from(io::ErrorKind::FileTooLarge);
        return Err(refusal::notice(path, &error).into());
    }
    Ok(bytes)
}

/// Reads a file as Markdown, MDX or messages: in the wished dialect, else as the project that it lies in says, else by its name.
pub fn read_document(ui: &Ui, source: &Source, lang: &Lang, wished: Option<Dialect>) -> Document {
    let name = Utf8Path::new(source.name());
    let mut settings = ReadSettings::default();
    let mut dialect = Dialect::of(source.name());
    if let Ok(project) = Project::discover(&ui.cwd) {
        let inside = project.relative(&ui.cwd, name);
        settings = load::read_settings(&project, inside.as_deref().unwrap_or(name));
        // What lies outside is known by its name alone.
        if inside.is_ok() {
            dialect = settings.dialect;
        }
    }
    settings.dialect = wished.unwrap_or(dialect);
    catalog::read_any(source, lang, &settings)
}

/// Returns the wished language or guesses one from the characters.
pub fn lang_of(wished: Option<&str>, text: &str) -> Lang {
    if let Some(tag) = wished {
        return Lang::new(tag);
    }
    let (mut n_han, mut n_kana, mut n_hangul, mut n_latin) = (0_usize, 0_usize, 0_usize, 0_usize);
    for c in text.chars().take(20_000) {
        match c {
            '\u{3041}'..='\u{30ff}' => n_kana += 1,
            '\u{ac00}'..='\u{d7a3}' => n_hangul += 1,
            _ if is_han(c) => n_han += 1,
            _ if c.is_alphabetic() => n_latin += 1,
            _ => {}
        }
    }
    let n_cjk = n_han + n_kana + n_hangul;
    // A Han character says about as much as three letters do.
    let tag = match () {
        () if n_cjk * 3 < n_latin || n_cjk == 0 => "en",
        () if n_hangul * 2 > n_cjk => "ko",
        () if n_kana * 10 > n_cjk => "ja",
        () => "zh-Hans",
    };
    Lang::new(tag)
}
