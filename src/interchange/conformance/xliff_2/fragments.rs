//! Fragment identifiers (`#f=f1/u=u1/n=n1`): how they are written, and where they lead.

use crate::interchange::conformance::xliff_2::inside::inline;
use crate::interchange::conformance::xliff_2::inside::parts;
use crate::interchange::conformance::xliff_2::names::CORE;
use crate::interchange::conformance::xliff_2::names::GLOSSARY;
use crate::interchange::conformance::xliff_2::names::MATCHES;
use crate::interchange::conformance::xliff_2::names::PREFIXES;
use crate::interchange::conformance::xliff_2::names::is_known;
use crate::interchange::markup::names::is_name_token;
use crate::interchange::markup::tree::ElementId;
use crate::interchange::markup::tree::Tree;
use crate::interchange::markup::tree::XML;
use crate::interchange::problem::Problems;
use crate::text::notice::Notice;
use std::collections::HashMap;

/// Files, groups and units by their ids.
pub struct Index {
    files: HashMap<String, ElementId>,
    /// By file, by the first letter of the name, by id.
    inner: HashMap<(ElementId, char, String), ElementId>,
}

impl Index {
    /// Finds the files, groups and units of a document.
    pub fn of(tree: &Tree) -> Self {
        let (mut files, mut inner) = (HashMap::new(), HashMap::new());
        let mut file = None;
        for element in tree.descendants(tree.root()) {
            let letter = match (tree.namespace(element), tree.name(element)) {
                (CORE, "file") => 'f',
                (CORE, "group") => 'g',
                (CORE, "unit") => 'u',
                _ => continue,
            };
            let Some(id) = tree.value(element, "id") else {
                continue;
            };
            if letter == 'f' {
                file = Some(element);
                files.entry(id.into_owned()).or_insert(element);
            } else if let Some(file) = file {
                inner
                    .entry((file, letter, id.into_owned()))
                    .or_insert(element);
            }
        }
        Self { files, inner }
    }

    /// Tells whether a file has a unit of this id.
    pub fn has_unit(&self, file: ElementId, id: &str) -> bool {
        self.inner.contains_key(&(file, 'u', id.to_owned()))
    }
}

/// A fragment identifier, taken apart.
struct Fragment<'a> {
    containers: Vec<(char, &'a str)>,
    leaf: Option<(&'a str, &'a str)>,
}

/// Checks the references of an element that lead to places of the document.
pub fn check(tree: &Tree, index: &Index, element: ElementId, problems: &mut Problems) {
    let Some(attribute) = tree.find(element, "ref") else {
        return;
    };
    let is_span = matches!(tree.namespace(element), MATCHES | GLOSSARY);
    let is_annotation =
        tree.namespace(element) == CORE && matches!(tree.name(element), "mrk" | "sm");
    if !is_span && !is_annotation {
        return;
    }
    let value = tree.value_of(attribute);
    let Some((document, fragment)) = value.split_once('#') else {
        if is_span {
            let notice = Notice::new("xliff-fragment").arg("value", &value);
            problems.error(notice, attribute.value);
        }
        return;
    };
    let is_comment = is_annotation
        && tree
            .value(element, "type")
            .is_some_and(|kind| kind == "comment");
    if !document.is_empty() && !is_span && !is_comment {
        return;
    }
    let Some(parsed) = parse(fragment) else {
        let notice = Notice::new("xliff-fragment").arg("value", &value);
        problems.error(notice, attribute.value);
        return;
    };
    let found = resolve(tree, index, element, &parsed);
    let unit = |id: ElementId| {
        tree.ancestors(id)
            .find(|outer| tree.is(*outer, CORE, "unit"))
    };
    let leads = found.is_some_and(|found| {
        let is_near = unit(found) == unit(element);
        match (is_span, is_comment) {
            (true, _) => is_near,
            (_, true) => is_near && tree.is(found, CORE, "note"),
            _ => true,
        }
    });
    if !leads {
        let notice = Notice::new("xml-reference").arg("attribute", "ref");
        problems.error(notice.arg("value", &value), attribute.value);
    }
}

/// Reads `/f=…/g=…/u=…/leaf`: containers from the outside in, each once, then one leaf at most.
fn parse(fragment: &str) -> Option<Fragment<'_>> {
    let is_absolute = fragment.starts_with('/');
    let mut parsed = Fragment {
        containers: Vec::new(),
        leaf: None,
    };
    for selector in fragment.strip_prefix('/').unwrap_or(fragment).split('/') {
        let (prefix, id) = selector.split_once('=').unwrap_or(("", selector));
        let is_prefix = prefix.is_empty() || is_name_token(prefix);
        if parsed.leaf.is_some() || !is_prefix || !is_name_token(id) {
            return None;
        }
        let rank = ["f", "g", "u"].iter().position(|known| *known == prefix);
        let Some(rank) = rank else {
            let is_leaf = matches!(prefix, "" | "n" | "d" | "t") || prefix.chars().count() > 1;
            parsed.leaf = Some((prefix, id)).filter(|_| is_leaf);
            parsed.leaf?;
            continue;
        };
        let letter = ['f', 'g', 'u'][rank];
        let last = parsed.containers.last().map(|(last, _)| *last);
        let is_in_order = match last {
            None => true,
            Some(last) => "fgu".find(last) < "fgu".find(letter),
        };
        if !is_in_order {
            return None;
        }
        parsed.containers.push((letter, id));
    }
    let is_rooted = parsed
        .containers
        .first()
        .is_some_and(|(letter, _)| *letter == 'f');
    (!is_absolute || is_rooted).then_some(parsed)
}

fn resolve(
    tree: &Tree,
    index: &Index,
    from: ElementId,
    fragment: &Fragment<'_>,
) -> Option<ElementId> {
    let around = |name: &str| {
        tree.ancestors(from)
            .find(|outer| tree.is(*outer, CORE, name))
    };
    let mut file = around("file")?;
    let mut container = None;
    for (letter, id) in &fragment.containers {
        let found = match letter {
            'f' => {
                file = *index.files.get(*id)?;
                file
            }
            _ => *index.inner.get(&(file, *letter, (*id).to_owned()))?,
        };
        container = Some(found);
    }
    let Some((prefix, id)) = fragment.leaf else {
        return container;
    };
    let container = container.or_else(|| around("unit")).unwrap_or(file);
    let has_id = |element: &ElementId| {
        let own = tree
            .value(*element, "id")
            .or_else(|| tree.value_in(*element, XML, "id"));
        own.is_some_and(|own| own == id)
    };
    let module = PREFIXES.iter().find(|(known, _)| *known == prefix);
    match prefix {
        "" => parts(tree, container)
            .chain(inline(tree, container, "source"))
            .chain(inline(tree, container, "target"))
            .find(has_id),
        "t" => inline(tree, container, "target").into_iter().find(has_id),
        "n" | "d" => {
            let name = if prefix == "n" {
                "notes"
            } else {
                "originalData"
            };
            let list = tree
                .children(container)
                .find(|child| tree.is(*child, CORE, name))?;
            tree.children(list).find(has_id)
        }
        _ => {
            let outside = tree
                .children(container)
                .filter(|child| tree.namespace(*child) != CORE);
            let mut inside = outside.flat_map(|child| {
                std::iter::once(child)
                    .chain(tree.descendants(child))
                    .collect::<Vec<_>>()
            });
            inside.find(|element| {
                let namespace = tree.namespace(*element);
                let is_of = match module {
                    Some((_, known)) => namespace == *known,
                    None => !is_known(namespace),
                };
                is_of && has_id(element)
            })
        }
    }
}
