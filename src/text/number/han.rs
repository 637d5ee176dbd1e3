//! Numbers in Chinese numerals: 一亿五千万, 二〇二六, 三点五, 三四百.

use crate::text::number::decimal::Decimal;

/// A run of Chinese numerals read as a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Han {
    /// Bytes that were read.
    pub len: usize,
    /// The value; the higher one of an approximate pair.
    pub value: Decimal,
    /// The lower value of an approximate pair: 300 of `三四百`.
    pub low: Option<Decimal>,
    /// How many numerals were read.
    pub n_numerals: usize,
    /// Whether the digits stand one after another, as in a year.
    pub is_spelled: bool,
    /// Whether 万 or 亿 is among them.
    pub is_scaled: bool,
}

/// What a numeral does.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Numeral {
    Digit(u8),
    /// Ten, hundred, thousand, as a power of ten.
    Unit(i32),
    /// 万 and 亿, as a power of ten.
    Scale(i32),
}

/// More numerals than any number has.
const LONGEST: usize = 24;

fn numeral(c: char) -> Option<Numeral> {
    Some(match c {
        '零' | '〇' => Numeral::Digit(0),
        '一' | '壹' => Numeral::Digit(1),
        '二' | '两' | '兩' | '贰' => Numeral::Digit(2),
        '三' | '叁' => Numeral::Digit(3),
        '四' | '肆' => Numeral::Digit(4),
        '五' | '伍' => Numeral::Digit(5),
        '六' | '陆' => Numeral::Digit(6),
        '七' | '柒' => Numeral::Digit(7),
        '八' | '捌' => Numeral::Digit(8),
        '九' | '玖' => Numeral::Digit(9),
        '十' | '拾' => Numeral::Unit(1),
        '百' | '佰' => Numeral::Unit(2),
        '千' | '仟' => Numeral::Unit(3),
        '万' | '萬' => Numeral::Scale(4),
        '亿' | '億' => Numeral::Scale(8),
        _ => return None,
    })
}

/// Tells whether a number may begin with this character.
pub fn is_numeral(c: char) -> bool {
    numeral(c).is_some()
}

/// Reads the number that `text` begins with. A scale or unit word alone (`万`, `千`) is none; `十` alone is ten.
pub fn read(text: &str) -> Option<Han> {
    let mut numerals: Vec<(Numeral, usize)> = Vec::new();
    for (at, c) in text.char_indices().take(LONGEST) {
        let Some(numeral) = numeral(c) else { break };
        numerals.push((numeral, at + c.len_utf8()));
    }
    trim(&mut numerals, text);
    let (_, len) = *numerals.last()?;
    let kinds: Vec<Numeral> = numerals.iter().map(|(numeral, _)| *numeral).collect();
    let read = match spelled(&kinds) {
        Some(read) => read,
        None => counted(&kinds)?,
    };
    let han = Han { len, ..read };
    Some(with_point(text, han).unwrap_or(han))
}

/// Leaves out what ends a number but begins a word: 万 of `二万一` stays, 千 of `四千克` does not.
fn trim(numerals: &mut Vec<(Numeral, usize)>, text: &str) {
    while let Some((Numeral::Unit(power), end)) = numerals.last().copied() {
        let after = text.get(end..).unwrap_or_default();
        if !(power == 3 && is_metric_prefix(after) || power == 1 && is_fully(after)) {
            break;
        }
        numerals.pop();
    }
}

/// 千克, 千米, 千瓦 … are units of their own.
pub fn is_metric_prefix(after: &str) -> bool {
    after.starts_with(['克', '米', '瓦', '卡', '赫', '帕', '伏', '焦', '字'])
}

/// 十分 is an adverb, unless minutes are meant.
fn is_fully(after: &str) -> bool {
    after.starts_with('分') && !after.starts_with("分钟") && !after.starts_with("分之")
}

/// Digits one after another: a year, a telephone number, or two neighbors that mean "three or four".
fn spelled(numerals: &[Numeral]) -> Option<Han> {
    let digits = numerals.iter().map(|numeral| match numeral {
        Numeral::Digit(digit) => Some(*digit),
        _ => None,
    });
    let digits: Vec<u8> = digits.collect::<Option<_>>()?;
    if let [first, second] = digits.as_slice()
        && is_neighbors(*first, *second)
    {
        return Some(Han {
            low: Some(Decimal::whole(u128::from(*first))),
            ..plain(Decimal::whole(u128::from(*second)), 2)
        });
    }
    let value = digits
        .iter()
        .fold(0u128, |all, digit| all * 10 + u128::from(*digit));
    Some(Han {
        is_spelled: digits.len() > 1,
        ..plain(Decimal::whole(value), digits.len())
    })
}

