//! The tool's own words, in the reader's language.

pub mod interface;
pub mod messages;
