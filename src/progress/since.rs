//! What became of the pairs of a document since it was read before: the texts that a reviewer has to look at.

use crate::bitext::bitext::Bitext;
use crate::bitext::bitext::Pair;
use crate::text::similarity;
use std::collections::HashMap;
use std::collections::VecDeque;

/// Texts less alike than this are different texts.
const LEAST: f32 = 0.4;

/// So many old texts are compared with a new one.
const MOST_COMPARED: usize = 64;

/// The texts of a pair as they were; both are empty where there was none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Before {
    /// The source's.
    pub source: String,
    /// The draft's.
    pub target: String,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The pair by its place; nothing where the texts are gone.
    pub pair: Option<usize>,
    /// What it said.
    pub before: Before,
}

/// Lists the pairs that say something else than before on either side, in the order of the document; then the texts that are gone. Text
/// that only moved is no change, nor are pairs of the same texts that were paired otherwise.
pub fn changes(old: Option<&Bitext>, new: &Bitext) -> Vec<Change> {
    let before: Vec<Before> = match old {
        Some(old) => old.pairs.iter().map(|pair| texts(old, pair)).collect(),
        None => Vec::new(),
    };
    let now: Vec<Before> = new.pairs.iter().map(|pair| texts(new, pair)).collect();
    let mut matching = Matching {
        partner: vec![None; now.len()],
        is_free: before
            .iter()
            .map(|one| !one.source.is_empty() || !one.target.is_empty())
            .collect(),
    };
    let is_new = strange(new, old);
    let is_gone = old.map_or_else(Vec::new, |old| strange(old, Some(new)));
    let both = |one: &'_ Before| Some((one.source.clone(), one.target.clone()));
    matching.alike(&before, &now, both);
    let some = |text| Some(text).filter(|text: &&str| !text.is_empty());
    matching.alike(&before, &now, |one| some(one.source.as_str()));
    matching.alike(&before, &now, |one| some(one.target.as_str()));
    matching.similar(&before, &now);
    let changed = (0..now.len()).filter(|at| is_new[*at]);
    let changed = changed.map(|at| Change {
        pair: Some(at),
        before: matching.partner[at].map_or_else(Before::default, |old| before[old].clone()),
    });
    let mut changes: Vec<Change> = changed.collect();
    let gone = (0..before.len()).filter(|at| matching.is_free[*at] && is_gone[*at]);
    changes.extend(gone.map(|at| Change {
        pair: None,
        before: before[at].clone(),
    }));
    changes
}

/// Tells of each pair whether it has a text that the other document does not have as often on that side.
fn strange(bitext: &Bitext, other: Option<&Bitext>) -> Vec<bool> {
    let mut known: HashMap<(bool, &str), usize> = HashMap::new();
    for document in other
        .iter()
        .flat_map(|other| [&other.source, &other.target])
    {
        let is_source = other.is_some_and(|other| std::ptr::eq(document, &other.source));
        for unit in document.unit_ids() {
            *known.entry((is_source, document.text(unit))).or_default() += 1;
        }
    }
    let mut take = |is_source: bool, text| match known.get_mut(&(is_source, text)) {
        Some(n) if *n > 0 => {
            *n -= 1;
            true
        }
        _ => false,
    };
    let is_strange = |pair: &Pair| {
        let source = pair
            .source
            .iter()
            .map(|unit| (true, bitext.source.text(*unit)));
        let target = pair
            .target
            .iter()
            .map(|unit| (false, bitext.target.text(*unit)));
        let missing = source
            .chain(target)
            .filter(|(side, text)| !take(*side, text));
        missing.count() > 0
    };
    bitext.pairs.iter().map(is_strange).collect()
}

/// Which old pair each new one was.
struct Matching {
    partner: Vec<Option<usize>>,
    is_free: Vec<bool>,
}

impl Matching {
    /// Gives each new pair the first free old one with the same key.
    fn alike<'b, K: Eq + std::hash::Hash>(
        &mut self,
        before: &'b [Before],
        now: &'b [Before],
        key: impl Fn(&'b Before) -> Option<K>,
    ) {
        let mut free: HashMap<K, VecDeque<usize>> = HashMap::new();
        for (at, one) in before.iter().enumerate() {
            if let (true, Some(key)) = (self.is_free[at], key(one)) {
                free.entry(key).or_default().push_back(at);
            }
        }
        for (at, one) in now.iter().enumerate() {
            if self.partner[at].is_some() {
                continue;
            }
            let found = key(one).and_then(|key| free.get_mut(&key)?.pop_front());
            if let Some(old) = found {
                self.partner[at] = Some(old);
                self.is_free[old] = false;
            }
        }
    }

    /// Gives what is left the old pair whose source was most alike, among those that come first.
    fn similar(&mut self, before: &[Before], now: &[Before]) {
        for (at, one) in now.iter().enumerate() {
            if self.partner[at].is_some() || one.source.is_empty() {
                continue;
            }
            let free = (0..before.len()).filter(|old| self.is_free[*old]);
            let scored = free.take(MOST_COMPARED).filter_map(|old| {
                let text = &before[old].source;
                Some((old, similarity::similarity_from(text, &one.source, LEAST)?))
            });
            let best = scored.reduce(|best, one| if one.1 > best.1 { one } else { best });
            if let Some((old, _)) = best {
                self.partner[at] = Some(old);
                self.is_free[old] = false;
            }
        }
    }
}

fn texts(bitext: &Bitext, pair: &Pair) -> Before {
    Before {
        source: bitext.source.texts(&pair.source),
        target: bitext.target.texts(&pair.target),
    }
}
