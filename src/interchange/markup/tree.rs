//! A document as a tree of elements that stand in one list, in the order of the file. Names and values are slices of the text: a file of 100 MB fits.

use crate::text::source::Source;
use crate::text::span::Span;
use std::borrow::Cow;

/// The namespace of `xml:lang` and `xml:space`.
pub const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// An element, by its number in the order of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ElementId(pub(super) u32);

/// A document that is well-formed.
#[derive(Clone, Debug)]
pub struct Tree {
    /// The text that all spans are of.
    pub source: Source,
    pub(super) elements: Vec<Element>,
    pub(super) attributes: Vec<Attribute>,
    /// Namespaces by number; the first is none.
    pub(super) namespaces: Vec<String>,
}

/// An element.
#[derive(Clone, Debug)]
pub(super) struct Element {
    pub(super) name: Span,
    pub(super) local: Span,
    pub(super) namespace: u32,
    pub(super) parent: Option<ElementId>,
    /// One past its last descendant.
    pub(super) end: u32,
    pub(super) attributes: (u32, u32),
    /// Between the tags.
    pub(super) content: Span,
    /// Where text stands in it that is more than white space.
    pub(super) text: Option<u32>,
}

/// An attribute.
#[derive(Clone, Debug)]
pub struct Attribute {
    /// Its name as written.
    pub name: Span,
    pub(super) local: Span,
    pub(super) namespace: u32,
    /// Its value as written, without the quotation marks.
    pub value: Span,
}

impl Tree {
    /// Returns the root element.
    pub const fn root(&self) -> ElementId {
        ElementId(0)
    }

    pub(super) fn at(&self, id: ElementId) -> &Element {
        &self.elements[id.0 as usize]
    }

    /// Returns an element's name without its prefix.
    pub fn name(&self, id: ElementId) -> &str {
        self.source.slice(self.at(id).local)
    }

    /// Returns an element's name as written.
    pub fn full_name(&self, id: ElementId) -> &str {
        self.source.slice(self.at(id).name)
    }

    /// Returns where an element's name stands.
    pub fn span(&self, id: ElementId) -> Span {
        self.at(id).name
    }

    /// Returns an element's namespace, empty without one.
    pub fn namespace(&self, id: ElementId) -> &str {
        self.namespace_of(self.at(id).namespace)
    }

    fn namespace_of(&self, number: u32) -> &str {
        self.namespaces
            .get(number as usize)
            .map_or("", String::as_str)
    }

    /// Tells whether an element has this name in this namespace.
    pub fn is(&self, id: ElementId, namespace: &str, name: &str) -> bool {
        self.name(id) == name && self.namespace(id) == namespace
    }

    /// Returns the element around.
    pub fn parent(&self, id: ElementId) -> Option<ElementId> {
        self.at(id).parent
    }

    /// Returns the elements around, the nearest first.
    pub fn ancestors(&self, id: ElementId) -> impl Iterator<Item = ElementId> {
        std::iter::successors(self.parent(id), |id| self.parent(*id))
    }

    /// Returns the elements directly inside.
    pub fn children(&self, id: ElementId) -> impl Iterator<Item = ElementId> {
        let end = self.at(id).end;
        let first = Some(ElementId(id.0 + 1)).filter(|first| first.0 < end);
        std::iter::successors(first, move |child| {
            Some(ElementId(self.at(*child).end)).filter(|next| next.0 < end)
        })
    }

    /// Returns all elements inside, in the order of the file.
    pub fn descendants(&self, id: ElementId) -> impl Iterator<Item = ElementId> {
        (id.0 + 1..self.at(id).end).map(ElementId)
    }

    /// Returns how many elements stand inside, at whatever depth.
    pub fn n_descendants(&self, id: ElementId) -> usize {
        (self.at(id).end - id.0 - 1) as usize
    }

    /// Returns where text stands directly in an element that is more than white space.
    pub fn text_place(&self, id: ElementId) -> Option<Span> {
        let at = self.at(id).text?;
        Some(Span::new(at, at + 1))
    }

    /// Tells whether nothing at all stands between the tags, not even white space.
    pub fn is_empty(&self, id: ElementId) -> bool {
        self.at(id).content.is_empty()
    }

    /// Returns the text of an element that holds no other, entities resolved.
    pub fn text(&self, id: ElementId) -> Cow<'_, str> {
        resolved(self.source.slice(self.at(id).content), false)
    }

    /// Returns an element's attributes, declarations of namespaces left out.
    pub fn attributes(&self, id: ElementId) -> &[Attribute] {
        let (start, end) = self.at(id).attributes;
        self.attributes
            .get(start as usize..end as usize)
            .unwrap_or_default()
    }

    /// Returns an attribute without a namespace.
    pub fn find(&self, id: ElementId, name: &str) -> Option<&Attribute> {
        self.find_in(id, "", name)
    }

    /// Returns an attribute of a namespace.
    pub fn find_in(&self, id: ElementId, namespace: &str, name: &str) -> Option<&Attribute> {
        self.attributes(id).iter().find(|attribute| {
            self.local(attribute) == name && self.attribute_namespace(attribute) == namespace
        })
    }

    /// Returns the value of an attribute without a namespace.
    pub fn value(&self, id: ElementId, name: &str) -> Option<Cow<'_, str>> {
        self.find(id, name)
            .map(|attribute| self.value_of(attribute))
    }

    /// Returns the value of an attribute of a namespace.
    pub fn value_in(&self, id: ElementId, namespace: &str, name: &str) -> Option<Cow<'_, str>> {
        self.find_in(id, namespace, name)
            .map(|attribute| self.value_of(attribute))
    }

    /// Returns the value of an attribute, entities resolved and line breaks as spaces.
    pub fn value_of(&self, attribute: &Attribute) -> Cow<'_, str> {
        resolved(self.source.slice(attribute.value), true)
    }

    /// Returns an attribute's name without its prefix.
    pub fn local(&self, attribute: &Attribute) -> &str {
        self.source.slice(attribute.local)
    }

    /// Returns an attribute's namespace, empty without one.
    pub fn attribute_namespace(&self, attribute: &Attribute) -> &str {
        self.namespace_of(attribute.namespace)
    }
}

/// Returns the character that a reference stands for, given without `&` and `;`. No entity but XML's own five is known.
pub(super) fn reference(name: &str) -> Option<char> {
    match name {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let (digits, radix) = match number.strip_prefix('x') {
                Some(hex) => (hex, 16),
                None => (number, 10),
            };
            let is_number = digits.chars().all(|digit| digit.is_digit(radix));
            let code = u32::from_str_radix(digits, radix)
                .ok()
                .filter(|_| is_number)?;
            char::from_u32(code).filter(|c| super::names::is_character(*c))
        }
    }
}

fn resolved(raw: &str, is_attribute: bool) -> Cow<'_, str> {
    let needs = |c: char| c == '&' || (is_attribute && matches!(c, '\n' | '\r' | '\t'));
    if !raw.contains(needs) {
        return Cow::Borrowed(raw);
    }
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find(needs) {
        let (before, found) = rest.split_at(at);
        text.push_str(before);
        let end = found.find(';').unwrap_or(0);
        let character = found.get(1..end).and_then(reference);
        match character.filter(|_| found.starts_with('&')) {
            Some(c) => {
                text.push(c);
                rest = found.get(end + 1..).unwrap_or_default();
            }
            None => {
                text.push(if found.starts_with('&') { '&' } else { ' ' });
                rest = found.get(1..).unwrap_or_default();
            }
        }
    }
    text.push_str(rest);
    Cow::Owned(text)
}
