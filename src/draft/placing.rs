//! Where translations go that a draft has no unit for: into their placeholders, as new keys, as new blocks.

use crate::bitext::bitext::Bitext;
use crate::document::inline::CodeKind;
use crate::document::placeholder;
use crate::document::unit::{UnitId, UnitKind};
use crate::draft::links::{self, Links};
use crate::draft::outline::Outline;
use crate::draft::render::{Fillings, Style, whole};
use crate::draft::step::{NewText, Part, one_line};
use crate::draft::{insert, keys, place};
use crate::text::edit::Edit;
use crate::text::span::Span;

/// A draft that does not exist, made of its whole source: what is not translated is held by placeholders.
pub fn begun(bitext: &Bitext, new: NewText, fillings: Option<&Fillings>) -> String {
    let style = Style {
        new,
        dialect: bitext.target.dialect,
        fillings,
    };
    let mut marks = keys::marks(&bitext.source);
    let written: Vec<_> = fillings
        .into_iter()
        .flat_map(Fillings::keys)
        .map(|unit| bitext.source.unit(*unit).span)
        .collect();
    // A value that is written needs no mark at its line.
    let line_of = |offset: u32| bitext.source.source.line_of(offset);
    marks.retain(|mark| {
        !written
            .iter()
            .any(|span| line_of(span.end) == line_of(mark.span.start))
    });
    whole(&Outline::new(&bitext.source), style, marks)
}

/// All that is to be written: in place of placeholders, as new keys, as new blocks.
pub fn plan(bitext: &Bitext, fillings: &Fillings) -> Part {
    let (source, target) = (Outline::new(&bitext.source), Outline::new(&bitext.target));
    let links = Links::new(bitext, &source, &target);
    let mut part = insert::fill(bitext, fillings);
    part.edits.extend(keys::fill(bitext, fillings).edits);
    for (unit, text) in fillings {
        if let Some(comment) = links.placeholder(*unit) {
            part.edits.push(in_place(bitext, *unit, text, comment));
        }
    }
    part
}

/// Puts a text where a placeholder holds its place, with or without a copy of the source beside it.
fn in_place(bitext: &Bitext, unit: UnitId, text: &str, comment: Span) -> Edit {
    let (source, target) = (&bitext.source, &bitext.target);
    let kind = source.unit(unit).kind;
    let mut bare = text.trim();
    // A heading's id and a task's box stand beside the placeholder already.
    for code in source.codes(unit) {
        let own = source.text(unit).get(code.span.range()).unwrap_or_default();
        match code.kind {
            CodeKind::HeadingId => bare = bare.strip_suffix(own).unwrap_or(bare).trim_end(),
            CodeKind::TaskMarker => bare = bare.strip_prefix(own).unwrap_or(bare).trim_start(),
            _ => {}
        }
    }
    let file = target.source.text();
    let quoted = links::quoted(source, unit);
    let first = quoted.lines().next().unwrap_or_default();
    let before = file.get(..comment.start as usize).unwrap_or_default();
    let copied = before
        .rfind(first)
        .filter(|at| !first.is_empty() && is_copy(&before[*at..], quoted));
    let start = copied.map_or(comment.start, |at| Span::of(0..at).end);
    let written = match kind {
        UnitKind::Heading(_) => one_line(bare),
        UnitKind::TableCell => one_line(bare).replace('|', "\\|"),
        _ => {
            let line_break = place::line_break(file);
            let prefix = place::prefix(target, start);
            bare.replace('\n', &format!("{line_break}{prefix}"))
        }
    };
    Edit {
        span: Span::new(start, comment.end),
        text: written,
    }
}

/// Tells whether a text of the draft is the source's, container marks aside.
fn is_copy(text: &str, quoted: &str) -> bool {
    placeholder::key_of_quotation(text) == placeholder::key_of_quotation(quoted)
}
