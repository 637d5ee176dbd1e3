//! A person saves a draft while the program works.

use crate::tree::{self, Course, Dice};
use crate::{COMMANDS, rounds};
use std::error::Error;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::thread;

const DRAFT: &str = "translations/en/6.md";
const LOCK: &str = ".duizhao/lock/en/6.md.jsonl";
/// None of the commands changes this paragraph but for its comma.
const OLD: &str = "Paragraph 30 of article 6 explains";
const NEW: &str = "Paragraph 30 of article 6 (as a person just wrote) tells";
/// Times of files are not told apart more finely than this, in nanoseconds.
const GRAIN: i128 = 10_000_000;

/// Saves a draft so many times during every command.
pub(crate) fn run(binary: &Path, times: usize) -> Result<usize, Box<dyn Error>> {
    let mut dice = Dice::new();
    let mut n_bad = 0;
    for (name, args) in COMMANDS {
        let folder = tempfile::tempdir()?;
        let folder = folder.path();
        let Course { base, whole, .. } = tree::course(binary, folder, (name, args))?;
        let (mut n_refused, mut n_early, mut n_late) = (0, 0, 0);
        n_bad += rounds(&format!("editor {name}"), times, || {
            tree::restore(folder, &base)?;
            let child = tree::command(binary, folder, args).spawn()?;
            thread::sleep(dice.part_of(whole));
            let draft = folder.join(DRAFT);
            let read = fs::read_to_string(&draft)?;
            let saved = read.replacen(OLD, NEW, 1);
            match dice.below(2) {
                0 => fs::write(&draft, &saved)?,
                _ => {
                    fs::write(folder.join("saving.swp"), &saved)?;
                    fs::rename(folder.join("saving.swp"), &draft)?;
                }
            }
            let said = child.wait_with_output()?;
            let now = fs::read_to_string(&draft)?;
            let is_refused = said.status.code() == Some(2);
            n_refused += usize::from(is_refused);
            match now == saved {
                // The editor read what the program wrote, or the program had nothing to write.
                true => n_late += usize::from(!is_refused),
                false => n_early += 1,
            }
            if !now.contains(NEW) {
                return Ok(Some("what the person wrote is gone".to_owned()));
            }
            let lock = folder.join(LOCK);
            let has_old = fs::read_to_string(&lock).is_ok_and(|text| text.contains(OLD));
            let is_later = || Ok::<_, std::io::Error>(changed(&lock)? > changed(&draft)? + GRAIN);
            Ok((has_old && name == "accept" && is_later()?)
                .then(|| "what the person replaced was accepted".to_owned()))
        })?;
        println!(
            "editor {name}: {times} times, {n_refused} refused, {n_early} saved before the program read, {n_late} after it wrote"
        );
    }
    Ok(n_bad)
}

fn changed(path: &Path) -> std::io::Result<i128> {
    let metadata = fs::metadata(path)?;
    Ok(i128::from(metadata.ctime()) * 1_000_000_000 + i128::from(metadata.ctime_nsec()))
}
