//! Message catalogs of GNU gettext, read with places: entries, comments of every kind, the header and its plural forms.

pub mod file;
pub mod header;
pub mod lexer;
pub mod plural;
pub mod read;
