//! The files that `align` reads and writes: two, or those of two folders by their names.

use crate::edge::cli::commands::align::Args;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::input;
use crate::edge::cli::output;
use crate::edge::cli::output::Output;
use crate::edge::cli::ui::Ui;
use crate::edge::files::Files;
use crate::edge::files::disk::Disk;
use crate::edge::project::refusal;
use crate::interchange::tmx;
use crate::report::align as report;
use crate::report::align::Aligned;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use crate::text::source::Source;
use camino::Utf8Path;
use camino::Utf8PathBuf;
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;

/// Two files to be paired.
#[derive(Debug)]
pub struct Job {
    /// What names them both: the path below the folder without its ending.
    pub name: String,
    /// The source file.
    pub source: Source,
    /// The target file.
    pub target: Source,
}

/// Reads the files: two, or those of two folders whose names agree but for their endings. Files without a partner are refused.
pub fn jobs(ui: &Ui, args: &Args) -> Result<Vec<Job>, Failure> {
    let is_folder = |path: &Utf8Path| path != "-" && ui.cwd.join(path).is_dir();
    match (is_folder(&args.source), is_folder(&args.target)) {
        (false, false) => {
            let job = Job {
                name: String::new(),
                source: input::read_source(ui, &args.source)?,
                target: input::read_source(ui, &args.target)?,
            };
            Ok(vec![job])
        }
        (true, true) => of_folders(ui, args),
        (is_source, _) => {
            let (folder, file) = if is_source {
                (&args.source, &args.target)
            } else {
                (&args.target, &args.source)
            };
            let notice = Notice::new("align-file-and-folder");
            Err(notice.arg("folder", folder).arg("file", file).into())
        }
    }
}

fn of_folders(ui: &Ui, args: &Args) -> Result<Vec<Job>, Failure> {
    if args.out.is_none() || args.format.iter().any(|output| output.file.is_some()) {
        return Err(Notice::new("align-out-missing").into());
    }
    let mut targets = listed(ui, &args.target)?;
    let mut jobs = Vec::new();
    for (name, source) in listed(ui, &args.source)? {
        let Some(target) = targets.remove(&name) else {
            return Err(lonely(&args.source.join(source), &args.target));
        };
        jobs.push(Job {
            source: input::read_source(ui, &args.source.join(source))?,
            target: input::read_source(ui, &args.target.join(target))?,
            name,
        });
    }
    match targets.into_values().next() {
        Some(target) => Err(lonely(&args.target.join(target), &args.source)),
        None => Ok(jobs),
    }
}

fn lonely(path: &Utf8Path, other: &Utf8Path) -> Failure {
    let notice = Notice::new("align-no-partner");
    notice.arg("path", path).arg("folder", other).into()
}

/// Lists the files of a folder by what names them.
fn listed(ui: &Ui, folder: &Utf8Path) -> Result<BTreeMap<String, Utf8PathBuf>, Failure> {
    let files = Disk::new(ui.cwd.join(folder)).list(Utf8Path::new(""));
    let files = files.map_err(|error| refusal::notice(folder, &error))?;
    let mut named = BTreeMap::new();
    for file in files {
        let name = file.with_extension("").to_string();
        if let Some(other) = named.insert(name, file.clone()) {
            let notice = Notice::new("align-same-name");
            let notice = notice.arg("path", folder.join(file));
            return Err(notice.arg("other", folder.join(other)).into());
        }
    }
    Ok(named)
}

/// The languages of a pair, wished or guessed.
pub fn langs(args: &Args, job: &Job) -> (Lang, Lang) {
    (
        input::lang_of(args.source_lang.as_deref(), job.source.text()),
        input::lang_of(args.target_lang.as_deref(), job.target.text()),
    )
}

/// Writes the results: of two files as every command does, of two folders one file a pair and format.
pub fn write(ui: &Ui, args: &Args, jobs: &[Job], aligned: &[Aligned]) -> Result<(), Failure> {
    let render = |name: &str, job: &Job, aligned: &Aligned, out: &mut dyn Write| match name {
        "json" => report::write_json(aligned, out),
        "beads" => report::write_beads(aligned, out),
        "tsv" => report::write_tsv(aligned, out),
        "tmx" => {
            let (source, target) = langs(args, job);
            tmx::write(&aligned.pairs(), &source, &target, out)
        }
        _ => report::write_full(aligned, out),
    };
    let Some(folder) = &args.out else {
        let (Some(job), Some(aligned)) = (jobs.first(), aligned.first()) else {
            return Ok(());
        };
        return output::write_all(ui, &args.format, "full", &|name, _, out| {
            render(name, job, aligned, out)
        });
    };
    let beads = Output {
        name: "beads".to_owned(),
        file: None,
    };
    let formats = if args.format.is_empty() {
        std::slice::from_ref(&beads)
    } else {
        args.format.as_slice()
    };
    for (job, aligned) in jobs.iter().zip(aligned) {
        for format in formats {
            let mut bytes = Vec::new();
            render(&format.name, job, aligned, &mut bytes)?;
            let name = match job.name.as_str() {
                "" => args.source.file_stem().unwrap_or("align"),
                name => name,
            };
            let ending = if format.name == "full" {
                "txt"
            } else {
                &format.name
            };
            let file = folder.join(format!("{name}.{ending}"));
            let parent = ui.cwd.join(file.parent().unwrap_or(folder));
            fs::create_dir_all(&parent).map_err(|error| refusal::notice(folder, &error))?;
            output::write_file(ui, &file, &bytes)?;
        }
    }
    Ok(())
}
