//! The machinery of checking. Knows every kind of check, and no single rule.

pub mod codes;
pub mod context;
pub mod facts;
pub mod finding;
pub mod fix;
pub mod formulas;
pub mod han;
pub mod leftover;
pub mod links;
pub mod meta;
pub mod place;
pub mod placeholders;
pub mod project;
pub mod quotes;
pub mod references;
pub mod repeats;
pub mod rule;
pub mod runner;
pub mod select;
pub mod sink;
pub mod spaces;
pub mod spelling;
pub mod suppress;
pub mod tags;
pub mod tally;
pub mod terms;
