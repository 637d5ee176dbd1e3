//! Editions as books for reading devices (EPUB 3.3).

pub mod pictures;
pub mod volume;

pub(crate) mod archive;
