//! The glossary files that a subcommand works on: the project's, or those named outright.

use crate::edge::cli::failure::Failure;
use crate::edge::cli::input;
use crate::edge::cli::output;
use crate::edge::cli::ui::Ui;
use crate::edge::files::Before;
use crate::edge::files::Change;
use crate::edge::project::discover::Project;
use crate::edge::project::glossary;
use crate::edge::project::load;
use crate::edge::project::save;
use crate::termbase::termbase::Termbase;
use crate::termbase::yaml;
use crate::text::notice::Notice;
use crate::text::source::Source;
use camino::Utf8Path;
use camino::Utf8PathBuf;

/// Which glossary files.
#[derive(Debug, clap::Args)]
pub struct GlossaryArgs {
    /// Glossary files; the project's without one.
    #[arg(long, value_name = "FILE")]
    pub glossary: Vec<Utf8PathBuf>,
}

/// Glossary files with what they hold.
pub struct Glossary {
    /// The files, in the order they are joined in.
    pub files: Vec<Source>,
    /// All entries.
    pub termbase: Termbase,
    /// The project they belong to; `None` for files named outright.
    project: Option<Project>,
}

impl Glossary {
    /// Opens the files that are named, or else those of the project around the working folder. Any problem is a refusal.
    pub fn open(ui: &Ui, args: &GlossaryArgs) -> Result<Self, Failure> {
        if args.glossary.is_empty() {
            let project = Project::discover(&ui.cwd)?;
            let (mut files, mut notices) = (Vec::new(), Vec::new());
            for path in glossary::files(&project)? {
                match load::source(project.files.as_ref(), &path) {
                    Ok(source) => files.push(source),
                    Err(notice) => notices.push(notice),
                }
            }
            if !notices.is_empty() {
                return Err(notices.into());
            }
            return Self::of(files, Some(project));
        }
        let files = args.glossary.iter();
        let files = files.map(|path| input::read_source(ui, path));
        Self::of(files.collect::<Result<_, _>>()?, None)
    }

    fn of(files: Vec<Source>, project: Option<Project>) -> Result<Self, Failure> {
        let (parts, problems): (Vec<_>, Vec<_>) = files.iter().map(yaml::read).unzip();
        let (termbase, more) = Termbase::join(parts);
        let notices: Vec<Notice> = problems.into_iter().flatten().chain(more).collect();
        if !notices.is_empty() {
            return Err(notices.into());
        }
        Ok(Self {
            files,
            termbase,
            project,
        })
    }

    /// Writes one of the files, whole and atomically, unless it has changed since it was read.
    pub fn save(&self, ui: &Ui, file: &Source, text: &str) -> Result<(), Failure> {
        let (path, before) = (Utf8Path::new(file.name()), Before::Text(file.text()));
        let bytes = text.as_bytes();
        let Some(project) = &self.project else {
            return output::replace_file(ui, path, before, bytes);
        };
        let change = Change {
            path,
            before,
            bytes,
        };
        Ok(save::save(project, &[change], &[])?)
    }
}
