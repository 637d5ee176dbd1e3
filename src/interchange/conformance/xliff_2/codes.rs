//! Single codes: original data, copies, sub-flows, types, and what a target may not lose or move.

use crate::interchange::conformance::xliff_2::fragments::Index;
use crate::interchange::conformance::xliff_2::inside::SIDES;
use crate::interchange::conformance::xliff_2::inside::attributes;
use crate::interchange::conformance::xliff_2::inside::children;
use crate::interchange::conformance::xliff_2::inside::inline;
use crate::interchange::conformance::xliff_2::inside::is_code;
use crate::interchange::conformance::xliff_2::inside::is_set;
use crate::interchange::conformance::xliff_2::inside::lost;
use crate::interchange::conformance::xliff_2::inside::needs;
use crate::interchange::conformance::xliff_2::inside::parts;
use crate::interchange::conformance::xliff_2::names::CORE;
use crate::interchange::markup::tree::ElementId;
use crate::interchange::markup::tree::Tree;
use crate::interchange::problem::Problems;
use crate::text::notice::Notice;
use std::collections::HashMap;
use std::collections::HashSet;

/// Attributes that name both ends of a code, or neither.
const BOTH_ENDS: &[(&str, &str)] = &[
    ("dataRefStart", "dataRefEnd"),
    ("subFlowsStart", "subFlowsEnd"),
    ("equivStart", "equivEnd"),
    ("dispStart", "dispEnd"),
];

/// Checks the codes of a unit or of a match.
pub fn check(tree: &Tree, index: &Index, unit: ElementId, problems: &mut Problems) {
    let data: HashSet<String> = children(tree, unit, "originalData")
        .flat_map(|data| children(tree, data, "data").collect::<Vec<_>>())
        .filter_map(|data| tree.value(data, "id").map(|id| id.into_owned()))
        .collect();
    let all: Vec<ElementId> = SIDES
        .iter()
        .flat_map(|side| inline(tree, unit, side))
        .filter(|element| is_code(tree, *element))
        .collect();
    let mut by_id: HashMap<String, Vec<ElementId>> = HashMap::new();
    for code in &all {
        if let Some(id) = tree.value(*code, "id") {
            by_id.entry(id.into_owned()).or_default().push(*code);
        }
    }
    for code in &all {
        data_of(tree, *code, &data, problems);
        kind(tree, *code, problems);
        copy(tree, *code, &by_id, problems);
        reordering(tree, *code, problems);
        for name in ["subFlows", "subFlowsStart", "subFlowsEnd"] {
            flows(tree, index, *code, name, problems);
        }
        for pair in BOTH_ENDS {
            attributes(tree, *code, *pair, true, problems);
        }
    }
    for part in parts(tree, unit) {
        deleted(tree, part, problems);
        sequence(tree, part, problems);
    }
    for side in SIDES {
        beginnings(tree, &inline(tree, unit, side), problems);
    }
}

fn data_of(tree: &Tree, code: ElementId, data: &HashSet<String>, problems: &mut Problems) {
    for name in ["dataRef", "dataRefStart", "dataRefEnd"] {
        let value = tree.value(code, name);
        if value.is_some_and(|value| !data.contains(value.trim())) {
            lost(tree, code, name, problems);
        }
    }
}

/// `subType` narrows `type`; values with the prefix `xlf` belong to certain types.
fn kind(tree: &Tree, code: ElementId, problems: &mut Problems) {
    let Some(attribute) = tree.find(code, "subType") else {
        return;
    };
    let value = tree.value_of(attribute);
    let Some(kind) = tree.value(code, "type") else {
        needs(tree, code, "subType", "type", problems);
        return;
    };
    let expected = match value.strip_prefix("xlf:") {
        None => return,
        Some("b" | "i" | "u" | "lb" | "pb") => "fmt",
        Some("var") => "ui",
        Some(_) => "",
    };
    if kind != expected {
        let notice = match expected {
            "" => Notice::new("xliff-reserved").arg("attribute", "subType"),
            _ => Notice::new("xliff-subtype")
                .arg("type", &kind)
                .arg("expected", expected),
        };
        problems.error(notice.arg("value", &value), attribute.value);
    }
}

/// A copy is of a code of the unit that may be copied and has no data.
fn copy(
    tree: &Tree,
    code: ElementId,
    by_id: &HashMap<String, Vec<ElementId>>,
    problems: &mut Problems,
) {
    let Some(attribute) = tree.find(code, "copyOf") else {
        return;
    };
    let has_data = |element: ElementId| {
        let names = ["dataRef", "dataRefStart", "dataRefEnd"];
        names.iter().any(|name| tree.find(element, name).is_some())
    };
    let value = tree.value_of(attribute);
    let Some(bases) = by_id.get(value.trim()) else {
        lost(tree, code, "copyOf", problems);
        return;
    };
    if has_data(code) || bases.iter().all(|base| has_data(*base)) {
        let notice = Notice::new("xliff-copy-data").arg("id", &value);
        problems.error(notice, attribute.value);
    }
    if bases
        .iter()
        .any(|base| is_set(tree, *base, "canCopy", "no", "yes"))
    {
        let notice = Notice::new("xliff-copy").arg("id", &value);
        problems.error(notice, attribute.value);
    }
}

