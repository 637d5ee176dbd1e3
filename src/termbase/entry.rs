//! From a glossary file's tree to concepts.

use crate::termbase::concept::CaseMode;
use crate::termbase::concept::Concept;
use crate::termbase::concept::Consistency;
use crate::termbase::concept::EntrySeverity;
use crate::termbase::concept::Example;
use crate::termbase::concept::FirstMention;
use crate::termbase::concept::Occurrence;
use crate::termbase::concept::Spelling;
use crate::termbase::concept::Status;
use crate::termbase::concept::When;
use crate::termbase::termbase::Termbase;
use crate::termbase::tree::Node;
use crate::termbase::tree::Reader;
use crate::termbase::tree::Value;
use crate::text::notice::Notice;
use crate::text::source::Source;
use crate::text::span::Span;
use globset::Glob;
use regex::Regex;

const FILE_KEYS: &[&str] = &["version", "langs", "defaults", "terms"];

const DEFAULT_KEYS: &[&str] = &[
    "case",
    "hyphen",
    "spelling",
    "inflect",
    "occurrence",
    "consistency",
    "first",
    "severity",
    "status",
    "domain",
];

const ENTRY_KEYS: &[&str] = &[
    "id",
    "src",
    "tgt",
    "allow",
    "forbid",
    "forbid_always",
    "family",
    "not_in",
    "pos",
    "abbr",
    "first",
    "case",
    "hyphen",
    "spelling",
    "inflect",
    "occurrence",
    "consistency",
    "when",
    "status",
    "severity",
    "domain",
    "definition",
    "note",
    "origin",
    "examples",
    "dnt",
];

const SEVERITIES: &[(&str, EntrySeverity)] = &[
    ("off", EntrySeverity::Off),
    ("info", EntrySeverity::Info),
    ("warning", EntrySeverity::Warning),
    ("error", EntrySeverity::Error),
];

/// Reads the tree of a glossary file. A wrong entry is told and left out; the others stay.
pub fn termbase(source: &Source, root: &Node) -> (Termbase, Vec<Notice>) {
    let mut reader = Reader {
        source,
        notices: Vec::new(),
    };
    let mut termbase = Termbase::default();
    let entries = reader.map(root, FILE_KEYS);
    let mut defaults = Concept::new(Vec::new(), (source.clone(), Span::default()));
    for (key, node) in &entries {
        match *key {
            "version" => termbase.version = version(&mut reader, node),
            "langs" => {
                for (_, lang) in reader.map(node, &["source", "target"]) {
                    reader.texts(lang);
                }
            }
            "defaults" => {
                for (key, value) in reader.map(node, DEFAULT_KEYS) {
                    read_key(&mut reader, &mut defaults, key, value);
                }
            }
            _ => {}
        }
    }
    if let Some((_, terms)) = entries.iter().find(|(key, _)| *key == "terms") {
        termbase.concepts = concepts(&mut reader, terms, &defaults);
    }
    (termbase, reader.notices)
}

fn version(reader: &mut Reader<'_>, node: &Node) -> u64 {
    let text = reader.text(node).unwrap_or_default();
    text.parse().unwrap_or_else(|_| {
        let notice = Notice::new("glossary-bad-value")
            .arg("key", "version")
            .arg("value", &text);
        reader.tell(notice.arg("expected", "1, 2, 3 …"), node.span);
        0
    })
}

fn concepts(reader: &mut Reader<'_>, terms: &Node, defaults: &Concept) -> Vec<Concept> {
    match &terms.value {
        Value::Null => Vec::new(),
        Value::List(items) => items
            .iter()
            .flat_map(|item| listed(reader, item, defaults))
            .collect(),
        Value::Map(entries) => {
            let mut concepts = Vec::new();
            for (key, span, value) in entries {
                concepts.extend(compact(reader, key, *span, value, defaults));
            }
            concepts
        }
        Value::Text(_) => {
            reader.wrong_type(terms, "list");
            Vec::new()
        }
    }
}

