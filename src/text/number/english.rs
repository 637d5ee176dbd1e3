//! Numbers in English text.

mod date;
mod lead;
mod shape;
mod share;
mod vocabulary;

use crate::text::number::decimal::Decimal;
use crate::text::number::digits;
use crate::text::number::digits::Figures;
use crate::text::number::hedge;
use crate::text::number::iso_date;
use crate::text::number::number::Kind;
use crate::text::number::number::Number;
use crate::text::number::number::Weight;
use crate::text::number::token;
use crate::text::number::unit;
use crate::text::number::words;

/// A text and the same text in lower case; both have the same offsets.
struct English<'a> {
    /// As it is written.
    text: &'a str,
    /// ASCII letters in lower case.
    lower: String,
}

/// A number and its magnitude, before its unit is known.
#[derive(Clone, Copy, Debug)]
struct Amount {
    /// Its first byte.
    start: usize,
    /// One past its last byte.
    end: usize,
    /// The value.
    value: Decimal,
    /// The value before the last magnitude, and that magnitude.
    scale: Option<(Decimal, i32)>,
    /// How many words it has; none for figures.
    n_words: usize,
    /// How many figures stand before the point.
    n_whole: usize,
    /// Whether it has decimals.
    has_point: bool,
    /// Whether it is an ordinal in words.
    is_ordinal: bool,
}

impl Amount {
    /// How firmly it is said.
    fn weight(&self) -> Weight {
        let value = self.value.to_f64();
        match self.n_words {
            0 if value <= 1.0 && !self.has_point => Weight::Fair,
            0 => Weight::Firm,
            _ if self.scale.is_some_and(|(_, power)| power > 2) => Weight::Firm,
            _ if value > 12.0 => Weight::Fair,
            _ => Weight::Loose,
        }
    }
}

/// Finds the numbers of an English text, in order.
pub fn scan(text: &str) -> Vec<Number> {
    let english = English {
        text,
        lower: text.to_ascii_lowercase(),
    };
    let mut found = Vec::new();
    let mut at = 0;
    let bytes = text.as_bytes();
    while let Some(byte) = bytes.get(at).copied() {
        let taken = match byte {
            b'0'..=b'9' => number(&english, at, &mut found),
            b'a'..=b'z' | b'A'..=b'Z' => word(&english, at, &mut found),
            b'#' => digits::hash_len(&text[at..]),
            0xef if text[at..].starts_with(is_wide_figure) => number(&english, at, &mut found),
            _ => 0,
        };
        at += taken.max(1);
        while !text.is_char_boundary(at) {
            at += 1;
        }
    }
    found
}

fn is_wide_figure(c: char) -> bool {
    !c.is_ascii() && digits::figure(c).is_some()
}

fn word(english: &English<'_>, at: usize, found: &mut Vec<Number>) -> usize {
    let lower = &english.lower[at..];
    let len = words::word_len(lower);
    let is_article = lower.starts_with("a ") || lower.starts_with("an ");
    if !is_article && !vocabulary::may_hold(&lower[..len]) {
        return token::latin(english.text, at, found);
    }
    if let Some(end) =
        date::named(english, at, len, found).or_else(|| lead::led(english, at, len, found))
    {
        return end - at;
    }
    if let Some(amount) = in_words(english, at) {
        return counted(english, amount, found);
    }
    if let Some(end) = one_and_a_half(english, at, found) {
        return end - at;
    }
    token::latin(english.text, at, found)
}

fn in_words(english: &English<'_>, at: usize) -> Option<Amount> {
    let rest = english.lower.get(at..)?;
    let skipped = match rest {
        rest if rest.starts_with("a hundred") || rest.starts_with("a thousand") => 2,
        rest if rest.starts_with("a million") || rest.starts_with("a billion") => 2,
        rest if rest.starts_with("a trillion") || rest.starts_with("a dozen") => 2,
        _ => 0,
    };
    let phrase = rest.get(skipped..)?;
    let read = match skipped {
        0 => words::read(phrase)?,
        _ => with_article(phrase)?,
    };
    Some(Amount {
        start: at,
        end: at + skipped + read.len,
        value: read.value,
        scale: read.scale,
        n_words: read.n_words,
        n_whole: 0,
        has_point: false,
        is_ordinal: read.is_ordinal,
    })
}

/// `a million` is one million: the article stands for `one`.
fn with_article(phrase: &str) -> Option<words::Words> {
    const ONE: &str = "one ";
    let read = words::read(&format!(
        "{ONE}{}",
        phrase.get(..phrase.floor_char_boundary(80))?
    ))?;
    Some(words::Words {
        len: read.len.checked_sub(ONE.len())?,
        ..read
    })
}

/// Reads a number in figures, a range or a date that begins at `at`.
fn number(english: &English<'_>, at: usize, found: &mut Vec<Number>) -> usize {
    if let Some(end) =
        iso_date::read(english.text, at, found).or_else(|| date::figures(english, at, found))
    {
        return end - at;
    }
    if let Some(len) = token::version(english.text, at, found) {
        return len;
    }
    match amount(english, at) {
        Some(amount) if amount.n_words == 0 && token::is_glued_name(english.text, amount.end) => {
            shape::decade(english, &amount, found)
                .map_or_else(|| token::glued(english.text, at), |end| end - at)
        }
        Some(amount) => counted(english, amount, found),
        None => 0,
    }
}

