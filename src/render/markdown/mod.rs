//! Editions as Markdown: source and translation in one file that any generator reads.

pub mod form;
pub mod page;

pub(crate) mod columns;
pub(crate) mod container;
pub(crate) mod markup;
pub(crate) mod passage;
pub(crate) mod table;
