//! What is wrong with the links of a draft that lead to pages and files of its own site.

use crate::bitext::bitext::Bitext;
use crate::bitext::bitext::Pair;
use crate::document::document::Document;
use crate::document::inline::CodeKind;
use crate::document::inline::InlineCode;
use crate::document::unit::UnitId;
use crate::document::unit::UnitSpan;
use crate::lint::anchors::Landing;
use crate::lint::destinations;
use crate::lint::destinations::Destination;
use crate::lint::destinations::LocalUrl;
use crate::lint::destinations::Standpoint;
use crate::lint::finding::Location;
use crate::lint::fix::Applicability;
use crate::lint::fix::Fix;
use crate::lint::pages::SitePages;
use crate::lint::runner::is_translated;
use crate::text::edit::Edit;
use std::collections::BTreeSet;

/// A link or an image of the draft that does not lead where the source's leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkFault<'a> {
    /// The draft's unit.
    pub unit: UnitId,
    /// The link.
    pub code: &'a InlineCode,
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
        /// The page, where the heading is translated: its path and the heading.
        heading: Option<(String, UnitId)>,
    },
}

impl LinkFault<'_> {
    /// Returns where it stands in its draft.
    pub fn at(&self, draft: &Document) -> Location {
        Location {
            source: draft.source.clone(),
            span: draft.to_source(self.unit, self.code.span),
        }
    }

    /// Returns the fix that writes another target into the link, where the target stands in it as it is.
    pub fn mend(&self, draft: &Document) -> Option<Fix> {
        let span = target_span(draft.text(self.unit), self.code)?;
        let edit = Edit {
            span: draft.to_source(self.unit, span),
            text: self.instead.clone()?,
        };
        Some(Fix {
            edits: vec![edit],
            applicability: Applicability::Safe,
        })
    }
}

/// Looks at every link of a draft.
pub fn faults<'a>(bitext: &'a Bitext, pages: &SitePages<'_>) -> Vec<LinkFault<'a>> {
    let sight = Sight::new(bitext, pages);
    let mut faults = Vec::new();
    for (pair_idx, pair) in bitext.pairs.iter().enumerate() {
        for (unit, code) in links(bitext, pair, false) {
            let fault = sight.look(pair_idx, code);
            faults.extend(fault.map(|(kind, instead)| LinkFault {
                unit,
                code,
                kind,
                instead,
            }));
        }
    }
    faults
}

struct Sight<'a, 'p> {
    bitext: &'a Bitext,
    pages: &'p SitePages<'p>,
    source: Standpoint<'a>,
    target: Standpoint<'a>,
}

/// Of more links in one unit the rest is left alone.
const MOST_LINKS: usize = 500;

type Verdict = (FaultKind, Option<String>);

fn links<'a>(
    bitext: &'a Bitext,
    pair: &'a Pair,
    is_source: bool,
) -> impl Iterator<Item = (UnitId, &'a InlineCode)> {
    let (document, units) = match is_source {
        true => (&bitext.source, &pair.source),
        false => (&bitext.target, &pair.target),
    };
    let prose = units
        .iter()
        .filter(|unit| document.unit(**unit).kind.is_prose());
    prose.flat_map(|unit| {
        let codes = document.codes(*unit).iter();
        let links = codes.filter(|code| matches!(code.kind, CodeKind::Link | CodeKind::Image));
        links.take(MOST_LINKS).map(|code| (*unit, code))
    })
}

impl<'a, 'p> Sight<'a, 'p> {
    fn new(bitext: &'a Bitext, pages: &'p SitePages<'p>) -> Self {
        let (source, target) = (bitext.source.source.name(), bitext.target.source.name());
        let from = |page| Standpoint {
            page,
            source,
            target,
        };
        Self {
            bitext,
            pages,
            source: from(source),
            target: from(target),
        }
    }

    fn follow(&self, from: Standpoint<'_>, url: &LocalUrl, code: &InlineCode) -> Destination {
        destinations::follow(self.pages, from, url, code.kind == CodeKind::Image)
    }

    fn look(&self, pair_idx: usize, code: &InlineCode) -> Option<Verdict> {
        let url = LocalUrl::of(&code.content)?;
        match self.follow(self.target, &url, code) {
            Destination::Unknown => None,
            Destination::File(page) => {
                let fragment = url.fragment.as_deref()?;
                self.look_at_fragment(pair_idx, &page, fragment, code)
            }
            Destination::Nowhere(sought) => self.look_at_file(pair_idx, &url, &sought, code),
        }
    }

