//! English numbers that a word announces or says by itself: `Chapter 21`, `doubled`, `half an hour`, `both`.

use crate::text::number::decimal::Decimal;
use crate::text::number::digits;
use crate::text::number::english::English;
use crate::text::number::number::Kind;
use crate::text::number::number::Number;
use crate::text::number::number::Part;
use crate::text::number::token;
use crate::text::number::unit;
use crate::text::number::words;

/// Words that stand for a number by themselves: what they say, its kind.
const FACTORS: &[(&str, u128)] = &[
    ("double", 2),
    ("doubled", 2),
    ("doubles", 2),
    ("doubling", 2),
    ("twofold", 2),
    ("twice", 2),
    ("triple", 3),
    ("tripled", 3),
    ("triples", 3),
    ("tripling", 3),
    ("trebled", 3),
    ("threefold", 3),
    ("thrice", 3),
    ("quadruple", 4),
    ("quadrupled", 4),
    ("quadruples", 4),
    ("quadrupling", 4),
    ("fourfold", 4),
    ("fivefold", 5),
    ("quintupled", 5),
    ("tenfold", 10),
    ("hundredfold", 100),
];

const COUNTS: &[(&str, u128)] = &[
    ("both", 2),
    ("pair", 2),
    ("couple", 2),
    ("dual", 2),
    ("two-way", 2),
    ("either", 2),
    ("single", 1),
    ("trio", 3),
    ("dozen", 12),
    ("dozens", 12),
    ("null", 0),
];

const PARTS: &[(&str, Part)] = &[
    ("chapter", Part::Chapter),
    ("chapters", Part::Chapter),
    ("part", Part::Chapter),
    ("section", Part::Section),
    ("sections", Part::Section),
    ("figure", Part::Figure),
    ("figures", Part::Figure),
    ("fig.", Part::Figure),
    ("table", Part::Table),
    ("tables", Part::Table),
    ("step", Part::Step),
    ("steps", Part::Step),
    ("page", Part::Page),
];

/// Words for a time of day, in minutes since midnight, and for ages and decades by tens.
const TIMES: &[(&str, u128)] = &[("noon", 720), ("midday", 720), ("midnight", 0)];

const TENS: &[(&str, u128)] = &[
    ("twenties", 20),
    ("thirties", 30),
    ("forties", 40),
    ("fifties", 50),
    ("sixties", 60),
    ("seventies", 70),
    ("eighties", 80),
    ("nineties", 90),
];

const HALVES: &[&str] = &["half", "halve", "halved", "halves", "halving"];

const DECADES: &[&str] = &["decade", "decades"];

/// Returns every word that announces a number or is one.
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    let counted = FACTORS.iter().chain(COUNTS).map(|(word, _)| *word);
    let parts = PARTS.iter().map(|(word, _)| *word);
    let timed = TIMES.iter().chain(TENS).map(|(word, _)| *word);
    let others = HALVES.iter().chain(DECADES).copied();
    counted.chain(parts).chain(timed).chain(others)
}

/// Reads what a word announces or says by itself: `Chapter 21`, `doubled`, `half`, `both`. Returns where it ends.
pub(super) fn led(
    english: &English<'_>,
    at: usize,
    len: usize,
    found: &mut Vec<Number>,
) -> Option<usize> {
    let word = english.lower.get(at..at + len)?;
    let after = english.lower.get(at + len..)?;
    if after.starts_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    let end = at + len;
    if let Some((_, value)) = FACTORS.iter().find(|(name, _)| *name == word) {
        let number = Number::new(at..end, Kind::Multiple, Decimal::whole(*value));
        found.push(number.loose());
        return Some(end);
    }
    if let Some((_, value)) = COUNTS.iter().find(|(name, _)| *name == word) {
        let number = Number::new(at..end, Kind::Count, Decimal::whole(*value));
        found.push(number.loose());
        return Some(end);
    }
    if let Some((_, minutes)) = TIMES.iter().find(|(name, _)| *name == word) {
        found.push(Number::new(at..end, Kind::Time, Decimal::whole(*minutes)).loose());
        return Some(end);
    }
    if let Some((_, tens)) = TENS.iter().find(|(name, _)| *name == word) {
        let mut number = Number::new(at..end, Kind::Count, Decimal::whole(*tens)).loose();
        number.readings.push(Decimal::whole(1900 + tens));
        found.push(number);
        return Some(end);
    }
    if HALVES.contains(&word) {
        return half(english, at, end, found);
    }
    if DECADES.contains(&word) {
        let mut decade = Number::new(at..end, Kind::Count, Decimal::whole(10));
        decade.unit = unit::english_at("year").map(|(unit, _)| unit);
        found.push(decade.loose());
        return Some(end);
    }
    let dotted = after.starts_with('.') && word == "fig";
    let is_named = |name: &str| name == word || dotted && name == "fig.";
    let (_, part) = PARTS.iter().find(|(name, _)| is_named(name))?;
    let rest = after.get(usize::from(dotted)..)?;
    let tight = rest.strip_prefix([' ', '\u{a0}', '-'])?;
    numbered(english, at, english.lower.len() - tight.len(), *part, found)
}

