//! Reads the TOML of other programs' configurations by its lines: tables, texts, flags and lists of texts.

use crate::edge::project::setting::script;
use crate::edge::project::setting::tree::Setting;

/// Reads a file; what cannot be known is left out.
pub fn read(text: &str) -> Setting {
    let mut root = Vec::new();
    let mut table: Vec<String> = Vec::new();
    let mut fence: Option<&str> = None;
    for line in text.trim_start_matches('\u{feff}').lines() {
        let line = line.trim();
        if let Some(mark) = fence {
            if line.contains(mark) {
                fence = None;
            }
            continue;
        }
        if line.starts_with('[') {
            let name = line.trim_start_matches('[');
            let name = name.split_once(']').map_or(name, |(name, _)| name);
            table = keys(name);
            continue;
        }
        let Some((key, rest)) = line.split_once('=').filter(|_| !line.starts_with('#')) else {
            continue;
        };
        let rest = rest.trim();
        let opening = ["\"\"\"", "'''"]
            .into_iter()
            .find(|mark| rest.starts_with(mark));
        if let Some(mark) = opening {
            let is_closed = rest.get(3..).is_some_and(|rest| rest.contains(mark));
            fence = Some(mark).filter(|_| !is_closed);
            continue;
        }
        let path: Vec<String> = table.iter().cloned().chain(keys(key)).collect();
        put(&mut root, &path, value(rest));
    }
    Setting::Map(root)
}

/// Splits a dotted key; a quoted part holds no dots that matter here.
fn keys(text: &str) -> Vec<String> {
    let parts = text.split('.');
    let parts = parts.map(|part| part.trim().trim_matches(['"', '\'']).to_owned());
    parts.take(16).collect()
}

fn value(text: &str) -> Setting {
    match text.as_bytes().first() {
        Some(b'"' | b'\'') => {
            let quote = if text.starts_with('"') { '"' } else { '\'' };
            let inner = text.get(1..).unwrap_or_default();
            let inner = inner.split_once(quote).map_or(inner, |(inner, _)| inner);
            Setting::Text(inner.to_owned())
        }
        Some(b'[') => {
            let read = script::read(&format!("{{value: {text}}}"));
            read.get("value").cloned().unwrap_or(Setting::Unknown)
        }
        _ => match text.split('#').next().unwrap_or_default().trim() {
            "true" => Setting::Flag(true),
            "false" => Setting::Flag(false),
            "" => Setting::Unknown,
            text => Setting::Text(text.to_owned()),
        },
    }
}

fn put(entries: &mut Vec<(String, Setting)>, path: &[String], value: Setting) {
    match path {
        [] => {}
        [key] => entries.push((key.clone(), value)),
        [key, inner @ ..] => {
            let known = entries
                .iter()
                .position(|(name, value)| name == key && matches!(value, Setting::Map(_)));
            let at = known.unwrap_or_else(|| {
                entries.push((key.clone(), Setting::Map(Vec::new())));
                entries.len() - 1
            });
            if let Some((_, Setting::Map(entries))) = entries.get_mut(at) {
                put(entries, inner, value);
            }
        }
    }
}
