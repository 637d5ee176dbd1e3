//! The command line: arguments in, exit code out.

use std::ffi::OsString;
use std::process::ExitCode;

/// Runs the command line.
pub fn main(args: impl Iterator<Item = OsString>) -> ExitCode {
    let _ = args;
    ExitCode::SUCCESS
}
