//! The blocks of a file: its skeleton, of which only some parts are text to translate.

use crate::text::span::Span;

/// Index of a [`Block`] in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlockId(pub u32);

/// One block, containers included. Blocks stand in reading order, a container before its children.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its bytes, markers and fences included.
    pub span: Span,
    /// The container it stands in.
    pub parent: Option<BlockId>,
}

/// Kinds of block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// YAML (`---`) or TOML (`+++`) front matter.
    FrontMatter,
    /// A heading of level 1 to 6.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A block quote; GFM alerts too.
    BlockQuote,
    /// A list; `true` when it is numbered.
    List(bool),
    /// A list item.
    Item,
    /// A definition list, its term, or its definition.
    Definition,
    /// A fenced or indented code block.
    Code,
    /// A block of HTML or JSX.
    Html,
    /// A comment (HTML or MDX) that stands as a block.
    Comment,
    /// Display math that stands as a block.
    Math,
    /// A table.
    Table,
    /// A table row; the first row of a table is its head.
    Row,
    /// A table cell.
    Cell,
    /// A thematic break.
    Break,
    /// A footnote definition.
    Footnote,
    /// A container directive (`:::`), an admonition (`!!!`) or a tab (`===`).
    Directive,
    /// MDX `import`/`export`.
    Esm,
    /// A shortcode, an include line, an `{expression}` that stands as a block.
    Shortcode,
    /// Link reference definitions.
    References,
}