/// Half an hour is half of a unit, any other half a fraction.
fn half(english: &English<'_>, at: usize, end: usize, found: &mut Vec<Number>) -> Option<usize> {
    let rest = english.lower.get(end..)?;
    let rest = [" of an ", " of a ", " an ", " a ", " ", "-"]
        .iter()
        .find_map(|joint| rest.strip_prefix(joint))
        .unwrap_or(rest);
    let mut number = Number::new(at..end, Kind::Fraction, Decimal::ONE);
    number.second = Some(Decimal::whole(2));
    if let Some((unit, len)) = unit::english_at(rest) {
        number = Number::new(
            at..english.lower.len() - rest.len() + len,
            Kind::Count,
            Decimal::new(5, -1),
        );
        number.unit = Some(unit);
    }
    let end = number.span.end;
    found.push(number.loose());
    Some(end)
}

/// `3-2`, `2.1`, `Two`, `IV`: the numbers of a part.
fn numbered(
    english: &English<'_>,
    at: usize,
    start: usize,
    part: Part,
    found: &mut Vec<Number>,
) -> Option<usize> {
    // "Figures 3–5" are several, "Figure 3-5" is one.
    let is_plural = english
        .lower
        .get(at..start)?
        .trim_end_matches(' ')
        .ends_with('s');
    let marks: &[char] = if is_plural {
        &['.']
    } else {
        &['.', '-', '\u{2013}']
    };
    let figures = english.text.get(start..)?;
    if let Some((len, written)) = digits::part_number(figures, marks) {
        if token::is_glued_name(english.text, start + len) {
            return None;
        }
        found.push(Number::new(
            at..start + len,
            Kind::Part(part),
            token::part_value(&written)?,
        ));
        return Some(start + len);
    }
    let rest = english.lower.get(start..)?;
    if let Some(read) = words::read(rest).filter(|read| !read.is_ordinal) {
        found.push(Number::new(at..start + read.len, Kind::Part(part), read.value).loose());
        return Some(start + read.len);
    }
    let roman: String = english
        .text
        .get(start..)?
        .chars()
        .take_while(char::is_ascii_alphabetic)
        .collect();
    let value = roman_value(&roman)?;
    found.push(Number::new(
        at..start + roman.len(),
        Kind::Part(part),
        Decimal::whole(value),
    ));
    Some(start + roman.len())
}

/// Reads a Roman numeral below forty, in capitals.
fn roman_value(text: &str) -> Option<u128> {
    let value = |c: char| match c {
        'I' => Some(1u128),
        'V' => Some(5),
        'X' => Some(10),
        _ => None,
    };
    let values = text.chars().map(value).collect::<Option<Vec<u128>>>()?;
    // A smaller numeral before a larger one is taken off: IV is four.
    let (mut sum, mut last) = (0u128, 0u128);
    for value in values.iter().rev() {
        if *value < last {
            sum -= value;
        } else {
            (sum, last) = (sum + value, *value);
        }
    }
    (!values.is_empty()).then_some(sum)
}
