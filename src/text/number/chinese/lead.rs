//! Chinese numbers that a word before them announces: 第三, 百分之八十, 翻两番, 图 3-2, 半小时.

use crate::text::number::chinese::amount;
use crate::text::number::chinese::hedge_around;
use crate::text::number::chinese::of;
use crate::text::number::decimal::Decimal;
use crate::text::number::digits;
use crate::text::number::number::Kind;
use crate::text::number::number::Number;
use crate::text::number::number::Part;
use crate::text::number::number::Weight;
use crate::text::number::token;
use crate::text::number::unit;

/// Reads what a leading word announces: 第三, 百分之八十, 翻两番, 图 3-2, 半小时. Returns how many bytes it takes.
pub(super) fn led(text: &str, at: usize, found: &mut Vec<Number>) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let end = match rest.chars().next() {
        Some('第') => ordinal(text, at, found),
        Some('百') => percent(text, at, found),
        Some('翻') => doubling(text, at, found),
        Some('图' | '表') => caption(text, at, found),
        Some('数' | '几') => vague(rest).map(|len| at + len),
        Some('上' | '下') => half_year(rest, at, found),
        Some('双' | '加') if rest.starts_with("双倍") || rest.starts_with("加倍") => {
            let end = at + "双倍".len();
            found.push(Number {
                weight: Weight::Loose,
                ..Number::new(at..end, Kind::Multiple, Decimal::whole(2))
            });
            Some(end)
        }
        Some('半') => half(text, at, found),
        _ => None,
    };
    end.map_or(0, |end| end - at)
}

const PARTS: &[(&str, Part)] = &[
    ("章", Part::Chapter),
    ("部分", Part::Chapter),
    ("篇", Part::Chapter),
    ("节", Part::Section),
    ("图", Part::Figure),
    ("表", Part::Table),
    ("步", Part::Step),
    ("页", Part::Page),
];

fn ordinal(text: &str, at: usize, found: &mut Vec<Number>) -> Option<usize> {
    let rest = text.get(at + '第'.len_utf8()..)?;
    let start = text.len() - rest.trim_start_matches(' ').len();
    let mut amount = amount(text, start)?;
    // 第三四章 means both; 第一千 is a number as any other.
    let after = text.get(amount.end..)?;
    let tight = after.strip_prefix(' ').unwrap_or(after);
    let word_at = text.len() - tight.len();
    if tight.starts_with("季度") {
        let end = word_at + "季度".len();
        found.push(of(&amount, end, Kind::Quarter).from(at).firm());
        return Some(end);
    }
    let is_part = |(word, _): &&(&str, Part)| {
        tight.starts_with(word) && !tight.starts_with("节点") && !tight.starts_with("步骤数")
    };
    if let Some((word, part)) = PARTS.iter().find(is_part) {
        let end = word_at + word.len();
        amount.hedge = None;
        found.push(of(&amount, end, Kind::Part(*part)).from(at).firm());
        return Some(end);
    }
    let weight = if amount.is_han() {
        Weight::Loose
    } else {
        Weight::Fair
    };
    found.push(Number {
        weight,
        ..of(&amount, amount.end, Kind::Ordinal).from(at)
    });
    Some(amount.end)
}

/// 百分之八十, 百分百.
fn percent(text: &str, at: usize, found: &mut Vec<Number>) -> Option<usize> {
    let rest = text.get(at..)?;
    if rest.starts_with("百分百") {
        let end = at + "百分百".len();
        found.push(Number {
            weight: Weight::Loose,
            ..Number::new(at..end, Kind::Percent, Decimal::whole(100))
        });
        return Some(end);
    }
    let amount = amount(
        text,
        at + rest.strip_prefix("百分之").map(|_| "百分之".len())?,
    )?;
    let mut number = of(&amount, amount.end, Kind::Percent).from(at).firm();
    if let Some((hedge, span)) = hedge_around(text, at, amount.end) {
        (number.hedge, number.span) = (Some(hedge), span);
    }
    let end = number.span.end;
    found.push(number);
    Some(end)
}

