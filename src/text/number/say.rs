//! Says a number in the words of a language: what should stand in the translation.

use crate::text::lang::Lang;
use crate::text::number::decimal::Decimal;
use crate::text::number::number::Kind;
use crate::text::number::number::Number;

/// Says a number as the language would: `650 million`, `6.5亿`, `80 percent`.
pub fn say(number: &Number, lang: &Lang) -> String {
    let value = if lang.is_chinese() {
        chinese(number.value)
    } else {
        english(number.value)
    };
    let plain = number.value.to_string();
    match (number.kind, lang.is_chinese()) {
        (Kind::Percent | Kind::Points, _) => format!("{plain}%"),
        (Kind::Price, false) => match Decimal::whole(100).minus(number.value) {
            Some(off) => format!("{off}% off"),
            None => plain,
        },
        (Kind::Year | Kind::Part(_) | Kind::Day, _) => plain,
        (Kind::Month, false) => month(number.value).map_or(plain, str::to_owned),
        (Kind::Decade, false) => format!("{plain}s"),
        (Kind::Quarter, false) => format!("Q{plain}"),
        (Kind::Time, _) => clock(number.value).unwrap_or(plain),
        (Kind::Fraction, _) => match number.second {
            Some(second) => format!("{plain}/{second}"),
            None => plain,
        },
        _ => value,
    }
}

fn month(value: Decimal) -> Option<&'static str> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let idx = usize::try_from(value.to_whole()?).ok()?.checked_sub(1)?;
    MONTHS.get(idx).copied()
}

fn clock(minutes: Decimal) -> Option<String> {
    let minutes = minutes.to_whole()?;
    Some(format!("{}:{:02}", minutes / 60, minutes % 60))
}

fn english(value: Decimal) -> String {
    for (power, word) in [(12, "trillion"), (9, "billion"), (6, "million")] {
        let count = value.shifted(-power);
        let is_round = count.n_digits() <= 4 || count.to_whole().is_some();
        if count.to_f64() >= 1.0 && is_round {
            return format!("{count} {word}");
        }
    }
    grouped(&value.to_string())
}

fn chinese(value: Decimal) -> String {
    for (power, word) in [(8, "\u{4ebf}"), (4, "\u{4e07}")] {
        let count = value.shifted(-power);
        if count.to_f64() >= 1.0 && count.n_digits() <= 6 {
            return format!("{count}{word}");
        }
    }
    value.to_string()
}

/// Groups thousands by commas; four figures stay as they are.
fn grouped(text: &str) -> String {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let mut grouped = String::new();
    for (idx, digit) in whole.chars().enumerate() {
        if idx > 0 && (whole.len() - idx).is_multiple_of(3) && whole.len() > 3 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    match fraction {
        "" => grouped,
        fraction => format!("{grouped}.{fraction}"),
    }
}
