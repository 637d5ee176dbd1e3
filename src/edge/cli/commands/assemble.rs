//! `duizhao assemble`: the units of `segment`'s JSON written back into their file; every other byte stays.

use crate::document::dialect::Dialect;
use crate::document::unit::UnitId;
use crate::edge::cli::commands::segment::format_name;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::input;
use crate::edge::cli::ui::Ui;
use crate::markdown::write;
use crate::report::segment;
use crate::report::segment::Replacement;
use crate::report::segment::Replacements;
use crate::report::segment::SCHEMA;
use crate::report::segment::Segment;
use crate::text::edit;
use crate::text::edit::Edit;
use crate::text::notice::Notice;
use crate::text::sentence::Segmentation;
use crate::text::source::Source;
use crate::text::span::Span;
use camino::Utf8PathBuf;
use std::collections::HashMap;
use std::io::Write;

/// What `assemble` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The file whose units are replaced.
    #[arg(value_name = "FILE")]
    pub file: Utf8PathBuf,
    /// The file's language; guessed without it.
    #[arg(long, value_name = "LANG")]
    pub lang: Option<String>,
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    if args.file == "-" {
        return Err(Notice::new("assemble-needs-file").into());
    }
    let source = input::read_source(ui, &args.file)?;
    let json = input::read_source(ui, "-".into())?;
    let wanted: Replacements = serde_json::from_str(json.text()).map_err(|error| {
        Notice::new("assemble-bad-json")
            .arg("line", error.line())
            .arg("column", error.column())
    })?;
    if wanted.schema != SCHEMA {
        return Err(Notice::new("assemble-bad-schema")
            .arg("schema", &wanted.schema)
            .arg("wanted", SCHEMA)
            .into());
    }
    let text = match wanted.format.as_deref() {
        Some("plain") => plain(args, &source, &wanted)?,
        _ => markdown(ui, args, &source, &wanted)?,
    };
    let mut out = ui.out();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(Exit::Clean)
}

fn markdown(
    ui: &Ui,
    args: &Args,
    source: &Source,
    wanted: &Replacements,
) -> Result<String, Failure> {
    let dialect = match wanted.format.as_deref() {
        Some("mdx") => Some(Dialect::Mdx),
        Some("markdown") => Some(Dialect::Markdown),
        _ => None,
    };
    let lang = input::lang_of(args.lang.as_deref(), source.text());
    let document = input::read_document(ui, source, &lang, dialect);
    let present = segment::of_document(&document, format_name(document.dialect));
    let texts: Vec<(UnitId, &str)> = matched(&present.units, &wanted.units)?
        .into_iter()
        .map(|(unit_idx, text)| (UnitId(Span::of(0..unit_idx).end), text))
        .collect();
    Ok(write::write(&document, &texts))
}

fn plain(args: &Args, source: &Source, wanted: &Replacements) -> Result<String, Failure> {
    let lang = input::lang_of(args.lang.as_deref(), source.text());
    let present = segment::of_plain(source, &lang, &Segmentation::default());
    let edits: Vec<Edit> = matched(&present.units, &wanted.units)?
        .into_iter()
        .filter_map(|(unit_idx, text)| {
            let unit = present.units.get(unit_idx)?;
            Some(Edit {
                span: Span::new(unit.start, unit.end),
                text: text.to_owned(),
            })
        })
        .collect();
    Ok(edit::apply(source.text(), &edits).0)
}

/// Finds every unit of the JSON among those of the file; one that is not of this file, or comes twice, is refused.
fn matched<'a>(
    present: &[Segment],
    wanted: &'a [Replacement],
) -> Result<Vec<(usize, &'a str)>, Vec<Notice>> {
    let mut by_id: HashMap<&str, usize> = HashMap::new();
    for (unit_idx, unit) in present.iter().enumerate() {
        by_id.insert(&unit.id, unit_idx);
    }
    let (mut texts, mut problems) = (Vec::with_capacity(wanted.len()), Vec::new());
    for unit in wanted {
        let fits = |other: &Segment| (other.start, other.end) == (unit.start, unit.end);
        let found = by_id
            .get(unit.id.as_str())
            .copied()
            .filter(|unit_idx| present.get(*unit_idx).is_some_and(fits));
        match found {
            Some(unit_idx) => {
                by_id.remove(unit.id.as_str());
                texts.push((unit_idx, unit.text.as_str()));
            }
            None => problems.push(
                Notice::new("assemble-foreign-unit")
                    .arg("id", &unit.id)
                    .arg("start", unit.start)
                    .arg("end", unit.end),
            ),
        }
    }
    problems.truncate(10);
    if problems.is_empty() {
        Ok(texts)
    } else {
        Err(problems)
    }
}
