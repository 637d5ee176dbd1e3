//! What is done to drafts as one JSON document (`duizhao/sync/1`).

use crate::draft::step::Step;
use crate::i18n::messages::Messages;
use crate::report::place::Places;
use crate::report::sync::SyncItem;
use crate::text::notice::Notice;
use serde::Serialize;
use std::io;
use std::io::Write;

#[derive(Serialize)]
struct SyncJson<'a> {
    schema: &'static str,
    /// Whether the drafts were written.
    written: bool,
    documents: Vec<DocumentJson<'a>>,
}

#[derive(Serialize)]
struct DocumentJson<'a> {
    source: &'a str,
    target: &'a str,
    lang: &'a str,
    changed: bool,
    steps: Vec<StepJson<'a>>,
    troubles: Vec<TroubleJson>,
}

#[derive(Serialize)]
struct StepJson<'a> {
    kind: &'static str,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<PlaceJson>,
    target: PlaceJson,
}

#[derive(Serialize)]
struct PlaceJson {
    line: u32,
    column: u32,
    start: u32,
}

#[derive(Serialize)]
struct TroubleJson {
    id: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<PlaceJson>,
}

/// Writes the drafts; `messages` are the English words.
pub fn write(
    items: &[SyncItem<'_>],
    is_written: bool,
    messages: &Messages,
    out: &mut dyn Write,
) -> io::Result<()> {
    let document = SyncJson {
        schema: "duizhao/sync/1",
        written: is_written,
        documents: items.iter().map(|item| of_item(item, messages)).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn of_item<'a>(item: &SyncItem<'a>, messages: &Messages) -> DocumentJson<'a> {
    let (mut source, mut target) = (Places::default(), Places::default());
    let place = |places: &mut Places, file, at| {
        let place = places.at(file, at);
        PlaceJson {
            line: place.line,
            column: place.column,
            start: at,
        }
    };
    let steps = item.steps.iter().map(|step: &'a Step| StepJson {
        kind: step.kind.name(),
        text: &step.text,
        source: step
            .source
            .map(|span| place(&mut source, item.source, span.start)),
        target: place(&mut target, &item.after, step.at),
    });
    let steps = steps.collect();
    let troubles = item
        .troubles
        .iter()
        .map(|trouble| of_trouble(trouble, messages));
    DocumentJson {
        source: item.source.name(),
        target: item.before.name(),
        lang: item.lang,
        changed: item.before.text() != item.after.text(),
        steps,
        troubles: troubles.collect(),
    }
}

fn of_trouble(trouble: &Notice, messages: &Messages) -> TroubleJson {
    let bare = Notice {
        at: None,
        ..trouble.clone()
    };
    let place = trouble.at.as_ref().map(|(file, span)| {
        let place = file.line_column(span.start);
        let place = PlaceJson {
            line: place.line,
            column: place.column,
            start: span.start,
        };
        (file.name().to_owned(), place)
    });
    let (path, place) = place.map_or((None, None), |(path, place)| (Some(path), Some(place)));
    TroubleJson {
        id: trouble.id,
        message: messages.notice(&bare),
        path,
        place,
    }
}
