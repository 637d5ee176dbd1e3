//! What the reader is told about a file.

use crate::document::dialect::Dialect;
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
