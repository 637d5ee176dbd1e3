//! The anchors of a page: what a link with a fragment can lead to.

use crate::document::block::BlockKind;
use crate::document::document::Document;
use crate::document::inline::CodeKind;
use crate::document::unit::UnitId;
use crate::document::unit::UnitKind;
use crate::lint::slug::SlugStyle;
use crate::lint::slug::Slugger;
use crate::text::span::Span;
use rustc_hash::FxHashMap;
use serde::Deserialize;
use serde::Serialize;
use std::cell::LazyCell;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::OnceLock;

/// A heading of a page and its anchors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadingAnchor {
    /// The heading.
    pub unit: UnitId,
    /// The id that the page itself gives it.
    pub explicit: Option<String>,
    /// What is made of its text, by the styles that were asked for.
    pub slugs: Vec<String>,
}

/// What the anchors of a page are made of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageAnchors {
    headings: Vec<Heading>,
    /// Ids of elements, and whatever else looks like one.
    others: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Heading {
    unit: UnitId,
    explicit: Option<String>,
    /// Its text, where it has no id of its own.
    text: String,
}

impl PageAnchors {
    /// Gathers it from a document.
    pub fn of(document: &Document) -> Self {
        let headings = headings_of(document).map(|unit| {
            let explicit = explicit_id(document, unit).map(|(id, _)| id);
            let text = match &explicit {
                Some(_) => String::new(),
                None => heading_text(document, unit),
            };
            Heading {
                unit,
                explicit,
                text,
            }
        });
        let mut others: Vec<String> = loose_ids(document.source.text()).into_iter().collect();
        others.sort_unstable();
        Self {
            headings: headings.collect(),
            others,
        }
    }
}

/// The anchors of one page.
#[derive(Clone, Debug, Default)]
pub struct Anchors {
    /// The headings in reading order.
    pub headings: Vec<HeadingAnchor>,
    explicit: FxHashMap<String, usize>,
    /// The first heading and style of each slug.
    slugs: FxHashMap<String, (usize, usize)>,
    /// Ids of elements, and whatever else looks like one.
    others: HashSet<String>,
    folded: OnceLock<HashSet<String>>,
}

/// What a fragment leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Landing {
    /// A heading's explicit id: its index.
    Explicit(usize),
    /// A heading by its text: its index, and the index of the style.
    Slug(usize, usize),
    /// Another element.
    Element,
}

/// An id that the page gives an element by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExplicitId {
    /// The id.
    pub id: String,
    /// Where it stands.
    pub span: Span,
    /// The heading that carries it; none for an element's.
    pub heading: Option<UnitId>,
}

impl Anchors {
    /// Gathers the anchors of a document, headings by each of `styles`.
    pub fn of(document: &Document, styles: &[SlugStyle]) -> Self {
        Self::new(&PageAnchors::of(document), styles)
    }

    /// Makes the anchors of a page, headings by each of `styles`.
    pub fn new(page: &PageAnchors, styles: &[SlugStyle]) -> Self {
        let mut sluggers: Vec<Slugger> = styles.iter().map(|style| Slugger::new(*style)).collect();
        let mut headings = Vec::new();
        for heading in &page.headings {
            let explicit = heading.explicit.clone();
            let slugs = match &explicit {
                Some(_) => Vec::new(),
                None => sluggers
                    .iter_mut()
                    .map(|slugger| slugger.next(&heading.text))
                    .collect(),
            };
            headings.push(HeadingAnchor {
                unit: heading.unit,
                explicit,
                slugs,
            });
        }
        let (mut explicit, mut slugs) = (FxHashMap::default(), FxHashMap::default());
        for (idx, heading) in headings.iter().enumerate() {
            if let Some(id) = &heading.explicit {
                explicit.entry(id.clone()).or_insert(idx);
            }
            for (style, slug) in heading.slugs.iter().enumerate() {
                slugs.entry(slug.clone()).or_insert((idx, style));
            }
        }
        Self {
            headings,
            explicit,
            slugs,
            others: page.others.iter().cloned().collect(),
            folded: OnceLock::new(),
        }
    }

