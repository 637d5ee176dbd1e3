//! Numbers in Chinese text.

mod date;
mod lead;
mod shape;
mod share;

use crate::text::number::decimal::Decimal;
use crate::text::number::digits;
use crate::text::number::digits::Figures;
use crate::text::number::han;
use crate::text::number::hedge;
use crate::text::number::number::Hedge;
use crate::text::number::number::Kind;
use crate::text::number::number::Number;
use crate::text::number::number::Weight;
use crate::text::number::token;
use std::ops::Range;

/// A number and what follows it directly, before its unit is known.
#[derive(Clone, Copy, Debug)]
struct Amount {
    /// Its first byte.
    start: usize,
    /// One past its last byte, magnitude included.
    end: usize,
    /// The value, magnitude included.
    value: Decimal,
    /// The value before the last magnitude was applied, and that magnitude.
    scale: Option<(Decimal, i32)>,
    /// The lower value of an approximate pair.
    low: Option<Decimal>,
    /// A hedge inside it: `300 多万`.
    hedge: Option<Hedge>,
    /// How many Chinese numerals it has; none for figures.
    n_numerals: usize,
    /// How many figures stand before the point.
    n_whole: usize,
    /// Whether it has decimals.
    has_point: bool,
    /// Whether its digits are written one after another, as a year's are.
    is_spelled: bool,
}

impl Amount {
    /// Tells whether it is written in Chinese numerals.
    const fn is_han(&self) -> bool {
        self.n_numerals > 0
    }

    /// How firmly it is said.
    fn weight(&self) -> Weight {
        let value = self.value.to_f64();
        match self.is_han() {
            false if value <= 1.0 && !self.has_point => Weight::Fair,
            false => Weight::Firm,
            true if self.scale.is_some() || self.has_point => Weight::Firm,
            true if self.low.is_some() => match value >= 100.0 {
                true => Weight::Firm,
                false => Weight::Loose,
            },
            true if self.n_numerals > 1 && value > 12.0 => Weight::Fair,
            true => Weight::Loose,
        }
    }
}

/// Finds the numbers of a Chinese text, in order.
pub fn scan(text: &str) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let taken = match c {
            'a'..='z' | 'A'..='Z' => token::latin(text, at, &mut found),
            '#' => digits::hash_len(&text[at..]),
            '0'..='9' | '\u{ff10}'..='\u{ff19}' => number(text, at, &mut found),
            '第' | '百' | '翻' | '双' | '半' | '上' | '下' | '加' | '图' | '表' | '数' | '几' => {
                lead::led(text, at, &mut found)
            }
            _ if !c.is_ascii() && han::is_numeral(c) => number(text, at, &mut found),
            _ => 0,
        };
        at += taken.max(c.len_utf8());
    }
    found
}

/// Reads a number, a range, or a date that begins at `at`; returns how many bytes it takes.
fn number(text: &str, at: usize, found: &mut Vec<Number>) -> usize {
    if let Some(end) = date::read(text, at, found) {
        return end - at;
    }
    if let Some(len) = token::version(text, at, found) {
        return len;
    }
    let Some(mut first) = amount(text, at) else {
        return 0;
    };
    if !first.is_han() && token::is_glued_name(text, first.end) {
        return token::glued(text, at);
    }
    if let Some((second, _)) = range(text, &first) {
        let bare = distribute(&mut first, &second);
        let n_before = found.len();
        if let Some(end) = shape::finish(text, &second, found) {
            let like = found.last().cloned();
            if let Some(like) = like.filter(|_| found.len() == n_before + 1) {
                let low = Number {
                    span: first.start..first.end,
                    value: first.value,
                    bare,
                    weight: first.weight().min(like.weight),
                    ..like
                };
                found.insert(n_before, low);
                return end - at;
            }
            found.truncate(n_before);
        }
    }
    match shape::finish(text, &first, found) {
        Some(end) => end - at,
        None => first.end - at,
    }
}

/// Reads the second number of a range that `first` begins.
fn range(text: &str, first: &Amount) -> Option<(Amount, usize)> {
    let rest = text.get(first.end..)?;
    let rest = rest.trim_start_matches(' ');
    let sign = rest.chars().next()?;
    if !matches!(
        sign,
        '-' | '~' | '\u{ff5e}' | '\u{2013}' | '\u{2014}' | '至' | '到' | '\u{2011}'
    ) {
        return None;
    }
    let rest = rest.get(sign.len_utf8()..)?;
    let rest = rest
        .strip_prefix(sign)
        .filter(|_| sign == '\u{2014}')
        .unwrap_or(rest);
    let rest = rest.trim_start_matches(' ');
    let start = text.len() - rest.len();
    let second = amount(text, start)?;
    let is_closed = !text.get(second.end..)?.starts_with(['-', '.'])
        || text.get(second.end + 1..)?.starts_with(' ');
    let is_alike = first.is_han() == second.is_han();
    (is_alike && is_closed && !token::is_glued_name(text, second.end)).then_some((second, start))
}

/// Gives the magnitude of a range's end to its beginning: `1-10 万`. Returns the figure before it was given.
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

