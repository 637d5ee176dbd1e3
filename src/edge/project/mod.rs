//! A project on disk: found, walked, loaded, saved.

pub mod discover;
pub mod load;
pub mod save;
pub mod walk;
