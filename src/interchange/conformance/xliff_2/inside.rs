//! Walking a unit: its texts and codes, and the messages that several constraints share.

use crate::interchange::conformance::xliff_2::names::CORE;
use crate::interchange::markup::tree::ElementId;
use crate::interchange::markup::tree::Tree;
use crate::interchange::problem::Problems;
use crate::text::notice::Notice;

/// The two sides of a segment.
pub const SIDES: [&str; 2] = ["source", "target"];

/// Returns the core's elements of a name directly inside.
pub fn children<'a>(
    tree: &'a Tree,
    element: ElementId,
    name: &'a str,
) -> impl Iterator<Item = ElementId> + 'a {
    tree.children(element)
        .filter(move |child| tree.is(*child, CORE, name))
}

/// Returns what stands in a file or group before its units: modules and notes. A search there does not walk all units.
pub fn preface(tree: &Tree, element: ElementId) -> impl Iterator<Item = ElementId> + '_ {
    let is_before = |child: &ElementId| {
        tree.namespace(*child) != CORE || !matches!(tree.name(*child), "unit" | "group")
    };
    tree.children(element).take_while(is_before)
}

/// Returns the segments and ignorables of a unit.
pub fn parts(tree: &Tree, unit: ElementId) -> impl Iterator<Item = ElementId> + '_ {
    let is_part = |child: &ElementId| {
        tree.namespace(*child) == CORE && matches!(tree.name(*child), "segment" | "ignorable")
    };
    tree.children(unit).filter(is_part)
}

/// Returns the texts of one side of a unit, or of a match, which is a unit of its own in this.
pub fn texts<'a>(tree: &'a Tree, unit: ElementId, side: &'a str) -> Vec<ElementId> {
    let own = children(tree, unit, side);
    let of_parts =
        parts(tree, unit).flat_map(|part| children(tree, part, side).collect::<Vec<_>>());
    own.chain(of_parts).collect()
}

/// Returns the inline elements of one side, in order.
pub fn inline(tree: &Tree, unit: ElementId, side: &str) -> Vec<ElementId> {
    let texts = texts(tree, unit, side);
    let inside = texts
        .into_iter()
        .flat_map(|text| tree.descendants(text).collect::<Vec<_>>());
    inside.filter(|id| tree.namespace(*id) == CORE).collect()
}

/// Tells whether an element is a code.
pub fn is_code(tree: &Tree, element: ElementId) -> bool {
    matches!(tree.name(element), "pc" | "sc" | "ec" | "ph")
}

/// Tells whether an attribute has a value; where it is not there, `default` is taken for it.
pub fn is_set(tree: &Tree, element: ElementId, name: &str, value: &str, default: &str) -> bool {
    let found = tree.value(element, name);
    found.as_deref().unwrap_or(default) == value
}

/// Tells of a reference that leads nowhere.
pub fn lost(tree: &Tree, element: ElementId, name: &str, problems: &mut Problems) {
    let Some(attribute) = tree.find(element, name) else {
        return;
    };
    let notice = Notice::new("xml-reference").arg("attribute", name);
    let notice = notice.arg("value", tree.value_of(attribute));
    problems.error(notice, attribute.value);
}

/// Tells of two attributes that stand alone and should not, or stand together and should not.
pub fn attributes(
    tree: &Tree,
    element: ElementId,
    (one, other): (&str, &str),
    are_together: bool,
    problems: &mut Problems,
) {
    let has = |name: &str| tree.find(element, name).is_some();
    let notice = match (has(one), has(other)) {
        (true, true) if !are_together => Notice::new("xliff-apart"),
        (true, false) | (false, true) if are_together => Notice::new("xliff-together"),
        _ => return,
    };
    let notice = notice.arg("element", tree.full_name(element));
    problems.error(
        notice.arg("one", one).arg("other", other),
        tree.span(element),
    );
}

/// Tells of an attribute that cannot stand without another.
pub fn needs(
    tree: &Tree,
    element: ElementId,
    attribute: &str,
    needed: &str,
    problems: &mut Problems,
) {
    let notice = Notice::new("xliff-needs").arg("attribute", attribute);
    let notice = notice
        .arg("needed", needed)
        .arg("element", tree.full_name(element));
    problems.error(notice, tree.span(element));
}
