//! A project on disk: found, walked, loaded, saved, and set up in the first place.

pub mod discover;
pub mod elsewhere;
pub mod glossary;
pub mod load;
pub mod locale;
pub mod place;
pub mod refusal;
pub mod save;
pub mod walk;
