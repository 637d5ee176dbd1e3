//! What no sentence break may fall into in plain text: code, math, addresses, tags, names that end in `!`.

use crate::text::scan;
use crate::text::script;
use crate::text::sentence::abbreviation;
use crate::text::sentence::mark::MarkKind;
use std::ops::Range;

/// Finds opaque pieces; remembers what does not close, so that no text is searched twice.
#[derive(Debug, Default)]
pub(super) struct Finder {
    /// Lengths of backtick runs that have no partner in the rest of the paragraph, as bits.
    lone_ticks: u64,
    is_comment_open: bool,
}

impl Finder {
    /// Begins a paragraph. A comment that never closes stays unclosed.
    pub(super) fn begin_paragraph(&mut self) {
        self.lone_ticks = 0;
    }

    /// Returns the opaque piece that begins at `at` or runs through it, not reaching back before `floor`.
    pub(super) fn find(&mut self, text: &str, at: usize, floor: usize) -> Option<Range<usize>> {
        let bytes = text.as_bytes();
        let end = match bytes[at] {
            b':' => return scan::url_at(text, at, floor),
            b'@' => return scan::email_at(text, at, floor),
            b'`' => Some(self.code_end(bytes, at)),
            b'$' => math_end(bytes, at),
            b'<' => self.tag_end(text, at),
            b'[' => footnote_end(bytes, at),
            b'!' if is_brand(text, at, 1) => Some(at + 1),
            b'/' if bytes.get(at + 1) == Some(&b'?') => Some(scan::address_end(bytes, at + 1)),
            _ => None,
        }?;
        Some(at..end)
    }

    /// Returns where the code that begins with a run of backticks ends, or the run itself.
    fn code_end(&mut self, bytes: &[u8], at: usize) -> usize {
        let run = |from: usize| {
            bytes[from..]
                .iter()
                .take_while(|byte| **byte == b'`')
                .count()
        };
        let len = run(at);
        let bit = 1_u64 << len.min(63);
        let mut next = at + len;
        if self.lone_ticks & bit != 0 {
            return next;
        }
        while next < bytes.len() {
            match bytes[next] {
                b'`' if run(next) == len => return next + len,
                b'`' => next += run(next),
                b'\n' if is_blank_line(&bytes[next + 1..]) => break,
                _ => next += 1,
            }
        }
        self.lone_ticks |= bit;
        at + len
    }

    fn tag_end(&mut self, text: &str, at: usize) -> Option<usize> {
        let rest = &text[at + 1..];
        if rest.starts_with("!--") {
            if self.is_comment_open {
                return None;
            }
            let end = rest.find("-->").map(|end| at + 1 + end + 3);
            self.is_comment_open = end.is_none();
            return end;
        }
        let name = rest.trim_start_matches('/');
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let end = rest.find(['<', '>', '\n'])?;
        rest[end..].starts_with('>').then_some(at + end + 2)
    }
}

/// Tells whether the text begins with a line of nothing but white space.
fn is_blank_line(bytes: &[u8]) -> bool {
    let line = bytes.iter().take_while(|byte| **byte != b'\n');
    line.clone().count() < bytes.len() && line.clone().all(u8::is_ascii_whitespace)
}

/// Returns where `$math$` ends, by Pandoc's rule: no space inside the dollar signs, no digit after them.
fn math_end(bytes: &[u8], at: usize) -> Option<usize> {
    let len = if bytes.get(at + 1) == Some(&b'$') {
        2
    } else {
        1
    };
    let inner = bytes.get(at + len..)?;
    if inner.first().is_none_or(u8::is_ascii_whitespace) && len == 1 {
        return None;
    }
    let close = inner
        .iter()
        .position(|byte| *byte == b'$' || (*byte == b'\n' && len == 1))?;
    let end = at + len + close + len;
    let is_closed = inner[close] == b'$'
        && close > 0
        && bytes.get(end - 1) == Some(&b'$')
        && (len == 2 || !inner[close - 1].is_ascii_whitespace())
        && !bytes.get(end).is_some_and(u8::is_ascii_digit);
    (is_closed && (len == 2 || !is_prose(&inner[..close]))).then_some(end)
}

/// Tells whether what stands between two dollar signs is text between two prices.
fn is_prose(inner: &[u8]) -> bool {
    let is_word = |word: &&[u8]| word.len() >= 3 && word.iter().all(u8::is_ascii_alphabetic);
    let words = inner.split(|byte| *byte == b' ').filter(is_word);
    inner[0].is_ascii_digit() && words.take(2).count() == 2
}

/// Returns where a footnote's mark (`[^3]`, `[12]`) ends.
fn footnote_end(bytes: &[u8], at: usize) -> Option<usize> {
    let end = note_end(bytes, at)?;
    match bytes.get(end) {
        Some(b'(' | b':') => None,
        // `[text][1]` is a link, `[1][2]` are two notes.
        Some(b'[') => note_end(bytes, end).map(|_| end),
        _ => Some(end),
    }
}

/// Returns where brackets with a note's label end.
fn note_end(bytes: &[u8], at: usize) -> Option<usize> {
    let inner = bytes.get(at + 1..)?;
    let close = inner.iter().take(40).position(|byte| *byte == b']')?;
    let label = &inner[..close];
    let is_note = match label {
        [b'^', rest @ ..] => !rest.is_empty() && !rest.iter().any(u8::is_ascii_whitespace),
        _ => {
            (1..=12).contains(&label.len())
                && label[0].is_ascii_digit()
                && label
                    .iter()
                    .all(|byte| byte.is_ascii_digit() || b", -".contains(byte))
        }
    };
    is_note.then_some(at + close + 2)
}

