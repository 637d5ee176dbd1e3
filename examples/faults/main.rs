//! Does to the program what disks, people and other programs do, and looks at every file afterwards.
//!
//! `cargo run --release --example faults -- BINARY [TIMES [NAME]]`: so many rounds of each trial (100 without a number), or of those whose
//! name begins so. Ends with 1 where something was lost or torn. The trials, each on `accept`, `sync --patch --prune` and `check --fix`:
//!
//! - `kill`: killed at a random moment. Each file is the old one or the new one, every lock loads, and the next run ends where an
//!   undisturbed one does and leaves no temporary file.
//! - `limit`, `full`: files may not grow (`ulimit -f`); the disk has a random number of pages left (a tmpfs; root only). Each file is old or new,
//!   no temporary file is left, and where something is missing the exit code is 2 and the words name a file.
//! - `read-only`: random folders and files may not be written (as root the program runs as another user, by `setpriv`). As above, and what
//!   may be written is.
//! - `two`: two programs at once. The files are those that the two leave one after the other, in one order or the other.
//! - `editor`: a person saves a draft meanwhile, in place or by a rename. What they wrote is there, and no lock written later holds what
//!   they replaced.

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "it looks at files from outside, and prints what it found"
)]

#[cfg(unix)]
mod disk;
#[cfg(unix)]
mod editor;
mod kill;
mod tree;
mod two;

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

/// What goes wrong in a trial, or nothing.
type Outcome = Result<Option<String>, Box<dyn Error>>;

/// The commands that write, and what their trials start from.
pub(crate) const COMMANDS: [(&str, &[&str]); 3] = [
    ("accept", &["accept", "--all"]),
    ("sync", &["sync", "--patch", "--prune"]),
    ("fix", &["check", "--fix"]),
];

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let binary = fs::canonicalize(args.next().ok_or("faults BINARY [TIMES [NAME]]")?)?;
    let times: usize = args.next().map_or(Ok(100), |times| times.parse())?;
    let wanted = args.next().unwrap_or_default();
    type Trials = fn(&Path, usize) -> Result<usize, Box<dyn Error>>;
    let trials: &[(&str, Trials)] = &[
        ("kill", kill::run),
        #[cfg(unix)]
        ("limit", disk::run_limit),
        #[cfg(unix)]
        ("full", disk::run_full),
        #[cfg(unix)]
        ("read-only", disk::run_read_only),
        ("two", two::run),
        #[cfg(unix)]
        ("editor", editor::run),
    ];
    let mut n_bad = 0;
    for (name, run) in trials {
        if name.starts_with(&wanted) {
            n_bad += run(&binary, times)?;
        }
    }
    println!("{n_bad} bad");
    Ok(ExitCode::from(u8::from(n_bad > 0)))
}

/// Does a trial so many times; prints and counts what goes wrong.
fn rounds(
    name: &str,
    times: usize,
    mut round: impl FnMut() -> Outcome,
) -> Result<usize, Box<dyn Error>> {
    let mut n_bad = 0;
    for at in 0..times {
        if let Some(bad) = round()? {
            println!("{name}, round {at}: {bad}");
            n_bad += 1;
        }
    }
    Ok(n_bad)
}
