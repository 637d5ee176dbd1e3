//! Quotation marks of an English text: what is left open, closes nothing, or is of another make than the rest.

use std::ops::Range;

/// What is wrong with a quotation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteFlaw {
    /// It opens and nothing closes it.
    Unclosed,
    /// It closes and nothing opened it.
    Unopened,
    /// It stands inside a quotation of its own kind.
    Nested,
    /// It is straight and others are curly.
    Mixed,
}

impl QuoteFlaw {
    /// Returns the name used in messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unclosed => "unclosed",
            Self::Unopened => "unopened",
            Self::Nested => "nested",
            Self::Mixed => "mixed",
        }
    }
}

/// The first flaw of a unit's text.
pub fn flaw(text: &str) -> Option<(QuoteFlaw, Range<usize>)> {
    let is_quote = |c: char| matches!(c, '"' | '\u{201c}' | '\u{201d}' | '\u{2018}');
    if !text.contains(is_quote) {
        return None;
    }
    curly(text)
        .or_else(|| straight(text))
        .or_else(|| mixed(text))
}

/// Follows the curly marks through the text. A `’` between letters, or where no `‘` is open, is an apostrophe.
fn curly(text: &str) -> Option<(QuoteFlaw, Range<usize>)> {
    let mut open: Vec<(char, Range<usize>)> = Vec::new();
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        let range = at..at + c.len_utf8();
        let rest = text.get(range.end..).unwrap_or_default();
        match c {
            '\u{201c}' if open.last().is_some_and(|(mark, _)| *mark == c) => {
                return Some((QuoteFlaw::Nested, range));
            }
            '\u{201c}' => open.push((c, range)),
            '\u{201d}' => match open.pop() {
                Some(('\u{201c}', _)) => {}
                // An inner quotation that is still open.
                Some((_, inner)) => return Some((QuoteFlaw::Unclosed, inner)),
                None => return Some((QuoteFlaw::Unopened, range)),
            },
            '\u{2018}' if !is_elision(before, rest) => open.push((c, range)),
            '\u{2019}' => {
                let is_inner = before.is_some_and(char::is_alphanumeric)
                    && rest.starts_with(char::is_alphanumeric);
                if !is_inner && open.last().is_some_and(|(mark, _)| *mark == '\u{2018}') {
                    open.pop();
                }
            }
            _ => {}
        }
        before = Some(c);
    }
    let first = open.into_iter().next();
    first.map(|(_, range)| (QuoteFlaw::Unclosed, range))
}

/// Words that begin with an apostrophe which a typesetter turned the wrong way (`‘90s`, `‘em`).
const ELIDED: &[&str] = &[
    "em", "tis", "twas", "til", "cause", "n", "s", "t", "re", "ll", "ve", "d", "m",
];

fn is_elision(before: Option<char>, rest: &str) -> bool {
    let word: String = rest.chars().take_while(|c| c.is_alphanumeric()).collect();
    before.is_some_and(char::is_alphanumeric)
        || word.starts_with(|c: char| c.is_ascii_digit()) && !rest.contains('\u{2019}')
        || ELIDED.contains(&word.as_str())
}

/// Straight marks come in pairs, inches (`27"`) left out where that makes them even.
fn straight(text: &str) -> Option<(QuoteFlaw, Range<usize>)> {
    let marks = straight_marks(text);
    if marks.len().is_multiple_of(2) {
        return None;
    }
    let is_inch = |at: usize| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        before.is_some_and(|c| c.is_ascii_digit() || matches!(c, '\'' | '\u{2032}'))
    };
    let n_inches = marks.iter().filter(|at| is_inch(**at)).count();
    if n_inches > 0 {
        return None;
    }
    // The one without a partner: the first that does not look like what is due.
    let mut is_open = false;
    for at in &marks {
        let before = text.get(..*at).and_then(|text| text.chars().next_back());
        let opens =
            before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '\u{2014}' | '/'));
        if is_open == opens {
            let flaw = match opens {
                true => QuoteFlaw::Unclosed,
                false => QuoteFlaw::Unopened,
            };
            return Some((flaw, *at..at + 1));
        }
        is_open = !is_open;
    }
    let last = marks.last()?;
    Some((QuoteFlaw::Unclosed, *last..last + 1))
}

fn straight_marks(text: &str) -> Vec<usize> {
    let marks = text.match_indices('"').map(|(at, _)| at);
    marks
        .filter(|at| !text.get(..*at).is_some_and(|before| before.ends_with('\\')))
        .collect()
}

fn mixed(text: &str) -> Option<(QuoteFlaw, Range<usize>)> {
    if !text.contains(['\u{201c}', '\u{201d}']) {
        return None;
    }
    let marks = straight_marks(text);
    let is_inch = |at: &usize| {
        let before = text.get(..*at).and_then(|text| text.chars().next_back());
        before.is_some_and(|c| c.is_ascii_digit())
    };
    let first = marks.iter().find(|at| !is_inch(at))?;
    Some((QuoteFlaw::Mixed, *first..first + 1))
}

/// The curly marks that stand for the straight ones of a text, where each pair is plain to see.
pub fn curled(text: &str) -> Option<Vec<(Range<usize>, char)>> {
    let marks = straight_marks(text);
    let mut curled = Vec::new();
    for pair in marks.chunks(2) {
        let [open, close] = pair else {
            return None;
        };
        let before = text.get(..*open).and_then(|text| text.chars().next_back());
        let after = text.get(close + 1..).and_then(|text| text.chars().next());
        let opens = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '['));
        let closes = after.is_none_or(|c| !c.is_alphanumeric());
        let inner = text.get(open + 1..*close)?;
        let is_tight =
            !inner.starts_with(char::is_whitespace) && !inner.ends_with(char::is_whitespace);
        if !opens || !closes || !is_tight {
            return None;
        }
        curled.push((*open..open + 1, '\u{201c}'));
        curled.push((*close..close + 1, '\u{201d}'));
    }
    Some(curled)
}