    /// Returns what a fragment, percent signs decoded, leads to.
    pub fn find(&self, fragment: &str) -> Option<Landing> {
        if let Some(idx) = self.explicit.get(fragment) {
            return Some(Landing::Explicit(*idx));
        }
        if let Some((idx, style)) = self.slugs.get(fragment) {
            return Some(Landing::Slug(*idx, *style));
        }
        self.others.contains(fragment).then_some(Landing::Element)
    }

    /// Tells whether a fragment could lead to a heading if anchors were made in another way: cases kept, words joined otherwise.
    pub fn finds_alike(&self, fragment: &str) -> bool {
        let folded = self.folded.get_or_init(|| {
            let folded = self.slugs.keys().map(|slug| folded_text(slug));
            folded.filter(|slug| !slug.is_empty()).collect()
        });
        folded.contains(&folded_text(fragment))
    }
}

/// An anchor's letters and figures, whatever their case and what stands between.
fn folded_text(anchor: &str) -> String {
    let kept = anchor.chars().filter(|c| c.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}

/// Returns the headings of a document in reading order.
pub fn headings_of(document: &Document) -> impl Iterator<Item = UnitId> {
    document
        .unit_ids()
        .filter(|unit| matches!(document.unit(*unit).kind, UnitKind::Heading(_)))
}

/// Returns the id at the end of a heading, and where it stands.
pub fn explicit_id(document: &Document, unit: UnitId) -> Option<(String, Span)> {
    let mut codes = document.codes(unit).iter();
    let code = codes.rfind(|code| code.kind == CodeKind::HeadingId)?;
    let raw = document.text(unit).get(code.span.range())?;
    Some((id_of(raw)?, document.to_source(unit, code.span)))
}

/// Reads the id of `{#id}`, `{#id .class}`, `{: #id}`, `{/* #id */}`.
fn id_of(raw: &str) -> Option<String> {
    let inner = raw.trim().strip_prefix('{')?.strip_suffix('}')?.trim();
    let comment = inner
        .strip_prefix("/*")
        .and_then(|inner| inner.strip_suffix("*/"));
    let id = match comment {
        Some(comment) => {
            let mut words = comment.split_whitespace();
            let first = words.next()?;
            // Without its mark it is an id only when it stands alone.
            match first.strip_prefix('#') {
                Some(id) => id,
                None if words.next().is_none() => first,
                None => return None,
            }
        }
        None => inner
            .split_whitespace()
            .find_map(|word| word.strip_prefix('#'))?,
    };
    (!id.is_empty()).then(|| id.to_owned())
}

/// Returns the ids that headings and bare anchor elements carry by hand.
pub fn explicit_ids(document: &Document) -> Vec<ExplicitId> {
    let mut found: Vec<ExplicitId> = headings_of(document)
        .filter_map(|unit| {
            let (id, span) = explicit_id(document, unit)?;
            Some(ExplicitId {
                id,
                span,
                heading: Some(unit),
            })
        })
        .collect();
    let text = document.source.text();
    // Few pages have such elements: the code is looked for when one is found.
    let code = LazyCell::new(|| code_spans(document));
    for (at, _) in text.match_indices("<a ") {
        let Some(len) = text.get(at..).and_then(|rest| rest.find('>')) else {
            break;
        };
        let span = Span::of(at..at + len + 1);
        if is_inside(&code, span) {
            continue;
        }
        let tag = document.source.slice(span);
        let id = attributes(tag).find(|(name, _)| matches!(*name, "id" | "name"));
        if let Some((_, id)) = id.filter(|_| !tag.contains(" href")) {
            found.push(ExplicitId {
                id: id.to_owned(),
                span,
                heading: None,
            });
        }
    }
    found.sort_by_key(|id| id.span);
    found
}

/// The places of code and comments, in order.
fn code_spans(document: &Document) -> Vec<Span> {
    let is_code = |kind: &BlockKind| matches!(kind, BlockKind::Code | BlockKind::Comment);
    let blocks = document.blocks.iter();
    let blocks = blocks
        .filter(|block| is_code(&block.kind))
        .map(|block| block.span);
    let mut spans: Vec<Span> = blocks.collect();
    for unit in document.unit_ids() {
        let codes = document.codes(unit).iter();
        let codes = codes.filter(|code| matches!(code.kind, CodeKind::Code | CodeKind::Comment));
        spans.extend(codes.map(|code| document.to_source(unit, code.span)));
    }
    spans.sort();
    spans
}

fn is_inside(spans: &[Span], place: Span) -> bool {
    let n_before = spans.partition_point(|span| span.start <= place.start);
    let near = spans.get(..n_before).unwrap_or_default().iter().rev();
    near.take(2).any(|span| place.start < span.end)
}

/// The quoted attributes of a tag.
fn attributes(tag: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = tag;
    std::iter::from_fn(move || {
        let equals = rest.find('=')?;
        let name = rest.get(..equals)?.trim_end();
        let name = name
            .rsplit(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '{' | '}'))
            .next()?;
        let after = rest.get(equals + 1..)?.trim_start().trim_start_matches('{');
        let quote = after.chars().next()?;
        if !matches!(quote, '"' | '\'') {
            rest = after;
            return Some((name, ""));
        }
        let value = after.get(1..)?;
        let end = value.find(quote)?;
        rest = value.get(end + 1..)?;
        Some((name, value.get(..end)?))
    })
}

