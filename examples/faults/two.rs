//! Two programs write in one project at once.

use crate::rounds;
use crate::tree::{self, Dice, Tree};
use std::error::Error;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

/// What runs at once, and which command's project it starts from.
const TRIALS: [(&str, &str, &[&str], &[&str]); 5] = [
    (
        "accept of two documents",
        "accept",
        &["accept", "--all", "source/0.md"],
        &["accept", "--all", "source/1.md"],
    ),
    (
        "accept of two lines of one document",
        "accept",
        &["accept", "source/0.md:1", "source/1.md:1"],
        &["accept", "source/0.md:3", "source/1.md:5"],
    ),
    (
        "sync and check --fix",
        "sync",
        &["sync", "--patch", "--prune"],
        &["check", "--fix"],
    ),
    (
        "accept and sync",
        "sync",
        &["accept", "--all", "--reason", "typo"],
        &["sync", "--patch", "--prune"],
    ),
    (
        "accept and check --fix",
        "accept",
        &["accept", "--all"],
        &["check", "--fix"],
    ),
];

/// Runs every two commands at once so many times, the second some time after the first.
pub(crate) fn run(binary: &Path, times: usize) -> Result<usize, Box<dyn Error>> {
    let mut dice = Dice::new();
    let mut n_bad = 0;
    for (name, base, one, other) in TRIALS {
        let folder = tempfile::tempdir()?;
        let folder = folder.path();
        let base = tree::base(binary, folder, base)?;
        let in_turn =
            |first: &[&str], second: &[&str]| -> Result<(Tree, Duration), Box<dyn Error>> {
                tree::restore(folder, &base)?;
                let begin = Instant::now();
                tree::start(binary, folder, first)?.wait()?;
                let whole = begin.elapsed();
                tree::start(binary, folder, second)?.wait()?;
                Ok((tree::read(folder)?, whole))
            };
        let (one_first, whole) = in_turn(one, other)?;
        let (other_first, _) = in_turn(other, one)?;
        let (mut n_one, mut n_waited) = (0, 0);
        n_bad += rounds(&format!("two, {name}"), times, || {
            tree::restore(folder, &base)?;
            let is_one = dice.below(2) == 0;
            let (first, second) = if is_one { (one, other) } else { (other, one) };
            let first = tree::command(binary, folder, first).spawn()?;
            thread::sleep(dice.part_of(whole));
            let second = tree::command(binary, folder, second).spawn()?;
            let said = [first.wait_with_output()?, second.wait_with_output()?];
            let words = said
                .iter()
                .map(|said| String::from_utf8_lossy(&said.stderr));
            let words: Vec<_> = words.collect();
            n_waited += usize::from(words.iter().any(|words| words.contains("waiting")));
            let now = tree::read(folder)?;
            n_one += usize::from(now == one_first);
            let is_refused = said.iter().any(|said| said.status.code() == Some(2));
            Ok(match now == one_first || now == other_first {
                true if !is_refused => None,
                is_right => Some(format!("files right {is_right}, words {words:?}")),
            })
        })?;
        println!(
            "two, {name}: {times} times, {n_waited} with one waiting for the other, {n_one} in the first order{}",
            if one_first == other_first {
                ", both orders the same"
            } else {
                ""
            }
        );
    }
    Ok(n_bad)
}
