//! How the columns of a table are aligned: what the line below its head says.

use crate::document::block::BlockId;
use crate::document::block::BlockKind;
use crate::draft::outline::Outline;
use crate::render::edition::Edition;
use crate::render::edition::Passage;
use crate::render::edition::Side;
use crate::render::html::markup;

/// Opens a cell that says both sides of a passage, aligned as the draft's is, or the source's where there is none.
pub(crate) fn open(edition: &Edition<'_>, passage: &Passage, is_head: bool) -> String {
    let mut sides = [Side::Target, Side::Source].into_iter();
    let start = sides.find_map(|side| {
        let cell = passage.blocks(side).first()?;
        Some(start(edition.outline(side), *cell, is_head))
    });
    let bare = if is_head { "th" } else { "td" };
    format!("<{}>", start.as_deref().unwrap_or(bare))
}

/// Returns the tag of a cell without its brackets.
pub(crate) fn start(outline: &Outline<'_>, cell: BlockId, is_head: bool) -> String {
    let mut start = String::from(match is_head {
        true => "th scope=\"col\"",
        false => "td",
    });
    if let Some(class) = class(outline, cell) {
        markup::push_attribute(&mut start, "class", class);
    }
    start
}

/// Returns the class of a cell; nothing where it starts as text does.
fn class(outline: &Outline<'_>, cell: BlockId) -> Option<&'static str> {
    let row = outline.parent(cell)?;
    let table = outline.parent(row)?;
    if *outline.kind(table) != BlockKind::Table {
        return None;
    }
    let cells = outline.children(Some(row));
    let number = cells.iter().position(|one| *one == cell)?;
    let text = outline.document.source.slice(outline.span(table));
    aligned(text.lines().nth(1)?, number)
}

fn aligned(line: &str, number: usize) -> Option<&'static str> {
    let line = line.trim_start_matches(['>', ' ', '\t']).trim_end();
    let line = line.strip_prefix('|').unwrap_or(line);
    let mark = line.split('|').nth(number)?.trim();
    match (mark.starts_with(':'), mark.ends_with(':')) {
        _ if mark.len() < 2 => None,
        (true, true) => Some("centered"),
        (false, true) => Some("right"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::aligned;

    #[test]
    fn the_line_below_the_head_says_how_columns_are_aligned() {
        for line in ["|:--|:-:|--:|---|", "> :-- | :-: | --: | ---"] {
            let found = [0, 1, 2, 3, 4].map(|number| aligned(line, number));
            assert_eq!(found, [None, Some("centered"), Some("right"), None, None]);
        }
    }
}
