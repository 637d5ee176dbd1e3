//! XLIFF 2.0 and 2.1: what the specification asks beyond the table of elements and attributes, a group of constraints a file.

pub mod annotations;
pub mod changes;
pub mod codes;
pub mod document;
pub mod fragments;
pub mod ids;
pub mod inside;
pub mod its;
pub mod modules;
pub mod names;
pub mod order;
pub mod pairs;
pub mod sizes;
