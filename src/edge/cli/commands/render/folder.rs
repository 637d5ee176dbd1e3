//! Where `duizhao render` writes: a folder, a file, or standard output.

use crate::edge::cli::commands::render::pages;
use crate::edge::cli::commands::render::pages::Task;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::ui::Ui;
use crate::edge::files::Files;
use crate::edge::files::disk::Disk;
use crate::edge::project::discover::Project;
use crate::edge::project::editions;
use crate::edge::project::editions::Made;
use crate::edge::project::manifest;
use crate::edge::project::manifest::Run;
use crate::edge::project::refusal;
use crate::edge::project::walk;
use crate::text::notice::Notice;
use camino::Utf8Path;
use camino::Utf8PathBuf;
use std::collections::BTreeSet;
use std::fs;
use std::io::Write;

/// What became of an edition.
#[derive(Debug, Default)]
pub struct Written {
    /// How many of its files say what they are to say.
    pub n_pages: usize,
    /// Files that said something else before, or nothing.
    pub changed: Vec<Utf8PathBuf>,
    /// Files of an earlier run that are gone.
    pub removed: Vec<Utf8PathBuf>,
    /// Files of the project that were copied or put into pages.
    pub assets: BTreeSet<Utf8PathBuf>,
    /// How much could not be read or written.
    pub n_problems: usize,
}

/// Prints the only page.
pub fn print(ui: &Ui, made: &Made) -> Result<usize, Failure> {
    made.notices.iter().for_each(|notice| ui.tell(notice));
    let mut out = ui.out();
    for page in &made.pages {
        out.write_all(&page.bytes)?;
    }
    out.flush()?;
    Ok(0)
}

/// Parts the path of a file (`book.epub`, `page.html`) into its folder and its name, where one page is all there is; a folder's has none.
fn parted<'a>(output: &'a Utf8Path, made: &Made) -> (&'a Utf8Path, Option<&'a str>) {
    let [page] = made.pages.as_slice() else {
        return (output, None);
    };
    let is_file =
        output.extension().is_some() && Utf8Path::new(&page.path).extension() == output.extension();
    match output.file_name().filter(|_| is_file) {
        Some(name) => {
            let folder = output.parent().filter(|folder| !folder.as_str().is_empty());
            (folder.unwrap_or(Utf8Path::new(".")), Some(name))
        }
        None => (output, None),
    }
}

/// Writes the pages that say something new and what goes with them, and removes what an earlier run has left.
pub fn write(
    ui: &Ui,
    task: &Task<'_>,
    typed: &Utf8Path,
    project: &Project,
    mut made: Made,
) -> Result<Written, Failure> {
    let (folder, file) = parted(typed, &made);
    if let (Some(name), Some(page)) = (file, made.pages.first_mut()) {
        name.clone_into(&mut page.path);
    }
    let whole = ui.cwd.join(folder);
    let inside = pages::inside(project, &whole);
    if let Some(inside) = &inside {
        check_places(project, inside, folder, &made)?;
    }
    made.notices.iter().for_each(|notice| ui.tell(notice));
    let unread = editions::read_copies(project, &mut made);
    unread.iter().for_each(|notice| ui.tell(notice));
    fs::create_dir_all(&whole).map_err(|error| refusal::notice(folder, &error))?;
    let disk = Disk::new(&whole);
    let mut written = Written {
        n_problems: unread.len(),
        assets: made.copies.keys().chain(&made.held).cloned().collect(),
        ..Written::default()
    };
    let mut failed = BTreeSet::new();
    for page in &made.pages {
        let path = Utf8Path::new(&page.path);
        let is_same = disk.read(path).is_ok_and(|bytes| bytes == page.bytes);
        if !is_same && let Err(error) = disk.write(path, &page.bytes) {
            failed.insert(page.path.as_str());
            ui.tell(&refusal::unwritten(&folder.join(path), &error));
            continue;
        }
        written.n_pages += 1;
        if !is_same {
            written.changed.push(folder.join(path));
        }
    }
    written.n_problems += failed.len();
    // A file that was named is all there is to it.
    if file.is_none() {
        let edition = match &task.args.locale {
            Some(locale) => format!("{} {locale}", task.format.name),
            None => task.format.name.to_owned(),
        };
        let run = Run {
            edition: &edition,
            pages: &made.pages,
            failed: &failed,
            is_whole: task.chosen.is_empty() && made.is_whole && written.n_problems == 0,
        };
        let settled = manifest::settle(&disk, folder, &run);
        settled.notices.iter().for_each(|notice| ui.tell(notice));
        written.n_problems += settled.notices.len();
        let removed = settled.removed.iter();
        written.removed = removed.map(|path| folder.join(path)).collect();
        for path in settled.foreign {
            let path = folder.join(path);
            ui.say_message("render-foreign", &[("path", path.as_str())]);
        }
    }
    for path in &written.removed {
        ui.say_message("render-removed", &[("path", path.as_str())]);
    }
    Ok(written)
}

/// Refuses to write over the documents that the edition is made of.
fn check_places(
    project: &Project,
    inside: &Utf8Path,
    folder: &Utf8Path,
    made: &Made,
) -> Result<(), Failure> {
    let documents = walk::walk(project, &[])?;
    let kept = documents
        .iter()
        .flat_map(|paths| [&paths.source, &paths.target, &paths.lock]);
    let kept: BTreeSet<&Utf8PathBuf> = kept.collect();
    let pages = made.pages.iter().map(|page| page.path.as_str());
    let copies = made.copies.iter();
    let copies = copies.filter(|(from, to)| inside.join(to) != **from);
    for path in pages.chain(copies.map(|(_, to)| to.as_str())) {
        if kept.contains(&inside.join(path)) {
            let path = folder.join(path);
            return Err(Notice::new("render-over-document").arg("path", path).into());
        }
    }
    Ok(())
}
