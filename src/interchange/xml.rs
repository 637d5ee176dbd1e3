//! XML as a tree with places. Strangers' files: no entity of their own is expanded, nothing outside is read, depth is bounded.

use crate::interchange::encoding;
use crate::interchange::input::Input;
use crate::interchange::markup::names::is_character;
use crate::text::notice::Notice;
use crate::text::source::Source;
use crate::text::span::Span;
use quick_xml::XmlVersion;
use quick_xml::escape::escape;
use quick_xml::events::BytesStart;
use quick_xml::events::Event;
use quick_xml::reader::Reader;

/// Nesting deeper than this is refused: exchange formats need about ten levels.
const DEEPEST: usize = 64;

/// An element.
#[derive(Clone, Debug, Default)]
pub struct Element {
    /// Its name without a prefix.
    pub name: String,
    /// Its attributes, with their prefixes.
    pub attributes: Vec<(String, String)>,
    /// What it holds.
    pub children: Vec<Child>,
    /// Where its start tag stands.
    pub span: Span,
}

/// What an element holds.
#[derive(Clone, Debug)]
pub enum Child {
    /// An element.
    Element(Element),
    /// Text.
    Text(String),
}

impl Element {
    /// Returns the value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        let found = attributes.find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Returns the elements directly inside.
    pub fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Child::Element(element) => Some(element),
            Child::Text(_) => None,
        })
    }

    /// Returns the first element of a name directly inside.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|element| element.name == name)
    }

    /// Returns all text inside, white space folded.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.gather(&mut text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Returns all text inside as it stands.
    pub fn exact_text(&self) -> String {
        let mut text = String::new();
        self.gather(&mut text);
        text
    }

    fn gather(&self, text: &mut String) {
        for child in &self.children {
            match child {
                Child::Text(inner) => text.push_str(inner),
                Child::Element(element) => element.gather(text),
            }
        }
    }
}

/// Reads a file whose root element must have a name; else the notice `id` tells which it has.
pub fn read_root(
    input: &Input<'_>,
    name: &str,
    id: &'static str,
) -> Result<(Source, Element), Notice> {
    let source = encoding::text(input)?;
    let root = read(&source)?;
    match root.name == name {
        true => Ok((source, root)),
        false => {
            let notice = Notice::new(id).arg("element", &root.name);
            Err(notice.at(&source, root.span))
        }
    }
}

/// Reads a document: its root element.
pub fn read(source: &Source) -> Result<Element, Notice> {
    let mut reader = Reader::from_str(source.text());
    reader.config_mut().expand_empty_elements = true;
    let tell = |id: &'static str, at: usize| Notice::new(id).at(source, Span::of(at..at + 1));
    let mut open: Vec<Element> = vec![Element::default()];
    loop {
        let at = position(&reader);
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => {
                let place = usize::try_from(reader.error_position()).unwrap_or(at);
                return Err(tell("import-xml-broken", place).arg("detail", error));
            }
        };
        match event {
            Event::Start(start) => {
                if open.len() > DEEPEST {
                    return Err(tell("import-xml-deep", at));
                }
                let element = element(&start, at);
                open.push(
                    element
                        .map_err(|detail| tell("import-xml-broken", at).arg("detail", detail))?,
                );
            }
            Event::End(_) => {
                if let Some(element) = open.pop()
                    && let Some(outer) = open.last_mut()
                {
                    outer.children.push(Child::Element(element));
                }
            }
            Event::Text(text) => push_text(&mut open, &text.xml10_content()),
            Event::CData(text) => push_text(&mut open, &text.xml10_content()),
            Event::GeneralRef(reference) => match resolved(&reference) {
                Some(text) => push_text(&mut open, &text),
                None => {
                    return Err(tell("import-xml-entity", at).arg("entity", &*reference));
                }
            },
            Event::Eof => break,
            // Empty elements come as a start and an end.
            Event::Empty(_) => {}
            // A document type may name entities and files; neither is ever looked at.
            Event::DocType(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
    if let [_, .., unclosed] = open.as_slice() {
        let at = unclosed.span;
        let notice = Notice::new("import-xml-unclosed").arg("element", &unclosed.name);
        return Err(notice.at(source, at));
    }
    let root = open.pop().and_then(|top| top.elements().next().cloned());
    root.ok_or_else(|| tell("import-xml-empty", 0))
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

fn push_text(open: &mut [Element], text: &str) {
    let Some(inner) = open.last_mut() else {
        return;
    };
    match inner.children.last_mut() {
        Some(Child::Text(before)) => before.push_str(text),
        _ => inner.children.push(Child::Text(text.to_owned())),
    }
}

fn element(start: &BytesStart<'_>, at: usize) -> Result<Element, String> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0);
        let value = value.map_err(|error| error.to_string())?;
        attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
    Ok(Element {
        name: start.local_name().as_ref().to_owned(),
        attributes,
        children: Vec::new(),
        span: Span::of(at..at + 1),
    })
}

/// The five entities of XML and character references; no other is known.
fn resolved(reference: &str) -> Option<String> {
    let text = match reference {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "apos" => "'",
        _ => {
            let number = reference.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            let c = char::from_u32(code.ok()?).filter(|c| is_character(*c))?;
            return Some(c.to_string());
        }
    };
    Some(text.to_owned())
}

/// Writes text so that XML reads it back; what XML cannot hold is left out.
pub fn escaped(text: &str) -> String {
    let allowed: String = text.chars().filter(|c| is_character(*c)).collect();
    escape(allowed.as_str()).into_owned()
}
