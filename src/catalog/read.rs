//! Reads a message file into a document: one unit a message, known by its key. Never fails: what is wrong becomes a problem.

use crate::catalog::codes;
use crate::catalog::json;
use crate::catalog::label;
use crate::catalog::name;
use crate::catalog::tree::{Node, Text};
use crate::document::block::BlockKind;
use crate::document::document::Document;
use crate::document::inline::CodeKind;
use crate::document::problem::ProblemKind;
use crate::document::unit::{Notation, UnitId, UnitKind};
use crate::markdown::draft::{CodeDraft, Draft, UnitDraft};
use crate::markdown::front_matter;
use crate::markdown::lines;
use crate::markdown::read as markdown;
use crate::markdown::settings::ReadSettings;
use crate::markdown::toml_values;
use crate::markdown::yaml_values;
use crate::text::lang::Lang;
use crate::text::script;
use crate::text::source::Source;
use std::collections::HashSet;

/// What a file of a sidebar's category holds for readers.
const CATEGORY: &[&str] = &["label", "description", "link.title", "link.description"];
/// What may stand beside a `message`: then the object is one message, and these are notes for translators and programs.
const NOTES: &[&str] = &["description", "placeholders"];

/// The name of a version (`Next`, `2.x`), which its authors choose.
const VERSION: &str = "version.label";

/// Reads any file of a project: as messages or as Markdown, by its name.
pub fn read_any(source: &Source, lang: &Lang, settings: &ReadSettings) -> Document {
    match name::is_catalog(source.name()) {
        true => read(source, lang, settings),
        false => markdown::read(source, lang, settings),
    }
}

/// Reads a message file: JSON, YAML or TOML, by its name.
pub fn read(source: &Source, lang: &Lang, settings: &ReadSettings) -> Document {
    let text = source.text();
    let mut draft = Draft::new(text);
    if name::is_json(source.name()) {
        read_json(&mut draft, source.name(), lang);
    } else {
        read_lines(&mut draft, source.name(), lang, settings);
    }
    finish(draft, source, lang, settings)
}

/// Makes both sides of a file that stands alone, as Docusaurus' files do where the default language has none. Its keys hold the source's
/// labels, and a message that is not in the target's writing is what `docusaurus write-translations` took from the source. Where neither
/// tells the source, the unit of the target is left out of the count: nobody can know whether it is up to date.
pub fn read_alone(target: &mut Document, lang: &Lang, settings: &ReadSettings) -> Document {
    let source = target.source.clone();
    let mut draft = Draft::new(source.text());
    let mut known = HashSet::new();
    if name::is_json(source.name()) {
        let (node, _) = json::read(source.text());
        for message in messages(&node, source.name(), &target.lang) {
            let Message { key, text, name } = message;
            if let Some(part) = name.and_then(|name| Some((name, label::of(&name.value)?))) {
                let (name, part) = part;
                push(&mut draft, &key, name, part);
            } else if key != VERSION && is_written_by_program(&text.value, lang, &target.lang) {
                push(&mut draft, &key, text, 0..text.value.len());
            } else {
                continue;
            }
            known.insert(key);
        }
    }
    for unit in &mut target.units {
        let is_known = unit.key.as_ref().is_some_and(|key| known.contains(key));
        unit.is_translatable &= is_known;
    }
    finish(draft, &source, lang, settings)
}

/// One message of a JSON file.
struct Message<'a> {
    key: String,
    text: &'a Text,
    /// The last part of its key, where the key is what its author chose.
    name: Option<&'a Text>,
}

fn read_json(draft: &mut Draft<'_>, name: &str, lang: &Lang) {
    let (node, flaws) = json::read(draft.text);
    let has_conflict = flaws.iter().any(|flaw| flaw.word == "conflict");
    for flaw in flaws {
        let kind = match flaw.word {
            "conflict" => ProblemKind::ConflictMarkers,
            _ => ProblemKind::MessagesMalformed,
        };
        draft.problem(kind, flaw.span, flaw.word);
    }
    if !has_conflict {
        tell_twice(draft, &node);
    }
    for message in messages(&node, name, lang) {
        push(
            draft,
            &message.key,
            message.text,
            0..message.text.value.len(),
        );
    }
}

