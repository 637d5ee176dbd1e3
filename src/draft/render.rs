//! Writes blocks of the source as they are to stand in the draft: their lines without the container's prefix.

use crate::document::block::{BlockId, BlockKind};
use crate::document::dialect::Dialect;
use crate::document::inline::{CodeKind, InlineCode};
use crate::document::placeholder;
use crate::document::unit::{UnitId, UnitKind};
use crate::draft::links;
use crate::draft::outline::Outline;
use crate::draft::place;
use crate::draft::step::NewText;
use crate::markdown::write;
use crate::text::edit::{self, Edit};
use crate::text::span::Span;
use std::collections::BTreeMap;

/// Translations of units that the draft lacks.
pub type Fillings = BTreeMap<UnitId, String>;

/// How blocks are written.
#[derive(Clone, Copy, Debug)]
pub struct Style<'a> {
    /// What stands for text.
    pub new: NewText,
    /// The draft's dialect.
    pub dialect: Dialect,
    /// What is written instead, where it is there.
    pub fillings: Option<&'a Fillings>,
}

/// The mark of a list item: what its first line starts with, and how far the others are indented.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marker {
    /// The figures of a numbered item.
    pub number: String,
    /// `-`, `*`, `+`, `.` or `)`.
    pub sign: char,
    /// The blanks behind it.
    pub padding: String,
}

impl Marker {
    /// Reads the mark of an item.
    pub fn of(outline: &Outline<'_>, item: BlockId) -> Option<Self> {
        let text = outline.document.source.slice(outline.span(item));
        let n_digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, rest) = text.split_at(n_digits);
        let sign = rest.chars().next()?;
        let is_mark = match n_digits {
            0 => matches!(sign, '-' | '*' | '+'),
            _ => matches!(sign, '.' | ')'),
        };
        let line = rest.get(1..)?.lines().next().unwrap_or_default();
        let n_blanks = line.len() - line.trim_start_matches([' ', '\t']).len();
        let padding = match line.get(..n_blanks)? {
            "" => " ",
            // Five blanks and more are one, and an indented code block behind it.
            blanks if blanks.len() > 4 || blanks.len() == line.len() => " ",
            blanks => blanks,
        };
        is_mark.then(|| Self {
            number: number.to_owned(),
            sign,
            padding: padding.to_owned(),
        })
    }

    /// Writes it.
    pub fn lead(&self) -> String {
        format!("{}{}{}", self.number, self.sign, self.padding)
    }
}

/// Writes one block.
pub fn lines(source: &Outline<'_>, block: BlockId, style: Style<'_>) -> Vec<String> {
    let span = source.span(block);
    let text = changed(source, span, style, Vec::new());
    let prefix = place::prefix(source.document, span.start);
    dedented(&text, &prefix)
}

/// Writes a list item with another item's mark, the number its own.
pub fn item_lines(
    source: &Outline<'_>,
    item: BlockId,
    like: &Marker,
    style: Style<'_>,
) -> Option<Vec<String>> {
    let own = Marker::of(source, item)?;
    let marker = Marker {
        number: if like.number.is_empty() || own.number.is_empty() {
            like.number.clone()
        } else {
            own.number.clone()
        },
        ..like.clone()
    };
    let lead = own.lead();
    let width = " ".repeat(lead.chars().count());
    let indent = " ".repeat(marker.lead().chars().count());
    let own_lines = lines(source, item, style);
    let written = own_lines.iter().enumerate().map(|(at, line)| {
        if at == 0 {
            let bare = line.get(lead.len().min(line.len())..).unwrap_or_default();
            return format!("{}{bare}", marker.lead());
        }
        match place::strip(line, &width) {
            "" => String::new(),
            bare => format!("{indent}{bare}"),
        }
    });
    Some(written.collect())
}

/// Writes a whole file; `more` is changed besides.
pub fn whole(source: &Outline<'_>, style: Style<'_>, more: Vec<Edit>) -> String {
    let text = source.document.source.text();
    let bom = text.len() - text.trim_start_matches('\u{feff}').len();
    changed(source, Span::of(bom..text.len()), style, more)
}

/// A part of the source with its units' texts replaced.
fn changed(source: &Outline<'_>, part: Span, style: Style<'_>, more: Vec<Edit>) -> String {
    let document = source.document;
    let mut edits = more;
    for unit in document.unit_ids() {
        if part.contains(document.unit(unit).span) {
            edits.extend(unit_edit(source, unit, style));
        }
    }
    if style.dialect == Dialect::Mdx && document.dialect != Dialect::Mdx {
        let inner = document.comments.iter();
        let inner = inner.filter(|comment| part.contains(comment.span));
        edits.extend(inner.map(|comment| Edit {
            span: comment.span,
            text: style.dialect.comment(&comment.text),
        }));
    }
    edits.sort_by_key(|edit| edit.span);
    let moved = edits.into_iter().map(|edit| Edit {
        span: Span::new(edit.span.start - part.start, edit.span.end - part.start),
        text: edit.text,
    });
    let slice = document.source.slice(part);
    edit::apply(slice, &moved.collect::<Vec<_>>()).0
}

