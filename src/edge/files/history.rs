//! The history of some files, from the newest commit back: which commit made which content of which.

use crate::edge::files::git;
use crate::edge::files::git::Git;
use crate::progress::blame::SourceCommit;
use crate::text::notice::Notice;
use camino::{Utf8Path, Utf8PathBuf};
use std::collections::BTreeSet;
use std::io::BufRead;
use std::io::BufReader;
use std::process::Child;
use std::process::ChildStdout;
use std::process::Stdio;

/// What stands before the head of a commit, and between the parts of a head: no text of a commit holds them.
const HEAD: char = '\u{1}';
const PART: char = '\u{1f}';

/// What a commit made of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileChange {
    /// The ids of its contents before: of each parent, where the commit is a merge. None where it was not there.
    pub before: Vec<String>,
    /// The id of its content after; none where the commit removed it.
    pub after: Option<String>,
    /// Its name after, relative to the folder.
    pub path: Utf8PathBuf,
    /// Its name before, where that was another one.
    pub old_path: Option<Utf8PathBuf>,
}

/// A commit and what it made of the files.
#[derive(Clone, Debug)]
pub struct Step {
    /// The commit.
    pub commit: SourceCommit,
    /// Its changes.
    pub changes: Vec<FileChange>,
    /// Whether the history is cut off here: everything seems new, and nothing is known of what was before.
    pub is_cut_off: bool,
}

/// Walks a history; ends git when it is dropped.
pub struct History {
    child: Child,
    output: BufReader<ChildStdout>,
    prefix: Utf8PathBuf,
    cut_off: BTreeSet<String>,
    /// The head of the next commit, already read.
    next: Option<SourceCommit>,
}

impl History {
    /// Starts at the present commit; only what lies in the `folders` (relative to the folder of `git`) is told.
    pub fn open(git: &Git, folders: &[&Utf8Path]) -> Result<Self, Notice> {
        let format = format!("--format=%x01%H{PART}%ad{PART}%an{PART}%s");
        let mut command = git.command(&["-c", "log.showSignature=false", "log", "-z", "--raw"]);
        command
            .args([
                "-c",
                "-M",
                "--no-abbrev",
                "--encoding=UTF-8",
                "--date=short",
            ])
            .args(["--no-color", "--no-ext-diff", "--no-notes", &format])
            .args(["HEAD", "--"])
            .args(folders.iter().map(|folder| match folder.as_str() {
                "" => ".",
                path => path,
            }))
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let cut_off = cut_off(git)?;
        let mut child = command.spawn().map_err(|error| git::missing(&error))?;
        let output = child.stdout.take();
        let output = output.ok_or_else(|| git::missing(&std::io::ErrorKind::BrokenPipe.into()))?;
        let mut history = Self {
            child,
            output: BufReader::new(output),
            prefix: git.prefix.trim_end_matches('/').into(),
            cut_off,
            next: None,
        };
        while let Some(token) = history.token() {
            if let Some(commit) = head(&token) {
                history.next = Some(commit);
                break;
            }
        }
        Ok(history)
    }

    /// Reads up to the next NUL.
    fn token(&mut self) -> Option<String> {
        let mut bytes = Vec::new();
        let n_read = self.output.read_until(0, &mut bytes).ok()?;
        if n_read == 0 {
            return None;
        }
        if bytes.last() == Some(&0) {
            bytes.pop();
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Some(text.trim_start_matches('\n').to_owned())
    }

    fn inner(&self, path: &str) -> Option<Utf8PathBuf> {
        let path = Utf8Path::new(path).strip_prefix(&self.prefix).ok()?;
        Some(path.to_owned())
    }

    /// Reads the rest of a line of `--raw`: its paths.
    fn change(&mut self, line: &str) -> Option<FileChange> {
        let n_parents = line.chars().take_while(|c| *c == ':').count();
        let words: Vec<&str> = line.trim_start_matches(':').split(' ').collect();
        let ids = words.get(n_parents + 1..2 * n_parents + 2)?;
        let status = *words.get(2 * n_parents + 2)?;
        let is_moved = n_parents == 1 && status.starts_with(['R', 'C']);
        let old_path = match is_moved {
            true => Some(self.token()?),
            false => None,
        };
        let path = self.token()?;
        let known = |id: &&str| id.chars().any(|c| c != '0');
        let (before, after) = ids.split_at(n_parents);
        Some(FileChange {
            before: before
                .iter()
                .filter(|id| known(id))
                .map(|id| (*id).to_owned())
                .collect(),
            after: after
                .first()
                .filter(|id| known(id))
                .map(|id| (*id).to_owned()),
            path: self.inner(&path)?,
            old_path: old_path.and_then(|path| self.inner(&path)),
        })
    }
}

impl Iterator for History {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        let commit = self.next.take()?;
        let mut changes = Vec::new();
        while let Some(token) = self.token() {
            if token.starts_with(HEAD) {
                self.next = head(&token);
                break;
            }
            if token.starts_with(':') {
                changes.extend(self.change(&token));
            }
        }
        Some(Step {
            is_cut_off: self.cut_off.contains(&commit.commit),
            commit,
            changes,
        })
    }
}

impl Drop for History {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn head(token: &str) -> Option<SourceCommit> {
    let mut parts = token.strip_prefix(HEAD)?.splitn(4, PART);
    let mut part = || parts.next().map(|part| part.trim_end().to_owned());
    Some(SourceCommit {
        commit: part()?,
        date: part()?,
        author: part()?,
        subject: part()?,
    })
}

/// Lists the commits whose parents a shallow clone has left out.
fn cut_off(git: &Git) -> Result<BTreeSet<String>, Notice> {
    if !git.is_shallow {
        return Ok(BTreeSet::new());
    }
    let parentless = git.bytes(&["rev-list", "--max-parents=0", "HEAD"])?;
    let parentless = String::from_utf8_lossy(&parentless).into_owned();
    Ok(parentless.lines().map(str::to_owned).collect())
}
