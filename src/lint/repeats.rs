//! Segments that stand in a project more than once, and how differently they were translated.

use crate::bitext::bitext::Bitext;
use crate::bitext::bitext::Pair;
use crate::bitext::bitext::PairState;
use crate::document::prose::OBJECT;
use crate::document::unit::UnitId;
use crate::document::unit::UnitKind;
use crate::lint::checked::Checked;
use crate::lint::context::PairCx;
use crate::lint::context::shorten;
use crate::lint::finding::Location;
use crate::lint::project::ProjectCx;
use crate::text::fingerprint::Fingerprint;
use crate::text::fingerprint::fold_space;
use crate::text::script::is_han;
use crate::text::source::Source;
use crate::text::span::Span;
use rustc_hash::FxHashMap;
use rustc_hash::FxHashSet;
use serde::Deserialize;
use serde::Serialize;
use std::borrow::Cow;
use unicode_normalization::IsNormalized;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::is_nfkc_quick;

/// One place where a segment stands with its translation.
#[derive(Clone, Debug)]
pub struct Place {
    /// The beginning of what a reader reads of the source, dots for code.
    pub source_text: String,
    /// The beginning of what a reader reads of the target, dots for code.
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

/// The segments of one bitext that are long enough to be compared.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Segments {
    each: Vec<Segment>,
    beginnings: String,
}

/// A segment that is long enough to be compared, with its translation.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Segment {
    /// Whether both are headings.
    pub is_heading: bool,
    /// The name of the source's text, folded.
    pub source: Fingerprint,
    /// The name of the target's text, folded.
    pub target: Fingerprint,
    /// The beginnings of both as a message shows them: where they stand in [`Segments::beginnings`].
    beginnings: [Span; 2],
    /// Where the source stands.
    pub source_at: Span,
    /// Where the target stands.
    pub target_at: Span,
}

/// Returns the segments that have more than one version, in the order of their first places.
pub fn find(cx: &ProjectCx<'_>, same: Same) -> Vec<Versions> {
    let all = || {
        cx.documents.iter().flat_map(|document| {
            let segments = document.summary.segments.each.iter();
            segments.map(move |segment| (document, segment))
        })
    };
    let other = |segment: &Segment| match same {
        Same::Source => segment.target,
        Same::Target => segment.source,
    };
    let mut first: FxHashMap<Key<'_>, Fingerprint> = FxHashMap::default();
    let mut mixed: FxHashSet<Key<'_>> = FxHashSet::default();
    for (document, segment) in all() {
        let key = key_of(document, segment, same);
        if *first.entry(key).or_insert_with(|| other(segment)) != other(segment) {
            mixed.insert(key);
        }
    }
    let mut order: Vec<Key<'_>> = Vec::new();
    let mut groups: FxHashMap<Key<'_>, Vec<(Fingerprint, Place)>> = FxHashMap::default();
    for (document, segment) in all() {
        let key = key_of(document, segment, same);
        if !mixed.contains(&key) {
            continue;
        }
        let group = groups.entry(key).or_insert_with(|| {
            order.push(key);
            Vec::new()
        });
        group.push((other(segment), place(document, segment)));
    }
    let groups = order.iter().filter_map(|key| groups.remove(key));
    groups.filter_map(versions).collect()
}

/// What segments must share to belong together: the draft's language, whether they are headings, and one side's text.
type Key<'a> = (&'a str, bool, Fingerprint);

fn key_of<'a>(document: &'a Checked, segment: &Segment, same: Same) -> Key<'a> {
    let text = match same {
        Same::Source => segment.source,
        Same::Target => segment.target,
    };
    (document.target_lang.tag(), segment.is_heading, text)
}

fn place(document: &Checked, segment: &Segment) -> Place {
    let at = |source: &Source, span: Span| Location {
        source: source.clone(),
        span,
    };
    let beginnings = &document.summary.segments.beginnings;
    let [source_text, target_text] = segment
        .beginnings
        .map(|span| beginnings.get(span.range()).unwrap_or_default().to_owned());
    Place {
        source_text,
        target_text,
        source: at(&document.texts.source, segment.source_at),
        target: at(&document.texts.target, segment.target_at),
    }
}

impl Segments {
    /// Adds a pair, if it is compared.
    pub fn add(&mut self, cx: &PairCx<'_>) {
        let ([source], [target]) = (cx.source.units, cx.target.units) else {
            return;
        };
        if !is_translation(cx.pair) {
            return;
        }
        let (from, to) = (&cx.source_prose().text, &cx.target_prose().text);
        let Some(is_heading) = weighty(cx.bitext, *source, *target, from) else {
            return;
        };
        let mut begin = |text: &str| {
            let start = self.beginnings.len();
            self.beginnings.push_str(&shorten(&readable(text)));
            Span::of(start..self.beginnings.len())
        };
        let beginnings = [begin(from), begin(to)];
        self.each.push(Segment {
            is_heading,
            source: Fingerprint::of(&fold(from)),
            target: Fingerprint::of(&fold(to)),
            beginnings,
            source_at: cx.source.whole().span,
            target_at: cx.target.whole().span,
        });
    }
}

/// Returns where the most frequent version of a segment first stands, and where each other one does.
pub fn usual_and_others(versions: Versions) -> Option<(Place, Vec<Place>)> {
    let mut first = versions
        .into_iter()
        .filter_map(|places| places.into_iter().next());
    Some((first.next()?, first.collect()))
}

fn versions(places: Vec<(Fingerprint, Place)>) -> Option<Versions> {
    let mut by_version: Vec<(Fingerprint, Vec<Place>)> = Vec::new();
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

/// Returns of a pair that is long enough to be compared whether it is a heading. Cells, titles, captions and alternative
/// texts are translated as their place asks for.
fn weighty(bitext: &Bitext, source: UnitId, target: UnitId, text: &str) -> Option<bool> {
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
    is_enough.then_some(is_heading)
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
