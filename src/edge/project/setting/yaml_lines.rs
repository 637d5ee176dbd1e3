//! Reads the YAML of other programs' configurations by its lines. Tags that only those programs know (`!!python/name`, `!ENV`) do no harm.

use crate::edge::project::setting::script;
use crate::edge::project::setting::tree::DEEPEST;
use crate::edge::project::setting::tree::Setting;

/// A line with words: how far it is indented, what it says.
type Line<'a> = (usize, &'a str);

/// Reads a file; what cannot be known is left out.
pub fn read(text: &str) -> Setting {
    let lines: Vec<Line<'_>> = text.lines().filter_map(line).collect();
    let mut at = 0;
    let indent = lines.first().map_or(0, |(indent, _)| *indent);
    block(&lines, &mut at, indent, 0)
}

fn line(text: &str) -> Option<Line<'_>> {
    let text = text.trim_start_matches('\u{feff}');
    let bare = text.trim_start_matches(' ');
    let is_empty = bare.trim().is_empty() || bare.starts_with('#') || bare.trim() == "---";
    (!is_empty).then(|| (text.len() - bare.len(), bare.trim_end()))
}

/// Reads the list or map whose lines are indented by `indent`, and steps behind it.
fn block(lines: &[Line<'_>], at: &mut usize, indent: usize, depth: usize) -> Setting {
    let mut items = Vec::new();
    let mut entries = Vec::new();
    while let Some((here, text)) = lines.get(*at).copied() {
        if here < indent {
            break;
        }
        *at += 1;
        if here > indent || depth > DEEPEST {
            continue;
        }
        let item = text.strip_prefix('-').filter(|rest| {
            let is_alone = rest.is_empty();
            is_alone || rest.starts_with(' ')
        });
        if let Some(rest) = item {
            let inner = indent + text.len() - rest.trim_start().len();
            items.push(list_item(lines, at, (indent, inner), rest.trim(), depth));
        } else if let Some((key, rest)) = split_key(text) {
            entries.push((key, value(lines, at, indent, rest, depth)));
        }
    }
    if entries.is_empty() {
        Setting::List(items)
    } else {
        Setting::Map(entries)
    }
}

/// Reads what stands behind `-`: a value, or the first entry of a map whose other entries are indented like it.
fn list_item(
    lines: &[Line<'_>],
    at: &mut usize,
    (indent, inner): (usize, usize),
    rest: &str,
    depth: usize,
) -> Setting {
    let Some((key, rest)) = split_key(rest) else {
        return value(lines, at, indent, rest, depth);
    };
    let mut entries = vec![(key, value(lines, at, inner, rest, depth + 1))];
    if lines.get(*at).is_some_and(|(next, _)| *next == inner) {
        let others = block(lines, at, inner, depth + 1);
        entries.extend(others.entries().iter().cloned());
    }
    Setting::Map(entries)
}

/// Reads what stands behind a key or a dash that is indented by `indent`.
fn value(lines: &[Line<'_>], at: &mut usize, indent: usize, rest: &str, depth: usize) -> Setting {
    let next = lines.get(*at).copied();
    match rest.as_bytes().first() {
        None => match next {
            Some((inner, _)) if inner > indent => block(lines, at, inner, depth + 1),
            // A list may stand as far left as its key.
            Some((inner, text)) if inner == indent && text.starts_with("- ") => {
                let mut items = Vec::new();
                while let Some((_, text)) = lines
                    .get(*at)
                    .filter(|(here, text)| *here == indent && text.starts_with("- "))
                {
                    *at += 1;
                    let rest = text.get(1..).unwrap_or_default();
                    let inner = indent + text.len() - rest.trim_start().len();
                    items.push(list_item(
                        lines,
                        at,
                        (indent, inner),
                        rest.trim(),
                        depth + 1,
                    ));
                    while lines.get(*at).is_some_and(|(here, _)| *here > indent) {
                        *at += 1;
                    }
                }
                Setting::List(items)
            }
            _ => Setting::Unknown,
        },
        Some(b'|' | b'>' | b'!' | b'&' | b'*') => Setting::Unknown,
        Some(b'[' | b'{') => {
            let mut flow = rest.to_owned();
            while let Some((_, text)) = lines.get(*at).filter(|(inner, _)| *inner > indent) {
                *at += 1;
                flow.push('\n');
                flow.push_str(text);
            }
            flow_value(&flow)
        }
        Some(_) => scalar(rest),
    }
}

/// Reads `[a, b]` or `{a: b}`: what JavaScript calls names are words here.
fn flow_value(text: &str) -> Setting {
    let read = script::read(&format!("{{value: {text}}}"));
    read.get("value").cloned().map_or(Setting::Unknown, words)
}

fn words(value: Setting) -> Setting {
    match value {
        Setting::Name(name) => Setting::Text(name),
        Setting::List(items) => Setting::List(items.into_iter().map(words).collect()),
        Setting::Map(entries) => {
            let entries = entries.into_iter();
            Setting::Map(entries.map(|(key, value)| (key, words(value))).collect())
        }
        other => other,
    }
}

/// Reads a value of one line.
fn scalar(text: &str) -> Setting {
    for quote in ['"', '\''] {
        if let Some(inner) = text.strip_prefix(quote) {
            let inner = inner.split_once(quote).map_or(inner, |(inner, _)| inner);
            return Setting::Text(inner.to_owned());
        }
    }
    match text.split(" #").next().unwrap_or_default().trim() {
        "true" | "yes" | "on" => Setting::Flag(true),
        "false" | "no" | "off" => Setting::Flag(false),
        "~" | "null" => Setting::Unknown,
        text => Setting::Text(text.to_owned()),
    }
}

/// Splits `key: value` and `key:`.
fn split_key(text: &str) -> Option<(String, &str)> {
    let is_end = |at: usize| {
        let rest = text.get(at + 1..).unwrap_or_default();
        rest.is_empty() || rest.starts_with([' ', '\t'])
    };
    if text.starts_with(['[', '{', '|', '>', '#']) {
        return None;
    }
    let from = match text.as_bytes().first() {
        Some(quote @ (b'"' | b'\'')) => text.get(1..)?.find(char::from(*quote))? + 2,
        _ => 0,
    };
    let at = text
        .get(from..)?
        .match_indices(':')
        .map(|(at, _)| from + at);
    let at = at.into_iter().find(|at| is_end(*at))?;
    let key = text.get(..at)?.trim().trim_matches(['"', '\'']);
    let rest = text.get(at + 1..)?.trim();
    let rest = if rest.starts_with('#') { "" } else { rest };
    (!key.is_empty()).then(|| (key.to_owned(), rest))
}