/// Whatever could be an id anywhere in a file: elements', attribute lists', footnotes'. Rather one too many than one too few.
fn loose_ids(text: &str) -> HashSet<String> {
    let mut found = HashSet::new();
    for mark in ["id=", "name=", "Id="] {
        for (at, _) in text.match_indices(mark) {
            let rest = text.get(at + mark.len()..).unwrap_or_default();
            let rest = rest.trim_start_matches(['{', ' ', '"', '\'', '`']);
            let end = rest.find(|c: char| {
                c.is_whitespace() || matches!(c, '"' | '\'' | '`' | '>' | '}' | '/')
            });
            let id = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
            if !id.is_empty() && id.len() <= LONGEST {
                found.insert(id.to_owned());
            }
        }
    }
    for (at, _) in text.match_indices('{') {
        let rest = text.get(at + 1..).unwrap_or_default();
        let rest = rest.trim_start_matches([':', ' ']);
        let Some(rest) = rest.strip_prefix('#') else {
            continue;
        };
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '}' | '.'));
        let id = rest.get(..end.unwrap_or(0)).unwrap_or_default();
        if !id.is_empty() && id.len() <= LONGEST {
            found.insert(id.to_owned());
        }
    }
    found
}

/// An id longer than this is something else.
const LONGEST: usize = 200;

/// Returns a heading's text as a reader reads it: marks, tags and its id gone, the words of code kept.
pub fn heading_text(document: &Document, unit: UnitId) -> String {
    let text = document.text(unit);
    let mut hidden: Vec<(Range<usize>, String)> = Vec::new();
    for code in document.codes(unit) {
        let span = code.span.range();
        match (code.kind, code.prose) {
            (CodeKind::Code, _) => hidden.push((span, code.content.clone())),
            (CodeKind::Expression, _) => {}
            (CodeKind::Autolink, _) => hidden.push((span, code.content.clone())),
            (CodeKind::HardBreak, _) => hidden.push((span, " ".to_owned())),
            (_, Some(inner)) => {
                let inner = inner.range();
                hidden.push((span.start..inner.start, String::new()));
                hidden.push((inner.end..span.end, String::new()));
            }
            (CodeKind::Math, _) => {}
            _ => hidden.push((span, String::new())),
        }
    }
    hidden.sort_by_key(|(range, _)| (range.start, range.end));
    let (mut plain, mut last) = (String::with_capacity(text.len()), 0);
    let copy = |plain: &mut String, range: Range<usize>| {
        plain.push_str(&unescaped(text.get(range).unwrap_or_default()));
    };
    for (range, instead) in hidden {
        if range.start < last {
            continue;
        }
        copy(&mut plain, last..range.start);
        plain.push_str(&instead);
        last = range.end;
    }
    copy(&mut plain, last..text.len());
    plain.trim().to_owned()
}

/// Takes backslashes before punctuation and the usual entities for what they stand for.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let escaped = chars
            .peek()
            .filter(|next| c == '\\' && next.is_ascii_punctuation());
        match escaped {
            Some(_) => plain.extend(chars.next()),
            None => plain.push(c),
        }
    }
    if !plain.contains('&') {
        return plain;
    }
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&nbsp;", "\u{a0}"),
        ("&amp;", "&"),
    ];
    for (entity, sign) in entities {
        plain = plain.replace(entity, sign);
    }
    plain
}
