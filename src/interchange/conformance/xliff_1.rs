//! XLIFF 1.2, by the rules of its transitional schema; 1.1 and 1.0 are held against the same table.

use crate::interchange::conformance::format;
use crate::interchange::conformance::format::Beginning;
use crate::interchange::conformance::format::Format;
use crate::interchange::conformance::language::is_within;
use crate::interchange::markup::grammar::Grammar;
use crate::interchange::markup::tree::ElementId;
use crate::interchange::markup::tree::Tree;
use crate::interchange::markup::tree::XML;
use crate::interchange::problem::Problems;
use crate::text::notice::Notice;
use std::collections::HashMap;
use std::collections::HashSet;

/// XLIFF 1.x.
pub static FORMAT: Format = Format {
    name: "xliff-1.2",
    endings: &[".sdlxliff", ".mqxliff", ".mxliff"],
    is_it: |beginning| beginning.element == "xliff",
    check,
};

/// The table of version 1.2.
pub const GRAMMAR: &str = include_str!("xliff_1.grammar");

/// The namespace of version 1.2.
const NAMESPACE: &str = "urn:oasis:names:tc:xliff:document:1.2";

fn check(problems: &mut Problems) -> String {
    // 1.1 has a namespace of its own, 1.0 has none.
    let tag = Beginning::of(problems.source().text()).tag.to_owned();
    let older = "urn:oasis:names:tc:xliff:document:1.1";
    let namespace = match tag.contains(NAMESPACE) {
        true => NAMESPACE,
        false if tag.contains(older) => older,
        false if tag.contains("version=\"1.0\"") || tag.contains("version='1.0'") => "-",
        false => NAMESPACE,
    };
    let table = GRAMMAR.replace(NAMESPACE, namespace);
    let grammar = Grammar::parse(&table).expect("a test reads the table");
    let Some(tree) = format::tree(problems, &grammar) else {
        return String::new();
    };
    let root = tree.root();
    for file in tree
        .children(root)
        .filter(|child| tree.name(*child) == "file")
    {
        check_file(&tree, file, problems);
    }
    tree.value(root, "version").unwrap_or_default().into_owned()
}

fn check_file(tree: &Tree, file: ElementId, problems: &mut Problems) {
    let inside: Vec<ElementId> = tree.descendants(file).collect();
    let of = |names: &'static [&'static str]| {
        let inside = inside.iter().copied();
        inside.filter(move |id| names.contains(&tree.name(*id)))
    };
    unique(tree, of(&["trans-unit", "bin-unit"]), "id", problems);
    unique(tree, of(&["group"]), "id", problems);
    unique(
        tree,
        of(&["context-group", "count-group"]),
        "name",
        problems,
    );
    let tools = defined(tree, of(&["tool"]), "tool-id");
    let mut users = of(&["phase", "alt-trans"]).collect::<Vec<_>>();
    users.insert(0, file);
    resolved(tree, users.into_iter(), "tool-id", &tools, problems);
    let phases = defined(tree, of(&["phase"]), "phase-name");
    let users = of(&["count", "trans-unit", "target", "bin-unit", "bin-target"]);
    resolved(tree, users, "phase-name", &phases, problems);
    for unit in of(&["trans-unit", "alt-trans"]) {
        segments(tree, unit, problems);
    }
    let texts = of(&["source", "seg-source", "target"]);
    for text in texts {
        pairs(tree, text, "bpt", "ept", problems);
        pairs(tree, text, "bx", "ex", problems);
        language(tree, file, text, problems);
    }
    for target in of(&["target"]) {
        codes(tree, target, problems);
    }
}

/// Tells of a value that stands twice.
fn unique(
    tree: &Tree,
    elements: impl Iterator<Item = ElementId>,
    name: &str,
    problems: &mut Problems,
) {
    let mut seen: HashMap<(bool, String), u32> = HashMap::new();
    for element in elements {
        let Some(attribute) = tree.find(element, name) else {
            continue;
        };
        let value = tree.value_of(attribute);
        let line = tree.source.line_of(attribute.value.start);
        let key = (
            tree.name(element) == "count-group",
            value.clone().into_owned(),
        );
        if let Some(first) = seen.get(&key) {
            let notice = Notice::new("xml-id-twice")
                .arg("value", &value)
                .arg("line", first);
            problems.error(notice, attribute.value);
        } else {
            seen.insert(key, line);
        }
    }
}

fn defined(tree: &Tree, elements: impl Iterator<Item = ElementId>, name: &str) -> HashSet<String> {
    elements
        .filter_map(|element| tree.value(element, name).map(|value| value.into_owned()))
        .collect()
}