/// What stands for a unit; nothing where its text stays.
fn unit_edit(source: &Outline<'_>, unit_id: UnitId, style: Style<'_>) -> Option<Edit> {
    let document = source.document;
    if let Some(text) = style.fillings.and_then(|texts| texts.get(&unit_id)) {
        return write::edits(document, &[(unit_id, text)]).pop();
    }
    let unit = document.unit(unit_id);
    let text = document.text(unit_id);
    let is_stays = !unit.is_translatable;
    let is_copied = style.new == NewText::Source && !is_stays;
    let comment = || placeholder::write(style.dialect, links::quoted(document, unit_id));
    if let UnitKind::Heading(level) = unit.kind {
        let id = document.codes(unit_id).iter().find(is_id);
        if is_stays {
            return id.and_then(|id| id_edit(source, unit_id, id, style));
        }
        if is_copied {
            let end = Span::new(unit.span.end, unit.span.end);
            let at = id.map_or(end, |id| document.to_source(unit_id, id.span));
            let id = id.map(|id| written_id(source, unit_id, id, style));
            let beside = match id {
                Some(id) => format!("{} {id}", comment()),
                None => format!(" {}", comment()),
            };
            return Some(Edit {
                span: at,
                text: beside,
            });
        }
        let id = id.map_or_else(String::new, |id| {
            format!(" {}", written_id(source, unit_id, id, style))
        });
        let hashes = "#".repeat(usize::from(level));
        let is_block = source.document.block(unit.block).kind == BlockKind::Heading(level);
        return is_block.then(|| Edit {
            span: source.span(unit.block),
            text: format!("{hashes} {}{id}", comment()),
        });
    }
    if is_stays {
        return None;
    }
    if is_copied {
        let escaped = match unit.kind {
            UnitKind::Paragraph
            | UnitKind::ListItem
            | UnitKind::Definition
            | UnitKind::HtmlText => comment(),
            UnitKind::TableCell => comment().replace('|', "\\|"),
            _ => return None,
        };
        return Some(Edit {
            span: Span::new(unit.span.end, unit.span.end),
            text: format!(" {escaped}"),
        });
    }
    let written = match unit.kind {
        UnitKind::Paragraph | UnitKind::ListItem | UnitKind::Definition | UnitKind::HtmlText => {
            let task = document.codes(unit_id).first();
            let task =
                task.filter(|code| code.kind == CodeKind::TaskMarker && code.span.start == 0);
            let task = task.and_then(|code| text.get(code.span.range()));
            match task {
                Some(mark) => format!("{mark} {}", comment()),
                None => comment(),
            }
        }
        UnitKind::TableCell => comment().replace('|', "\\|"),
        _ => return None,
    };
    Some(Edit {
        span: unit.span,
        text: written,
    })
}

fn is_id(code: &&InlineCode) -> bool {
    code.kind == CodeKind::HeadingId
}

/// Tells whether what stands in a heading's braces is an id and nothing else.
pub fn is_plain_id(id: &str) -> bool {
    !id.is_empty()
        && !id.contains(|c: char| c.is_whitespace() || matches!(c, ':' | '{' | '}' | '='))
        && !id.starts_with('.')
}

/// Another dialect writes ids in its own form.
fn id_edit(source: &Outline<'_>, unit: UnitId, id: &InlineCode, style: Style<'_>) -> Option<Edit> {
    let written = written_id(source, unit, id, style);
    let place = source.document.to_source(unit, id.span);
    (source.document.source.slice(place) != written).then_some(Edit {
        span: place,
        text: written,
    })
}

/// The id of a heading in the draft's form: as it stands where both sides write alike, or where the draft has no form of its own.
pub fn written_id(source: &Outline<'_>, unit: UnitId, id: &InlineCode, style: Style<'_>) -> String {
    let document = source.document;
    let own = document
        .text(unit)
        .get(id.span.range())
        .unwrap_or_default()
        .to_owned();
    if document.dialect == style.dialect || !is_plain_id(&id.content) {
        return own;
    }
    style.dialect.heading_id(&id.content).unwrap_or(own)
}

fn dedented(text: &str, prefix: &str) -> Vec<String> {
    let lines = text.lines().enumerate();
    let lines = lines.map(|(at, line)| match at {
        0 => line,
        _ => place::strip(line, prefix),
    });
    lines
        .map(|line| line.trim_end_matches('\r').to_owned())
        .collect()
}