/// Reads a number with its magnitudes.
fn amount(text: &str, start: usize) -> Option<Amount> {
    let rest = text.get(start..)?;
    if let Some(read) = han::read(rest) {
        return Some(Amount {
            start,
            end: start + read.len,
            value: read.value,
            scale: read.is_scaled.then_some((read.value, 0)),
            low: read.low,
            hedge: None,
            n_numerals: read.n_numerals,
            n_whole: 0,
            has_point: false,
            is_spelled: read.is_spelled,
        })
        .map(|amount| inner_hedge(text, amount));
    }
    let Figures::Value {
        value,
        len,
        n_whole,
        has_point,
        ..
    } = digits::read(rest)?
    else {
        return None;
    };
    let mut amount = Amount {
        start,
        end: start + len,
        value,
        scale: None,
        low: None,
        hedge: None,
        n_numerals: 0,
        n_whole,
        has_point,
        is_spelled: false,
    };
    magnitudes(text, &mut amount);
    Some(amount)
}

/// 十余万, 三百多万: a hedge between numerals and a magnitude.
fn inner_hedge(text: &str, amount: Amount) -> Amount {
    let mut amount = amount;
    let rest = text.get(amount.end..).unwrap_or_default();
    if let Some(after) = rest.strip_prefix(['多', '余'])
        && let Some((power, len)) = magnitude(after)
    {
        amount.hedge = Some(Hedge::More);
        amount.scale = Some((amount.value, power));
        amount.value = amount.value.shifted(power);
        amount.end += '多'.len_utf8() + len;
    }
    amount
}

/// Reads the magnitudes behind figures: `6.5亿`, `300 多万`, `2亿5000万`, `4500 亿`.
fn magnitudes(text: &str, amount: &mut Amount) {
    let rest = text.get(amount.end..).unwrap_or_default();
    let spaced = rest.strip_prefix([' ', '\u{a0}']).unwrap_or(rest);
    let (hedge, after) = match spaced.strip_prefix(['多', '余']) {
        Some(after) => (Some(Hedge::More), after.strip_prefix(' ').unwrap_or(after)),
        None => (None, spaced),
    };
    let Some((power, len)) = magnitude(after) else {
        return;
    };
    let bare = amount.value;
    amount.hedge = hedge;
    amount.scale = Some((bare, power));
    amount.value = bare.shifted(power);
    amount.end = text.len() - after.len() + len;
    add_smaller(text, amount, power);
}

/// 2亿5000万: a smaller magnitude right behind adds to it.
fn add_smaller(text: &str, amount: &mut Amount, power: i32) {
    let rest = text.get(amount.end..).unwrap_or_default();
    let joined = rest.strip_prefix('零').unwrap_or(rest);
    let Some(Figures::Value {
        value,
        len,
        n_whole,
        has_point: false,
        ..
    }) = digits::read(joined)
    else {
        return;
    };
    let after = joined.get(len..).unwrap_or_default();
    let len = len + rest.len() - joined.len();
    // 3万5 is 35,000.
    if n_whole == 1 && power > 2 && magnitude(after).is_none() && !amount.has_point {
        if let Some(sum) = amount.value.plus(value.shifted(power - 1)) {
            (amount.value, amount.scale) = (sum, Some((sum, 0)));
            amount.end += len;
        }
        return;
    }
    let smaller = magnitude(after).filter(|(smaller, _)| *smaller < power);
    let (shift, n_bytes) = smaller.unwrap_or((0, 0));
    let is_small = value.shifted(shift).to_f64() < 10f64.powi(power);
    if let (true, true, Some(sum)) = (
        is_small,
        smaller.is_some(),
        amount.value.plus(value.shifted(shift)),
    ) {
        amount.value = sum;
        amount.scale = Some((sum, 0));
        amount.end += len + n_bytes;
    }
}

/// Magnitude words, the longer before those they begin with.
const MAGNITUDES: &[(&str, i32)] = &[
    ("万亿", 12),
    ("萬億", 12),
    ("千亿", 11),
    ("百亿", 10),
    ("十亿", 9),
    ("千万", 7),
    ("百万", 6),
    ("十万", 5),
    ("万", 4),
    ("萬", 4),
    ("亿", 8),
    ("億", 8),
    ("千", 3),
    ("百", 2),
];

fn magnitude(text: &str) -> Option<(i32, usize)> {
    let (word, power) = MAGNITUDES.iter().find(|(word, _)| text.starts_with(word))?;
    let after = text.get(word.len()..)?;
    let is_word = match *word {
        "千" => han::is_metric_prefix(after),
        "百" => after.starts_with(['度', '科', '分', '姓', '货']),
        "万" => after.starts_with(['一', '能', '物', '维', '象', '达']),
        _ => false,
    };
    (!is_word).then_some((*power, word.len()))
}

/// Returns the hedge before `start` or at `end`, the one before first, and the bytes of the number and its hedge.
fn hedge_around(text: &str, start: usize, end: usize) -> Option<(Hedge, Range<usize>)> {
    if let Some((hedge, start)) = hedge::chinese_before(text.get(..start)?) {
        return Some((hedge, start..end));
    }
    let (hedge, len) = hedge::chinese_after(text.get(end..)?)?;
    Some((hedge, start..end + len))
}

/// Makes a number of an amount.
fn of(amount: &Amount, end: usize, kind: Kind) -> Number {
    Number {
        second: amount.low,
        hedge: amount.hedge,
        weight: amount.weight(),
        is_scaled: amount.scale.is_some(),
        ..Number::new(amount.start..end, kind, amount.value)
    }
}
