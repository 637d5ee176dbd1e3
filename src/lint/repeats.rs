//! Segments that stand in a project more than once, and how differently they were translated.

use crate::bitext::bitext::Bitext;
use crate::bitext::bitext::Pair;
use crate::bitext::bitext::PairState;
use crate::document::prose::OBJECT;
use crate::document::unit::UnitId;
use crate::document::unit::UnitKind;
use crate::lint::context::Side;
use crate::lint::facts::SideProse;
use crate::lint::finding::Location;
use crate::lint::project::ProjectCx;
use crate::text::fingerprint::Fingerprint;
use crate::text::fingerprint::fold_space;
use crate::text::script::is_han;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use unicode_normalization::IsNormalized;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::is_nfkc_quick;

/// One place where a segment stands with its translation.
#[derive(Clone, Debug)]
pub struct Place {
    /// What a reader reads of the source, dots for code.
    pub source_text: String,
    /// What a reader reads of the target, dots for code.
    pub target_text: String,
    /// Where the source stands.
    pub source: Location,
    /// Where the target stands.
    pub target: Location,
}

/// Which side must be the same for segments to belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Same {
    /// The source: one text, several translations.
    Source,
    /// The target: one translation, several texts.
    Target,
}

/// A segment and the versions of its other side: the most frequent one first, each with its places in the project's order.
pub type Versions = Vec<Vec<Place>>;

/// Headings and paragraphs need this many Han characters or words, list items more: shorter ones mean what their place makes of them.
const BLOCK_HAN: usize = 4;
const BLOCK_WORDS: usize = 3;
const ITEM_HAN: usize = 10;
const ITEM_WORDS: usize = 6;

/// Returns the segments that have more than one version, in the order of their first places.
pub fn find(cx: &ProjectCx<'_>, same: Same) -> Vec<Versions> {
    let seen = cx.take(|document| segments(document.bitext, same));
    let mut counts: FxHashMap<Segment<'_>, usize> = FxHashMap::default();
    for seen in seen.iter().flatten() {
        *counts.entry(seen.segment).or_default() += 1;
    }
    // Nearly all segments stand once: their other side need not be read.
    let repeated = cx.take_by(&seen, |document, seen| {
        let repeated = seen.iter().filter(|seen| counts[&seen.segment] > 1);
        let repeated =
            repeated.map(|seen| (seen.segment, version(document.bitext, seen.pair, same)));
        repeated.collect::<Vec<_>>()
    });
    let mut order: Vec<Segment<'_>> = Vec::new();
    let mut groups: FxHashMap<Segment<'_>, Vec<(String, Place)>> = FxHashMap::default();
    for (segment, version) in repeated.into_iter().flatten() {
        let group = groups.entry(segment).or_insert_with(|| {
            order.push(segment);
            Vec::new()
        });
        group.push(version);
    }
    let groups = order.iter().filter_map(|segment| groups.remove(segment));
    groups.filter_map(versions).collect()
}

/// What segments must share to belong together: the draft's language, whether they are headings, and one side's text, folded.
type Segment<'a> = (&'a str, bool, Fingerprint);

/// A segment, and the index of the pair that holds it.
struct Seen<'a> {
    segment: Segment<'a>,
    pair: usize,
}

/// Lists the segments of one bitext that are long enough to be compared.
fn segments(bitext: &Bitext, same: Same) -> Vec<Seen<'_>> {
    let lang = bitext.target.lang.tag();
    let mut found = Vec::new();
    for (pair_idx, pair) in bitext.pairs.iter().enumerate() {
        let ([source], [target]) = (pair.source.as_slice(), pair.target.as_slice()) else {
            continue;
        };
        if !is_translation(pair) {
            continue;
        }
        let Some((is_heading, text)) = weighty(bitext, *source, *target) else {
            continue;
        };
        let text = match same {
            Same::Source => text,
            Same::Target => SideProse::of(&bitext.target, &[*target]).text,
        };
        found.push(Seen {
            segment: (lang, is_heading, Fingerprint::of(&fold(&text))),
            pair: pair_idx,
        });
    }
    found
}

