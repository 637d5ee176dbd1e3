//! What `interop check` has found, for people and for programs.

use crate::i18n::messages::Messages;
use crate::interchange::conformance::outcome::Outcome;
use crate::interchange::problem::Problem;
use crate::lint::meta::Severity;
use crate::report::excerpt::excerpt;
use crate::report::place::Places;
use crate::report::table::printable;
use anstyle::AnsiColor;
use anstyle::Style;
use camino::Utf8PathBuf;
use serde::Serialize;
use std::io;
use std::io::Write;
use unicode_width::UnicodeWidthStr;

/// A file and what was found in it.
pub struct Checked {
    /// The file as it was named.
    pub path: Utf8PathBuf,
    /// What was found.
    pub outcome: Outcome,
}

/// The whole of the JSON.
#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    files: Vec<File<'a>>,
    summary: Summary,
}

#[derive(Serialize)]
struct File<'a> {
    path: &'a str,
    format: &'static str,
    version: &'a str,
    problems: Vec<Entry>,
    /// Problems beyond those that are listed.
    more: usize,
}

#[derive(Serialize)]
struct Entry {
    severity: &'static str,
    code: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<EntryPlace>,
}

#[derive(Serialize)]
struct EntryPlace {
    line: u32,
    column: u32,
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct Summary {
    files: usize,
    errors: usize,
    warnings: usize,
}

/// The message without its place.
fn words(messages: &Messages, problem: &Problem) -> String {
    printable(&messages.words(&problem.notice))
}

fn count<'a>(checked: impl IntoIterator<Item = &'a Checked>, severity: Severity) -> usize {
    let checked = checked.into_iter();
    let problems = checked.flat_map(|file| &file.outcome.problems);
    problems
        .filter(|problem| problem.severity == severity)
        .count()
}

/// Writes JSON.
pub fn write_json(messages: &Messages, checked: &[Checked], out: &mut dyn Write) -> io::Result<()> {
    let files = checked.iter().map(|file| {
        let mut places = Places::default();
        let problems = file.outcome.problems.iter().map(|problem| Entry {
            severity: problem.severity.name(),
            code: problem.notice.id,
            message: words(messages, problem),
            place: problem.notice.at.as_ref().map(|(source, span)| {
                let place = places.at(source, span.start);
                EntryPlace {
                    line: place.line,
                    column: place.column,
                    start: span.start,
                    end: span.end,
                }
            }),
        });
        File {
            path: file.path.as_str(),
            format: file.outcome.format.name,
            version: &file.outcome.version,
            problems: problems.collect(),
            more: file.outcome.n_more,
        }
    });
    let document = Document {
        schema: "duizhao/interop-check/1",
        files: files.collect(),
        summary: Summary {
            files: checked.len(),
            errors: count(checked, Severity::Error),
            warnings: count(checked, Severity::Warning),
        },
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

/// Writes one problem a line: `path:line:column: severity code message`.
pub fn write_concise(
    messages: &Messages,
    checked: &[Checked],
    out: &mut dyn Write,
) -> io::Result<()> {
    for file in checked {
        let mut places = Places::default();
        for problem in &file.outcome.problems {
            write!(out, "{}:", printable(file.path.as_str()))?;
            if let Some((source, span)) = &problem.notice.at {
                let place = places.at(source, span.start);
                write!(out, "{}:{}:", place.line, place.column)?;
            }
            let (severity, code) = (problem.severity.name(), problem.notice.id);
            writeln!(out, " {severity} {code} {}", words(messages, problem))?;
        }
    }
    Ok(())
}

/// Writes each problem with its line, then a summary.
pub fn write_full(
    messages: &Messages,
    checked: &[Checked],
    (is_colored, width): (bool, usize),
    out: &mut dyn Write,
) -> io::Result<()> {
    for file in checked {
        let mut places = Places::default();
        for problem in &file.outcome.problems {
            write_problem(
                messages,
                (file, problem),
                &mut places,
                (is_colored, width),
                out,
            )?;
        }
        let path = printable(file.path.as_str());
        if file.outcome.n_more > 0 {
            let n = file.outcome.n_more.to_string();
            let args = [("path", path.as_str()), ("n", n.as_str())];
            writeln!(out, "{}\n", messages.format("interop-more", &args))?;
        }
    }
    for file in checked {
        let outcome = &file.outcome;
        let of = |severity| count([file], severity).to_string();
        let format = match outcome.version.as_str() {
            "" => outcome.format.name.to_owned(),
            version => {
                let family = outcome.format.name.split('-').next().unwrap_or_default();
                format!("{family} {version}")
            }
        };
        let id = match outcome.problems.is_empty() {
            true => "interop-clean",
            false => "interop-summary",
        };
        let path = printable(file.path.as_str());
        let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
        let format = printable(&format);
        let args = [
            ("path", path.as_str()),
            ("format", &format),
            ("errors", &errors),
            ("warnings", &warnings),
        ];
        writeln!(out, "{}", messages.format(id, &args))?;
    }
    Ok(())
}

fn write_problem(
    messages: &Messages,
    (file, problem): (&Checked, &Problem),
    places: &mut Places,
    (is_colored, width): (bool, usize),
    out: &mut dyn Write,
) -> io::Result<()> {
    let color = match problem.severity {
        Severity::Error => AnsiColor::Red,
        _ => AnsiColor::Yellow,
    };
    let (bold, dim) = match is_colored {
        true => (
            color.on_default().bold(),
            AnsiColor::BrightBlue.on_default(),
        ),
        false => (Style::new(), Style::new()),
    };
    let severity = messages.text(&format!("severity-{}", problem.severity.name()));
    let path = printable(file.path.as_str());
    let message = words(messages, problem);
    let code = problem.notice.id;
    writeln!(out, "{bold}{severity}[{code}]{bold:#}: {message}")?;
    let Some((source, span)) = &problem.notice.at else {
        return writeln!(out, "{dim}  -->{dim:#} {path}\n");
    };
    let place = places.at(source, span.start);
    let number = place.line.to_string();
    let margin = " ".repeat(number.len());
    writeln!(
        out,
        "{dim}{margin} -->{dim:#} {path}:{}:{}",
        place.line, place.column
    )?;
    let excerpt = excerpt(source, *span, width.saturating_sub(number.len() + 4));
    let (before, marked) = excerpt.text.split_at(excerpt.mark.start);
    let marked = &marked[..excerpt.mark.len()];
    let as_shown = |text: &str| printable(text).width();
    writeln!(out, "{dim}{number} |{dim:#} {}", printable(&excerpt.text))?;
    let carets = "^".repeat(as_shown(marked).max(1));
    let indent = " ".repeat(as_shown(before));
    writeln!(
        out,
        "{dim}{margin} |{dim:#} {indent}{bold}{carets}{bold:#}\n"
    )
}
