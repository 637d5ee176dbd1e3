//! A book as one EPUB file: a page for each chapter, a table of contents and a glossary in both languages.

use crate::document::document::Document;
use crate::render::book::Book;
use crate::render::book::RenderSettings;
use crate::render::edition::Side;
use crate::render::epub::archive;
use crate::render::epub::pictures::Assets;
use crate::render::epub::pictures::Picture;
use crate::render::epub::pictures::Pictures;
use crate::render::html::glossary;
use crate::render::html::glossary::Entry;
use crate::render::html::link;
use crate::render::html::link::Lead;
use crate::render::html::markup;
use crate::render::html::markup::Syntax;
use crate::render::html::pair;
use crate::render::html::reader;
use crate::render::html::sentence::Sentences;
use crate::render::html::sheet;
use crate::render::html::sheet::Sheet;
use crate::render::html::shelf::Shelf;
use crate::render::html::term::Finder;
use crate::render::html::title;
use crate::text::fingerprint::Fingerprint;
use minijinja::AutoEscape;
use minijinja::Environment;
use minijinja::value::Serde;
use serde::Serialize;
use std::collections::BTreeSet;
use std::io;

const PACKAGE: &str = include_str!("package.opf");
const NAVIGATION: &str = include_str!("nav.xhtml");
const PAGE: &str = include_str!("page.xhtml");
const STYLE: &str = include_str!("book.css");

/// The page of the terms.
const GLOSSARY: &str = "glossary.xhtml";

/// What the templates take.
#[derive(Serialize, Default)]
struct Volume {
    id: String,
    langs: [String; 2],
    runs: [String; 2],
    own: String,
    titles: [String; 2],
    title: String,
    glossary: String,
    contents: String,
    chapters: Vec<Line>,
    images: Vec<Line>,
    entries: Vec<Entry>,
    /// Of a page: what it shows.
    content: String,
}

#[derive(Serialize, Clone)]
struct Line {
    href: String,
    titles: [String; 2],
    kind: &'static str,
}

/// Makes the book. Deterministic: the same book gives the same bytes.
///
/// # Errors
///
/// When the archive cannot be written: a book of more than four gigabytes.
pub fn bytes(
    book: &Book<'_>,
    settings: &RenderSettings<'_>,
    assets: &Assets<'_>,
) -> io::Result<Vec<u8>> {
    let pages = (1..=book.chapters.len()).map(|number| format!("chapter-{number}.xhtml"));
    let shelf = Shelf::new(book, settings, pages.collect(), false);
    let pictures = Pictures::new(assets);
    let mut volume = volume(book, settings);
    let mut mentioned = BTreeSet::new();
    let mut files = Vec::new();
    let documents = book.chapters.first().map(|chapter| {
        let edition = &chapter.edition;
        edition.documents()
    });
    let finder = documents.map(|[source, target]| Finder::new(book.termbase, source, target));
    let mut said = String::new();
    for (idx, chapter) in book.chapters.iter().enumerate() {
        let mentions = finder
            .as_ref()
            .map(|finder| finder.mentions(&chapter.edition));
        let mentions = mentions.unwrap_or_default();
        mentioned.extend(&mentions.concepts);
        let leads = |side: Side, url: &str, is_image: bool| match is_image {
            true => picture(&pictures, idx, side, url),
            false => shelf.lead(idx, side, url),
        };
        let sheet = Sheet {
            edition: &chapter.edition,
            settings,
            syntax: Syntax::Xhtml,
            runs: sheet::runs(chapter.edition.documents(), Syntax::Xhtml),
            own_run: volume.own.clone(),
            landings: &shelf.landings[idx],
            sentences: Sentences::default(),
            mentions,
            termbase: book.termbase,
            glossary: GLOSSARY.to_owned(),
            leads: &leads,
        };
        let (text, _) = pair::chapter(&sheet);
        let titles = title::titles(chapter);
        let page = Volume {
            langs: volume.langs.clone(),
            title: reader::joined(&titles),
            content: title::head(&sheet, chapter) + &text,
            ..Volume::default()
        };
        (settings.page_done)();
        said.push_str(&page.content);
        let line = Line {
            href: shelf.page(idx).to_owned(),
            titles,
            kind: "",
        };
        files.push((line.href.clone(), filled(PAGE, &page)?));
        volume.chapters.push(line);
    }
    if let Some([source, _]) = documents {
        volume.entries = glossary::entries(book.termbase, &mentioned, &source.lang);
    }
    if !volume.entries.is_empty() {
        let page = Volume {
            langs: volume.langs.clone(),
            runs: volume.runs.clone(),
            own: volume.own.clone(),
            title: volume.glossary.clone(),
            glossary: volume.glossary.clone(),
            entries: volume.entries.clone(),
            ..Volume::default()
        };
        files.push((GLOSSARY.to_owned(), filled(PAGE, &page)?));
    }
    let pictures = pictures.into_packed();
    volume.images = pictures.iter().map(image).collect();
    volume.id = id(book, &said);
    files.push(("nav.xhtml".to_owned(), filled(NAVIGATION, &volume)?));
    files.push(("book.css".to_owned(), STYLE.as_bytes().to_vec()));
    files.extend(
        pictures
            .into_iter()
            .map(|picture| (picture.path, picture.bytes)),
    );
    files.insert(0, ("package.opf".to_owned(), filled(PACKAGE, &volume)?));
    archive::pack(&files)
}

