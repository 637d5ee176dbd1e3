//! Dates and times of day in English text: July 2024, 1 July, the 1990s, 3:30 p.m.

use crate::text::number::decimal::Decimal;
use crate::text::number::english::Amount;
use crate::text::number::english::English;
use crate::text::number::english::amount;
use crate::text::number::english::of;
use crate::text::number::english::shape;
use crate::text::number::number::Kind;
use crate::text::number::number::Number;
use crate::text::number::number::Weight;

const MONTHS: &[(&str, &str)] = &[
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may", "may"),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
];

/// Returns every name of a month.
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    let names = MONTHS.iter().flat_map(|(full, short)| [*full, *short]);
    names.chain(["sept"])
}

/// Words before `May`, `March` and short names that make them months.
const BEFORE_MONTH: &[&str] = &[
    "in", "of", "by", "since", "until", "till", "from", "to", "through", "early", "late", "mid",
    "last", "next", "this", "between", "and", "during", "before", "after", "on", "every", "each",
    "around",
];

/// Reads the month that the word at `at` names, with its days; returns where it ends.
pub(super) fn named(
    english: &English<'_>,
    at: usize,
    len: usize,
    found: &mut Vec<Number>,
) -> Option<usize> {
    let word = english.lower.get(at..at + len)?;
    let n_months = MONTHS.iter().position(|(full, short)| {
        word == *full || word == *short || *short == "sep" && word == "sept"
    })?;
    let is_capital = english
        .text
        .as_bytes()
        .get(at)
        .is_some_and(u8::is_ascii_uppercase);
    let end = at + len;
    let after = english.lower.get(end..)?;
    let bare = after
        .strip_prefix('.')
        .filter(|_| len <= 4)
        .unwrap_or(after);
    let rest = bare.trim_start_matches([' ', '\u{a0}', ',', '-', '\u{2013}']);
    let before = english
        .lower
        .get(..at)?
        .trim_end_matches([' ', '-', '\u{2013}', '\u{a0}']);
    let has_number = rest.starts_with(|c: char| c.is_ascii_digit())
        || before.ends_with(|c: char| c.is_ascii_digit());
    let prior = before.rsplit(|c: char| !c.is_ascii_alphabetic()).next()?;
    let is_dated = has_number
        || BEFORE_MONTH.contains(&prior)
        || MONTHS
            .iter()
            .any(|(full, short)| prior == *full || prior == *short)
        || MONTHS.iter().any(|(full, _)| rest.starts_with(full));
    let is_short = len <= 4 && word != "june" && word != "july";
    if !is_capital || (is_short || word == "march" || word == "august") && !is_dated {
        return None;
    }
    let value = Decimal::whole(u128::try_from(n_months + 1).ok()?);
    let month = Number {
        weight: if has_number {
            Weight::Firm
        } else {
            Weight::Fair
        },
        ..Number::new(at..end, Kind::Month, value)
    };
    found.push(month);
    let start = english.lower.len() - bare.trim_start_matches([' ', '\u{a0}']).len();
    Some(days(english, start, found).unwrap_or(end))
}

/// The days behind a month's name: `1`, `1st`, `1–3`.
fn days(english: &English<'_>, start: usize, found: &mut Vec<Number>) -> Option<usize> {
    let first = day(english, start)?;
    let mut end = first.end;
    found.push(of(english, &first, end, Kind::Day));
    let rest = english.lower.get(end..)?;
    let mark = ["st", "nd", "rd", "th"]
        .iter()
        .find(|mark| rest.starts_with(**mark));
    end += mark.map_or(0, |mark| mark.len());
    let rest = english.lower.get(end..)?;
    let tight = rest.trim_start_matches(' ');
    let after = tight.strip_prefix(['-', '\u{2013}']).or_else(|| {
        tight
            .strip_prefix("to ")
            .filter(|_| tight.len() < rest.len())
    });
    if let Some(after) = after
        && let Some(second) = day(
            english,
            english.lower.len() - after.trim_start_matches(' ').len(),
        )
    {
        found.push(of(english, &second, second.end, Kind::Day));
        end = second.end;
    }
    Some(end)
}

