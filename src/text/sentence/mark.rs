//! First pass over a text: every mark that may end a sentence or keep one together, brackets and quotation marks in pairs.

use crate::text::script;
use crate::text::sentence::opaque;
use std::ops::Range;

/// One mark, in order of place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) at: usize,
    pub(super) end: usize,
    pub(super) kind: MarkKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MarkKind {
    /// May end a sentence.
    Stop(Stop),
    /// Opens this pair.
    Open(usize),
    /// Closes this pair.
    Close(usize),
    /// A footnote's mark, or a closing tag: it belongs to what stands before it.
    Tail,
    /// A hard line break: the sentence ends after it.
    LineBreak,
    /// A paragraph or a list item begins at `end`.
    Paragraph,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// `。！？｡`
    Full,
    /// `!?`
    Half,
    /// `.`
    Dot,
    /// `…`
    Ellipsis,
}

/// Two marks that belong together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) kind: PairKind,
    /// Where the opening mark begins.
    pub(super) open: usize,
    /// Where the closing mark begins; zero while it is not found.
    pub(super) close: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PairKind {
    Quote,
    /// `《》`, `〈〉`
    Title,
    Paren,
    /// A link's text or target, a macro's arguments: no sentence ends inside.
    Sealed,
    Emphasis,
}

/// The marks of a text.
#[derive(Debug, Default)]
pub(super) struct Marks {
    pub(super) marks: Vec<Mark>,
    pub(super) pairs: Vec<Pair>,
}

/// How deep open brackets are remembered, and how far back a closing one looks for its partner.
const DEEPEST: usize = 32;

/// Collects the marks of `text`. Nothing inside `masked` is looked at.
pub(super) fn collect(text: &str, masked: &[Range<usize>]) -> Marks {
    let mut collector = Collector {
        text,
        bytes: text.as_bytes(),
        found: Marks::default(),
        open: Vec::new(),
        floor: 0,
        line_start: 0,
        opaque: opaque::Finder::default(),
    };
    collector.run(masked);
    let Marks { mut marks, pairs } = collector.found;
    marks.retain(|mark| match mark.kind {
        MarkKind::Open(pair) | MarkKind::Close(pair) => pairs[pair].close > 0,
        _ => true,
    });
    Marks { marks, pairs }
}

struct Collector<'a> {
    text: &'a str,
    bytes: &'a [u8],
    found: Marks,
    /// Pairs not yet closed, with the character that closes them and, for emphasis, its length.
    open: Vec<(usize, char, usize)>,
    /// Up to here everything is masked or taken.
    floor: usize,
    line_start: usize,
    opaque: opaque::Finder,
}

