//! The command line: arguments in, exit code out.

pub mod accepted;
pub mod app;
pub mod args;
pub mod choice;
pub mod editor;
pub mod failure;
pub mod help;
pub mod input;
pub mod open;
pub mod output;
pub mod progress;
pub mod spinner;
pub mod ui;
pub mod usage_error;

pub mod commands;
