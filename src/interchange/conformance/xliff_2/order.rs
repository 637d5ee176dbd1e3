//! `order`: where the targets of a unit stand when they do not follow their sources.

use crate::interchange::conformance::xliff_2::inside::children;
use crate::interchange::conformance::xliff_2::inside::parts;
use crate::interchange::markup::tree::ElementId;
use crate::interchange::markup::tree::Tree;
use crate::interchange::problem::Problems;
use crate::text::notice::Notice;
use std::collections::HashMap;

/// Each place is taken once: by the target that says so, or by the one that stands there.
pub fn check(tree: &Tree, unit: ElementId, problems: &mut Problems) {
    let parts: Vec<ElementId> = parts(tree, unit).collect();
    let targets: Vec<Option<ElementId>> = parts
        .iter()
        .map(|part| children(tree, *part, "target").next())
        .collect();
    let mut taken: HashMap<usize, u32> = HashMap::new();
    for (index, target) in targets.iter().enumerate() {
        let Some(target) = target else { continue };
        let line = tree.source.line_of(tree.span(*target).start);
        let attribute = tree.find(*target, "order");
        let said = attribute.and_then(|attribute| tree.value_of(attribute).trim().parse().ok());
        let place = said.unwrap_or(index + 1);
        let at = attribute.map_or(tree.span(*target), |attribute| attribute.value);
        if place > parts.len() {
            let notice = Notice::new("xliff-order-range").arg("order", place);
            problems.error(notice.arg("n", parts.len()), at);
        } else if let Some(first) = taken.get(&place) {
            let notice = Notice::new("xliff-order-twice").arg("order", place);
            problems.error(notice.arg("line", first), at);
        } else {
            taken.insert(place, line);
        }
    }
}
