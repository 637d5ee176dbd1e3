//! The waist of the house: two documents and which unit translates which.

pub mod align;
mod anchor;
#[expect(
    clippy::module_inception,
    reason = "the folder is named after its main type, as the house does"
)]
pub mod bitext;
pub mod change;
mod crossing;
mod dynamic;
mod node;
mod score;
mod skeleton;
mod state;
mod table;
mod terms;
