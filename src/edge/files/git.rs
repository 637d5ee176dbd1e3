//! The `git` program, only ever asked: what a repository knows of its revisions.

use crate::text::notice::Notice;
use camino::Utf8Path;
use camino::Utf8PathBuf;
use std::io;
use std::process::Command;
use std::process::Output;
use std::process::Stdio;

/// What hooks and aliases set for their own repository: it would lead away from the one around the folder.
const FOREIGN: &[&str] = &[
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
    "GIT_COMMON_DIR",
    "GIT_NAMESPACE",
    "GIT_LITERAL_PATHSPECS",
    "GIT_GLOB_PATHSPECS",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
    "GIT_EXTERNAL_DIFF",
    "GIT_DIFF_OPTS",
];

/// The repository around a folder.
#[derive(Clone, Debug)]
pub struct Git {
    folder: Utf8PathBuf,
    /// The folder below the root of the repository, with a `/` at its end; empty at the root itself.
    pub prefix: String,
    /// Whether the history is cut off somewhere.
    pub is_shallow: bool,
}

impl Git {
    /// Finds the repository that `folder` (absolute) lies in.
    pub fn open(folder: &Utf8Path) -> Result<Self, Notice> {
        let mut git = Self {
            folder: folder.to_owned(),
            prefix: String::new(),
            is_shallow: false,
        };
        let said = git.text(&["rev-parse", "--is-shallow-repository", "--show-prefix"])?;
        let mut lines = said.lines();
        git.is_shallow = lines.next() == Some("true");
        git.prefix = lines.next().unwrap_or_default().to_owned();
        Ok(git)
    }

    /// Returns the full id of the commit that a revision (`main`, `v1.2`, `HEAD~3`) names.
    pub fn commit(&self, revision: &str) -> Result<String, Notice> {
        let unknown = || {
            let id = match self.is_shallow {
                true => "git-revision-shallow",
                false => "git-revision-unknown",
            };
            Notice::new(id).arg("revision", revision)
        };
        // What looks like an option is never handed on as a revision.
        if revision.is_empty() || revision.starts_with('-') || revision.contains(['\n', '\0']) {
            return Err(unknown());
        }
        let peeled = format!("{revision}^{{commit}}");
        let output = self.run(&["rev-parse", "--verify", "--quiet", &peeled])?;
        let id = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        if output.status.success() && !id.is_empty() {
            Ok(id)
        } else {
            Err(unknown())
        }
    }

    /// Returns the commit where the present one and a revision part: the last that they have in common.
    pub fn merge_base(&self, revision: &str) -> Result<String, Notice> {
        let (one, other) = (self.commit(revision)?, self.commit("HEAD")?);
        let output = self.run(&["merge-base", &one, &other])?;
        let id = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        match output.status.success() && !id.is_empty() {
            true => Ok(id),
            false => {
                let id = match self.is_shallow {
                    true => "git-merge-base-shallow",
                    false => "git-merge-base",
                };
                Err(Notice::new(id).arg("revision", revision))
            }
        }
    }

    /// Returns the day on which the present commit was made (`2026-11-25`).
    pub fn today(&self) -> Result<String, Notice> {
        let quiet = ["-c", "log.showSignature=false", "log", "-1"];
        let asked = ["--format=%cd", "--date=short", "HEAD", "--"];
        let head = self.text(&[&quiet[..], &asked[..]].concat())?;
        Ok(head.trim().to_owned())
    }

    /// Tells whether the repository has an object: a commit, or the tree or file at `COMMIT:path`.
    pub fn has(&self, name: &str) -> Result<bool, Notice> {
        Ok(self.run(&["cat-file", "-e", name])?.status.success())
    }

    /// Lists the files of a commit, relative to the folder, that the working tree has changed or lost. New ones are not told.
    pub fn changed(&self, commit: &str) -> Result<Vec<Utf8PathBuf>, Notice> {
        let known = self.bytes(&[
            "diff",
            "--name-only",
            "-z",
            "--relative",
            "--no-ext-diff",
            "--no-renames",
            "--ignore-submodules",
            commit,
            "--",
            ".",
        ])?;
        let paths = known.split(|byte| *byte == 0);
        let paths = paths.filter_map(|path| std::str::from_utf8(path).ok());
        let paths = paths.filter(|path| !path.is_empty());
        Ok(paths.map(Utf8PathBuf::from).collect())
    }

    /// Lists the files that were renamed from a commit to the working tree: old and new path, relative to the folder.
    pub fn renamed(&self, commit: &str) -> Result<Vec<(Utf8PathBuf, Utf8PathBuf)>, Notice> {
        let said = self.bytes(&[
            "diff",
            "--name-status",
            "-z",
            "--relative",
            "--no-ext-diff",
            "--find-renames",
            "--diff-filter=R",
            "--ignore-submodules",
            commit,
            "--",
            ".",
        ])?;
        let parts: Vec<&[u8]> = said.split(|byte| *byte == 0).collect();
        let path = |bytes: &[u8]| std::str::from_utf8(bytes).ok().map(Utf8PathBuf::from);
        let renames = parts.chunks_exact(3);
        Ok(renames
            .filter_map(|part| Some((path(part[1])?, path(part[2])?)))
            .collect())
    }

    /// Makes a command of git's in the folder, which takes no locks and heeds no other repository.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new("git");
        command
            .arg("--no-optional-locks")
            .arg("--literal-pathspecs")
            .arg("-C")
            .arg(&self.folder)
            .args(args)
            .env("LC_ALL", "C")
            .env("GIT_TERMINAL_PROMPT", "0")
            .stdin(Stdio::null());
        for name in FOREIGN {
            command.env_remove(name);
        }
        command
    }

    /// Runs a command; refused where it fails.
    pub fn bytes(&self, args: &[&str]) -> Result<Vec<u8>, Notice> {
        let output = self.run(args)?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        let said = String::from_utf8_lossy(&output.stderr);
        if said.contains("not a git repository") {
            return Err(Notice::new("git-no-repository").arg("folder", &self.folder));
        }
        let lines = said.lines().map(|line| line.trim_start_matches("fatal: "));
        let detail = lines.take(3).collect::<Vec<_>>().join(" ");
        Err(Notice::new("git-failed")
            .arg("command", args.first().copied().unwrap_or_default())
            .arg("detail", detail))
    }

    fn text(&self, args: &[&str]) -> Result<String, Notice> {
        let bytes = self.bytes(args)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    fn run(&self, args: &[&str]) -> Result<Output, Notice> {
        self.command(args).output().map_err(|error| missing(&error))
    }
}

/// Tells why git could not be started.
pub fn missing(error: &io::Error) -> Notice {
    Notice::new("git-missing").arg("detail", error)
}
