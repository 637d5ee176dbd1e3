//! Finds URLs and e-mail addresses, Latin words and numbers (by value, Chinese ones too) in prose.

use crate::text::script;
use std::ops::Range;

/// How far an address is followed to either side; longer ones are cut there, so that no text costs more than its length.
const LONGEST_ADDRESS: usize = 2048;

/// Returns the URL whose `://` stands at `colon`, its scheme not reaching back before `floor`.
pub fn url_at(text: &str, colon: usize, floor: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    if !text.get(colon..)?.starts_with("://") {
        return None;
    }
    let scheme = bytes[floor.max(colon.saturating_sub(16))..colon]
        .iter()
        .rev()
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-'))
        .count();
    if scheme < 2 {
        return None;
    }
    let end = address_end(bytes, colon + 3);
    (end > colon + 3).then_some(colon - scheme..end)
}

/// Returns where the address that runs through `from` ends: sentence punctuation and unpaired brackets at its end left out.
pub fn address_end(bytes: &[u8], from: usize) -> usize {
    let limit = bytes.len().min(from + LONGEST_ADDRESS);
    let mut end = from;
    let mut depth = 0_i32;
    while end < limit {
        match bytes[end] {
            b'(' => depth += 1,
            b')' if depth == 0 => break,
            b')' => depth -= 1,
            byte if byte.is_ascii_graphic()
                && !matches!(
                    byte,
                    b'<' | b'>' | b'"' | b'`' | b'|' | b'\\' | b'^' | b'{' | b'}'
                ) => {}
            _ => break,
        }
        end += 1;
    }
    while end > from
        && matches!(
            bytes[end - 1],
            b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'' | b'*' | b'_' | b'~' | b']' | b'['
        )
    {
        end -= 1;
    }
    end
}

/// Returns the e-mail address around the `@` at `sign`, not reaching back before `floor`.
pub fn email_at(text: &str, sign: usize, floor: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let local = bytes[floor.max(sign.saturating_sub(64))..sign]
        .iter()
        .rev()
        .take_while(|byte| {
            byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'+' | b'-')
        })
        .count();
    let domain = bytes[sign + 1..bytes.len().min(sign + 1 + 253)]
        .iter()
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'))
        .count();
    let mut end = sign + 1 + domain;
    while end > sign + 1 && matches!(bytes[end - 1], b'.' | b'-') {
        end -= 1;
    }
    (local > 0 && end > sign + 1).then_some(sign - local..end)
}

/// A Latin word or a number in prose.
#[derive(Clone, Debug, PartialEq)]
pub enum Token {
    /// A word of ASCII or accented Latin letters, digits inside it included (`GPT-4o`, `node.js`), in lower case.
    Word(String),
    /// A number by its value: `1.2万`, `12,000` and `一万二千` are the same.
    Number(f64),
}

/// Returns the Latin words and the numbers of `text`, in order. English number words are words.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let taken = match c {
            '0'..='9' | '０'..='９' => digits(&text[at..], &mut found),
            _ if script::is_spaced_letter(c) => word(&text[at..], &mut found),
            _ if numeral(c).is_some() => chinese(&text[at..], &mut found),
            _ => c.len_utf8(),
        };
        at += taken.max(c.len_utf8());
    }
    found
}

/// Reads a word; it goes on over `.`, `-`, `_`, `'` between letters or digits.
fn word(text: &str, found: &mut Vec<Token>) -> usize {
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let is_inner = matches!(c, '.' | '-' | '_' | '\'' | '’')
            && next.is_some_and(|next| script::is_spaced_letter(next) || next.is_ascii_digit());
        if !script::is_spaced_letter(c) && !c.is_ascii_digit() && !is_inner {
            break;
        }
        end = at + c.len_utf8();
    }
    found.push(Token::Word(text[..end].to_lowercase()));
    end
}

