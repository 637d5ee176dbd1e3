//! The machinery of checking. Knows every kind of check, and no single rule.

pub mod baseline;
pub mod calibrate;
pub mod codes;
pub mod context;
pub mod discovery;
pub mod examples;
pub mod facts;
pub mod finding;
pub mod fix;
pub mod glossary;
pub mod han;
pub mod links;
pub mod meta;
pub mod numbers;
pub mod place;
pub mod project;
pub mod rename;
pub mod rule;
pub mod runner;
pub mod select;
pub mod sink;
pub mod suppress;
pub mod terms;
pub mod waiver;
