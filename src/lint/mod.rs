//! The machinery of checking. Knows every kind of check, and no single rule.

pub mod baseline;
pub mod codes;
pub mod context;
pub mod facts;
pub mod finding;
pub mod fix;
pub mod han;
pub mod links;
pub mod meta;
pub mod place;
pub mod project;
pub mod rule;
pub mod runner;
pub mod select;
pub mod sink;
pub mod suppress;
pub mod terms;
pub mod waiver;
