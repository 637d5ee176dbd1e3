//! Reads a document strictly: the first thing that is not well-formed ends it. No entity is expanded, and nothing outside is read.

use crate::interchange::markup::names::is_name_character;
use crate::interchange::markup::names::is_name_start;
use crate::interchange::markup::names::is_space;
use crate::interchange::markup::prolog;
use crate::interchange::markup::tree::Attribute;
use crate::interchange::markup::tree::Element;
use crate::interchange::markup::tree::ElementId;
use crate::interchange::markup::tree::Tree;
use crate::interchange::markup::tree::XML;
use crate::interchange::markup::well_formed::characters;
use crate::interchange::markup::well_formed::error;
use crate::interchange::markup::well_formed::references;
use crate::text::notice::Notice;
use crate::text::source::Source;
use crate::text::span::Span;

/// Nesting deeper than this is refused: exchange formats need some tens of levels.
const DEEPEST: usize = 250;

/// More attributes at one element, or namespaces in one document, are no exchange format's.
const MOST: usize = 1000;

/// Reads a document.
pub fn read(source: &Source) -> Result<Tree, Notice> {
    let mut reader = Reader {
        tree: Tree {
            source: source.clone(),
            elements: Vec::new(),
            attributes: Vec::new(),
            namespaces: vec![String::new(), XML.to_owned()],
        },
        source,
        at: 0,
        open: Vec::new(),
        prefixes: vec![("xml".to_owned(), 1)],
        n_documents: 0,
    };
    reader.document()?;
    Ok(reader.tree)
}

struct Open {
    id: ElementId,
    n_prefixes: usize,
}

