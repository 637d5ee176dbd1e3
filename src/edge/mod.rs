//! The only folder that may touch the world: disk, terminal, environment. Its own floors: files < project < cli.
#![expect(
    clippy::disallowed_methods,
    reason = "this is the edge: the one folder that touches the world"
)]

pub mod cli;
pub mod files;
pub mod project;
