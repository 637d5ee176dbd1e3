//! The lock as JSON Lines: a header line, then one record a line. A set of lines: any union of two locks is a lock.

use crate::bitext::bitext::Level;
use crate::lock::lock::{Damage, DamageKind, Lock, Record};
use crate::text::span::Span;
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value, json};
use std::collections::HashMap;

/// The header's key, and the only version there is.
const FORMAT: &str = "duizhao";
const VERSION: &str = "lock/1";
/// The version of the units' boundaries. Records are found by their text, so another number resets nothing.
const SEGMENTER: u64 = 1;
/// The header's key for the source's lines of markup.
const MARKUP: &str = "markup";

/// Reads a lock. Never fails: conflict markers and damaged lines are skipped and told in [`Lock::damage`].
pub fn read(text: &str) -> Lock {
    let mut lock = Lock::default();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for (line_idx, line) in text.lines().enumerate() {
        let damage = match read_line(line.trim(), &mut lock) {
            Ok(()) => continue,
            Err(kind) => kind,
        };
        lock.damage.push(Damage {
            line: Span::of(0..line_idx + 1).end,
            kind: damage,
        });
    }
    lock
}

/// Writes a lock: the same records give the same bytes.
pub fn write(lock: &Lock) -> String {
    let mut out = String::new();
    let mut known = vec![(FORMAT, json!(VERSION)), ("segmenter", json!(SEGMENTER))];
    if let Some(markup) = &lock.markup {
        known.push((MARKUP, json!(markup)));
    }
    write_fields(known, &lock.header_extra, &mut out);
    for record in &lock.records {
        write_record(record, &mut out);
    }
    out
}

fn read_line(line: &str, lock: &mut Lock) -> Result<(), DamageKind> {
    if line.is_empty() {
        return Ok(());
    }
    if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"]
        .iter()
        .any(|marker| line.starts_with(marker))
    {
        return Err(DamageKind::ConflictMarker);
    }
    if let Some(record) = read_plain(line) {
        lock.records.push(record);
        return Ok(());
    }
    let Ok(Value::Object(fields)) = serde_json::from_str(line) else {
        return Err(DamageKind::Unreadable);
    };
    if fields.contains_key(FORMAT) {
        return read_header(fields, lock);
    }
    let record = read_record(fields).ok_or(DamageKind::Unreadable)?;
    lock.records.push(record);
    Ok(())
}

/// A record with none but the known fields, as nearly every line is: read without a tree of values between.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Plain {
    source: Vec<String>,
    target: Vec<String>,
    #[serde(default, deserialize_with = "present")]
    level: Option<String>,
    #[serde(default, deserialize_with = "present")]
    reason: Option<String>,
    #[serde(default, deserialize_with = "present")]
    glossary: Option<u64>,
}

/// Reads a field that is there; `null` is no value of ours and goes the long way, where it is kept.
fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Option<T>, D::Error> {
    T::deserialize(from).map(Some)
}

fn read_plain(line: &str) -> Option<Record> {
    let plain: Plain = serde_json::from_str(line).ok()?;
    let level = match &plain.level {
        None => Level::Translated,
        Some(name) => Level::from_name(name)?,
    };
    let record = Record {
        source: plain.source.into(),
        target: plain.target.into(),
        level,
        reason: plain.reason,
        glossary: plain.glossary,
        extra: Map::new(),
    };
    (!record.source.is_empty() && !record.target.is_empty()).then_some(record)
}

fn read_header(mut fields: Map<String, Value>, lock: &mut Lock) -> Result<(), DamageKind> {
    let version = fields.remove(FORMAT);
    fields.remove("segmenter");
    if let Some(markup) = fields.get(MARKUP).cloned().and_then(texts_or_none) {
        fields.remove(MARKUP);
        lock.markup = Some(unite(lock.markup.take().unwrap_or_default(), markup));
    }
    for (key, value) in fields {
        lock.header_extra.entry(key).or_insert(value);
    }
    if version.as_ref().and_then(Value::as_str) == Some(VERSION) {
        Ok(())
    } else {
        Err(DamageKind::UnknownVersion)
    }
}

/// A record needs both sides as lists of texts; everything else may be missing.
fn read_record(mut fields: Map<String, Value>) -> Option<Record> {
    let source = texts(fields.remove("source")?)?;
    let target = texts(fields.remove("target")?)?;
    let level = match fields.get("level") {
        None => Level::Translated,
        Some(level) => Level::from_name(level.as_str()?)?,
    };
    fields.remove("level");
    let mut record = Record {
        source: source.into(),
        target: target.into(),
        level,
        reason: None,
        glossary: None,
        extra: Map::new(),
    };
    if let Some(reason) = fields.get("reason").and_then(Value::as_str) {
        record.reason = Some(reason.to_owned());
        fields.remove("reason");
    }
    if let Some(version) = fields.get("glossary").and_then(Value::as_u64) {
        record.glossary = Some(version);
        fields.remove("glossary");
    }
    record.extra = fields;
    Some(record)
}

/// What two headers know, after a merge: every line as often as either of them has it.
fn unite(one: Vec<String>, other: Vec<String>) -> Vec<String> {
    let mut known: HashMap<String, usize> = HashMap::new();
    for line in &one {
        *known.entry(line.clone()).or_default() += 1;
    }
    let mut all = one;
    for line in other {
        match known.get_mut(&line) {
            Some(n) if *n > 0 => *n -= 1,
            _ => all.push(line),
        }
    }
    all
}

fn texts(value: Value) -> Option<Vec<String>> {
    texts_or_none(value).filter(|texts| !texts.is_empty())
}

fn texts_or_none(value: Value) -> Option<Vec<String>> {
    let Value::Array(values) = value else {
        return None;
    };
    let texts = values.into_iter().map(|value| match value {
        Value::String(text) => Some(text),
        _ => None,
    });
    texts.collect()
}

fn write_record(record: &Record, out: &mut String) {
    let mut known = vec![
        ("source", json!(record.source)),
        ("target", json!(record.target)),
        ("level", json!(record.level.name())),
    ];
    if let Some(reason) = &record.reason {
        known.push(("reason", json!(reason)));
    }
    if let Some(version) = record.glossary {
        known.push(("glossary", json!(version)));
    }
    write_fields(known, &record.extra, out);
}

/// One line: the known fields in their order, then the unknown ones, sorted.
fn write_fields<'a>(
    known: impl IntoIterator<Item = (&'a str, Value)>,
    extra: &'a Map<String, Value>,
    out: &mut String,
) {
    let known = known.into_iter();
    let extra = extra
        .iter()
        .map(|(key, value)| (key.as_str(), value.clone()));
    for (field_idx, (key, value)) in known.chain(extra).enumerate() {
        out.push(if field_idx == 0 { '{' } else { ',' });
        out.push_str(&Value::from(key).to_string());
        out.push(':');
        out.push_str(&value.to_string());
    }
    out.push_str("}\n");
}
