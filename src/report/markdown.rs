//! A summary in Markdown: for the summary of a job, or one comment on a pull request that is kept up to date.
//!
//! It begins with a comment that no reader sees, by which a bot finds its own comment again. What may grow is cut: a comment holds 65,536 characters.

use crate::i18n::messages::Messages;
use crate::lint::finding::Finding;
use crate::lint::meta::Severity;
use crate::progress::coverage::Coverage;
use crate::progress::movement::Movement;
use crate::report::coverage::percent;
use crate::report::json::count;
use crate::report::place::Places;
use crate::report::run::Format;
use crate::report::run::Run;
use crate::report::status;
use std::cmp::Reverse;
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
/// How many findings and how many documents are shown: fewer where names and texts are so long that the comment would not hold them.
const MOST: &[Most] = &[
    Most {
        findings: 20,
        documents: 30,
    },
    Most {
        findings: 10,
        documents: 10,
    },
    Most {
        findings: 3,
        documents: 3,
    },
    Most {
        findings: 0,
        documents: 0,
    },
];
/// How many characters the whole may have, with room for what a bot adds.
const LONGEST_COMMENT: usize = 64_000;
/// How many squares a bar has.
const SQUARES: u32 = 20;
/// How long a message may be.
const LONGEST: usize = 300;

struct Most {
    findings: usize,
    documents: usize,
}

fn write(run: &Run<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut comment = Vec::new();
    for most in MOST {
        comment.clear();
        write_within(run, most, &mut comment)?;
        let n_characters = String::from_utf8_lossy(&comment).chars().count();
        if n_characters <= LONGEST_COMMENT {
            break;
        }
    }
    out.write_all(&comment)
}

fn write_within(run: &Run<'_>, most: &Most, out: &mut dyn Write) -> io::Result<()> {
    let n = |severity| count(run.findings, severity).to_string();
    let (errors, warnings) = (n(Severity::Error), n(Severity::Warning));
    let title = match run.passes() {
        true => "markdown-passes",
        false => "markdown-fails",
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
    if let Some(base) = run.base {
        writeln!(out, "{}\n", change(run.messages, &base.movement))?;
    }
    if let Some(open) = open(run.messages, run.coverage) {
        writeln!(out, "{open}\n")?;
    }
    write_failures(run, out)?;
    write_findings(run, most.findings, out)?;
    write_documents(run, most.documents, out)
}

/// What the change did to the units, in one line.
fn change(messages: &Messages, movement: &Movement) -> String {
    let counts = [
        ("markdown-change-stale", movement.stale),
        ("markdown-change-untranslated", movement.untranslated),
        ("markdown-change-orphaned", movement.orphaned),
        ("markdown-change-settled", movement.settled),
        ("markdown-change-moved", movement.moved),
    ];
    let parts = counts.into_iter().filter(|(_, n)| *n > 0);
    let parts: Vec<String> = parts
        .map(|(id, n)| messages.format(id, &[("n", &n.to_string())]))
        .collect();
    match parts.is_empty() {
        true => messages.text("markdown-change-nothing"),
        false => messages.format("markdown-change", &[("parts", &parts.join(", "))]),
    }
}

/// What the run fails at besides its findings.
fn write_failures(run: &Run<'_>, out: &mut dyn Write) -> io::Result<()> {
    for failure in run.failures {
        let words = shortened(&run.messages.words(failure));
        match &failure.at {
            Some((source, span)) => {
                let place = source.line_column(span.start);
                let path = code(&format!("{}{}", run.folder, source.name()));
                writeln!(out, "- ❌ {path}:{} {}", place.line, text(&words))?;
            }
            None => writeln!(out, "- ❌ {}", text(&words))?,
        }
    }
    match run.failures.is_empty() {
        true => Ok(()),
        false => writeln!(out),
    }
}

fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
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

fn write_findings(run: &Run<'_>, most: usize, out: &mut dyn Write) -> io::Result<()> {
    let mut worst: Vec<&Finding> = run
        .findings
        .iter()
        .filter(|finding| finding.severity > Severity::Info)
        .collect();
    worst.sort_by_key(|finding| (Reverse(run.is_touched(finding)), Reverse(finding.severity)));
    if worst.is_empty() {
        return Ok(());
    }
    let mut places = Places::default();
    for finding in worst.iter().take(most) {
        let place = places.at(&finding.at.source, finding.at.span.start);
        let message = shortened(&run.messages.finding(finding));
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
    if let Some(n) = worst.len().checked_sub(most).filter(|n| *n > 0) {
        let more = run
            .messages
            .format("markdown-more", &[("n", &n.to_string())]);
        writeln!(out, "- {more}")?;
    }
    writeln!(out)
}

fn write_documents(run: &Run<'_>, most: usize, out: &mut dyn Write) -> io::Result<()> {
    if run.rows.is_empty() {
        return Ok(());
    }
    let n = run.rows.len().to_string();
    let summary = run.messages.format("markdown-documents", &[("n", &n)]);
    writeln!(out, "<details><summary>{summary}</summary>\n")?;
    status::write_lowest_markdown(run.rows, most, run.messages, out)?;
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
