//! Hands the command line to [`duizhao::edge::cli::app`].

use mimalloc::MiMalloc;
use std::process::ExitCode;

/// Units are many small texts, made and dropped on every thread: this allocator takes them in two thirds of the time.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    duizhao::edge::cli::app::main(std::env::args_os())
}
