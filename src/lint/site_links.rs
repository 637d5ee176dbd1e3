//! What is wrong with the links of a draft that lead to pages and files of its own site.

use crate::lint::anchors::Landing;
use crate::lint::checked::Checked;
use crate::lint::destinations;
use crate::lint::destinations::Destination;
use crate::lint::destinations::LocalUrl;
use crate::lint::destinations::Standpoint;
use crate::lint::finding::Location;
use crate::lint::fix::Applicability;
use crate::lint::fix::Fix;
use crate::lint::local_links::LocalLink;
use crate::lint::local_links::PairLinks;
use crate::lint::pages::SitePages;
use crate::text::edit::Edit;
use crate::text::source::Source;
use crate::text::span::Span;
use std::collections::BTreeSet;

/// A link or an image of the draft that does not lead where the source's leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkFault<'a> {
    /// The link.
    pub link: &'a LocalLink,
    /// What is wrong with it.
    pub kind: FaultKind,
    /// What its target should read instead, when that is certain.
    pub instead: Option<String>,
}

/// What is wrong with a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// It leads to a page that has no draft yet: its source.
    Untranslated(String),
    /// It names a file that is there, by a path that holds from the source's folder alone.
    Depth(String),
    /// It leads nowhere, where the source's link leads to this file.
    Broken(String),
    /// It leads to no heading of the page; in the source it leads to one.
    Anchor {
        /// The fragment.
        fragment: String,
        /// The page, where the heading is translated: its path and where the heading stands.
        heading: Option<(String, Span)>,
    },
}

impl LinkFault<'_> {
    /// Returns where it stands in its draft.
    pub fn at(&self, draft: &Source) -> Location {
        Location {
            source: draft.clone(),
            span: self.link.span,
        }
    }

    /// Returns the fix that writes another target into the link, where the target stands in it as it is.
    pub fn mend(&self) -> Option<Fix> {
        let edit = Edit {
            span: self.link.target?,
            text: self.instead.clone()?,
        };
        Some(Fix {
            edits: vec![edit],
            applicability: Applicability::Safe,
        })
    }
}

/// Looks at every link of a draft.
pub fn faults<'a>(document: &'a Checked, pages: &SitePages<'_>) -> Vec<LinkFault<'a>> {
    let sight = Sight::new(document, pages);
    let mut faults = Vec::new();
    for pair in &document.summary.links {
        for link in &pair.target {
            let fault = sight.look(pair, link);
            faults.extend(fault.map(|(kind, instead)| LinkFault {
                link,
                kind,
                instead,
            }));
        }
    }
    faults
}

struct Sight<'a, 'p> {
    document: &'a Checked,
    pages: &'p SitePages<'p>,
    source: Standpoint<'a>,
    target: Standpoint<'a>,
}

type Verdict = (FaultKind, Option<String>);

impl<'a, 'p> Sight<'a, 'p> {
    fn new(document: &'a Checked, pages: &'p SitePages<'p>) -> Self {
        let texts = &document.texts;
        let (source, target) = (texts.source.name(), texts.target.name());
        let from = |page| Standpoint {
            page,
            source,
            target,
        };
        Self {
            document,
            pages,
            source: from(source),
            target: from(target),
        }
    }

    fn follow(&self, from: Standpoint<'_>, url: &LocalUrl, link: &LocalLink) -> Destination {
        destinations::follow(self.pages, from, url, link.is_image)
    }

    fn look(&self, pair: &PairLinks, link: &LocalLink) -> Option<Verdict> {
        let url = LocalUrl::of(&link.url)?;
        match self.follow(self.target, &url, link) {
            Destination::Unknown => None,
            Destination::File(page) => {
                let fragment = url.fragment.as_deref()?;
                self.look_at_fragment(pair, &page, fragment, link)
            }
            Destination::Nowhere(sought) => self.look_at_file(pair, &url, &sought, link),
        }
    }

