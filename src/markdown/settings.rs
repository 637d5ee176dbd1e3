//! What the reader is told about a file.

use crate::text::sentence::Segmentation;

/// How the reader reads.
#[derive(Clone, Debug)]
pub struct ReadSettings {
    /// The flavour of Markdown.
    pub dialect: Dialect,
    /// Front-matter keys whose values are translated; a dotted key (`hero.text`) or a last part (`text`) names nested ones.
    pub front_matter: Vec<String>,
    /// How text is cut into sentences.
    pub segmentation: Segmentation,
}

/// Flavours of Markdown. All read CommonMark with GFM, front matter, math, footnotes, directives, heading ids and shortcodes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dialect {
    /// `.md`: HTML is HTML, braces are text.
    #[default]
    Markdown,
    /// `.mdx`: import/export, JSX, `{expressions}`; no HTML comments needed, no indented code.
    Mdx,
}

impl Dialect {
    /// Returns the dialect of a file by its name.
    pub fn of(name: &str) -> Self {
        if name.to_ascii_lowercase().ends_with(".mdx") {
            Self::Mdx
        } else {
            Self::Markdown
        }
    }
}

impl Default for ReadSettings {
    fn default() -> Self {
        let keys = [
            "title",
            "description",
            "sidebar_label",
            "keywords",
            "summary",
            "subtitle",
            "linkTitle",
            "tagline",
            "text",
            "details",
            "lead",
        ];
        Self {
            dialect: Dialect::default(),
            front_matter: keys.map(str::to_owned).to_vec(),
            segmentation: Segmentation::default(),
        }
    }
}
