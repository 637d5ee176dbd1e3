//! The units and sentences of one file (`duizhao/segment/1`), and reading that document back.

use crate::document::document::Document;
use crate::document::unit::UnitKind;
use crate::report::place::Places;
use crate::text::fingerprint::Fingerprint;
use crate::text::lang::Lang;
use crate::text::sentence;
use crate::text::sentence::Segmentation;
use crate::text::source::Source;
use crate::text::span::Span;
use serde::Deserialize;
use serde::Serialize;
use std::collections::HashMap;
use std::io;
use std::io::Write;

/// The version of the JSON document.
pub const SCHEMA: &str = "duizhao/segment/1";

/// One file's units.
#[derive(Debug, Serialize)]
pub struct Segments {
    schema: &'static str,
    path: String,
    lang: String,
    /// `markdown`, `mdx` or `plain`.
    pub format: String,
    /// The units in reading order.
    pub units: Vec<Segment>,
}

/// One unit.
#[derive(Debug, Serialize)]
pub struct Segment {
    /// Stable and unique in its file: the fingerprint of the text, a number after it from the second such text on.
    pub id: String,
    /// The kind of unit.
    pub kind: &'static str,
    /// The level of a heading.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<u8>,
    /// The key of a front-matter value or an attribute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// 1-based line.
    pub line: u32,
    /// 1-based column in Unicode scalar values.
    pub column: u32,
    /// False when a directive says that it is not to be translated.
    pub translatable: bool,
    /// The text.
    pub text: String,
    /// Its sentences; they join to the text.
    pub sentences: Vec<String>,
}

/// What `assemble` reads: the same document, of which it needs only this.
#[derive(Debug, Deserialize)]
pub struct Replacements {
    /// Must be [`SCHEMA`].
    pub schema: String,
    /// How the file was read.
    pub format: Option<String>,
    /// The units to write.
    pub units: Vec<Replacement>,
}

/// One unit to write.
#[derive(Debug, Deserialize)]
pub struct Replacement {
    /// Its id.
    pub id: String,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Its text, changed or not.
    pub text: String,
}

/// Names units: equal texts are told apart by a number.
#[derive(Default)]
struct Names {
    n_seen: HashMap<Fingerprint, usize>,
}

impl Names {
    fn next(&mut self, text: &str) -> String {
        let fingerprint = Fingerprint::of(text);
        let n = self.n_seen.entry(fingerprint).or_default();
        *n += 1;
        match *n {
            1 => fingerprint.to_string(),
            n => format!("{fingerprint}-{n}"),
        }
    }
}

/// Lists the units of a document that was read as `format`.
pub fn of_document(document: &Document, format: &str) -> Segments {
    let (mut places, mut names) = (Places::default(), Names::default());
    let units = document.unit_ids().map(|id| {
        let (unit, text) = (document.unit(id), document.text(id));
        let place = places.at(&document.source, unit.span.start);
        let sentences = document.sentences(id).into_iter();
        Segment {
            id: names.next(text),
            kind: unit.kind.name(),
            level: match unit.kind {
                UnitKind::Heading(level) => Some(level),
                _ => None,
            },
            key: unit.key.clone(),
            start: unit.span.start,
            end: unit.span.end,
            line: place.line,
            column: place.column,
            translatable: unit.is_translatable,
            text: text.to_owned(),
            sentences: sentences
                .map(|span| text.get(span.range()).unwrap_or_default().to_owned())
                .collect(),
        }
    });
    Segments {
        schema: SCHEMA,
        path: document.source.name().to_owned(),
        lang: document.lang.tag().to_owned(),
        format: format.to_owned(),
        units: units.collect(),
    }
}

/// Lists the paragraphs of plain text: what stands between empty lines.
pub fn of_plain(source: &Source, lang: &Lang, segmentation: &Segmentation) -> Segments {
    let (mut places, mut names) = (Places::default(), Names::default());
    let units = paragraphs(source).into_iter().map(|span| {
        let text = source.slice(span);
        let place = places.at(source, span.start);
        let sentences = sentence::split(text, &[], lang, segmentation).into_iter();
        Segment {
            id: names.next(text),
            kind: UnitKind::Paragraph.name(),
            level: None,
            key: None,
            start: span.start,
            end: span.end,
            line: place.line,
            column: place.column,
            translatable: true,
            text: text.to_owned(),
            sentences: sentences
                .map(|range| text.get(range).unwrap_or_default().to_owned())
                .collect(),
        }
    });
    Segments {
        schema: SCHEMA,
        path: source.name().to_owned(),
        lang: lang.tag().to_owned(),
        format: "plain".to_owned(),
        units: units.collect(),
    }
}

fn paragraphs(source: &Source) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut is_open = false;
    for line in 1..=source.n_lines() {
        let mut span = source.line_span(line);
        let text = source.slice(span);
        if line == 1 && text.starts_with('\u{feff}') {
            span.start += 3;
        }
        if source.slice(span).trim().is_empty() {
            is_open = false;
            continue;
        }
        match found.last_mut().filter(|_| is_open) {
            Some(last) => last.end = span.end,
            None => found.push(span),
        }
        is_open = true;
    }
    found
}

/// Writes the document.
pub fn write_json(segments: &Segments, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, segments)?;
    writeln!(out)
}

/// Writes the units for people: place, kind, and the sentences, one a line.
pub fn write_full(segments: &Segments, out: &mut dyn Write) -> io::Result<()> {
    for unit in &segments.units {
        let level = unit
            .level
            .map(|level| format!(" {level}"))
            .unwrap_or_default();
        let key = unit
            .key
            .as_deref()
            .map(|key| format!(" {key}"))
            .unwrap_or_default();
        writeln!(
            out,
            "{}:{} {}{level}{key}",
            unit.line, unit.column, unit.kind
        )?;
        let whole = std::slice::from_ref(&unit.text);
        let lines = if unit.sentences.is_empty() {
            whole
        } else {
            &unit.sentences
        };
        for line in lines {
            writeln!(
                out,
                "    {}",
                crate::report::table::printable(line.trim_end())
            )?;
        }
    }
    Ok(())
}

/// Makes a confidence fit to be read: four digits.
pub fn confidence(value: f32) -> f64 {
    (f64::from(value) * 1e4).round() / 1e4
}
