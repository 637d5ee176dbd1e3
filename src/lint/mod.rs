//! The machinery of checking. Knows every kind of check, and no single rule.

pub mod context;
pub mod facts;
pub mod finding;
pub mod fix;
pub mod meta;
pub mod rule;
pub mod runner;
pub mod select;
pub mod sink;
pub mod suppress;
