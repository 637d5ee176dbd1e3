//! Kills the program at random moments of what it writes, and looks at every file: the old one or the new one, and every lock loads.
//!
//! `cargo run --release --example faults -- BINARY [TIMES]`: so many kills of each of `accept`, `sync` and `check --fix` (100 without a
//! number). Ends with 1 where a file was neither, or a lock was damaged.

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "it looks at files from outside, and prints what it found"
)]

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::thread;
use std::time::{Duration, Instant};

type Tree = BTreeMap<PathBuf, Vec<u8>>;

const N_DOCUMENTS: usize = 12;
const N_PARAGRAPHS: usize = 40;
const CONFIG: &str = "version: 1\nsource: zh-Hans\ntargets: [en]\ncontent: [{source: 'source/{path}', target: 'translations/{lang}/{path}'}]\n";

/// What is tried: the arguments, and what is to be done before.
const TRIALS: [(&str, &[&str]); 3] = [
    ("accept", &["accept", "--all"]),
    ("sync", &["sync", "--patch", "--prune"]),
    ("check --fix", &["check", "--fix"]),
];

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let binary = fs::canonicalize(args.next().ok_or("faults BINARY [TIMES]")?)?;
    let times: usize = args.next().map_or(Ok(100), |times| times.parse())?;
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    let mut n_bad = 0;
    for (name, arguments) in TRIALS {
        let folder = tempfile::tempdir()?;
        let base = base(&binary, folder.path(), name)?;
        let start = Instant::now();
        run(&binary, folder.path(), arguments)?.wait()?;
        let whole = start.elapsed();
        let done = read(folder.path())?;
        let (mut n_killed, mut n_halfway, mut n_left) = (0, 0, 0);
        for _ in 0..times {
            restore(folder.path(), &base)?;
            let mut child = run(&binary, folder.path(), arguments)?;
            thread::sleep(dice.part_of(whole));
            child.kill()?;
            n_killed += usize::from(!child.wait()?.success());
            let now = read(folder.path())?;
            n_left += now.keys().filter(|path| is_temporary(path)).count();
            let is_whole = |path: &&PathBuf| {
                is_temporary(path)
                    || now.get(*path) == base.get(*path)
                    || now.get(*path) == done.get(*path)
            };
            let all = now.keys().chain(base.keys()).chain(done.keys());
            let torn: Vec<&PathBuf> = all.filter(|path| !is_whole(path)).collect();
            n_halfway += usize::from(now != base && now != done);
            let check = ["check", "--select", "state/lock-damaged"];
            let is_loading = run(&binary, folder.path(), &check)?.wait()?.success();
            if !torn.is_empty() || !is_loading {
                println!("{name}: {torn:?}, locks load: {is_loading}");
                n_bad += 1;
            }
        }
        println!(
            "{name}: {times} times, {n_killed} killed before the end, {n_halfway} with some files written, {n_left} temporary files left; {} ms to the end",
            whole.as_millis()
        );
    }
    println!("{n_bad} bad");
    Ok(ExitCode::from(u8::from(n_bad > 0)))
}

/// Writes the project that a trial starts from.
fn base(binary: &Path, folder: &Path, name: &str) -> Result<Tree, Box<dyn Error>> {
    let mut tree = Tree::new();
    tree.insert("duizhao.yaml".into(), CONFIG.into());
    for document in 0..N_DOCUMENTS {
        let (mut source, mut draft) = (String::new(), String::new());
        for paragraph in 0..N_PARAGRAPHS {
            source += &format!("第 {document} 篇的第 {paragraph} 段说明如何安装。\n\n");
            draft += &format!(
                "Paragraph {paragraph} of article {document} explains，how to install it.\n\n"
            );
        }
        tree.insert(format!("source/{document}.md").into(), source.into());
        tree.insert(
            format!("translations/en/{document}.md").into(),
            draft.into(),
        );
    }
    restore(folder, &tree)?;
    if name == "sync" {
        run(binary, folder, &["accept", "--all"])?.wait()?;
        let mut accepted = read(folder)?;
        for document in 0..N_DOCUMENTS {
            let path = PathBuf::from(format!("source/{document}.md"));
            if let Some(bytes) = accepted.get_mut(&path) {
                let text = String::from_utf8_lossy(bytes)
                    .replace("的第 20 段", "的新内容在这里。\n\n第 9 篇的第 20 段");
                *bytes = text.into_bytes();
            }
        }
        tree = accepted;
        restore(folder, &tree)?;
    }
    Ok(tree)
}

fn run(binary: &Path, folder: &Path, args: &[&str]) -> std::io::Result<std::process::Child> {
    let mut command = Command::new(binary);
    command.current_dir(folder).args(args);
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn()
}

fn is_temporary(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with(".duizhao-") && name.ends_with(".tmp")
}

/// Makes a folder hold exactly a tree.
fn restore(folder: &Path, tree: &Tree) -> std::io::Result<()> {
    for path in read(folder)?
        .keys()
        .filter(|path| !tree.contains_key(*path))
    {
        fs::remove_file(folder.join(path))?;
    }
    for (path, bytes) in tree {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, bytes)?;
    }
    Ok(())
}

fn read(folder: &Path) -> std::io::Result<Tree> {
    let (mut tree, mut open) = (Tree::new(), vec![folder.to_owned()]);
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next)? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else if let Ok(inner) = path.strip_prefix(folder) {
                tree.insert(inner.to_owned(), fs::read(&path)?);
            }
        }
    }
    Ok(tree)
}

/// Xorshift: moments need no better dice.
struct Dice(u64);

impl Dice {
    fn part_of(&mut self, whole: Duration) -> Duration {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let share = u32::try_from(self.0 % 1000).unwrap_or(0);
        whole * share / 1000
    }
}
