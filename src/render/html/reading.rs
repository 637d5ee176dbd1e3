//! The text between the inline codes of a unit, as its notation means it: escapes, references, line breaks.

use crate::document::block::BlockKind;
use crate::document::document::Document;
use crate::document::inline::CodeKind;
use crate::document::unit::Notation;
use crate::document::unit::UnitId;
use crate::markdown::entity;
use crate::text::script;
use std::ops::Range;

/// How the bytes of a unit that are no code are to be read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    /// Escapes and references.
    Markdown,
    /// References.
    Html,
    /// As they stand.
    Plain,
}

/// Returns how the text of a unit is to be read.
pub(crate) fn of(document: &Document, unit: UnitId) -> Reading {
    let unit = document.unit(unit);
    match unit.notation {
        Notation::Markdown | Notation::Cell
            if document.block(unit.block).kind == BlockKind::Html =>
        {
            Reading::Html
        }
        Notation::Markdown | Notation::Cell | Notation::Line => Reading::Markdown,
        Notation::Attribute => Reading::Html,
        _ => Reading::Plain,
    }
}

/// Reads a part of a text that is no code, by what stands before and behind it.
pub(crate) fn read(before: &str, text: &str, after: &str, reading: Reading) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = text.get(at + c.len_utf8()..).unwrap_or_default();
        let next = rest.chars().next();
        at += c.len_utf8();
        match c {
            '\\' if reading == Reading::Markdown
                && next.is_some_and(|next| next.is_ascii_punctuation()) =>
            {
                out.extend(next);
                at += 1;
            }
            '&' if reading != Reading::Plain => {
                let found = text.get(at - 1..).and_then(entity::read);
                match found {
                    Some((len, read)) => {
                        out.push_str(&read);
                        at += len - 1;
                    }
                    None => out.push('&'),
                }
            }
            '\n' => {
                let last = out
                    .chars()
                    .next_back()
                    .or_else(|| before.chars().next_back());
                let next = next.or_else(|| after.chars().next());
                // Browsers make a blank of a line break; between these characters there is none.
                let is_joined = |c: Option<char>| c.is_some_and(is_unspaced);
                if !(is_joined(last) && is_joined(next)) {
                    out.push('\n');
                }
            }
            c => out.push(c),
        }
    }
    out
}

/// Tells whether a script sets no blanks between words.
fn is_unspaced(c: char) -> bool {
    script::is_han(c) || script::is_kana(c) || script::is_cjk_punctuation(c)
}

/// Returns the text of a unit as a title or a list names it: no marks, no notes.
pub(crate) fn plain(document: &Document, unit: UnitId) -> String {
    let text = document.text(unit);
    let mut hidden: Vec<Range<usize>> = Vec::new();
    let mut shown: Vec<(usize, String)> = Vec::new();
    for code in document.codes(unit) {
        let span = code.span.range();
        match (code.kind, code.prose) {
            (CodeKind::Code | CodeKind::Math, _) => {
                shown.push((span.start, code.content.clone()));
                hidden.push(span);
            }
            (CodeKind::Autolink, _) => {
                shown.push((span.start, code.content.clone()));
                hidden.push(span);
            }
            (_, Some(inner)) => {
                hidden.push(span.start..inner.range().start);
                hidden.push(inner.range().end..span.end);
            }
            (_, None) => hidden.push(span),
        }
    }
    hidden.sort_by_key(|range| (range.start, range.end));
    let reading = of(document, unit);
    let mut out = String::new();
    let mut last = 0;
    for range in hidden {
        if range.start >= last {
            let part = text.get(last..range.start).unwrap_or_default();
            out.push_str(&read("", part, "", reading));
            let inner = shown.iter().find(|(at, _)| *at == range.start);
            out.push_str(inner.map_or("", |(_, text)| text));
        }
        last = last.max(range.end);
    }
    let rest = text.get(last..).unwrap_or_default();
    out.push_str(&read("", rest, "", reading));
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reads the references of a text of HTML.
pub(crate) fn decoded(text: &str) -> String {
    read("", text, "", Reading::Html)
}
