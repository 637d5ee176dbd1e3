//! The only folder that may touch the world: disk, terminal, environment. Its own floors: files < project < cli.

pub mod cli;
pub mod files;
pub mod project;
