//! GNU gettext's catalogs (PO). `msgctxt` is the document and the segment's name, so that equal texts stay apart; references have no lines, so that nothing churns.

use crate::bitext::bitext::Level;
use crate::bitext::bitext::PairState;
use crate::interchange::input::Input;
use crate::interchange::job::content::Job;
use crate::interchange::job::content::JobFile;
use crate::interchange::job::content::Segment;
use crate::interchange::job::format;
use crate::interchange::job::format::Format;
use crate::interchange::job::format::WriteSettings;
use crate::interchange::job::returned::Returned;
use crate::interchange::job::returned::ReturnedSegment;
use crate::interchange::job::returned::ReturnedText;
use crate::interchange::po::file::PoEntry;
use crate::interchange::po::read;
use crate::interchange::po::wrap;
use crate::text::lang::Lang;
use crate::text::source::Source;
use std::io;
use std::io::Write;

/// PO.
pub static FORMAT: Format = Format {
    name: "po",
    endings: &["po", "pot"],
    is_usual: format::all,
    read: take,
    write,
};

/// What stands between a document's path and a segment's name.
const JOINT: char = '#';

/// What the comment with the name of the draft's text starts with.
const BASE: &str = "duizhao base ";

/// What a translator's comment says of a reviewed segment.
const REVIEWED: &str = "reviewed";

fn write(job: &Job, _: &WriteSettings, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "msgid \"\"")?;
    writeln!(out, "msgstr \"\"")?;
    let header = [
        format!("Project-Id-Version: duizhao {}", env!("CARGO_PKG_VERSION")),
        "Report-Msgid-Bugs-To: ".to_owned(),
        "PO-Revision-Date: 2000-01-01 00:00+0000".to_owned(),
        "Last-Translator: none".to_owned(),
        "Language-Team: none".to_owned(),
        format!("Language: {}", locale(&job.target)),
        "MIME-Version: 1.0".to_owned(),
        "Content-Type: text/plain; charset=UTF-8".to_owned(),
        "Content-Transfer-Encoding: 8bit".to_owned(),
        format!("Plural-Forms: {}", plural_forms(&job.target)),
        format!("X-Source-Language: {}", locale(&job.source)),
    ];
    for line in header {
        writeln!(out, "\"{}\\n\"", wrap::escaped(&line))?;
    }
    for (file, segment) in job.wanted() {
        writeln!(out)?;
        entry(file, segment, out)?;
    }
    Ok(())
}

fn entry(file: &JobFile, segment: &Segment, out: &mut dyn Write) -> io::Result<()> {
    if segment.state == PairState::Reviewed {
        writeln!(out, "# {REVIEWED}")?;
    }
    let kind = segment.kind.name();
    match &segment.name {
        Some(name) => writeln!(out, "#. {kind} {}", name.replace(['\n', '\r'], " "))?,
        None => writeln!(out, "#. {kind}")?,
    }
    writeln!(out, "#. {BASE}{}", segment.base())?;
    for term in &segment.terms {
        let targets = term.targets.join(", ").replace(['\n', '\r'], " ");
        writeln!(
            out,
            "#. {}: {targets}",
            term.source.replace(['\n', '\r'], " ")
        )?;
    }
    // A path with a space needs the marks that gettext knows since 0.22.
    match file.source.contains(char::is_whitespace) {
        true => writeln!(out, "#: \u{2068}{}\u{2069}", file.source)?,
        false => writeln!(out, "#: {}", file.source)?,
    }
    let is_fuzzy = matches!(segment.state, PairState::Stale(_) | PairState::Machine);
    let translation = segment
        .translation()
        .map_or("", |target| target.text.as_str());
    if is_fuzzy && !translation.is_empty() {
        writeln!(out, "#, fuzzy")?;
    }
    if let Some(previous) = &segment.previous {
        wrap::write("#| ", "msgid", &previous.source, out)?;
    }
    let context = format!("{}{JOINT}{}", file.source, segment.key);
    wrap::write("", "msgctxt", &context, out)?;
    wrap::write("", "msgid", &segment.source.text, out)?;
    wrap::write(
        "",
        "msgstr",
        &fitted(translation, &segment.source.text),
        out,
    )
}

/// gettext wants both texts to start and end with a line break, or neither.
fn fitted(text: &str, source: &str) -> String {
    let mut text = text.to_owned();
    if !text.is_empty() && source.ends_with('\n') != text.ends_with('\n') {
        match text.strip_suffix('\n') {
            Some(bare) => text = bare.to_owned(),
            None => text.push('\n'),
        }
    }
    text
}

/// A language as gettext names it: `zh_CN` for `zh-Hans`.
fn locale(lang: &Lang) -> String {
    match lang.tag() {
        "zh-Hans" => "zh_CN".to_owned(),
        "zh-Hant" => "zh_TW".to_owned(),
        tag => tag.replace('-', "_"),
    }
}

/// The plural forms that gettext's own tables give a language.
fn plural_forms(lang: &Lang) -> &'static str {
    match lang.primary() {
        "zh" | "ja" | "ko" | "vi" | "th" | "id" | "ms" | "lo" | "km" | "my" => {
            "nplurals=1; plural=0;"
        }
        "fr" | "pt" => "nplurals=2; plural=(n > 1);",
        "ru" | "uk" | "be" | "sr" | "hr" | "bs" => {
            "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
        }
        "pl" => {
            "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
        }
        "cs" | "sk" => "nplurals=3; plural=(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2;",
        "ar" => {
            "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"
        }
        _ => "nplurals=2; plural=(n != 1);",
    }
}

fn take(input: &Input<'_>) -> Returned {
    let file = match read::read_bytes(input) {
        Ok(file) => file,
        Err(problem) => return Returned::failed(problem),
    };
    let header = |name: &str| {
        let header = file.header.as_ref()?;
        let value = header.field(name)?.value.trim();
        (!value.is_empty()).then(|| lang(value))
    };
    let entries = file.entries.iter().filter(|entry| !entry.is_obsolete);
    Returned {
        source: header("X-Source-Language"),
        target: header("Language"),
        segments: entries.map(|entry| segment(&file.source, entry)).collect(),
        problems: file.problems.clone(),
    }
}

fn lang(name: &str) -> Lang {
    match name {
        "zh_CN" | "zh" => Lang::new("zh-Hans"),
        "zh_TW" => Lang::new("zh-Hant"),
        name => Lang::new(&name.replace('_', "-")),
    }
}

fn segment(source: &Source, entry: &PoEntry) -> ReturnedSegment {
    let own = entry.context.as_ref();
    let own = own.and_then(|context| context.text.rsplit_once(JOINT));
    let bases = entry.extracted.iter();
    let base = bases
        .into_iter()
        .find_map(|line| line.trim().strip_prefix(BASE));
    let translation = entry.translations.first();
    let translation = translation.map(|text| text.text.clone());
    let is_reviewed = entry.comments.iter().any(|line| line.trim() == REVIEWED);
    ReturnedSegment {
        path: own.map(|(path, _)| path.to_owned()),
        key: own.map(|(_, key)| key.to_owned()),
        source: Some(entry.id.text.clone()),
        target: translation
            .filter(|text| !text.is_empty())
            .map(ReturnedText::Markdown),
        base: base.map(str::to_owned),
        level: match (entry.is_fuzzy(), is_reviewed) {
            (true, _) => None,
            (_, true) => Some(Level::Reviewed),
            _ => Some(Level::Translated),
        },
        is_level_said: true,
        is_memory: false,
        is_everywhere: own.is_none(),
        at: (source.clone(), entry.span),
    }
}
