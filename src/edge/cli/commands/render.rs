//! `duizhao render`: editions in two languages.

use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::open;
use crate::edge::cli::ui;
use crate::edge::cli::ui::Ui;
use crate::edge::files::Files;
use crate::edge::files::disk::Disk;
use crate::edge::project::book;
use crate::edge::project::discover::Project;
use crate::edge::project::editions;
use crate::edge::project::editions::Made;
use crate::edge::project::editions::Wanted;
use crate::edge::project::load::Loaded;
use crate::edge::project::load::Workspace;
use crate::edge::project::refusal;
use crate::i18n::interface::Interface;
use crate::i18n::interface::Wishes;
use crate::i18n::messages::Messages;
use crate::render::book::Fallback;
use crate::render::book::RenderSettings;
use crate::render::book::Rendered;
use crate::render::edition::Side;
use crate::render::format;
use crate::render::format::FORMATS;
use crate::render::format::Format;
use crate::render::format::FormatKind;
use crate::render::standing::STANDINGS;
use crate::render::standing::Standing;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use camino::Utf8Path;
use camino::Utf8PathBuf;
use clap::ValueEnum;
use clap::builder::PossibleValuesParser;
use std::fs;
use std::io::Write;

/// What `render` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Documents, drafts or folders; all without one.
    #[arg(value_name = "PATH")]
    pub paths: Vec<Utf8PathBuf>,
    /// The format.
    #[arg(long, value_name = "FORMAT", default_value = "markdown-interleaved", value_parser = PossibleValuesParser::new(names()))]
    pub format: String,
    /// The folder to write; standard output without it, where there is one page.
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<Utf8PathBuf>,
    /// Which side stands first.
    #[arg(long, value_name = "SIDE", default_value = "source")]
    pub first: SideName,
    /// Only passages that stand so.
    #[arg(long, value_name = "STATE", value_delimiter = ',', value_parser = PossibleValuesParser::new(standings()))]
    pub state: Vec<String>,
    /// What stands where the translation is missing.
    #[arg(long, value_name = "WHAT", default_value = "source")]
    pub fallback: FallbackName,
    /// A book's title.
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// Passes HTML of the documents through.
    #[arg(long)]
    pub allow_html: bool,
    /// What a site calls the edition's language.
    #[arg(long, value_name = "NAME")]
    pub locale: Option<String>,
}

/// The sides, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SideName {
    /// The source.
    Source,
    /// The draft.
    Target,
}

/// What may stand for a missing translation, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FallbackName {
    /// The source.
    Source,
    /// A mark.
    Mark,
}

fn names() -> Vec<&'static str> {
    FORMATS.iter().map(|format| format.name).collect()
}

fn standings() -> Vec<&'static str> {
    STANDINGS.iter().map(|standing| standing.name()).collect()
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    let (project, workspace) = open::open(ui, &args.paths)?;
    // The names were checked when the command line was read.
    let Some(format) = format::of(&args.format) else {
        return Ok(Exit::Failed);
    };
    let made = make(ui, args, &project, &workspace, format)?;
    let problems = match &args.output {
        Some(folder) => write(ui, folder, &project, made)?,
        None => print(ui, made)?,
    };
    Ok(match problems + workspace.problems.len() {
        0 => Exit::Clean,
        _ => Exit::Failed,
    })
}