/// Returns the other side of a segment, folded, and where both stand.
fn version(bitext: &Bitext, pair_idx: usize, same: Same) -> (String, Place) {
    let pair = &bitext.pairs[pair_idx];
    let (from, to) = Side::both(bitext, pair);
    let source = SideProse::of(&bitext.source, &pair.source).text;
    let target = SideProse::of(&bitext.target, &pair.target).text;
    let other = match same {
        Same::Source => fold(&target),
        Same::Target => fold(&source),
    };
    let place = Place {
        source_text: readable(&source),
        target_text: readable(&target),
        source: from.whole(),
        target: to.whole(),
    };
    (other, place)
}

/// Returns where the most frequent version of a segment first stands, and where each other one does.
pub fn usual_and_others(versions: Versions) -> Option<(Place, Vec<Place>)> {
    let mut first = versions
        .into_iter()
        .filter_map(|places| places.into_iter().next());
    Some((first.next()?, first.collect()))
}

fn versions(places: Vec<(String, Place)>) -> Option<Versions> {
    let mut by_version: Vec<(String, Vec<Place>)> = Vec::new();
    for (version, place) in places {
        match by_version.iter_mut().find(|(known, _)| *known == version) {
            Some((_, places)) => places.push(place),
            None => by_version.push((version, vec![place])),
        }
    }
    // A stable sort: among equals the first to come stays first.
    by_version.sort_by_key(|(_, places)| std::cmp::Reverse(places.len()));
    (by_version.len() > 1).then(|| by_version.into_iter().map(|(_, places)| places).collect())
}

fn is_translation(pair: &Pair) -> bool {
    !matches!(
        pair.state,
        PairState::Ignored | PairState::Untranslated | PairState::Orphaned | PairState::Stale(_)
    )
}

/// Returns of a pair that is long enough to be compared whether it is a heading, and its source's text. Cells, titles, captions and alternative
/// texts are translated as their place asks for.
fn weighty(bitext: &Bitext, source: UnitId, target: UnitId) -> Option<(bool, String)> {
    let kinds = (
        bitext.source.unit(source).kind,
        bitext.target.unit(target).kind,
    );
    let is_heading = match kinds {
        (UnitKind::Heading(_), UnitKind::Heading(_)) => true,
        (UnitKind::Paragraph | UnitKind::ListItem, UnitKind::Paragraph | UnitKind::ListItem) => {
            false
        }
        _ => return None,
    };
    let text = SideProse::of(&bitext.source, &[source]).text;
    let (least_han, least_words) = match kinds.0 {
        UnitKind::ListItem => (ITEM_HAN, ITEM_WORDS),
        _ => (BLOCK_HAN, BLOCK_WORDS),
    };
    let is_enough = match bitext.source.lang.uses_han() {
        true => text.chars().filter(|c| is_han(*c)).count() >= least_han,
        false => {
            let words = text.split(|c: char| !c.is_alphanumeric());
            words.filter(|word| !word.is_empty()).count() >= least_words
        }
    };
    is_enough.then_some((is_heading, text))
}

/// A segment as a message shows it: dots stand for code.
fn readable(prose: &str) -> String {
    fold_space(prose).replace(OBJECT, "\u{2026}")
}

/// Words that come and go without changing what a segment says.
const SMALL: &[&str] = &["a", "an", "the"];

/// A segment without what may differ: case, width, punctuation, articles, the plural.
fn fold(text: &str) -> String {
    let composed: Cow<'_, str> = match is_nfkc_quick(text.chars()) {
        IsNormalized::Yes => text.into(),
        _ => text.nfkc().collect::<String>().into(),
    };
    let folded = composed.to_lowercase();
    let words = folded.split(|c: char| !c.is_alphanumeric() && c != OBJECT);
    let words = words.filter(|word| !word.is_empty() && !SMALL.contains(word));
    let words = words.map(|word| match word.strip_suffix('s') {
        Some(stem) if stem.len() > 2 && stem.is_ascii() => stem,
        _ => word,
    });
    words.collect::<Vec<&str>>().join(" ")
}
