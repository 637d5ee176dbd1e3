//! Whether files of other programs keep to the rules of their formats: one file a format, one list.

pub mod format;
pub mod language;
pub mod outcome;
pub mod po;
pub mod po_forms;
pub mod po_header;
pub mod printf;
pub mod tbx;
pub mod tmx;
pub mod xliff_1;
pub mod xliff_2;

use crate::interchange::conformance::format::Format;

/// The formats, in the order in which a file's content is held against them.
pub static FORMATS: &[&Format] = &[
    &po::FORMAT,
    &xliff_2::document::FORMAT,
    &xliff_1::FORMAT,
    &tmx::FORMAT,
    &tbx::FORMAT,
];
