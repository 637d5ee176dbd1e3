//! The disk says no: files may not grow, no room is left, or a place may not be written.

use crate::tree::{self, Course, Dice, Tree};
use crate::{COMMANDS, rounds};
use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Nobody, on most systems.
const NOBODY: &str = "65534";
const PAGE: usize = 4096;

/// A file may have so many blocks of 512 bytes, by a random limit.
pub(crate) fn run_limit(binary: &Path, times: usize) -> Result<usize, Box<dyn Error>> {
    let mut dice = Dice::new();
    let mut n_bad = 0;
    for (name, args) in COMMANDS {
        let folder = tempfile::tempdir()?;
        let folder = folder.path();
        let Course { base, done, .. } = tree::course(binary, folder, (name, args))?;
        let largest = done.values().map(Vec::len).max().unwrap_or(0);
        let mut n_short = 0;
        n_bad += rounds(&format!("limit {name}"), times, || {
            tree::restore(folder, &base)?;
            let limit = dice.below(largest / 512 + 2).to_string();
            let script = "trap '' XFSZ; ulimit -f \"$1\"; shift; exec \"$@\"";
            let binary = binary.to_string_lossy();
            let mut all = vec!["-c", script, "sh", &limit, &binary];
            all.extend(args);
            let said = tree::command(Path::new("sh"), folder, &all).output()?;
            let bad = look(&tree::read(folder)?, &base, &done, &said);
            n_short += usize::from(said.status.code() == Some(2));
            Ok(bad)
        })?;
        println!("limit {name}: {times} times, {n_short} with a file that may not grow so far");
    }
    Ok(n_bad)
}

/// A small file system in memory has a random number of pages left.
pub(crate) fn run_full(binary: &Path, times: usize) -> Result<usize, Box<dyn Error>> {
    let mut dice = Dice::new();
    let mut n_bad = 0;
    for (name, args) in COMMANDS {
        let mount = tempfile::tempdir()?;
        let is_mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=4m", "none"])
            .arg(mount.path())
            .output()
            .is_ok_and(|output| output.status.success());
        if !is_mounted {
            println!("full {name}: nothing can be mounted here");
            continue;
        }
        let bad = fill(binary, (name, args), mount.path(), times, &mut dice);
        Command::new("umount").arg(mount.path()).status()?;
        n_bad += bad?;
    }
    Ok(n_bad)
}

fn fill(
    binary: &Path,
    (name, args): (&str, &[&str]),
    mount: &Path,
    times: usize,
    dice: &mut Dice,
) -> Result<usize, Box<dyn Error>> {
    let (folder, filler) = (mount.join("project"), mount.join("filler"));
    fs::create_dir(&folder)?;
    let Course { base, done, .. } = tree::course(binary, &folder, (name, args))?;
    let mut n_short = 0;
    let n_bad = rounds(&format!("full {name}"), times, || {
        if filler.exists() {
            fs::remove_file(&filler)?;
        }
        tree::restore(&folder, &base)?;
        // All there is, and a random number of pages less.
        let mut bytes = vec![0; 1024 * PAGE];
        while fs::write(&filler, &bytes).is_err() {
            bytes.truncate(bytes.len() - PAGE);
        }
        let most = if dice.below(2) == 0 { 6 } else { 60 };
        let left = dice.below(most);
        bytes.truncate(bytes.len().saturating_sub(left * PAGE));
        fs::write(&filler, &bytes)?;
        let said = tree::command(binary, &folder, args).output()?;
        n_short += usize::from(said.status.code() == Some(2));
        Ok(look(&tree::read(&folder)?, &base, &done, &said))
    })?;
    println!("full {name}: {times} times, {n_short} with too little room");
    Ok(n_bad)
}

