//! Units: what is translated one at a time (XLIFF: unit).

use crate::document::block::BlockId;
use crate::text::span::Span;
use serde::Deserialize;
use serde::Serialize;

/// Index of a [`Unit`] in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct UnitId(pub u32);

impl UnitId {
    /// Returns the index.
    pub const fn idx(self) -> usize {
        self.0 as usize
    }
}

/// A byte range of one unit's flat text: not a [`Span`] of the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitSpan {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl UnitSpan {
    /// Makes a span from a byte range.
    pub fn of(range: std::ops::Range<usize>) -> Self {
        let Span { start, end } = Span::of(range);
        Self { start, end }
    }

    /// Returns the range to slice the unit's text with.
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnitKind {
    /// The text of a heading of level 1 to 6.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// The first paragraph of a list item; later ones are paragraphs.
    ListItem,
    /// A table cell.
    TableCell,
    /// A front-matter value.
    FrontMatter,
    /// A message of a message file.
    Message,
    /// The title of a directive, an admonition or a tab.
    DirectiveTitle,
    /// A paragraph of nothing but images: its alternative texts are what is translated.
    ImageAlt,
    /// The term of a definition list.
    Term,
    /// A definition of a definition list.
    Definition,
    /// Text inside an HTML or JSX element.
    HtmlText,
    /// An attribute of an HTML or JSX element, or of a shortcode, that holds prose.
    Attribute,
    /// A code block: compared, not read.
    Code,
    /// A block of markup without prose: compared, not read.
    Html,
    /// Display math: compared, not read.
    Math,
}

impl UnitKind {
    /// Returns the name used in JSON (`heading`, `list-item`, `table-cell` …).
    pub const fn name(self) -> &'static str {
        match self {
            Self::Heading(_) => "heading",
            Self::Paragraph => "paragraph",
            Self::ListItem => "list-item",
            Self::TableCell => "table-cell",
            Self::FrontMatter => "front-matter",
            Self::Message => "message",
            Self::DirectiveTitle => "directive-title",
            Self::ImageAlt => "image-alt",
            Self::Term => "term",
            Self::Definition => "definition",
            Self::HtmlText => "html-text",
            Self::Attribute => "attribute",
            Self::Code => "code",
            Self::Html => "html",
            Self::Math => "math",
        }
    }

    /// Tells whether a person reads and translates it; the others are compared as they stand.
    pub const fn is_prose(self) -> bool {
        !matches!(self, Self::Code | Self::Html | Self::Math)
    }
}

/// How a unit's text is written down in its file, for [`crate::document`]'s writers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Notation {
    /// As Markdown.
    #[default]
    Markdown,
    /// Inside a table cell: a `|` is escaped, a line break becomes a space.
    Cell,
    /// A plain YAML scalar: it is quoted when it needs to be.
    YamlPlain,
    /// Inside single quotes of YAML: `'` is doubled.
    YamlSingle,
    /// Inside double quotes of YAML or TOML: `"` and `\` are escaped.
    DoubleQuoted,
    /// Inside the quotes of JSON: control characters are escaped too, and blanks at the ends stay.
    Json,
    /// A YAML block scalar (`>` or `|`): lines are indented.
    YamlBlock,
    /// Inside single quotes of TOML: cannot hold `'`.
    TomlLiteral,
    /// Inside an HTML or JSX attribute's quotes.
    Attribute,
    /// One line of raw text (a directive's title): a line break becomes a space.
    Line,
}

/// One translatable piece of a file. Its text, codes and sentences are asked of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// What it is.
    pub kind: UnitKind,
    /// Its bytes in the file, container prefixes of later lines included.
    pub span: Span,
    /// The block it belongs to.
    pub block: BlockId,
    /// How its text is written down.
    pub notation: Notation,
    /// False when a directive in the file says that it is not to be translated.
    pub is_translatable: bool,
    /// For a front-matter value, an attribute or a message, its key (`title`).
    pub key: Option<String>,
    /// What every further line of a new text starts with (`> `, four spaces).
    pub prefix: String,
    pub(crate) flat: Span,
    pub(crate) codes: Span,
}
