//! Concepts and their terms (after TBX's model), and finding them in text.

pub mod concept;
pub mod matcher;
#[expect(
    clippy::module_inception,
    reason = "the folder is named after its main type, as the house does"
)]
pub mod termbase;
pub mod yaml;
