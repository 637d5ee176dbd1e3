//! A page as a table of two columns. The table is HTML, for a cell of a Markdown table holds one line only.

use crate::document::block::BlockKind;
use crate::i18n::messages::Messages;
use crate::render::edition::Side;
use crate::render::markdown::page::Page;

/// What a row starts with.
const ROW: &str = "<tr>";

/// A row of two cells, each with Markdown of its own.
pub(crate) fn columns(one: Vec<String>, other: Vec<String>) -> Vec<String> {
    let mut out = vec![ROW.to_owned()];
    for lines in [one, other] {
        out.extend(cell("<td>", lines));
    }
    out.push("</tr>".to_owned());
    out
}

fn cell(open: &str, lines: Vec<String>) -> Vec<String> {
    let mut out = vec![open.to_owned(), String::new()];
    out.extend(lines);
    out.extend([String::new(), "</td>".to_owned()]);
    out
}

/// The word for a side.
pub(crate) fn word(messages: &Messages, side: Side) -> String {
    messages.text(match side {
        Side::Source => "render-source",
        Side::Target => "render-target",
    })
}

impl Page<'_, '_> {
    /// Writes the rows; front matter and imports stand before them.
    pub(crate) fn columns(&self) -> Vec<Vec<String>> {
        let (mut blocks, mut table) = (Vec::new(), Vec::new());
        for node in &self.edition.nodes {
            let lines = self.node(node);
            let is_outside = matches!(
                self.edition.kind(node),
                Some(BlockKind::FrontMatter | BlockKind::Esm)
            );
            if is_outside {
                blocks.push(lines);
            } else if lines.first().is_some_and(|line| line == ROW) {
                table.extend(lines);
            } else if !lines.is_empty() {
                table.push(ROW.to_owned());
                table.extend(cell("<td colspan=\"2\">", lines));
                table.push("</tr>".to_owned());
            }
        }
        if !table.is_empty() {
            let first = self.settings.first;
            let heads = [first, first.other()].map(|side| {
                let lang = self.edition.outline(side).document.lang.tag();
                let word = word(self.settings.messages, side);
                format!("<th lang=\"{lang}\">{word}</th>")
            });
            let mut whole = vec![format!("<table><tr>{}</tr>", heads.concat())];
            whole.extend(table);
            whole.push("</table>".to_owned());
            blocks.push(whole);
        }
        blocks
    }
}
