//! Editions for readers: a bitext as Markdown, pages and books in two languages. Nothing is lost, and what is missing or outdated says so.

pub mod book;
pub mod edition;
pub mod format;
pub mod headings;
pub mod links;
pub mod markdown;
pub mod picture;
pub mod places;
pub mod raw_paths;
pub mod standing;
pub mod summary;

pub mod epub;
pub mod html;

pub(crate) mod balance;
pub(crate) mod labels;
pub(crate) mod level;
pub(crate) mod once;
pub(crate) mod weave;
pub(crate) mod wording;
