//! Dates in figures, year first: 2024-07-01, 2024/7/1, 2024.07.01.

use crate::text::number::decimal::Decimal;
use crate::text::number::number::Kind;
use crate::text::number::number::Number;

/// Reads such a date at `at`; returns where it ends.
pub(super) fn read(text: &str, at: usize, found: &mut Vec<Number>) -> Option<usize> {
    let rest = text.get(at..)?;
    let sign = rest.as_bytes().get(4).copied()?;
    if !matches!(sign, b'-' | b'/' | b'.') {
        return None;
    }
    let mut parts = rest.splitn(3, char::from(sign));
    let (year, month, tail) = (parts.next()?, parts.next()?, parts.next()?);
    let n_day = tail.bytes().take_while(u8::is_ascii_digit).count();
    let day = tail.get(..n_day)?;
    let is_number = |part: &str, widest: usize| {
        (1..=widest).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if year.len() != 4 || !is_number(year, 4) || !is_number(month, 2) || !is_number(day, 2) {
        return None;
    }
    let after = tail.get(n_day..)?;
    let is_open = after.starts_with(char::from(sign))
        && after.get(1..)?.starts_with(|c: char| c.is_ascii_digit());
    let value = |part: &str| Decimal::read(part);
    let (year_value, month_value, day_value) = (value(year)?, value(month)?, value(day)?);
    let fits = |value: Decimal, least: f64, most: f64| (least..=most).contains(&value.to_f64());
    let is_date = fits(year_value, 1000.0, 2999.0)
        && fits(month_value, 1.0, 12.0)
        && fits(day_value, 1.0, 31.0);
    if is_open || !is_date {
        return None;
    }
    let mut start = at;
    for (part, value, kind) in [
        (year, year_value, Kind::Year),
        (month, month_value, Kind::Month),
        (day, day_value, Kind::Day),
    ] {
        found.push(Number::new(start..start + part.len(), kind, value));
        start += part.len() + 1;
    }
    Some(start - 1)
}
