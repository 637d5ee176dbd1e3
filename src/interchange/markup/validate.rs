//! Holds a document against a grammar: content and order of elements, attributes and their values, and that ids are unique where they are of the whole document.

use crate::interchange::markup::grammar::Declaration;
use crate::interchange::markup::grammar::Grammar;
use crate::interchange::markup::grammar::Name;
use crate::interchange::markup::grammar::Others;
use crate::interchange::markup::grammar::Particle;
use crate::interchange::markup::tree::Attribute;
use crate::interchange::markup::tree::ElementId;
use crate::interchange::markup::tree::Tree;
use crate::interchange::markup::tree::XML;
use crate::interchange::markup::value::Type;
use crate::interchange::problem::Problems;
use crate::text::notice::Notice;
use std::collections::HashMap;

/// The namespace of `xsi:schemaLocation`, which any element may carry.
const INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// Holds a whole document against a grammar.
pub fn validate(tree: &Tree, grammar: &Grammar, problems: &mut Problems) {
    let root = tree.root();
    let is_root = grammar
        .roots
        .iter()
        .any(|(namespace, name)| tree.is(root, namespace, name));
    if !is_root {
        let known = grammar.roots.first();
        let (namespace, name) = known.map_or(("", ""), |(namespace, name)| (namespace, name));
        let notice = Notice::new("xml-root").arg("element", tree.full_name(root));
        let notice = notice.arg("expected", name).arg("namespace", namespace);
        problems.error(notice, tree.span(root));
        return;
    }
    let mut validator = Validator {
        tree,
        grammar,
        problems,
        ids: HashMap::new(),
        references: Vec::new(),
    };
    let mut next = Some(root);
    let mut rest = tree.descendants(root);
    while let Some(element) = next {
        if validator.element(element) {
            next = rest.next();
        } else {
            let n_inside = tree.n_descendants(element);
            next = rest.nth(n_inside);
        }
    }
    validator.follow();
}

struct Validator<'a> {
    tree: &'a Tree,
    grammar: &'a Grammar,
    problems: &'a mut Problems,
    ids: HashMap<String, u32>,
    references: Vec<&'a Attribute>,
}

impl<'a> Validator<'a> {
    /// Checks an element, and tells whether those inside are to be checked too.
    fn element(&mut self, element: ElementId) -> bool {
        let (namespace, name) = (self.tree.namespace(element), self.tree.name(element));
        let Some(declaration) = self.grammar.declaration(namespace, name) else {
            // The element around has told of one that nobody knows.
            return !self.grammar.knows_elements_of(namespace) && self.grammar.is_lax;
        };
        self.attributes(element, declaration);
        if declaration.is_open {
            return self.grammar.is_lax;
        }
        self.content(element, declaration);
        true
    }

    fn accepts(&self, particle: &Particle, parent: ElementId, child: ElementId) -> bool {
        particle.names.iter().any(|name| match name {
            Name::Of(namespace, name) => self.tree.is(child, namespace, name),
            Name::Other => {
                let namespace = self.tree.namespace(child);
                let is_known = self
                    .grammar
                    .declaration(namespace, self.tree.name(child))
                    .is_some();
                namespace != self.tree.namespace(parent)
                    && !namespace.is_empty()
                    && (is_known || !self.grammar.knows_elements_of(namespace))
            }
        })
    }

    fn content(&mut self, element: ElementId, declaration: &Declaration) {
        let tree = self.tree;
        let parent = tree.full_name(element);
        if !declaration.is_mixed
            && let Some(at) = tree.text_place(element)
        {
            let notice = Notice::new("xml-text").arg("element", parent);
            self.problems.error(notice, at);
        }
        let particles = &declaration.particles;
        let (mut at, mut n_here) = (0, 0);
        for child in tree.children(element) {
            let place = (at..particles.len()).find(|index| {
                let particle = &particles[*index];
                let is_free = *index > at || n_here == 0 || particle.is_repeated;
                is_free && self.accepts(particle, element, child)
            });
            let Some(place) = place else {
                self.misplaced(element, child, particles);
                continue;
            };
            if place > at {
                self.tell_missing(element, Some(child), &particles[at..place], n_here);
                (at, n_here) = (place, 0);
            }
            n_here += 1;
        }
        self.tell_missing(
            element,
            None,
            particles.get(at..).unwrap_or_default(),
            n_here,
        );
    }

    /// Tells of places that must be filled and are not; the first of them has been met `n_here` times.
    fn tell_missing(
        &mut self,
        element: ElementId,
        before: Option<ElementId>,
        particles: &[Particle],
        n_here: usize,
    ) {
        for (index, particle) in particles.iter().enumerate() {
            if !particle.is_required || (index == 0 && n_here > 0) {
                continue;
            }
            let notice = Notice::new("xml-element-missing")
                .arg("element", names(&particle.names))
                .arg("parent", self.tree.full_name(element));
            let at = before.unwrap_or(element);
            self.problems.error(notice, self.tree.span(at));
        }
    }

