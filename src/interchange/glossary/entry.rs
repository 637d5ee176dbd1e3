//! A concept as keys and values, in the order of the glossary's schema; what has its usual value is left out.

use crate::termbase::concept::CaseMode;
use crate::termbase::concept::Concept;
use crate::termbase::concept::EntrySeverity;
use crate::termbase::concept::Spelling;
use crate::termbase::concept::Status;

/// A value of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Known, not to be checked.
    Null,
    /// A text.
    Text(String),
    /// A word of the schema, or `true` and `false`.
    Word(&'static str),
    /// A list of texts.
    List(Vec<String>),
    /// Keys and values.
    Map(Vec<(&'static str, Self)>),
    /// A list of maps.
    Maps(Vec<Vec<(&'static str, Self)>>),
}

/// The keys that hold lists.
pub const LISTS: &[&str] = &[
    "src",
    "allow",
    "forbid",
    "forbid_always",
    "family",
    "not_in",
];

/// The keys that fit into a table, in the order of its columns.
pub const COLUMNS: &[&str] = &[
    "id",
    "src",
    "tgt",
    "allow",
    "forbid",
    "forbid_always",
    "family",
    "not_in",
    "dnt",
    "pos",
    "abbr",
    "first",
    "case",
    "hyphen",
    "spelling",
    "inflect",
    "occurrence",
    "consistency",
    "status",
    "severity",
    "domain",
    "definition",
    "note",
    "origin",
];

/// Returns the keys and values of a concept.
pub fn keys(concept: &Concept) -> Vec<(&'static str, Value)> {
    let mut keys = Vec::new();
    if concept.has_own_id {
        keys.push(("id", Value::Text(concept.id.clone())));
    }
    keys.push(("src", Value::List(concept.source.clone())));
    match &concept.target {
        Some(target) => keys.push(("tgt", Value::Text(target.clone()))),
        None if concept.is_dnt => {}
        None => keys.push(("tgt", Value::Null)),
    }
    let lists = [
        ("allow", &concept.allow),
        ("forbid", &concept.forbid),
        ("forbid_always", &concept.forbid_always),
        ("family", &concept.family),
        ("not_in", &concept.not_in),
    ];
    let lists = lists.into_iter().filter(|(_, list)| !list.is_empty());
    keys.extend(lists.map(|(key, list)| (key, Value::List(list.clone()))));
    if concept.is_dnt {
        keys.push(("dnt", Value::Word("true")));
    }
    let texts = |keys: &mut Vec<(&'static str, Value)>, list: &[(&'static str, Option<String>)]| {
        for (key, text) in list {
            if let Some(text) = text {
                keys.push((key, Value::Text(text.clone())));
            }
        }
    };
    texts(
        &mut keys,
        &[
            ("pos", concept.part_of_speech.clone()),
            ("abbr", concept.abbreviation.clone()),
            ("first", concept.first.name().map(str::to_owned)),
        ],
    );
    keys.extend(words(concept));
    texts(
        &mut keys,
        &[
            ("occurrence", concept.occurrence.name().map(str::to_owned)),
            ("consistency", concept.consistency.name().map(str::to_owned)),
        ],
    );
    keys.extend(when(concept));
    keys.extend(standing(concept));
    texts(
        &mut keys,
        &[
            ("domain", concept.domain.clone()),
            ("definition", concept.definition.clone()),
            ("note", concept.note.clone()),
            ("origin", concept.origin.clone()),
        ],
    );
    keys.extend(examples(concept));
    keys
}

/// How writing counts.
fn words(concept: &Concept) -> Vec<(&'static str, Value)> {
    let case = match concept.case {
        CaseMode::Smart => None,
        CaseMode::Exact => Some("exact"),
        CaseMode::Ignore => Some("ignore"),
    };
    let spelling = match concept.spelling {
        Spelling::American => None,
        Spelling::British => Some("uk"),
        Spelling::Any => Some("any"),
    };
    let words = [
        ("case", case),
        ("hyphen", concept.is_hyphen_exact.then_some("exact")),
        ("spelling", spelling),
        ("inflect", (!concept.is_inflected).then_some("false")),
    ];
    let set = words.into_iter();
    set.filter_map(|(key, word)| Some((key, Value::Word(word?))))
        .collect()
}

fn standing(concept: &Concept) -> Vec<(&'static str, Value)> {
    let status = match concept.status {
        Status::Approved => None,
        Status::Proposed => Some("proposed"),
        Status::Deprecated => Some("deprecated"),
    };
    let severity = concept.severity.map(|severity| match severity {
        EntrySeverity::Off => "off",
        EntrySeverity::Info => "info",
        EntrySeverity::Warning => "warning",
        EntrySeverity::Error => "error",
    });
    [("status", status), ("severity", severity)]
        .into_iter()
        .filter_map(|(key, word)| Some((key, Value::Word(word?))))
        .collect()
}

fn when(concept: &Concept) -> Option<(&'static str, Value)> {
    let when = &concept.when;
    let mut map = Vec::new();
    if !when.paths.is_empty() {
        map.push(("path", Value::List(when.paths.clone())));
    }
    let texts = [("heading", &when.heading), ("src_re", &when.source_pattern)];
    for (key, text) in texts {
        map.extend(text.clone().map(|text| (key, Value::Text(text))));
    }
    (!map.is_empty()).then_some(("when", Value::Map(map)))
}

fn examples(concept: &Concept) -> Option<(&'static str, Value)> {
    let maps = concept.examples.iter().map(|example| {
        let mut map = vec![
            ("src", Value::Text(example.source.clone())),
            ("tgt", Value::Text(example.target.clone())),
        ];
        if !example.expect.is_empty() {
            map.push(("expect", Value::List(example.expect.clone())));
        }
        map
    });
    let maps: Vec<_> = maps.collect();
    (!maps.is_empty()).then_some(("examples", Value::Maps(maps)))
}
