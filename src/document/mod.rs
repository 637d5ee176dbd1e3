//! What a translator sees in one file: units, in reading order, with their inline codes and sentences.

pub mod block;
pub mod dialect;
#[expect(
    clippy::module_inception,
    reason = "the folder is named after its main type, as the house does"
)]
pub mod document;
pub mod inline;
pub mod markup;
pub mod placeholder;
pub mod problem;
pub mod prose;
pub mod unit;
