//! The flavour of Markdown that a file is written in: what a site generator makes of it.

/// Flavours of Markdown. All read CommonMark with GFM, front matter, math, footnotes, directives, heading ids and shortcodes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dialect {
    /// HTML is HTML, braces are text.
    #[default]
    Markdown,
    /// Markdown whose headings may carry `{#id}`: VitePress, Hugo, MkDocs, mdBook, Jekyll.
    MarkdownWithIds,
    /// MDX as its compiler reads it: HTML comments and `{#id}` are errors.
    Mdx,
    /// MDX behind a preprocessor that takes HTML comments and `{#id}`: Docusaurus before its `v4` settings.
    LooseMdx,
}

impl Dialect {
    /// Returns the dialect of a file by its name alone.
    pub fn of(name: &str) -> Self {
        if name.to_ascii_lowercase().ends_with(".mdx") {
            Self::Mdx
        } else {
            Self::Markdown
        }
    }

    /// The names that settings have for the dialects.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("markdown", Self::Markdown),
        ("markdown-with-ids", Self::MarkdownWithIds),
        ("mdx", Self::Mdx),
        ("loose-mdx", Self::LooseMdx),
    ];

    /// Returns the dialect of a name in settings.
    pub fn from_name(name: &str) -> Option<Self> {
        let known = Self::NAMES.iter().find(|(known, _)| *known == name);
        known.map(|(_, dialect)| *dialect)
    }

    /// Tells whether JSX, `import` and `{expressions}` are read as such.
    pub const fn is_mdx(self) -> bool {
        matches!(self, Self::Mdx | Self::LooseMdx)
    }

    /// Writes a comment that readers of the page do not see.
    pub fn comment(self, text: &str) -> String {
        match self {
            Self::Mdx => format!("{{/* {} */}}", text.replace("*/", "*\\/")),
            _ => format!("<!-- {} -->", text.replace("-->", "--&gt;")),
        }
    }

    /// Writes the explicit id of a heading as it stands at the heading's end; none where the flavour has no way to say it.
    pub fn heading_id(self, id: &str) -> Option<String> {
        match self {
            Self::Markdown => None,
            Self::MarkdownWithIds | Self::LooseMdx => Some(format!("{{#{id}}}")),
            Self::Mdx => Some(format!("{{/* #{id} */}}")),
        }
    }
}
