//! `duizhao segment`: the units and sentences of one file.

use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::input;
use crate::edge::cli::output;
use crate::edge::cli::output::FormatParser;
use crate::edge::cli::output::Output;
use crate::edge::cli::ui::Ui;
use crate::markdown::settings::Dialect;
use crate::report::segment;
use camino::Utf8PathBuf;

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
    let segments = if args.plain {
        segment::of_plain(&source, &lang)
    } else {
        let dialect = Dialect::of(source.name());
        let document = input::read_document(ui, &source, &lang, dialect);
        segment::of_document(&document, format_name(dialect))
    };
    output::write_all(ui, &args.format, "full", &|name, _, out| match name {
        "json" => segment::write_json(&segments, out),
        _ => segment::write_full(&segments, out),
    })?;
    Ok(Exit::Clean)
}

/// The name of a dialect in JSON.
pub const fn format_name(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Markdown => "markdown",
        Dialect::Mdx => "mdx",
    }
}
