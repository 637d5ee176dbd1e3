//! A book as pages: one self-contained file for a single chapter, a folder with an index, a glossary and a search for more.

use crate::bitext::align::AlignSettings;
use crate::document::document::Document;
use crate::i18n::messages::Messages;
use crate::render::book::Book;
use crate::render::book::RenderSettings;
use crate::render::book::Rendered;
use crate::render::edition::Side;
use crate::render::html::glossary;
use crate::render::html::glossary::Entry;
use crate::render::html::link;
use crate::render::html::link::Lead;
use crate::render::html::markup;
use crate::render::html::markup::Syntax;
use crate::render::html::pair;
use crate::render::html::search;
use crate::render::html::search::Searched;
use crate::render::html::sentence::Sentences;
use crate::render::html::sheet;
use crate::render::html::sheet::Sheet;
use crate::render::html::shelf::Shelf;
use crate::render::html::term::Finder;
use crate::render::html::title;
use crate::termbase::termbase::Termbase;
use minijinja::AutoEscape;
use minijinja::Environment;
use minijinja::value::Serde;
use serde::Serialize;
use std::collections::BTreeSet;
use std::io;

const TEMPLATE: &str = include_str!("reader.html");
const STYLE: &str = include_str!("reader.css");
const SCRIPT: &str = include_str!("reader.js");

/// The layouts that a reader can choose; the first one is what a page shows by itself.
const LAYOUTS: [&str; 5] = ["interleaved", "side", "source", "target", "tap"];

/// The colors that a reader can choose.
const THEMES: [&str; 3] = ["auto", "light", "dark"];

/// One page, as the template takes it.
#[derive(Serialize)]
struct Page<'p> {
    lang: &'p str,
    dir: &'static str,
    runs: &'p [String; 2],
    own: String,
    title: String,
    /// The way to the folder's top: `../`; nothing in it.
    root: String,
    /// What a page that stands alone carries with it.
    style: Option<&'static str>,
    script: Option<&'static str>,
    book: [String; 2],
    words: Words,
    layouts: Vec<Choice>,
    themes: Vec<Choice>,
    is_index: bool,
    is_glossary: bool,
    has_search: bool,
    has_glossary: bool,
    content: String,
    chapters: Vec<Line>,
    entries: Vec<Entry>,
    before: Option<Line>,
    after: Option<Line>,
}

#[derive(Serialize, Clone)]
struct Choice {
    id: &'static str,
    name: String,
}

/// A chapter in a list.
#[derive(Serialize, Clone)]
struct Line {
    href: String,
    titles: [String; 2],
}

/// The words of the pages' own.
#[derive(Serialize, Clone)]
struct Words {
    skip: String,
    layout: String,
    theme: String,
    search: String,
    find: String,
    found: String,
    contents: String,
    chapters: String,
    before: String,
    after: String,
    glossary: String,
    keys: String,
}

/// Makes the pages. Deterministic: the same book gives the same bytes.
pub fn files(book: &Book<'_>, settings: &RenderSettings<'_>) -> io::Result<Vec<Rendered>> {
    let is_alone = book.chapters.len() == 1;
    let pages = book
        .chapters
        .iter()
        .map(|chapter| match chapter.name.as_str() {
            _ if is_alone => "index.html".to_owned(),
            // The book's own pages stand at the top.
            name @ ("index" | "glossary") => format!("{name}-page.html"),
            name => format!("{name}.html"),
        });
    let shelf = Shelf::new(book, settings, pages.collect(), true);
    let Some(first) = book.chapters.first() else {
        return Ok(Vec::new());
    };
    let documents = first.edition.documents();
    let finder = Finder::new(book.termbase, documents[0], documents[1]);
    let aligning = align_settings(book.termbase);
    let bare = bare(book, settings, documents, is_alone);
    let mut files = Vec::new();
    let mut mentioned = BTreeSet::new();
    let mut searched = Vec::new();
    let lines: Vec<Line> = (0..book.chapters.len())
        .map(|idx| Line {
            href: shelf.page(idx).to_owned(),
            titles: title::titles(&book.chapters[idx]),
        })
        .collect();
    for (idx, chapter) in book.chapters.iter().enumerate() {
        let path = shelf.page(idx).to_owned();
        let root = "../".repeat(path.matches('/').count());
        let mentions = finder.mentions(&chapter.edition);
        mentioned.extend(&mentions.concepts);
        let concepts = mentions.concepts.clone();
        let leads = |side: Side, url: &str, is_image: bool| match is_image {
            true => {
                let copy = book.pictures.get(&(idx, side, url.to_owned()));
                let place = copy.map_or(url, String::as_str);
                link::src(place).map_or(Lead::Nowhere, Lead::To)
            }
            false => shelf.lead(idx, side, url),
        };
        let sheet = Sheet {
            edition: &chapter.edition,
            settings,
            syntax: Syntax::Html,
            runs: sheet::runs(chapter.edition.documents(), Syntax::Html),
            own_run: bare.own.clone(),
            landings: &shelf.landings[idx],
            sentences: Sentences::of(&chapter.edition, &aligning),
            mentions,
            termbase: book.termbase,
            glossary: if is_alone {
                String::new()
            } else {
                format!("{root}glossary.html")
            },
            leads: &leads,
        };
        let head = title::head(&sheet, chapter);
        let (text, said) = pair::chapter(&sheet);
        let near = |idx: Option<usize>| {
            let line = lines.get(idx?)?;
            Some(Line {
                href: format!("{root}{}", line.href),
                ..line.clone()
            })
        };
        let entries = match is_alone {
            true => glossary::entries(book.termbase, &concepts, &documents[0].lang),
            false => Vec::new(),
        };
        let page = Page {
            title: joined(&lines[idx].titles),
            has_glossary: !entries.is_empty() || !is_alone && !book.termbase.concepts.is_empty(),
            root: root.clone(),
            content: head + &text,
            entries,
            before: near(idx.checked_sub(1)),
            after: near(Some(idx + 1)),
            ..bare.page()
        };
        (settings.page_done)();
        searched.push(Searched {
            page: path.clone(),
            titles: lines[idx].titles.clone(),
            said,
        });
        files.push(rendered(path, &page)?);
    }
    if !is_alone {
        files.push(rendered(
            "index.html".to_owned(),
            &Page {
                is_index: true,
                has_glossary: !mentioned.is_empty(),
                chapters: lines,
                ..bare.page()
            },
        )?);
        // Chapters lead there whenever there is a glossary.
        if !book.termbase.concepts.is_empty() {
            files.push(rendered(
                "glossary.html".to_owned(),
                &Page {
                    is_glossary: true,
                    title: format!("{} – {}", bare.words.glossary, joined(&book.titles)),
                    entries: glossary::entries(book.termbase, &mentioned, &documents[0].lang),
                    ..bare.page()
                },
            )?);
        }
        for (path, text) in [
            ("reader.css", STYLE.to_owned()),
            ("reader.js", SCRIPT.to_owned()),
            ("search.js", search::script(&searched)),
        ] {
            files.push(Rendered {
                path: path.to_owned(),
                bytes: text.into_bytes(),
            });
        }
    }
    Ok(files)
}

