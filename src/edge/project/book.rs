//! Makes one book of a project's documents: pages for browsers, or a file for reading devices.

use crate::catalog::name;
use crate::document::inline::CodeKind;
use crate::edge::project::discover::Project;
use crate::edge::project::editions;
use crate::edge::project::editions::Made;
use crate::edge::project::load::Loaded;
use crate::edge::project::site_pages;
use crate::lint::destinations;
use crate::lint::destinations::Destination;
use crate::lint::destinations::LocalUrl;
use crate::lint::destinations::Standpoint;
use crate::lint::pages::SitePages;
use crate::render::book::Book;
use crate::render::book::Chapter;
use crate::render::book::Pictures;
use crate::render::book::RenderSettings;
use crate::render::book::Rendered;
use crate::render::edition::Edition;
use crate::render::edition::Side;
use crate::render::epub::volume;
use crate::render::format::FormatKind;
use crate::render::html::reader;
use crate::render::html::title;
use crate::render::picture;
use crate::render::places;
use crate::render::raw_paths;
use crate::render::raw_paths::RawKind;
use crate::termbase::termbase::Termbase;
use crate::text::notice::Notice;
use camino::Utf8Path;
use camino::Utf8PathBuf;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::io;

/// A page that stands alone holds pictures of so many bytes, and all of them together of so many.
const MOST_OF_PICTURE: u64 = 4_000_000;
const MOST_OF_PAGE: u64 = 24_000_000;

/// Writes a book of some documents. Without a title it is called by the only document's heading, or by the project's folder.
pub fn make(
    project: &Project,
    termbase: &Termbase,
    documents: &[&Loaded],
    settings: &RenderSettings<'_>,
    kind: FormatKind,
    title: Option<&str>,
) -> io::Result<Made> {
    let documents = documents.iter().copied();
    let mut documents: Vec<&Loaded> = documents
        .filter(|loaded| !name::is_catalog(loaded.paths.source.as_str()))
        .collect();
    documents.sort_by_key(|loaded| order(&loaded.paths.source));
    let pages: Vec<_> = documents
        .iter()
        .map(|loaded| editions::files(loaded))
        .collect();
    let [base, _] = editions::roots(project, documents.first().copied());
    let names = places::places(kind, &pages, &base, None, false).into_iter();
    let editions: Vec<Edition<'_>> = documents
        .par_iter()
        .map(|loaded| Edition::new(&loaded.bitext))
        .collect();
    let chapters = editions
        .into_iter()
        .zip(names)
        .map(|(edition, path)| Chapter {
            name: Utf8Path::new(&path).with_extension("").into_string(),
            edition,
        });
    let chapters: Vec<Chapter<'_>> = chapters.collect();
    let mut book = Book {
        titles: titles(project, &chapters, title),
        chapters,
        termbase,
        pictures: Pictures::new(),
    };
    let site_files = site_pages::gather(project, None);
    let pages = editions::pages_of(&documents);
    let site = SitePages::new(&site_files, &pages);
    let file = |chapter: &Chapter<'_>, side: Side, url: &str| picture(&site, chapter, side, url);
    let mut made = Made::default();
    if kind == FormatKind::Epub {
        let assets = |chapter: usize, side: Side, url: &str| {
            let file = file(book.chapters.get(chapter)?, side, url)?;
            project.files.read(Utf8Path::new(&file)).ok()
        };
        made.pages.push(Rendered {
            path: "book.epub".to_owned(),
            bytes: volume::bytes(&book, settings, &assets)?,
        });
        return Ok(made);
    }
    let is_alone = book.chapters.len() == 1;
    let mut elsewhere = Pictures::new();
    let mut taken = BTreeSet::new();
    let mut n_bytes = 0;
    for (at, chapter) in book.chapters.iter().enumerate() {
        let page = match is_alone {
            true => "index.html",
            false => chapter.name.as_str(),
        };
        for (side, url) in pictures(chapter) {
            let Some((file, local)) = file(chapter, side, &url).zip(LocalUrl::of(&url)) else {
                continue;
            };
            // A page that stands alone holds its pictures itself.
            if is_alone {
                match held(project, &file, &mut n_bytes) {
                    Ok(held) => {
                        made.held.insert(file.into());
                        elsewhere.insert((at, side, url), held);
                        continue;
                    }
                    Err(notice) => {
                        let is_told = made.copies.contains_key(Utf8Path::new(&file));
                        made.notices.extend(notice.filter(|_| !is_told));
                    }
                }
            }
            // A page's pictures are looked for from where the page stands; those beyond the book are brought into it.
            let beside = destinations::join(destinations::folder(page), &local.path);
            let free = beside.clone().filter(|place| taken.insert(place.clone()));
            let copy = made.copies.entry(Utf8PathBuf::from(&file));
            let place = copy.or_insert_with(|| free.unwrap_or_else(|| format!("files/{file}")));
            if beside.as_ref() != Some(place) {
                elsewhere.insert((at, side, url), destinations::way(page, place));
            }
        }
    }
    book.pictures = elsewhere;
    made.pages = reader::files(&book, settings)?;
    Ok(made)
}

