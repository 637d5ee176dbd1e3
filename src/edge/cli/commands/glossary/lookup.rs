//! `duizhao glossary lookup`: the terms of a text, on either side.

use crate::edge::cli::commands::glossary::entry_json::EntryJson;
use crate::edge::cli::commands::glossary::files::Glossary;
use crate::edge::cli::commands::glossary::files::GlossaryArgs;
use crate::edge::cli::commands::glossary::list::target;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::input;
use crate::edge::cli::output;
use crate::edge::cli::output::FormatParser;
use crate::edge::cli::output::Output;
use crate::edge::cli::ui::Ui;
use crate::report::table::printable;
use crate::termbase::concept::Concept;
use crate::termbase::matcher::Matcher;
use crate::termbase::matcher::Role;
use crate::termbase::termbase::Termbase;
use crate::text::lang::Lang;
use camino::Utf8Path;
use serde::Serialize;
use std::collections::BTreeSet;
use std::io;
use std::io::Write;

/// What `glossary lookup` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The text; `-` is standard input.
    #[arg(value_name = "TEXT")]
    pub text: String,
    /// Which files.
    #[command(flatten)]
    pub files: GlossaryArgs,
    /// The format, and the file to write.
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = FormatParser(formats))]
    pub format: Vec<Output>,
}

/// An entry and what of the text it was found by.
struct Found<'a> {
    concept: &'a Concept,
    text: String,
    side: &'static str,
}

#[derive(Serialize)]
struct LookupJson<'a> {
    schema: &'static str,
    terms: Vec<TermJson<'a>>,
}

#[derive(Serialize)]
struct TermJson<'a> {
    found: &'a str,
    side: &'static str,
    entry: EntryJson<'a>,
}

fn formats() -> Vec<&'static str> {
    vec!["text", "json"]
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    let glossary = Glossary::open(ui, &args.files)?;
    let text = match args.text.as_str() {
        "-" => input::read_source(ui, Utf8Path::new("-"))?
            .text()
            .to_owned(),
        text => text.to_owned(),
    };
    let found = look_up(&glossary.termbase, &text);
    output::write_all(ui, &args.format, "text", &|name, _, out| match name {
        "json" => write_json(&found, out),
        _ => write_text(ui, &found, out),
    })?;
    Ok(Exit::Clean)
}

fn look_up<'a>(termbase: &'a Termbase, text: &str) -> Vec<Found<'a>> {
    let (chinese, english) = (Lang::new("zh-Hans"), Lang::new("en"));
    let sides = [
        ("source", Matcher::source(termbase, &chinese)),
        ("target", Matcher::target(termbase, &english)),
    ];
    let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
    for (side, matcher) in &sides {
        for hit in matcher.scan(text, |_, _| true) {
            let is_blocked = |role: Role| role == Role::Blocker;
            if hit
                .candidates
                .iter()
                .any(|candidate| is_blocked(candidate.role))
            {
                continue;
            }
            for candidate in hit.candidates {
                let concept = termbase.concepts.get(candidate.concept);
                let Some(concept) = concept.filter(|_| seen.insert(candidate.concept)) else {
                    continue;
                };
                let text = text.get(hit.span.clone()).unwrap_or_default().to_owned();
                found.push(Found {
                    concept,
                    text,
                    side,
                });
            }
        }
    }
    found
}

fn write_text(ui: &Ui, found: &[Found<'_>], out: &mut dyn Write) -> io::Result<()> {
    let words = |id: &str| ui.messages.text(id);
    if found.is_empty() {
        return writeln!(out, "{}", words("glossary-lookup-none"));
    }
    for Found { concept, text, .. } in found {
        let source = printable(&concept.source.join(", "));
        let head = if concept.source.contains(text) {
            source
        } else {
            format!("{source} ({})", printable(text))
        };
        writeln!(out, "{head}: {}", target(ui, concept))?;
        let forbid = [concept.forbid.as_slice(), concept.forbid_always.as_slice()].concat();
        let lines = [
            ("glossary-allow", concept.allow.join(", ")),
            ("glossary-forbid", forbid.join(", ")),
            ("glossary-note", concept.note.clone().unwrap_or_default()),
        ];
        for (id, text) in lines.iter().filter(|(_, text)| !text.is_empty()) {
            writeln!(out, "  {}: {}", words(id), printable(text))?;
        }
    }
    Ok(())
}

fn write_json(found: &[Found<'_>], out: &mut dyn Write) -> io::Result<()> {
    let terms = found.iter().map(|found| TermJson {
        found: &found.text,
        side: found.side,
        entry: EntryJson::of(found.concept),
    });
    let document = LookupJson {
        schema: "duizhao/glossary-lookup/1",
        terms: terms.collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}