/// What all pages of a book share.
struct Bare<'b> {
    lang: &'b str,
    dir: &'static str,
    runs: [String; 2],
    own: String,
    titles: [String; 2],
    words: Words,
    layouts: Vec<Choice>,
    themes: Vec<Choice>,
    is_alone: bool,
}

fn bare<'b>(
    book: &Book<'_>,
    settings: &RenderSettings<'_>,
    documents: [&'b Document; 2],
    is_alone: bool,
) -> Bare<'b> {
    let messages = settings.messages;
    let lang = &documents[1].lang;
    let mut own = String::new();
    // What the page says of itself needs no saying again.
    if messages.interface().tag() != lang.tag() {
        markup::push_attribute(&mut own, "lang", messages.interface().tag());
        own.push_str(" dir=\"ltr\"");
    }
    Bare {
        lang: lang.tag(),
        dir: if markup::is_right_to_left(lang) {
            "rtl"
        } else {
            "ltr"
        },
        runs: sheet::runs(documents, Syntax::Html),
        own,
        titles: book.titles.clone(),
        words: words(messages),
        layouts: choices(messages, "layout", &LAYOUTS),
        themes: choices(messages, "theme", &THEMES),
        is_alone,
    }
}

impl Bare<'_> {
    /// Makes a page without any content.
    fn page(&self) -> Page<'_> {
        Page {
            lang: self.lang,
            dir: self.dir,
            runs: &self.runs,
            own: self.own.clone(),
            title: joined(&self.titles),
            root: String::new(),
            style: self.is_alone.then_some(STYLE),
            script: self.is_alone.then_some(SCRIPT),
            book: self.titles.clone(),
            words: self.words.clone(),
            layouts: self.layouts.clone(),
            themes: self.themes.clone(),
            is_index: false,
            is_glossary: false,
            has_search: !self.is_alone,
            has_glossary: true,
            content: String::new(),
            chapters: Vec::new(),
            entries: Vec::new(),
            before: None,
            after: None,
        }
    }
}

/// Joins the titles of both languages, the draft's first.
pub(crate) fn joined([source, target]: &[String; 2]) -> String {
    match source == target || source.is_empty() {
        true => target.clone(),
        false => format!("{target} – {source}"),
    }
}

/// Returns what the aligner is told of a glossary.
pub(crate) fn align_settings(termbase: &Termbase) -> AlignSettings {
    let pairs = termbase.concepts.iter().flat_map(|concept| {
        let targets = concept.target.iter().chain(&concept.allow);
        targets.flat_map(|target| {
            let forms = concept.source.iter();
            forms.map(|form| (form.clone(), target.clone()))
        })
    });
    AlignSettings {
        terms: pairs.collect(),
        ..AlignSettings::default()
    }
}

fn choices(messages: &Messages, kind: &str, ids: &[&'static str]) -> Vec<Choice> {
    let choice = |id: &&'static str| Choice {
        id,
        name: messages.text(&format!("render-{kind}-{id}")),
    };
    ids.iter().map(choice).collect()
}

fn words(messages: &Messages) -> Words {
    let word = |id: &str| messages.text(&format!("render-{id}"));
    Words {
        skip: word("skip"),
        layout: word("layout"),
        theme: word("theme"),
        search: word("search"),
        find: word("find"),
        found: word("found"),
        contents: word("contents"),
        chapters: word("chapters"),
        before: word("before"),
        after: word("after"),
        glossary: word("glossary"),
        keys: word("keys"),
    }
}

fn rendered(path: String, page: &Page<'_>) -> io::Result<Rendered> {
    let mut templates = Environment::new();
    templates.set_auto_escape_callback(|_| AutoEscape::Html);
    let html = templates.render_str(TEMPLATE, Serde(page));
    Ok(Rendered {
        path,
        bytes: html.map_err(io::Error::other)?.into_bytes(),
    })
}
