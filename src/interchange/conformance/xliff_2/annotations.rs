//! Annotations (`mrk`, `sm`): which attributes each type has.

use crate::interchange::conformance::xliff_2::names::ITS;
use crate::interchange::markup::tree::ElementId;
use crate::interchange::markup::tree::Tree;
use crate::interchange::problem::Problems;
use crate::text::notice::Notice;

/// Checks an annotation. Where a reference leads is looked at elsewhere.
pub fn check(tree: &Tree, element: ElementId, problems: &mut Problems) {
    let kind = tree.value(element, "type").unwrap_or("generic".into());
    let has = |name: &str| tree.find(element, name).is_some();
    let is_of_its = tree
        .attributes(element)
        .iter()
        .any(|attribute| tree.attribute_namespace(attribute) == ITS);
    let notice = match &*kind {
        "comment" if has("value") == has("ref") => Notice::new("xliff-comment"),
        "mtc:match" if has("ref") => Notice::new("xliff-match-ref"),
        "generic" if !has("translate") && !is_of_its => {
            problems.warning(Notice::new("xliff-generic"), tree.span(element));
            return;
        }
        _ => return,
    };
    problems.error(notice, tree.span(element));
}
