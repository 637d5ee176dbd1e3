//! The next things to do, for people and for scripts: one pair at a time, with the place where its translation belongs.

use crate::bitext::bitext::Bitext;
use crate::bitext::bitext::Pair;
use crate::progress::agenda;
use crate::report::diff;
use crate::report::diff::Item;
use crate::report::diff_text;
use crate::report::diff_text::DiffStyle;
use crate::text::source::LineColumn;
use serde::Serialize;
use std::io;
use std::io::Write;

/// One thing to do.
pub struct NextItem<'a> {
    /// The pair.
    pub item: Item<'a>,
    /// Where the source begins, when there is one.
    pub source_place: Option<LineColumn>,
    /// Where the translation stands in the draft, or belongs.
    pub target_place: LineColumn,
}

impl<'a> NextItem<'a> {
    /// Finds the places of a pair.
    pub fn new(bitext: &'a Bitext, pair: &'a Pair, pair_idx: usize) -> Self {
        let source = diff::span(&bitext.source, &pair.source);
        let target = agenda::place(bitext, pair_idx);
        Self {
            item: Item {
                bitext,
                pair,
                blame: None,
                before: None,
            },
            source_place: source.map(|span| bitext.source.source.line_column(span.start)),
            target_place: bitext.target.source.line_column(target.start),
        }
    }

    /// Returns the draft's path; it need not exist.
    pub fn target_path(&self) -> &'a str {
        self.item.bitext.target.source.name()
    }
}

/// Writes the items as `diff` shows them, and how many wait in all.
pub fn write(
    items: &[NextItem<'_>],
    n_all: usize,
    style: &DiffStyle<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    for next in items {
        diff_text::write(&[next.item], &[], style, out)?;
        if next.item.pair.target.is_empty() {
            let line = next.target_place.line.to_string();
            let args = [("path", next.target_path()), ("line", line.as_str())];
            writeln!(out, "{}\n", style.messages.format("next-belongs", &args))?;
        }
    }
    let n = n_all.saturating_sub(items.len()).to_string();
    writeln!(out, "{}", style.messages.format("next-sum", &[("n", &n)]))
}

#[derive(Serialize)]
struct NextJson<'a> {
    schema: &'static str,
    waiting: usize,
    items: Vec<ItemJson<'a>>,
}

#[derive(Serialize)]
struct ItemJson<'a> {
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    severity: Option<&'static str>,
    lang: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<SideJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous: Option<String>,
    target: SideJson<'a>,
}

#[derive(Serialize)]
struct SideJson<'a> {
    path: &'a str,
    line: u32,
    column: u32,
    text: String,
}

/// Writes the items as JSON; the target's text is empty where it is still to be written.
pub fn write_json(items: &[NextItem<'_>], n_all: usize, out: &mut dyn Write) -> io::Result<()> {
    let items = items.iter().map(|next| {
        let Item { bitext, pair, .. } = next.item;
        ItemJson {
            state: pair.state.name(),
            severity: next.item.severity(),
            lang: bitext.target.lang.tag(),
            source: next.source_place.map(|place| SideJson {
                path: bitext.source.source.name(),
                line: place.line,
                column: place.column,
                text: bitext.source.texts(&pair.source),
            }),
            previous: next.item.previous(),
            target: SideJson {
                path: next.target_path(),
                line: next.target_place.line,
                column: next.target_place.column,
                text: bitext.target.texts(&pair.target),
            },
        }
    });
    let document = NextJson {
        schema: "duizhao/next/1",
        waiting: n_all,
        items: items.collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}
