//! The program is killed at a random moment.

use crate::tree::{self, Course, Dice};
use crate::{COMMANDS, rounds};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::thread;

/// Kills every command so many times.
pub(crate) fn run(binary: &Path, times: usize) -> Result<usize, Box<dyn Error>> {
    let mut dice = Dice::new();
    let mut n_bad = 0;
    for (name, args) in COMMANDS {
        let folder = tempfile::tempdir()?;
        let folder = folder.path();
        let Course { base, done, whole } = tree::course(binary, folder, (name, args))?;
        let (mut n_killed, mut n_halfway, mut n_left, mut n_unconfirmed) = (0, 0, 0, 0);
        n_bad += rounds(&format!("kill {name}"), times, || {
            tree::restore(folder, &base)?;
            let mut child = tree::start(binary, folder, args)?;
            thread::sleep(dice.part_of(whole));
            child.kill()?;
            n_killed += usize::from(!child.wait()?.success());
            let now = tree::read(folder)?;
            n_left += usize::from(tree::n_temporary(&now) > 0);
            n_halfway += usize::from(now != base && now != done);
            if let Some(torn) = tree::torn(&now, &base, &done) {
                return Ok(Some(torn));
            }
            let check = ["check", "--select", "state/lock-damaged"];
            if !tree::start(binary, folder, &check)?.wait()?.success() {
                return Ok(Some("a lock does not load".to_owned()));
            }
            tree::start(binary, folder, args)?.wait()?;
            let again = tree::read(folder)?;
            // Where nothing was left to write, nothing is cleared away either.
            let is_done = done
                .iter()
                .all(|(path, bytes)| now.get(path) == Some(bytes));
            let is_swept = is_done || tree::n_temporary(&again) == 0;
            let is_as_done = |path: &PathBuf| again.get(path) == done.get(path);
            // Of a draft that was patched and a lock that was not, no more is known than that they differ: nobody has confirmed it.
            let is_unconfirmed = |path: &PathBuf| {
                let is_lock = path.extension().is_some_and(|ending| ending == "jsonl");
                is_lock && again.get(path) == base.get(path)
            };
            n_unconfirmed += done.keys().filter(|path| !is_as_done(path)).count();
            let is_same = done
                .keys()
                .all(|path| is_as_done(path) || is_unconfirmed(path));
            Ok((!is_same || !is_swept)
                .then(|| format!("the next run: same {is_same}, temporary files gone {is_swept}")))
        })?;
        println!(
            "kill {name}: {times} times, {n_killed} before the end, {n_halfway} with some files written, {n_left} with a temporary file left until the next run, {n_unconfirmed} with a new draft and an old lock; {} ms to the end",
            whole.as_millis()
        );
    }
    Ok(n_bad)
}
