//! Reads `duizhao.yaml`.

use crate::config::config::Config;
use crate::config::node::Key;
use crate::config::node::Node;
use crate::config::node::Value;
use crate::config::read;
use crate::text::notice::Notice;
use crate::text::source::Source;
use crate::text::span::Span;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_yaml::Spanned;
use std::fmt;

/// Nesting deeper than this is refused: a settings file needs four levels.
const DEEPEST: usize = 32;

/// Reads and checks a configuration. All problems are told at once, each with its line.
pub fn read(source: &Source) -> Result<Config, Vec<Notice>> {
    let node = parse(source).map_err(|notice| vec![notice])?;
    read::read(source, &node)
}

/// Reads YAML, and so JSON, into a tree with places.
fn parse(source: &Source) -> Result<Node, Notice> {
    let text = source.text();
    let bare = text.trim_start_matches('\u{feff}');
    let offset = Span::of(0..text.len() - bare.len()).end;
    let is_content = |line: &str| !matches!(line.trim().as_bytes().first(), None | Some(b'#'));
    if !bare.lines().any(is_content) {
        let span = Span::default();
        let value = Value::Null;
        return Ok(Node { value, span });
    }
    let options = serde_yaml::options! {
        budget: serde_yaml::budget! { max_depth: DEEPEST, flow_nesting_limit: DEEPEST, max_documents: 1 },
        duplicate_keys: serde_yaml::DuplicateKeyPolicy::PassThrough,
        merge_keys: serde_yaml::MergeKeyPolicy::AsOrdinary,
        strict_booleans: true,
        with_snippet: false,
    };
    match serde_yaml::from_str_with_options::<Spanned<Raw>>(bare, options) {
        Ok(raw) => Ok(node(raw, offset)),
        Err(error) => Err(broken(source, &error, offset)),
    }
}

/// Tells what the parser says, at its place, without its own "at line 3, column 5".
fn broken(source: &Source, error: &serde_yaml::Error, offset: u32) -> Notice {
    let said = error.render_with_formatter(&serde_yaml::UserMessageFormatter);
    let said = said.lines().next().unwrap_or_default();
    let said = said
        .rsplit_once(" at line ")
        .map_or(said, |(words, _)| words);
    // Scanner errors know no bytes, only their line and column.
    let span = error.location().map(|location| {
        let line = source.line_span(u32::try_from(location.line()).unwrap_or(u32::MAX));
        let bom = if location.line() == 1 { offset } else { 0 };
        let n_chars = usize::try_from(location.column().saturating_sub(1)).unwrap_or(usize::MAX);
        let inner = source.slice(line).char_indices().nth(n_chars);
        let start = inner.map_or(line.end, |(at, _)| line.start + Span::of(0..at).end + bom);
        Span::new(start, start)
    });
    let span = span.unwrap_or_default();
    Notice::new("config-broken")
        .arg("detail", said)
        .at(source, span)
}

fn place(location: &serde_yaml::Location, offset: u32) -> Span {
    let span = location.span();
    let start = span.byte_offset().unwrap_or_default();
    let end = start + span.byte_len().unwrap_or_default();
    let narrow = |at: u64| u32::try_from(at).unwrap_or(u32::MAX);
    Span::new(
        narrow(start).saturating_add(offset),
        narrow(end).saturating_add(offset),
    )
}

fn node(raw: Spanned<Raw>, offset: u32) -> Node {
    let span = place(&raw.referenced, offset);
    let value = match raw.value {
        Raw::Null => Value::Null,
        Raw::Bool(value) => Value::Bool(value),
        Raw::Number(value) => Value::Number(value),
        Raw::Text(value) => Value::Text(value),
        Raw::List(items) => Value::List(items.into_iter().map(|item| node(item, offset)).collect()),
        Raw::Map(entries) => {
            let entries = entries.into_iter().map(|(key, value)| {
                let span = place(&key.referenced, offset);
                let name = key.value;
                (Key { name, span }, node(value, offset))
            });
            Value::Map(entries.collect())
        }
    };
    Node { value, span }
}

/// What the deserializer gives: a [`Node`] whose places are still the parser's.
enum Raw {
    Null,
    Bool(bool),
    Number(f64),
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

    fn visit_bool<E: Error>(self, value: bool) -> Result<Raw, E> {
        Ok(Raw::Bool(value))
    }

    #[expect(clippy::cast_precision_loss, reason = "settings hold small numbers")]
    fn visit_i64<E: Error>(self, value: i64) -> Result<Raw, E> {
        Ok(Raw::Number(value as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "settings hold small numbers")]
    fn visit_u64<E: Error>(self, value: u64) -> Result<Raw, E> {
        Ok(Raw::Number(value as f64))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Raw, E> {
        Ok(Raw::Number(value))
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
