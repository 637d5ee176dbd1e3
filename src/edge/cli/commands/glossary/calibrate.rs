//! `duizhao glossary calibrate`: which entries the drafts keep to, what they say instead, and how to admit it.

use crate::edge::cli::commands::glossary::files::GlossaryArgs;
use crate::edge::cli::commands::glossary::survey;
use crate::edge::cli::commands::status;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::output;
use crate::edge::cli::output::FormatParser;
use crate::edge::cli::output::Output;
use crate::edge::cli::ui::Ui;
use crate::lint::calibrate;
use crate::lint::calibrate::Calibration;
use crate::lint::calibrate::Instead;
use crate::report::table::Table;
use crate::report::table::printable;
use crate::termbase::concept::Concept;
use crate::termbase::termbase::Termbase;
use camino::Utf8PathBuf;
use serde::Serialize;
use std::io;
use std::io::Write;

/// What `glossary calibrate` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Documents, drafts or folders; all without one.
    #[arg(value_name = "PATH")]
    pub paths: Vec<Utf8PathBuf>,
    /// Which files.
    #[command(flatten)]
    pub files: GlossaryArgs,
    /// The format, and the file to write.
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = FormatParser(formats))]
    pub format: Vec<Output>,
}

/// What stands in so large a part of the pairs at odds is worth admitting.
const LEAST_SHARE: f64 = 0.4;
/// In fewer pairs than these a phrase stands by chance.
const LEAST_PAIRS: usize = 4;

#[derive(Serialize)]
struct CalibrateJson<'a> {
    schema: &'static str,
    entries: Vec<RowJson<'a>>,
}

#[derive(Serialize)]
struct RowJson<'a> {
    src: &'a str,
    tgt: Option<&'a str>,
    hits: usize,
    checked: usize,
    obeyed: usize,
    instead: Vec<InsteadJson<'a>>,
    admit: Option<String>,
}

#[derive(Serialize)]
struct InsteadJson<'a> {
    text: &'a str,
    pairs: usize,
    dice: f64,
}

fn formats() -> Vec<&'static str> {
    vec!["table", "json"]
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    let workspace = survey::open(ui, &args.paths, &args.files)?;
    let rows = survey::look(&workspace, calibrate::calibrate);
    let termbase = &workspace.termbase;
    output::write_all(ui, &args.format, "table", &|name, _, out| match name {
        "json" => write_json(termbase, &rows, out),
        _ => write_table(ui, termbase, &rows, out),
    })?;
    Ok(status::ending(&workspace, Exit::Clean))
}

fn write_table(
    ui: &Ui,
    termbase: &Termbase,
    rows: &[Calibration],
    out: &mut dyn Write,
) -> io::Result<()> {
    let words = |id: &str| ui.messages.text(id);
    let at_odds = rows
        .iter()
        .filter(|row| row.tally.n_obeyed < row.tally.n_checked);
    let head = [
        "glossary-source",
        "glossary-target",
        "glossary-instead",
        "glossary-checked",
        "glossary-obeyed",
        "glossary-rate",
    ];
    let mut table = Table {
        rows: vec![head.map(words).to_vec()],
        n_text_columns: 3,
    };
    let mut commands = Vec::new();
    for row in at_odds {
        let Some(concept) = termbase.concepts.get(row.concept) else {
            continue;
        };
        let instead = row.instead.iter();
        let instead =
            instead.map(|instead| format!("{} ×{}", printable(&instead.text), instead.n_pairs));
        table.rows.push(vec![
            printable(source(concept)),
            printable(concept.target.as_deref().unwrap_or_default()),
            instead.collect::<Vec<_>>().join(", "),
            row.tally.n_checked.to_string(),
            row.tally.n_obeyed.to_string(),
            survey::percent(row.tally.rate()),
        ]);
        commands.extend(command(concept, row));
    }
    if table.rows.len() == 1 {
        return writeln!(out, "{}", words("glossary-calibrate-none"));
    }
    table.write(out)?;
    if !commands.is_empty() {
        writeln!(out, "\n{}", words("glossary-calibrate-admit"))?;
    }
    for command in commands {
        writeln!(out, "  {command}")?;
    }
    Ok(())
}

fn write_json(termbase: &Termbase, rows: &[Calibration], out: &mut dyn Write) -> io::Result<()> {
    let rows = rows.iter().filter_map(|row| {
        let concept = termbase.concepts.get(row.concept)?;
        let instead = row.instead.iter().map(
            |Instead {
                 text,
                 n_pairs,
                 dice,
             }| InsteadJson {
                text,
                pairs: *n_pairs,
                dice: (dice * 1000.0).round() / 1000.0,
            },
        );
        Some(RowJson {
            src: source(concept),
            tgt: concept.target.as_deref(),
            hits: row.tally.n_hits,
            checked: row.tally.n_checked,
            obeyed: row.tally.n_obeyed,
            instead: instead.collect(),
            admit: command(concept, row),
        })
    });
    let document = CalibrateJson {
        schema: "duizhao/glossary-calibrate/1",
        entries: rows.collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn source(concept: &Concept) -> &str {
    concept.source.first().map_or("", String::as_str)
}

/// The command that admits what stands instead, where that is plain enough and not forbidden.
#[expect(clippy::cast_precision_loss, reason = "counts of pairs are small")]
fn command(concept: &Concept, row: &Calibration) -> Option<String> {
    let best = row.instead.first()?;
    let n_at_odds = row.tally.n_checked - row.tally.n_obeyed;
    let is_plain =
        best.n_pairs >= LEAST_PAIRS && best.n_pairs as f64 >= LEAST_SHARE * n_at_odds as f64;
    let mut forbidden = concept.forbid.iter().chain(&concept.forbid_always);
    let is_forbidden = forbidden.any(|text| text.to_lowercase() == best.text);
    // A single character is mostly a part of another word: 度 in 长度 is no degree, and `length` is no name for it.
    let is_word = source(concept).chars().count() > 1;
    (is_plain && is_word && !is_forbidden && !concept.is_dnt).then(|| {
        format!(
            "duizhao glossary admit {} {}",
            quoted(source(concept)),
            quoted(&best.text)
        )
    })
}

/// Quotes a text for a shell where it needs it.
fn quoted(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./".contains(c);
    if text.chars().all(is_plain) && !text.starts_with('-') {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', "'\\''"))
}