/// One item of the list: a whole entry, or one or more `term: translation`.
fn listed(reader: &mut Reader<'_>, item: &Node, defaults: &Concept) -> Vec<Concept> {
    let Value::Map(entries) = &item.value else {
        reader.wrong_type(item, "map");
        return Vec::new();
    };
    let is_short = |(key, _, value): &(String, Span, Node)| {
        !key.is_ascii() && matches!(value.value, Value::Text(_) | Value::List(_) | Value::Null)
    };
    if !entries.is_empty() && entries.iter().all(is_short) {
        let mut concepts = Vec::new();
        for (key, span, value) in entries {
            concepts.extend(compact(reader, key, *span, value, defaults));
        }
        return concepts;
    }
    entry(reader, item, defaults, None).into_iter().collect()
}

/// `开源: open source`, `开源: [open source, …]`, `开源: null`, or `开源: {tgt: …}`.
fn compact(
    reader: &mut Reader<'_>,
    key: &str,
    span: Span,
    value: &Node,
    defaults: &Concept,
) -> Option<Concept> {
    if matches!(value.value, Value::Map(_)) {
        return entry(reader, value, defaults, Some((key, span)));
    }
    let mut concept = blank(
        defaults,
        vec![key.to_owned()],
        (reader.source.clone(), span),
    );
    if key.trim().is_empty() {
        reader.tell(Notice::new("glossary-no-source"), span);
        return None;
    }
    read_key(reader, &mut concept, "tgt", value);
    Some(concept)
}

fn blank(defaults: &Concept, source: Vec<String>, at: (Source, Span)) -> Concept {
    Concept {
        id: source.first().cloned().unwrap_or_default(),
        source,
        at,
        ..defaults.clone()
    }
}

fn entry(
    reader: &mut Reader<'_>,
    node: &Node,
    defaults: &Concept,
    named: Option<(&str, Span)>,
) -> Option<Concept> {
    let fields = reader.map(node, ENTRY_KEYS);
    let find = |name: &str| {
        fields
            .iter()
            .find(|(key, _)| *key == name)
            .map(|(_, value)| *value)
    };
    let mut source = named
        .map(|(key, _)| key.to_owned())
        .into_iter()
        .collect::<Vec<_>>();
    source.extend(
        find("src")
            .map(|node| reader.texts(node))
            .unwrap_or_default(),
    );
    let place = find("src").map_or(node.span, |node| node.span);
    let place = named.map_or(place, |(_, span)| span);
    if source.is_empty() {
        reader.tell(Notice::new("glossary-no-source"), node.span);
        return None;
    }
    let mut concept = blank(defaults, source, (reader.source.clone(), place));
    for (key, value) in &fields {
        read_key(reader, &mut concept, key, value);
    }
    let has_target = find("tgt").is_some() || concept.is_dnt;
    if !has_target && concept.forbid_always.is_empty() && concept.forbid.is_empty() {
        let notice = Notice::new("glossary-no-target").arg("src", &concept.id);
        reader.tell(notice, place);
        return None;
    }
    Some(concept)
}

