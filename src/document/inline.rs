//! Inline codes: the parts of a unit that are markup or must survive as they are (XLIFF: inline code).

use crate::document::unit::UnitSpan;

/// Kinds of inline code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CodeKind {
    /// `` `code` ``.
    Code,
    /// `$math$` or `$$math$$`.
    Math,
    /// `[text](target)`, `[text][label]`: `content` is the resolved target.
    Link,
    /// `![alt](target)`: `content` is the resolved target.
    Image,
    /// `<https://…>` or a bare URL.
    Autolink,
    /// An HTML or JSX tag.
    Html,
    /// `<!-- … -->` or `{/* … */}` inside a unit.
    Comment,
    /// `[^label]`.
    Footnote,
    /// `{expression}`, `{{ mustache }}`.
    Expression,
    /// `{{< shortcode >}}`, `{{% shortcode %}}`, `{{macro()}}`, `:role:`.
    Shortcode,
    /// `{#id}`, `{/* #id */}`, `{: .class}` at the end of a heading.
    HeadingId,
    /// `[ ]` or `[x]` of a task list.
    TaskMarker,
    /// `*…*`, `_…_`.
    Emphasis,
    /// `**…**`, `__…__`.
    Strong,
    /// `~~…~~`.
    Strikethrough,
    /// A hard line break: two spaces or a backslash, and the line break.
    HardBreak,
}

impl CodeKind {
    /// Tells whether no translation changes what it holds: code, and where links and pictures lead.
    pub const fn is_kept(self) -> bool {
        matches!(self, Self::Code | Self::Link | Self::Image | Self::Autolink)
    }

    /// Tells whether it is more than a mark on running text: no sentence ends inside it.
    pub const fn is_opaque(self) -> bool {
        !matches!(
            self,
            Self::Emphasis | Self::Strong | Self::Strikethrough | Self::HardBreak
        )
    }
}

/// One inline code. Codes may nest: a link holds its text's emphasis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InlineCode {
    /// What it is.
    pub kind: CodeKind,
    /// The whole code, the text it wraps included.
    pub span: UnitSpan,
    /// The text that it wraps and that a reader reads: a link's text, an image's alternative text, what is emphasized.
    pub prose: Option<UnitSpan>,
    /// What must survive: the code, the formula, the link's target, the tag.
    pub content: String,
}
