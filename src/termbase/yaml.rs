//! Reads glossary files.

use crate::termbase::entry;
use crate::termbase::termbase::Termbase;
use crate::termbase::tree::Node;
use crate::termbase::tree::Value;
use crate::text::notice::Notice;
use crate::text::source::Source;
use crate::text::span::Span;
use serde::de::Deserialize;
use serde::de::Deserializer;
use serde::de::Error;
use serde::de::MapAccess;
use serde::de::SeqAccess;
use serde::de::Visitor;
use serde_yaml::Spanned;
use std::fmt;

/// Nesting deeper than this is refused: a glossary needs five levels.
const DEEPEST: usize = 32;

/// Reads one glossary file. What cannot be read is told, with file and line; unknown keys with the nearest known one.
pub fn read(source: &Source) -> (Termbase, Vec<Notice>) {
    match tree(source) {
        Ok(node) => entry::termbase(source, &node),
        Err(notice) => (Termbase::default(), vec![notice]),
    }
}

/// Reads YAML into a tree with places. Scalars stay as they are written: `3.10` and `no` are words of a glossary.
pub fn tree(source: &Source) -> Result<Node, Notice> {
    let text = source.text();
    let bare = text.trim_start_matches('\u{feff}');
    let offset = text.len() - bare.len();
    let is_content = |line: &str| !matches!(line.trim().as_bytes().first(), None | Some(b'#'));
    if !bare.lines().any(is_content) {
        return Ok(Node {
            span: Span::default(),
            value: Value::Map(Vec::new()),
        });
    }
    let options = serde_yaml::options! {
        budget: serde_yaml::budget! {
            max_depth: DEEPEST,
            flow_nesting_limit: DEEPEST,
            max_documents: 1,
            max_events: usize::MAX,
            max_nodes: usize::MAX,
            max_total_scalar_bytes: usize::MAX,
            max_aliases: 10_000,
        },
        duplicate_keys: serde_yaml::DuplicateKeyPolicy::PassThrough,
        strict_booleans: true,
        with_snippet: false,
    };
    match serde_yaml::from_str_with_options::<Spanned<Raw>>(bare, options) {
        Ok(raw) => Ok(node(raw, bare, offset)),
        Err(error) => Err(broken(source, &error, offset)),
    }
}

/// Tells what the parser says, at its place, without its own "at line 3, column 5".
fn broken(source: &Source, error: &serde_yaml::Error, offset: usize) -> Notice {
    let said = error.render_with_formatter(&serde_yaml::UserMessageFormatter);
    let said = said.lines().next().unwrap_or_default();
    let said = said
        .rsplit_once(" at line ")
        .map_or(said, |(words, _)| words);
    let span = error.location().map(|location| {
        let line = source.line_span(u32::try_from(location.line()).unwrap_or(u32::MAX));
        let bom = if location.line() == 1 { offset } else { 0 };
        let n_chars = usize::try_from(location.column().saturating_sub(1)).unwrap_or(usize::MAX);
        let inner = source.slice(line).char_indices().nth(n_chars);
        let start = inner.map_or(line.end, |(at, _)| line.start + Span::of(0..at + bom).end);
        Span::new(start, start)
    });
    Notice::new("glossary-broken")
        .arg("detail", said)
        .at(source, span.unwrap_or_default())
}

fn place(location: &serde_yaml::Location) -> std::ops::Range<usize> {
    let span = location.span();
    let start = span.byte_offset().unwrap_or_default();
    let end = start + span.byte_len().unwrap_or_default();
    let narrow = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
    narrow(start)..narrow(end)
}

fn node(raw: Spanned<Raw>, text: &str, offset: usize) -> Node {
    let moved = |range: std::ops::Range<usize>| Span::of(range.start + offset..range.end + offset);
    let span = moved(place(&raw.referenced));
    let value = match raw.value {
        Raw::Null => Value::Null,
        Raw::Plain => {
            let written = text.get(place(&raw.defined)).unwrap_or_default();
            Value::Text(written.trim().to_owned())
        }
        Raw::Text(value) => Value::Text(value),
        Raw::List(items) => Value::List(
            items
                .into_iter()
                .map(|item| node(item, text, offset))
                .collect(),
        ),
        Raw::Map(entries) => {
            let entries = entries.into_iter().map(|(key, value)| {
                let span = moved(place(&key.referenced));
                (key.value, span, node(value, text, offset))
            });
            Value::Map(entries.collect())
        }
    };
    Node { span, value }
}

/// What the deserializer gives. `Plain` is a boolean or a number, whose writing is taken from the file.
enum Raw {
    Null,
    Plain,
    Text(String),
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<String>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Raw, E> {
        Ok(Raw::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Raw::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Raw, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Raw::Map(map))
    }
}
