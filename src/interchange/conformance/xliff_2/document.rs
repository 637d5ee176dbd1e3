//! The whole document: the format itself, languages, and each unit with all that is held against it.

use crate::interchange::conformance::format;
use crate::interchange::conformance::format::Format;
use crate::interchange::conformance::language::is_within;
use crate::interchange::conformance::xliff_2::annotations;
use crate::interchange::conformance::xliff_2::changes;
use crate::interchange::conformance::xliff_2::codes;
use crate::interchange::conformance::xliff_2::fragments;
use crate::interchange::conformance::xliff_2::fragments::Index;
use crate::interchange::conformance::xliff_2::ids;
use crate::interchange::conformance::xliff_2::inside::children;
use crate::interchange::conformance::xliff_2::inside::is_set;
use crate::interchange::conformance::xliff_2::inside::needs;
use crate::interchange::conformance::xliff_2::inside::parts;
use crate::interchange::conformance::xliff_2::its;
use crate::interchange::conformance::xliff_2::modules;
use crate::interchange::conformance::xliff_2::names::CORE;
use crate::interchange::conformance::xliff_2::names::MATCHES;
use crate::interchange::conformance::xliff_2::names::RESOURCES;
use crate::interchange::conformance::xliff_2::order;
use crate::interchange::conformance::xliff_2::pairs;
use crate::interchange::conformance::xliff_2::sizes;
use crate::interchange::markup::grammar::Grammar;
use crate::interchange::markup::tree::ElementId;
use crate::interchange::markup::tree::Tree;
use crate::interchange::markup::tree::XML;
use crate::interchange::problem::Problems;
use crate::text::notice::Notice;

/// XLIFF 2.x.
pub static FORMAT: Format = Format {
    name: "xliff-2",
    endings: &[".xlf", ".xliff"],
    is_it: |beginning| beginning.element == "xliff" && beginning.tag.contains("document:2."),
    check,
};

/// The table of elements and attributes.
pub const GRAMMAR: &str = include_str!("core.grammar");

fn check(problems: &mut Problems) -> String {
    let grammar = Grammar::parse(GRAMMAR).expect("a test reads the table");
    let Some(tree) = format::tree(problems, &grammar) else {
        return String::new();
    };
    let root = tree.root();
    if !tree.is(root, CORE, "xliff") {
        return String::new();
    }
    ids::of_document(&tree, root, problems);
    let index = Index::of(&tree);
    for element in tree.descendants(root) {
        match (tree.namespace(element), tree.name(element)) {
            (CORE, "unit") => unit(&tree, &index, element, problems),
            (MATCHES, "match") => candidate(&tree, &index, element, problems),
            (CORE, "skeleton") | (RESOURCES, "source" | "target") => {
                content(&tree, element, problems);
                modules::check(&tree, element, problems);
            }
            (CORE, "segment") => segment(&tree, element, problems),
            (CORE, "cp") => code_point(&tree, element, problems),
            (CORE, "mrk" | "sm") => annotations::check(&tree, element, problems),
            (CORE, _) => {}
            _ => {
                modules::check(&tree, element, problems);
                changes::check(&tree, element, problems);
            }
        }
        if tree.namespace(element) == CORE {
            sizes::check(&tree, element, problems);
            language(&tree, root, element, problems);
        }
        its::check(&tree, element, problems);
        fragments::check(&tree, &index, element, problems);
    }
    its::check(&tree, root, problems);
    tree.value(root, "version").unwrap_or_default().into_owned()
}

fn unit(tree: &Tree, index: &Index, unit: ElementId, problems: &mut Problems) {
    if children(tree, unit, "segment").next().is_none() && parts(tree, unit).next().is_some() {
        let notice = Notice::new("xml-element-missing").arg("element", "segment");
        problems.error(notice.arg("parent", "unit"), tree.span(unit));
    }
    ids::of_unit(tree, unit, problems);
    pairs::check(tree, unit, problems);
    codes::check(tree, index, unit, problems);
    order::check(tree, unit, problems);
}

/// A match is held to what its texts are held to in a unit.
fn candidate(tree: &Tree, index: &Index, element: ElementId, problems: &mut Problems) {
    ids::of_unit(tree, element, problems);
    pairs::check(tree, element, problems);
    codes::check(tree, index, element, problems);
}