    /// A link whose file is not there: is that the translation's doing?
    fn look_at_file(
        &self,
        pair: &PairLinks,
        url: &LocalUrl,
        sought: &[String],
        link: &LocalLink,
    ) -> Option<Verdict> {
        let copied = match self.follow(self.source, url, link) {
            Destination::File(file) => Some(file),
            _ => None,
        };
        let own = || {
            let sources = sought.iter().filter_map(|path| self.pages.source_of(path));
            let mut there = sources.filter(|source| self.pages.has(source));
            there.next().map(str::to_owned)
        };
        let is_copied = copied.is_some();
        let meant = copied
            .or_else(own)
            .or_else(|| self.counterpart(pair, url, link))?;
        let lang = &self.document.target_lang;
        let draft = self.pages.draft_of(&meant, lang);
        if let Some(draft) = draft.filter(|draft| !self.pages.has(draft)) {
            let instead = self.fallback(draft, link, url);
            return Some((FaultKind::Untranslated(meant), instead));
        }
        let there = draft.unwrap_or(&meant);
        if there == self.target.page {
            return None;
        }
        let instead = self.way(link, there);
        let is_page = destinations::is_markdown(there);
        // From a source page to one that is not to be translated at all: where it should lead is for a person to say.
        let instead = instead.filter(|_| draft.is_some() || !is_page);
        match is_copied && !is_page {
            true => Some((FaultKind::Depth(there.to_owned()), instead)),
            false => Some((FaultKind::Broken(there.to_owned()), instead)),
        }
    }

    /// The file that the source's like of a link leads to: the link of the pair with the same file name.
    fn counterpart(&self, pair: &PairLinks, url: &LocalUrl, link: &LocalLink) -> Option<String> {
        let name = |path: &str| {
            let name = path.rsplit('/').next().unwrap_or_default();
            name.to_lowercase()
        };
        let others = pair.source.iter();
        let found: BTreeSet<String> = others
            .filter(|other| other.is_image == link.is_image)
            .filter_map(|other| {
                let other_url = LocalUrl::of(&other.url)?;
                let is_like = name(&other_url.path) == name(&url.path);
                match self.follow(self.source, &other_url, other) {
                    Destination::File(file) if is_like => Some(file),
                    _ => None,
                }
            })
            .collect();
        match found.len() {
            1 => found.into_iter().next(),
            _ => None,
        }
    }

    /// The way to a file as a link writes it, what stands behind the path kept.
    fn way(&self, link: &LocalLink, to: &str) -> Option<String> {
        let way = destinations::way(self.target.page, to);
        let dot = match link.url.starts_with("./") && !way.starts_with("../") {
            true => "./",
            false => "",
        };
        Some(format!("{dot}{}{}", encoded(&way), tail(&link.url)))
    }

    /// A link that Docusaurus lets fall back to the source's page: the path from the content's own root.
    fn fallback(&self, draft: &str, link: &LocalLink, url: &LocalUrl) -> Option<String> {
        if !url.is_markdown() {
            return None;
        }
        let root = destinations::localized_root(self.pages, self.target)?;
        let inside = draft.strip_prefix(&root)?;
        Some(format!("/{}{}", encoded(inside), tail(&link.url)))
    }

