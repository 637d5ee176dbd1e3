//! The links of a draft into its own site, and those of its source beside them.

use crate::bitext::bitext::Bitext;
use crate::document::document::Document;
use crate::document::inline::CodeKind;
use crate::document::inline::InlineCode;
use crate::document::unit::UnitId;
use crate::document::unit::UnitSpan;
use crate::lint::destinations::LocalUrl;
use crate::text::span::Span;
use serde::Deserialize;
use serde::Serialize;

/// The links of a pair that lead into the site, those of the draft and those of the source.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PairLinks {
    /// The draft's; never none.
    pub target: Vec<LocalLink>,
    /// The source's.
    pub source: Vec<LocalLink>,
}

/// A link or an image that leads into the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalLink {
    /// Whether it is an image.
    pub is_image: bool,
    /// Its target, as the file has it.
    pub url: String,
    /// Where it stands in its file.
    pub span: Span,
    /// Where its target stands in its file, if it stands there as it is.
    pub target: Option<Span>,
}

/// Of more links in one unit the rest is left alone.
const MOST_LINKS: usize = 500;

/// Lists the links of all pairs whose draft has some.
pub fn of(bitext: &Bitext) -> Vec<PairLinks> {
    let pairs = bitext.pairs.iter().filter_map(|pair| {
        let target = links(&bitext.target, &pair.target);
        (!target.is_empty()).then(|| PairLinks {
            target,
            source: links(&bitext.source, &pair.source),
        })
    });
    pairs.collect()
}

fn links(document: &Document, units: &[UnitId]) -> Vec<LocalLink> {
    let mut found = Vec::new();
    for unit in units {
        if !document.unit(*unit).kind.is_prose() {
            continue;
        }
        let codes = document.codes(*unit).iter();
        let links = codes.filter(|code| matches!(code.kind, CodeKind::Link | CodeKind::Image));
        for code in links.take(MOST_LINKS) {
            if LocalUrl::of(&code.content).is_none() {
                continue;
            }
            let target = target_span(document.text(*unit), code);
            found.push(LocalLink {
                is_image: code.kind == CodeKind::Image,
                url: code.content.clone(),
                span: document.to_source(*unit, code.span),
                target: target.map(|span| document.to_source(*unit, span)),
            });
        }
    }
    found
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