fn resolved(
    tree: &Tree,
    elements: impl Iterator<Item = ElementId>,
    name: &str,
    known: &HashSet<String>,
    problems: &mut Problems,
) {
    for element in elements {
        if let Some(attribute) = tree.find(element, name) {
            let value = tree.value_of(attribute);
            if !known.contains(&*value) {
                let notice = Notice::new("xml-reference").arg("attribute", name);
                problems.error(notice.arg("value", &value), attribute.value);
            }
        }
    }
}

/// `mid` of segments: each once in the source, and those of the target found there.
fn segments(tree: &Tree, unit: ElementId, problems: &mut Problems) {
    let part = |name: &str| {
        tree.children(unit)
            .filter(|child| tree.name(*child) == name)
            .collect::<Vec<_>>()
    };
    let marks = |parts: Vec<ElementId>| {
        let inside = parts
            .into_iter()
            .flat_map(|part| tree.children(part).collect::<Vec<_>>());
        inside
            .filter(|child| tree.name(*child) == "mrk")
            .collect::<Vec<_>>()
    };
    let source = marks(part("seg-source"));
    unique(tree, source.iter().copied(), "mid", problems);
    let known = defined(tree, source.into_iter(), "mid");
    let mut users = marks(part("target"));
    users.extend(part("alt-trans"));
    resolved(tree, users.into_iter(), "mid", &known, problems);
}

/// The key that ties a start to its end: `rid`, or else `id`.
fn key(tree: &Tree, element: ElementId) -> Option<String> {
    let value = tree
        .value(element, "rid")
        .or_else(|| tree.value(element, "id"))?;
    Some(value.into_owned())
}

/// Starts and ends of codes inside a text. Across texts an end may stand alone, so that only what cannot be meant is an error.
fn pairs(tree: &Tree, text: ElementId, start: &str, end: &str, problems: &mut Problems) {
    let mut open: HashSet<String> = HashSet::new();
    let mut given: HashSet<String> = HashSet::new();
    for element in tree.descendants(text) {
        let name = tree.name(element);
        if name != start && name != end {
            continue;
        }
        let Some(id) = key(tree, element) else {
            continue;
        };
        if name == start {
            let is_new = open.insert(id.clone());
            if tree.find(element, "rid").is_some() && !given.insert(id.clone()) || !is_new {
                let notice = Notice::new("code-twice")
                    .arg("element", name)
                    .arg("id", &id);
                problems.error(notice, tree.span(element));
            }
        } else if !open.contains(&id) {
            let notice = Notice::new("code-no-start")
                .arg("element", name)
                .arg("id", &id);
            let notice = notice.arg("start", start);
            match tree.find(element, "rid").is_some() {
                true => problems.error(notice, tree.span(element)),
                false => problems.warning(notice, tree.span(element)),
            }
        }
    }
}

/// `xml:lang` of a source or target is the file's language.
fn language(tree: &Tree, file: ElementId, text: ElementId, problems: &mut Problems) {
    let is_proposal = tree
        .parent(text)
        .is_some_and(|parent| tree.name(parent) == "alt-trans");
    let Some(attribute) = tree.find_in(text, XML, "lang").filter(|_| !is_proposal) else {
        return;
    };
    let side = match tree.name(text) {
        "target" => "target-language",
        _ => "source-language",
    };
    let Some(expected) = tree.value(file, side) else {
        return;
    };
    let value = tree.value_of(attribute);
    if !is_within(&value, &expected) && !is_within(&expected, &value) {
        let notice = Notice::new("xliff-language").arg("value", &value);
        let notice = notice.arg("attribute", side).arg("expected", &expected);
        problems.warning(notice, attribute.value);
    }
}

/// Codes of a target are the source's: others are told of, not refused.
fn codes(tree: &Tree, target: ElementId, problems: &mut Problems) {
    let Some(unit) = tree.parent(target) else {
        return;
    };
    let Some(source) = tree
        .children(unit)
        .find(|child| tree.name(*child) == "source")
    else {
        return;
    };
    let ids = |text: ElementId| {
        let codes = tree.descendants(text).filter(|id| {
            matches!(
                tree.name(*id),
                "g" | "x" | "bx" | "ex" | "bpt" | "ept" | "ph" | "it"
            )
        });
        codes
            .filter_map(|code| Some((code, tree.value(code, "id")?.into_owned())))
            .collect::<Vec<_>>()
    };
    let known: HashSet<String> = ids(source).into_iter().map(|(_, id)| id).collect();
    for (code, id) in ids(target) {
        if !known.contains(&id) {
            let notice = Notice::new("xliff-new-code").arg("element", tree.name(code));
            problems.warning(notice.arg("id", id), tree.span(code));
        }
    }
}
