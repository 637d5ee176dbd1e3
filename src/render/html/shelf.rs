//! The chapters of a book as their links name them: by the files that they were made of.

use crate::lint::destinations;
use crate::lint::destinations::LocalUrl;
use crate::render::book::Book;
use crate::render::book::RenderSettings;
use crate::render::edition::Side;
use crate::render::html::landing::Landings;
use crate::render::html::link;
use crate::render::html::link::Lead;
use crate::render::html::sheet::SIDES;
use std::collections::HashMap;

/// All chapters of a book.
pub(crate) struct Shelf<'b, 'a> {
    pub(crate) book: &'b Book<'a>,
    /// What can be landed on in each.
    pub(crate) landings: Vec<Landings>,
    /// Chapters by the ways to their files, without extension; by the ends of those too.
    chapters: HashMap<String, usize>,
    ends: HashMap<String, usize>,
    /// The file of each chapter's page.
    pub(crate) pages: Vec<String>,
    /// Whether links to files that are no chapters stay.
    pub(crate) keeps_others: bool,
}

impl<'b, 'a> Shelf<'b, 'a> {
    /// Puts the chapters of a book on a shelf.
    pub(crate) fn new(
        book: &'b Book<'a>,
        settings: &RenderSettings<'_>,
        pages: Vec<String>,
        keeps_others: bool,
    ) -> Self {
        let (mut chapters, mut ends) = (HashMap::new(), HashMap::new());
        for (idx, chapter) in book.chapters.iter().enumerate() {
            for side in SIDES {
                let name = chapter.edition.outline(side).document.source.name();
                let key = bare(name).to_owned();
                let mut end = key.as_str();
                ends.entry(end.to_owned()).or_insert(idx);
                while let Some((_, rest)) = end.split_once('/') {
                    end = rest;
                    ends.entry(end.to_owned()).or_insert(idx);
                }
                chapters.entry(key).or_insert(idx);
            }
        }
        let landings = book.chapters.iter();
        Self {
            book,
            landings: landings
                .map(|chapter| Landings::new(&chapter.edition, settings))
                .collect(),
            chapters,
            ends,
            pages,
            keeps_others,
        }
    }

    /// Returns the file of a chapter's page.
    pub(crate) fn page(&self, chapter: usize) -> &str {
        self.pages.get(chapter).map_or("", String::as_str)
    }

    /// Says where a link of a chapter leads.
    pub(crate) fn lead(&self, chapter: usize, side: Side, url: &str) -> Lead {
        if let Some(fragment) = url.trim().strip_prefix('#') {
            let landings = self.landings.get(chapter);
            let id = landings.and_then(|landings| landings.find(side, fragment));
            return id.map_or(Lead::Nowhere, |id| Lead::To(format!("#{id}")));
        }
        if let Some(local) = LocalUrl::of(url) {
            if let Some(other) = self.find(chapter, side, &local) {
                let landings = self.landings.get(other);
                let fragment = local.fragment.as_deref();
                let id = fragment.and_then(|fragment| landings?.find(side, fragment));
                let fragment = id.map_or_else(String::new, |id| format!("#{id}"));
                let way = destinations::way(self.page(chapter), self.page(other));
                return link::href(&way).map_or(Lead::Nowhere, |way| Lead::To(way + &fragment));
            }
            if !self.keeps_others {
                return Lead::Nowhere;
            }
        }
        link::href(url).map_or(Lead::Nowhere, Lead::To)
    }

    fn find(&self, chapter: usize, side: Side, local: &LocalUrl) -> Option<usize> {
        let document = self
            .book
            .chapters
            .get(chapter)?
            .edition
            .outline(side)
            .document;
        if let Some(path) = local.path.strip_prefix('/') {
            return self.ends.get(bare(path)).copied();
        }
        let folder = destinations::folder(document.source.name());
        let path = destinations::join(folder, &local.path)?;
        self.chapters.get(bare(&path)).copied()
    }
}

/// Leaves the extension of a page out, and the name of a folder's own page.
fn bare(path: &str) -> &str {
    let path = path.trim_matches('/');
    let extensions = [".mdx", ".md", ".markdown", ".html"];
    let path = extensions
        .iter()
        .find_map(|end| path.strip_suffix(end))
        .unwrap_or(path);
    let path = path.strip_suffix(".html").unwrap_or(path);
    let own = ["/index", "/README", "/readme", "/_index"];
    own.iter()
        .find_map(|end| path.strip_suffix(end))
        .unwrap_or(path)
}
