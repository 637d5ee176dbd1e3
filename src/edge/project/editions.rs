//! Makes editions of a project's documents: which files they are written to, and which files of the project go with them.

use crate::bitext::bitext::Bitext;
use crate::catalog::name;
use crate::edge::project::discover::Project;
use crate::edge::project::load::Loaded;
use crate::edge::project::refusal;
use crate::edge::project::site_pages;
use crate::edge::project::walk;
use crate::edge::project::walk::Paths;
use crate::lint::anchors;
use crate::lint::checked::Checked;
use crate::lint::checked::Texts;
use crate::lint::pages;
use crate::lint::pages::SitePages;
use crate::lint::site::Generator;
use crate::lint::slug::SlugStyle;
use crate::lint::summary::Summary;
use crate::render::book::RenderSettings;
use crate::render::book::Rendered;
use crate::render::edition::Edition;
use crate::render::format::FormatKind;
use crate::render::format::SiteKind;
use crate::render::headings::EditionAnchors;
use crate::render::links::Links;
use crate::render::markdown::form;
use crate::render::markdown::page;
use crate::render::places;
use crate::render::places::PageFiles;
use crate::render::summary;
use crate::text::notice::Notice;
use camino::Utf8Path;
use camino::Utf8PathBuf;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::PoisonError;

/// What editions are made of.
pub struct Wanted<'a> {
    /// The format.
    pub kind: FormatKind,
    /// What a site calls the edition's language.
    pub locale: Option<&'a str>,
    /// The edition's folder, by its path in the project; nothing where it stands elsewhere.
    pub folder: Option<&'a Utf8Path>,
    /// Whether editions in other languages stand in the same folder.
    pub has_more_languages: bool,
}

/// The files of an edition.
#[derive(Debug, Default)]
pub struct Made {
    /// The pages.
    pub pages: Vec<Rendered>,
    /// Files of the project that go with them: where to, by where from.
    pub copies: BTreeMap<Utf8PathBuf, String>,
    /// Files of the project that its pages hold.
    pub held: BTreeSet<Utf8PathBuf>,
    /// What its reader is to know of them.
    pub notices: Vec<Notice>,
    /// Whether nothing is missing of what was asked for.
    pub is_whole: bool,
}

/// Writes the editions of some documents.
pub fn make(
    project: &Project,
    documents: &[&Loaded],
    settings: &RenderSettings<'_>,
    wanted: &Wanted<'_>,
) -> Made {
    let (catalogs, documents): (Vec<&Loaded>, Vec<&Loaded>) = documents
        .iter()
        .partition(|loaded| name::is_catalog(loaded.paths.source.as_str()));
    let site_files = site_pages::gather(project, None);
    let pages = pages_of(&documents);
    let site = SitePages::new(&site_files, &pages);
    let files: Vec<PageFiles<'_>> = documents.iter().map(|loaded| files(loaded)).collect();
    let roots = roots(project, documents.first().copied());
    let paths = places::places(
        wanted.kind,
        &files,
        &roots[0],
        wanted.locale,
        wanted.has_more_languages,
    );
    // Docusaurus takes files from where they are; others serve only what stands in their folder.
    let in_project = match wanted.kind {
        FormatKind::Site(SiteKind::Docusaurus) => wanted.folder,
        _ => None,
    };
    let whole = |path: &str| {
        in_project.map_or_else(|| path.to_owned(), |folder| folder.join(path).into_string())
    };
    let editions: Vec<Edition<'_>> = documents
        .par_iter()
        .map(|loaded| Edition::new(&loaded.bitext))
        .collect();
    let style = style(wanted.kind, &site, &documents);
    let anchors = editions
        .iter()
        .map(|edition| EditionAnchors::of(edition, form::dialect(edition), style))
        .collect();
    let copies = Mutex::new(BTreeMap::new());
    let place_file = |file: &str| match in_project {
        Some(_) => file.to_owned(),
        None => copied(&copies, &roots, file),
    };
    let placed: Vec<(&Edition<'_>, String)> = editions
        .iter()
        .zip(paths.iter().map(|path| whole(path)))
        .collect();
    let links = Links::new(&site, &placed, anchors, &place_file);
    let pages = editions.par_iter().zip(&paths).enumerate();
    let mut pages: Vec<Rendered> = pages
        .map(|(at, (edition, path))| {
            let redirect =
                |side, url: &str, is_image| links.redirect(at, edition, side, url, is_image);
            let text = match wanted.kind {
                FormatKind::Site(SiteKind::MdBook) if summary::is_summary(path) => {
                    summary::write(edition, settings.first, &redirect)
                }
                kind => page::write(edition, kind.form(), settings, links.anchors(at), &redirect),
            };
            (settings.page_done)();
            Rendered {
                path: path.clone(),
                bytes: text.into_bytes(),
            }
        })
        .collect();
    if wanted.kind == FormatKind::Site(SiteKind::Docusaurus) {
        pages.extend(messages(&catalogs, wanted.locale));
    }
    Made {
        pages,
        copies: copies.into_inner().unwrap_or_else(PoisonError::into_inner),
        ..Made::default()
    }
}

/// Returns the folders that all sources and all drafts of a language stand in, a slash at their ends: those that could not be read too, and
/// those that nobody asked for, so that a page has its place whatever stands beside it.
pub(crate) fn roots(project: &Project, document: Option<&Loaded>) -> [String; 2] {
    let all = walk::walk(project, &[]).unwrap_or_default();
    let lang = document.map(|loaded| &loaded.paths.target_lang);
    let pages = all.iter().filter(|paths| {
        lang == Some(&paths.target_lang) && !name::is_catalog(paths.source.as_str())
    });
    let pages: Vec<&Paths> = pages.collect();
    [
        places::shared_folder(pages.iter().map(|paths| paths.source.as_str())).to_owned(),
        places::shared_folder(pages.iter().map(|paths| paths.target.as_str())).to_owned(),
    ]
}

/// What links need to know of the pages that they lead to.
pub(crate) fn pages_of(documents: &[&Loaded]) -> Vec<Checked> {
    let pages = documents.par_iter().map(|loaded| {
        let (source, target) = (&loaded.bitext.source, &loaded.bitext.target);
        Checked {
            texts: Texts {
                source: source.source.clone(),
                target: target.source.clone(),
                lock: None,
            },
            source_lang: source.lang.clone(),
            target_lang: target.lang.clone(),
            findings: Vec::new(),
            summary: Summary {
                anchors: [source, target].map(anchors::PageAnchors::of),
                ..Summary::default()
            },
        }
    });
    pages.collect()
}

pub(crate) fn files(loaded: &Loaded) -> PageFiles<'_> {
    PageFiles {
        source: loaded.paths.source.as_str(),
        target: loaded.paths.target.as_str(),
        lang: &loaded.paths.target_lang,
        has_draft: has_text(&loaded.bitext),
    }
}

