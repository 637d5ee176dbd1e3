//! The modules: candidates, glossary, metadata, resource data, validation.

use crate::interchange::conformance::language::is_within;
use crate::interchange::conformance::xliff_2::ids::unique;
use crate::interchange::conformance::xliff_2::inside::attributes;
use crate::interchange::conformance::xliff_2::inside::is_set;
use crate::interchange::conformance::xliff_2::inside::needs;
use crate::interchange::conformance::xliff_2::inside::preface;
use crate::interchange::conformance::xliff_2::names::CORE;
use crate::interchange::conformance::xliff_2::names::GLOSSARY;
use crate::interchange::conformance::xliff_2::names::MATCHES;
use crate::interchange::conformance::xliff_2::names::METADATA;
use crate::interchange::conformance::xliff_2::names::RESOURCES;
use crate::interchange::conformance::xliff_2::names::VALIDATION;
use crate::interchange::markup::tree::ElementId;
use crate::interchange::markup::tree::Tree;
use crate::interchange::markup::tree::XML;
use crate::interchange::problem::Problems;
use crate::text::notice::Notice;

/// What a rule of the validation module asks for: one of these, or something of another namespace.
const ASKED: &[&str] = &["isPresent", "isNotPresent", "startsWith", "endsWith"];

/// Checks an element of a module.
pub fn check(tree: &Tree, element: ElementId, problems: &mut Problems) {
    match (tree.namespace(element), tree.name(element)) {
        (MATCHES, "matches") | (RESOURCES, "resourceData") => {
            once(tree, element, problems);
            unique(tree, tree.children(element), problems);
        }
        (GLOSSARY, "glossary") | (METADATA, "metadata") => {
            once(tree, element, problems);
            let whole = std::iter::once(element).chain(tree.descendants(element));
            unique(tree, whole, problems);
        }
        (VALIDATION, "validation") => once(tree, element, problems),
        (MATCHES, "match")
            if tree.find(element, "subType").is_some() && tree.find(element, "type").is_none() =>
        {
            needs(tree, element, "subType", "type", problems);
        }
        (GLOSSARY, "glossEntry") => {
            let is_told = |child: ElementId| {
                tree.is(child, GLOSSARY, "translation") || tree.is(child, GLOSSARY, "definition")
            };
            if !tree.children(element).any(is_told) {
                problems.error(Notice::new("xliff-gloss"), tree.span(element));
            }
        }
        (RESOURCES, "resourceItem") => item(tree, element, problems),
        (RESOURCES, "source" | "target") => language(tree, element, problems),
        (RESOURCES, "resourceItemRef") => item_of_file(tree, element, problems),
        (VALIDATION, "rule") => rule(tree, element, problems),
        _ => {}
    }
}

/// A module has one root element at a place.
fn once(tree: &Tree, element: ElementId, problems: &mut Problems) {
    let Some(parent) = tree.parent(element) else {
        return;
    };
    let (namespace, name) = (tree.namespace(element), tree.name(element));
    let first = tree
        .children(parent)
        .find(|child| tree.is(*child, namespace, name));
    if first.is_some_and(|first| first != element) {
        let notice = Notice::new("xml-element-order").arg("element", tree.full_name(element));
        let notice = notice
            .arg("parent", tree.full_name(parent))
            .arg("allowed", name);
        problems.error(notice, tree.span(element));
    }
}

/// What a resource is, is told by its type where it does not stand there.
fn item(tree: &Tree, element: ElementId, problems: &mut Problems) {
    let sides = tree
        .children(element)
        .filter(|child| matches!(tree.name(*child), "source" | "target"));
    let is_outside = sides.into_iter().any(|side| tree.is_empty(side));
    let has_any = tree.children(element).next().is_some();
    if tree.find(element, "mimeType").is_none() && (is_outside || !has_any) {
        let notice = Notice::new("xml-attribute-missing").arg("attribute", "mimeType");
        problems.error(
            notice.arg("element", tree.full_name(element)),
            tree.span(element),
        );
    }
}

fn language(tree: &Tree, side: ElementId, problems: &mut Problems) {
    let name = if tree.name(side) == "source" {
        "srcLang"
    } else {
        "trgLang"
    };
    let (Some(attribute), Some(expected)) = (
        tree.find_in(side, XML, "lang"),
        tree.value(tree.root(), name),
    ) else {
        return;
    };
    let value = tree.value_of(attribute);
    if !is_within(&value, &expected) {
        let notice = Notice::new("xliff-language").arg("value", &value);
        let notice = notice.arg("attribute", name).arg("expected", &expected);
        match name {
            "srcLang" => problems.error(notice, attribute.value),
            _ => problems.warning(notice, attribute.value),
        }
    }
}

/// A reference is to an item of the file.
fn item_of_file(tree: &Tree, element: ElementId, problems: &mut Problems) {
    let Some(value) = tree.value(element, "ref") else {
        return;
    };
    let Some(file) = tree
        .ancestors(element)
        .find(|outer| tree.is(*outer, CORE, "file"))
    else {
        return;
    };
    let lists = preface(tree, file).filter(|child| tree.is(*child, RESOURCES, "resourceData"));
    let mut items = lists.flat_map(|list| tree.children(list).collect::<Vec<_>>());
    let is_meant = |item: ElementId| {
        tree.name(item) == "resourceItem" && tree.value(item, "id").is_some_and(|id| id == value)
    };
    if !items.any(is_meant) {
        // Many files name items of the unit instead, the official examples among them.
        let notice = Notice::new("xml-reference").arg("attribute", "ref");
        problems.warning(notice.arg("value", &value), tree.span(element));
    }
}

fn rule(tree: &Tree, rule: ElementId, problems: &mut Problems) {
    let has = |name: &&&str| tree.find(rule, name).is_some();
    let n_asked = ASKED.iter().filter(has).count();
    let is_custom = tree
        .attributes(rule)
        .iter()
        .any(|attribute| !tree.attribute_namespace(attribute).is_empty());
    if n_asked > 1 || (n_asked == 0 && !is_custom) {
        let notice = Notice::new("xliff-one-of").arg("element", tree.full_name(rule));
        problems.error(notice.arg("attributes", ASKED.join(", ")), tree.span(rule));
    }
    if tree.find(rule, "occurs").is_some() && tree.find(rule, "isPresent").is_none() {
        needs(tree, rule, "occurs", "isPresent", problems);
    }
    if tree.find(rule, "existsInSource").is_some() {
        if n_asked == 0 {
            needs(
                tree,
                rule,
                "existsInSource",
                "isPresent, startsWith, endsWith",
                problems,
            );
        }
        attributes(
            tree,
            rule,
            ("existsInSource", "isNotPresent"),
            false,
            problems,
        );
    }
    let outer = tree.parent(rule).and_then(|list| tree.parent(list));
    let is_of_file = outer.is_some_and(|outer| tree.is(outer, CORE, "file"));
    if is_of_file && is_set(tree, rule, "disabled", "yes", "no") {
        problems.error(Notice::new("xliff-disabled"), tree.span(rule));
    }
}
