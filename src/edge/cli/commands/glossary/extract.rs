//! `duizhao glossary extract`: terms that no glossary lists yet, found in the project's own sentences.

use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::open;
use crate::edge::cli::output;
use crate::edge::cli::output::FormatParser;
use crate::edge::cli::output::Output;
use crate::edge::cli::ui::Ui;
use crate::edge::project::load::Workspace;
use crate::interchange::glossary::entry::Value;
use crate::interchange::glossary::yaml;
use crate::lint::discovery::Gathered;
use crate::lint::finding::Location;
use crate::report::table::Table;
use crate::report::table::printable;
use crate::termbase::extract;
use crate::termbase::extract::Candidate;
use crate::termbase::extract::Rendering;
use crate::termbase::fold::fold;
use camino::Utf8PathBuf;
use serde::Serialize;
use std::collections::BTreeSet;
use std::io;
use std::io::Write;

/// What `glossary extract` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Documents, drafts or folders; all without one.
    #[arg(value_name = "PATH")]
    pub paths: Vec<Utf8PathBuf>,
    /// How often a term must stand at least.
    #[arg(long, value_name = "N", default_value_t = 3)]
    pub min_count: u32,
    /// How many terms to show.
    #[arg(long, value_name = "N", default_value_t = 50)]
    pub limit: usize,
    /// Only terms with competing renderings.
    #[arg(long)]
    pub competing: bool,
    /// The format, and the file to write.
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = FormatParser(formats))]
    pub format: Vec<Output>,
}

fn formats() -> Vec<&'static str> {
    vec!["table", "json", "yaml"]
}

/// How many places of a term or a rendering are shown.
const MOST_PLACES: usize = 3;

#[derive(Serialize)]
struct ExtractJson<'a> {
    schema: &'static str,
    terms: Vec<TermJson<'a>>,
}

#[derive(Serialize)]
struct TermJson<'a> {
    term: &'a str,
    count: u32,
    score: f64,
    competing: bool,
    places: Vec<PlaceJson>,
    renderings: Vec<RenderingJson<'a>>,
}

#[derive(Serialize)]
struct RenderingJson<'a> {
    text: &'a str,
    count: usize,
    strength: f64,
    places: Vec<PlaceJson>,
}

#[derive(Serialize)]
struct PlaceJson {
    path: String,
    line: u32,
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    let (_, workspace) = open::open(ui, &args.paths)?;
    let mut gathered = Gathered::default();
    for loaded in &workspace.documents {
        gathered.add(&loaded.bitext);
    }
    let mut found = extract::extract(&gathered.sentences, args.min_count);
    let known = known(&workspace);
    found.retain(|candidate| {
        let is_wanted = !args.competing || candidate.renderings.len() > 1;
        is_wanted && !known.contains(&fold(&candidate.form))
    });
    found.truncate(args.limit);
    output::write_all(ui, &args.format, "table", &|name, _, out| match name {
        "json" => write_json(&gathered, &found, out),
        "yaml" => write_yaml(&gathered, &found, out),
        _ => write_table(ui, &gathered, &found, out),
    })?;
    match workspace.problems.is_empty() {
        true => Ok(Exit::Clean),
        false => Ok(Exit::Failed),
    }
}

/// What the glossary lists already.
fn known(workspace: &Workspace) -> BTreeSet<String> {
    let concepts = workspace.termbase.concepts.iter();
    let forms = concepts.flat_map(|concept| &concept.source);
    forms.map(|form| fold(form)).collect()
}

fn place(location: &Location) -> PlaceJson {
    PlaceJson {
        path: location.source.name().to_owned(),
        line: location.source.line_of(location.span.start),
    }
}

