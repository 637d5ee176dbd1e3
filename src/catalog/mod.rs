//! Message files to [`Document`](crate::document::document::Document): JSON and YAML whose values are what is translated, each known by its key.

pub(crate) mod codes;
pub(crate) mod json;
pub(crate) mod label;
pub mod name;
pub mod read;
pub(crate) mod tree;
