//! What the command line chooses of a project: whole documents, or single pairs by a line of either side.

use crate::bitext::bitext::Bitext;
use crate::bitext::bitext::Level;
use crate::bitext::bitext::Pair;
use crate::document::document::Document;
use crate::document::unit::UnitId;
use crate::edge::cli::ui::Ui;
use crate::edge::project::discover::Project;
use crate::edge::project::load::Loaded;
use crate::lock::fold;
use crate::text::notice::Notice;
use camino::Utf8PathBuf;

/// A path of the command line, with the line where there is one.
pub struct Choice {
    /// The path, from the project's folder.
    pub path: Utf8PathBuf,
    /// The line.
    pub line: Option<u32>,
}

/// Reads a path of the command line.
pub fn choice(ui: &Ui, project: &Project, path: &Utf8PathBuf) -> Result<Choice, Notice> {
    let whole = project.relative(&ui.cwd, path);
    let split = path.as_str().rsplit_once(':');
    let line = split.and_then(|(path, line)| Some((path, line.parse::<u32>().ok()?)));
    match line {
        Some((bare, line)) if !ui.cwd.join(path).exists() => Ok(Choice {
            path: project.relative(&ui.cwd, bare.into())?,
            line: Some(line),
        }),
        _ => Ok(Choice {
            path: whole?,
            line: None,
        }),
    }
}

/// Returns the pairs of a document that have a counterpart and are meant, and counts for each choice how many it met.
/// `is_unchanged`: only those whose source is as it was when the draft was last touched.
pub fn chosen(
    loaded: &Loaded,
    choices: &[Choice],
    is_unchanged: bool,
    n_met: &mut [usize],
) -> Vec<usize> {
    let bitext = &loaded.bitext;
    let pairs = bitext.pairs.iter().enumerate();
    let mut chosen = Vec::new();
    for (pair_idx, pair) in pairs {
        if pair.source.is_empty() || pair.target.is_empty() {
            continue;
        }
        let mut is_meant = choices.is_empty();
        for (choice_idx, choice) in choices.iter().enumerate() {
            let is_hit = match choice.line {
                None => is_of(loaded, choice),
                Some(line) => {
                    (choice.path == loaded.paths.source
                        && has_line(&bitext.source, &pair.source, line))
                        || (choice.path == loaded.paths.target
                            && has_line(&bitext.target, &pair.target, line))
                }
            };
            if is_hit {
                n_met[choice_idx] += 1;
                is_meant = true;
            }
        }
        if is_meant && (!is_unchanged || stands_as_inferred(bitext, pair)) {
            chosen.push(pair_idx);
        }
    }
    chosen
}

/// Tells whether a pair's base was inferred from the history, and both sides are still as they were.
fn stands_as_inferred(bitext: &Bitext, pair: &Pair) -> bool {
    let is_same = |document: &Document, units: &[UnitId], texts: &[String]| {
        let now = units.iter().map(|unit| fold::key(document.text(*unit)));
        now.eq(texts.iter().map(|text| fold::key(text)))
    };
    pair.accepted.as_ref().is_some_and(|base| {
        base.level == Level::Inferred
            && is_same(&bitext.source, &pair.source, &base.source)
            && is_same(&bitext.target, &pair.target, &base.target)
    })
}

fn is_of(loaded: &Loaded, choice: &Choice) -> bool {
    let paths = [&loaded.paths.source, &loaded.paths.target];
    paths.iter().any(|path| path.starts_with(&choice.path))
}

fn has_line(document: &Document, units: &[UnitId], line: u32) -> bool {
    units.iter().any(|unit| {
        let span = document.unit(*unit).span;
        let last = span.end.saturating_sub(1).max(span.start);
        (document.source.line_of(span.start)..=document.source.line_of(last)).contains(&line)
    })
}