/// What is outside the document is named, what is inside stands there, and one of the two it must be.
fn content(tree: &Tree, element: ElementId, problems: &mut Problems) {
    let has_reference = tree.find(element, "href").is_some();
    if has_reference != tree.is_empty(element) {
        let notice = Notice::new("xliff-href").arg("element", tree.full_name(element));
        problems.error(notice, tree.span(element));
    }
}

fn segment(tree: &Tree, segment: ElementId, problems: &mut Problems) {
    if tree.find(segment, "subState").is_some() && tree.find(segment, "state").is_none() {
        needs(tree, segment, "subState", "state", problems);
    }
    if let Some(attribute) = tree.find(segment, "subState")
        && tree.value_of(attribute).starts_with("xlf:")
    {
        let notice = Notice::new("xliff-reserved").arg("attribute", "subState");
        problems.error(
            notice.arg("value", tree.value_of(attribute)),
            attribute.value,
        );
    }
    let has_target = children(tree, segment, "target").next().is_some();
    if !has_target && !is_set(tree, segment, "state", "initial", "initial") {
        let state = tree.value(segment, "state").unwrap_or_default();
        let notice = Notice::new("xliff-no-target").arg("state", state);
        problems.error(notice, tree.span(segment));
    }
}

/// Only characters that XML cannot hold are written as code points.
fn code_point(tree: &Tree, element: ElementId, problems: &mut Problems) {
    let Some(attribute) = tree.find(element, "hex") else {
        return;
    };
    let value = tree.value_of(attribute);
    let is_invalid = matches!(
        u32::from_str_radix(value.trim(), 16),
        Ok(
            0..=8
            | 0xb
            | 0xc
            | 0xe..=0x1f
            | 0x7f..=0x84
            | 0x86..=0x9f
            | 0xd800..=0xdfff
            | 0xfffe
            | 0xffff,
        )
    );
    if !is_invalid || !(4..=6).contains(&value.trim().len()) {
        let notice = Notice::new("xliff-hex").arg("value", &value);
        problems.error(notice, attribute.value);
    }
}

/// The languages of texts are the document's, and so is how white space is kept.
fn language(tree: &Tree, root: ElementId, text: ElementId, problems: &mut Problems) {
    let name = tree.name(text);
    if !matches!(name, "source" | "target") {
        return;
    }
    let Some(parent) = tree.parent(text) else {
        return;
    };
    let is_candidate = tree.namespace(parent) == MATCHES;
    let side = if name == "source" {
        "srcLang"
    } else {
        "trgLang"
    };
    let expected = tree.value(root, side);
    if expected.is_none() && name == "target" {
        problems.error(Notice::new("xliff-no-language"), tree.span(text));
    }
    let is_reference = is_candidate && is_set(tree, parent, "reference", "yes", "no");
    // A language said further out holds for the texts inside, and must be theirs.
    let mut around = std::iter::once(text).chain(tree.ancestors(text));
    let said = around.find_map(|outer| tree.find_in(outer, XML, "lang"));
    if let (Some(expected), Some(attribute)) = (&expected, said) {
        let value = tree.value_of(attribute);
        let is_free = is_reference && name == "target";
        if !is_free && !is_within(&value, expected) {
            let notice = Notice::new("xliff-language").arg("value", &value);
            let notice = notice.arg("attribute", side).arg("expected", expected);
            let is_own = tree.find_in(text, XML, "lang").is_some();
            let at = if is_own {
                attribute.value
            } else {
                tree.span(text)
            };
            problems.error(notice, at);
        }
    }
    if name == "target"
        && !is_candidate
        && let Some(source) = children(tree, parent, "source").next()
        && space(tree, source) != space(tree, text)
    {
        problems.error(Notice::new("xliff-space"), tree.span(text));
    }
}

/// How white space is kept in an element, said there or further out.
fn space(tree: &Tree, element: ElementId) -> String {
    let around = std::iter::once(element).chain(tree.ancestors(element));
    let mut values = around.filter_map(|id| tree.value_in(id, XML, "space"));
    values.next().unwrap_or("default".into()).into_owned()
}
