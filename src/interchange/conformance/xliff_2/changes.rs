//! Change tracking: what a list of revisions is of.

use crate::interchange::conformance::xliff_2::inside::lost;
use crate::interchange::conformance::xliff_2::names::CHANGES;
use crate::interchange::markup::tree::ElementId;
use crate::interchange::markup::tree::Tree;
use crate::interchange::problem::Problems;
use crate::text::notice::Notice;
use std::collections::HashSet;

/// Checks an element of the module.
pub fn check(tree: &Tree, element: ElementId, problems: &mut Problems) {
    if tree.is(element, CHANGES, "revisions") {
        revisions(tree, element, problems);
    } else if tree.is(element, CHANGES, "revision") {
        revision(tree, element, problems);
    }
}

/// The file, group or unit that a list is of, and all elements in it that are not of the module.
fn around(tree: &Tree, revisions: ElementId) -> Vec<ElementId> {
    let container = tree.parent(revisions).and_then(|track| tree.parent(track));
    let inside = container
        .into_iter()
        .flat_map(|container| tree.descendants(container).collect::<Vec<_>>());
    inside.filter(|id| tree.namespace(*id) != CHANGES).collect()
}

fn revisions(tree: &Tree, element: ElementId, problems: &mut Problems) {
    let around = around(tree, element);
    let applies = tree.value(element, "appliesTo").unwrap_or_default();
    let meant: Vec<ElementId> = around
        .iter()
        .copied()
        .filter(|id| tree.name(*id) == applies)
        .collect();
    let reference = tree.value(element, "ref");
    let subject = match &reference {
        Some(reference) => {
            let has_id = |id: &ElementId| tree.value(*id, "id").is_some_and(|id| id == *reference);
            if !around.iter().any(has_id) {
                lost(tree, element, "ref", problems);
            }
            meant.iter().copied().find(has_id)
        }
        None => {
            let is_one_of_many =
                meant.len() > 1 && meant.iter().any(|id| tree.find(*id, "id").is_some());
            if is_one_of_many {
                let notice = Notice::new("xliff-needs").arg("attribute", "appliesTo");
                let notice = notice
                    .arg("needed", "ref")
                    .arg("element", tree.full_name(element));
                problems.error(notice, tree.span(element));
            }
            meant.first().copied().filter(|_| meant.len() == 1)
        }
    };
    let Some(subject) = subject else { return };
    for item in tree
        .descendants(element)
        .filter(|id| tree.is(*id, CHANGES, "item"))
    {
        let Some(attribute) = tree.find(item, "property") else {
            continue;
        };
        let property = tree.value_of(attribute);
        let has = |name: &str| {
            let mut attributes = tree.attributes(subject).iter();
            attributes.any(|attribute| tree.source.slice(attribute.name) == name)
        };
        if property != "content" && !has(&property) {
            let notice = Notice::new("xliff-property").arg("property", &property);
            let notice = notice.arg("element", tree.full_name(subject));
            problems.error(notice, attribute.value);
        }
    }
    if let Some(current) = tree.value(element, "currentVersion") {
        let is_it = |id: ElementId| {
            tree.value(id, "version")
                .is_some_and(|version| version == current)
        };
        if !tree.children(element).any(is_it) {
            lost(tree, element, "currentVersion", problems);
        }
    }
}

/// A revision tells of each property once.
fn revision(tree: &Tree, element: ElementId, problems: &mut Problems) {
    let mut seen = HashSet::new();
    for item in tree.children(element) {
        if let Some(attribute) = tree.find(item, "property")
            && !seen.insert(tree.value_of(attribute).into_owned())
        {
            let notice = Notice::new("xliff-property-twice");
            let notice = notice.arg("property", tree.value_of(attribute));
            problems.error(notice, attribute.value);
        }
    }
}