/// Names that end in an exclamation mark.
const BRANDS: &[&str] = &["Yahoo", "Jeopardy", "Wham", "Joomla", "Yum", "Mamma Mia"];

/// Tells whether the exclamation mark at `at`, `len` bytes long, belongs to a name and the sentence goes on behind it.
pub(super) fn is_brand(text: &str, at: usize, len: usize) -> bool {
    let Some(brand) = BRANDS.iter().find(|brand| text[..at].ends_with(*brand)) else {
        return false;
    };
    if text[..at - brand.len()].ends_with(char::is_alphanumeric) {
        return false;
    }
    let rest = &text[at + len..];
    let word = rest.trim_start_matches(' ');
    let Some(next) = word.chars().next() else {
        return false;
    };
    next.is_lowercase()
        || next.is_ascii_digit()
        || script::is_han(next)
        || (word.len() == rest.len() && !script::is_closing_quote(next) && next != '"')
        || (next.is_uppercase() && !abbreviation::is_starter(first_word(word)))
}

/// Returns the opaque pieces of a text, in order: what is masked, and what the text itself shows to be one.
pub(super) fn pieces(text: &str, masked: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut finder = Finder::default();
    let mut pieces: Vec<Range<usize>> = Vec::new();
    let mut masked = masked.iter().peekable();
    let (mut at, mut floor) = (0, 0);
    while at < text.len() {
        if let Some(mask) = masked.next_if(|mask| mask.start <= at) {
            if mask.end > floor {
                pieces.push(mask.clone());
                floor = mask.end;
            }
            at = at.max(mask.end);
            continue;
        }
        let rest = &text.as_bytes()[at..];
        if rest.starts_with(b"\n\n") {
            finder.begin_paragraph();
        }
        // `!` is opaque in names only, which rules may break behind.
        let is_sign = b":@`$<[/".contains(&rest[0]);
        let limit = masked.peek().map_or(text.len(), |mask| mask.start);
        match is_sign.then(|| finder.find(text, at, floor)).flatten() {
            Some(piece) if piece.end <= limit => {
                floor = piece.end;
                at = piece.end;
                pieces.push(piece);
            }
            _ => at += 1,
        }
    }
    pieces
}

/// Returns the letters that `text` begins with.
pub(super) fn first_word(text: &str) -> &str {
    let len = text
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(text.len());
    &text[..len]
}

/// Returns what a masked piece means to the text around it.
pub(super) fn meaning(piece: &str) -> Option<MarkKind> {
    let tag = piece.strip_prefix('<');
    if piece.starts_with("[^")
        || (piece.starts_with('[') && piece.ends_with(']') && piece.len() < 16)
    {
        return Some(MarkKind::Tail);
    }
    let tag = tag?;
    let name: String = tag.chars().take(3).collect::<String>().to_ascii_lowercase();
    if name.starts_with('/') || name == "sup" {
        return Some(MarkKind::Tail);
    }
    (name.starts_with("br") && !name.ends_with(|c: char| c.is_ascii_alphabetic() && c != 'r'))
        .then_some(MarkKind::LineBreak)
}

/// Tells whether a line begins with a list marker or is a heading.
pub(super) fn starts_item(line: &str) -> bool {
    let mut chars = line.chars();
    let Some(first) = chars.next() else {
        return false;
    };
    let after = chars.as_str();
    match first {
        '-' | '*' | '+' | '•' | '·' | '–' => after.starts_with([' ', '\t']),
        '①'..='⑳' | '⑴'..='⒛' | '❶'..='❿' => true,
        '#' => starts_heading(line),
        '(' | '（' => is_label(after, &[')', '）']),
        _ => is_numbered(line),
    }
}

/// `1. `, `1) `, `1、`, `一、`, `a) `
fn is_numbered(line: &str) -> bool {
    let label = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let n_digits = line.len() - label.len();
    if (1..=4).contains(&n_digits) {
        return match label.chars().next() {
            Some('.' | ')') => label[1..].starts_with([' ', '\t']) || label.len() == 1,
            Some('、' | '．' | '）') => true,
            _ => false,
        };
    }
    let label = line.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
    if label.len() < line.len() {
        return line.len() - label.len() <= 9 && label.starts_with('、');
    }
    let mut chars = line.chars();
    let is_letter = chars.next().is_some_and(|c| c.is_ascii_lowercase());
    is_letter && chars.as_str().starts_with(") ")
}

/// Digits, a Chinese number or one letter, and then a closing bracket.
fn is_label(text: &str, closers: &[char]) -> bool {
    let Some((end, _)) = text
        .char_indices()
        .take(4)
        .find(|(_, c)| closers.contains(c))
    else {
        return false;
    };
    let label = &text[..end];
    let is_digits = |c: char| c.is_ascii_digit();
    let is_han_number = |c| "一二三四五六七八九十".contains(c);
    let n_chars = label.chars().take(4).count();
    let is_letter = n_chars == 1 && label.starts_with(|c: char| c.is_ascii_alphabetic());
    (1..=3).contains(&n_chars)
        && (label.chars().all(is_digits) || label.chars().all(is_han_number) || is_letter)
}

/// Tells whether a line is an ATX heading.
pub(super) fn starts_heading(line: &str) -> bool {
    let line = line.trim_start_matches(' ');
    let text = line.trim_start_matches('#');
    (1..=6).contains(&(line.len() - text.len())) && text.starts_with(' ')
}
