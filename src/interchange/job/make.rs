//! A bitext as a job's document.

use crate::bitext::bitext::Bitext;
use crate::bitext::bitext::Pair;
use crate::bitext::bitext::PairState;
use crate::document::unit::UnitId;
use crate::interchange::job::content::JobFile;
use crate::interchange::job::content::Previous;
use crate::interchange::job::content::Segment;
use crate::interchange::job::terms::Terms;
use crate::interchange::job::wording::BETWEEN;
use crate::interchange::job::wording::Wording;
use crate::text::fingerprint::Fingerprint;
use crate::text::fingerprint::fold_space;
use std::collections::HashMap;

/// Which pairs are given out.
#[derive(Clone, Copy)]
pub struct Choice<'a> {
    /// Whether pairs in this state are.
    pub state: &'a (dyn Fn(PairState) -> bool + Sync),
    /// Whether code, markup and formulas are, too.
    pub has_code: bool,
}

/// Makes a job's document of a bitext.
pub fn file(bitext: &Bitext, terms: &Terms<'_>, choice: Choice<'_>) -> JobFile {
    let named = keys(bitext);
    let segments = named.into_iter().map(|(pair_idx, key)| {
        let pair = &bitext.pairs[pair_idx];
        let is_prose = |unit: &UnitId| bitext.source.unit(*unit).kind.is_prose();
        let is_wanted =
            (choice.state)(pair.state) && (choice.has_code || pair.source.iter().all(is_prose));
        segment(bitext, pair, key, is_wanted, terms)
    });
    JobFile {
        source: bitext.source.source.name().to_owned(),
        target: bitext.target.source.name().to_owned(),
        segments: segments.collect(),
    }
}

/// Returns every pair with a source, by its index, and its name: the fingerprint of its text, and a number where that stands there more than once.
pub fn keys(bitext: &Bitext) -> Vec<(usize, String)> {
    let mut counts: HashMap<Fingerprint, usize> = HashMap::new();
    let with_source = bitext.pairs.iter().enumerate();
    let with_source = with_source.filter(|(_, pair)| !pair.source.is_empty());
    let named = with_source.map(|(pair_idx, pair)| {
        let name = Fingerprint::of(&bitext.source.texts(&pair.source));
        let count = counts.entry(name).or_default();
        *count += 1;
        let key = match count {
            1 => name.to_string(),
            n => format!("{name}-{n}"),
        };
        (pair_idx, key)
    });
    named.collect()
}

fn segment(
    bitext: &Bitext,
    pair: &Pair,
    key: String,
    is_wanted: bool,
    terms: &Terms<'_>,
) -> Segment {
    let (source, target) = (&bitext.source, &bitext.target);
    let first = source.unit(pair.source[0]);
    let wording = Wording::of(source, &pair.source);
    let previous = pair.accepted.as_ref();
    let previous = previous.filter(|accepted| match pair.state {
        PairState::Stale(_) => true,
        // What the history says, or what was accepted before both sides changed.
        PairState::Unconfirmed => {
            fold_space(&accepted.source.join(BETWEEN)) != fold_space(&wording.text)
        }
        _ => false,
    });
    Segment {
        key,
        kind: first.kind,
        name: first.key.clone(),
        line: source.source.line_of(first.span.start),
        state: pair.state,
        is_wanted,
        terms: match is_wanted {
            true => terms.find(&wording.text),
            false => Vec::new(),
        },
        target: Wording::of_translation(target, &pair.target, source, &pair.source),
        source: wording,
        previous: previous.map(|accepted| Previous {
            source: accepted.source.join(BETWEEN),
            target: accepted.target.join(BETWEEN),
        }),
    }
}
