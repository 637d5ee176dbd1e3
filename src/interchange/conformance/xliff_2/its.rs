//! ITS: which of its attributes stand together, and which apart.

use crate::interchange::conformance::xliff_2::names::CORE;
use crate::interchange::conformance::xliff_2::names::ITS;
use crate::interchange::conformance::xliff_2::names::ITS_MODULE;
use crate::interchange::markup::tree::ElementId;
use crate::interchange::markup::tree::Tree;
use crate::interchange::markup::tree::XML;
use crate::interchange::problem::Problems;
use crate::text::notice::Notice;

/// Attributes that exclude each other.
const APART: &[(&str, &[&str])] = &[
    (
        "locQualityIssuesRef",
        &[
            "locQualityIssueType",
            "locQualityIssueComment",
            "locQualityIssueSeverity",
            "locQualityIssueProfileRef",
            "locQualityIssueEnabled",
        ],
    ),
    ("locQualityRatingScore", &["locQualityRatingVote"]),
    ("taIdentRef", &["taSource", "taIdent"]),
    (
        "provenanceRecordsRef",
        &[
            "org",
            "orgRef",
            "person",
            "personRef",
            "revOrg",
            "revOrgRef",
            "revPerson",
            "revPersonRef",
            "revTool",
            "revToolRef",
            "tool",
            "toolRef",
        ],
    ),
];

/// Data categories that `annotatorsRef` may name.
const CATEGORIES: &[&str] = &[
    "allowed-characters",
    "directionality",
    "domain",
    "elements-within-text",
    "external-resource",
    "id-value",
    "language-information",
    "locale-filter",
    "localization-note",
    "localization-quality-issue",
    "localization-quality-rating",
    "mt-confidence",
    "preserve-space",
    "provenance",
    "storage-size",
    "target-pointer",
    "terminology",
    "text-analysis",
    "translate",
];

/// Checks the attributes of an element, and elements of ITS itself.
pub fn check(tree: &Tree, element: ElementId, problems: &mut Problems) {
    if tree.namespace(element) == ITS {
        own(tree, element, problems);
        return;
    }
    let is_of_its = |id: ElementId| {
        let mut attributes = tree.attributes(id).iter();
        attributes.any(|attribute| matches!(tree.attribute_namespace(attribute), ITS | ITS_MODULE))
    };
    if !is_of_its(element) {
        return;
    }
    let has = |name: &str| tree.find_in(element, ITS, name).is_some();
    let mut around = std::iter::once(element).chain(tree.ancestors(element));
    if !around.any(|outer| tree.find_in(outer, ITS, "version").is_some()) {
        let notice = Notice::new("xml-attribute-missing").arg("attribute", "its:version");
        let notice = notice.arg("element", tree.full_name(tree.root()));
        problems.error(notice, tree.span(element));
    }
    for (one, others) in APART {
        for other in others.iter().filter(|other| has(one) && has(other)) {
            let notice = Notice::new("xliff-apart").arg("element", tree.full_name(element));
            let notice = notice.arg("one", format!("its:{one}"));
            problems.error(
                notice.arg("other", format!("its:{other}")),
                tree.span(element),
            );
        }
    }
    if has("taSource") != has("taIdent") {
        let notice = Notice::new("xliff-together").arg("element", tree.full_name(element));
        let notice = notice
            .arg("one", "its:taSource")
            .arg("other", "its:taIdent");
        problems.error(notice, tree.span(element));
    }
    for name in ["locQualityRatingScore", "locQualityRatingVote"] {
        let threshold = format!("{name}Threshold");
        let mut around = std::iter::once(element).chain(tree.ancestors(element));
        if has(&threshold) && !around.any(|outer| tree.find_in(outer, ITS, name).is_some()) {
            let notice = Notice::new("xliff-needs").arg("attribute", format!("its:{threshold}"));
            let notice = notice.arg("needed", format!("its:{name}"));
            problems.error(
                notice.arg("element", tree.full_name(element)),
                tree.span(element),
            );
        }
    }
    issues(tree, element, problems);
    annotators(tree, element, problems);
}

/// A list of issues is in the same unit.
fn issues(tree: &Tree, element: ElementId, problems: &mut Problems) {
    let Some(attribute) = tree.find_in(element, ITS, "locQualityIssuesRef") else {
        return;
    };
    let value = tree.value_of(attribute);
    let unit = tree
        .ancestors(element)
        .find(|outer| tree.is(*outer, CORE, "unit"));
    let Some(id) = value.strip_prefix("#its=") else {
        return;
    };
    let is_meant = |list: ElementId| {
        tree.is(list, ITS, "locQualityIssues")
            && tree
                .value_in(list, XML, "id")
                .is_some_and(|known| known == id)
    };
    if unit.is_some_and(|unit| !tree.descendants(unit).any(is_meant)) {
        let notice = Notice::new("xml-reference").arg("attribute", "its:locQualityIssuesRef");
        problems.error(notice.arg("value", &value), attribute.value);
    }
}

fn annotators(tree: &Tree, element: ElementId, problems: &mut Problems) {
    let Some(attribute) = tree.find_in(element, ITS, "annotatorsRef") else {
        return;
    };
    let value = tree.value_of(attribute);
    let mut seen = Vec::new();
    for part in value.split_whitespace() {
        let (category, tool) = part.split_once('|').unwrap_or((part, ""));
        let is_new = !seen.contains(&category);
        seen.push(category);
        if !CATEGORIES.contains(&category) || tool.is_empty() || !is_new {
            let notice = Notice::new("xliff-annotator").arg("value", part);
            problems.error(notice, attribute.value);
        }
    }
}

/// An issue or a record says something.
fn own(tree: &Tree, element: ElementId, problems: &mut Problems) {
    let needed: &[&str] = match tree.name(element) {
        "locQualityIssue" => &["locQualityIssueType", "locQualityIssueComment"],
        "provenanceRecord" => APART[3].1,
        _ => return,
    };
    if !needed.iter().any(|name| tree.find(element, name).is_some()) {
        let notice = Notice::new("xliff-any-of").arg("element", tree.full_name(element));
        problems.error(
            notice.arg("attributes", needed.join(", ")),
            tree.span(element),
        );
    }
}