/// Reads a number in digits, thousands separators, decimals and a magnitude (`万`, `亿`, `million`) included.
fn digits(text: &str, found: &mut Vec<Token>) -> usize {
    let mut plain = String::new();
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let digit = match c {
            '０'..='９' => char::from_u32(c as u32 - 0xff10 + 0x30),
            '0'..='9' => Some(c),
            ',' | '，' if c == ',' && is_thousand(&text[at + 1..]) => None,
            '.' if next.is_some_and(|next| next.is_ascii_digit()) => Some('.'),
            _ => break,
        };
        plain.extend(digit);
        end = at + c.len_utf8();
    }
    let rest = &text[end..];
    if let Some(letters) = rest.chars().next().filter(char::is_ascii_alphabetic) {
        // `3d`, `7b`, `2fa`: a name that begins with a digit is a word.
        let _ = letters;
        let mut tail = Vec::new();
        let taken = word(rest, &mut tail);
        if let Some(Token::Word(tail)) = tail.pop() {
            found.push(Token::Word(format!("{plain}{tail}")));
        }
        return end + taken;
    }
    // More than one point: a version or an address, compared as it stands.
    let Ok(mut value) = plain.parse::<f64>() else {
        found.push(Token::Word(plain));
        return end;
    };
    for (name, factor) in MAGNITUDES {
        let gap = rest.len() - rest.trim_start_matches(' ').len();
        if gap <= 1 && rest[gap..].starts_with(name) && (gap == 0 || name.is_ascii()) {
            value *= factor;
            end += gap + name.len();
            break;
        }
    }
    found.push(Token::Number(value));
    end
}

/// Tells whether exactly three digits follow, as after a thousands separator.
fn is_thousand(text: &str) -> bool {
    let n_digits = text.bytes().take(4).take_while(u8::is_ascii_digit).count();
    n_digits == 3
}

/// Names of magnitudes, the longer before those they begin with.
const MAGNITUDES: &[(&str, f64)] = &[
    ("万亿", 1e12),
    ("萬億", 1e12),
    ("千万", 1e7),
    ("百万", 1e6),
    ("万", 1e4),
    ("萬", 1e4),
    ("亿", 1e8),
    ("億", 1e8),
    ("thousand", 1e3),
    ("million", 1e6),
    ("billion", 1e9),
    ("trillion", 1e12),
];

/// Reads a number in Chinese numerals. A lone `一` or a lone unit is a word, not a number.
fn chinese(text: &str, found: &mut Vec<Token>) -> usize {
    let mut end = 0;
    let mut numerals = Vec::new();
    for (at, c) in text.char_indices() {
        let Some(numeral) = numeral(c) else { break };
        numerals.push(numeral);
        end = at + c.len_utf8();
        if numerals.len() >= 32 {
            break;
        }
    }
    let is_counted = match numerals.as_slice() {
        [one] => *one >= 2.0 && *one < 10.0,
        _ => numerals.iter().any(|numeral| *numeral < 10.0),
    };
    if is_counted {
        found.push(Token::Number(value(&numerals)));
    }
    end
}

fn value(numerals: &[f64]) -> f64 {
    if numerals.iter().all(|numeral| *numeral < 10.0) {
        return numerals.iter().fold(0.0, |all, digit| all * 10.0 + digit);
    }
    let (mut total, mut section, mut digit) = (0.0, 0.0, 0.0);
    for numeral in numerals {
        if *numeral < 10.0 {
            digit = *numeral;
        } else if *numeral < 1e4 {
            section += if digit == 0.0 { 1.0 } else { digit } * numeral;
            digit = 0.0;
        } else {
            total = (total + section + digit) * numeral;
            (section, digit) = (0.0, 0.0);
        }
    }
    total + section + digit
}

/// Returns the value of a Chinese numeral or unit.
pub fn numeral(c: char) -> Option<f64> {
    Some(match c {
        '零' | '〇' => 0.0,
        '一' => 1.0,
        '二' | '两' | '兩' => 2.0,
        '三' => 3.0,
        '四' => 4.0,
        '五' => 5.0,
        '六' => 6.0,
        '七' => 7.0,
        '八' => 8.0,
        '九' => 9.0,
        '十' => 10.0,
        '百' => 100.0,
        '千' => 1000.0,
        '万' | '萬' => 1e4,
        '亿' | '億' => 1e8,
        _ => return None,
    })
}
