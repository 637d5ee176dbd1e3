//! Editions as pages for browsers: each chapter in two languages, laid out as its reader likes.

pub mod reader;

pub(crate) mod block;
pub(crate) mod column;
pub(crate) mod fragment;
pub(crate) mod glossary;
pub(crate) mod inline;
pub(crate) mod landing;
pub(crate) mod link;
pub(crate) mod link_title;
pub(crate) mod markup;
pub(crate) mod pair;
pub(crate) mod reading;
pub(crate) mod search;
pub(crate) mod sentence;
pub(crate) mod sheet;
pub(crate) mod shelf;
pub(crate) mod tag;
pub(crate) mod term;
pub(crate) mod tip;
pub(crate) mod title;
