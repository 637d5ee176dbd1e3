//! `duizhao render --watch`: the edition is made again whenever a file of the project is saved.

use crate::edge::cli::commands::render::folder;
use crate::edge::cli::commands::render::folder::Written;
use crate::edge::cli::commands::render::pages;
use crate::edge::cli::commands::render::pages::Task;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::open;
use crate::edge::cli::ui::Ui;
use crate::edge::files::glance::Glance;
use crate::edge::files::glance::Rest;
use crate::edge::project::discover;
use crate::edge::project::discover::Project;
use crate::edge::project::glossary;
use crate::edge::project::walk;
use camino::Utf8Path;
use camino::Utf8PathBuf;
use std::collections::BTreeSet;
use std::thread;
use std::time::Duration;
use std::time::Instant;

/// The shortest time between two looks.
const PAUSE: Duration = Duration::from_millis(150);

/// The longest: a disk that was busy for once must not keep a save waiting.
const LONGEST: Duration = Duration::from_secs(2);

/// Of the time at most one part in so many is spent on looking, as far as that allows.
const SHARE: u32 = 10;

/// So many files that were written are named.
const MOST_NAMED: usize = 3;

/// Makes the edition, and makes it again until the program is interrupted. What is wrong with a file is told, and watching goes on.
pub fn run(ui: &Ui, task: &Task<'_>, mut project: Project) -> Result<Exit, Failure> {
    let mut assets = BTreeSet::new();
    let before = look(&project, &assets);
    round(ui, task, &project, &mut assets, true)?;
    let mut rest = Rest::new(before.with(look(&project, &assets), &assets));
    ui.say_message("render-watching", &[]);
    loop {
        let started = Instant::now();
        let now = look(&project, &assets);
        let pause = started.elapsed() * SHARE;
        if rest.see(now) {
            match Project::discover(&ui.cwd) {
                Ok(read) => {
                    project = read;
                    round(ui, task, &project, &mut assets, false)?;
                }
                Err(notices) => notices.iter().for_each(|notice| ui.tell(notice)),
            }
        }
        thread::sleep(pause.clamp(PAUSE, LONGEST));
    }
}

/// Makes the edition once, and says what of it is new.
fn round(
    ui: &Ui,
    task: &Task<'_>,
    project: &Project,
    assets: &mut BTreeSet<Utf8PathBuf>,
    is_first: bool,
) -> Result<(), Failure> {
    let made = pages::documents(task, project)
        .and_then(|paths| open::load_paths(ui, project, paths))
        .and_then(|workspace| pages::make(ui, task, project, &workspace));
    let output = task.args.output.as_deref().unwrap_or(Utf8Path::new("."));
    let written = made.and_then(|made| folder::write(ui, task, output, project, made));
    match written {
        Ok(written) => {
            say(ui, output, &written, is_first);
            *assets = written.assets;
            Ok(())
        }
        Err(Failure::Notices(notices)) => {
            notices.iter().for_each(|notice| ui.tell(notice));
            Ok(())
        }
        Err(failure) => Err(failure),
    }
}

fn say(ui: &Ui, output: &Utf8Path, written: &Written, is_first: bool) {
    if is_first {
        let n = written.n_pages.to_string();
        ui.say_message("render-done", &[("n", &n), ("folder", output.as_str())]);
        return;
    }
    if written.changed.is_empty() && written.removed.is_empty() {
        ui.say_message("render-same", &[]);
        return;
    }
    for path in written.changed.iter().take(MOST_NAMED) {
        ui.say_message("render-rewritten", &[("path", path.as_str())]);
    }
    let n_more = written.changed.len().saturating_sub(MOST_NAMED);
    if n_more > 0 {
        ui.say_message("render-rewritten-more", &[("n", &n_more.to_string())]);
    }
}

/// Looks at the files that the edition is made of: settings, documents, drafts, locks, glossary, and what goes with its pages.
fn look(project: &Project, assets: &BTreeSet<Utf8PathBuf>) -> Glance {
    let documents = walk::walk(project, &[]).unwrap_or_default().into_iter();
    let texts = documents.flat_map(|paths| [paths.source, paths.target, paths.lock]);
    let glossaries = glossary::files(project).unwrap_or_default();
    let settings = [
        Some(discover::CONFIG),
        project.config.segmentation.srx.as_deref(),
    ];
    let settings = settings.into_iter().flatten().map(Utf8PathBuf::from);
    let rest = glossaries
        .into_iter()
        .chain(settings)
        .chain(assets.iter().cloned());
    Glance::take(&project.root, texts.chain(rest))
}
