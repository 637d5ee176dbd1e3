//! XML as strict programs take it, with places for everything: a compact tree, and grammars that are written down as tables.
//!
//! [`crate::interchange::xml`] reads what we take in and forgives much; this reads what is to be judged and forgives nothing.

pub mod grammar;
pub mod names;
pub mod prolog;
pub mod read;
pub mod tree;
pub mod validate;
pub mod value;
pub mod well_formed;
