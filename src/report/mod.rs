//! What commands print, as pure writers. For findings: one file a format, one list of them all.

use crate::report::run::Format;

pub mod run;

pub mod azure;
pub mod badge;
pub mod checkstyle;
pub mod concise;
pub mod full;
pub mod github;
pub mod gitlab;
pub mod json;
pub mod junit;
pub mod markdown;
pub mod rdjson;
pub mod sarif;

pub mod align;
pub mod blame;
pub mod catalogue;
pub mod coverage;
pub mod dashboard;
pub mod dashboard_found;
pub mod dashboard_unit;
pub mod diff;
pub mod diff_json;
pub mod diff_text;
pub mod excerpt;
pub mod identity;
pub mod markup;
pub mod next;
pub mod noise;
pub mod page;
pub mod page_parts;
pub mod patch;
pub mod place;
pub mod segment;
pub mod status;
pub mod sync;
pub mod sync_json;
pub mod table;
pub mod trend;
pub mod uri;

/// Every format of findings there is.
pub static FORMATS: &[&Format] = &[
    &full::FORMAT,
    &concise::FORMAT,
    &json::FORMAT,
    &github::FORMAT,
    &gitlab::FORMAT,
    &azure::FORMAT,
    &sarif::FORMAT,
    &rdjson::FORMAT,
    &junit::FORMAT,
    &checkstyle::FORMAT,
    &markdown::FORMAT,
    &dashboard::FORMAT,
    &badge::SVG,
    &badge::SHIELDS,
];
