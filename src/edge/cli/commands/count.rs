//! How far documents have come, without holding their texts.

use crate::edge::cli::commands::status;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::spinner::Spinner;
use crate::edge::cli::ui::Ui;
use crate::edge::project::cache::Caching;
use crate::edge::project::discover::Project;
use crate::edge::project::glossary;
use crate::edge::project::load::Loaded;
use crate::edge::project::load::Workspace;
use crate::edge::project::strayed::Lone;
use crate::edge::project::strayed::Stray;
use crate::edge::project::stream;
use crate::edge::project::stream::Origin;
use crate::edge::project::stream::Stream;
use crate::edge::project::walk;
use crate::progress::coverage::Coverage;
use crate::report::status::StatusRow;
use crate::text::notice::Notice;
use camino::Utf8PathBuf;

/// What was counted.
pub struct Counted {
    /// One row a document, in the project's order.
    pub rows: Vec<StatusRow>,
    /// For each, what it may have lost to another.
    pub strays: Vec<Option<Stray>>,
    /// Files that could not be read.
    pub problems: Vec<Notice>,
}

impl Counted {
    /// Counts documents that are at hand.
    pub fn of(workspace: &Workspace) -> Self {
        Self {
            rows: status::rows(workspace),
            strays: strays(workspace),
            problems: workspace.problems.clone(),
        }
    }
}

/// Counts the documents that `selection` (relative to the project's root) names. Files that cannot be read are told at once.
pub fn count(
    ui: &Ui,
    project: &Project,
    selection: &[Utf8PathBuf],
    caching: Caching,
) -> Result<Counted, Failure> {
    let paths = walk::walk(project, selection)?;
    let n = paths.len().to_string();
    let spinner = Spinner::start(ui.messages.format("cli-loading", &[("n", &n)]));
    let (termbase, glossaries) = glossary::read(project)?;
    let cache = caching.open(project, "status", &paths, &glossaries, &[]);
    let stream = Stream {
        project,
        termbase: &termbase,
        cache: cache.as_ref(),
        is_whole: selection.is_empty(),
    };
    let make = |loaded: &Loaded| {
        let bitext = &loaded.bitext;
        let lone = Lone::of(&bitext.source, &bitext.target, &loaded.lock);
        (Coverage::of(bitext), lone)
    };
    let keep = |origin: Origin, (coverage, lone): (Coverage, Option<Lone>)| {
        let paths = origin.paths();
        let stray = lone.map(|lone| Stray::new(paths.clone(), lone));
        Some((status::row_of(paths, coverage), stray))
    };
    let (counted, problems) = stream::stream(&stream, &paths, make, keep);
    if let Some(cache) = cache {
        cache.save(selection.is_empty() && problems.is_empty());
    }
    spinner.stop();
    problems.iter().for_each(|problem| ui.tell(problem));
    let (rows, strays) = counted.into_iter().unzip();
    Ok(Counted {
        rows,
        strays,
        problems,
    })
}

/// Looks at documents that are at hand for what they may have lost to another.
pub fn strays(workspace: &Workspace) -> Vec<Option<Stray>> {
    workspace.documents.iter().map(stray).collect()
}

fn stray(loaded: &Loaded) -> Option<Stray> {
    let bitext = &loaded.bitext;
    Stray::of(&loaded.paths, &bitext.source, &bitext.target, &loaded.lock)
}