    /// A link whose file is not there: is that the translation's doing?
    fn look_at_file(
        &self,
        pair_idx: usize,
        url: &LocalUrl,
        sought: &[String],
        code: &InlineCode,
    ) -> Option<Verdict> {
        let copied = match self.follow(self.source, url, code) {
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
            .or_else(|| self.counterpart(pair_idx, url, code))?;
        let lang = &self.bitext.target.lang;
        let draft = self.pages.draft_of(&meant, lang);
        if let Some(draft) = draft.filter(|draft| !self.pages.has(draft)) {
            let instead = self.fallback(draft, code, url);
            return Some((FaultKind::Untranslated(meant), instead));
        }
        let there = draft.unwrap_or(&meant);
        if there == self.target.page {
            return None;
        }
        let instead = self.way(code, there);
        let is_page = destinations::is_markdown(there);
        // From a source page to one that is not to be translated at all: where it should lead is for a person to say.
        let instead = instead.filter(|_| draft.is_some() || !is_page);
        match is_copied && !is_page {
            true => Some((FaultKind::Depth(there.to_owned()), instead)),
            false => Some((FaultKind::Broken(there.to_owned()), instead)),
        }
    }

    /// The file that the source's like of a link leads to: the link of the pair with the same file name.
    fn counterpart(&self, pair_idx: usize, url: &LocalUrl, code: &InlineCode) -> Option<String> {
        let name = |path: &str| {
            let name = path.rsplit('/').next().unwrap_or_default();
            name.to_lowercase()
        };
        let pair = self.bitext.pairs.get(pair_idx)?;
        let found: BTreeSet<String> = links(self.bitext, pair, true)
            .filter(|(_, other)| other.kind == code.kind)
            .filter_map(|(_, other)| {
                let other_url = LocalUrl::of(&other.content)?;
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
    fn way(&self, code: &InlineCode, to: &str) -> Option<String> {
        let way = destinations::way(self.target.page, to);
        let dot = match code.content.starts_with("./") && !way.starts_with("../") {
            true => "./",
            false => "",
        };
        Some(format!("{dot}{}{}", encoded(&way), tail(&code.content)))
    }

    /// A link that Docusaurus lets fall back to the source's page: the path from the content's own root.
    fn fallback(&self, draft: &str, code: &InlineCode, url: &LocalUrl) -> Option<String> {
        if !url.is_markdown() {
            return None;
        }
        let root = destinations::localized_root(self.pages, self.target)?;
        let inside = draft.strip_prefix(&root)?;
        Some(format!("/{}{}", encoded(inside), tail(&code.content)))
    }

    /// A fragment that the page does not have: did the source's like lead to a heading?
    fn look_at_fragment(
        &self,
        pair_idx: usize,
        page: &str,
        fragment: &str,
        code: &InlineCode,
    ) -> Option<Verdict> {
        let anchors = self.pages.anchors(page)?;
        if is_always_there(fragment) || anchors.find(fragment).is_some() {
            return None;
        }
        // Where nobody knows what makes the anchors, a likely one is taken for right.
        if self.pages.generator_of(page).is_none() && anchors.finds_alike(fragment) {
            return None;
        }
        let bitext = self.pages.bitext_of(page)?;
        let source_page = bitext.source.source.name();
        let landing = self.source_landing(pair_idx, source_page, fragment)?;
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
        let pair = bitext
            .pairs
            .iter()
            .find(|pair| pair.source.contains(&heading))?;
        // A heading that is not translated is told as such.
        if !is_translated(pair) {
            return None;
        }
        let mut units = pair.target.iter();
        let draft = anchors
            .headings
            .iter()
            .find(|heading| units.clone().any(|unit| *unit == heading.unit));
        let Some(draft) = draft else {
            let unit = units.next()?;
            return Some((broken(Some((page.to_owned(), *unit))), None));
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
            let path = code.content.split('#').next().unwrap_or_default();
            format!("{path}#{}", encoded(&anchor))
        });
        let at = (page.to_owned(), draft.unit);
        Some((broken(Some(at)), instead))
    }

    /// What the source's like of a link leads to on its page, and all the styles by which it does.
    fn source_landing(
        &self,
        pair_idx: usize,
        source_page: &str,
        fragment: &str,
    ) -> Option<(Landing, Vec<usize>)> {
        let anchors = self.pages.anchors(source_page)?;
        let pair = self.bitext.pairs.get(pair_idx)?;
        let mut found: Vec<String> = Vec::new();
        for (_, other) in links(self.bitext, pair, true) {
            let Some(url) = LocalUrl::of(&other.content) else {
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

/// Returns where in a unit's text the target of an inline link stands, if it stands there as it is.
pub fn target_span(text: &str, code: &InlineCode) -> Option<UnitSpan> {
    let behind = code.prose.map_or(code.span.start, |prose| prose.end);
    let raw = text.get(behind as usize..code.span.end as usize)?;
    let open = raw.find("](")?;
    let mut found = raw.get(open..)?.match_indices(code.content.as_str());
    let (at, _) = found.next().filter(|_| !code.content.is_empty())?;
    let start = behind as usize + open + at;
    Some(UnitSpan::of(start..start + code.content.len()))
}