/// A folder's own page stands before the others.
fn order(path: &Utf8Path) -> (String, bool, String) {
    let stem = path.file_stem().unwrap_or_default().to_lowercase();
    let is_own = matches!(stem.as_str(), "index" | "readme" | "_index");
    let folder = path.parent().map_or("", Utf8Path::as_str);
    (folder.to_owned(), !is_own, path.to_string())
}

fn titles(project: &Project, chapters: &[Chapter<'_>], title: Option<&str>) -> [String; 2] {
    match (title, chapters) {
        (Some(title), _) => [title.to_owned(), title.to_owned()],
        (None, [only]) => title::titles(only),
        (None, _) => {
            let folder = project.root.file_name().unwrap_or("duizhao");
            [folder.to_owned(), folder.to_owned()]
        }
    }
}

/// A picture of a page that stands alone as the page itself can hold it; a notice where it is too much of it. What cannot be read or is no
/// picture is told where it is copied.
fn held(project: &Project, file: &str, n_bytes: &mut u64) -> Result<String, Option<Notice>> {
    let path = Utf8Path::new(file);
    let len = project.files.len(path).map_err(|_| None)?;
    if len > MOST_OF_PICTURE || *n_bytes + len > MOST_OF_PAGE {
        let size = format!("{:.1}", len as f64 / 1e6);
        return Err(Some(
            Notice::new("render-picture-beside")
                .arg("path", path)
                .arg("size", size),
        ));
    }
    let bytes = project.files.read(path).map_err(|_| None)?;
    let held = picture::data_url(&bytes).ok_or(None)?;
    *n_bytes += len;
    Ok(held)
}

fn pictures(chapter: &Chapter<'_>) -> Vec<(Side, String)> {
    let mut found = Vec::new();
    for side in [Side::Source, Side::Target] {
        let document = chapter.edition.outline(side).document;
        let codes = document.unit_ids().flat_map(|unit| document.codes(unit));
        let images = codes.filter(|code| code.kind == CodeKind::Image);
        found.extend(images.map(|code| (side, code.content.clone())));
        let raw = raw_paths::of(document).into_iter();
        let raw = raw.filter(|path| path.kind == RawKind::Media);
        found.extend(raw.map(|path| (side, path.url)));
    }
    found
}

/// The file of the project that a picture's address leads to.
fn picture(site: &SitePages<'_>, chapter: &Chapter<'_>, side: Side, url: &str) -> Option<String> {
    let name = |side| chapter.edition.outline(side).document.source.name();
    let from = Standpoint {
        page: name(side),
        source: name(Side::Source),
        target: name(Side::Target),
    };
    match destinations::follow(site, from, &LocalUrl::of(url)?, true) {
        Destination::File(file) => Some(file),
        _ => None,
    }
}
