//! What a change made worse: findings beside those of its base.
//!
//! A finding of the base is known again by what it says and by the text it stands in, wherever that text went. A change that touches the
//! text (a fix of one half of it, a new wording) does not make a finding new that was there before. The states of units are known by
//! their source's text: a source that changes once more and a draft that does not is a new finding, an unchanged one never is.

use crate::bitext::bitext::Bitext;
use crate::document::document::Document;
use crate::lint::finding::Finding;
use crate::lint::meta::Severity;
use crate::text::fingerprint::Fingerprint;
use crate::text::fingerprint::fold_space;
use crate::text::similarity;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// From this similarity on an untranslated text is the one that was untranslated before.
const ALIKE: f32 = 0.6;

/// How many texts an edited one is looked for among.
const NEAREST: usize = 64;

/// One side of the comparison: findings, and the bitexts they stand in.
pub struct Scene<'a> {
    places: BTreeMap<&'a str, Vec<Place<'a>>>,
    renamed: BTreeMap<String, String>,
}

/// A document, which may be the source of several bitexts.
struct Place<'a> {
    bitext: &'a Bitext,
    document: &'a Document,
    is_source: bool,
    /// The pair of each unit.
    pairs: Vec<Option<usize>>,
}

impl<'a> Scene<'a> {
    /// Gathers the bitexts that findings may stand in; `renamed` tells what their files are called on the other side, where that is
    /// another name.
    pub fn new(
        bitexts: impl IntoIterator<Item = &'a Bitext>,
        renamed: BTreeMap<String, String>,
    ) -> Self {
        let mut places: BTreeMap<&str, Vec<Place<'_>>> = BTreeMap::new();
        for bitext in bitexts {
            for (document, is_source) in [(&bitext.source, true), (&bitext.target, false)] {
                let mut pairs = vec![None; document.units.len()];
                for (pair_idx, pair) in bitext.pairs.iter().enumerate() {
                    let units = if is_source {
                        &pair.source
                    } else {
                        &pair.target
                    };
                    for unit in units {
                        if let Some(of_unit) = pairs.get_mut(unit.idx()) {
                            *of_unit = Some(pair_idx);
                        }
                    }
                }
                let place = Place {
                    bitext,
                    document,
                    is_source,
                    pairs,
                };
                places
                    .entry(document.source.name())
                    .or_default()
                    .push(place);
            }
        }
        Self { places, renamed }
    }

    /// The place of a finding; a source of several bitexts is the one whose draft the finding tells of, too.
    fn place(&self, finding: &Finding) -> Option<&Place<'a>> {
        let places = self.places.get(finding.at.source.name())?;
        let is_told = |place: &&Place<'_>| {
            let draft = place.bitext.target.source.name();
            let mut related = finding.related.iter();
            related.any(|at| at.source.name() == draft)
        };
        places.iter().find(is_told).or_else(|| places.first())
    }

    fn key(&self, finding: &Finding) -> Key {
        let place = self.place(finding);
        let unit = place.and_then(|place| place.document.unit_at(finding.at.span.start));
        let text = match (place, unit) {
            (Some(place), Some(unit)) => {
                let span = place.document.unit(unit).span;
                place.document.source.slice(span)
            }
            _ => finding.at.source.slice(finding.at.span),
        };
        let pair = place.zip(unit).and_then(|(place, unit)| {
            let pair_idx = place.pairs.get(unit.idx()).copied().flatten()?;
            place.bitext.pairs.get(pair_idx).map(|pair| (place, pair))
        });
        let source = pair.map(|(place, pair)| {
            let texts = pair.source.iter();
            let texts: Vec<&str> = texts.map(|unit| place.bitext.source.text(*unit)).collect();
            texts.join("\n")
        });
        let source = source.filter(|text| !text.trim().is_empty());
        let is_state = finding.rule.group() == "state";
        let args = finding.arguments();
        // An excerpt does not show what changed behind its end.
        let said = match &source {
            Some(source) if is_state => format!("{source}\n\n{text}"),
            _ => format!("{args}\n{text}"),
        };
        let path = finding.at.source.name();
        Key {
            path: self
                .renamed
                .get(path)
                .map_or(path, String::as_str)
                .to_owned(),
            rule: finding.rule.id,
            said: Fingerprint::of(&said),
            args: Fingerprint::of(&args),
            args_of_source: source
                .as_ref()
                .map(|source| Fingerprint::of(&format!("{args}\n\n{source}"))),
            source: source.as_deref().map(Fingerprint::of),
            text: fold_space(text).into_owned(),
            is_state,
            is_source: place.is_some_and(|place| place.is_source),
            severity: finding.severity,
        }
    }
}

