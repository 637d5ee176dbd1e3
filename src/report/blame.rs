//! Since when translations are behind, and by which commits of their sources.

use crate::bitext::bitext::Bitext;
use crate::bitext::bitext::PairState;
use crate::i18n::messages::Messages;
use crate::progress::blame::Blame;
use crate::progress::blame::SourceCommit;
use crate::progress::blame::short;
use crate::report::table::Table;
use crate::report::table::cut;
use crate::report::table::printable;
use serde::Serialize;
use std::collections::BTreeMap;

/// How many columns the first line of a message may take in a table.
const WIDEST: usize = 56;

/// The units of one document that one commit left behind.
#[derive(Clone, Debug)]
pub struct Behind<'a> {
    /// The document.
    pub bitext: &'a Bitext,
    /// What is known of the commit.
    pub cause: Cause,
    /// How many units are stale by it.
    pub n_stale: usize,
    /// How many are untranslated by it.
    pub n_untranslated: usize,
}

/// Why units are behind.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// A commit.
    Commit(SourceCommit),
    /// A change that is not committed.
    Uncommitted,
    /// Something older than this clone knows.
    CutOff,
    /// Nothing that the history tells.
    Unknown,
}

impl Cause {
    /// Takes what is told of a unit.
    pub fn of(blame: &Blame) -> Self {
        match blame.first() {
            Some(commit) if !blame.is_cut_off || blame.since.is_some() => {
                Self::Commit(commit.clone())
            }
            _ if blame.is_uncommitted => Self::Uncommitted,
            _ if blame.is_cut_off => Self::CutOff,
            Some(commit) => Self::Commit(commit.clone()),
            None => Self::Unknown,
        }
    }
}

/// Adds up units by document and commit, in the order of the documents, older commits first.
pub fn behind<'a>(
    bitexts: &[&'a Bitext],
    blames: &BTreeMap<(usize, usize), Blame>,
) -> Vec<Behind<'a>> {
    let mut sums: BTreeMap<(usize, Cause), (usize, usize)> = BTreeMap::new();
    for ((doc_idx, pair_idx), blame) in blames {
        let pair = bitexts
            .get(*doc_idx)
            .and_then(|bitext| bitext.pairs.get(*pair_idx));
        let Some(pair) = pair else { continue };
        let (n_stale, n_untranslated) = sums.entry((*doc_idx, Cause::of(blame))).or_default();
        match pair.state {
            PairState::Stale(_) => *n_stale += pair.source.len(),
            _ => *n_untranslated += pair.source.len(),
        }
    }
    let sums = sums.into_iter();
    sums.filter_map(|((doc_idx, cause), (n_stale, n_untranslated))| {
        Some(Behind {
            bitext: bitexts.get(doc_idx)?,
            cause,
            n_stale,
            n_untranslated,
        })
    })
    .collect()
}

/// Makes a table of it.
pub fn to_table(behind: &[Behind<'_>], messages: &Messages) -> Table {
    let mut langs = behind.iter().map(|one| &one.bitext.target.lang);
    let first = langs.next();
    let has_langs = langs.any(|lang| Some(lang) != first);
    let words = |id: &str| messages.text(id);
    let mut head = vec![words("status-document")];
    if has_langs {
        head.push(words("status-language"));
    }
    head.extend(
        [
            "blame-since",
            "blame-commit",
            "blame-author",
            "blame-subject",
        ]
        .map(words),
    );
    let n_text_columns = head.len();
    head.extend(["pair-stale", "pair-untranslated"].map(words));
    let mut table = Table {
        rows: vec![head],
        n_text_columns,
    };
    for one in behind {
        let mut cells = vec![printable(one.bitext.source.source.name())];
        if has_langs {
            cells.push(one.bitext.target.lang.tag().to_owned());
        }
        let nothing = || "–".to_owned();
        match &one.cause {
            Cause::Commit(commit) => cells.extend([
                commit.date.clone(),
                short(&commit.commit).to_owned(),
                cut(&printable(&commit.author), WIDEST / 2),
                cut(&printable(&commit.subject), WIDEST),
            ]),
            other => {
                let id = match other {
                    Cause::Uncommitted => "blame-not-committed",
                    Cause::CutOff => "blame-older",
                    _ => "blame-not-told",
                };
                cells.extend([words(id), nothing(), nothing(), nothing()]);
            }
        }
        let count = |n: usize| match n {
            0 => "·".to_owned(),
            n => n.to_string(),
        };
        cells.extend([count(one.n_stale), count(one.n_untranslated)]);
        table.rows.push(cells);
    }
    table
}

/// Says it in a sentence or two, one a line.
pub fn lines(blame: &Blame, messages: &Messages) -> Vec<String> {
    let of_commit = |id: &str, commit: &SourceCommit| {
        let (author, subject) = (printable(&commit.author), printable(&commit.subject));
        let args = [
            ("date", commit.date.as_str()),
            ("commit", short(&commit.commit)),
            ("author", &author),
            ("subject", &subject),
        ];
        messages.format(id, &args)
    };
    let mut lines = Vec::new();
    match Cause::of(blame) {
        Cause::Commit(commit) => lines.push(of_commit("blame-told", &commit)),
        Cause::Uncommitted => lines.push(messages.text("blame-told-uncommitted")),
        Cause::CutOff => lines.push(messages.text("blame-told-cut-off")),
        Cause::Unknown => lines.push(messages.text("blame-told-not")),
    }
    if let Some(last) = blame
        .last
        .as_ref()
        .filter(|last| Some(*last) != blame.first())
    {
        lines.push(of_commit("blame-told-last", last));
    }
    lines
}

/// What JSON says of a unit: `since`, the commit that took away the accepted text, and `last`, the one that brought the present text.
#[derive(Clone, Debug, Serialize)]
pub struct BlameJson {
    since: Option<SourceCommit>,
    last: Option<SourceCommit>,
    uncommitted: bool,
    shallow: bool,
}

impl From<&Blame> for BlameJson {
    fn from(blame: &Blame) -> Self {
        Self {
            since: blame.since.clone(),
            last: blame.last.clone(),
            uncommitted: blame.is_uncommitted,
            shallow: blame.is_cut_off,
        }
    }
}

/// What JSON says of a document: how many units wait since which commit; no commit where none is known.
#[derive(Clone, Debug, Serialize)]
pub struct BehindJson {
    #[serde(flatten)]
    commit: Option<SourceCommit>,
    uncommitted: bool,
    shallow: bool,
    stale: usize,
    untranslated: usize,
}

impl From<&Behind<'_>> for BehindJson {
    fn from(behind: &Behind<'_>) -> Self {
        Self {
            commit: match &behind.cause {
                Cause::Commit(commit) => Some(commit.clone()),
                _ => None,
            },
            uncommitted: behind.cause == Cause::Uncommitted,
            shallow: behind.cause == Cause::CutOff,
            stale: behind.n_stale,
            untranslated: behind.n_untranslated,
        }
    }
}
