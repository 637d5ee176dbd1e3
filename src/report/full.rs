//! Findings for people: the lines of the draft with the places underlined, the source segment beside them.

use crate::lint::finding::Finding;
use crate::lint::finding::Location;
use crate::lint::fix::Applicability;
use crate::lint::meta::Severity;
use crate::report::coverage::percent;
use crate::report::excerpt::Excerpt;
use crate::report::excerpt::excerpt;
use crate::report::json::count;
use crate::report::place::Places;
use crate::report::run::Format;
use crate::report::run::Run;
use crate::report::table::cut;
use crate::report::table::printable;
use annotate_snippets::AnnotationKind;
use annotate_snippets::Group;
use annotate_snippets::Level;
use annotate_snippets::Origin;
use annotate_snippets::Renderer;
use annotate_snippets::Snippet;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::io;
use std::io::Write;
use std::ops::Range;

/// The format.
pub static FORMAT: Format = Format {
    name: "full",
    help: "format-full",
    write,
};

/// So many findings of one rule are shown with their lines, the rest is counted.
const MOST_OF_RULE: usize = 20;
/// Of these, so many of a state in one file: `duizhao diff` is the place to read them.
const MOST_OF_STATE: usize = 5;
/// A mark to the end of its line is drawn short from so many bytes on.
const WHOLE_LINE: usize = 60;
/// Stands between our place and the renderer's.
const OWN_PLACE: char = '\u{e001}';
/// States that are counted from the first.
const COUNTED: &[&str] = &["state/unconfirmed"];

/// Findings of one rule that are only counted.
struct LeftOut<'a> {
    n: usize,
    severity: Severity,
    files: BTreeSet<&'a str>,
}

fn write(run: &Run<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut n_of_rule: BTreeMap<&str, usize> = BTreeMap::new();
    let mut n_of_file: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut left_out: BTreeMap<&str, LeftOut<'_>> = BTreeMap::new();
    let (mut places, mut related) = (Places::default(), Places::default());
    for finding in run.findings {
        let (rule, file) = (finding.rule.id, finding.at.source.name());
        let of_rule = n_of_rule.entry(rule).or_default();
        let of_file = n_of_file.entry((rule, file)).or_default();
        let is_full = *of_rule >= MOST_OF_RULE
            || COUNTED.contains(&rule)
            || (finding.rule.group() == "state" && *of_file >= MOST_OF_STATE);
        if is_full {
            let more = left_out.entry(rule).or_insert(LeftOut {
                n: 0,
                severity: finding.severity,
                files: BTreeSet::new(),
            });
            more.n += 1;
            more.severity = more.severity.max(finding.severity);
            more.files.insert(file);
            continue;
        }
        *of_rule += 1;
        *of_file += 1;
        write_one(run, finding, &mut places, &mut related, out)?;
    }
    for (rule, more) in &left_out {
        write_more(run, rule, more, out)?;
    }
    if !left_out.is_empty() {
        writeln!(out, "{}\n", run.messages.text("report-see-all"))?;
    }
    write_summary(run, out)
}

fn write_one(
    run: &Run<'_>,
    finding: &Finding,
    places: &mut Places,
    related: &mut Places,
    out: &mut dyn Write,
) -> io::Result<()> {
    let words = |id: &str| run.messages.text(id);
    let severity = words(&format!("severity-{}", finding.severity.name()));
    let message = printable(&run.messages.finding(finding));
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info | Severity::Off => Level::INFO,
    };
    let title = level.with_name(severity.as_str()).primary_title(message);
    let mut group = Group::with_title(title.id(finding.rule.id));
    group = with_place(
        group,
        &finding.at,
        AnnotationKind::Primary,
        places,
        run.width,
        None,
    );
    let beside = words("report-source");
    for at in &finding.related {
        let is_other_side = at.source.name() != finding.at.source.name();
        let label = is_other_side.then_some(beside.as_str());
        group = with_place(
            group,
            at,
            AnnotationKind::Context,
            related,
            run.width,
            label,
        );
    }
    let help = words("report-help");
    if let Some(text) = fix_text(run, finding) {
        group = group.element(Level::HELP.with_name(help.as_str()).message(text));
    }
    let renderer = if run.is_colored {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let report = renderer
        .term_width(run.width.saturating_mul(8))
        .render(&[group]);
    writeln!(out, "{}\n", without_own_places(&report))
}

