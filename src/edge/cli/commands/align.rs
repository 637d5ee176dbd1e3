//! `duizhao align`: pairs two files, or the files of two folders, without any project.

use crate::bitext::align;
use crate::bitext::align::AlignSettings;
use crate::bitext::align::Indices;
use crate::bitext::align::Segments;
use crate::bitext::lexical::cedict;
use crate::bitext::vectors::Vectors;
use crate::document::document::Document;
use crate::document::unit::UnitId;
use crate::document::unit::UnitSpan;
use crate::edge::cli::commands::align_files;
use crate::edge::cli::commands::align_files::Job;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::input;
use crate::edge::cli::output::FormatParser;
use crate::edge::cli::output::Output;
use crate::edge::cli::ui::Ui;
use crate::report::align::Aligned;
use crate::report::diff;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use crate::text::source::Source;
use camino::Utf8PathBuf;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use std::collections::HashMap;
use std::sync::Arc;

/// What `align` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The source file, or a folder of them; `-` is standard input.
    #[arg(value_name = "SOURCE")]
    pub source: Utf8PathBuf,
    /// The target file or folder.
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
    /// A dictionary in the format of CC-CEDICT.
    #[arg(long, value_name = "FILE")]
    pub dictionary: Option<Utf8PathBuf>,
    /// Sentence vectors, one JSON object a line.
    #[arg(long, value_name = "FILE")]
    pub embeddings: Option<Utf8PathBuf>,
    /// The folder for the results of two folders.
    #[arg(long, value_name = "FOLDER")]
    pub out: Option<Utf8PathBuf>,
    /// The format, and the file to write.
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = FormatParser(formats))]
    pub format: Vec<Output>,
}

fn formats() -> Vec<&'static str> {
    vec!["full", "json", "beads", "tsv", "tmx"]
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    let settings = settings(ui, args)?;
    let jobs = align_files::jobs(ui, args)?;
    let aligned: Vec<Aligned> = if args.lines {
        of_lines(&jobs, &settings)
    } else {
        let one = |job: &Job| of_documents(ui, args, job, &settings);
        jobs.par_iter().map(one).collect()
    };
    align_files::write(ui, args, &jobs, &aligned)?;
    Ok(Exit::Clean)
}

fn settings(ui: &Ui, args: &Args) -> Result<AlignSettings, Failure> {
    let mut settings = AlignSettings::default();
    if let Some(path) = &args.dictionary {
        let file = input::read_source(ui, path)?;
        let dictionary = cedict::parse(file.text()).map_err(|bad| {
            Notice::new("align-dictionary-line")
                .arg("path", path)
                .arg("line", bad.line)
        })?;
        settings.dictionary = Some(Arc::new(dictionary));
    }
    if let Some(path) = &args.embeddings {
        let file = input::read_source(ui, path)?;
        let vectors = Vectors::parse(file.text()).map_err(|bad| {
            Notice::new("align-embeddings-line")
                .arg("path", path)
                .arg("line", bad.line)
                .arg("cause", bad.cause)
        })?;
        settings.vectors = Some(Arc::new(vectors));
    }
    Ok(settings)
}

/// All pairs at once: they learn from each other.
fn of_lines(jobs: &[Job], settings: &AlignSettings) -> Vec<Aligned> {
    let lines = |source: &Source| -> Vec<String> {
        let text = source.text();
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        text.lines().map(str::to_owned).collect()
    };
    let texts: Vec<(Vec<String>, Vec<String>)> = jobs
        .iter()
        .map(|job| (lines(&job.source), lines(&job.target)))
        .collect();
    let pairs: Vec<Segments<'_>> = texts
        .iter()
        .map(|(source, target)| {
            let source = source.iter().map(String::as_str);
            (
                source.collect(),
                target.iter().map(String::as_str).collect(),
            )
        })
        .collect();
    let beads = align::align_text_pairs(&pairs, settings);
    let done = beads.into_iter().zip(texts);
    done.map(|(beads, (source, target))| Aligned::new(beads, source, target))
        .collect()
}

fn of_documents(ui: &Ui, args: &Args, job: &Job, settings: &AlignSettings) -> Aligned {
    let (source_lang, target_lang) = align_files::langs(args, job);
    let document = |source: &Source, lang: &Lang| input::read_document(ui, source, lang, None);
    let source = document(&job.source, &source_lang);
    let target = document(&job.target, &target_lang);
    if args.sentences {
        of_sentences(&source, &target, settings)
    } else {
        of_units(&source, &target, settings)
    }
}

fn of_units(source: &Document, target: &Document, settings: &AlignSettings) -> Aligned {
    let idxs = |units: &[UnitId]| units.iter().map(|unit| unit.idx()).collect();
    let texts = |document: &Document| {
        let units = document.unit_ids();
        units.map(|unit| document.text(unit).to_owned()).collect()
    };
    let pairs = align::align(source, target, settings);
    let beads = pairs
        .iter()
        .map(|pair| (idxs(&pair.source), idxs(&pair.target), pair.confidence));
    Aligned::new(beads.collect(), texts(source), texts(target))
}

fn of_sentences(source: &Document, target: &Document, settings: &AlignSettings) -> Aligned {
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
    let mut beads: Vec<Indices> = Vec::new();
    let pairs = align::align(source, target, settings);
    let sentences = align::align_all_sentences(source, target, &pairs, settings);
    for (pair, sentences) in pairs.iter().zip(sentences) {
        beads.extend(sentences.iter().map(|part| {
            (
                idxs(&source_names, &part.source),
                idxs(&target_names, &part.target),
                part.confidence.min(pair.confidence),
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
    let (source_texts, target_texts) = (texts(source, &source_all), texts(target, &target_all));
    Aligned::new(beads, source_texts, target_texts)
}
