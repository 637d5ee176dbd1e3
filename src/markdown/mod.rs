//! Markdown to [`Document`](crate::document::document::Document) and back, by splicing spans: never by re-rendering.

pub mod entity;
pub mod read;
pub mod settings;
pub mod write;

pub(crate) mod autolink;
pub(crate) mod components;
pub(crate) mod containers;
pub(crate) mod directive;
pub(crate) mod draft;
pub(crate) mod emphasis;
pub(crate) mod flatten;
pub(crate) mod front_matter;
pub(crate) mod html;
pub(crate) mod inline_mask;
pub(crate) mod leaf;
pub(crate) mod leaf_kind;
pub(crate) mod lines;
pub(crate) mod mask;
pub(crate) mod nesting;
pub(crate) mod notation;
pub(crate) mod prepass;
pub(crate) mod regions;
pub(crate) mod scalar;
pub(crate) mod tag;
pub(crate) mod toml_values;
pub(crate) mod yaml_values;