/// Completes an amount, or the range that it begins.
fn counted(english: &English<'_>, first: Amount, found: &mut Vec<Number>) -> usize {
    let mut first = first;
    and_a_half(english, &mut first);
    let at = first.start;
    if let Some(second) = range(english, &first) {
        let bare = distribute(&mut first, &second);
        let n_before = found.len();
        let end = shape::finish(english, &second, found);
        shortened_year(&first, &second, found.get_mut(n_before));
        if let Some(like) = found
            .last()
            .cloned()
            .filter(|_| found.len() == n_before + 1)
        {
            let low = Number {
                value: first.value,
                readings: Vec::new(),
                bare,
                weight: first.weight(),
                hedge: None,
                is_scaled: first.scale.is_some(),
                ..like
            };
            found.insert(
                n_before,
                Number {
                    span: at..first.end,
                    ..low
                },
            );
            return end - at;
        }
        found.truncate(n_before);
    }
    shape::finish(english, &first, found) - at
}

/// "An hour and a half".
fn one_and_a_half(english: &English<'_>, at: usize, found: &mut Vec<Number>) -> Option<usize> {
    let rest = english.lower.get(at..)?;
    let named = rest
        .strip_prefix("an ")
        .or_else(|| rest.strip_prefix("a "))?;
    let (unit, len) = unit::english_at(named)?;
    let after = named.get(len..)?.strip_prefix(" and a half")?;
    let end = english.lower.len() - after.len();
    let mut number = Number::new(at..end, Kind::Count, Decimal::new(15, -1)).loose();
    number.unit = Some(unit);
    found.push(number);
    Some(end)
}

/// "Three and a half".
fn and_a_half(english: &English<'_>, amount: &mut Amount) {
    const HALF: &str = " and a half";
    let is_half = english
        .lower
        .get(amount.end..)
        .is_some_and(|rest| rest.starts_with(HALF));
    if is_half && let Some(sum) = amount.value.plus(Decimal::new(5, -1)) {
        amount.value = sum;
        amount.end += HALF.len();
    }
}

/// 2024–25: the second year is of the first one's century.
fn shortened_year(first: &Amount, second: &Amount, number: Option<&mut Number>) {
    let is_year = first.n_whole == 4 && (1000.0..3000.0).contains(&first.value.to_f64());
    if let (Some(number), true, 2) = (number, is_year, second.n_whole)
        && let (Some(year), Some(short)) = (first.value.to_whole(), second.value.to_whole())
    {
        let full = year / 100 * 100 + short;
        number.readings.push(Decimal::whole(u128::from(full)));
    }
}

/// Reads a number at `at`, in figures or in words.
fn amount(english: &English<'_>, at: usize) -> Option<Amount> {
    let rest = english.text.get(at..)?;
    let Some(Figures::Value {
        value,
        len,
        n_whole,
        has_point,
        ..
    }) = digits::read(rest)
    else {
        return in_words(english, at);
    };
    let mut amount = Amount {
        start: at,
        end: at + len,
        value,
        scale: None,
        n_words: 0,
        n_whole,
        has_point,
        is_ordinal: false,
    };
    let after = english.lower.get(amount.end..)?;
    let tight = after.strip_prefix([' ', '-', '\u{a0}']).unwrap_or(after);
    if let Some((power, word)) = words::magnitude(tight) {
        let end = english.lower.len() - tight.len() + word;
        let is_closed = !english
            .lower
            .get(end..)?
            .starts_with(|c: char| c.is_alphanumeric());
        if is_closed {
            amount.scale = Some((value, power));
            amount.value = value.shifted(power);
            amount.end = end;
        }
    }
    Some(amount)
}

/// Reads the second number of a range: `10-20`, `10 to 20`, `between three and five`.
fn range(english: &English<'_>, first: &Amount) -> Option<Amount> {
    let rest = english.lower.get(first.end..)?;
    let tight = rest.trim_start_matches([' ', '\u{a0}']);
    let is_between = english
        .lower
        .get(..first.start)?
        .trim_end_matches([' ', '$'])
        .ends_with("between");
    let after = tight
        .strip_prefix(['-', '\u{2013}', '\u{2014}', '~', '\u{2011}'])
        .or_else(|| {
            tight
                .strip_prefix("to ")
                .filter(|_| tight.len() < rest.len())
        })
        .or_else(|| {
            tight
                .strip_prefix("or ")
                .filter(|_| first.n_words > 0 && tight.len() < rest.len())
        })
        .or_else(|| tight.strip_prefix("and ").filter(|_| is_between))?;
    let after = after.trim_start_matches([' ', '$', '\u{a0}']);
    let second = amount(english, english.lower.len() - after.len())?;
    let is_closed = !token::is_glued_name(english.text, second.end);
    let is_alike = (first.n_words > 0) == (second.n_words > 0);
    (is_alike && is_closed && !second.is_ordinal && !first.is_ordinal).then_some(second)
}

/// Gives the magnitude of a range's end to its beginning: "3 to 5 million", "three to four hundred".
fn distribute(first: &mut Amount, second: &Amount) -> Option<Decimal> {
    let (bare, power) = second.scale?;
    let is_open = first.scale.is_none() && first.value.to_f64() < bare.to_f64();
    if !is_open {
        return None;
    }
    let before = first.value;
    first.value = before.shifted(power);
    first.scale = Some((before, power));
    Some(before)
}

/// Makes a number of an amount.
fn of(english: &English<'_>, amount: &Amount, end: usize, kind: Kind) -> Number {
    let before = english.lower.get(..amount.start).unwrap_or_default();
    let hedge = hedge::english_before(before);
    Number {
        hedge: hedge.or_else(|| hedge::english_after(english.lower.get(end..)?)),
        weight: amount.weight(),
        is_scaled: amount.scale.is_some(),
        ..Number::new(amount.start..end, kind, amount.value)
    }
}