fn read_key(reader: &mut Reader<'_>, concept: &mut Concept, key: &str, node: &Node) {
    match key {
        "id" => {
            if let Some(id) = reader.text(node) {
                concept.id = id;
                concept.has_own_id = true;
            }
        }
        "tgt" => {
            let mut texts = reader.texts(node).into_iter();
            concept.target = texts.next();
            concept.allow.extend(texts);
        }
        "allow" => concept.allow.extend(reader.texts(node)),
        "forbid" => concept.forbid = reader.texts(node),
        "forbid_always" => concept.forbid_always = reader.texts(node),
        "family" => concept.family = reader.texts(node),
        "not_in" => concept.not_in = reader.texts(node),
        "pos" => concept.part_of_speech = reader.text(node),
        "abbr" => concept.abbreviation = reader.text(node),
        "first" => {
            let modes = [
                ("none", FirstMention::Plain),
                ("expand", FirstMention::Expand),
                ("gloss", FirstMention::Gloss),
            ];
            concept.first = reader.choice(key, node, &modes).unwrap_or(concept.first);
        }
        "occurrence" => {
            let modes = [("any", Occurrence::Any), ("each", Occurrence::Each)];
            concept.occurrence = reader
                .choice(key, node, &modes)
                .unwrap_or(concept.occurrence);
        }
        "consistency" => {
            let modes = [
                ("none", Consistency::Free),
                ("file", Consistency::File),
                ("project", Consistency::Project),
            ];
            concept.consistency = reader
                .choice(key, node, &modes)
                .unwrap_or(concept.consistency);
        }
        "case" => {
            let modes = [
                ("smart", CaseMode::Smart),
                ("exact", CaseMode::Exact),
                ("ignore", CaseMode::Ignore),
            ];
            concept.case = reader.choice(key, node, &modes).unwrap_or(concept.case);
        }
        "hyphen" => {
            let modes = [("loose", false), ("exact", true)];
            concept.is_hyphen_exact = reader
                .choice(key, node, &modes)
                .unwrap_or(concept.is_hyphen_exact);
        }
        "spelling" => {
            let modes = [
                ("us", Spelling::American),
                ("uk", Spelling::British),
                ("any", Spelling::Any),
            ];
            concept.spelling = reader.choice(key, node, &modes).unwrap_or(concept.spelling);
        }
        "inflect" => concept.is_inflected = reader.flag(key, node).unwrap_or(concept.is_inflected),
        "dnt" => concept.is_dnt = reader.flag(key, node).unwrap_or(concept.is_dnt),
        "status" => {
            let states = [
                ("proposed", Status::Proposed),
                ("approved", Status::Approved),
                ("deprecated", Status::Deprecated),
            ];
            concept.status = reader.choice(key, node, &states).unwrap_or(concept.status);
        }
        "severity" => concept.severity = reader.choice(key, node, SEVERITIES).or(concept.severity),
        "when" => concept.when = when(reader, node),
        "domain" => concept.domain = reader.text(node),
        "definition" => concept.definition = reader.text(node),
        "note" => concept.note = reader.text(node),
        "origin" => concept.origin = origin(reader, node),
        "examples" => concept.examples = examples(reader, node),
        _ => {}
    }
}

fn when(reader: &mut Reader<'_>, node: &Node) -> When {
    let mut when = When::default();
    if matches!(node.value, Value::Null) {
        return when;
    }
    for (key, value) in reader.map(node, &["path", "heading", "src_re"]) {
        match key {
            "path" => {
                when.paths = reader.texts(value);
                for path in &when.paths {
                    if Glob::new(path).is_err() {
                        reader.tell(
                            Notice::new("glossary-bad-glob").arg("glob", path),
                            value.span,
                        );
                    }
                }
            }
            "heading" => when.heading = reader.text(value),
            _ => {
                when.source_pattern = reader.text(value);
                let broken = when
                    .source_pattern
                    .as_deref()
                    .and_then(|pattern| Regex::new(pattern).err());
                if let Some(error) = broken {
                    let said = error.to_string();
                    let notice = Notice::new("glossary-bad-pattern")
                        .arg("detail", said.lines().last().unwrap_or_default());
                    reader.tell(notice, value.span);
                }
            }
        }
    }
    when
}

fn origin(reader: &mut Reader<'_>, node: &Node) -> Option<String> {
    if !matches!(node.value, Value::Map(_)) {
        return reader.text(node);
    }
    let fields = reader.map(node, &["from", "licence", "license", "url"]);
    let texts: Vec<String> = fields
        .iter()
        .filter_map(|(_, value)| reader.text(value))
        .collect();
    (!texts.is_empty()).then(|| texts.join(", "))
}

fn examples(reader: &mut Reader<'_>, node: &Node) -> Vec<Example> {
    let items = match &node.value {
        Value::Null => return Vec::new(),
        Value::List(items) => items,
        _ => {
            reader.wrong_type(node, "list");
            return Vec::new();
        }
    };
    let mut examples = Vec::new();
    for item in items {
        let mut example = Example {
            source: String::new(),
            target: String::new(),
            expect: Vec::new(),
        };
        for (key, value) in reader.map(item, &["src", "tgt", "expect"]) {
            match key {
                "src" => example.source = reader.text(value).unwrap_or_default(),
                "tgt" => example.target = reader.text(value).unwrap_or_default(),
                _ => example.expect = reader.texts(value),
            }
        }
        examples.push(example);
    }
    examples
}