fn write_table(
    ui: &Ui,
    gathered: &Gathered,
    found: &[Candidate],
    out: &mut dyn Write,
) -> io::Result<()> {
    let words = |id: &str| ui.messages.text(id);
    if found.is_empty() {
        return writeln!(out, "{}", words("extract-none"));
    }
    let heads = [
        "extract-term",
        "extract-rendering",
        "extract-place",
        "extract-count",
        "extract-strength",
    ];
    let mut table = Table {
        rows: vec![heads.map(words).to_vec()],
        n_text_columns: 3,
    };
    for candidate in found {
        let first = candidate.sentences.first();
        let mut row = vec![printable(&candidate.form)];
        match candidate.renderings.split_first() {
            None => row.extend([
                String::new(),
                source_place(gathered, first),
                candidate.count.to_string(),
            ]),
            Some((rendering, _)) => row.extend([
                printable(&rendering.text),
                source_place(gathered, first),
                candidate.count.to_string(),
                percent(rendering.strength),
            ]),
        }
        table.rows.push(row);
        for rendering in candidate.renderings.iter().skip(1) {
            let place = rendering.sentences.first();
            table.rows.push(vec![
                String::new(),
                ui.messages.format(
                    "extract-competing",
                    &[("rendering", &printable(&rendering.text))],
                ),
                source_place(gathered, place),
                rendering.sentences.len().to_string(),
                percent(rendering.strength),
            ]);
        }
    }
    table.write(out)
}

fn percent(strength: f64) -> String {
    format!("{:.0} %", strength * 100.0)
}

fn source_place(gathered: &Gathered, sentence: Option<&u32>) -> String {
    let place = sentence.and_then(|at| gathered.places.get(*at as usize));
    place.map_or_else(String::new, |(source, _)| {
        let line = source.source.line_of(source.span.start);
        printable(&format!("{}:{line}", source.source.name()))
    })
}

fn write_json(gathered: &Gathered, found: &[Candidate], out: &mut dyn Write) -> io::Result<()> {
    let places = |sentences: &[u32], is_target: bool| {
        let places = sentences
            .iter()
            .filter_map(|at| gathered.places.get(*at as usize));
        let sides = places.map(|(source, target)| if is_target { target } else { source });
        sides.take(MOST_PLACES).map(place).collect::<Vec<_>>()
    };
    let rendering = |rendering: &Rendering| {
        (
            rendering.sentences.len(),
            round(rendering.strength),
            places(&rendering.sentences, true),
        )
    };
    let terms = found.iter().map(|candidate| TermJson {
        term: &candidate.form,
        count: candidate.count,
        score: round(candidate.score),
        competing: candidate.renderings.len() > 1,
        places: places(&candidate.sentences, false),
        renderings: candidate
            .renderings
            .iter()
            .map(|one| {
                let (count, strength, places) = rendering(one);
                RenderingJson {
                    text: &one.text,
                    count,
                    strength,
                    places,
                }
            })
            .collect(),
    });
    let document = ExtractJson {
        schema: "duizhao/glossary-extract/1",
        terms: terms.collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn round(number: f64) -> f64 {
    (number * 1000.0).round() / 1000.0
}

/// Writes a glossary file of proposed entries.
fn write_yaml(gathered: &Gathered, found: &[Candidate], out: &mut dyn Write) -> io::Result<()> {
    let rendered = found
        .iter()
        .filter(|candidate| !candidate.renderings.is_empty());
    let mut is_empty = true;
    for candidate in rendered {
        if is_empty {
            writeln!(out, "terms:")?;
            is_empty = false;
        }
        let mut texts = candidate
            .renderings
            .iter()
            .map(|rendering| rendering.text.clone());
        let mut keys = vec![("src", Value::List(vec![candidate.form.clone()]))];
        keys.extend(texts.next().map(|text| ("tgt", Value::Text(text))));
        let allow: Vec<String> = texts.collect();
        if !allow.is_empty() {
            keys.push(("allow", Value::List(allow)));
        }
        keys.push(("status", Value::Word("proposed")));
        let from = source_place(gathered, candidate.sentences.first());
        keys.push(("origin", Value::Map(vec![("from", Value::Text(from))])));
        out.write_all(yaml::item(&keys, "  ").as_bytes())?;
    }
    match is_empty {
        true => writeln!(out, "terms: []"),
        false => Ok(()),
    }
}
