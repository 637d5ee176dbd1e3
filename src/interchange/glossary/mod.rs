//! Glossaries of other programs, in and out: one file a format, one list of them all.

use crate::interchange::glossary::exchange::Format;

pub mod append;
pub mod cell;
pub mod entry;
pub mod exact;
pub mod exchange;
pub mod field;
pub mod flat;
pub mod join;
pub mod loss;
pub mod pieces;
pub mod remark;
pub mod row;
pub mod slash;
pub mod tbx_write;
pub mod term_table;

pub mod csv;
pub mod deepl;
pub mod markdown;
pub mod omegat;
pub mod tbx;
pub mod tbx_v2;
pub mod tbx_v3;
pub mod tsv;
pub mod xlsx;
pub mod yaml;

/// Every format there is. Where endings are shared, the first one reads them.
pub static FORMATS: &[&Format] = &[
    &yaml::FORMAT,
    &csv::FORMAT,
    &tsv::FORMAT,
    &xlsx::FORMAT,
    &markdown::FORMAT,
    &tbx_v2::FORMAT,
    &tbx_v3::FORMAT,
    &deepl::FORMAT,
    &omegat::FORMAT,
];
