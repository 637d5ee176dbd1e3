//! The project's settings: each folder owns its own, this one composes and checks them.

#[expect(
    clippy::module_inception,
    reason = "the folder is named after its main type, as the house does"
)]
pub mod config;
pub mod gate;
pub mod node;
pub mod pattern;
pub mod read;
pub mod reader;
pub mod validate;
pub mod yaml;