/// 翻番 and 翻倍 double, 翻两番 doubles twice, 翻三倍 trebles.
fn doubling(text: &str, at: usize, found: &mut Vec<Number>) -> Option<usize> {
    let rest = text.get(at + '翻'.len_utf8()..)?;
    let rest = rest.strip_prefix('了').unwrap_or(rest);
    let start = text.len() - rest.len();
    let amount = amount(text, start);
    let after = amount.map_or(start, |amount| amount.end);
    let count = amount.map_or(Decimal::ONE, |amount| amount.value);
    let word = text.get(after..)?;
    let word = word.strip_prefix('个').unwrap_or(word);
    let n_times = u32::try_from(count.to_whole()?).ok()?;
    let (value, mark) = match word.chars().next()? {
        '番' => (Decimal::whole(2u128.checked_pow(n_times)?), '番'),
        '倍' if amount.is_none() || n_times < 2 => (Decimal::whole(2), '倍'),
        '倍' => (count, '倍'),
        _ => return None,
    };
    let end = text.len() - word.len() + mark.len_utf8();
    let mut number = Number::new(at..end, Kind::Multiple, value);
    if mark == '倍' {
        number.readings.extend(count.plus(Decimal::ONE));
    }
    number.weight = Weight::Fair;
    found.push(number);
    Some(end)
}

/// 图 3-2, 表 2.1: each figure is a number of the part.
fn caption(text: &str, at: usize, found: &mut Vec<Number>) -> Option<usize> {
    let word = text.get(at..)?.chars().next()?;
    let part = if word == '图' {
        Part::Figure
    } else {
        Part::Table
    };
    let rest = text
        .get(at + word.len_utf8()..)?
        .trim_start_matches([' ', '\u{a0}']);
    numbered(text, text.len() - rest.len(), part, found)
}

/// Reads `3-2` or `2.1` as the number of a part.
fn numbered(text: &str, start: usize, part: Part, found: &mut Vec<Number>) -> Option<usize> {
    let rest = text.get(start..)?;
    let (len, written) = digits::part_number(rest, &['.', '-', '\u{2013}'])?;
    let after = rest.get(len..)?;
    if token::is_glued_name(text, start + len) || after.starts_with(['%', '\u{ff05}']) {
        return None;
    }
    found.push(Number::new(
        start..start + len,
        Kind::Part(part),
        token::part_value(&written)?,
    ));
    Some(start + len)
}

/// 数百万, 几十, 几千: how many is not said.
fn vague(rest: &str) -> Option<usize> {
    let first = rest.chars().next()?.len_utf8();
    let units = rest.get(first..)?.chars();
    let n_bytes: usize = units
        .take_while(|c| matches!(c, '十' | '百' | '千' | '万' | '亿'))
        .map(char::len_utf8)
        .sum();
    (n_bytes > 0).then_some(first + n_bytes)
}

fn half_year(rest: &str, at: usize, found: &mut Vec<Number>) -> Option<usize> {
    let value = match rest {
        rest if rest.starts_with("上半年") => 1,
        rest if rest.starts_with("下半年") => 2,
        rest if rest.starts_with('上') => {
            let n_bytes = vague(rest)?;
            return Some(at + n_bytes);
        }
        _ => return None,
    };
    let end = at + "上半年".len();
    found.push(Number {
        weight: Weight::Fair,
        ..Number::new(at..end, Kind::HalfYear, Decimal::whole(value))
    });
    Some(end)
}

/// 半小时, 半年, 半数.
fn half(text: &str, at: usize, found: &mut Vec<Number>) -> Option<usize> {
    let rest = text.get(at + '半'.len_utf8()..)?;
    if rest.starts_with('数') {
        let end = at + "半数".len();
        found.push(Number {
            second: Some(Decimal::whole(2)),
            weight: Weight::Loose,
            ..Number::new(at..end, Kind::Fraction, Decimal::ONE)
        });
        return Some(end);
    }
    let (unit, len) = unit::chinese_at(rest)?;
    let end = text.len() - rest.len() + len;
    found.push(Number {
        unit: Some(unit),
        weight: Weight::Loose,
        ..Number::new(at..end, Kind::Count, Decimal::new(5, -1))
    });
    Some(end)
}