/// Tells keys that come twice in one object: programs read the last, and what is written at the first is never seen.
fn tell_twice(draft: &mut Draft<'_>, node: &Node) {
    match node {
        Node::Map(entries) => {
            let mut later = HashSet::new();
            for (key, inner) in entries.iter().rev() {
                if !later.insert(key.value.as_str()) {
                    draft.problem(
                        ProblemKind::MessagesMalformed,
                        key.span.clone(),
                        "key-twice",
                    );
                }
                tell_twice(draft, inner);
            }
        }
        Node::List(items) => items.iter().for_each(|item| tell_twice(draft, item)),
        Node::Text(_) | Node::Other => {}
    }
}

fn messages<'a>(node: &'a Node, name: &str, lang: &Lang) -> Vec<Message<'a>> {
    let mut found = Vec::new();
    walk(node, "", None, &mut found);
    if name::is_category(name) {
        found.retain(|message| CATEGORY.contains(&message.key.as_str()));
    }
    let root = root_of(found.iter().map(|message| message.key.as_str()), lang);
    found.iter_mut().for_each(|message| {
        message.key.drain(..root);
    });
    found
}

fn walk<'a>(node: &'a Node, path: &str, name: Option<&'a Text>, found: &mut Vec<Message<'a>>) {
    let inner = |part: &str| match path {
        "" => part.to_owned(),
        path => format!("{path}.{part}"),
    };
    match node {
        Node::Text(text) => found.push(Message {
            key: path.to_owned(),
            text,
            name,
        }),
        Node::Map(entries) => {
            if let Some(text) = message_of(node).filter(|_| !path.is_empty()) {
                found.push(Message {
                    key: path.to_owned(),
                    text,
                    name,
                });
                return;
            }
            let mut later = HashSet::new();
            let mut live: Vec<&(Text, Node)> = entries.iter().rev().collect();
            live.retain(|(key, _)| later.insert(key.value.as_str()));
            for (key, value) in live.into_iter().rev() {
                walk(value, &inner(&key.value), Some(key), found);
            }
        }
        Node::List(items) => {
            for (idx, item) in items.iter().enumerate() {
                walk(item, &inner(&idx.to_string()), None, found);
            }
        }
        Node::Other => {}
    }
}

/// Returns the text of `{"message": …, "description": …}`.
fn message_of(node: &Node) -> Option<&Text> {
    let Node::Map(entries) = node else {
        return None;
    };
    let is_note = |key: &str| key == "message" || NOTES.contains(&key);
    if !entries.iter().all(|(key, _)| is_note(&key.value)) {
        return None;
    }
    match node.get("message")? {
        Node::Text(text) => Some(text),
        _ => None,
    }
}

/// Returns how much of every key is the language's own name (`zh-CN.home.title`), as some programs nest their messages.
fn root_of<'a>(mut keys: impl Iterator<Item = &'a str> + Clone, lang: &Lang) -> usize {
    let Some((root, _)) = keys.clone().next().and_then(|key| key.split_once('.')) else {
        return 0;
    };
    let is_lang = root.replace('_', "-").eq_ignore_ascii_case(lang.tag())
        || root.split(['-', '_']).next() == Some(lang.primary());
    let is_shared = keys.all(|key| {
        key.strip_prefix(root)
            .is_some_and(|rest| rest.starts_with('.'))
    });
    if is_lang && is_shared {
        root.len() + 1
    } else {
        0
    }
}

/// Adds a unit of a part of a string.
fn push(draft: &mut Draft<'_>, key: &str, text: &Text, part: std::ops::Range<usize>) {
    let pieces = text.part(part.clone());
    if pieces.is_empty() {
        return;
    }
    let block = draft.block(BlockKind::Paragraph, text.range(part.clone()));
    let written = text.value.get(part.clone()).unwrap_or_default();
    let place = |range: std::ops::Range<usize>| {
        text.range(part.start + range.start..part.start + range.end)
    };
    let codes = codes::find(written).into_iter().map(|code| CodeDraft {
        kind: code.kind,
        span: place(code.span),
        prose: code.prose.map(place),
        content: code.content,
    });
    draft.units.push(UnitDraft {
        kind: UnitKind::Message,
        block,
        notation: Notation::Json,
        key: Some(key.to_owned()),
        prefix: String::new(),
        codes: codes.collect(),
        pieces,
    });
}

