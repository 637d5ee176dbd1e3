//! What there is to do, for people: the old and new source word by word beside the draft.

use crate::document::document::Document;
use crate::document::unit::UnitId;
use crate::document::unit::UnitSpan;
use crate::i18n::messages::Messages;
use crate::progress::drift;
use crate::progress::drift::Drift;
use crate::report::blame;
use crate::report::coverage::percent;
use crate::report::diff;
use crate::report::diff::Item;
use crate::report::diff::LayoutItem;
use crate::report::place::Places;
use crate::report::segment::confidence;
use crate::report::table::cut;
use crate::report::table::printable;
use crate::text::similarity::DiffRun;
use anstyle::AnsiColor;
use anstyle::Style;
use std::collections::HashSet;
use std::io;
use std::io::Write;
use unicode_width::UnicodeWidthStr;

/// How a diff is written.
pub struct DiffStyle<'a> {
    /// The words.
    pub messages: &'a Messages,
    /// Whether the output may be colored.
    pub is_colored: bool,
    /// How many columns a text that is only quoted may take.
    pub width: usize,
    /// So many unconfirmed pairs are shown; the rest is counted.
    pub most_unconfirmed: usize,
}

/// Writes the items of one bitext under its own heading, those of layout last.
pub fn write(
    items: &[Item<'_>],
    layout: &[LayoutItem<'_>],
    style: &DiffStyle<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let bitexts = items.iter().map(|item| item.bitext);
    let Some(bitext) = bitexts.chain(layout.iter().map(|item| item.bitext)).next() else {
        return Ok(());
    };
    let (source, target) = (&bitext.source.source, &bitext.target.source);
    let bold = style.paint(Style::new().bold());
    let heading = format!(
        "{} → {}",
        printable(source.name()),
        printable(target.name())
    );
    writeln!(out, "{bold}{heading}{bold:#}\n")?;

    let mut places = (Places::default(), Places::default());
    let (mut n_unconfirmed, mut n_left_out) = (0, 0_usize);
    for item in items {
        if item.pair.state.name() == "unconfirmed" {
            n_unconfirmed += 1;
            if n_unconfirmed > style.most_unconfirmed {
                n_left_out += 1;
                continue;
            }
        }
        write_one(*item, style, &mut places, out)?;
    }
    if n_left_out > 0 {
        let n = n_left_out.to_string();
        writeln!(
            out,
            "{}\n",
            style.messages.format("diff-more-unconfirmed", &[("n", &n)])
        )?;
    }
    for item in layout {
        write_layout(*item, style, &mut places, out)?;
    }
    Ok(())
}

fn write_layout(
    item: LayoutItem<'_>,
    style: &DiffStyle<'_>,
    places: &mut (Places, Places),
    out: &mut dyn Write,
) -> io::Result<()> {
    let state = style.messages.text(&format!("pair-{}", item.state()));
    let change = style.messages.text(&format!("change-{}", item.severity()));
    let args = [("state", state.as_str()), ("change", &change)];
    let mut head = style.messages.format("diff-stale", &args);
    let (source, target) = (&item.bitext.source, &item.bitext.target);
    let mut quotes = Vec::new();
    for (label, document, span, places) in [
        ("diff-source", source, item.change.source, &mut places.0),
        ("diff-draft", target, item.change.target, &mut places.1),
    ] {
        let Some(span) = span else { continue };
        let place = places.at(&document.source, span.start);
        let name = printable(document.source.name());
        head = format!("{head}  {name}:{}:{}", place.line, place.column);
        let last = places.at(&document.source, span.end.max(span.start + 1) - 1);
        if last.line > place.line {
            head = format!("{head}–{}", last.line);
        }
        quotes.push((label, &document.source.text()[span.range()]));
    }
    let paint = style.paint(AnsiColor::Yellow.on_default().bold());
    writeln!(out, "{paint}{head}{paint:#}")?;
    for (label, text) in quotes {
        write_cut(label, text, style, out)?;
    }
    writeln!(out)
}

fn write_one(
    item: Item<'_>,
    style: &DiffStyle<'_>,
    places: &mut (Places, Places),
    out: &mut dyn Write,
) -> io::Result<()> {
    let words = |id: &str| style.messages.text(id);
    let mut head = words(&format!("pair-{}", item.pair.state.name()));
    if let Some(change) = item.severity() {
        let change = words(&format!("change-{change}"));
        let args = [("state", head.as_str()), ("change", &change)];
        head = style.messages.format("diff-stale", &args);
    }
    let (source, target) = (&item.bitext.source, &item.bitext.target);
    for (document, units, places) in [
        (source, &item.pair.source, &mut places.0),
        (target, &item.pair.target, &mut places.1),
    ] {
        if let Some(span) = diff::span(document, units) {
            let place = places.at(&document.source, span.start);
            let name = printable(document.source.name());
            head = format!("{head}  {name}:{}:{}", place.line, place.column);
        }
    }
    if let Some(key) = item.key() {
        head = format!("{head}  {}", printable(key));
    }
    if item.pair.state.name() == "unconfirmed" {
        let sure = percent(confidence(item.pair.confidence));
        head = format!("{head}  {sure} %");
    }
    let paint = style.paint(state_style(item));
    writeln!(out, "{paint}{head}{paint:#}")?;

    let is_drifting = matches!(item.pair.state.name(), "stale" | "unconfirmed");
    let drift = is_drifting
        .then(|| drift::drift(item.bitext, item.pair))
        .flatten();
    match drift {
        Some(drift) => write_drift(item, &drift, style, out)?,
        None => {
            write_quoted("diff-source", source, &item.pair.source, style, out)?;
            write_quoted("diff-draft", target, &item.pair.target, style, out)?;
        }
    }
    if let Some(blame) = item.blame {
        for line in blame::lines(blame, style.messages) {
            writeln!(out, "  {line}")?;
        }
    }
    writeln!(out)
}

fn state_style(item: Item<'_>) -> Style {
    let color = match item.pair.state.name() {
        "untranslated" | "stale" => AnsiColor::Red,
        "unconfirmed" | "orphaned" | "machine" => AnsiColor::Yellow,
        _ => AnsiColor::Cyan,
    };
    color.on_default().bold()
}

/// Writes a text on one line, cut to the width.
fn write_quoted(
    label: &str,
    document: &Document,
    units: &[UnitId],
    style: &DiffStyle<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    if units.is_empty() {
        return Ok(());
    }
    write_cut(label, &document.texts(units), style, out)
}

fn write_cut(
    label: &str,
    text: &str,
    style: &DiffStyle<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let label = style.label(label);
    let room = style.width.saturating_sub(label.width()).max(20);
    writeln!(out, "{label}{}", cut(&printable(text), room))
}

/// Writes the source with what changed in it, sentence by sentence, then the draft's sentences; `>` marks the ones to look at.
fn write_drift(
    item: Item<'_>,
    drift: &Drift,
    style: &DiffStyle<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let changed = diff::changed_sentences(item, drift);
    let source = sentence_texts(&item.bitext.source, &item.pair.source);
    let target = sentence_texts(&item.bitext.target, &item.pair.target);
    let affected: HashSet<usize> = changed.iter().flat_map(|(_, idxs)| idxs).copied().collect();
    let changed: HashSet<usize> = changed.iter().map(|(idx, _)| *idx).collect();

    let lines = cut_runs(&drift.runs, &source, style);
    write_lines("diff-source", &lines, &changed, style, out)?;
    let lines: Vec<String> = target.iter().map(|text| printable(text.trim())).collect();
    write_lines("diff-draft", &lines, &affected, style, out)
}

fn write_lines(
    label: &str,
    lines: &[String],
    marked: &HashSet<usize>,
    style: &DiffStyle<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let label = style.label(label);
    let blank = " ".repeat(label.width());
    for (line_idx, line) in lines.iter().enumerate() {
        let before = if line_idx == 0 { &label } else { &blank };
        let mark = if marked.contains(&line_idx) { '>' } else { ' ' };
        writeln!(out, "{before}{mark} {line}")?;
    }
    Ok(())
}

fn sentence_texts(document: &Document, units: &[UnitId]) -> Vec<String> {
    let text = |(unit, span): (UnitId, UnitSpan)| {
        let text = document.text(unit).get(span.range());
        text.unwrap_or_default().to_owned()
    };
    let sentences = diff::sentences(document, units);
    if sentences.is_empty() {
        return vec![document.texts(units)];
    }
    sentences.into_iter().map(text).collect()
}

/// Cuts a word diff where the new text's sentences end. White space is not counted: the diff may have folded it.
fn cut_runs(runs: &[DiffRun], sentences: &[String], style: &DiffStyle<'_>) -> Vec<String> {
    let n_bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
    let mut lines: Vec<Vec<DiffRun>> = vec![Vec::new()];
    let mut left: Vec<usize> = sentences.iter().rev().map(|text| n_bare(text)).collect();
    let mut room = left.pop().unwrap_or_default();
    for run in runs {
        let (text, make): (&str, fn(String) -> DiffRun) = match run {
            DiffRun::Same(text) => (text, DiffRun::Same),
            DiffRun::Added(text) => (text, DiffRun::Added),
            DiffRun::Removed(text) => {
                push(&mut lines, DiffRun::Removed(text.clone()));
                continue;
            }
        };
        let mut piece = String::new();
        for c in text.chars() {
            if !c.is_whitespace() {
                if room == 0 && !left.is_empty() {
                    push(&mut lines, make(std::mem::take(&mut piece)));
                    lines.push(Vec::new());
                    room = left.pop().unwrap_or_default();
                }
                room = room.saturating_sub(1);
            }
            piece.push(c);
        }
        push(&mut lines, make(piece));
    }
    lines.iter().map(|runs| style.runs(runs)).collect()
}

fn push(lines: &mut [Vec<DiffRun>], run: DiffRun) {
    if let Some(line) = lines.last_mut() {
        line.push(run);
    }
}

impl DiffStyle<'_> {
    fn paint(&self, style: Style) -> Style {
        if self.is_colored { style } else { Style::new() }
    }

    /// A label of the width all labels have.
    fn label(&self, id: &str) -> String {
        let widest = ["diff-source", "diff-draft"]
            .iter()
            .map(|id| self.messages.text(id).width())
            .max()
            .unwrap_or_default();
        let label = self.messages.text(id);
        let gap = " ".repeat(widest.saturating_sub(label.width()) + 2);
        format!("  {label}{gap}")
    }

    fn runs(&self, runs: &[DiffRun]) -> String {
        let removed = self.paint(AnsiColor::Red.on_default().strikethrough());
        let added = self.paint(AnsiColor::Green.on_default().bold());
        let marks = if self.is_colored {
            ["", "", "", ""]
        } else {
            ["[-", "-]", "{+", "+}"]
        };
        let mut line = String::new();
        for run in runs {
            match run {
                DiffRun::Same(text) => line.push_str(&printable(text)),
                DiffRun::Removed(text) if !text.is_empty() => {
                    let text = printable(text);
                    line += &format!("{removed}{}{text}{}{removed:#}", marks[0], marks[1]);
                }
                DiffRun::Added(text) if !text.is_empty() => {
                    let text = printable(text);
                    line += &format!("{added}{}{text}{}{added:#}", marks[2], marks[3]);
                }
                DiffRun::Removed(_) | DiffRun::Added(_) => {}
            }
        }
        line.trim().to_owned()
    }
}
