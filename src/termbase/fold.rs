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

impl Folded {
    /// Folds a text.
    pub fn of(text: &str) -> Self {
        let mut folded = Self {
            text: String::with_capacity(text.len()),
            pieces: vec![Piece {
                folded: 0,
                origin: 0,
                width: None,
            }],
        };
        let mut chars = text.char_indices().peekable();
        let mut before = None;
        while let Some((at, c)) = chars.next() {
            if is_ignorable(c) {
                continue;
            }
            if is_space(c) || is_hyphen(c) {
                let (mut n_breaks, mut n_hyphens) = (0, 0);
                let mut separator = Some(c);
                while let Some(c) = separator {
                    n_breaks += usize::from(c == '\n');
                    n_hyphens += usize::from(is_hyphen(c));
                    separator = chars
                        .next_if(|(_, c)| is_space(*c) || is_hyphen(*c))
                        .map(|(_, c)| c);
                }
                let after = chars.peek().map(|(_, c)| *c);
                let is_inner = before.is_some_and(is_joinable) && after.is_some_and(is_joinable);
                let is_between_han = before.is_some_and(is_han) && after.is_some_and(is_han);
                let joins = is_inner && n_hyphens <= 1 && n_breaks <= 1;
                if joins && (!is_between_han || (n_breaks == 1 && n_hyphens == 0)) {
                    continue;
                }
                let end = chars.peek().map_or(text.len(), |(at, _)| *at);
                folded.push(at, end - at, if n_hyphens > 0 { "-" } else { " " });
                before = Some(' ');
                continue;
            }
            before = Some(c);
            folded.push_char(at, c);
        }
        folded
    }

    /// Returns where a range of the folded text stands in the original.
    pub fn to_original(&self, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let (start, end) = (narrow(range.start), narrow(range.end));
        let first = self.piece(|piece| piece.folded <= start);
        let start = match first.width {
            Some(_) => first.origin,
            None => first.origin + (start - first.folded),
        };
        let last = self.piece(|piece| piece.folded < end);
        let end = match last.width {
            Some(width) => last.origin + width,
            None => last.origin + end.saturating_sub(last.folded),
        };
        start as usize..(end.max(start)) as usize
    }

    fn piece(&self, is_before: impl Fn(&Piece) -> bool) -> Piece {
        let n_before = self.pieces.partition_point(is_before);
        self.pieces[n_before.saturating_sub(1)]
    }

    fn push_char(&mut self, at: usize, c: char) {
        if c.is_ascii() {
            self.mark(at, None);
            self.text.push(c.to_ascii_lowercase());
            return;
        }
        if is_han(c) && !matches!(c, '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1f}') {
            self.mark(at, None);
            self.text.push(c);
            return;
        }
        let mut text = String::new();
        for c in std::iter::once(c).nfkc().flat_map(char::to_lowercase) {
            text.push(match c {
                '\u{2018}' | '\u{2019}' | '\u{ff07}' => '\'',
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

fn is_space(c: char) -> bool {
    c.is_whitespace()
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
