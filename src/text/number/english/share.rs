//! English shares and factors: 25 percent, 20% off, two thirds, one in three, threefold.

use crate::text::number::decimal::Decimal;
use crate::text::number::digits;
use crate::text::number::digits::Figures;
use crate::text::number::english::Amount;
use crate::text::number::english::English;
use crate::text::number::english::amount;
use crate::text::number::english::of;
use crate::text::number::english::shape::first_of;
use crate::text::number::english::shape::starts_with_word;
use crate::text::number::number::Kind;
use crate::text::number::number::Number;
use crate::text::number::number::Weight;

pub(super) fn share(
    english: &English<'_>,
    amount: &Amount,
    rest: &str,
    at: usize,
) -> Option<(Number, usize)> {
    if let Some(word) = first_of(rest, &["percentage points", "percentage point", "pp"]) {
        let end = at + word.len();
        return Some((of(english, amount, end, Kind::Points), end));
    }
    let word = match rest {
        rest if rest.starts_with('%') => "%",
        rest if rest.starts_with('\u{ff05}') => "\u{ff05}",
        rest => first_of(rest, &["percent", "per cent", "pct"])?,
    };
    let end = at + word.len();
    let after = english.lower.get(end..)?.trim_start_matches(' ');
    let number = of(english, amount, end, Kind::Percent);
    let is_off = first_of(after, &["off", "discount", "discounts", "reduction"]).is_some();
    let Some(kept) = Decimal::whole(100).minus(number.value).filter(|_| is_off) else {
        return Some((number, end));
    };
    let price = Number {
        kind: Kind::Price,
        value: kept,
        ..number
    };
    Some((price, end))
}

/// The denominators that are written out, singular and plural.
const DENOMINATORS: &[(&str, &str, u128)] = &[
    ("half", "halves", 2),
    ("third", "thirds", 3),
    ("quarter", "quarters", 4),
    ("fourth", "fourths", 4),
    ("fifth", "fifths", 5),
    ("sixth", "sixths", 6),
    ("seventh", "sevenths", 7),
    ("eighth", "eighths", 8),
    ("ninth", "ninths", 9),
    ("tenth", "tenths", 10),
    ("hundredth", "hundredths", 100),
    ("thousandth", "thousandths", 1000),
];

/// Two thirds, one quarter, 1/3, eight out of ten, one in three.
pub(super) fn fraction(
    english: &English<'_>,
    amount: &Amount,
    rest: &str,
    at: usize,
) -> Option<(Number, usize)> {
    let make = |denominator: Decimal, end: usize| {
        let number = Number {
            second: Some(denominator),
            weight: Weight::Fair,
            ..of(english, amount, end, Kind::Fraction)
        };
        (number, end)
    };
    let is_one = amount.value == Decimal::ONE;
    for (single, plural, value) in DENOMINATORS {
        let word = if is_one { single } else { plural };
        if amount.n_words > 0 && starts_with_word(rest, word) {
            return Some(make(Decimal::whole(*value), at + word.len()));
        }
    }
    let slashed = english.lower.get(amount.end..)?.strip_prefix('/');
    if let Some(after) = slashed
        && let Some(Figures::Value {
            value,
            len,
            has_point: false,
            ..
        }) = digits::read(after)
    {
        let is_open = after.get(len..)?.starts_with(['/', '.', '-'])
            || english
                .lower
                .get(..amount.start)?
                .ends_with(['/', '.', '-']);
        let is_less = amount.value.to_f64() < value.to_f64() && value.to_f64() <= 100.0;
        if !is_open && is_less && !amount.has_point {
            let end = english.lower.len() - after.len() + len;
            return Some(make(value, end));
        }
    }
    let after = ["out of every ", "out of ", "in every "]
        .iter()
        .find_map(|word| rest.strip_prefix(word))?;
    let whole = self::amount(english, english.lower.len() - after.len())?;
    (amount.value.to_f64() < whole.value.to_f64()).then(|| make(whole.value, whole.end))
}

/// Threefold, three times, 3x.
pub(super) fn factor(
    english: &English<'_>,
    amount: &Amount,
    rest: &str,
    at: usize,
) -> Option<(Number, usize)> {
    let word = first_of(rest, &["fold", "times", "x"])
        .or_else(|| rest.starts_with('\u{d7}').then_some("\u{d7}"))?;
    let is_apart = word == "x" && english.lower.as_bytes().get(amount.end) != Some(&b'x');
    if is_apart {
        return None;
    }
    let end = at + word.len();
    let number = of(english, amount, end, Kind::Multiple);
    Some((number, end))
}
