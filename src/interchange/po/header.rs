//! The header of a PO file: the translation of the empty message, a field a line.

use crate::interchange::po::file::PoEntry;
use crate::interchange::po::plural::Plural;
use crate::text::span::Span;

/// The header.
#[derive(Clone, Debug)]
pub struct PoHeader {
    /// The entry that it stands in.
    pub entry: PoEntry,
    /// Its fields as they stand.
    pub fields: Vec<PoField>,
}

/// A field of the header.
#[derive(Clone, Debug)]
pub struct PoField {
    /// Its name, as written.
    pub name: String,
    /// Its value without the space around it.
    pub value: String,
    /// The string that it stands in.
    pub span: Span,
}

impl PoHeader {
    /// Takes an entry apart. Lines without a colon are left out.
    pub fn of(entry: PoEntry) -> Self {
        let mut fields = Vec::new();
        if let Some(text) = entry.translations.first() {
            let mut at = 0;
            for line in text.text.split_inclusive('\n') {
                if let Some((name, value)) = line.split_once(':') {
                    fields.push(PoField {
                        name: name.trim().to_owned(),
                        value: value.trim().to_owned(),
                        span: text.place(at),
                    });
                }
                at += line.len();
            }
        }
        Self { entry, fields }
    }

    /// Returns a field by its name, in whatever case.
    pub fn field(&self, name: &str) -> Option<&PoField> {
        let mut fields = self.fields.iter();
        fields.find(|field| field.name.eq_ignore_ascii_case(name))
    }

    /// Returns the encoding that `Content-Type` names.
    pub fn charset(&self) -> Option<&str> {
        let value = &self.field("Content-Type")?.value;
        let at = value.to_ascii_lowercase().find("charset=")? + "charset=".len();
        value.get(at..)?.split([';', ' ', '\t']).next()
    }

    /// Returns the plural forms, or nothing where there are none or they cannot be read.
    pub fn plural(&self) -> Option<Plural> {
        Plural::parse(&self.field("Plural-Forms")?.value)
    }
}