/// What a finding may be known again by.
struct Key {
    path: String,
    rule: &'static str,
    said: Fingerprint,
    args: Fingerprint,
    args_of_source: Option<Fingerprint>,
    source: Option<Fingerprint>,
    text: String,
    is_state: bool,
    is_source: bool,
    severity: Severity,
}

/// One way to know a finding again; none where it does not fit.
type Way = fn(&Key) -> Option<(&str, &str, Fingerprint)>;

/// The ways, from the surest to the loosest: each finding of the base is spent on one finding of now.
const WAYS: &[Way] = &[
    |key| Some((&key.path, key.rule, key.said)),
    |key| Some(("", key.rule, key.said)),
    // The draft was edited, and still has what it had.
    |key| Some((key.rule, "", key.args_of_source?)).filter(|_| !key.is_state),
    // Both sides were edited.
    |key| Some((key.path.as_str(), key.rule, key.args)).filter(|_| !key.is_state),
    // The draft was edited, and has something of the same sort.
    |key| Some((key.rule, "", key.source?)).filter(|_| !key.is_state),
];

/// Takes away the findings that the base had; what is left is new.
pub fn compare(
    base: &[Finding],
    base_scene: &Scene<'_>,
    now: Vec<Finding>,
    scene: &Scene<'_>,
) -> Vec<Finding> {
    let mut left: Vec<Option<Key>> = base
        .iter()
        .map(|finding| Some(base_scene.key(finding)))
        .collect();
    let keys: Vec<Key> = now.iter().map(|finding| scene.key(finding)).collect();
    let mut open: BTreeSet<usize> = (0..keys.len()).collect();
    for way in WAYS {
        let mut known: FxHashMap<(&str, &str, Fingerprint), Vec<usize>> = FxHashMap::default();
        for (idx, key) in left.iter().enumerate().rev() {
            if let Some(name) = key.as_ref().and_then(way) {
                known.entry(name).or_default().push(idx);
            }
        }
        let met: Vec<(usize, usize)> = open
            .iter()
            .filter_map(|idx| {
                let of_base = known.get_mut(&way(&keys[*idx])?)?;
                Some((*idx, of_base.pop()?))
            })
            .collect();
        drop(known);
        for (idx, base_idx) in met {
            open.remove(&idx);
            left[base_idx] = None;
        }
    }
    open.retain(|idx| !spend(&mut left, &keys[*idx], is_no_worse));
    open.retain(|idx| !spend(&mut left, &keys[*idx], is_still_untranslated));
    let new = now.into_iter().enumerate();
    let new = new.filter(|(idx, _)| open.contains(idx));
    new.map(|(_, finding)| finding).collect()
}

/// Takes one finding of the base for a finding of now, if any will do.
fn spend(left: &mut [Option<Key>], key: &Key, fits: fn(&Key, &Key) -> bool) -> bool {
    if !key.is_state {
        return false;
    }
    let candidates = left.iter_mut().filter(|old| {
        let is_near =
            |old: &Key| old.is_state && (old.path == key.path || old.source == key.source);
        old.as_ref().is_some_and(is_near)
    });
    let mut candidates = candidates.take(NEAREST);
    let spent = candidates.find(|old| old.as_ref().is_some_and(|old| fits(old, key)));
    match spent {
        Some(spent) => {
            *spent = None;
            true
        }
        None => false,
    }
}

/// The source stands as it stood, and the state of its translation is no worse: an outdated draft became an unconfirmed one.
fn is_no_worse(old: &Key, new: &Key) -> bool {
    old.source.is_some() && old.source == new.source && new.severity <= old.severity
}

/// The source was reworded, and was not translated before.
fn is_still_untranslated(old: &Key, new: &Key) -> bool {
    let is_untranslated = |key: &Key| key.rule == "state/untranslated" && key.is_source;
    is_untranslated(old)
        && is_untranslated(new)
        && old.path == new.path
        && similarity::similarity_from(&old.text, &new.text, ALIKE).is_some()
}
