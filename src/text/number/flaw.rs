//! What may be wrong between two numbers that stand in each other's place, one function a flaw.

use crate::text::number::alike::is_same_unit;
use crate::text::number::compare::Flaw;
use crate::text::number::number::Kind;
use crate::text::number::number::Number;
use crate::text::number::number::Weight;

/// How far a rounded number may be from the exact one.
const ROUNDED: f64 = 0.05;

/// The beginning of a range kept its figure and lost its magnitude.
pub(super) fn range(one: &Number, other: &Number) -> Option<Flaw> {
    (one.bare.is_some_and(|bare| bare == other.value) && !one.value.is_zero())
        .then_some(Flaw::Range)
}

/// The same amount of something else.
pub(super) fn measure(one: &Number, other: &Number) -> Option<Flaw> {
    let (unit, other_unit) = (one.unit?, other.unit?);
    let is_same = one.value == other.value && one.kind == other.kind;
    if !is_same || unit == other_unit || one.weight == Weight::Loose {
        return None;
    }
    match unit.is_currency() && other_unit.is_currency() {
        true => Some(Flaw::Currency),
        false => Some(Flaw::Unit),
    }
}

pub(super) fn share(one: &Number, other: &Number) -> Option<Flaw> {
    let is_lost = one.value == other.value && one.kind.is_share() != other.kind.is_share();
    let is_changed = one.kind.is_share() && other.kind.is_share();
    let is_count = |kind: Kind| kind.is_share() || kind == Kind::Count;
    let is_told = one.weight != Weight::Loose && is_count(one.kind) && is_count(other.kind);
    ((is_lost || is_changed) && is_told && one.unit.is_none() && other.unit.is_none())
        .then_some(Flaw::Share)
}

pub(super) fn dated(one: &Number, other: &Number) -> Option<Flaw> {
    let is_year = |number: &Number| {
        let value = number.value.to_f64();
        number.kind == Kind::Count
            && number.unit.is_none()
            && (1000.0..3000.0).contains(&value)
            && number.weight == Weight::Firm
    };
    let is_dated = one.kind.is_date() && one.kind == other.kind
        || one.kind == Kind::Year && is_year(other)
        || other.kind == Kind::Year && is_year(one);
    is_dated.then_some(Flaw::Date)
}

pub(super) fn numbered(one: &Number, other: &Number) -> Option<Flaw> {
    let is_part = |kind: Kind| matches!(kind, Kind::Part(_));
    let is_bare = |number: &Number| {
        number.unit.is_none()
            && number.weight != Weight::Loose
            && matches!(number.kind, Kind::Count | Kind::Ordinal)
    };
    let is_numbered = |number: &Number| is_part(number.kind) || is_bare(number);
    if (is_part(one.kind) || is_part(other.kind)) && is_numbered(one) && is_numbered(other) {
        return Some(Flaw::Ordinal);
    }
    if one.kind == Kind::Multiple && other.kind == Kind::Multiple {
        return Some(Flaw::Multiple);
    }
    (one.kind == Kind::Figures && other.kind == Kind::Figures).then_some(Flaw::Weak)
}

/// Off by a power of ten, where a magnitude is in play.
pub(super) fn scale(one: &Number, other: &Number) -> Option<Flaw> {
    let is_count = |number: &Number| {
        matches!(number.kind, Kind::Count | Kind::Multiple) && number.weight != Weight::Loose
    };
    let is_large = |number: &Number| number.is_scaled || number.value.to_f64() >= 1000.0;
    let is_off = one
        .value
        .power_from(other.value)
        .is_some_and(|power| power != 0);
    (is_count(one) && is_count(other) && is_off && (is_large(one) || is_large(other)))
        .then_some(Flaw::Scale)
}

pub(super) fn precision(one: &Number, other: &Number) -> Option<Flaw> {
    let (exact, rounded) = (one.value.to_f64(), other.value.to_f64());
    let is_near = (exact - rounded).abs() <= exact.abs() * ROUNDED && one.value != other.value;
    let is_shorter = other.value.n_digits() < one.value.n_digits();
    let is_same = one.kind == other.kind
        && matches!(one.kind, Kind::Count | Kind::Percent)
        && is_same_unit(one, other);
    let is_told = one.weight == Weight::Firm && other.weight != Weight::Loose;
    // Small numbers are not rounded: 3.0 is another version than 3.1.
    (is_near && is_shorter && is_same && is_told && exact >= 10.0).then_some(Flaw::Precision)
}

/// What is left over on both sides stands in each other's place.
pub(super) fn anything(one: &Number, other: &Number) -> Option<Flaw> {
    let is_weak = one.weight == Weight::Loose || other.weight == Weight::Loose;
    let is_odd = |kind: Kind| kind.is_share() || kind.is_date() || kind == Kind::Token;
    if is_weak {
        let is_small = |number: &Number| {
            matches!(number.kind, Kind::Count | Kind::Ordinal | Kind::Multiple)
                && number.value.to_f64() >= 2.0
                && is_same_unit(one, other)
        };
        let is_counted = is_small(one) && is_small(other);
        return match (one.weight, other.weight, is_counted) {
            // A firm number is not replaced by a word that stands there for itself.
            (Weight::Firm, _, _) | (_, _, false) => None,
            (_, Weight::Firm | Weight::Fair, true) if one.kind == other.kind => Some(Flaw::Missing),
            _ => Some(Flaw::Weak),
        };
    }
    if (is_odd(one.kind) || is_odd(other.kind)) && one.kind != other.kind {
        return None;
    }
    if matches!(one.kind, Kind::Part(_)) != matches!(other.kind, Kind::Part(_)) {
        return None;
    }
    let difference = (one.value.to_f64() - other.value.to_f64()).abs();
    let is_next = (difference - 1.0).abs() < f64::EPSILON && one.value.to_f64() < 1000.0;
    let is_hedged = one.kind == Kind::Count && (one.hedge.is_some() || other.hedge.is_some());
    match is_next && is_hedged {
        true => Some(Flaw::Reworded),
        false => Some(Flaw::Missing),
    }
}