/// A code that cannot be moved freely can be neither copied nor deleted.
fn reordering(tree: &Tree, code: ElementId, problems: &mut Problems) {
    let Some(attribute) = tree.find(code, "canReorder") else {
        return;
    };
    let value = tree.value_of(attribute);
    if !matches!(&*value, "no" | "firstNo") {
        return;
    }
    for name in ["canCopy", "canDelete"] {
        if !is_set(tree, code, name, "no", "yes") {
            let notice = Notice::new("xliff-needs-no").arg("value", &value);
            problems.error(notice.arg("needed", name), attribute.value);
        }
    }
}

/// Sub-flows are units of the same file.
fn flows(tree: &Tree, index: &Index, code: ElementId, name: &str, problems: &mut Problems) {
    let Some(attribute) = tree.find(code, name) else {
        return;
    };
    let file = tree
        .ancestors(code)
        .find(|outer| tree.is(*outer, CORE, "file"));
    let Some(file) = file else { return };
    for flow in tree.value_of(attribute).split_whitespace() {
        if !index.has_unit(file, flow) {
            let notice = Notice::new("xml-reference").arg("attribute", name);
            problems.error(notice.arg("value", flow), attribute.value);
        }
    }
}

/// The beginning or end of a code, by what ties it to the other side: its id, or that of its start.
#[derive(Clone)]
struct Event {
    code: ElementId,
    key: (bool, String),
}

fn event(tree: &Tree, code: ElementId, is_end: bool) -> Option<Event> {
    let (is_second, id) = match tree.value(code, "id") {
        Some(id) => (is_end, id),
        None => (true, tree.value(code, "startRef")?),
    };
    let key = (is_second, id.into_owned());
    Some(Event { code, key })
}

/// The codes of one side of a segment, each `pc` with its beginning and its end.
fn events(tree: &Tree, part: ElementId, side: &str) -> Option<Vec<Event>> {
    let text = children(tree, part, side).next()?;
    let mut open: Vec<ElementId> = Vec::new();
    let mut events = Vec::new();
    for element in tree
        .descendants(text)
        .filter(|id| tree.namespace(*id) == CORE)
    {
        while let Some(span) = open.pop() {
            if tree.ancestors(element).any(|outer| outer == span) {
                open.push(span);
                break;
            }
            events.extend(event(tree, span, true));
        }
        if is_code(tree, element) {
            events.extend(event(tree, element, false));
        }
        if tree.name(element) == "pc" {
            open.push(element);
        }
    }
    while let Some(span) = open.pop() {
        events.extend(event(tree, span, true));
    }
    Some(events)
}

/// Codes that must not be deleted stand in the target, where there is one.
fn deleted(tree: &Tree, part: ElementId, problems: &mut Problems) {
    let (Some(source), Some(target)) = (events(tree, part, "source"), events(tree, part, "target"))
    else {
        return;
    };
    let kept: HashSet<_> = target.into_iter().map(|event| event.key).collect();
    for event in source {
        let is_second_end = event.key.0 && tree.name(event.code) == "pc";
        if !is_second_end
            && is_set(tree, event.code, "canDelete", "no", "yes")
            && !kept.contains(&event.key)
        {
            let notice = Notice::new("xliff-code-lost").arg("element", tree.name(event.code));
            problems.error(notice.arg("id", &event.key.1), tree.span(event.code));
        }
    }
}

/// Codes that must not be reordered follow each other in the target as they do in the source.
fn sequence(tree: &Tree, part: ElementId, problems: &mut Problems) {
    let (Some(source), Some(target)) = (events(tree, part, "source"), events(tree, part, "target"))
    else {
        return;
    };
    let mut before = HashMap::new();
    let mut last = None;
    for event in target {
        before.insert(event.key.clone(), (last, event.code));
        last = Some(event.key);
    }
    for pair in source.windows(2) {
        let [first, second] = pair else { continue };
        let is_second_end = second.key.0 && tree.name(second.code) == "pc";
        if is_second_end || !is_set(tree, second.code, "canReorder", "no", "yes") {
            continue;
        }
        if let Some((last, code)) = before.get(&second.key)
            && last.as_ref() != Some(&first.key)
        {
            let notice = Notice::new("xliff-reordered").arg("element", tree.name(*code));
            problems.error(notice.arg("id", &second.key.1), tree.span(*code));
        }
    }
}

/// A sequence that cannot be reordered begins with `firstNo`, and nothing else stands in it.
fn beginnings(tree: &Tree, elements: &[ElementId], problems: &mut Problems) {
    let mut is_in_sequence = false;
    for code in elements.iter().filter(|element| is_code(tree, **element)) {
        let value = tree.value(*code, "canReorder");
        match value.as_deref() {
            Some("firstNo") => is_in_sequence = true,
            Some("no") if !is_in_sequence => {
                problems.error(Notice::new("xliff-first-no"), tree.span(*code));
            }
            Some("no") => {}
            _ => is_in_sequence = false,
        }
    }
}
