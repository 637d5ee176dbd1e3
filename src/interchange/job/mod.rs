//! Translation jobs: documents given out to other programs and people, and taken back. One file a format, one list of them all.

use crate::interchange::job::format::Format;

pub mod account;
pub mod content;
pub mod format;
pub mod make;
pub mod plan;
pub mod returned;
pub mod terms;
pub mod wording;

pub mod inline;
pub mod jsonl;
pub mod po;
pub mod sheet;
pub mod tmx;
pub mod xliff_1;
pub mod xliff_2;
pub mod xliff_read;

/// Every format there is. Where endings are shared, the first one reads them.
pub static FORMATS: &[&Format] = &[
    &po::FORMAT,
    &xliff_1::FORMAT,
    &xliff_2::FORMAT,
    &tmx::FORMAT,
    &tmx::OMEGAT,
    &jsonl::FORMAT,
    &sheet::CSV,
    &sheet::TSV,
    &sheet::XLSX,
];
