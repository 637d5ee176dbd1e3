//! Ids are unique, each kind in its own reach; a code of a target has the id of the code that it stands for.

use crate::interchange::conformance::xliff_2::inside::children;
use crate::interchange::conformance::xliff_2::inside::inline;
use crate::interchange::conformance::xliff_2::inside::parts;
use crate::interchange::conformance::xliff_2::names::CORE;
use crate::interchange::conformance::xliff_2::names::is_known;
use crate::interchange::markup::tree::Attribute;
use crate::interchange::markup::tree::ElementId;
use crate::interchange::markup::tree::Tree;
use crate::interchange::markup::tree::XML;
use crate::interchange::problem::Problems;
use crate::text::notice::Notice;
use std::collections::HashMap;

/// Ids of files, groups, units and notes, and of elements that are no part of XLIFF.
pub fn of_document(tree: &Tree, root: ElementId, problems: &mut Problems) {
    unique(tree, children(tree, root, "file"), problems);
    for file in children(tree, root, "file") {
        let of = |name: &'static str| {
            tree.descendants(file)
                .filter(move |id| tree.is(*id, CORE, name))
        };
        unique(tree, of("group"), problems);
        unique(tree, of("unit"), problems);
    }
    for element in tree.descendants(root) {
        match (tree.namespace(element), tree.name(element)) {
            (CORE, "notes" | "originalData") => unique(tree, tree.children(element), problems),
            (CORE, "file" | "group" | "unit") => of_extensions(tree, element, problems),
            _ => {}
        }
    }
}

/// Tells of elements whose id another one has.
pub fn unique(tree: &Tree, elements: impl Iterator<Item = ElementId>, problems: &mut Problems) {
    let mut seen = HashMap::new();
    for element in elements {
        if let Some(attribute) = tree.find(element, "id") {
            note(tree, attribute, &mut seen, problems);
        }
    }
}

/// Notes an id, and tells of it where it was noted before.
fn note(
    tree: &Tree,
    attribute: &Attribute,
    seen: &mut HashMap<String, u32>,
    problems: &mut Problems,
) {
    let value = tree.value_of(attribute);
    let line = tree.source.line_of(attribute.value.start);
    if let Some(first) = seen.get(&*value) {
        let notice = Notice::new("xml-id-twice")
            .arg("value", &value)
            .arg("line", first);
        problems.error(notice, attribute.value);
    } else {
        seen.insert(value.into_owned(), line);
    }
}

/// Elements of other namespaces share one reach in a file, group or unit, those of inner ones left out.
fn of_extensions(tree: &Tree, container: ElementId, problems: &mut Problems) {
    let mut seen: HashMap<String, HashMap<String, u32>> = HashMap::new();
    for child in tree.children(container) {
        if is_known(tree.namespace(child)) {
            continue;
        }
        for element in std::iter::once(child).chain(tree.descendants(child)) {
            let namespace = tree.namespace(element);
            let id = tree
                .find(element, "id")
                .or_else(|| tree.find_in(element, XML, "id"));
            if let Some(attribute) = id.filter(|_| !is_known(namespace)) {
                let seen = seen.entry(namespace.to_owned()).or_default();
                note(tree, attribute, seen, problems);
            }
        }
    }
}

/// Ids of segments and inline elements of a unit or of a match.
pub fn of_unit(tree: &Tree, unit: ElementId, problems: &mut Problems) {
    let sources = inline(tree, unit, "source");
    let mut seen = HashMap::new();
    let mut names: HashMap<String, &str> = HashMap::new();
    let mut elements: Vec<ElementId> = parts(tree, unit).chain(sources).collect();
    elements.sort();
    for element in elements {
        if let Some(attribute) = tree.find(element, "id") {
            note(tree, attribute, &mut seen, problems);
            names.insert(tree.value_of(attribute).into_owned(), tree.name(element));
        }
    }
    let mut of_targets = HashMap::new();
    for element in inline(tree, unit, "target") {
        let Some(attribute) = tree.find(element, "id") else {
            continue;
        };
        note(tree, attribute, &mut of_targets, problems);
        let value = tree.value_of(attribute);
        let name = names.get(&*value).copied();
        if let Some(name) =
            name.filter(|name| *name != tree.name(element) && !is_same(name, tree.name(element)))
        {
            let notice = Notice::new("xliff-other-code").arg("id", &value);
            let notice = notice.arg("element", tree.name(element)).arg("other", name);
            problems.error(notice, attribute.value);
        }
    }
}

/// A pair may be written as one element or as two.
fn is_same(one: &str, other: &str) -> bool {
    let is_span = |name: &str| matches!(name, "pc" | "sc");
    let is_mark = |name: &str| matches!(name, "mrk" | "sm");
    (is_span(one) && is_span(other)) || (is_mark(one) && is_mark(other))
}
