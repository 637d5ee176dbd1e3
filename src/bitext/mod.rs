//! The waist of the house: two documents and which unit translates which.

pub mod align;
mod anchor;
mod band;
#[expect(
    clippy::module_inception,
    reason = "the folder is named after its main type, as the house does"
)]
pub mod bitext;
pub mod change;
mod coarse;
mod crossing;
mod dynamic;
mod evidence;
mod fit;
pub mod lexical;
pub mod moves;
mod nearness;
mod node;
mod passes;
mod reading;
mod rows;
mod skeleton;
mod state;
pub mod style;
mod table;
mod terms;
pub mod texts;
pub mod vectors;
mod wording;