fn make(
    ui: &Ui,
    args: &Args,
    project: &Project,
    workspace: &Workspace,
    format: Format,
) -> Result<Made, Failure> {
    if args.output.is_none() && matches!(format.kind, FormatKind::Site(_) | FormatKind::Epub) {
        return Err(Notice::new("render-site-output")
            .arg("format", format.name)
            .into());
    }
    let folder = args.output.as_ref().map(|folder| ui.cwd.join(folder));
    let folder = folder.as_ref().and_then(|folder| {
        let inside = absolute(folder);
        let inside = inside.strip_prefix(absolute(&project.root)).ok()?;
        Some(inside.to_owned())
    });
    let mut langs: Vec<&Lang> = workspace
        .documents
        .iter()
        .map(|loaded| &loaded.paths.target_lang)
        .collect();
    langs.sort();
    langs.dedup();
    let has_more_languages = langs.len() > 1;
    if let (true, Some(locale)) = (has_more_languages, &args.locale) {
        return Err(Notice::new("render-one-locale")
            .arg("locale", locale)
            .into());
    }
    let mut whole = Made::default();
    for lang in langs {
        let messages = words(lang);
        let settings = RenderSettings {
            first: match args.first {
                SideName::Source => Side::Source,
                SideName::Target => Side::Target,
            },
            shown: shown(args),
            fallback: match args.fallback {
                FallbackName::Source => Fallback::Source,
                FallbackName::Mark => Fallback::Mark,
            },
            messages: &messages,
            allows_html: args.allow_html,
        };
        let documents = workspace.documents.iter();
        let documents: Vec<&Loaded> = documents
            .filter(|loaded| loaded.paths.target_lang == *lang)
            .collect();
        let wanted = Wanted {
            kind: format.kind,
            locale: args.locale.as_deref(),
            folder: folder.as_deref(),
            has_more_languages,
        };
        let made = match format.kind.is_book() {
            true => {
                let title = args.title.as_deref();
                let termbase = &workspace.termbase;
                book::make(project, termbase, &documents, &settings, format.kind, title)?
            }
            false => editions::make(project, &documents, &settings, &wanted),
        };
        // Each language's book stands in a folder of its own; other pages have their places already.
        let below = match format.kind.is_book() && has_more_languages {
            true => format!("{}/", lang.tag()),
            false => String::new(),
        };
        whole
            .pages
            .extend(made.pages.into_iter().map(|page| Rendered {
                path: format!("{below}{}", page.path),
                bytes: page.bytes,
            }));
        let copies = made.copies.into_iter();
        whole
            .copies
            .extend(copies.map(|(from, to)| (from, format!("{below}{to}"))));
    }
    if args.output.is_none() && whole.pages.len() != 1 {
        let n = whole.pages.len().to_string();
        return Err(Notice::new("render-no-output").arg("n", n).into());
    }
    Ok(whole)
}

/// A path without its detours where the file system knows it, as it is otherwise.
fn absolute(path: &Utf8Path) -> Utf8PathBuf {
    let mut rest = Vec::new();
    for above in path.ancestors() {
        if let Ok(known) = above.canonicalize_utf8() {
            return rest
                .iter()
                .rev()
                .fold(known, |path, part: &&str| path.join(part));
        }
        rest.extend(above.file_name());
    }
    path.to_owned()
}

/// The words of an edition's own, in its draft's language.
fn words(lang: &Lang) -> Messages {
    let wishes = Wishes {
        option: Some(lang.tag().to_owned()),
        ..Wishes::default()
    };
    ui::words(Interface::negotiate(&wishes))
}

fn shown(args: &Args) -> Option<Vec<Standing>> {
    let named = |name: &String| {
        STANDINGS
            .into_iter()
            .find(|standing| standing.name() == name)
    };
    let shown: Vec<_> = args.state.iter().filter_map(named).collect();
    (!shown.is_empty()).then_some(shown)
}

fn print(ui: &Ui, made: Made) -> Result<usize, Failure> {
    let mut out = ui.out();
    for page in &made.pages {
        out.write_all(&page.bytes)?;
    }
    out.flush()?;
    Ok(0)
}

/// Parts the path of a file (`book.epub`, `page.html`) into its folder and its name, where one page is all there is; a folder's has none.
fn parted<'a>(output: &'a Utf8Path, made: &Made) -> (&'a Utf8Path, Option<&'a str>) {
    let is_file = made
        .pages
        .first()
        .is_some_and(|page| Utf8Path::new(&page.path).extension() == output.extension());
    match output
        .file_name()
        .filter(|_| is_file && output.extension().is_some())
    {
        Some(name) if made.pages.len() - made.copies.len() == 1 => {
            let folder = output.parent().filter(|folder| !folder.as_str().is_empty());
            (folder.unwrap_or(Utf8Path::new(".")), Some(name))
        }
        _ => (output, None),
    }
}

/// Writes the pages and what goes with them; returns how many could not be read or written.
fn write(ui: &Ui, folder: &Utf8Path, project: &Project, mut made: Made) -> Result<usize, Failure> {
    let unread = editions::read_copies(project, &mut made);
    unread.iter().for_each(|notice| ui.tell(notice));
    let typed = folder;
    let (folder, file) = parted(folder, &made);
    if let (Some(name), Some(page)) = (file, made.pages.first_mut()) {
        name.clone_into(&mut page.path);
    }
    let whole = ui.cwd.join(folder);
    fs::create_dir_all(&whole).map_err(|error| refusal::notice(folder, &error))?;
    let disk = Disk::new(&whole);
    let mut n_unwritten = 0;
    for page in &made.pages {
        if let Err(error) = disk.write(Utf8Path::new(&page.path), &page.bytes) {
            n_unwritten += 1;
            ui.tell(&refusal::unwritten(&folder.join(&page.path), &error));
        }
    }
    let n = (made.pages.len() - n_unwritten).to_string();
    ui.say_message("render-done", &[("n", &n), ("folder", typed.as_str())]);
    Ok(unread.len() + n_unwritten)
}
