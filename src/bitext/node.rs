//! What the aligner knows of one unit, one table or one line: kind, length, words that survive translation, punctuation.

use crate::bitext::lexical::words;
use crate::text::script;

/// What an aligned piece is. Pieces of different kinds pair unwillingly or never.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum NodeKind {
    /// A line of plain text, or a sentence.
    Line,
    Heading(u8),
    Paragraph,
    Item,
    Definition,
    Term,
    Title,
    Image,
    HtmlText,
    Attribute,
    Table,
    Code,
    Html,
    Math,
}

impl NodeKind {
    /// Tells whether a neighbour of the same sort may be merged into one bead with it.
    pub(super) const fn merges(self) -> bool {
        matches!(
            self,
            Self::Line | Self::Paragraph | Self::Item | Self::Definition | Self::HtmlText
        )
    }

    /// Returns what it costs to pair two kinds; nothing when they never pair.
    pub(super) fn distance(self, other: Self) -> Option<f32> {
        use NodeKind::{
            Attribute, Code, Definition, Heading, Html, HtmlText, Image, Item, Math, Paragraph,
            Table, Term, Title,
        };
        if self == other {
            return Some(0.0);
        }
        Some(match (self, other) {
            (Heading(one), Heading(other)) => 1.5 * f32::from(one.abs_diff(other)),
            (Code | Html | Math | Table | Attribute, _)
            | (_, Code | Html | Math | Table | Attribute) => return None,
            (Paragraph, Item | Definition | HtmlText | Image)
            | (Item | Definition | HtmlText | Image, Paragraph) => 3.0,
            (Item, Definition | HtmlText) | (Definition | HtmlText, Item) => 3.0,
            (Heading(_), Title | Term) | (Title | Term, Heading(_)) => 4.0,
            (Paragraph | Item, Title | Term) | (Title | Term, Paragraph | Item) => 5.0,
            _ => 8.0,
        })
    }
}

/// How many sorts of punctuation and markup are counted.
pub(super) const N_MARKS: usize = 10;

/// One piece to be aligned.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) kind: NodeKind,
    /// About the length of an English text of the same content, in characters.
    pub(super) length: f32,
    /// Its words by their numbers in the vocabulary, sorted, repeated ones repeated.
    pub(super) words: Vec<u32>,
    pub(super) marks: [f32; N_MARKS],
    pub(super) quotation: Quotation,
    /// A hash of its text, white space folded.
    pub(super) hash: u64,
    /// A number for what it stands in; zero at the top.
    pub(super) container: u32,
    /// Its sentence vector, where the user has one.
    pub(super) vector: Option<Vec<f32>>,
}

/// Returns the distinct words of several nodes, sorted.
pub(super) fn distinct(nodes: &[Node]) -> Vec<u32> {
    let words = nodes.iter().flat_map(|node| node.words.iter().copied());
    let mut words: Vec<u32> = words.collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// What a text does to a quotation that stands open before it, or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Quotation {
    /// Whether one stood open after the last mark that says so.
    last: Option<bool>,
    /// Whether straight marks since then change it.
    flips: bool,
}

impl Quotation {
    /// Reads the quotation marks of a text; single ones are too often apostrophes.
    pub(super) fn of(text: &str) -> Self {
        let mut quotation = Self::default();
        for c in text.chars() {
            match c {
                '"' => quotation.flips = !quotation.flips,
                '“' | '「' | '『' | '«' | '„' => quotation = Self::set(true),
                '”' | '」' | '』' | '»' => quotation = Self::set(false),
                _ => {}
            }
        }
        quotation
    }

    const fn set(is_open: bool) -> Self {
        Self {
            last: Some(is_open),
            flips: false,
        }
    }

    /// Tells whether a quotation stands open after the text.
    pub(super) fn after(self, is_open: bool) -> bool {
        self.last.unwrap_or(is_open) != self.flips
    }
}

/// Measures a text: a Han character counts as about three Latin ones.
pub(super) fn length_of(text: &str) -> f32 {
    text.chars()
        .map(|c| {
            if script::is_han(c) {
                3.2
            } else if script::is_kana(c) {
                1.7
            } else if c.is_alphanumeric() {
                1.18
            } else {
                0.0
            }
        })
        .sum()
}

/// Counts punctuation that survives translation.
pub(super) fn marks_of(text: &str) -> [f32; N_MARKS] {
    let mut marks = [0.0; N_MARKS];
    let mut straight = 0.0;
    let mut last = ' ';
    for c in words::beginning(text).chars() {
        match c {
            '?' | '？' => marks[0] += 1.0,
            '!' | '！' => marks[1] += 1.0,
            '(' | '（' => marks[3] += 1.0,
            '…' | '—' if last != c => marks[4] += 1.0,
            '"' => straight += 0.5,
            '\'' | '‘' if last.is_whitespace() => straight += 1.0,
            _ if c != '‘' && script::is_opening_quote(c) => marks[2] += 1.0,
            _ => {}
        }
        last = c;
    }
    marks[2] += straight;
    let end = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_'));
    marks[5] = f32::from(u8::from(end.ends_with([':', '：'])));
    marks
}
