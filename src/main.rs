//! Hands the command line to [`duizhao::edge::cli::app`].

use std::process::ExitCode;

fn main() -> ExitCode {
    duizhao::edge::cli::app::main(std::env::args_os())
}