impl Collector<'_> {
    fn run(&mut self, masked: &[Range<usize>]) {
        let mut masked = masked.iter().peekable();
        let mut next_mask = masked.peek().map_or(usize::MAX, |range| range.start);
        let mut at = 0;
        while at < self.bytes.len() {
            if at >= next_mask {
                let range = masked.next().cloned().unwrap_or(at..at);
                next_mask = masked.peek().map_or(usize::MAX, |range| range.start);
                if range.end > at && self.text.is_char_boundary(range.end) {
                    self.mask(range.start.max(at)..range.end);
                    at = range.end;
                }
                continue;
            }
            let byte = self.bytes[at];
            at = match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b' ' => at + 1,
                0xe4..=0xe9 => at + 3,
                0..=0x7f => self.ascii(at, byte),
                _ => self.wide(at),
            };
        }
    }

    /// Takes a masked range; some kinds still mean something to what stands around them.
    fn mask(&mut self, range: Range<usize>) {
        self.floor = range.end;
        let text = self.text.get(range.clone()).unwrap_or_default();
        if let Some(kind) = opaque::meaning(text) {
            self.push(range.start, range.end, kind);
        }
    }

    fn push(&mut self, at: usize, end: usize, kind: MarkKind) {
        self.found.marks.push(Mark { at, end, kind });
    }

    fn before(&self, at: usize) -> u8 {
        at.checked_sub(1).map_or(b' ', |before| self.bytes[before])
    }

    fn after(&self, end: usize) -> u8 {
        self.bytes.get(end).copied().unwrap_or(b' ')
    }

    /// Looks at an ASCII mark and returns where to go on.
    fn ascii(&mut self, at: usize, byte: u8) -> usize {
        let (before, after) = (self.before(at), self.after(at + 1));
        if let Some(range) = self.opaque.find(self.text, at, self.floor) {
            // Dots of an address's first half were taken for stops.
            while self
                .found
                .marks
                .last()
                .is_some_and(|mark| mark.at >= range.start)
            {
                self.found.marks.pop();
            }
            let end = range.end;
            self.mask(range);
            return end;
        }
        match byte {
            b'.' if !(before.is_ascii_alphanumeric() && after.is_ascii_alphanumeric()) => {
                self.push(at, at + 1, MarkKind::Stop(Stop::Dot));
            }
            // `!important`, `![image](…)`, `a?.b`: no stop before a name.
            b'!' | b'?'
                if !after.is_ascii_alphanumeric()
                    && !matches!(after, b'[' | b'=' | b'.' | b'{') =>
            {
                let is_call = after == b'(' && (before.is_ascii_alphanumeric() || before == b'_');
                if !is_call {
                    self.push(at, at + 1, MarkKind::Stop(Stop::Half));
                }
            }
            b'!' | b'?' if script::is_han(self.char_before(at)) && after != b'[' => {
                self.push(at, at + 1, MarkKind::Stop(Stop::Half));
            }
            b'(' => {
                let is_sealed = before == b']' || before == b'!';
                let kind = if is_sealed {
                    PairKind::Sealed
                } else {
                    PairKind::Paren
                };
                self.open(at, '(', kind);
            }
            b'[' | b'{' => self.open(at, char::from(byte), PairKind::Paren),
            b')' | b']' | b'}' => self.close(at, char::from(byte)),
            b'"' => self.straight_quote(at, '"'),
            b'\'' => self.straight_quote(at, '\''),
            b'*' | b'_' | b'~' => return self.emphasis(at, byte),
            b'\n' => return self.line_break(at),
            _ => {}
        }
        at + 1
    }

    /// Looks at a character beyond ASCII and returns where to go on.
    fn wide(&mut self, at: usize) -> usize {
        let Some(c) = self.text.get(at..).and_then(|rest| rest.chars().next()) else {
            return at + 1;
        };
        let end = at + c.len_utf8();
        match c {
            '！' if opaque::is_brand(self.text, at, c.len_utf8()) => {}
            '。' | '！' | '？' | '｡' | '﹖' | '﹗' | '‼' | '⁇' | '⁈' | '⁉' => {
                self.push(at, end, MarkKind::Stop(Stop::Full));
            }
            '．' if script::is_han(self.char_before(at)) => {
                self.push(at, end, MarkKind::Stop(Stop::Full));
            }
            '…' | '⋯' => self.push(at, end, MarkKind::Stop(Stop::Ellipsis)),
            '’' if self.char_after(end).is_alphabetic()
                && self.before(at).is_ascii_alphabetic() => {}
            '《' | '〈' => self.open(at, c, PairKind::Title),
            _ if script::is_opening_quote(c) => self.open(at, c, PairKind::Quote),
            _ if script::is_closing_quote(c) => self.close(at, c),
            '（' | '【' | '〔' | '〖' | '［' | '｛' => self.open(at, c, PairKind::Paren),
            '》' | '〉' | '）' | '】' | '〕' | '〗' | '］' | '｝' => self.close(at, c),
            _ => {}
        }
        end
    }

    fn char_before(&self, at: usize) -> char {
        let before = self
            .text
            .get(..at)
            .and_then(|text| text.chars().next_back());
        before.unwrap_or(' ')
    }

    fn char_after(&self, end: usize) -> char {
        let after = self.text.get(end..).and_then(|text| text.chars().next());
        after.unwrap_or(' ')
    }

    fn open(&mut self, at: usize, c: char, kind: PairKind) {
        let close = script::closing_of(c).unwrap_or(c);
        self.open_pair(at, c.len_utf8(), kind, close);
    }

    fn open_pair(&mut self, at: usize, len: usize, kind: PairKind, close: char) {
        if self.open.len() >= DEEPEST {
            self.open.remove(0);
        }
        let pair = self.found.pairs.len();
        self.found.pairs.push(Pair {
            kind,
            open: at,
            close: 0,
        });
        self.open.push((pair, close, len));
        self.push(at, at + len, MarkKind::Open(pair));
    }

    fn close(&mut self, at: usize, c: char) {
        let Some(place) = self.open.iter().rposition(|(_, close, _)| *close == c) else {
            return;
        };
        let (pair, ..) = self.open[place];
        self.open.truncate(place);
        self.close_pair(pair, at, at + c.len_utf8());
        if c == ']' && self.after(at + 1) == b'(' {
            self.found.pairs[pair].kind = PairKind::Sealed;
        }
    }

    fn close_pair(&mut self, pair: usize, at: usize, end: usize) {
        self.found.pairs[pair].close = at;
        self.push(at, end, MarkKind::Close(pair));
    }

    /// Straight marks open and close alike: the one that is open closes, unless it cannot.
    fn straight_quote(&mut self, at: usize, c: char) {
        let (before, after) = (self.char_before(at), self.char_after(at + 1));
        if c == '\'' && before.is_alphanumeric() && (after.is_alphanumeric() || !self.is_open(c)) {
            return;
        }
        if self.is_open(c) && !(before.is_whitespace() && after.is_alphanumeric() && c == '\'') {
            self.close(at, c);
        } else if !after.is_whitespace() {
            self.open_pair(at, 1, PairKind::Quote, c);
        }
    }

    fn is_open(&self, c: char) -> bool {
        self.open.iter().any(|(_, close, _)| *close == c)
    }

    fn emphasis(&mut self, at: usize, byte: u8) -> usize {
        let len = self.bytes[at..]
            .iter()
            .take_while(|next| **next == byte)
            .count();
        let end = at + len;
        let (before, after) = (self.char_before(at), self.char_after(end));
        let is_inner = byte == b'_' && before.is_alphanumeric() && after.is_alphanumeric();
        if is_inner || len > 3 || (byte == b'~' && len != 2) {
            return end;
        }
        let mark = char::from(byte);
        let mut openers = self.open.iter();
        let same = openers.rposition(|(_, close, open_len)| *close == mark && *open_len == len);
        match same {
            Some(place) if !before.is_whitespace() => {
                let (pair, ..) = self.open[place];
                self.open.truncate(place);
                self.close_pair(pair, at, end);
            }
            _ if !after.is_whitespace() => self.open_pair(at, len, PairKind::Emphasis, mark),
            _ => {}
        }
        end
    }

    /// Looks at the line break at `at`: a soft one is white space, a hard one or a paragraph's ends the sentence.
    fn line_break(&mut self, at: usize) -> usize {
        let rest = &self.text[at + 1..];
        let line = rest.trim_start_matches([' ', '\t', '\r', '\u{3000}']);
        let is_blank = line.is_empty() || line.starts_with('\n');
        let before = self.text[..at].trim_end_matches('\r');
        let is_hard = before.ends_with("  ") || before.ends_with('\\');
        let is_heading = opaque::starts_heading(&self.text[self.line_start..at]);
        self.line_start = at + 1;
        if is_blank || is_heading || opaque::starts_item(line) {
            let next = rest.len() - rest.trim_start().len();
            self.open.clear();
            if is_blank {
                self.opaque.begin_paragraph();
            }
            let end = at + 1 + if is_blank { next } else { 0 };
            self.push(at, end, MarkKind::Paragraph);
            return end;
        }
        if is_hard {
            self.push(at, at + 1, MarkKind::LineBreak);
        }
        at + 1
    }
}
