//! Size and length restriction, and format style: attributes of modules that stand at elements of the core.

use crate::interchange::conformance::xliff_2::inside::is_set;
use crate::interchange::conformance::xliff_2::inside::preface;
use crate::interchange::conformance::xliff_2::names::CORE;
use crate::interchange::conformance::xliff_2::names::SIZES;
use crate::interchange::conformance::xliff_2::names::STYLE;
use crate::interchange::markup::tree::Attribute;
use crate::interchange::markup::tree::ElementId;
use crate::interchange::markup::tree::Tree;
use crate::interchange::problem::Problems;
use crate::text::notice::Notice;

/// Checks the attributes of an element.
pub fn check(tree: &Tree, element: ElementId, problems: &mut Problems) {
    if tree.name(element) == "ec" && !is_set(tree, element, "isolated", "yes", "no") {
        for attribute in tree.attributes(element) {
            if matches!(tree.attribute_namespace(attribute), SIZES | STYLE) {
                let name = tree.source.slice(attribute.name);
                let notice = Notice::new("xliff-only-isolated").arg("attribute", name);
                problems.error(notice, attribute.name);
            }
        }
    }
    let style = |name: &str| tree.find_in(element, STYLE, name);
    if let Some(attribute) = style("subFs").filter(|_| style("fs").is_none()) {
        let notice = Notice::new("xliff-needs").arg("attribute", "fs:subFs");
        let notice = notice
            .arg("needed", "fs:fs")
            .arg("element", tree.full_name(element));
        problems.error(notice, attribute.name);
    }
    let size = |name: &str| tree.find_in(element, SIZES, name);
    if let (Some(_), Some(attribute)) = (size("sizeInfo"), size("sizeInfoRef")) {
        let notice = Notice::new("xliff-apart").arg("element", tree.full_name(element));
        let notice = notice
            .arg("one", "slr:sizeInfo")
            .arg("other", "slr:sizeInfoRef");
        problems.error(notice, attribute.name);
    }
    if let Some(attribute) = size("sizeInfoRef") {
        reference(tree, element, attribute, problems);
    }
    // What other profiles write there is their own affair.
    for (name, profile, is_range) in [
        ("sizeRestriction", "generalProfile", true),
        ("storageRestriction", "storageProfile", true),
        ("sizeInfo", "generalProfile", false),
        ("equivStorage", "storageProfile", false),
    ] {
        let Some(attribute) = size(name) else {
            continue;
        };
        let value = tree.value_of(attribute);
        let is_good = match profile_of(tree, element, profile) {
            Some(profile) if !profile.starts_with("xliff:") => true,
            Some(_) if is_range => is_restriction(&value),
            Some(_) => is_number(&value),
            // Without a profile a number is still one of whole units.
            None => is_number(&value) || value.parse::<f64>().is_err(),
        };
        if !is_good {
            let notice = match is_range {
                true => Notice::new("xliff-restriction"),
                false => Notice::new("xml-value-integer").arg("choices", ""),
            };
            let name = tree.source.slice(attribute.name);
            problems.error(
                notice.arg("attribute", name).arg("value", &value),
                attribute.value,
            );
        }
    }
}

fn is_number(value: &str) -> bool {
    !value.is_empty() && value.chars().all(|c| c.is_ascii_digit())
}

/// `*`, `90`, `25,100` or `25,*`.
fn is_restriction(value: &str) -> bool {
    match value.split_once(',') {
        None => value == "*" || is_number(value),
        Some((low, high)) => is_number(low) && (high == "*" || is_number(high)),
    }
}

/// The profile that the file names.
fn profile_of(tree: &Tree, element: ElementId, profile: &str) -> Option<String> {
    let mut around = std::iter::once(element).chain(tree.ancestors(element));
    let file = around.find(|outer| tree.is(*outer, CORE, "file"))?;
    let profiles = preface(tree, file).find(|child| tree.is(*child, SIZES, "profiles"))?;
    Some(tree.value(profiles, profile)?.into_owned())
}

/// The data stand beside the element, or beside one around it.
fn reference(tree: &Tree, element: ElementId, attribute: &Attribute, problems: &mut Problems) {
    let value = tree.value_of(attribute);
    let is_meant = |id: ElementId| tree.value(id, "id").is_some_and(|id| id == value);
    let mut around = tree.ancestors(element);
    let is_there = around.any(|outer| {
        let data = preface(tree, outer).filter(|child| tree.is(*child, SIZES, "data"));
        data.into_iter()
            .any(|data| tree.descendants(data).any(is_meant))
    });
    if !is_there {
        let notice = Notice::new("xml-reference").arg("attribute", "slr:sizeInfoRef");
        problems.error(notice.arg("value", &value), attribute.value);
    }
}
