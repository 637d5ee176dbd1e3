//! Chinese shares and factors: 25%, 三成, 八折, 三分之一, 两倍, 七位数.

use crate::text::number::chinese::Amount;
use crate::text::number::chinese::amount;
use crate::text::number::chinese::of;
use crate::text::number::decimal::Decimal;
use crate::text::number::digits;
use crate::text::number::digits::Figures;
use crate::text::number::han;
use crate::text::number::number::Kind;
use crate::text::number::number::Number;
use crate::text::number::number::Weight;

/// Words before a factor that make 两倍 an increase by two times: three times as much for those who count strictly.
const INCREASES: &[char] = &[
    '增', '涨', '多', '快', '高', '升', '大', '长', '加', '超', '强', '翻',
];

/// Percent, tenths, discounts, fractions, factors, figures.
pub(super) fn share(text: &str, amount: &Amount, rest: &str, at: usize) -> Option<(Number, usize)> {
    let number = |kind: Kind, word: &str| (of(amount, at + word.len(), kind), at + word.len());
    for (word, kind) in [
        ("%", Kind::Percent),
        ("\u{ff05}", Kind::Percent),
        ("\u{2030}", Kind::Percent),
        ("个百分点", Kind::Points),
        ("百分点", Kind::Points),
    ] {
        if rest.starts_with(word) {
            let (mut share, end) = number(kind, word);
            if word == "\u{2030}" {
                share.value = share.value.shifted(-1);
            }
            return Some((share, end));
        }
    }
    if let Some(after) = rest.strip_prefix("分之") {
        let numerator = self::amount(text, text.len() - after.len())?;
        return Some((
            Number {
                second: Some(amount.value),
                weight: Weight::Fair,
                ..of(&numerator, numerator.end, Kind::Fraction)
            }
            .from(amount.start),
            numerator.end,
        ));
    }
    if rest.starts_with('半') && amount.value == Decimal::ONE && amount.is_han() {
        let (half, end) = number(Kind::Fraction, "半");
        let half = Number {
            second: Some(Decimal::whole(2)),
            weight: Weight::Loose,
            ..half
        };
        return Some((half, end));
    }
    if rest.starts_with("成") && is_tenth(amount, rest) {
        return Some(tenths(text, amount, at));
    }
    if rest.starts_with("折") && !rest.starts_with("折叠") && amount.value.to_f64() < 100.0 {
        let (mut price, end) = number(Kind::Price, "折");
        if price.value.to_f64() < 10.0 {
            price.value = price.value.shifted(1);
        }
        price.weight = Weight::Firm;
        return Some((price, end));
    }
    if rest.starts_with("倍") && !rest.starts_with("倍数") {
        return Some(factor(text, amount, at));
    }
    if rest.starts_with("位数") && !rest.starts_with("位数组") {
        return Some(number(Kind::Figures, "位数"));
    }
    None
}

/// 1/3: a small figure over a larger one, with nothing else that would make it a date or a path.
pub(super) fn slashed(text: &str, amount: &Amount, rest: &str) -> Option<(Number, usize)> {
    let after = rest
        .strip_prefix('/')
        .filter(|_| !amount.is_han() && !amount.has_point)?;
    let Figures::Value {
        value,
        len,
        has_point: false,
        ..
    } = digits::read(after)?
    else {
        return None;
    };
    let is_open = after.get(len..)?.starts_with(['/', '.', '-'])
        || text.get(..amount.start)?.ends_with(['/', '.', '-']);
    let is_less = amount.value.to_f64() < value.to_f64() && value.to_f64() <= 100.0;
    let end = amount.end + 1 + len;
    (is_less && !is_open).then(|| {
        let number = Number {
            second: Some(value),
            weight: Weight::Fair,
            ..of(amount, end, Kind::Fraction)
        };
        (number, end)
    })
}

/// 三成 is thirty percent; 三成功 and 八成员 are none.
fn is_tenth(amount: &Amount, rest: &str) -> bool {
    let after = rest.get('成'.len_utf8()..).unwrap_or_default();
    let is_small = amount.value.to_f64() < 10.0 && amount.scale.is_none();
    let is_word = after.starts_with([
        '功', '为', '本', '员', '果', '绩', '就', '立', '长', '年', '熟', '交', '语', '分', '了',
    ]);
    is_small && (amount.is_han() || !rest.starts_with(' ')) && !is_word
}

fn tenths(text: &str, amount: &Amount, at: usize) -> (Number, usize) {
    let mut end = at + '成'.len_utf8();
    let mut value = amount.value.shifted(1);
    if let Some(more) = text.get(end..).and_then(han::read)
        && more.n_numerals == 1
        && more.value.to_f64() < 10.0
        && let Some(sum) = value.plus(more.value)
    {
        value = sum;
        end += more.len;
    }
    let share = Number {
        value,
        second: None,
        readings: amount.low.map(|low| low.shifted(1)).into_iter().collect(),
        weight: Weight::Firm,
        ..of(amount, end, Kind::Percent)
    };
    (share, end)
}

/// N 倍: after a word of increase, one more than N is right as well.
fn factor(text: &str, amount: &Amount, at: usize) -> (Number, usize) {
    let end = at + '倍'.len_utf8();
    let mut number = of(amount, end, Kind::Multiple);
    let before = text.get(..amount.start).unwrap_or_default();
    let near: String = before.chars().rev().take(6).collect();
    let one_more = amount.value.plus(Decimal::ONE);
    if near.contains(INCREASES) {
        number.readings.extend(one_more);
    }
    number.second = None;
    number.readings.extend(amount.low);
    let is_once = amount.value == Decimal::ONE;
    if is_once && !near.contains(INCREASES) {
        number.weight = Weight::Loose;
    } else {
        number.weight = Weight::Fair;
    }
    if is_once {
        number.readings.push(Decimal::whole(2));
    }
    (number, end)
}