/// Random folders and files may not be written.
pub(crate) fn run_read_only(binary: &Path, times: usize) -> Result<usize, Box<dyn Error>> {
    let mut dice = Dice::new();
    let mut n_bad = 0;
    for (name, args) in COMMANDS {
        let above = tempfile::tempdir()?;
        let folder = above.path().join("project");
        fs::create_dir(&folder)?;
        fs::set_permissions(above.path(), fs::Permissions::from_mode(0o755))?;
        let Course { base, done, .. } = tree::course(binary, &folder, (name, args))?;
        let places = places(&folder, &done);
        let is_root = fs::write(above.path().join("probe"), "").is_ok() && is_root();
        let mut n_short = 0;
        n_bad += rounds(&format!("read-only {name}"), times, || {
            allow(&places)?;
            tree::restore(&folder, &base)?;
            allow(&places)?;
            let chosen = places.iter().filter(|_| dice.below(12) == 0);
            let locked: BTreeSet<&PathBuf> = chosen.collect();
            for place in &locked {
                let mode = if place.is_dir() { 0o555 } else { 0o444 };
                if place.exists() {
                    fs::set_permissions(place, fs::Permissions::from_mode(mode))?;
                }
            }
            let mut all = vec!["--reuid", NOBODY, "--regid", NOBODY, "--clear-groups", "--"];
            let path = binary.to_string_lossy();
            let program = match is_root {
                true => {
                    all.push(&path);
                    Path::new("setpriv")
                }
                false => {
                    all.clear();
                    binary
                }
            };
            all.extend(args);
            let said = tree::command(program, &folder, &all).output()?;
            n_short += usize::from(said.status.code() == Some(2));
            allow(&places)?;
            let now = tree::read(&folder)?;
            let is_locked = |path: &&PathBuf| {
                let whole = folder.join(path);
                let above = whole.parent().map(Path::to_owned);
                base.contains_key(*path) && locked.contains(&whole)
                    || above.is_some_and(|above| locked.contains(&above))
            };
            let is_changed = |path: &&PathBuf| base.get(*path) != done.get(*path);
            // A draft and its lock are written both or not at all.
            let is_kept = |path: &PathBuf| {
                let changed = done.keys().filter(is_changed);
                let mut together = changed.filter(|other| document(other) == document(path));
                together.any(|other| is_locked(&other))
            };
            let mut wrong = done.iter().filter(|(path, bytes)| {
                let is_new = now.get(*path) == Some(bytes);
                is_changed(path) && is_new == is_kept(path)
            });
            Ok(look(&now, &base, &done, &said).or_else(|| {
                let (path, _) = wrong.next()?;
                Some(format!(
                    "{} should be {}",
                    path.display(),
                    if is_kept(path) { "old" } else { "new" }
                ))
            }))
        })?;
        allow(&places)?;
        println!("read-only {name}: {times} times, {n_short} with a place that may not be written");
    }
    Ok(n_bad)
}

/// What a document's files have in common.
fn document(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    Some(name.split('.').next()?.to_owned())
}

/// Says what is wrong after a run that the disk may have refused something.
fn look(now: &Tree, base: &Tree, done: &Tree, said: &Output) -> Option<String> {
    let words = [&said.stdout, &said.stderr].map(|words| String::from_utf8_lossy(words));
    let words = words.concat();
    let code = said.status.code();
    let is_whole = done
        .iter()
        .all(|(path, bytes)| now.get(path) == Some(bytes));
    let is_told = code == Some(2) && (words.contains(".md") || words.contains(".jsonl"));
    let n_left = tree::n_temporary(now);
    match tree::torn(now, base, done) {
        Some(torn) => Some(torn),
        None if n_left > 0 => Some(format!("{n_left} temporary files left")),
        None if !is_whole && !is_told => Some(format!("exit {code:?}, words {words:?}")),
        None if is_whole && code == Some(2) => Some(format!("all is done, yet: {words:?}")),
        None => None,
    }
}

/// The folders and files of a project.
fn places(folder: &Path, tree: &Tree) -> Vec<PathBuf> {
    let mut places = BTreeSet::new();
    for path in tree
        .keys()
        .filter(|path| *path != Path::new("duizhao.yaml"))
    {
        let whole = folder.join(path);
        let folders = whole.ancestors().skip(1);
        places.extend(
            folders
                .take_while(|above| *above != folder)
                .map(Path::to_owned),
        );
        places.insert(whole);
    }
    places.into_iter().collect()
}

/// Lets everybody write everything again.
fn allow(places: &[PathBuf]) -> std::io::Result<()> {
    for place in places.iter().filter(|place| place.exists()) {
        let mode = if place.is_dir() { 0o777 } else { 0o666 };
        fs::set_permissions(place, fs::Permissions::from_mode(mode))?;
    }
    Ok(())
}

fn is_root() -> bool {
    let output = Command::new("id").arg("-u").output();
    output.is_ok_and(|output| output.stdout == b"0\n")
}