fn with_place<'a>(
    group: Group<'a>,
    at: &Location,
    kind: AnnotationKind,
    places: &mut Places,
    width: usize,
    label: Option<&'a str>,
) -> Group<'a> {
    let place = places.at(&at.source, at.span.start);
    let name = printable(at.source.name());
    if at.source.text().is_empty() {
        return group.element(Origin::path(name));
    }
    let excerpt = excerpt(&at.source, at.span, width);
    let annotation = kind.span(mark(&excerpt)).label(label);
    let snippet = Snippet::source(excerpt.text)
        .path(format!("{name}:{}:{}{OWN_PLACE}", place.line, place.column))
        .line_start(excerpt.line as usize)
        .fold(false)
        .annotation(annotation);
    group.element(snippet)
}

/// The part to underline: of a whole line only its beginning, where a line of carets would say nothing.
fn mark(excerpt: &Excerpt) -> Range<usize> {
    let Range { start, end } = excerpt.mark;
    let is_whole = end == excerpt.text.trim_end_matches('…').len();
    let first = excerpt.text[start..end].chars().next();
    match first {
        Some(c) if is_whole && end - start > WHOLE_LINE => start..start + c.len_utf8(),
        _ => start..end,
    }
}

/// Takes out the places that the renderer counted itself: it sees only an excerpt of the line.
fn without_own_places(report: &str) -> String {
    let mut parts = report.split(OWN_PLACE);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out += part.trim_start_matches(|c: char| c == ':' || c.is_ascii_digit());
    }
    out
}

/// Says what a fix would do and who applies it.
fn fix_text(run: &Run<'_>, finding: &Finding) -> Option<String> {
    let fix = finding.fix.as_ref()?;
    let id = match fix.applicability {
        Applicability::Safe => "report-fix-safe",
        Applicability::Unsafe => "report-fix-unsafe",
        Applicability::DisplayOnly => "report-fix-display",
    };
    let [edit] = fix.edits.as_slice() else {
        let n = fix.edits.len().to_string();
        return Some(run.messages.format(&format!("{id}-many"), &[("n", &n)]));
    };
    let old = cut(&printable(finding.at.source.slice(edit.span)), 60);
    let new = cut(&printable(&edit.text), 60);
    let kind = match (old.is_empty(), new.is_empty()) {
        (true, _) => "insert",
        (_, true) => "remove",
        _ => "replace",
    };
    let what = run.messages.format(
        &format!("report-fix-{kind}"),
        &[("old", &old), ("new", &new)],
    );
    Some(run.messages.format(id, &[("what", &what)]))
}

fn write_more(
    run: &Run<'_>,
    rule: &str,
    more: &LeftOut<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let severity = run
        .messages
        .text(&format!("severity-{}", more.severity.name()));
    let (n, n_files) = (more.n.to_string(), more.files.len().to_string());
    let only_file = more.files.first().filter(|_| more.files.len() == 1);
    let id = match (COUNTED.contains(&rule), only_file.is_some()) {
        (true, true) => "report-counted",
        (true, false) => "report-counted-files",
        (false, true) => "report-more",
        (false, false) => "report-more-files",
    };
    let file = printable(only_file.copied().unwrap_or_default());
    let args = [("n", n.as_str()), ("file", &file), ("files", &n_files)];
    writeln!(
        out,
        "{severity}[{rule}]: {}",
        run.messages.format(id, &args)
    )
}

fn write_summary(run: &Run<'_>, out: &mut dyn Write) -> io::Result<()> {
    let counts = [Severity::Error, Severity::Warning, Severity::Info]
        .map(|severity| count(run.findings, severity).to_string());
    let coverage = percent(run.coverage.ratio());
    let total = run.coverage.total.to_string();
    let id = if run.findings.is_empty() {
        "report-clean"
    } else {
        "report-summary"
    };
    let args = [
        ("errors", counts[0].as_str()),
        ("warnings", &counts[1]),
        ("infos", &counts[2]),
        ("coverage", &coverage),
        ("units", &total),
    ];
    writeln!(out, "{}", run.messages.format(id, &args))
}
