//! TMX 1.1 to 1.4: translation memories.

use crate::interchange::conformance::format;
use crate::interchange::conformance::format::Format;
use crate::interchange::conformance::language::is_within;
use crate::interchange::markup::grammar::Grammar;
use crate::interchange::markup::tree::ElementId;
use crate::interchange::markup::tree::Tree;
use crate::interchange::markup::tree::XML;
use crate::interchange::markup::value::is_language;
use crate::interchange::problem::Problems;
use crate::text::notice::Notice;
use std::collections::HashMap;

/// TMX.
pub static FORMAT: Format = Format {
    name: "tmx",
    endings: &[".tmx"],
    is_it: |beginning| beginning.element == "tmx",
    check,
};

/// The table of version 1.4.
pub const GRAMMAR: &str = include_str!("tmx.grammar");

fn check(problems: &mut Problems) -> String {
    let grammar = Grammar::parse(GRAMMAR).expect("a test reads the table");
    let Some(tree) = format::tree(problems, &grammar) else {
        return String::new();
    };
    let root = tree.root();
    if !tree.is(root, "", "tmx") {
        return String::new();
    }
    let version = tree.value(root, "version").unwrap_or_default().into_owned();
    let header = tree
        .children(root)
        .find(|child| tree.name(*child) == "header");
    let source = header.and_then(|header| tree.find(header, "srclang"));
    let source = source.map(|attribute| tree.value_of(attribute).into_owned());
    if let Some(header) = header {
        languages(&tree, header, problems);
    }
    for element in tree.descendants(root) {
        match tree.name(element) {
            "tu" => unit(&tree, element, source.as_deref(), problems),
            "tuv" => variant(&tree, element, problems),
            "seg" => codes(&tree, element, problems),
            "hi" if version == "1.1" => {
                let notice = Notice::new("tmx-newer")
                    .arg("element", "hi")
                    .arg("version", "1.2");
                problems.error(notice, tree.span(element));
            }
            "ut" if version == "1.4" => {
                problems.warning(Notice::new("tmx-deprecated"), tree.span(element));
            }
            _ => {}
        }
    }
    version
}

/// `srclang` and `adminlang` of the header.
fn languages(tree: &Tree, header: ElementId, problems: &mut Problems) {
    for name in ["srclang", "adminlang"] {
        let Some(attribute) = tree.find(header, name) else {
            continue;
        };
        let value = tree.value_of(attribute);
        let is_any = name == "srclang" && value == "*all*";
        if !is_any && !is_language(&value) {
            let notice = Notice::new("xml-value-language").arg("attribute", name);
            let notice = notice.arg("value", &value).arg("choices", "");
            problems.error(notice, attribute.value);
        }
    }
}

fn language(tree: &Tree, variant: ElementId) -> Option<String> {
    let attribute = tree
        .find_in(variant, XML, "lang")
        .or_else(|| tree.find(variant, "lang"))?;
    Some(tree.value_of(attribute).into_owned())
}

/// A variant says its language, by `xml:lang` or, as in the older versions, by `lang`.
fn variant(tree: &Tree, variant: ElementId, problems: &mut Problems) {
    let Some(language) = language(tree, variant) else {
        let notice = Notice::new("xml-attribute-missing").arg("attribute", "xml:lang");
        problems.error(notice.arg("element", "tuv"), tree.span(variant));
        return;
    };
    if !is_language(&language) {
        let notice = Notice::new("xml-value-language").arg("attribute", "xml:lang");
        let notice = notice.arg("value", &language).arg("choices", "");
        problems.error(notice, tree.span(variant));
    }
}

/// A unit has a variant in the source language, where one is said.
fn unit(tree: &Tree, unit: ElementId, header: Option<&str>, problems: &mut Problems) {
    let own = tree.value(unit, "srclang");
    let Some(source) = own
        .as_deref()
        .or(header)
        .filter(|source| *source != "*all*")
    else {
        return;
    };
    let variants = tree
        .children(unit)
        .filter(|child| tree.name(*child) == "tuv");
    let languages: Vec<String> = variants
        .filter_map(|variant| language(tree, variant))
        .collect();
    let has_source = languages
        .iter()
        .any(|language| is_within(language, source) || is_within(source, language));
    if !languages.is_empty() && !has_source {
        let notice = Notice::new("tmx-no-source").arg("lang", source);
        problems.warning(
            notice.arg("languages", languages.join(", ")),
            tree.span(unit),
        );
    }
}

/// Each `bpt` has one `ept` behind it with the same `i`; sub-flows keep accounts of their own.
fn codes(tree: &Tree, segment: ElementId, problems: &mut Problems) {
    let mut open: HashMap<(ElementId, String), ElementId> = HashMap::new();
    let mut seen: HashMap<(ElementId, String), ElementId> = HashMap::new();
    for element in tree.descendants(segment) {
        let name = tree.name(element);
        if !matches!(name, "bpt" | "ept") {
            continue;
        }
        let Some(number) = tree.value(element, "i") else {
            continue;
        };
        let flow = tree
            .ancestors(element)
            .find(|outer| matches!(tree.name(*outer), "sub" | "seg"));
        let key = (flow.unwrap_or(segment), number.clone().into_owned());
        if name == "bpt" {
            if seen.insert(key.clone(), element).is_some() {
                let notice = Notice::new("code-twice")
                    .arg("element", name)
                    .arg("id", &number);
                problems.error(notice, tree.span(element));
            }
            open.insert(key, element);
        } else if open.remove(&key).is_none() {
            let notice = Notice::new("code-no-start")
                .arg("element", name)
                .arg("id", &number);
            problems.error(notice.arg("start", "bpt"), tree.span(element));
        }
    }
    let mut open: Vec<(ElementId, String)> = open
        .into_iter()
        .map(|((_, number), element)| (element, number))
        .collect();
    open.sort();
    for (element, number) in open {
        let notice = Notice::new("code-no-end")
            .arg("element", "bpt")
            .arg("id", &number);
        problems.error(notice.arg("end", "ept"), tree.span(element));
    }
}
