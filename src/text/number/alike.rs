//! Which numbers say the same in different ways.

use crate::text::number::number::Kind;
use crate::text::number::number::Number;
use crate::text::number::unit::Family;

/// How far a converted measure may be from the exact one.
const CONVERTED: f64 = 0.05;

/// Tells whether the same value of two kinds may be said either way: `第三章` and "chapter three", `2024年` and "2024".
pub(super) fn are_alike(one: Kind, other: Kind) -> bool {
    if one == other {
        return true;
    }
    let is_plain = |kind: Kind| {
        matches!(
            kind,
            Kind::Count
                | Kind::Ordinal
                | Kind::Part(_)
                | Kind::Multiple
                | Kind::Year
                | Kind::Day
                | Kind::Month
                | Kind::Decade
                | Kind::Century
                | Kind::Quarter
                | Kind::HalfYear
                | Kind::Figures
        )
    };
    // A month is no day, whatever their numbers; a year may be told as a decade.
    let is_crossed = one.is_date()
        && other.is_date()
        && !matches!(
            (one, other),
            (Kind::Year, Kind::Decade) | (Kind::Decade, Kind::Year)
        );
    let is_discount = one == Kind::Price && other == Kind::Percent;
    is_plain(one) && is_plain(other) && !is_crossed || is_discount
}

/// Tells whether two numbers may be of one unit: where only one says its unit, the other's is understood.
pub(super) fn is_same_unit(one: &Number, other: &Number) -> bool {
    match (one.unit, other.unit) {
        (Some(unit), Some(other)) => {
            let is_pound = |name: &str| matches!(name, "lb" | "pound sterling");
            unit == other || is_pound(unit.name) && is_pound(other.name)
        }
        _ => true,
    }
}

/// Tells whether two numbers are one amount in different units or forms: `24小时` and "one day", `五成` and "half".
pub(super) fn is_converted(one: &Number, other: &Number) -> bool {
    if let (Some(unit), Some(other_unit)) = (one.unit, other.unit) {
        let is_measured = unit.family == other_unit.family
            && !matches!(unit.family, Family::Currency | Family::Temperature)
            && unit != other_unit;
        let amounts = one.meanings().map(|value| value.to_f64() * unit.factor);
        let mut amounts = amounts.filter(|amount| *amount > 0.0);
        return is_measured
            && amounts.any(|amount| {
                let converted = other.value.to_f64() * other_unit.factor;
                (converted - amount).abs() <= amount * CONVERTED
            });
    }
    let (Some(share), Some(other_share)) = (ratio(one), ratio(other)) else {
        return false;
    };
    let is_share = |kind: Kind| kind.is_share() || kind == Kind::Fraction;
    if !is_share(one.kind) && !is_share(other.kind) {
        return false;
    }
    let is_equal = |one: f64, other: f64| (one - other).abs() < 1e-9;
    // 增长一倍 is an increase of 100 percent.
    let more = |number: &Number, share: f64| match number.kind {
        Kind::Multiple => share - 1.0,
        _ => share,
    };
    is_equal(share, other_share) || is_equal(more(one, share), more(other, other_share))
}

/// A number as a part of one, where it can be said so.
fn ratio(number: &Number) -> Option<f64> {
    let value = number.value.to_f64();
    match number.kind {
        Kind::Percent | Kind::Price => Some(value / 100.0),
        Kind::Fraction => Some(value / number.second?.to_f64()),
        Kind::Multiple => Some(value),
        Kind::Count if number.unit.is_none() => Some(value),
        _ => None,
    }
}
