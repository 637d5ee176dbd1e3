//! Translations that come from elsewhere: what is to be written, and why it is not.

use crate::bitext::bitext::Level;
use crate::lock::lock::Lock;
use crate::text::fingerprint;
use crate::text::notice::Notice;

/// A translation to be written.
#[derive(Clone, Debug)]
pub struct Filling {
    /// The pair it is for, by its index.
    pub pair: usize,
    /// The text, in Markdown; those of several units have a blank line between them.
    pub text: String,
    /// The level to record; nothing where it is only written.
    pub level: Option<Level>,
}

/// What is wanted.
#[derive(Clone, Copy, Debug)]
pub struct FillSettings<'a> {
    /// Whether texts are written whose inline codes are not those of their source.
    pub is_lenient: bool,
    /// Link targets that differ on purpose: source prefix, target prefix.
    pub locale_map: &'a [(String, String)],
    /// The version of the glossary that is recorded.
    pub glossary: Option<u64>,
}

/// What becomes of a draft.
#[derive(Clone, Debug)]
pub struct Filled {
    /// Its new text.
    pub text: String,
    /// The new lock, where it says something new.
    pub lock: Option<Lock>,
    /// For each filling, that it is written, or why it is not: a message id's end and what it names.
    pub outcomes: Vec<Result<(), Refusal>>,
}

/// Why a translation is not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It has another number of paragraphs than the draft has units there.
    Shape,
    /// A code is missing.
    Missing(String),
    /// A code is too much.
    Strange(String),
    /// It would not stand there as it is: it would become another block, or change its neighbors.
    Unsafe,
    /// There is no place for it.
    Place,
}

/// Cuts a text into as many parts as there are units; nothing where it has another number.
pub fn parts(text: &str, n_units: usize) -> Option<Vec<&str>> {
    if n_units == 1 {
        return Some(vec![text]);
    }
    let mut parts: Vec<&str> = Vec::new();
    let (mut start, mut at) = (0, 0);
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        if line.trim().is_empty() {
            parts.extend(text.get(start..at).filter(|part| !part.trim().is_empty()));
            start = end;
        }
        at = end;
    }
    parts.extend(text.get(start..).filter(|part| !part.trim().is_empty()));
    (parts.len() == n_units).then(|| parts.into_iter().map(str::trim).collect())
}

/// Tells whether a text stands as it was meant: line ends and escapes that its place needs do not count.
pub fn is_same(stands: &str, meant: &str) -> bool {
    let bare = |text: &str| fingerprint::fold_space(text).replace('\\', "");
    bare(stands) == bare(meant)
}

/// Tells why a translation is not written.
pub fn notice(refusal: &Refusal) -> Notice {
    match refusal {
        Refusal::Shape => Notice::new("job-shape"),
        Refusal::Missing(code) => Notice::new("job-code-missing").arg("code", code),
        Refusal::Strange(code) => Notice::new("job-code-strange").arg("code", code),
        Refusal::Unsafe => Notice::new("job-unsafe"),
        Refusal::Place => Notice::new("job-no-place"),
    }
}