fn day(english: &English<'_>, start: usize) -> Option<Amount> {
    let day = amount(english, start)?;
    let is_day = day.n_words == 0 && day.n_whole <= 2 && !day.has_point && day.scale.is_none();
    let rest = english.lower.get(day.end..)?;
    let is_closed = !rest.starts_with([':', '%', '/']);
    (is_day && is_closed && (1.0..=31.0).contains(&day.value.to_f64())).then_some(day)
}

/// Reads a date or time that begins with figures at `at`: `1 July`, `1990s`, `3:30 p.m.`. Returns where it ends.
pub(super) fn figures(english: &English<'_>, at: usize, found: &mut Vec<Number>) -> Option<usize> {
    let first = amount(english, at).filter(|amount| amount.n_words == 0 && !amount.has_point)?;
    if let Some(end) = time(english, &first, found) {
        return Some(end);
    }
    if let Some(end) = shape::decade(english, &first, found) {
        return Some(end);
    }
    let day = day(english, at)?;
    let rest = english.lower.get(day.end..)?;
    let mark = ["st", "nd", "rd", "th"]
        .iter()
        .find(|mark| rest.starts_with(**mark));
    let rest = rest.get(mark.map_or(0, |mark| mark.len())..)?;
    let tight = rest
        .strip_prefix(" of ")
        .or_else(|| rest.strip_prefix(' '))?;
    let is_month = MONTHS.iter().any(|(full, short)| {
        let len = tight.bytes().take_while(u8::is_ascii_lowercase).count();
        let word = tight.get(..len).unwrap_or_default();
        word == *full || word == *short
    });
    let start = english.lower.len() - tight.len();
    let is_capital = english
        .text
        .as_bytes()
        .get(start)
        .is_some_and(u8::is_ascii_uppercase);
    if !is_month || !is_capital {
        return None;
    }
    found.push(of(english, &day, day.end, Kind::Day));
    Some(day.end)
}

/// `3:30`, `3:30 p.m.`, `3 pm`, `15:30`.
fn time(english: &English<'_>, first: &Amount, found: &mut Vec<Number>) -> Option<usize> {
    let hours = first
        .value
        .to_whole()
        .filter(|hours| *hours <= 24 && first.n_whole <= 2)?;
    let rest = english.lower.get(first.end..)?;
    let mut end = first.end;
    let mut minutes = None;
    if let Some(after) = rest.strip_prefix(':') {
        let read = amount(english, english.lower.len() - after.len())
            .filter(|read| read.n_whole == 2 && read.n_words == 0 && !read.has_point)?;
        let value = read.value.to_whole().filter(|minutes| *minutes < 60)?;
        if english.lower.get(read.end..)?.starts_with([':', '%']) {
            return None;
        }
        (minutes, end) = (Some(value), read.end);
    }
    let rest = english.lower.get(end..)?;
    let tight = rest.trim_start_matches([' ', '\u{a0}']);
    let half = [
        ("a.m.", false),
        ("am", false),
        ("p.m.", true),
        ("pm", true),
        ("o'clock", false),
    ]
    .iter()
    .find(|(word, _)| {
        let after = tight.strip_prefix(word);
        after.is_some_and(|after| !after.starts_with(|c: char| c.is_alphanumeric()))
    });
    if minutes.is_none() && half.is_none() {
        return None;
    }
    let mut number = of(english, first, end, Kind::Time);
    let of_day = |hours: u64| Decimal::whole(u128::from(hours % 24 * 60 + minutes.unwrap_or(0)));
    match half {
        Some((word, is_afternoon)) => {
            end = english.lower.len() - tight.len() + word.len();
            let hours = if *is_afternoon && hours < 12 {
                hours + 12
            } else {
                hours
            };
            number.value = of_day(hours);
            if *word == "o'clock" {
                number.readings.push(of_day(hours + 12));
            }
        }
        None => {
            number.value = of_day(hours);
            if hours <= 12 {
                number.readings.push(of_day(hours + 12));
            }
        }
    }
    number.span.end = end;
    number.weight = Weight::Firm;
    found.push(number);
    Some(end)
}
