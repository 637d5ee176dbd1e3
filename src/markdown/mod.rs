//! Markdown to [`Document`](crate::document::document::Document) and back, by splicing spans: never by re-rendering.

pub mod read;
pub mod settings;
pub mod write;

pub(crate) mod draft;
pub(crate) mod flatten;
pub(crate) mod front_matter;
pub(crate) mod leaf;
pub(crate) mod lines;
pub(crate) mod mask;
pub(crate) mod notation;
pub(crate) mod scalar;
pub(crate) mod toml_values;
pub(crate) mod yaml_values;
