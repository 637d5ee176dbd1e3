//! What stands around an English number and says what it counts: units, shares, factors, parts of a work, ordinals.

use crate::text::number::decimal::Decimal;
use crate::text::number::english::Amount;
use crate::text::number::english::English;
use crate::text::number::english::of;
use crate::text::number::english::share;
use crate::text::number::number::Kind;
use crate::text::number::number::Number;
use crate::text::number::number::Weight;
use crate::text::number::token;
use crate::text::number::unit;

/// Completes a number by what follows it; returns where it ends.
pub(super) fn finish(english: &English<'_>, amount: &Amount, found: &mut Vec<Number>) -> usize {
    let rest = english.lower.get(amount.end..).unwrap_or_default();
    let joined = rest
        .strip_prefix([' ', '-', '\u{a0}', '\u{2011}'])
        .unwrap_or(rest);
    let at = english.lower.len() - joined.len();
    let (number, end) = share::share(english, amount, joined, at)
        .or_else(|| share::fraction(english, amount, joined, at))
        .or_else(|| share::factor(english, amount, joined, at))
        .or_else(|| ordinal(english, amount, joined, at))
        .or_else(|| period(english, amount, rest))
        .or_else(|| measured(english, amount, at))
        .or_else(|| lettered(english, amount))
        .unwrap_or_else(|| (of(english, amount, amount.end, Kind::Count), amount.end));
    let end = end.max(number.span.end);
    found.push(number);
    end
}

pub(super) fn starts_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word)
        .is_some_and(|after| !after.starts_with(|c: char| c.is_alphanumeric()))
}

/// Returns the first of some words that a text begins with.
pub(super) fn first_of<'w>(text: &str, among: &[&'w str]) -> Option<&'w str> {
    among
        .iter()
        .copied()
        .find(|word| starts_with_word(text, word))
}

/// 21st century, third quarter, first half, 3rd.
fn ordinal(
    english: &English<'_>,
    amount: &Amount,
    rest: &str,
    at: usize,
) -> Option<(Number, usize)> {
    let attached = english.lower.get(amount.end..)?;
    let mark = first_of(attached, &["st", "nd", "rd", "th"]).filter(|_| amount.n_words == 0);
    if mark.is_none() && !amount.is_ordinal {
        return None;
    }
    let end = amount.end + mark.map_or(0, str::len);
    let (after, after_at) = match mark {
        Some(_) => {
            let after = english.lower.get(end..)?;
            let tight = after.strip_prefix([' ', '-']).unwrap_or(after);
            (tight, english.lower.len() - tight.len())
        }
        None => (rest, at),
    };
    let weight = match mark {
        Some(_) => Weight::Fair,
        None => Weight::Loose,
    };
    let number = |kind: Kind, word: &str| {
        let end = if word.is_empty() {
            end
        } else {
            after_at + word.len()
        };
        (of(english, amount, end, kind), end)
    };
    if starts_with_word(after, "century") {
        return Some(number(Kind::Century, "century"));
    }
    if starts_with_word(after, "quarter") && amount.value.to_f64() <= 4.0 {
        return Some(number(Kind::Quarter, "quarter"));
    }
    let half = first_of(after, &["half of", "half year", "half-year"]);
    if let Some(word) = half.filter(|_| amount.value.to_f64() <= 2.0) {
        let (half, end) = number(Kind::HalfYear, word);
        return Some((
            Number {
                weight: Weight::Loose,
                ..half
            },
            end,
        ));
    }
    let (found, end) = number(Kind::Ordinal, "");
    Some((Number { weight, ..found }, end))
}

/// 1990s, '90s, seven-figure.
fn period(english: &English<'_>, amount: &Amount, rest: &str) -> Option<(Number, usize)> {
    let joined = rest.strip_prefix([' ', '-']).unwrap_or(rest);
    let word = first_of(joined, &["figures", "figure", "digit", "digits"])?;
    let end = english.lower.len() - joined.len() + word.len();
    let number = of(english, amount, end, Kind::Figures);
    Some((
        Number {
            weight: Weight::Loose,
            ..number
        },
        end,
    ))
}

/// Reads a decade: an `s` right behind a year that ends in zero.
pub(super) fn decade(
    english: &English<'_>,
    amount: &Amount,
    found: &mut Vec<Number>,
) -> Option<usize> {
    let rest = english.lower.get(amount.end..)?;
    let len = ["'s", "\u{2019}s", "s"]
        .iter()
        .find(|mark| starts_with_word(rest, mark))
        .map(|mark| mark.len())?;
    let year = amount.value.to_whole()?;
    // 30s are seconds; the 30s and the '30s are a decade.
    let before = english.lower.get(..amount.start)?;
    let is_led = before.ends_with(['\'', '\u{2019}', '\u{2018}'])
        || ["the ", "early ", "late ", "mid-"]
            .iter()
            .any(|word| before.ends_with(word));
    let value = match (amount.n_whole, year) {
        (4, 1000..3000) => amount.value,
        (2, 30..100) if is_led => Decimal::whole(1900).plus(amount.value)?,
        (2, _) if is_led => Decimal::whole(2000).plus(amount.value)?,
        _ => return None,
    };
    if year % 10 != 0 {
        return None;
    }
    let end = amount.end + len;
    let number = of(english, amount, end, Kind::Decade);
    found.push(Number { value, ..number });
    Some(end)
}

/// A number with a unit of measure behind it, or a sign of money before or behind it.
fn measured(english: &English<'_>, amount: &Amount, at: usize) -> Option<(Number, usize)> {
    let before = english
        .text
        .get(..amount.start)?
        .trim_end_matches([' ', '\u{a0}']);
    let named = unit::english_at(english.lower.get(at..)?);
    if let Some((unit, len)) = unit::currency_before(before) {
        let end = named
            .filter(|(named, _)| named.is_currency())
            .map_or(amount.end, |(_, len)| at + len);
        let (suffixed, suffix_end) = lettered(english, amount)
            .unwrap_or_else(|| (of(english, amount, amount.end, Kind::Count), end));
        let number = Number {
            unit: Some(unit),
            ..suffixed.from(before.len() - len)
        };
        return Some((number, end.max(suffix_end)));
    }
    let tight = english.text.get(at..)?;
    let symbol = unit::symbol_at(tight).filter(|(unit, _)| {
        // "3 in", "5 m" and "2 d" read as words when they stand apart.
        at == amount.end || unit.name.len() > 1
    });
    let (unit, len) = named.or(symbol)?;
    let end = at + len;
    let number = Number {
        unit: Some(unit),
        ..of(english, amount, end, Kind::Count)
    };
    Some((number, end))
}

/// Figures with a letter right behind them.
fn lettered(english: &English<'_>, amount: &Amount) -> Option<(Number, usize)> {
    let rest = english.text.get(amount.end..)?;
    let (suffix, len) = token::suffix(rest).filter(|_| amount.n_words == 0)?;
    let end = amount.end + len;
    let mut number = of(english, amount, end, Kind::Count);
    suffix.apply(&mut number);
    Some((number, end))
}