/// A book holds its pictures; what it cannot hold is told by its words.
fn picture(pictures: &Pictures<'_>, chapter: usize, side: Side, url: &str) -> Lead {
    if link::scheme(url).is_some() {
        return Lead::Nowhere;
    }
    let path = pictures.path(chapter, side, url);
    path.map_or(Lead::Nowhere, Lead::To)
}

fn image(picture: &Picture) -> Line {
    Line {
        href: picture.path.clone(),
        titles: Default::default(),
        kind: picture.kind,
    }
}

fn volume(book: &Book<'_>, settings: &RenderSettings<'_>) -> Volume {
    let messages = settings.messages;
    let tag = messages.interface().tag();
    let of = |document: &Document| document.lang.tag().to_owned();
    let first = book.chapters.first();
    let langs = [
        first.map(|chapter| of(chapter.edition.source.document)),
        first.map(|chapter| of(chapter.edition.target.document)),
    ];
    let runs = match first {
        Some(chapter) => sheet::runs(chapter.edition.documents(), Syntax::Xhtml),
        None => Default::default(),
    };
    let mut own = String::new();
    markup::push_attribute(&mut own, "lang", tag);
    markup::push_attribute(&mut own, "xml:lang", tag);
    own.push_str(" dir=\"ltr\"");
    Volume {
        langs: langs.map(|lang| lang.unwrap_or_else(|| tag.to_owned())),
        runs,
        own,
        titles: book.titles.clone(),
        title: reader::joined(&book.titles),
        glossary: messages.text("render-glossary"),
        contents: messages.text("render-contents"),
        ..Volume::default()
    }
}

/// Names a book by what it says: the same text is the same book (RFC 9562, version 8).
fn id(book: &Book<'_>, said: &str) -> String {
    let halves = [
        Fingerprint::of(&book.titles.join("\n")),
        Fingerprint::of(said),
    ];
    let [one, other] = halves.map(|half| half.to_string());
    let part =
        |half: &str, from: usize, to: usize| half.get(from..to).unwrap_or_default().to_owned();
    format!(
        "urn:uuid:{}-{}-8{}-8{}-{}",
        part(&one, 0, 8),
        part(&one, 8, 12),
        part(&one, 12, 15),
        part(&other, 0, 3),
        part(&other, 4, 16),
    )
}

fn filled(template: &str, volume: &Volume) -> io::Result<Vec<u8>> {
    let mut templates = Environment::new();
    templates.set_auto_escape_callback(|_| AutoEscape::Html);
    let text = templates.render_str(template, Serde(volume));
    Ok(text.map_err(io::Error::other)?.into_bytes())
}