    /// A fragment that the page does not have: did the source's like lead to a heading?
    fn look_at_fragment(
        &self,
        pair: &PairLinks,
        page: &str,
        fragment: &str,
        link: &LocalLink,
    ) -> Option<Verdict> {
        let anchors = self.pages.anchors(page)?;
        if is_always_there(fragment) || anchors.find(fragment).is_some() {
            return None;
        }
        // Where nobody knows what makes the anchors, a likely one is taken for right.
        if self.pages.generator_of(page).is_none() && anchors.finds_alike(fragment) {
            return None;
        }
        let document = self.pages.document_of(page)?;
        let source_page = document.texts.source.name();
        let landing = self.source_landing(pair, source_page, fragment)?;
        let broken = |heading| FaultKind::Anchor {
            fragment: fragment.to_owned(),
            heading,
        };
        let (idx, styles) = match landing.0 {
            Landing::Element => return Some((broken(None), None)),
            Landing::Explicit(idx) => (idx, None),
            Landing::Slug(idx, _) => (idx, Some(landing.1)),
        };
        let source_anchors = self.pages.anchors(source_page)?;
        let heading = source_anchors.headings.get(idx)?.unit;
        let mut paired = document.summary.headings.iter();
        let paired = paired.find(|pair| pair.source == heading)?;
        // A heading that is not translated is told as such.
        if !paired.is_translated {
            return None;
        }
        let mut units = paired.target.iter();
        let draft = anchors.headings.iter().find_map(|heading| {
            let (_, span) = units.clone().find(|(unit, _)| *unit == heading.unit)?;
            Some((heading, *span))
        });
        let Some((draft, span)) = draft else {
            let (_, span) = units.next()?;
            return Some((broken(Some((page.to_owned(), *span))), None));
        };
        let anchor = match (&draft.explicit, styles) {
            (Some(id), _) => Some(id.clone()),
            (None, Some(fitting)) => {
                let slugs: BTreeSet<&String> = fitting
                    .iter()
                    .filter_map(|style| draft.slugs.get(*style))
                    .collect();
                match slugs.len() {
                    1 => slugs.into_iter().next().cloned(),
                    _ => None,
                }
            }
            (None, None) => match draft.slugs.as_slice() {
                [slug] => Some(slug.clone()),
                _ => None,
            },
        };
        let is_sound = |anchor: &String| !anchor.is_empty() && !anchor.contains('#');
        let instead = anchor.filter(is_sound).map(|anchor| {
            let path = link.url.split('#').next().unwrap_or_default();
            format!("{path}#{}", encoded(&anchor))
        });
        let at = (page.to_owned(), span);
        Some((broken(Some(at)), instead))
    }

    /// What the source's like of a link leads to on its page, and all the styles by which it does.
    fn source_landing(
        &self,
        pair: &PairLinks,
        source_page: &str,
        fragment: &str,
    ) -> Option<(Landing, Vec<usize>)> {
        let anchors = self.pages.anchors(source_page)?;
        let mut found: Vec<String> = Vec::new();
        for other in &pair.source {
            let Some(url) = LocalUrl::of(&other.url) else {
                continue;
            };
            let Some(like) = url.fragment.clone() else {
                continue;
            };
            let leads = self.follow(self.source, &url, other);
            if leads == Destination::File(source_page.to_owned()) && !found.contains(&like) {
                found.push(like);
            }
        }
        let like = match found.as_slice() {
            [one] => one.as_str(),
            // Without a like of its own, a fragment that the source's page knows was copied from there.
            _ => fragment,
        };
        let landing = anchors.find(like)?;
        let styles = match landing {
            Landing::Slug(idx, _) => {
                let slugs = anchors.headings.get(idx)?.slugs.iter().enumerate();
                slugs
                    .filter(|(_, slug)| slug.as_str() == like)
                    .map(|(style, _)| style)
                    .collect()
            }
            _ => Vec::new(),
        };
        Some((landing, styles))
    }
}

/// Fragments that browsers, themes and forges know on every page.
fn is_always_there(fragment: &str) -> bool {
    let is_line = fragment
        .strip_prefix('L')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    matches!(fragment, "top" | "_top" | "readme") || fragment.contains(":~:") || is_line
}

/// What stands behind the path of a link.
pub fn tail(url: &str) -> &str {
    url.find(['#', '?'])
        .and_then(|at| url.get(at..))
        .unwrap_or_default()
}

/// Writes a path as a link's target can hold it.
pub fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for c in path.chars() {
        match c {
            ' ' => out.push_str("%20"),
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '%' => out.push_str("%25"),
            c => out.push(c),
        }
    }
    out
}
