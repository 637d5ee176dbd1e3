//! Grammars of XML formats as tables: which elements an element holds, in which order, and which attributes it takes.
//!
//! A table is a text of lines; `#` starts a comment.
//!
//! ```text
//! namespace xlf urn:oasis:names:tc:xliff:document:2.0     a prefix; the elements that follow are of it; "-" is no namespace
//! root xliff                                              elements that a document may consist of
//! foreign lax                                             elements of other namespaces: looked into (lax) or left alone (skip)
//! type yesNo yes|no                                       a name for a type: a list of values, a builtin, or both with |
//! let inline ph pc sc                                     words to be put in for $inline
//! element unit                                            the elements of this name
//!   holds other* notes? (segment|ignorable)+ words        what is in it, in order; `words`: text may stand anywhere between
//!   takes id!=nmtoken name translate=yesNo other          attributes; ! is required; other: any of other namespaces, any: any at all
//! attribute fs:fs fs_type                                 an attribute of a namespace, wherever it stands
//! ```

use crate::interchange::markup::value::Type;
use std::collections::HashMap;

/// A grammar.
#[derive(Debug, Default)]
pub struct Grammar {
    /// Namespaces that it knows, by prefix.
    pub namespaces: HashMap<String, String>,
    /// Names of root elements, with their namespace.
    pub roots: Vec<(String, String)>,
    /// Whether elements of other namespaces are looked into.
    pub is_lax: bool,
    elements: HashMap<String, HashMap<String, Declaration>>,
    attributes: HashMap<String, HashMap<String, Type>>,
}

/// What an element holds and takes.
#[derive(Debug, Default)]
pub struct Declaration {
    /// Whether text may stand in it.
    pub is_mixed: bool,
    /// Whether anything may stand in it.
    pub is_open: bool,
    /// What it holds, in order.
    pub particles: Vec<Particle>,
    /// Attributes.
    pub attributes: Vec<AttributeRule>,
    /// Which others it takes.
    pub others: Others,
}

/// A place in the order of an element's children.
#[derive(Debug)]
pub struct Particle {
    /// Which elements may stand there.
    pub names: Vec<Name>,
    /// Whether one must.
    pub is_required: bool,
    /// Whether there may be several.
    pub is_repeated: bool,
}

/// Which element may stand at a place.
#[derive(Debug, PartialEq, Eq)]
pub enum Name {
    /// One of a namespace.
    Of(String, String),
    /// Any of a namespace other than the grammar's own one around.
    Other,
}

/// An attribute that an element takes.
#[derive(Debug)]
pub struct AttributeRule {
    /// Its namespace, empty without one.
    pub namespace: String,
    /// Its name.
    pub name: String,
    /// What its value must be.
    pub value: Type,
    /// Whether it must be there.
    pub is_required: bool,
}

/// Which attributes an element takes beyond those that it names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Others {
    /// None.
    #[default]
    Nothing,
    /// Any of another namespace.
    Foreign,
    /// Any at all.
    Any,
}

impl Grammar {
    /// Reads a table; the line that cannot be read is the error. The tables are our own, and a test reads each of them.
    pub fn parse(table: &str) -> Result<Self, String> {
        let mut reader = TableReader::default();
        for line in table.lines() {
            let line = line.split('#').next().unwrap_or_default().trim();
            if !line.is_empty() {
                reader.line(line).ok_or_else(|| line.to_owned())?;
            }
        }
        Ok(reader.grammar)
    }

    /// Returns what is known of an element.
    pub fn declaration(&self, namespace: &str, name: &str) -> Option<&Declaration> {
        self.elements.get(namespace)?.get(name)
    }

    /// Tells whether elements of a namespace are known.
    pub fn knows_elements_of(&self, namespace: &str) -> bool {
        self.elements.contains_key(namespace)
    }

    /// Returns the known attributes of a namespace.
    pub fn attributes_of(&self, namespace: &str) -> Option<&HashMap<String, Type>> {
        self.attributes.get(namespace)
    }
}

#[derive(Default)]
struct TableReader {
    grammar: Grammar,
    prefix: String,
    types: HashMap<String, Type>,
    words: HashMap<String, String>,
    current: Vec<String>,
}

