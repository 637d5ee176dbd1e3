//! What the checks of the whole project ask of one bitext. It is all that is left of a bitext that was checked, so that a project of any
//! size is checked without holding its texts' structure.

use crate::bitext::bitext::Bitext;
use crate::bitext::bitext::Pair;
use crate::document::document::Document;
use crate::document::unit::UnitId;
use crate::lint::anchors::PageAnchors;
use crate::lint::anchors::headings_of;
use crate::lint::local_links;
use crate::lint::local_links::PairLinks;
use crate::lint::repeats::Segments;
use crate::lint::runner::is_translated;
use crate::lint::suppress;
use crate::lint::suppress::Waivers;
use crate::lint::uses::ConceptTally;
use crate::lint::uses::TermUse;
use crate::termbase::extract::Sentences;
use crate::text::span::Span;
use serde::Deserialize;
use serde::Serialize;

/// What the checks of the whole project ask of one bitext.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Summary {
    /// Whether the source has anything to translate.
    pub has_source: bool,
    /// Whether the draft has anything.
    pub has_draft: bool,
    /// The waivers of the source and of the draft.
    pub waivers: [FileWaivers; 2],
    /// The anchors of the source and of the draft.
    pub anchors: [PageAnchors; 2],
    /// The source's headings with their translations.
    pub headings: Vec<HeadingPair>,
    /// The draft's links into the site.
    pub links: Vec<PairLinks>,
    /// The segments that are long enough to be compared.
    pub segments: Segments,
    /// How terms that are to be consistent were translated.
    pub uses: Vec<TermUse>,
    /// What became of the terms.
    pub tallies: Vec<ConceptTally>,
    /// Aligned sentences with their places, where a rule asks for them.
    pub sentences: Vec<SentencePlace>,
}

/// One file's waivers.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct FileWaivers {
    /// What its comments say.
    pub found: Waivers,
    /// Units that were not checked, because they or their translation are missing; only where there are waivers.
    pub unchecked: Vec<Span>,
}

/// A heading of the source and what translates it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct HeadingPair {
    /// The heading.
    pub source: UnitId,
    /// Whether the draft's units are its translation.
    pub is_translated: bool,
    /// The draft's units, and where they stand.
    pub target: Vec<(UnitId, Span)>,
}

/// Two aligned sentences and where they stand.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SentencePlace {
    /// The sentences.
    pub texts: Sentences,
    /// Where the source's stands.
    pub source: Span,
    /// Where the draft's stands.
    pub target: Span,
}

impl Summary {
    /// Sums up a bitext but for what its pairs tell in turn; `trusted` tells of each whether it was held against its source.
    pub fn of(bitext: &Bitext, trusted: &[bool]) -> Self {
        Self {
            has_source: !bitext.source.units.is_empty(),
            has_draft: !bitext.target.units.is_empty(),
            waivers: [
                waivers((bitext, trusted), &bitext.source, |pair| &pair.source),
                waivers((bitext, trusted), &bitext.target, |pair| &pair.target),
            ],
            anchors: [&bitext.source, &bitext.target].map(PageAnchors::of),
            headings: heading_pairs(bitext),
            links: local_links::of(bitext),
            ..Self::default()
        }
    }
}

fn waivers(
    (bitext, trusted): (&Bitext, &[bool]),
    document: &Document,
    units_of: fn(&Pair) -> &[UnitId],
) -> FileWaivers {
    let found = suppress::read(document);
    if found == Waivers::default() {
        return FileWaivers::default();
    }
    let pairs = bitext.pairs.iter().zip(trusted);
    let unchecked = pairs.filter(|(pair, is_trusted)| !**is_trusted || !is_translated(pair));
    let unchecked = unchecked.flat_map(|(pair, _)| units_of(pair));
    FileWaivers {
        unchecked: unchecked.map(|unit| document.unit(*unit).span).collect(),
        found,
    }
}

fn heading_pairs(bitext: &Bitext) -> Vec<HeadingPair> {
    let mut pair_of: Vec<Option<&Pair>> = vec![None; bitext.source.units.len()];
    for pair in &bitext.pairs {
        for unit in &pair.source {
            if let Some(slot) = pair_of.get_mut(unit.idx()) {
                *slot = Some(pair);
            }
        }
    }
    let headings = headings_of(&bitext.source);
    let paired = headings.filter_map(|heading| {
        let pair = (*pair_of.get(heading.idx())?)?;
        let target = pair.target.iter();
        let target = target.map(|unit| (*unit, bitext.target.unit(*unit).span));
        Some(HeadingPair {
            source: heading,
            is_translated: is_translated(pair),
            target: target.collect(),
        })
    });
    paired.collect()
}
