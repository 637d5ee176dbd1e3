//! Markdown to [`Document`](crate::document::document::Document) and back, by splicing spans: never by re-rendering.

pub mod read;
pub mod settings;
pub mod write;
