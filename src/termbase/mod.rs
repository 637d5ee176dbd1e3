//! Concepts and their terms (after TBX's model), and finding them in text.

pub mod boundary;
pub mod candidate;
pub mod case;
pub mod concept;
pub mod coordination;
pub mod derivation;
pub mod entry;
pub mod extract;
pub mod fold;
pub mod grams;
pub mod inflection;
pub mod irregular;
pub mod layout;
mod lone;
pub mod matcher;
pub mod new_entry;
pub mod phrases;
pub mod quality;
pub mod replacement;
pub mod scalar;
pub mod scope;
pub mod splice;
pub mod stop_words;
#[expect(
    clippy::module_inception,
    reason = "the folder is named after its main type, as the house does"
)]
pub mod termbase;
pub mod tree;
pub mod verdict;
pub mod yaml;