/// Reads YAML or TOML: the scalars of all keys.
fn read_lines(draft: &mut Draft<'_>, name: &str, lang: &Lang, settings: &ReadSettings) {
    let text = draft.text;
    let lines = lines::lines(text);
    let is_category = name::is_category(name);
    let keys: &[&str] = if is_category {
        CATEGORY
    } else {
        &[front_matter::ALL]
    };
    let settings = ReadSettings {
        front_matter: keys.iter().map(|key| (*key).to_owned()).collect(),
        ..settings.clone()
    };
    // Its comments may hold directives, as those of front matter do.
    let block = draft.block(BlockKind::FrontMatter, 0..text.len());
    if name.to_ascii_lowercase().ends_with(".toml") {
        toml_values::read(draft, &lines, &settings, block);
    } else {
        if let Some(flaw) = front_matter::flaw(text.trim_start_matches('\u{feff}')) {
            draft.problem(
                ProblemKind::MessagesMalformed,
                0..text.lines().next().map_or(0, str::len),
                flaw,
            );
        }
        yaml_values::read(draft, &lines, &settings, block);
    }
    name_by_id(draft);
    let keys = draft
        .units
        .iter()
        .map(|unit| unit.key.as_deref().unwrap_or_default());
    let root = root_of(keys, lang);
    for unit in &mut draft.units {
        unit.kind = UnitKind::Message;
        if let Some(key) = &mut unit.key {
            key.drain(..root);
        }
    }
}

/// Hugo's older form is a list of `id` and `translation`: the one is the key of the other.
fn name_by_id(draft: &mut Draft<'_>) {
    let has = |name: &str| {
        draft
            .units
            .iter()
            .any(|unit| unit.key.as_deref() == Some(name))
    };
    if !has("id") || !has("translation") && !has("translation.other") {
        return;
    }
    let text = draft.text;
    let mut id = String::new();
    draft.units.retain_mut(|unit| {
        let Some(key) = &mut unit.key else {
            return true;
        };
        if key == "id" {
            let pieces = unit.pieces.iter();
            id = pieces.filter_map(|piece| text.get(piece.range())).collect();
            return false;
        }
        if let Some(rest) = key.strip_prefix("translation") {
            *key = format!("{id}{rest}");
        }
        true
    });
}

fn finish(draft: Draft<'_>, source: &Source, lang: &Lang, settings: &ReadSettings) -> Document {
    let mut document = draft.finish(source, lang);
    document.segmentation = settings.segmentation.clone();
    let ids: Vec<UnitId> = document.unit_ids().collect();
    for unit in ids {
        if !has_words(&document, unit) {
            document.units[unit.idx()].is_translatable = false;
        }
    }
    document
}

/// Tells whether there is anything to translate: an address, a path or a number is the same in every language.
fn has_words(document: &Document, unit: UnitId) -> bool {
    let text = document.text(unit);
    let bare = text.trim();
    let is_path = !bare.contains(char::is_whitespace)
        && (bare.starts_with(['/', '#']) || bare.starts_with("./") || bare.starts_with("../"));
    let mut last = 0;
    let mut has_letters = false;
    for code in document.codes(unit) {
        if code.kind == CodeKind::Link {
            return true;
        }
        let range = code.span.range();
        let between = text.get(last..range.start.max(last)).unwrap_or_default();
        has_letters |= between.chars().any(char::is_alphabetic);
        last = last.max(range.end);
    }
    has_letters |= text
        .get(last..)
        .unwrap_or_default()
        .chars()
        .any(char::is_alphabetic);
    has_letters && !is_path
}

/// Tells whether a message is still in the writing of the source, so that no person can have put it there.
fn is_written_by_program(text: &str, source: &Lang, target: &Lang) -> bool {
    let has_han = text.chars().any(script::is_han);
    let has_latin = text.chars().any(|c| c.is_ascii_alphabetic());
    match (source.uses_han(), target.uses_han()) {
        (false, true) => has_latin && !has_han,
        (true, false) => has_han,
        _ => false,
    }
}
