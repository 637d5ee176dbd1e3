//! A summary in Markdown: for the summary of a job, or one comment on a pull request that is kept up to date.
//!
//! It begins with a comment that no reader sees, by which a bot finds its own comment again. What may grow is cut: a comment holds 65,536 characters.

use crate::i18n::messages::Messages;
use crate::lint::finding::Finding;
use crate::lint::meta::Severity;
use crate::progress::coverage::Coverage;
use crate::report::coverage::percent;
use crate::report::json::count;
use crate::report::place::Places;
use crate::report::run::Format;
use crate::report::run::Run;
use crate::report::status;
use std::io;
use std::io::Write;

/// The format.
pub static FORMAT: Format = Format {
    name: "markdown",
    help: "format-markdown",
    write,
};

/// By this a bot knows its comment.
const MARK: &str = "<!-- duizhao -->";
/// How many findings and how many documents are shown.
const MOST_FINDINGS: usize = 20;
const MOST_DOCUMENTS: usize = 30;
/// How many squares a bar has.
const SQUARES: u32 = 20;
/// How long a message may be.
const LONGEST: usize = 300;

fn write(run: &Run<'_>, out: &mut dyn Write) -> io::Result<()> {
    let n = |severity| count(run.findings, severity).to_string();
    let (errors, warnings) = (n(Severity::Error), n(Severity::Warning));
    let title = match run.findings.iter().any(|finding| run.fails(finding)) {
        true => "markdown-fails",
        false => "markdown-passes",
    };
    writeln!(out, "{MARK}\n\n### {}\n", run.messages.text(title))?;
    let whole = percent(run.coverage.ratio());
    let units = run.coverage.total.to_string();
    let figures = [
        ("errors", errors.as_str()),
        ("warnings", &warnings),
        ("infos", &n(Severity::Info)),
        ("coverage", &whole),
        ("units", &units),
    ];
    writeln!(
        out,
        "`{}` {}\n",
        bar(run.coverage.ratio()),
        run.messages.format("report-summary", &figures)
    )?;
    if let Some(open) = open(run.messages, run.coverage) {
        writeln!(out, "{open}\n")?;
    }
    write_findings(run, out)?;
    write_documents(run, out)
}

/// What is still to do, in one line; nothing where all is done.
fn open(messages: &Messages, coverage: &Coverage) -> Option<String> {
    let counts = [
        ("pair-stale", coverage.stale - coverage.cosmetic),
        ("pair-untranslated", coverage.untranslated),
        ("pair-machine", coverage.machine),
        ("pair-unconfirmed", coverage.unconfirmed),
        ("pair-orphaned", coverage.orphaned),
    ];
    let parts = counts.into_iter().filter(|(_, n)| *n > 0);
    let parts: Vec<String> = parts
        .map(|(name, n)| format!("**{n}** {}", messages.text(name)))
        .collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

fn bar(ratio: f64) -> String {
    let is_full = |square: u32| f64::from(square) <= ratio * f64::from(SQUARES) + 1e-9;
    let squares = (1..=SQUARES).map(|square| if is_full(square) { '█' } else { '░' });
    squares.collect()
}

fn write_findings(run: &Run<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut worst: Vec<&Finding> = run
        .findings
        .iter()
        .filter(|finding| finding.severity > Severity::Info)
        .collect();
    worst.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    if worst.is_empty() {
        return Ok(());
    }
    let mut places = Places::default();
    for finding in worst.iter().take(MOST_FINDINGS) {
        let place = places.at(&finding.at.source, finding.at.span.start);
        let message: String = run
            .messages
            .finding(finding)
            .chars()
            .take(LONGEST)
            .collect();
        writeln!(
            out,
            "- {} {}:{} {} ({})",
            match finding.severity {
                Severity::Error => "❌",
                _ => "⚠️",
            },
            code(&format!("{}{}", run.folder, finding.at.source.name())),
            place.line,
            text(&message),
            code(finding.rule.id)
        )?;
    }
    if let Some(n) = worst.len().checked_sub(MOST_FINDINGS).filter(|n| *n > 0) {
        let more = run
            .messages
            .format("markdown-more", &[("n", &n.to_string())]);
        writeln!(out, "- {more}")?;
    }
    writeln!(out)
}

fn write_documents(run: &Run<'_>, out: &mut dyn Write) -> io::Result<()> {
    if run.rows.is_empty() {
        return Ok(());
    }
    let n = run.rows.len().to_string();
    let summary = run.messages.format("markdown-documents", &[("n", &n)]);
    writeln!(out, "<details><summary>{summary}</summary>\n")?;
    status::write_lowest_markdown(run.rows, MOST_DOCUMENTS, run.messages, out)?;
    writeln!(out, "\n</details>")
}

/// A text that is nothing but text, on one line. Addresses are no links: a backslash in one would lead elsewhere.
fn text(text: &str) -> String {
    let text = text
        .replace('&', "&amp;")
        .replace("://", ":&#47;&#47;")
        .replace("www.", "www&#46;");
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            '<' => out.push_str("&lt;"),
            // Nobody is to be called by a finding.
            '@' => out.push_str("&#64;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '|' | '$' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

/// A text as inline code, whatever backquotes it holds.
fn code(text: &str) -> String {
    let text = text.replace(['\n', '\r'], " ");
    let runs = text.split(|c| c != '`').map(str::len);
    let fence = "`".repeat(runs.max().unwrap_or_default() + 1);
    match text.starts_with('`') || text.ends_with('`') {
        true => format!("{fence} {text} {fence}"),
        false => format!("{fence}{text}{fence}"),
    }
}
