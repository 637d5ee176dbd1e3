//! Files of other programs, in and out, as pure readers and writers.

pub mod delimited;
pub mod encoding;
pub mod input;
pub mod spreadsheet;
pub mod table;
pub mod xml;

pub mod conformance;
pub mod glossary;
pub mod job;
pub mod markup;
pub mod po;
pub mod problem;
pub mod srx;
pub mod tmx;
