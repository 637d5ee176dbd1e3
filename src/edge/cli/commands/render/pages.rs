//! What `duizhao render` makes: the pages of every language, and what must be settled before any is made.

use crate::catalog::name;
use crate::edge::cli::commands::render::Args;
use crate::edge::cli::commands::render::FallbackName;
use crate::edge::cli::commands::render::SideName;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::progress::Progress;
use crate::edge::cli::ui;
use crate::edge::cli::ui::Ui;
use crate::edge::project::book;
use crate::edge::project::discover::Project;
use crate::edge::project::editions;
use crate::edge::project::editions::Made;
use crate::edge::project::editions::Wanted;
use crate::edge::project::load::Loaded;
use crate::edge::project::load::Workspace;
use crate::edge::project::walk;
use crate::edge::project::walk::Paths;
use crate::i18n::interface::Interface;
use crate::i18n::interface::Wishes;
use crate::i18n::messages::Messages;
use crate::render::book::Fallback;
use crate::render::book::RenderSettings;
use crate::render::book::Rendered;
use crate::render::edition::Side;
use crate::render::format::Format;
use crate::render::format::FormatKind;
use crate::render::standing::STANDINGS;
use crate::render::standing::Standing;
use crate::text::lang;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use camino::Utf8Path;
use camino::Utf8PathBuf;

/// What is to be made.
pub struct Task<'a> {
    /// What was typed.
    pub args: &'a Args,
    /// The format.
    pub format: Format,
    /// The documents and folders that were named, as paths of the project.
    pub chosen: Vec<Utf8PathBuf>,
}

/// Refuses what can only be written to a folder where none is named.
pub fn check_output(args: &Args, format: Format) -> Result<(), Notice> {
    if args.output.is_some() {
        return Ok(());
    }
    match format.kind {
        FormatKind::Site(_) | FormatKind::Epub => {
            Err(Notice::new("render-site-output").arg("format", format.name))
        }
        _ if args.watch => Err(Notice::new("render-watch-output")),
        _ => Ok(()),
    }
}

/// Lists the documents; refuses what can be made of one only, before any is read.
pub fn documents(task: &Task<'_>, project: &Project) -> Result<Vec<Paths>, Failure> {
    let paths = walk::walk(project, &task.chosen)?;
    let pages = paths
        .iter()
        .filter(|paths| !name::is_catalog(paths.source.as_str()));
    let n_pages = pages.count();
    if task.args.output.is_none() && n_pages != 1 {
        let n = n_pages.to_string();
        return Err(Notice::new("render-no-output").arg("n", n).into());
    }
    let has_more_languages = lang::distinct(paths.iter().map(|paths| &paths.target_lang)).len() > 1;
    if let (true, Some(locale)) = (has_more_languages, &task.args.locale) {
        return Err(Notice::new("render-one-locale")
            .arg("locale", locale)
            .into());
    }
    Ok(paths)
}

/// Makes the pages.
pub fn make(
    ui: &Ui,
    task: &Task<'_>,
    project: &Project,
    workspace: &Workspace,
) -> Result<Made, Failure> {
    let Task { args, format, .. } = task;
    let folder = args
        .output
        .as_ref()
        .and_then(|folder| inside(project, &ui.cwd.join(folder)));
    let all = workspace.documents.iter();
    let langs = lang::distinct(all.map(|loaded| &loaded.paths.target_lang));
    let has_more_languages = langs.len() > 1;
    let progress = Progress::new(
        ui.messages.text("render-progress"),
        workspace.documents.len(),
    );
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
            page_done: &|| progress.advance(),
        };
        let documents = workspace.documents.iter();
        let documents: Vec<&Loaded> = documents
            .filter(|loaded| loaded.paths.target_lang == *lang)
            .collect();
        let made = match format.kind.is_book() {
            true => {
                let title = args.title.as_deref();
                let termbase = &workspace.termbase;
                book::make(project, termbase, &documents, &settings, format.kind, title)?
            }
            false => {
                let wanted = Wanted {
                    kind: format.kind,
                    locale: args.locale.as_deref(),
                    folder: folder.as_deref(),
                    has_more_languages,
                };
                editions::make(project, &documents, &settings, &wanted)
            }
        };
        // Each language's book stands in a folder of its own; other pages have their places already.
        let below = match format.kind.is_book() && has_more_languages {
            true => format!("{}/", lang.tag()),
            false => String::new(),
        };
        let pages = made.pages.into_iter().map(|page| Rendered {
            path: format!("{below}{}", page.path),
            bytes: page.bytes,
        });
        whole.pages.extend(pages);
        let copies = made.copies.into_iter();
        whole
            .copies
            .extend(copies.map(|(from, to)| (from, format!("{below}{to}"))));
        whole.held.extend(made.held);
        whole.notices.extend(made.notices);
    }
    whole.is_whole = workspace.problems.is_empty();
    Ok(whole)
}

/// Returns a folder's path in the project; nothing where it stands elsewhere.
pub fn inside(project: &Project, folder: &Utf8Path) -> Option<Utf8PathBuf> {
    let folder = absolute(folder);
    let inside = folder.strip_prefix(absolute(&project.root)).ok()?;
    Some(inside.to_owned())
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
