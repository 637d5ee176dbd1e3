//! What there is to do as one JSON document (`duizhao/diff/1`).

use crate::document::document::Document;
use crate::document::unit::UnitId;
use crate::progress::drift;
use crate::report::blame::BlameJson;
use crate::report::diff;
use crate::report::diff::Item;
use crate::report::diff::LayoutItem;
use crate::report::place::Places;
use crate::report::segment::confidence;
use crate::text::span::Span;
use serde::Serialize;
use std::io;
use std::io::Write;

#[derive(Serialize)]
struct DiffJson {
    schema: &'static str,
    items: Vec<ItemJson>,
}

#[derive(Serialize)]
struct ItemJson {
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    severity: Option<&'static str>,
    lang: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<SideJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<SideJson>,
    sentences: Vec<SentencesJson>,
    confidence: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    blame: Option<BlameJson>,
}

#[derive(Serialize)]
struct SideJson {
    path: String,
    line: u32,
    column: u32,
    start: u32,
    end: u32,
    text: String,
}

#[derive(Serialize)]
struct SentencesJson {
    source: usize,
    target: Vec<usize>,
}

/// Writes the items, those of layout last.
pub fn write(items: &[Item<'_>], layout: &[LayoutItem<'_>], out: &mut dyn Write) -> io::Result<()> {
    let (mut source, mut target) = (Places::default(), Places::default());
    let mut document = DiffJson {
        schema: "duizhao/diff/1",
        items: items
            .iter()
            .map(|item| to_json(*item, &mut source, &mut target))
            .collect(),
    };
    for item in layout {
        let json = layout_to_json(*item, &mut source, &mut target);
        document.items.push(json);
    }
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn to_json(item: Item<'_>, source: &mut Places, target: &mut Places) -> ItemJson {
    let is_drifting = matches!(item.pair.state.name(), "stale" | "unconfirmed");
    let drift = is_drifting
        .then(|| drift::drift(item.bitext, item.pair))
        .flatten();
    let changed = drift.map(|drift| diff::changed_sentences(item, &drift));
    ItemJson {
        state: item.pair.state.name(),
        severity: item.severity(),
        lang: item.bitext.target.lang.tag().to_owned(),
        key: item.key().map(str::to_owned),
        source: side(&item.bitext.source, &item.pair.source, source),
        previous: item.previous(),
        target: side(&item.bitext.target, &item.pair.target, target),
        sentences: changed
            .unwrap_or_default()
            .into_iter()
            .map(|(source, target)| SentencesJson { source, target })
            .collect(),
        confidence: confidence(item.pair.confidence),
        blame: item.blame.map(BlameJson::from),
    }
}

fn layout_to_json(item: LayoutItem<'_>, source: &mut Places, target: &mut Places) -> ItemJson {
    let side = |document: &Document, span: Option<Span>, places: &mut Places| {
        let span = span?;
        let text = document.source.text()[span.range()].to_owned();
        Some(side_of(document, span, text, places))
    };
    ItemJson {
        state: item.state(),
        severity: Some(item.severity()),
        lang: item.bitext.target.lang.tag().to_owned(),
        key: None,
        source: side(&item.bitext.source, item.change.source, source),
        previous: item.change.previous.clone(),
        target: side(&item.bitext.target, item.change.target, target),
        sentences: Vec::new(),
        confidence: 1.0,
        blame: None,
    }
}

fn side(document: &Document, units: &[UnitId], places: &mut Places) -> Option<SideJson> {
    let span = diff::span(document, units)?;
    let text = document.texts(units);
    Some(side_of(document, span, text, places))
}

fn side_of(document: &Document, span: Span, text: String, places: &mut Places) -> SideJson {
    let place = places.at(&document.source, span.start);
    SideJson {
        path: document.source.name().to_owned(),
        line: place.line,
        column: place.column,
        start: span.start,
        end: span.end,
        text,
    }
}
