//! `duizhao segment`: the units and sentences of one file.

use crate::catalog::name;
use crate::document::dialect::Dialect;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::input;
use crate::edge::cli::output;
use crate::edge::cli::output::FormatParser;
use crate::edge::cli::output::Output;
use crate::edge::cli::ui::Ui;
use crate::edge::files::disk::Disk;
use crate::edge::project::discover;
use crate::edge::project::discover::Project;
use crate::edge::project::segmentation;
use crate::interchange::input::Input;
use crate::interchange::srx;
use crate::report::segment;
use crate::text::lang::Lang;
use crate::text::sentence::ReportingClause;
use crate::text::sentence::Segmentation;
use camino::Utf8PathBuf;
use clap::builder::PossibleValuesParser;
use std::sync::Arc;

/// What `segment` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The file; `-` is standard input.
    #[arg(value_name = "FILE")]
    pub file: Utf8PathBuf,
    /// Reads plain text.
    #[arg(long)]
    pub plain: bool,
    /// The language; guessed without it.
    #[arg(long, value_name = "LANG")]
    pub lang: Option<String>,
    /// What happens to a clause such as `他说` behind a quotation; goes before the project's settings.
    #[arg(long, value_name = "WHEN", value_parser = PossibleValuesParser::new(ReportingClause::NAMES))]
    pub reporting: Option<String>,
    /// A rule file to segment by; goes before the project's.
    #[arg(long, value_name = "FILE")]
    pub srx: Option<Utf8PathBuf>,
    /// The format, and the file to write.
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = FormatParser(formats))]
    pub format: Vec<Output>,
}

fn formats() -> Vec<&'static str> {
    vec!["full", "json"]
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    let source = input::read_source(ui, &args.file)?;
    let lang = input::lang_of(args.lang.as_deref(), source.text());
    let segmentation = segmentation(ui, args, &lang)?;
    let segments = if args.plain {
        segment::of_plain(&source, &lang, &segmentation)
    } else {
        let mut document = input::read_document(ui, &source, &lang, None);
        document.segmentation = segmentation;
        let format = match name::is_catalog(source.name()) {
            true => "messages",
            false => format_name(document.dialect),
        };
        segment::of_document(&document, format)
    };
    output::write_all(ui, &args.format, "full", &|name, _, out| match name {
        "json" => segment::write_json(&segments, out),
        _ => segment::write_full(&segments, out),
    })?;
    Ok(Exit::Clean)
}

/// The project's segmentation for this language, and what the arguments say instead.
fn segmentation(ui: &Ui, args: &Args, lang: &Lang) -> Result<Segmentation, Failure> {
    let mut segmentation = match discover::find(&ui.cwd) {
        Some(root) => {
            let project = Project::open(root.to_owned(), Box::new(Disk::new(root)))?;
            let mut config = project.config;
            config.segmentation.srx = config.segmentation.srx.filter(|_| args.srx.is_none());
            let langs = std::slice::from_ref(lang);
            segmentation::load(project.files.as_ref(), &config, langs)?.0
        }
        None => Segmentation::default(),
    };
    let reporting = args.reporting.as_deref();
    if let Some(reporting) = reporting.and_then(ReportingClause::from_name) {
        segmentation.reporting = reporting;
    }
    if let Some(path) = &args.srx {
        let bytes = input::read_bytes(ui, path)?;
        let input = Input {
            name: path.as_str(),
            bytes: &bytes,
        };
        let rules = srx::read(&input, std::slice::from_ref(lang), false)?;
        segmentation.rules = Some(Arc::new(rules));
    }
    Ok(segmentation)
}

/// The name of a dialect in JSON.
pub const fn format_name(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Markdown | Dialect::MarkdownWithIds => "markdown",
        Dialect::Mdx | Dialect::LooseMdx => "mdx",
    }
}
