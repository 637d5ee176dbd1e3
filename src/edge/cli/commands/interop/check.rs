//! `duizhao interop check`: whether files of other programs keep to the rules of their formats.

use crate::edge::cli::commands::interop::report;
use crate::edge::cli::commands::interop::report::Checked;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::input;
use crate::edge::cli::output;
use crate::edge::cli::output::FormatParser;
use crate::edge::cli::output::Output;
use crate::edge::cli::ui::Ui;
use crate::interchange::conformance::FORMATS;
use crate::interchange::conformance::format::by_name;
use crate::interchange::conformance::outcome;
use crate::interchange::conformance::outcome::Outcome;
use crate::interchange::input::Input;
use camino::Utf8Path;
use camino::Utf8PathBuf;
use clap::builder::PossibleValuesParser;

/// What `interop check` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The files; `-` is standard input.
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<Utf8PathBuf>,
    /// The format of the files; told by their content and ending without it.
    #[arg(long = "as", value_name = "FORMAT", value_parser = PossibleValuesParser::new(names()))]
    pub format_of_files: Option<String>,
    /// Warnings fail the check, too.
    #[arg(long)]
    pub strict: bool,
    /// The format of the report, and the file to write.
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = FormatParser(formats))]
    pub format: Vec<Output>,
}

fn names() -> Vec<&'static str> {
    FORMATS.iter().map(|format| format.name).collect()
}

fn formats() -> Vec<&'static str> {
    vec!["full", "concise", "json"]
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    let mut exit = Exit::Clean;
    let mut checked = Vec::new();
    for path in &args.files {
        match check(ui, path, args.format_of_files.as_deref()) {
            Ok(outcome) => {
                let has_problems = !outcome.problems.is_empty();
                if outcome.has_errors() || (args.strict && has_problems) {
                    exit = exit.max(Exit::Findings);
                }
                checked.push(Checked {
                    path: path.clone(),
                    outcome,
                });
            }
            Err(Failure::Notices(notices)) => {
                for notice in &notices {
                    ui.tell(notice);
                }
                exit = Exit::Failed;
            }
            Err(failure) => return Err(failure),
        }
    }
    // What could not be read was told; a report of nothing would say that all is well.
    if checked.is_empty() {
        return Ok(exit);
    }
    output::write_all(
        ui,
        &args.format,
        "full",
        &|name, is_colored, out| match name {
            "json" => report::write_json(&ui.english, &checked, out),
            "concise" => report::write_concise(&ui.messages, &checked, out),
            _ => report::write_full(&ui.messages, &checked, (is_colored, ui.width), out),
        },
    )?;
    Ok(exit)
}

fn check(ui: &Ui, path: &Utf8Path, format: Option<&str>) -> Result<Outcome, Failure> {
    let bytes = input::read_bytes(ui, path)?;
    let input = Input {
        name: path.as_str(),
        bytes: &bytes,
    };
    let outcome = outcome::check(&input, format.and_then(by_name));
    outcome.map_err(|notice| {
        let notice = match notice.id {
            "interop-which-format" => notice.arg("formats", names().join(", ")),
            _ => notice,
        };
        Failure::from(notice)
    })
}
