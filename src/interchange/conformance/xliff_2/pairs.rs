//! Starts and ends that stand apart: `sc` with `ec`, `sm` with `em`, each in one side of one unit and in this order.

use crate::interchange::conformance::xliff_2::inside::SIDES;
use crate::interchange::conformance::xliff_2::inside::inline;
use crate::interchange::conformance::xliff_2::inside::is_set;
use crate::interchange::markup::tree::ElementId;
use crate::interchange::markup::tree::Tree;
use crate::interchange::problem::Problems;
use crate::text::notice::Notice;
use std::collections::HashMap;

/// What an end has in common with its start.
const SHARED: &[&str] = &["canCopy", "canDelete", "canOverlap", "canReorder"];

/// Checks the pairs of a unit or of a match.
pub fn check(tree: &Tree, unit: ElementId, problems: &mut Problems) {
    for side in SIDES {
        let elements = inline(tree, unit, side);
        marks(tree, &elements, problems);
        codes(tree, &elements, problems);
    }
}

fn value(tree: &Tree, element: ElementId, name: &str) -> String {
    tree.value(element, name).unwrap_or_default().into_owned()
}

fn no_start(tree: &Tree, end: ElementId, start: &str, problems: &mut Problems) {
    let notice = Notice::new("code-no-start").arg("element", tree.name(end));
    let notice = notice
        .arg("id", value(tree, end, "startRef"))
        .arg("start", start);
    problems.error(notice, tree.span(end));
}

fn no_end(tree: &Tree, start: ElementId, end: &str, problems: &mut Problems) {
    let notice = Notice::new("code-no-end").arg("element", tree.name(start));
    let notice = notice.arg("id", value(tree, start, "id")).arg("end", end);
    problems.error(notice, tree.span(start));
}

fn marks(tree: &Tree, elements: &[ElementId], problems: &mut Problems) {
    let mut open: HashMap<String, ElementId> = HashMap::new();
    for element in elements {
        match tree.name(*element) {
            "sm" => {
                open.insert(value(tree, *element, "id"), *element);
            }
            "em" if open.remove(&value(tree, *element, "startRef")).is_none() => {
                no_start(tree, *element, "sm", problems);
            }
            _ => {}
        }
    }
    for start in in_order(open) {
        no_end(tree, start, "em", problems);
    }
}

fn in_order(open: HashMap<String, ElementId>) -> Vec<ElementId> {
    let mut left: Vec<ElementId> = open.into_values().collect();
    left.sort();
    left
}

fn codes(tree: &Tree, elements: &[ElementId], problems: &mut Problems) {
    let mut open: HashMap<String, ElementId> = HashMap::new();
    let mut alone: HashMap<String, ElementId> = HashMap::new();
    for element in elements {
        let is_isolated = is_set(tree, *element, "isolated", "yes", "no");
        match tree.name(*element) {
            "sc" if is_isolated => {
                alone.insert(value(tree, *element, "id"), *element);
            }
            "sc" => {
                open.insert(value(tree, *element, "id"), *element);
            }
            "ec" => end(tree, *element, is_isolated, (&mut open, &alone), problems),
            _ => {}
        }
    }
    for start in in_order(open) {
        no_end(tree, start, "ec", problems);
    }
}

fn end(
    tree: &Tree,
    end: ElementId,
    is_isolated: bool,
    (open, alone): (&mut HashMap<String, ElementId>, &HashMap<String, ElementId>),
    problems: &mut Problems,
) {
    let (has_id, has_start) = (
        tree.find(end, "id").is_some(),
        tree.find(end, "startRef").is_some(),
    );
    if has_id != is_isolated || has_start == is_isolated {
        problems.error(Notice::new("xliff-end-code"), tree.span(end));
        // The rest would only say the same again.
        open.remove(&value(tree, end, "startRef"));
        return;
    }
    if is_isolated {
        return;
    }
    if let Some(attribute) = tree.find(end, "dir") {
        let notice = Notice::new("xliff-only-isolated").arg("attribute", "dir");
        problems.error(notice, attribute.name);
    }
    let id = value(tree, end, "startRef");
    if alone.contains_key(&id) {
        let notice = Notice::new("xliff-not-isolated").arg("id", &id);
        problems.error(notice, tree.span(end));
        return;
    }
    let Some(start) = open.remove(&id) else {
        no_start(tree, end, "sc", problems);
        return;
    };
    for name in SHARED {
        let read = |element: ElementId| {
            let value = tree.value(element, name);
            value.map_or_else(|| "yes".to_owned(), |value| value.into_owned())
        };
        let (first, last) = (read(start), read(end));
        let expected = if first == "firstNo" { "no" } else { &first };
        if last != expected {
            let line = tree.source.line_of(tree.span(start).start);
            let notice = Notice::new("xliff-pair-differs").arg("attribute", name);
            let notice = notice
                .arg("value", &last)
                .arg("expected", expected)
                .arg("line", line);
            problems.error(notice, tree.span(end));
        }
    }
}
