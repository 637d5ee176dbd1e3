//! What commands print, as pure writers. For findings: one file a format, one list of them all.

use crate::report::run::Format;

pub mod run;

pub mod concise;
pub mod full;
pub mod github;
pub mod json;

pub mod align;
pub mod blame;
pub mod catalogue;
pub mod coverage;
pub mod diff;
pub mod diff_json;
pub mod diff_text;
pub mod excerpt;
pub mod next;
pub mod noise;
pub mod patch;
pub mod place;
pub mod segment;
pub mod status;
pub mod sync;
pub mod sync_json;
pub mod table;
pub mod trend;

/// Every format of findings there is.
pub static FORMATS: &[&Format] = &[
    &full::FORMAT,
    &concise::FORMAT,
    &json::FORMAT,
    &github::FORMAT,
];
