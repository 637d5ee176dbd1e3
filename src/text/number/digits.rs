//! Numbers in figures, and the words that only look like numbers: versions, addresses, colors, names with digits in them.

use crate::text::number::decimal::Decimal;

/// What a word that holds figures is.
#[derive(Clone, Debug, PartialEq)]
pub enum Figures {
    /// A number.
    Value {
        /// Its value.
        value: Decimal,
        /// Its bytes.
        len: usize,
        /// How many figures stand before the point, leading zeros included.
        n_whole: usize,
        /// Whether it has a point and decimals.
        has_point: bool,
        /// Whether commas group its thousands.
        is_grouped: bool,
    },
    /// A version or an address (`2.7.14`, `192.168.0.1`), compared as it stands.
    Token {
        /// Its bytes.
        len: usize,
    },
}

impl Figures {
    /// Returns how many bytes it takes.
    pub const fn n_bytes(&self) -> usize {
        match self {
            Self::Value { len, .. } | Self::Token { len } => *len,
        }
    }
}

/// Returns the value of a figure of either width.
pub const fn figure(c: char) -> Option<u8> {
    match c {
        '0'..='9' => Some(c as u8 - b'0'),
        '\u{ff10}'..='\u{ff19}' => Some((c as u32 - 0xff10) as u8),
        _ => None,
    }
}

/// Reads the figures that `text` begins with. A comma groups thousands where exactly three figures follow each; a full-width comma
/// separates numbers.
pub fn read(text: &str) -> Option<Figures> {
    let (mut digits, mut n_decimals, mut n_points) = (Some(0u128), 0i32, 0);
    let mut last_was_point = false;
    let (mut len, mut n_whole, mut is_grouped) = (0, 0, false);
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let after = text.get(at + c.len_utf8()..).unwrap_or_default();
        if let Some(digit) = figure(c) {
            digits =
                digits.and_then(|digits| digits.checked_mul(10)?.checked_add(u128::from(digit)));
            n_whole += usize::from(n_points == 0);
            n_decimals += i32::from(n_points > 0);
            last_was_point = false;
        } else if c == ',' && n_points == 0 && groups(text, at, n_whole, is_grouped) {
            is_grouped = true;
        } else if c == '.' && n_whole > 0 && !last_was_point && starts_with_figure(after) {
            n_points += 1;
            last_was_point = true;
        } else {
            break;
        }
        at += c.len_utf8();
        len = at;
    }
    if n_whole == 0 {
        return None;
    }
    // What has more figures than any number is compared as it stands.
    let Some(digits) = digits.filter(|_| n_points <= 1) else {
        return Some(Figures::Token { len });
    };
    let value = Decimal::new(digits, -n_decimals);
    Some(Figures::Value {
        value,
        len,
        n_whole,
        has_point: n_points == 1,
        is_grouped,
    })
}

/// Tells whether the comma at `at` groups thousands.
fn groups(text: &str, at: usize, n_whole: usize, is_grouped: bool) -> bool {
    let after = text.get(at + 1..).unwrap_or_default();
    let n_after = after.bytes().take(4).take_while(u8::is_ascii_digit).count();
    n_after == 3 && (n_whole <= 3 || is_grouped) && !text.starts_with('0')
}

fn starts_with_figure(text: &str) -> bool {
    text.chars().next().is_some_and(|c| figure(c).is_some())
}

/// Reads the number of a part of a work, `3`, `3-2`, `2.1`: its bytes, and the value in which a point stands for every mark. A part
/// of a part of a part (`2.1.3`) is told by a value of its own.
pub fn part_number(text: &str, marks: &[char]) -> Option<(usize, String)> {
    let mut written = String::new();
    let mut len = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if let Some(digit) = figure(c) {
            written.push(char::from(b'0' + digit));
            len = at + c.len_utf8();
        } else if marks.contains(&c)
            && chars
                .peek()
                .is_some_and(|(_, next)| figure(*next).is_some())
            && !written.is_empty()
        {
            written.push('.');
        } else {
            break;
        }
    }
    (len > 0).then_some((len, written))
}

/// Returns how many bytes a word of Latin letters and figures takes that `text` begins with: a name, whatever figures it holds.
pub fn word_len(text: &str) -> usize {
    let mut len = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let is_inner = matches!(c, '_' | '.' | '\'' | '\u{2019}' | '@')
            && next.is_some_and(|next| next.is_ascii_alphanumeric());
        if !c.is_ascii_alphanumeric() && !is_inner {
            break;
        }
        len = at + c.len_utf8();
    }
    len
}

/// Returns how many bytes a color in hexadecimal (`#16213E`) or another `#` mark takes that `text` begins with.
pub fn hash_len(text: &str) -> usize {
    let Some(rest) = text.strip_prefix('#') else {
        return 0;
    };
    let n_word = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let is_hex = rest
        .bytes()
        .take(n_word)
        .all(|byte| byte.is_ascii_hexdigit());
    if is_hex && matches!(n_word, 3 | 4 | 6 | 8) {
        n_word + 1
    } else {
        0
    }
}
