//! Text made comparable: width, case and white space folded, what joins words left out; every place can be found again.

use crate::text::script::is_han;
use unicode_normalization::UnicodeNormalization;

/// A folded text that knows where each of its bytes stood.
///
/// Width (NFKC) and case are folded. A space or hyphen between two letters is left out, so that `open source`, `open-source` and
/// `opensource` are one; the matcher looks at the original text to see where words end.
#[derive(Clone, Debug)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    pieces: Vec<Piece>,
}

/// From `folded` on, bytes stand at `origin` of the original; `width` is set where one character folded to another length.
#[derive(Clone, Copy, Debug)]
struct Piece {
    folded: u32,
    origin: u32,
    width: Option<u32>,
}

/// About how many bytes of Chinese stand in one piece.
const PIECE_LEN: usize = 32;

impl Folded {
    /// Folds a text.
    pub fn of(text: &str) -> Self {
        let mut folded = Self {
            text: String::with_capacity(text.len()),
            pieces: Vec::with_capacity(1 + text.len() / PIECE_LEN),
        };
        folded.pieces.push(Piece {
            folded: 0,
            origin: 0,
            width: None,
        });
        let (mut at, mut before) = (0, None);
        while at < text.len() {
            let run = &text[at..run_end(text.as_bytes(), at)];
            if !run.is_empty() {
                folded.push_run(at, run);
                before = run.chars().next_back();
                at += run.len();
                continue;
            }
            let rest = &text[at..];
            let Some(c) = rest.chars().next() else {
                break;
            };
            if is_ignorable(c) {
                at += c.len_utf8();
                continue;
            }
            if !is_separator(c) {
                folded.push_char(at, c);
                before = Some(c);
                at += c.len_utf8();
                continue;
            }
            let after = rest.trim_start_matches(is_separator);
            let separator = &rest[..rest.len() - after.len()];
            if !joins(before, separator, after.chars().next()) {
                let has_hyphen = separator.contains(is_hyphen);
                folded.push(at, separator.len(), if has_hyphen { "-" } else { " " });
                before = Some(' ');
            }
            at += separator.len();
        }
        folded
    }

    /// Returns what tells where ranges of the folded text stand in the original.
    pub const fn places(&self) -> Places<'_> {
        Places {
            pieces: self.pieces.as_slice(),
            first_idx: 0,
        }
    }

    /// Pushes what folds to itself but for capitals.
    fn push_run(&mut self, at: usize, run: &str) {
        self.mark(at, None);
        let start = self.text.len();
        self.text.push_str(run);
        self.text[start..].make_ascii_lowercase();
    }

    fn push_char(&mut self, at: usize, c: char) {
        if is_han(c) && !matches!(c, '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1f}') {
            self.mark(at, None);
            self.text.push(c);
            return;
        }
        if let Some(c) = half_width(c) {
            self.mark(at, Some(3));
            self.text.push(c);
            return;
        }
        let mut text = String::new();
        for c in std::iter::once(c).nfkc().flat_map(char::to_lowercase) {
            text.push(match c {
                '\u{2018}' | '\u{2019}' => '\'',
                c => c,
            });
        }
        self.push(at, c.len_utf8(), &text);
    }

    fn push(&mut self, at: usize, width: usize, text: &str) {
        if width == text.len() && text.chars().count() == 1 {
            self.mark(at, None);
        } else {
            self.mark(at, Some(u32::try_from(width).unwrap_or(u32::MAX)));
        }
        self.text.push_str(text);
    }

    fn mark(&mut self, at: usize, width: Option<u32>) {
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let piece = Piece {
            folded: narrow(self.text.len()),
            origin: narrow(at),
            width,
        };
        let last = self.pieces[self.pieces.len() - 1];
        let continues = last.width.is_none()
            && width.is_none()
            && piece.origin.wrapping_sub(last.origin) == piece.folded.wrapping_sub(last.folded);
        if last.folded == piece.folded {
            let last_idx = self.pieces.len() - 1;
            self.pieces[last_idx] = piece;
        } else if !continues {
            self.pieces.push(piece);
        }
    }
}

