//! What a PO file holds, with places: entries, their texts and comments, and what is wrong with them.

use crate::interchange::po::header::PoHeader;
use crate::text::notice::Notice;
use crate::text::source::Source;
use crate::text::span::Span;

/// A catalog of messages (`.po`, `.pot`).
#[derive(Clone, Debug)]
pub struct PoFile {
    /// The text that all spans are of; a byte order mark is gone from it.
    pub source: Source,
    /// The entry with an empty `msgid`, taken apart.
    pub header: Option<PoHeader>,
    /// All other entries as they stand, the obsolete ones among them.
    pub entries: Vec<PoEntry>,
    /// What is wrong with the file's syntax, and entries that come twice. Who only reads may go on with the entries: damaged ones are left out.
    pub problems: Vec<Notice>,
}

/// A message and its translations.
#[derive(Clone, Debug, Default)]
pub struct PoEntry {
    /// From its first comment to the end of its last text.
    pub span: Span,
    /// The text domain that a `domain` line named, empty without one.
    pub domain: String,
    /// `msgctxt`. An empty one is not the same as none.
    pub context: Option<PoText>,
    /// `msgid`.
    pub id: PoText,
    /// `msgid_plural`.
    pub plural_id: Option<PoText>,
    /// `msgstr`, or `msgstr[0]` and those that follow.
    pub translations: Vec<PoText>,
    /// What the entry was translated from when it last was (`#|`).
    pub previous: Previous,
    /// Comments of translators (`#`), a line each.
    pub comments: Vec<String>,
    /// Comments of programmers (`#.`), a line each.
    pub extracted: Vec<String>,
    /// Where the message is used (`#:`): `file:line` or `file`.
    pub references: Vec<String>,
    /// Flags (`#,` and `#=`): `fuzzy`, `c-format` and others.
    pub flags: Vec<String>,
    /// Whether the entry is no longer used (`#~`).
    pub is_obsolete: bool,
}

/// The message that an entry was translated from, where it has changed since.
#[derive(Clone, Debug, Default)]
pub struct Previous {
    /// `#| msgctxt`.
    pub context: Option<PoText>,
    /// `#| msgid`.
    pub id: Option<PoText>,
    /// `#| msgid_plural`.
    pub plural_id: Option<PoText>,
}

/// A text of an entry: one or several strings in quotation marks, joined.
#[derive(Clone, Debug, Default)]
pub struct PoText {
    /// The text, escapes resolved.
    pub text: String,
    /// From the first quotation mark to the last one.
    pub span: Span,
    /// Of a text of several strings: where each begins in the text, and its place.
    pub pieces: Vec<(u32, Span)>,
}

impl PoText {
    /// Returns the string in quotation marks that holds a byte of the text.
    pub fn place(&self, at: usize) -> Span {
        let n_begun = self
            .pieces
            .partition_point(|(start, _)| *start as usize <= at);
        let piece = n_begun
            .checked_sub(1)
            .and_then(|index| self.pieces.get(index));
        piece.map_or(self.span, |(_, span)| *span)
    }
}

impl PoEntry {
    /// Tells whether a flag is set.
    pub fn has_flag(&self, flag: &str) -> bool {
        self.flags.iter().any(|known| known == flag)
    }

    /// Tells whether a translation waits for somebody to confirm it.
    pub fn is_fuzzy(&self) -> bool {
        self.has_flag("fuzzy")
    }

    /// Tells whether every form is translated. A fuzzy entry may be.
    pub fn is_translated(&self) -> bool {
        !self.translations.is_empty() && self.translations.iter().all(|text| !text.text.is_empty())
    }

    /// Returns where a form stands, or else the message.
    pub fn translation_span(&self, form: usize) -> Span {
        self.translations
            .get(form)
            .map_or(self.id.span, |text| text.span)
    }
}
