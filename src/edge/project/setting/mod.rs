//! Reads the configuration files of other programs without running them: JavaScript, JSON, YAML and TOML, as far as plain values go.

pub mod script;
pub mod token;
pub mod toml_lines;
pub mod tree;
pub mod yaml_lines;