fn has_text(bitext: &Bitext) -> bool {
    !bitext.target.source.text().is_empty()
}

/// How the pages' anchors are made: by the generator that is to read them.
fn style(kind: FormatKind, site: &SitePages<'_>, documents: &[&Loaded]) -> SlugStyle {
    let generator = match kind {
        FormatKind::Site(SiteKind::Docusaurus) => Some(Generator::Docusaurus),
        FormatKind::Site(SiteKind::VitePress) => Some(Generator::VitePress),
        FormatKind::Site(SiteKind::MdBook) => Some(Generator::MdBook),
        FormatKind::Markdown(_) | FormatKind::Html | FormatKind::Epub => {
            let mut known = documents.iter();
            known.find_map(|loaded| site.generator_of(loaded.paths.target.as_str()))
        }
    };
    match generator {
        None => SlugStyle::GitHub,
        some => pages::styles(some)
            .first()
            .copied()
            .unwrap_or(SlugStyle::GitHub),
    }
}

/// Where a file of the project is copied to: as it stood beside the sources or the drafts, if no other file has come there.
fn copied(
    copies: &Mutex<BTreeMap<Utf8PathBuf, String>>,
    roots: &[String; 2],
    file: &str,
) -> String {
    let mut copies = copies.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = copies.get(Utf8Path::new(file)) {
        return known.clone();
    }
    let beside = roots
        .iter()
        .find_map(|root| file.strip_prefix(root.as_str()));
    let mut place = beside.unwrap_or(file).to_owned();
    if copies.values().any(|taken| *taken == place) {
        place = format!("files/{file}");
    }
    copies.insert(file.into(), place.clone());
    place
}

/// The message files of a site's other language, as the draft has them.
fn messages(catalogs: &[&Loaded], locale: Option<&str>) -> Vec<Rendered> {
    let drafts = catalogs.iter().filter(|loaded| has_text(&loaded.bitext));
    let drafts: Vec<&&Loaded> = drafts.collect();
    let files: Vec<PageFiles<'_>> = drafts.iter().map(|loaded| files(loaded)).collect();
    let kind = FormatKind::Site(SiteKind::Docusaurus);
    let paths = places::places(kind, &files, "", locale, false).into_iter();
    let texts = drafts
        .iter()
        .map(|loaded| loaded.bitext.target.source.text());
    let made = paths.zip(texts).map(|(path, text)| Rendered {
        path,
        bytes: text.as_bytes().to_vec(),
    });
    made.collect()
}

/// Reads the files that go with an edition; those that cannot be read are told.
pub fn read_copies(project: &Project, made: &mut Made) -> Vec<Notice> {
    let mut problems = Vec::new();
    for (from, to) in &made.copies {
        match project.files.read(from) {
            Ok(bytes) => made.pages.push(Rendered {
                path: to.clone(),
                bytes,
            }),
            Err(error) => problems.push(refusal::notice(from, &error)),
        }
    }
    problems
}
