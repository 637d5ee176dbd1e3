//! `duizhao check --max-stale-age`: for how long translations have been outdated, by the history.
//!
//! The age of a unit is the time between the commit that outdated it and the present commit: the same commit is judged alike on every day.

use crate::bitext::bitext::PairState;
use crate::bitext::change::Change;
use crate::edge::cli::failure::Failure;
use crate::edge::files::git::Git;
use crate::edge::project::blame;
use crate::edge::project::discover::Project;
use crate::edge::project::load::Loaded;
use crate::edge::project::load::Workspace;
use crate::progress::age;
use crate::progress::blame::Blame;
use crate::progress::blame::SourceCommit;
use crate::progress::blame::short;
use crate::report::diff;
use crate::text::notice::Notice;
use std::cmp::Reverse;

/// How many units are named.
const MOST: usize = 10;

/// What the ages of units come to.
#[derive(Debug, Default)]
pub struct Ages {
    /// Units that have been outdated for too long, the longest first.
    pub failures: Vec<Notice>,
    /// What could not be told.
    pub notes: Vec<Notice>,
}

/// Asks the history since when units are outdated. Without any history nothing fails, and a note says so.
pub fn judge(project: &Project, workspace: &Workspace, most_days: u32) -> Result<Ages, Failure> {
    let is_outdated =
        |state| matches!(state, PairState::Stale(change) if change != Change::Cosmetic);
    let has_outdated = |loaded: &&Loaded| {
        let mut pairs = loaded.bitext.pairs.iter();
        pairs.any(|pair| is_outdated(pair.state))
    };
    let documents: Vec<&Loaded> = workspace.documents.iter().filter(has_outdated).collect();
    if documents.is_empty() {
        return Ok(Ages::default());
    }
    let git = match Git::open(&project.root) {
        Ok(git) => git,
        Err(_) => return Ok(nothing("check-age-no-history")),
    };
    let Ok(today) = git.today() else {
        return Ok(nothing("check-age-no-history"));
    };
    let mut old: Vec<(Reverse<i64>, usize, usize, SourceCommit)> = Vec::new();
    let (mut n_cut_off, mut n_untold) = (0, 0);
    for ((doc_idx, pair_idx), blame) in blame::blame(project, &documents)? {
        let pair = documents[doc_idx].bitext.pairs.get(pair_idx);
        let Some(pair) = pair.filter(|pair| is_outdated(pair.state)) else {
            continue;
        };
        match since(&blame) {
            Some(commit) => {
                let days = age::between(&commit.date, &today).unwrap_or_default();
                if days > i64::from(most_days) {
                    old.push((Reverse(days), doc_idx, pair_idx, commit.clone()));
                }
            }
            None if blame.is_uncommitted => {}
            None if blame.is_cut_off => n_cut_off += pair.source.len(),
            None => n_untold += pair.source.len(),
        }
    }
    old.sort();
    let n_more = old.len().saturating_sub(MOST);
    let named = old.into_iter().take(MOST);
    let mut failures: Vec<Notice> = named
        .map(|(Reverse(days), doc_idx, pair_idx, commit)| {
            let source = &documents[doc_idx].bitext.source;
            let pair = &documents[doc_idx].bitext.pairs[pair_idx];
            let notice = Notice::new("check-age")
                .arg("days", days)
                .arg("most", most_days)
                .arg("date", commit.date)
                .arg("commit", short(&commit.commit))
                .arg("subject", commit.subject);
            match diff::span(source, &pair.source) {
                Some(span) => notice.at(&source.source, span),
                None => notice,
            }
        })
        .collect();
    if n_more > 0 {
        failures.push(Notice::new("check-age-more").arg("n", n_more));
    }
    let notes = [
        ("check-age-cut-off", n_cut_off),
        ("check-age-untold", n_untold),
    ];
    let notes = notes.into_iter().filter(|(_, n)| *n > 0);
    Ok(Ages {
        failures,
        notes: notes.map(|(id, n)| Notice::new(id).arg("n", n)).collect(),
    })
}

/// The commit that outdated a unit: the one that took away what was accepted, else the one that brought what the source has now.
fn since(blame: &Blame) -> Option<&SourceCommit> {
    match &blame.since {
        Some(commit) => Some(commit),
        None if blame.is_cut_off || blame.is_uncommitted => None,
        None => blame.last.as_ref(),
    }
}

fn nothing(id: &'static str) -> Ages {
    Ages {
        notes: vec![Notice::new(id)],
        ..Ages::default()
    }
}
