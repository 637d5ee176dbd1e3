//! Contents of a git repository by their ids, through one `git cat-file --batch` that stays open.

use crate::edge::files::git;
use crate::edge::files::git::Git;
use crate::text::notice::Notice;
use std::io;
use std::io::BufRead;
use std::io::BufReader;
use std::io::ErrorKind;
use std::io::Read;
use std::io::Write;
use std::process::Child;
use std::process::ChildStdin;
use std::process::ChildStdout;
use std::process::Stdio;
use std::sync::Mutex;
use std::sync::PoisonError;

/// Reads contents of a repository.
pub struct Blobs {
    batch: Mutex<Batch>,
}

struct Batch {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Blobs {
    /// Starts the reader.
    pub fn open(git: &Git) -> Result<Self, Notice> {
        let mut child = git
            .command(&["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| git::missing(&error))?;
        let input = child.stdin.take();
        let output = child.stdout.take();
        let output = output.ok_or_else(|| git::missing(&ErrorKind::BrokenPipe.into()))?;
        let batch = Batch {
            child,
            input,
            output: BufReader::new(output),
        };
        Ok(Self {
            batch: Mutex::new(batch),
        })
    }

    /// Reads one content by its id, or by `commit:path`; [`ErrorKind::NotFound`] where the repository has none.
    pub fn read(&self, name: &str) -> io::Result<Vec<u8>> {
        if name.contains(['\n', '\r']) {
            return Err(ErrorKind::NotFound.into());
        }
        let mut batch = self.batch.lock().unwrap_or_else(PoisonError::into_inner);
        batch.read(name)
    }
}

impl Batch {
    fn read(&mut self, name: &str) -> io::Result<Vec<u8>> {
        let input = self.input.as_mut().ok_or(ErrorKind::BrokenPipe)?;
        input.write_all(format!("{name}\n").as_bytes())?;
        input.flush()?;
        let mut head = String::new();
        self.output.read_line(&mut head)?;
        let words: Vec<&str> = head.split_whitespace().collect();
        let [_, kind, size] = words.as_slice() else {
            let is_over = head.is_empty();
            return Err(match is_over {
                true => ErrorKind::BrokenPipe.into(),
                false => ErrorKind::NotFound.into(),
            });
        };
        let size: u64 = size.parse().map_err(|_| ErrorKind::NotFound)?;
        let mut bytes = Vec::new();
        let n_read = (&mut self.output).take(size).read_to_end(&mut bytes)?;
        let mut end = [0];
        self.output.read_exact(&mut end)?;
        if n_read as u64 != size {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        match *kind {
            "blob" if size >= u64::from(u32::MAX) => Err(ErrorKind::FileTooLarge.into()),
            "blob" => Ok(bytes),
            _ => Err(ErrorKind::NotFound.into()),
        }
    }
}

/// Lets the program end by closing its input, and waits for it.
impl Drop for Batch {
    fn drop(&mut self) {
        self.input = None;
        let _ = self.child.wait();
    }
}
