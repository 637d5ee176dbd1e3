//! Words of letters and figures: names that only hold figures, versions, and figures with a letter behind them (`5k`, `16GB`, `3x`).

use crate::text::number::decimal::Decimal;
use crate::text::number::digits;
use crate::text::number::digits::Figures;
use crate::text::number::number::Kind;
use crate::text::number::number::Number;
use crate::text::number::number::Weight;
use crate::text::number::unit;

/// Reads the Latin word at `at`: a quarter, a version behind `v`, or a name, whose figures are its own. Returns its bytes.
pub(super) fn latin(text: &str, at: usize, found: &mut Vec<Number>) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let len = digits::word_len(rest);
    let word = rest.get(..len).unwrap_or_default();
    let mut chars = word.chars();
    match (chars.next(), chars.as_str()) {
        (Some('Q'), "1" | "2" | "3" | "4") => found.push(period(at, word, Kind::Quarter)),
        (Some('H'), "1" | "2") => found.push(period(at, word, Kind::HalfYear)),
        (Some('v' | 'V'), version) if version.contains('.') => {
            let start = at + 1;
            if let Some(figures) =
                digits::read(version).filter(|read| read.n_bytes() == version.len())
            {
                found.push(of_version(start, version, &figures));
            }
        }
        _ => {}
    }
    // RMB350 is an amount of money.
    let n_letters = word.bytes().take_while(u8::is_ascii_alphabetic).count();
    if n_letters < len && unit::currency_before(word.get(..n_letters).unwrap_or_default()).is_some()
    {
        return n_letters;
    }
    // GPT-4, COVID-19: the figures are part of the name.
    let after = rest.get(len..).unwrap_or_default();
    let name = after.strip_prefix(['-', '\u{2011}']).unwrap_or_default();
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        let sign = after.chars().next().map_or(0, char::len_utf8);
        return len + sign + digits::word_len(name);
    }
    len
}

fn period(at: usize, word: &str, kind: Kind) -> Number {
    let value = Decimal::read(word.get(1..).unwrap_or_default()).unwrap_or_default();
    let weight = match kind {
        Kind::Quarter => Weight::Firm,
        _ => Weight::Loose,
    };
    Number {
        weight,
        ..Number::new(at..at + word.len(), kind, value)
    }
}

/// A version with one point is a number, one with more is a token.
fn of_version(start: usize, version: &str, figures: &Figures) -> Number {
    let span = start..start + version.len();
    match figures {
        Figures::Value { value, .. } => Number::new(span, Kind::Count, *value),
        Figures::Token { .. } => Number::new(span, Kind::Token, hash(version)),
    }
}

/// Reads a version or an address at `at`; returns its bytes.
pub(super) fn version(text: &str, at: usize, found: &mut Vec<Number>) -> Option<usize> {
    let rest = text.get(at..)?;
    let Figures::Token { len } = digits::read(rest)? else {
        return None;
    };
    let token = rest.get(..len)?;
    found.push(Number::new(at..at + len, Kind::Token, hash(token)));
    Some(len)
}

/// A value that is the same for the same text only.
pub(super) fn hash(token: &str) -> Decimal {
    let offset = 0xcbf2_9ce4_8422_2325u64;
    let hash = token.bytes().fold(offset, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    Decimal::whole(u128::from(hash))
}

/// What a letter right behind figures does to them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Suffix {
    /// Multiplies by a power of ten; where the letter has other uses, the figures alone may be meant as well.
    Scale(i32),
    /// `3x`.
    Times,
    /// `3rd`.
    Ordinal,
}

impl Suffix {
    /// Does it to a number: `5k` is 5000, and 5 as well, since the letter has other uses.
    pub(super) fn apply(self, number: &mut Number) {
        match self {
            Self::Scale(power) => {
                number.readings.push(number.value);
                number.value = number.value.shifted(power);
                number.is_scaled = true;
            }
            Self::Times => number.kind = Kind::Multiple,
            Self::Ordinal => number.kind = Kind::Ordinal,
        }
    }
}

/// Returns what the letters right behind figures do, and their length.
pub(super) fn suffix(rest: &str) -> Option<(Suffix, usize)> {
    let len = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let suffix = match rest.get(..len)? {
        "k" | "K" => Suffix::Scale(3),
        "w" | "W" => Suffix::Scale(4),
        "M" | "m" | "mn" => Suffix::Scale(6),
        "B" | "b" | "bn" => Suffix::Scale(9),
        "T" | "tn" => Suffix::Scale(12),
        "G" => Suffix::Scale(0),
        "x" | "X" => Suffix::Times,
        "st" | "nd" | "rd" | "th" => Suffix::Ordinal,
        _ => return None,
    };
    Some((suffix, len))
}

/// Tells whether a letter stands right behind the figures that end at `end`, so that both are one name (`3D`, `4o`).
pub(super) fn is_glued_name(text: &str, end: usize) -> bool {
    let rest = text.get(end..).unwrap_or_default();
    rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && suffix(rest).is_none()
        && unit::symbol_at(rest).is_none()
}

/// Returns how many bytes a name takes that begins with figures at `at`.
pub(super) fn glued(text: &str, at: usize) -> usize {
    digits::word_len(text.get(at..).unwrap_or_default())
}

/// The value of a part's number: a decimal for `3.2`, a value of its own for more parts.
pub(super) fn part_value(written: &str) -> Option<Decimal> {
    match written.matches('.').count() {
        0 | 1 => Decimal::read(written),
        _ => Some(hash(written)),
    }
}