/// Tells where ranges of a folded text stand in the original: ranges that are asked for in the order of their starts, so that
/// nothing has to be searched for.
#[derive(Clone, Debug)]
pub struct Places<'a> {
    pieces: &'a [Piece],
    first_idx: usize,
}

impl Places<'_> {
    /// Returns where a range of the folded text stands. It must not start before the one that was asked for last.
    pub fn original(&mut self, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let (start, end) = (narrow(range.start), narrow(range.end));
        let n_before = |idx: usize, is_before: &dyn Fn(&Piece) -> bool| {
            let later = self.pieces[idx + 1..].iter();
            later.take_while(|piece| is_before(piece)).count()
        };
        let first_idx = self.first_idx + n_before(self.first_idx, &|piece| piece.folded <= start);
        let last_idx = first_idx + n_before(first_idx, &|piece| piece.folded < end);
        self.first_idx = first_idx;
        let (first, last) = (self.pieces[first_idx], self.pieces[last_idx]);
        let start = match first.width {
            Some(_) => first.origin,
            None => first.origin + start.saturating_sub(first.folded),
        };
        let end = match last.width {
            Some(width) => last.origin + width,
            None => last.origin + end.saturating_sub(last.folded),
        };
        start as usize..(end.max(start)) as usize
    }
}

/// Tells of each byte whether it belongs to characters that fold to themselves but for capitals: ASCII without white space and
/// hyphen, and U+4000 to U+9FFF. A character is known by its first byte; the others are welcome.
const IS_PLAIN: [bool; 256] = {
    let (mut is_plain, mut byte) = ([false; 256], 0);
    while byte < 256 {
        is_plain[byte] = !matches!(byte, 0x09..=0x0d | 0x20 | 0x2d | 0xc0..=0xe3 | 0xea..=0xff);
        byte += 1;
    }
    is_plain
};

/// Returns where a run that starts at `at` ends: of plain characters, and of the marks of Chinese that fold to themselves too.
fn run_end(bytes: &[u8], at: usize) -> usize {
    let mut end = at;
    loop {
        let rest = &bytes[end..];
        let n_plain = rest.iter().position(|byte| !IS_PLAIN[usize::from(*byte)]);
        end += n_plain.unwrap_or(rest.len());
        match bytes[end..] {
            // From 、 and 。 to 〩; then —, “ and ”.
            [0xe3, 0x80, 0x81..=0xa9, ..] | [0xe2, 0x80, 0x94 | 0x9c | 0x9d, ..] => end += 3,
            _ => return end,
        }
    }
}

/// Returns what a full-width form folds to.
fn half_width(c: char) -> Option<char> {
    let is_full_width = matches!(c, '\u{ff01}'..='\u{ff5e}');
    let c = is_full_width.then(|| u32::from(c) - 0xfee0)?;
    char::from_u32(c).map(|c| c.to_ascii_lowercase())
}

/// Tells whether spaces and hyphens between two characters are left out.
fn joins(before: Option<char>, separator: &str, after: Option<char>) -> bool {
    let n_breaks = separator.matches('\n').count();
    let n_hyphens = separator.matches(is_hyphen).count();
    let is_between = |is: fn(char) -> bool| before.is_some_and(is) && after.is_some_and(is);
    let is_break_alone = n_breaks == 1 && n_hyphens == 0;
    n_hyphens <= 1
        && n_breaks <= 1
        && is_between(is_joinable)
        && (is_break_alone || !is_between(is_han))
}

/// Folds a short text whose places do not matter.
pub fn fold(text: &str) -> String {
    Folded::of(text.trim()).text
}

/// Tells whether `c` is a letter or digit of a Latin word: only between two of these does a word boundary matter.
pub const fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// Tells whether `c` is a hyphen of any make.
pub const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || is_hyphen(c)
}

fn is_joinable(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

const fn is_ignorable(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
    )
}
