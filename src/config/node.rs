//! A YAML value with its place, so that everything that is wrong with a settings file can be told at once, with lines.

use crate::text::span::Span;

/// A value and where it stands.
#[derive(Clone, Debug)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Its bytes; of a list or map only its first byte is certain.
    pub span: Span,
}

/// What a value is.
#[derive(Clone, Debug)]
pub enum Value {
    /// Nothing, or `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(f64),
    /// Anything else that stands alone.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A map, repeated keys included.
    Map(Vec<(Key, Node)>),
}

/// A key of a map and where it stands.
#[derive(Clone, Debug)]
pub struct Key {
    /// The key.
    pub name: String,
    /// Its bytes.
    pub span: Span,
}

impl Node {
    /// Tells whether nothing was given.
    pub const fn is_null(&self) -> bool {
        matches!(self.value, Value::Null)
    }
}
