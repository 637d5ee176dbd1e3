//! Types of attribute values, as the schemas of the exchange formats need them.

use crate::interchange::markup::names::is_name_token;
use crate::interchange::markup::names::is_plain_name;

/// Of longer lists only the beginning is shown.
const MOST_CHOICES: usize = 30;

/// A type.
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    /// Anything.
    Text,
    /// One of a list; `x-*` in it stands for any value that begins so.
    OneOf(Vec<String>),
    /// A list of values of a type, with spaces between them.
    Many(Box<Self>),
    /// A value of either type.
    Either(Box<Self>, Box<Self>),
    /// A name token.
    NameToken,
    /// A name without a colon that is an id of the document.
    Id,
    /// The id of another element.
    IdReference,
    /// A language tag in the form that `xs:language` has.
    Language,
    /// A URI or a part of one.
    Uri,
    /// A whole number from one on.
    Positive,
    /// A whole number.
    Integer,
    /// A number between two others.
    Between(f64, f64),
    /// `prefix:value`.
    Prefixed,
    /// Bytes in hexadecimal digits.
    Hexadecimal,
    /// A day, with or without a time.
    Date,
    /// A time of a day.
    DateTime,
    /// Four numbers, or `#`, with semicolons between them.
    Coordinates,
}

impl Type {
    /// Returns a type by its name in a grammar.
    pub fn by_name(name: &str) -> Option<Self> {
        if let Some((low, high)) = name.split_once("..") {
            return Some(Self::Between(low.parse().ok()?, high.parse().ok()?));
        }
        Some(match name {
            "text" => Self::Text,
            "nmtoken" => Self::NameToken,
            "nmtokens" => Self::Many(Box::new(Self::NameToken)),
            "id" => Self::Id,
            "idref" => Self::IdReference,
            "language" => Self::Language,
            "uri" => Self::Uri,
            "positive" => Self::Positive,
            "integer" => Self::Integer,
            "prefixed" => Self::Prefixed,
            "hex" => Self::Hexadecimal,
            "date" => Self::Date,
            "datetime" => Self::DateTime,
            "coordinates" => Self::Coordinates,
            _ => return None,
        })
    }

    /// Returns what the message `xml-type-…` calls the type.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Either(one, other) if **one == Self::Prefixed || **other == Self::Prefixed => {
                "prefixed"
            }
            Self::OneOf(_) | Self::Either(..) => "list",
            Self::Many(inner) => inner.word(),
            Self::NameToken => "nmtoken",
            Self::Id | Self::IdReference => "id",
            Self::Language => "language",
            Self::Uri => "uri",
            Self::Positive => "positive",
            Self::Integer => "integer",
            Self::Between(..) => "number",
            Self::Prefixed => "prefixed",
            Self::Hexadecimal => "hex",
            Self::Date => "date",
            Self::DateTime => "datetime",
            Self::Coordinates => "coordinates",
        }
    }

    /// Returns the values of a list, for people, or the ends of a range.
    pub fn choices(&self) -> String {
        match self {
            Self::OneOf(values) => {
                let shown = values.iter().take(MOST_CHOICES).cloned();
                let more = (values.len() > MOST_CHOICES).then(|| "…".to_owned());
                shown.chain(more).collect::<Vec<_>>().join(", ")
            }
            Self::Many(inner) => inner.choices(),
            Self::Either(one, other) => {
                let parts = [one, other].map(|part| part.choices());
                parts
                    .iter()
                    .filter(|part| !part.is_empty())
                    .cloned()
                    .collect::<Vec<_>>()
                    .join(", ")
            }
            Self::Between(low, high) => format!("{low}–{high}"),
            _ => String::new(),
        }
    }

    /// Tells whether a value is of the type.
    pub fn holds(&self, value: &str) -> bool {
        let folded = value.trim_matches([' ', '\t', '\n', '\r']);
        match self {
            Self::Text => true,
            Self::OneOf(values) => values.iter().any(|known| match known.strip_suffix('*') {
                Some(start) => {
                    value.len() > start.len()
                        && value.starts_with(start)
                        && !value.contains(char::is_whitespace)
                }
                None => known == value,
            }),
            Self::Many(inner) => value.split_ascii_whitespace().all(|part| inner.holds(part)),
            Self::Either(one, other) => one.holds(value) || other.holds(value),
            Self::NameToken => is_name_token(folded),
            Self::Id | Self::IdReference => is_plain_name(folded),
            Self::Language => is_language(folded),
            Self::Uri => is_uri(folded),
            Self::Positive => {
                let digits = folded.strip_prefix('+').unwrap_or(folded);
                is_digits(digits) && digits.contains(|c| c != '0')
            }
            Self::Integer => is_digits(folded.strip_prefix(['+', '-']).unwrap_or(folded)),
            Self::Between(low, high) => {
                let is_decimal = |c: char| c.is_ascii_digit() || matches!(c, '.' | '+' | '-');
                let number = Some(folded).filter(|folded| folded.chars().all(is_decimal));
                let number = number.and_then(|number| number.parse::<f64>().ok());
                number.is_some_and(|number| (*low..=*high).contains(&number))
            }
            Self::Prefixed => value.split_once(':').is_some_and(|(prefix, rest)| {
                let is_part = |part: &str| !part.is_empty() && !part.contains(char::is_whitespace);
                is_part(prefix) && is_part(rest) && !rest.contains(':')
            }),
            Self::Hexadecimal => {
                folded.len().is_multiple_of(2) && folded.chars().all(|c| c.is_ascii_hexdigit())
            }
            Self::Date => match folded.split_once('T') {
                Some(_) => is_date_time(folded),
                None => is_date(folded),
            },
            Self::DateTime => is_date_time(folded),
            Self::Coordinates => {
                let parts: Vec<&str> = value.split(';').collect();
                let is_part =
                    |part: &&str| *part == "#" || is_digits(part.strip_prefix('-').unwrap_or(part));
                parts.len() == 4 && parts.iter().all(is_part)
            }
        }
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit())
}

