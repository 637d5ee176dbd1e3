//! Texts that left a tag: a step's title that became a heading stands in the draft's tag still.

use crate::bitext::bitext::Pair;
use crate::bitext::bitext::PairState;
use crate::bitext::change::Change;
use crate::document::unit::Unit;
use crate::document::unit::UnitId;
use crate::document::unit::UnitKind;
use crate::lock::layout::Sides;

/// So many units may lie between a tag and the text that left it.
const NEAR: usize = 2;

/// Takes apart the pairs whose source text has left its tag while the draft still has it there, in a tag that the source
/// has no more: the text is to be written in its new place, and the tag that stands there now is what the old one became.
pub fn leave_gone_tags(pairs: Vec<Pair>, sides: &Sides<'_>) -> Vec<Pair> {
    let gone = sides.gone();
    let is_uprooted = |pair: &Pair| {
        let ([one], [other]) = (pair.source.as_slice(), pair.target.as_slice()) else {
            return false;
        };
        let (one, other) = (sides.source.unit(*one), sides.target.unit(*other));
        pair.accepted.is_some()
            && !is_in_tag(one)
            && is_in_tag(other)
            && gone.iter().any(|line| line.span.contains(other.span))
    };
    if gone.is_empty() || !pairs.iter().any(is_uprooted) {
        return pairs;
    }
    let mut pairs = pairs;
    let mut done = Vec::with_capacity(pairs.len());
    for pair_idx in 0..pairs.len() {
        let mut pair = pairs[pair_idx].clone();
        if is_uprooted(&pair) {
            let near = pair_idx.saturating_sub(NEAR)..(pair_idx + NEAR + 1).min(pairs.len());
            let mut old = Pair {
                source: Vec::new(),
                target: std::mem::take(&mut pair.target),
                state: PairState::Orphaned,
                confidence: pair.confidence,
                accepted: pair.accepted.take(),
            };
            pair.state = PairState::Untranslated;
            pair.confidence = 0.0;
            let heir = near.clone().find(|idx| is_free_tag(&pairs[*idx], sides));
            match heir {
                Some(heir) => {
                    old.source.clone_from(&pairs[heir].source);
                    old.state = PairState::Stale(Change::Rewrite);
                    pairs[heir] = old.clone();
                    // Pairs stand in the source's order: an heir before this one has been passed already.
                    if heir < pair_idx
                        && let Some(slot) = done
                            .iter_mut()
                            .find(|one: &&mut Pair| one.source == old.source)
                    {
                        *slot = old;
                    }
                    done.push(pair);
                }
                None => done.extend([pair, old]),
            }
            continue;
        }
        done.push(pair);
    }
    done
}

const fn is_in_tag(unit: &Unit) -> bool {
    matches!(unit.kind, UnitKind::Attribute | UnitKind::DirectiveTitle)
}

/// A tag of the source that has no counterpart.
fn is_free_tag(pair: &Pair, sides: &Sides<'_>) -> bool {
    let is_tag = |unit: &UnitId| sides.source.unit(*unit).kind == UnitKind::Html;
    pair.state == PairState::Untranslated
        && pair.target.is_empty()
        && matches!(pair.source.as_slice(), [unit] if is_tag(unit))
}
