//! `duizhao glossary list`: the entries, all or some.

use crate::edge::cli::commands::glossary::entry_json::EntryJson;
use crate::edge::cli::commands::glossary::entry_json::status_name;
use crate::edge::cli::commands::glossary::files::Glossary;
use crate::edge::cli::commands::glossary::files::GlossaryArgs;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::output;
use crate::edge::cli::output::FormatParser;
use crate::edge::cli::output::Output;
use crate::edge::cli::ui::Ui;
use crate::report::table::Table;
use crate::report::table::cut;
use crate::report::table::printable;
use crate::termbase::concept::Concept;
use crate::termbase::concept::Status;
use crate::termbase::fold::fold;
use serde::Serialize;
use std::io;
use std::io::Write;

/// What `glossary list` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A text that the entry must hold.
    #[arg(value_name = "TEXT")]
    pub text: Option<String>,
    /// Only entries of these states.
    #[arg(long, value_name = "STATUS", value_delimiter = ',')]
    pub status: Vec<StatusArg>,
    /// Only entries of these subject fields.
    #[arg(long, value_name = "DOMAIN", value_delimiter = ',')]
    pub domain: Vec<String>,
    /// Which files.
    #[command(flatten)]
    pub files: GlossaryArgs,
    /// The format, and the file to write.
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = FormatParser(formats))]
    pub format: Vec<Output>,
}

/// How far an entry is agreed on, as an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum StatusArg {
    /// Not yet agreed on.
    Proposed,
    /// In force.
    Approved,
    /// No longer in force.
    Deprecated,
}

impl StatusArg {
    /// Returns the status it names.
    pub const fn status(self) -> Status {
        match self {
            Self::Proposed => Status::Proposed,
            Self::Approved => Status::Approved,
            Self::Deprecated => Status::Deprecated,
        }
    }
}

#[derive(Serialize)]
struct ListJson<'a> {
    schema: &'static str,
    entries: Vec<EntryJson<'a>>,
}

fn formats() -> Vec<&'static str> {
    vec!["table", "json"]
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    let glossary = Glossary::open(ui, &args.files)?;
    let concepts = glossary.termbase.concepts.iter();
    let chosen: Vec<&Concept> = concepts
        .filter(|concept| is_chosen(concept, args))
        .collect();
    output::write_all(ui, &args.format, "table", &|name, _, out| match name {
        "json" => write_json(&chosen, out),
        _ => write_table(ui, &chosen, out),
    })?;
    Ok(Exit::Clean)
}

fn is_chosen(concept: &Concept, args: &Args) -> bool {
    let mut states = args.status.iter();
    let has_status =
        args.status.is_empty() || states.any(|status| status.status() == concept.status);
    let domain = concept.domain.as_deref().unwrap_or_default();
    let has_domain = args.domain.is_empty() || args.domain.iter().any(|wanted| wanted == domain);
    let has_text = args.text.as_deref().is_none_or(|text| {
        let wanted = fold(text);
        texts(concept).any(|text| fold(text).contains(&wanted))
    });
    has_status && has_domain && has_text
}

/// Every text of an entry that a person may look for.
fn texts(concept: &Concept) -> impl Iterator<Item = &str> {
    let lists = [
        &concept.source,
        &concept.allow,
        &concept.forbid,
        &concept.forbid_always,
        &concept.family,
    ];
    let single = [
        &concept.target,
        &concept.note,
        &concept.definition,
        &concept.abbreviation,
    ];
    let lists = lists.into_iter().flatten().map(String::as_str);
    let single = single.into_iter().flatten().map(String::as_str);
    lists.chain(single).chain([concept.id.as_str()])
}

fn write_table(ui: &Ui, concepts: &[&Concept], out: &mut dyn Write) -> io::Result<()> {
    let words = |id: &str| ui.messages.text(id);
    if concepts.is_empty() {
        return writeln!(out, "{}", words("glossary-list-none"));
    }
    let head = [
        "glossary-source",
        "glossary-target",
        "glossary-allow",
        "glossary-forbid",
        "glossary-status",
        "glossary-place",
    ];
    let mut table = Table {
        rows: vec![head.map(words).to_vec()],
        n_text_columns: head.len(),
    };
    let width = (ui.width / 4).max(16);
    let cell = |texts: &[String]| cut(&printable(&texts.join(", ")), width);
    for concept in concepts {
        let forbid = [concept.forbid.as_slice(), concept.forbid_always.as_slice()].concat();
        let (file, span) = &concept.at;
        table.rows.push(vec![
            cell(&concept.source),
            cut(&target(ui, concept), width),
            cell(&concept.allow),
            cell(&forbid),
            words(&format!("glossary-status-{}", status_name(concept.status))),
            format!("{}:{}", file.name(), file.line_of(span.start)),
        ]);
    }
    table.write(out)?;
    let n = concepts.len().to_string();
    let sum = ui.messages.format("glossary-list-sum", &[("n", &n)]);
    writeln!(out, "\n{sum}")
}

/// Returns the preferred target of an entry, or what stands for it.
pub fn target(ui: &Ui, concept: &Concept) -> String {
    match &concept.target {
        Some(target) => printable(target),
        None if concept.is_dnt => ui.messages.text("glossary-dnt"),
        None => ui.messages.text("glossary-no-check"),
    }
}

fn write_json(concepts: &[&Concept], out: &mut dyn Write) -> io::Result<()> {
    let entries = concepts.iter().map(|concept| EntryJson::of(concept));
    let document = ListJson {
        schema: "duizhao/glossary-list/1",
        entries: entries.collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}