/// `[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*`, and a single letter first only in `x-…` and `i-…`, as BCP 47 has it.
pub fn is_language(text: &str) -> bool {
    let first = text.split('-').next().unwrap_or_default();
    let is_private = text.contains('-') && matches!(first, "x" | "X" | "i" | "I");
    if first.len() < 2 && !is_private {
        return false;
    }
    text.split('-').enumerate().all(|(part_idx, part)| {
        (1..=8).contains(&part.len())
            && part.chars().all(|c| match part_idx {
                0 => c.is_ascii_alphabetic(),
                _ => c.is_ascii_alphanumeric(),
            })
    })
}

/// What `xs:anyURI` refuses in practice: a broken percent escape, a second `#`, and characters that no URI or IRI has.
fn is_uri(text: &str) -> bool {
    let escapes = text.split('%').skip(1);
    let mut is_escaped = escapes.map(|part| {
        let digits = part.get(..2).unwrap_or_default();
        digits.len() == 2 && digits.chars().all(|c| c.is_ascii_hexdigit())
    });
    is_escaped.all(|is_escaped| is_escaped)
        && text.matches('#').count() <= 1
        && !text.starts_with(':')
}

fn is_date(text: &str) -> bool {
    let text = without_zone(text);
    let mut parts = text.strip_prefix('-').unwrap_or(text).split('-');
    let mut number = |length: usize| {
        let part = parts.next()?;
        let is_long = part.len() == length || (length == 4 && part.len() > 4);
        part.parse::<u32>()
            .ok()
            .filter(|_| is_long && is_digits(part))
    };
    let (year, month, day) = (number(4), number(2), number(2));
    let is_leap = year.is_some_and(|year| {
        year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
    });
    let longest = match month {
        Some(2) if is_leap => 29,
        Some(2) => 28,
        Some(4 | 6 | 9 | 11) => 30,
        _ => 31,
    };
    year.is_some()
        && month.is_some_and(|month| (1..=12).contains(&month))
        && day.is_some_and(|day| (1..=longest).contains(&day))
        && parts.next().is_none()
}

/// Takes `Z` or `+08:00` off.
fn without_zone(text: &str) -> &str {
    if let Some(rest) = text.strip_suffix('Z') {
        return rest;
    }
    let Some((rest, zone)) = text
        .len()
        .checked_sub(6)
        .and_then(|at| text.split_at_checked(at))
    else {
        return text;
    };
    let is_zone = match zone.as_bytes() {
        [b'+' | b'-', hours @ .., b':', tens, ones] => {
            hours.iter().chain([tens, ones]).all(u8::is_ascii_digit)
        }
        _ => false,
    };
    if is_zone { rest } else { text }
}

fn is_date_time(text: &str) -> bool {
    let Some((date, time)) = text.split_once('T') else {
        return false;
    };
    let time = without_zone(time);
    let (time, fraction) = match time.split_once('.') {
        Some((time, fraction)) => (time, Some(fraction)),
        None => (time, None),
    };
    let parts: Vec<Option<u32>> = time
        .split(':')
        .map(|part| {
            part.parse()
                .ok()
                .filter(|_| part.len() == 2 && is_digits(part))
        })
        .collect();
    let [Some(hour), Some(minute), Some(second)] = parts[..] else {
        return false;
    };
    let is_midnight = hour == 24 && minute == 0 && second == 0;
    is_date(date)
        && (hour < 24 || is_midnight)
        && minute < 60
        && second < 60
        && fraction.is_none_or(is_digits)
}
