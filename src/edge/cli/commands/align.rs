//! `duizhao align`: pairs two files without any project.

use crate::bitext::align;
use crate::bitext::align::AlignSettings;
use crate::document::document::Document;
use crate::document::unit::UnitId;
use crate::document::unit::UnitSpan;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::input;
use crate::edge::cli::output;
use crate::edge::cli::output::FormatParser;
use crate::edge::cli::output::Output;
use crate::edge::cli::ui::Ui;
use crate::markdown::settings::Dialect;
use crate::report::align as report;
use crate::report::align::Bead;
use crate::report::diff;
use crate::text::source::Source;
use camino::Utf8PathBuf;
use std::collections::HashMap;

/// What `align` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The source file; `-` is standard input.
    #[arg(value_name = "SOURCE")]
    pub source: Utf8PathBuf,
    /// The target file.
    #[arg(value_name = "TARGET")]
    pub target: Utf8PathBuf,
    /// Pairs sentences.
    #[arg(long, conflicts_with = "lines")]
    pub sentences: bool,
    /// Pairs lines.
    #[arg(long)]
    pub lines: bool,
    /// The source language; guessed without it.
    #[arg(long, value_name = "LANG")]
    pub source_lang: Option<String>,
    /// The target language; guessed without it.
    #[arg(long, value_name = "LANG")]
    pub target_lang: Option<String>,
    /// The format, and the file to write.
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = FormatParser(formats))]
    pub format: Vec<Output>,
}

/// Beads and the texts their indices name.
struct Aligned {
    beads: Vec<Bead>,
    source: Vec<String>,
    target: Vec<String>,
}

fn formats() -> Vec<&'static str> {
    vec!["full", "json", "beads"]
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    let source = input::read_source(ui, &args.source)?;
    let target = input::read_source(ui, &args.target)?;
    let aligned = if args.lines {
        of_lines(&source, &target)
    } else {
        let document = |source: &Source, lang: Option<&str>| {
            let lang = input::lang_of(lang, source.text());
            input::read_document(ui, source, &lang, Dialect::of(source.name()))
        };
        let source = document(&source, args.source_lang.as_deref());
        let target = document(&target, args.target_lang.as_deref());
        if args.sentences {
            of_sentences(&source, &target)
        } else {
            of_units(&source, &target)
        }
    };
    output::write_all(ui, &args.format, "full", &|name, _, out| match name {
        "json" => report::write_json(&aligned.beads, out),
        "beads" => report::write_beads(&aligned.beads, out),
        _ => report::write_full(&aligned.beads, &aligned.source, &aligned.target, out),
    })?;
    Ok(Exit::Clean)
}

fn of_lines(source: &Source, target: &Source) -> Aligned {
    let source: Vec<&str> = source.text().lines().collect();
    let target: Vec<&str> = target.text().lines().collect();
    let owned = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect();
    Aligned {
        beads: align::align_texts(&source, &target, &AlignSettings::default()),
        source: owned(&source),
        target: owned(&target),
    }
}

fn of_units(source: &Document, target: &Document) -> Aligned {
    let idxs = |units: &[UnitId]| units.iter().map(|unit| unit.idx()).collect();
    let texts = |document: &Document| {
        let units = document.unit_ids();
        units.map(|unit| document.text(unit).to_owned()).collect()
    };
    let pairs = align::align(source, target, &AlignSettings::default());
    Aligned {
        beads: pairs
            .iter()
            .map(|pair| (idxs(&pair.source), idxs(&pair.target), pair.confidence))
            .collect(),
        source: texts(source),
        target: texts(target),
    }
}

fn of_sentences(source: &Document, target: &Document) -> Aligned {
    let side = |document: &Document| {
        let units: Vec<UnitId> = document.unit_ids().collect();
        diff::sentences(document, &units)
    };
    let (source_all, target_all) = (side(source), side(target));
    let names = |all: &[(UnitId, UnitSpan)]| -> HashMap<(UnitId, UnitSpan), usize> {
        let sentences = all.iter().copied().enumerate();
        sentences.map(|(idx, sentence)| (sentence, idx)).collect()
    };
    let (source_names, target_names) = (names(&source_all), names(&target_all));
    let idxs = |names: &HashMap<(UnitId, UnitSpan), usize>, part: &[(UnitId, UnitSpan)]| {
        part.iter()
            .filter_map(|sentence| names.get(sentence).copied())
            .collect::<Vec<usize>>()
    };
    let pairs = align::align(source, target, &AlignSettings::default());
    let mut beads: Vec<Bead> = Vec::new();
    for pair in &pairs {
        let sentences = align::align_sentences(source, target, pair);
        beads.extend(sentences.iter().map(|part| {
            (
                idxs(&source_names, &part.source),
                idxs(&target_names, &part.target),
                part.confidence,
            )
        }));
    }
    beads.retain(|(source, target, _)| !source.is_empty() || !target.is_empty());
    let texts = |document: &Document, all: &[(UnitId, UnitSpan)]| {
        let text = |(unit, span): &(UnitId, UnitSpan)| {
            let text = document.text(*unit).get(span.range());
            text.unwrap_or_default().to_owned()
        };
        all.iter().map(text).collect()
    };
    Aligned {
        beads,
        source: texts(source, &source_all),
        target: texts(target, &target_all),
    }
}