    fn misplaced(&mut self, element: ElementId, child: ElementId, particles: &[Particle]) {
        let is_known = particles
            .iter()
            .any(|particle| self.accepts(particle, element, child));
        let order: Vec<String> = particles
            .iter()
            .map(|particle| names(&particle.names))
            .collect();
        let allowed = match order.is_empty() {
            true => "–".to_owned(),
            false => order.join(", "),
        };
        let notice = match is_known {
            true => Notice::new("xml-element-order"),
            false => Notice::new("xml-element-unknown"),
        };
        let notice = notice
            .arg("element", self.tree.full_name(child))
            .arg("parent", self.tree.full_name(element))
            .arg("allowed", allowed);
        self.problems.error(notice, self.tree.span(child));
    }

    fn attributes(&mut self, element: ElementId, declaration: &Declaration) {
        let tree = self.tree;
        for attribute in tree.attributes(element) {
            let namespace = tree.attribute_namespace(attribute);
            let name = tree.local(attribute);
            let mut rules = declaration.attributes.iter();
            let rule = rules.find(|rule| rule.name == name && rule.namespace == namespace);
            let global = self.grammar.attributes_of(namespace);
            let value = match (rule, global.map(|known| known.get(name))) {
                (Some(rule), _) => Some(&rule.value),
                (None, Some(Some(known))) if declaration.others != Others::Nothing => Some(known),
                (None, Some(None)) => None,
                (None, _) => {
                    let is_allowed = match declaration.others {
                        Others::Any => true,
                        Others::Foreign => {
                            !namespace.is_empty()
                                && namespace != XML
                                && namespace != tree.namespace(element)
                        }
                        Others::Nothing => namespace == INSTANCE,
                    };
                    if is_allowed {
                        continue;
                    }
                    None
                }
            };
            match value {
                Some(value) => self.value(attribute, value),
                None => {
                    let notice = Notice::new("xml-attribute-unknown")
                        .arg("attribute", tree.source.slice(attribute.name))
                        .arg("element", tree.full_name(element));
                    self.problems.error(notice, attribute.name);
                }
            }
        }
        for rule in declaration
            .attributes
            .iter()
            .filter(|rule| rule.is_required)
        {
            if tree.find_in(element, &rule.namespace, &rule.name).is_none() {
                let prefix = if rule.namespace == XML { "xml:" } else { "" };
                let notice = Notice::new("xml-attribute-missing")
                    .arg("attribute", format!("{prefix}{}", rule.name))
                    .arg("element", tree.full_name(element));
                self.problems.error(notice, tree.span(element));
            }
        }
    }

    fn value(&mut self, attribute: &'a Attribute, value: &Type) {
        let text = self.tree.value_of(attribute);
        if !value.holds(&text) {
            let name = self.tree.source.slice(attribute.name);
            let notice = wrong_value(value)
                .arg("attribute", name)
                .arg("value", &text);
            self.problems
                .error(notice.arg("choices", value.choices()), attribute.value);
            return;
        }
        match value {
            Type::Id => {
                let line = self.tree.source.line_of(attribute.value.start);
                let first = self.ids.insert(text.trim().to_owned(), line);
                if let Some(first) = first {
                    let notice = Notice::new("xml-id-twice")
                        .arg("value", &text)
                        .arg("line", first);
                    self.problems.error(notice, attribute.value);
                }
            }
            Type::IdReference => self.references.push(attribute),
            _ => {}
        }
    }

    /// Follows references to ids of the document.
    fn follow(self) {
        for attribute in self.references {
            let value = self.tree.value_of(attribute);
            if !self.ids.contains_key(value.trim()) {
                let name = self.tree.source.slice(attribute.name);
                let notice = Notice::new("xml-reference").arg("attribute", name);
                self.problems
                    .error(notice.arg("value", &value), attribute.value);
            }
        }
    }
}

/// The message for a value that is not of a type.
fn wrong_value(value: &Type) -> Notice {
    match value.word() {
        "list" => Notice::new("xml-value-list"),
        "nmtoken" => Notice::new("xml-value-nmtoken"),
        "id" => Notice::new("xml-value-id"),
        "language" => Notice::new("xml-value-language"),
        "uri" => Notice::new("xml-value-uri"),
        "positive" => Notice::new("xml-value-positive"),
        "integer" => Notice::new("xml-value-integer"),
        "number" => Notice::new("xml-value-number"),
        "prefixed" if value.choices().is_empty() => Notice::new("xml-value-prefixed"),
        "prefixed" => Notice::new("xml-value-prefixed-or"),
        "hex" => Notice::new("xml-value-hex"),
        "coordinates" => Notice::new("xml-value-coordinates"),
        _ => Notice::new("xml-value-date"),
    }
}

fn names(names: &[Name]) -> String {
    let names = names.iter().map(|name| match name {
        Name::Of(_, name) => name.as_str(),
        Name::Other => "…",
    });
    names.collect::<Vec<_>>().join(" | ")
}