impl TableReader {
    fn line(&mut self, line: &str) -> Option<()> {
        let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
        let rest = self.filled(rest.trim())?;
        match verb {
            "namespace" => {
                let (prefix, uri) = rest.split_once(' ')?;
                let uri = uri.trim().trim_start_matches('-');
                prefix.clone_into(&mut self.prefix);
                self.grammar
                    .namespaces
                    .insert(self.prefix.clone(), uri.to_owned());
                self.grammar.elements.entry(uri.to_owned()).or_default();
            }
            "root" => {
                let namespace = self.grammar.namespaces.get(&self.prefix)?.clone();
                self.grammar.roots.push((namespace, rest));
            }
            "foreign" => self.grammar.is_lax = rest == "lax",
            "type" => {
                let (name, value) = rest.split_once(' ')?;
                let value = self.value(value.trim())?;
                self.types.insert(name.to_owned(), value);
            }
            "let" => {
                let (name, words) = rest.split_once(' ')?;
                self.words.insert(name.to_owned(), words.trim().to_owned());
            }
            "element" => {
                self.current = rest.split_whitespace().map(str::to_owned).collect();
                let elements = self.elements()?;
                for name in rest.split_whitespace() {
                    elements.insert(name.to_owned(), Declaration::default());
                }
            }
            "holds" => self.each(|reader, declaration| reader.holds(&rest, declaration))?,
            "takes" => self.each(|reader, declaration| reader.takes(&rest, declaration))?,
            "attribute" => {
                let (name, value) = rest.split_once(' ')?;
                let value = self.value(value.trim())?;
                let (namespace, name) = self.named(name)?;
                let attributes = self.grammar.attributes.entry(namespace).or_default();
                attributes.insert(name, value);
            }
            _ => return None,
        }
        Some(())
    }

    fn elements(&mut self) -> Option<&mut HashMap<String, Declaration>> {
        let namespace = self.grammar.namespaces.get(&self.prefix)?;
        self.grammar.elements.get_mut(namespace)
    }

    fn each(&mut self, change: impl Fn(&Self, &mut Declaration) -> Option<()>) -> Option<()> {
        for name in self.current.clone() {
            let mut declaration = self.elements()?.remove(&name)?;
            change(self, &mut declaration)?;
            self.elements()?.insert(name, declaration);
        }
        Some(())
    }

    /// Puts in the words that `let` has named.
    fn filled(&self, text: &str) -> Option<String> {
        let mut text = text.to_owned();
        while let Some(at) = text.find('$') {
            let rest = &text[at + 1..];
            let length = rest
                .find(|c: char| !c.is_ascii_alphanumeric())
                .unwrap_or(rest.len());
            let words = self.words.get(&rest[..length])?.clone();
            text.replace_range(at..at + 1 + length, &words);
        }
        Some(text)
    }

    fn named(&self, name: &str) -> Option<(String, String)> {
        if let Some((prefix, local)) = name.split_once(':') {
            if prefix == "xml" {
                return Some((super::tree::XML.to_owned(), local.to_owned()));
            }
            let namespace = self.grammar.namespaces.get(prefix)?;
            return Some((namespace.clone(), local.to_owned()));
        }
        Some((
            self.grammar.namespaces.get(&self.prefix)?.clone(),
            name.to_owned(),
        ))
    }

    fn holds(&self, rest: &str, declaration: &mut Declaration) -> Option<()> {
        for word in rest.split_whitespace() {
            match word {
                "words" => {
                    declaration.is_mixed = true;
                    continue;
                }
                "anything" => {
                    declaration.is_open = true;
                    continue;
                }
                _ => {}
            }
            let (names, mark) = match word.strip_suffix(['?', '*', '+']) {
                Some(names) => (names, word.chars().last()),
                None => (word, None),
            };
            let names = names.trim_matches(['(', ')']).split('|');
            let names: Option<Vec<Name>> = names
                .map(|name| match name {
                    "other" => Some(Name::Other),
                    _ => self
                        .named(name)
                        .map(|(namespace, name)| Name::Of(namespace, name)),
                })
                .collect();
            declaration.particles.push(Particle {
                names: names?,
                is_required: matches!(mark, None | Some('+')),
                is_repeated: matches!(mark, Some('*' | '+')),
            });
        }
        Some(())
    }

    fn takes(&self, rest: &str, declaration: &mut Declaration) -> Option<()> {
        for word in rest.split_whitespace() {
            match word {
                "other" => {
                    declaration.others = Others::Foreign;
                    continue;
                }
                "any" => {
                    declaration.others = Others::Any;
                    continue;
                }
                _ => {}
            }
            let (name, value) = word.split_once('=').unwrap_or((word, "text"));
            let is_required = name.ends_with('!');
            let name = name.trim_end_matches('!');
            let (namespace, name) = match name.contains(':') {
                true => self.named(name)?,
                false => (String::new(), name.to_owned()),
            };
            declaration.attributes.push(AttributeRule {
                namespace,
                name,
                value: self.value(value)?,
                is_required,
            });
        }
        Some(())
    }

    /// A type: values and names of types with `|` between them, `many:` before it for a list of such.
    fn value(&self, text: &str) -> Option<Type> {
        if let Some(inner) = text.strip_prefix("many:") {
            return Some(Type::Many(Box::new(self.value(inner)?)));
        }
        let mut values = Vec::new();
        let mut whole: Option<Type> = None;
        let mut add = |value: Type| {
            whole = Some(match whole.take() {
                Some(before) => Type::Either(Box::new(before), Box::new(value)),
                None => value,
            });
        };
        for part in text.split('|') {
            match self
                .types
                .get(part)
                .cloned()
                .or_else(|| Type::by_name(part))
            {
                Some(known) => add(known),
                None => values.push(part.to_owned()),
            }
        }
        if !values.is_empty() {
            add(Type::OneOf(values));
        }
        whole
    }
}
