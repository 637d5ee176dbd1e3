//! How the two sides of a passage stand beside each other in Markdown.

use crate::document::dialect::Dialect;
use crate::render::edition::Edition;
use crate::render::edition::Side;

/// How the two sides stand beside each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// The source as a quote, the translation as it is.
    #[default]
    Quote,
    /// Both as they are, one behind the other.
    Plain,
    /// The side that stands second is folded away in `<details>`.
    Details,
    /// A table of two columns.
    Columns,
    /// Each side in an element that says its language: for sites that style them.
    Elements,
}

impl Form {
    /// Tells whether containers are woven piece by piece; otherwise they stay whole on either side.
    pub(crate) const fn weaves(self) -> bool {
        matches!(self, Self::Quote | Self::Plain | Self::Elements)
    }
}

/// Puts a quote mark before every line.
pub(crate) fn quoted(lines: &[String]) -> Vec<String> {
    let quoted = lines.iter().map(|line| match line.as_str() {
        "" => ">".to_owned(),
        line => format!("> {line}"),
    });
    quoted.collect()
}

/// Puts lines into an element that says their language.
pub(crate) fn element(edition: &Edition<'_>, side: Side, lines: Vec<String>) -> Vec<String> {
    let lang = edition.outline(side).document.lang.tag();
    let class = match side {
        Side::Source => "duizhao-source",
        Side::Target => "duizhao-target",
    };
    let attribute = class_attribute(edition);
    let open = format!("<div lang=\"{lang}\" {attribute}=\"{class}\">");
    let mut out = vec![open, String::new()];
    out.extend(lines);
    out.extend([String::new(), "</div>".to_owned()]);
    out
}

/// Puts a text that stands inside a line into an element that says its language.
pub(crate) fn span(edition: &Edition<'_>, side: Side, text: &str) -> String {
    let lang = edition.outline(side).document.lang.tag();
    format!("<span lang=\"{lang}\">{text}</span>")
}

/// JSX has another name for `class`.
pub(crate) fn class_attribute(edition: &Edition<'_>) -> &'static str {
    match dialect(edition).is_mdx() {
        true => "className",
        false => "class",
    }
}

/// The dialect that an edition is written in: the draft's, or the source's where there is no draft.
pub(crate) fn dialect(edition: &Edition<'_>) -> Dialect {
    match edition.target.document.source.text().is_empty() {
        true => edition.source.document.dialect,
        false => edition.target.document.dialect,
    }
}