const fn plain(value: Decimal, n_numerals: usize) -> Han {
    Han {
        len: 0,
        value,
        low: None,
        n_numerals,
        is_spelled: false,
        is_scaled: false,
    }
}

/// 三四, 七八, 两三, 三五: said together they mean "or".
const fn is_neighbors(first: u8, second: u8) -> bool {
    first > 0 && (second == first + 1 || first == 3 && second == 5) && second <= 9
}

/// Numerals with units: each digit counts the unit behind it, each scale word everything before it.
fn counted(numerals: &[Numeral]) -> Option<Han> {
    let (mut total, mut section) = (Decimal::default(), Decimal::default());
    let mut digit: Option<u8> = None;
    // What a range like 三四百 is short of the higher value.
    let mut short: Option<Decimal> = None;
    let (mut is_scaled, mut last_power) = (false, i32::MAX);
    for (idx, numeral) in numerals.iter().enumerate() {
        match *numeral {
            Numeral::Digit(next) => {
                if let Some(before) = digit.filter(|before| *before != 0) {
                    if !is_neighbors(before, next) || short.is_some() {
                        return None;
                    }
                    short = Some(Decimal::whole(u128::from(next - before)));
                }
                digit = Some(next);
            }
            Numeral::Unit(power) => {
                let count = match digit.take() {
                    None | Some(0) if power == 1 || idx > 0 => 1,
                    None | Some(0) => return None,
                    Some(count) => count,
                };
                section = section.plus(Decimal::new(u128::from(count), power))?;
                short = short
                    .filter(|_| idx > 0 && matches!(numerals[idx - 1], Numeral::Digit(_)))
                    .map(|short| short.shifted(power));
                last_power = power;
            }
            Numeral::Scale(power) => {
                if idx == 0 {
                    return None;
                }
                let counted =
                    section.plus(Decimal::whole(u128::from(digit.take().unwrap_or(0))))?;
                let counted = if power == 8 {
                    total.plus(counted)?
                } else {
                    counted
                };
                if counted.is_zero() {
                    return None;
                }
                total = match power {
                    8 => counted.shifted(power),
                    _ => total.plus(counted.shifted(power))?,
                };
                section = Decimal::default();
                short = short.map(|short| short.shifted(power));
                (is_scaled, last_power) = (true, power);
            }
        }
    }
    let tail = digit.unwrap_or(0);
    // 一万二 is 12,000 and 三百五 is 350; after 零 or ten a digit is what it says.
    let is_short_hand = last_power != i32::MAX
        && last_power > 1
        && numerals.len() > 2
        && tail != 0
        && !matches!(numerals.get(numerals.len() - 2), Some(Numeral::Digit(_)));
    let tail = Decimal::whole(u128::from(tail));
    let tail = if is_short_hand {
        tail.shifted(last_power - 1)
    } else {
        tail
    };
    let value = total.plus(section)?.plus(tail)?;
    let low = short.and_then(|short| value.minus(short));
    Some(Han {
        low,
        is_scaled,
        ..plain(value, numerals.len())
    })
}

/// 三点五: the digits after 点 are decimals, unless a time of day is meant.
fn with_point(text: &str, whole: Han) -> Option<Han> {
    let rest = text.get(whole.len..)?.strip_prefix('点')?;
    let mut fraction = String::new();
    let mut n_bytes = 0;
    for c in rest.chars() {
        let Some(Numeral::Digit(digit)) = numeral(c) else {
            break;
        };
        fraction.push(char::from(b'0' + digit));
        n_bytes += c.len_utf8();
    }
    let after = rest.get(n_bytes..)?;
    if fraction.is_empty() || c_is_time(after) {
        return None;
    }
    let scale = after.chars().next().and_then(|c| match numeral(c) {
        Some(Numeral::Scale(power)) => Some((power, c.len_utf8())),
        _ => None,
    });
    let n_decimals = i32::try_from(fraction.len()).ok()?;
    let value = whole
        .value
        .plus(Decimal::read(&fraction)?.shifted(-n_decimals))?;
    let (power, scale_len) = scale.unwrap_or((0, 0));
    Some(Han {
        len: whole.len + '点'.len_utf8() + n_bytes + scale_len,
        value: value.shifted(power),
        low: None,
        n_numerals: whole.n_numerals + fraction.len(),
        is_spelled: false,
        is_scaled: whole.is_scaled || scale.is_some(),
    })
}

fn c_is_time(after: &str) -> bool {
    after.starts_with(['分', '刻', '整', '钟', '半', '十'])
}
