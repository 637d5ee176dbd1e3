//! Where links of an edition lead: pages of the project to their editions, headings to those of the edition, files to where they are copied.

use crate::lint::anchors::Anchors;
use crate::lint::anchors::Landing;
use crate::lint::destinations;
use crate::lint::destinations::Destination;
use crate::lint::destinations::LocalUrl;
use crate::lint::destinations::Standpoint;
use crate::lint::pages::SitePages;
use crate::lint::site_links;
use crate::render::edition::Edition;
use crate::render::edition::Side;
use crate::render::headings::EditionAnchors;
use std::collections::HashMap;

/// Returns where a file that is no page stands for the editions, on the same terms as their own paths.
pub type PlaceFile<'a> = dyn Fn(&str) -> String + Sync + 'a;

/// The pages of an edition and what stands on them.
pub struct Links<'a> {
    site: &'a SitePages<'a>,
    /// The page that shows a document, by its path in the project, and the side that it is there.
    pages: HashMap<String, (usize, Side)>,
    paths: Vec<String>,
    anchors: Vec<EditionAnchors>,
    place_file: &'a PlaceFile<'a>,
}

impl<'a> Links<'a> {
    /// Makes the links of editions that are written to these paths.
    pub fn new(
        site: &'a SitePages<'a>,
        editions: &[(&Edition<'_>, String)],
        anchors: Vec<EditionAnchors>,
        place_file: &'a PlaceFile<'a>,
    ) -> Self {
        let mut pages = HashMap::new();
        let mut paths = Vec::new();
        for (at, (edition, path)) in editions.iter().enumerate() {
            for side in [Side::Source, Side::Target] {
                let name = edition.outline(side).document.source.name();
                pages.entry(name.to_owned()).or_insert((at, side));
            }
            paths.push(path.clone());
        }
        Self {
            site,
            pages,
            paths,
            anchors,
            place_file,
        }
    }

    /// Returns the anchors of a page.
    pub fn anchors(&self, page: usize) -> &EditionAnchors {
        &self.anchors[page]
    }

    /// Returns where a link or an image of a page is to lead; nothing where it stays as it is.
    pub fn redirect(
        &self,
        page: usize,
        edition: &Edition<'_>,
        side: Side,
        url: &str,
        is_image: bool,
    ) -> Option<String> {
        let local = LocalUrl::of(url)?;
        let own = edition.outline(side).document.source.name();
        let from = Standpoint {
            page: own,
            source: edition.source.document.source.name(),
            target: edition.target.document.source.name(),
        };
        let Destination::File(file) = destinations::follow(self.site, from, &local, is_image)
        else {
            return None;
        };
        let here = self.paths.get(page)?;
        let Some((there, there_side)) = self.pages.get(&file).copied() else {
            let way = destinations::way(here, &(self.place_file)(&file));
            let new = format!("{}{}", dotted(&way), site_links::tail(url));
            return (new != url).then_some(new);
        };
        let fragment = local.fragment.as_deref().and_then(|fragment| {
            let anchor = self.landing(there, &file, there_side, fragment)?;
            Some(format!("#{anchor}"))
        });
        let fragment = fragment.unwrap_or_default();
        let way = match there == page {
            true if !fragment.is_empty() => String::new(),
            _ => dotted(&destinations::way(here, self.paths.get(there)?)),
        };
        let new = format!("{way}{fragment}");
        (new != url).then_some(new)
    }

    /// The anchor of the edition that a fragment of a link to one of its two documents stands for; nothing where there is none.
    fn landing(&self, page: usize, file: &str, side: Side, fragment: &str) -> Option<String> {
        let anchors = self.site.anchors(file)?;
        let heading =
            |anchors: &Anchors, idx: usize| anchors.headings.get(idx).map(|heading| heading.unit);
        let unit = match anchors.find(fragment) {
            Some(Landing::Explicit(idx) | Landing::Slug(idx, _)) => heading(anchors, idx),
            Some(Landing::Element) => return Some(fragment.to_owned()),
            None => None,
        };
        if let Some(unit) = unit {
            return self
                .anchors
                .get(page)?
                .anchor(side, unit)
                .map(str::to_owned);
        }
        // A draft's link may still name a heading as the source does, and the other way round.
        let mut others = self.pages.iter();
        let (other, (_, other_side)) = others.find(|(_, place)| **place == (page, side.other()))?;
        let anchors = self.site.anchors(other)?;
        match anchors.find(fragment)? {
            Landing::Explicit(idx) | Landing::Slug(idx, _) => {
                let unit = heading(anchors, idx)?;
                let anchor = self.anchors.get(page)?.anchor(*other_side, unit);
                anchor.map(str::to_owned)
            }
            Landing::Element => Some(fragment.to_owned()),
        }
    }
}

/// A path as a link's target can hold it, with a dot before what stands beside the page.
fn dotted(way: &str) -> String {
    let dot = match way.starts_with("../") {
        true => "",
        false => "./",
    };
    format!("{dot}{}", site_links::encoded(way))
}
