//! The project that every trial starts from, and its files.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Files with their bytes.
pub(crate) type Tree = BTreeMap<PathBuf, Vec<u8>>;

const N_DOCUMENTS: usize = 12;
const N_PARAGRAPHS: usize = 40;
const CONFIG: &str = "version: 1\nsource: zh-Hans\ntargets: [en]\ncontent: [{source: 'source/{path}', target: 'translations/{lang}/{path}'}]\n";

/// Makes the project that a command's trial starts from: for `sync` all is accepted, and something is new in each source.
pub(crate) fn base(binary: &Path, folder: &Path, command: &str) -> Result<Tree, Box<dyn Error>> {
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
    if command == "sync" {
        start(binary, folder, &["accept", "--all"])?.wait()?;
        tree = read(folder)?;
        for document in 0..N_DOCUMENTS {
            let path = PathBuf::from(format!("source/{document}.md"));
            if let Some(bytes) = tree.get_mut(&path) {
                let text = String::from_utf8_lossy(bytes)
                    .replace("的第 20 段", "的新内容在这里。\n\n第 9 篇的第 20 段");
                *bytes = text.into_bytes();
            }
        }
        restore(folder, &tree)?;
    }
    Ok(tree)
}

/// Where a command's trial starts from, and where it ends undisturbed.
pub(crate) struct Course {
    /// The files before.
    pub(crate) base: Tree,
    /// The files after.
    pub(crate) done: Tree,
    /// How long it takes.
    pub(crate) whole: Duration,
}

/// Makes the project of a command in a folder, and runs the command once.
pub(crate) fn course(
    binary: &Path,
    folder: &Path,
    (name, args): (&str, &[&str]),
) -> Result<Course, Box<dyn Error>> {
    let base = base(binary, folder, name)?;
    let begin = Instant::now();
    start(binary, folder, args)?.wait()?;
    let whole = begin.elapsed();
    let done = read(folder)?;
    Ok(Course { base, done, whole })
}

/// Returns the command that runs the program in a folder.
pub(crate) fn command(program: &Path, folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder).args(args).env("LC_ALL", "C");
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Starts the program, its words thrown away.
pub(crate) fn start(binary: &Path, folder: &Path, args: &[&str]) -> std::io::Result<Child> {
    let mut command = command(binary, folder, args);
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn()
}

/// Says what is wrong with the files of a run that was to lead from `before` to `after`: torn ones and temporary ones.
pub(crate) fn torn(now: &Tree, before: &Tree, after: &Tree) -> Option<String> {
    let all = now.keys().chain(before.keys()).chain(after.keys());
    let is_torn = |path: &&PathBuf| {
        let bytes = now.get(*path);
        !is_temporary(path) && bytes != before.get(*path) && bytes != after.get(*path)
    };
    let torn: Vec<&PathBuf> = all.filter(is_torn).collect();
    (!torn.is_empty()).then(|| format!("neither old nor new: {torn:?}"))
}

/// Counts the temporary files.
pub(crate) fn n_temporary(tree: &Tree) -> usize {
    tree.keys().filter(|path| is_temporary(path)).count()
}

fn is_temporary(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with(".duizhao-") && name.ends_with(".tmp")
}

/// Makes a folder hold exactly a tree.
pub(crate) fn restore(folder: &Path, tree: &Tree) -> std::io::Result<()> {
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

/// Reads a folder.
pub(crate) fn read(folder: &Path) -> std::io::Result<Tree> {
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
pub(crate) struct Dice(u64);

impl Dice {
    /// Always the same dice.
    pub(crate) fn new() -> Self {
        Self(0x2545_f491_4f6c_dd1d)
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap_or_default() % end.max(1)
    }

    /// A part of a time.
    pub(crate) fn part_of(&mut self, whole: Duration) -> Duration {
        let share = u32::try_from(self.below(1000)).unwrap_or(0);
        whole * share / 1000
    }
}