struct Reader<'a> {
    tree: Tree,
    source: &'a Source,
    at: usize,
    open: Vec<Open>,
    /// Prefixes in force, the innermost last, with their namespaces.
    prefixes: Vec<(String, u32)>,
    /// How many root elements have begun.
    n_documents: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.source.text().get(self.at..).unwrap_or_default()
    }

    fn document(&mut self) -> Result<(), Notice> {
        if self.rest().starts_with("<?xml") && self.rest()[5..].starts_with(is_space) {
            self.at = prolog::declaration(self.source, self.at)?;
        }
        while !self.rest().is_empty() {
            let rest = self.rest();
            if rest.starts_with("<!--") {
                self.at = prolog::comment(self.source, self.at)?;
            } else if rest.starts_with("<![CDATA[") && !self.open.is_empty() {
                self.cdata()?;
            } else if rest.starts_with("<!DOCTYPE") && self.n_documents == 0 {
                self.at = prolog::document_type(self.source, self.at)?;
            } else if rest.starts_with("<?") {
                self.at = prolog::instruction(self.source, self.at)?;
            } else if rest.starts_with("</") {
                self.end_tag()?;
            } else if rest.starts_with('<') {
                self.start_tag()?;
            } else {
                self.text()?;
            }
        }
        if let Some(open) = self.open.last() {
            let span = self.tree.span(open.id);
            let notice = Notice::new("xml-unclosed").arg("element", self.source.slice(span));
            return Err(notice.at(self.source, span));
        }
        match self.n_documents {
            0 => Err(error(self.source, Notice::new("xml-no-element"), 0)),
            _ => Ok(()),
        }
    }

    fn cdata(&mut self) -> Result<(), Notice> {
        let (start, rest) = (self.at, self.rest());
        let Some(end) = rest.find("]]>") else {
            return Err(error(self.source, Notice::new("xml-cdata-unclosed"), start));
        };
        characters(self.source, start, end)?;
        self.at += end + 3;
        self.note_text(start);
        Ok(())
    }

    fn note_text(&mut self, at: usize) {
        if let Some(open) = self.open.last() {
            let element = &mut self.tree.elements[open.id.0 as usize];
            element.text.get_or_insert(Span::of(at..at).start);
        }
    }

    fn text(&mut self) -> Result<(), Notice> {
        let (start, rest) = (self.at, self.rest());
        let end = rest.find('<').unwrap_or(rest.len());
        let text = &rest[..end];
        self.at += end;
        let solid = text.find(|c| !is_space(c));
        if let Some(solid) = solid {
            if self.open.is_empty() {
                return Err(error(
                    self.source,
                    Notice::new("xml-text-outside"),
                    start + solid,
                ));
            }
            characters(self.source, start, end)?;
            references(self.source, start, text)?;
            if let Some(at) = text.find("]]>") {
                return Err(error(self.source, Notice::new("xml-cdata-end"), start + at));
            }
            self.note_text(start + solid);
        }
        Ok(())
    }

    fn name(&self, at: usize) -> Result<(Span, usize), Notice> {
        let rest = self.source.text().get(at..).unwrap_or_default();
        if !rest.starts_with(is_name_start) {
            return Err(error(self.source, Notice::new("xml-name"), at));
        }
        let length = rest.find(|c| !is_name_character(c)).unwrap_or(rest.len());
        Ok((Span::of(at..at + length), at + length))
    }

    fn skip_space(&mut self) -> bool {
        let rest = self.rest();
        let length = rest.len() - rest.trim_start_matches(is_space).len();
        self.at += length;
        length > 0
    }

    fn start_tag(&mut self) -> Result<(), Notice> {
        let start = self.at;
        if self.open.is_empty() && self.n_documents > 0 {
            return Err(error(self.source, Notice::new("xml-second-root"), start));
        }
        if self.open.len() >= DEEPEST {
            return Err(error(
                self.source,
                Notice::new("xml-deep").arg("limit", DEEPEST),
                start,
            ));
        }
        let (name, after) = self.name(start + 1)?;
        self.at = after;
        let n_prefixes = self.prefixes.len();
        let first = self.tree.attributes.len();
        let is_closed = loop {
            let has_space = self.skip_space();
            let rest = self.rest();
            if rest.starts_with("/>") {
                self.at += 2;
                break true;
            }
            if rest.starts_with('>') {
                self.at += 1;
                break false;
            }
            if rest.is_empty() {
                let notice =
                    Notice::new("xml-tag-unclosed").arg("element", self.source.slice(name));
                return Err(error(self.source, notice, start));
            }
            if !has_space {
                return Err(error(
                    self.source,
                    Notice::new("xml-attribute-space"),
                    self.at,
                ));
            }
            self.attribute()?;
            let n_attributes = self.tree.attributes.len() - first;
            if n_attributes
                .max(self.tree.namespaces.len())
                .max(self.prefixes.len())
                > MOST
            {
                return Err(error(
                    self.source,
                    Notice::new("xml-excess").arg("limit", MOST),
                    start,
                ));
            }
        };
        self.resolve_attributes(first)?;
        let (local, namespace) = self.resolve(name, true)?;
        let id = ElementId(Span::of(0..self.tree.elements.len()).end);
        let content = Span::of(self.at..self.at);
        self.n_documents += usize::from(self.open.is_empty());
        self.tree.elements.push(Element {
            name,
            local,
            namespace,
            parent: self.open.last().map(|open| open.id),
            end: id.0 + 1,
            attributes: (
                Span::of(first..first).start,
                Span::of(0..self.tree.attributes.len()).end,
            ),
            content,
            text: None,
        });
        if is_closed {
            self.prefixes.truncate(n_prefixes);
        } else {
            self.open.push(Open { id, n_prefixes });
        }
        Ok(())
    }

    fn attribute(&mut self) -> Result<(), Notice> {
        let (name, after) = self.name(self.at)?;
        self.at = after;
        let text = self.source.slice(name);
        self.skip_space();
        let broken = || Notice::new("xml-attribute-value").arg("attribute", text);
        if !self.rest().starts_with('=') {
            return Err(error(self.source, broken(), name.range().start));
        }
        self.at += 1;
        self.skip_space();
        let rest = self.rest();
        let Some(quote) = rest.chars().next().filter(|c| matches!(c, '"' | '\'')) else {
            return Err(error(self.source, broken(), self.at));
        };
        let start = self.at + 1;
        let Some(length) = rest[1..].find(quote) else {
            return Err(error(self.source, broken(), self.at));
        };
        let value = &rest[1..=length];
        if let Some(at) = value.find('<') {
            return Err(error(
                self.source,
                Notice::new("xml-less-than").arg("attribute", text),
                start + at,
            ));
        }
        characters(self.source, start, length)?;
        references(self.source, start, value)?;
        self.at = start + length + 1;
        match (text.strip_prefix("xmlns:"), text) {
            (None, "xmlns") => self.declare("", value),
            (Some(prefix), _) => {
                if value.is_empty() || prefix == "xmlns" {
                    let notice = Notice::new("xml-prefix-empty").arg("prefix", prefix);
                    return Err(error(self.source, notice, name.range().start));
                }
                self.declare(prefix, value);
            }
            _ => self.tree.attributes.push(Attribute {
                name,
                local: name,
                namespace: 0,
                value: Span::of(start..start + length),
            }),
        }
        Ok(())
    }

    fn declare(&mut self, prefix: &str, namespace: &str) {
        let mut known = self.tree.namespaces.iter();
        let number = known
            .position(|known| known == namespace)
            .unwrap_or_else(|| {
                self.tree.namespaces.push(namespace.to_owned());
                self.tree.namespaces.len() - 1
            });
        let number = Span::of(0..number).end;
        self.prefixes.push((prefix.to_owned(), number));
    }

    /// Finds the namespace of a name. One without a prefix is of the default namespace if it is an element's.
    fn resolve(&self, name: Span, is_element: bool) -> Result<(Span, u32), Notice> {
        let text = self.source.slice(name);
        let (prefix, local) = match text.split_once(':') {
            None if !is_element => return Ok((name, 0)),
            None => ("", name),
            Some((prefix, rest)) if is_local(prefix) && is_local(rest) => {
                let after = Span::of(0..prefix.len() + 1).end;
                (prefix, Span::new(name.start + after, name.end))
            }
            Some(_) => return Err(Notice::new("xml-name").at(self.source, name)),
        };
        let mut prefixes = self.prefixes.iter().rev();
        match prefixes.find(|(known, _)| known == prefix) {
            Some((_, namespace)) => Ok((local, *namespace)),
            None if prefix.is_empty() => Ok((local, 0)),
            None => {
                let notice = Notice::new("xml-prefix").arg("prefix", prefix);
                Err(notice.at(self.source, name))
            }
        }
    }

    fn resolve_attributes(&mut self, first: usize) -> Result<(), Notice> {
        for index in first..self.tree.attributes.len() {
            let name = self.tree.attributes[index].name;
            let (local, namespace) = self.resolve(name, false)?;
            let text = self.source.slice(local);
            let mut before = self.tree.attributes[first..index].iter();
            if before
                .any(|other| other.namespace == namespace && self.source.slice(other.local) == text)
            {
                let notice = Notice::new("xml-attribute-twice").arg("attribute", text);
                return Err(notice.at(self.source, name));
            }
            let attribute = &mut self.tree.attributes[index];
            (attribute.local, attribute.namespace) = (local, namespace);
        }
        Ok(())
    }

    fn end_tag(&mut self) -> Result<(), Notice> {
        let start = self.at;
        let (name, after) = self.name(start + 2)?;
        self.at = after;
        self.skip_space();
        let text = self.source.slice(name);
        let Some(open) = self.open.pop() else {
            let notice = Notice::new("xml-end-tag").arg("element", text);
            return Err(error(self.source, notice, start));
        };
        let expected = self.tree.full_name(open.id);
        if expected != text {
            let line = self.source.line_of(self.tree.span(open.id).start);
            let notice = Notice::new("xml-end-tag-other").arg("element", text);
            let notice = notice.arg("expected", expected).arg("line", line);
            return Err(notice.at(self.source, name));
        }
        if !self.rest().starts_with('>') {
            let notice = Notice::new("xml-tag-unclosed").arg("element", text);
            return Err(error(self.source, notice, start));
        }
        self.at += 1;
        self.prefixes.truncate(open.n_prefixes);
        let end = Span::of(0..self.tree.elements.len()).end;
        let element = &mut self.tree.elements[open.id.0 as usize];
        element.end = end;
        element.content.end = Span::of(start..start).start;
        Ok(())
    }
}

fn is_local(text: &str) -> bool {
    text.starts_with(is_name_start) && !text.contains(':')
}
