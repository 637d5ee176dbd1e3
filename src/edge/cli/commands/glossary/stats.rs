//! `duizhao glossary stats`: how much the entries are used and kept to.

use crate::edge::cli::commands::glossary::files::GlossaryArgs;
use crate::edge::cli::commands::glossary::survey;
use crate::edge::cli::commands::status;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::output;
use crate::edge::cli::output::FormatParser;
use crate::edge::cli::output::Output;
use crate::edge::cli::ui::Ui;
use crate::lint::glossary;
use crate::lint::glossary::Tally;
use crate::report::table::Table;
use crate::report::table::printable;
use crate::termbase::concept::Concept;
use camino::Utf8PathBuf;
use serde::Serialize;
use std::io;
use std::io::Write;

/// What `glossary stats` is told.
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

#[derive(Serialize)]
struct StatsJson<'a> {
    schema: &'static str,
    entries: Vec<RowJson<'a>>,
}

#[derive(Serialize)]
struct RowJson<'a> {
    id: &'a str,
    src: &'a [String],
    hits: usize,
    documents: usize,
    checked: usize,
    obeyed: usize,
}

fn formats() -> Vec<&'static str> {
    vec!["table", "json"]
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    let workspace = survey::open(ui, &args.paths, &args.files)?;
    let tallies = survey::look(&workspace, glossary::survey);
    let concepts = workspace.termbase.concepts.iter();
    let mut rows: Vec<(&Concept, Tally)> = concepts.zip(tallies).collect();
    rows.sort_by_key(|(_, tally)| std::cmp::Reverse(tally.n_hits));
    output::write_all(ui, &args.format, "table", &|name, _, out| match name {
        "json" => write_json(&rows, out),
        _ => write_table(ui, &rows, out),
    })?;
    Ok(status::ending(&workspace, Exit::Clean))
}

fn write_table(ui: &Ui, rows: &[(&Concept, Tally)], out: &mut dyn Write) -> io::Result<()> {
    let words = |id: &str| ui.messages.text(id);
    let head = [
        "glossary-source",
        "glossary-hits",
        "glossary-documents",
        "glossary-checked",
        "glossary-obeyed",
        "glossary-rate",
    ];
    let mut table = Table {
        rows: vec![head.map(words).to_vec()],
        n_text_columns: 1,
    };
    let used = rows.iter().filter(|(_, tally)| tally.n_hits > 0);
    for (concept, tally) in used {
        let source = concept.source.first().map_or("", String::as_str);
        let counts = [
            tally.n_hits,
            tally.n_documents,
            tally.n_checked,
            tally.n_obeyed,
        ];
        let mut row = vec![printable(source)];
        row.extend(counts.map(|count| count.to_string()));
        row.push(survey::percent(tally.rate()));
        table.rows.push(row);
    }
    if table.rows.len() > 1 {
        table.write(out)?;
        writeln!(out)?;
    }
    let (n, n_used) = (rows.len(), table.rows.len() - 1);
    let (n_checked, n_obeyed) = rows.iter().fold((0, 0), |(checked, obeyed), (_, tally)| {
        (checked + tally.n_checked, obeyed + tally.n_obeyed)
    });
    let whole = Tally {
        n_checked,
        n_obeyed,
        ..Tally::default()
    };
    let sum = ui.messages.format(
        "glossary-stats-sum",
        &[
            ("n", &n.to_string()),
            ("used", &n_used.to_string()),
            ("rate", &survey::percent(whole.rate())),
        ],
    );
    writeln!(out, "{sum}")
}

fn write_json(rows: &[(&Concept, Tally)], out: &mut dyn Write) -> io::Result<()> {
    let entries = rows.iter().map(|(concept, tally)| RowJson {
        id: &concept.id,
        src: &concept.source,
        hits: tally.n_hits,
        documents: tally.n_documents,
        checked: tally.n_checked,
        obeyed: tally.n_obeyed,
    });
    let document = StatsJson {
        schema: "duizhao/glossary-stats/1",
        entries: entries.collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}
