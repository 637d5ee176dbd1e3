//! Hands the command line to [`duizhao::edge::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    duizhao::edge::cli::main(std::env::args_os())
}
