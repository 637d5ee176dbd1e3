//! Which words translate which: what the aligner reads of a text, and the lexicons it reads it with.

pub mod cedict;
pub(super) mod learn;
pub mod lexicon;
pub(super) mod names;
pub mod sound;
pub(super) mod stem;
pub(super) mod translations;
pub(super) mod vocabulary;
pub(super) mod words;
