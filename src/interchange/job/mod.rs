//! Translation jobs: documents given out to other programs and people, and taken back. One file a format, one list of them all.

pub mod format;
pub mod job;
pub mod make;
pub mod returned;
pub mod terms;
pub mod wording;
